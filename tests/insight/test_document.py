"""`deskdiary insight`: one document that keeps to its schema, and sentences for people."""

import json
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from deskdiary.day.channel import Channel
from deskdiary.day.plan import reckon
from deskdiary.day.state import State
from deskdiary.insight.change import Where
from deskdiary.insight.contacts import WAYS
from deskdiary.insight.insight import insight
from deskdiary.insight.notices import Reading
from deskdiary.insight.questions import QUESTIONS
from deskdiary.records.desk import Desk
from deskdiary.records.kinds import KINDS
from deskdiary.telling.insight_json import insight_document
from deskdiary.telling.insight_text import insight_text
from deskdiary.telling.plan_json import as_json
from processes import deskdiary, run
from random_desks import DAYS, desks

TOP = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads(
    (files("deskdiary") / "schemas" / "insight.schema.json").read_text(encoding="utf-8")
)


def faults(document: object) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def objects(schema: object) -> list[dict[str, Any]]:
    """Every part of the schema that describes an object."""
    if isinstance(schema, dict):
        own = [schema] if schema.get("type") == "object" else []
        return own + [found for part in schema.values() for found in objects(part)]
    return []


def test_the_schema_says_all_that_there_is_and_names_what_the_program_names() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for each in objects(SCHEMA):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
    parts, told = SCHEMA["$defs"], SCHEMA["properties"]
    assert parts["kind"]["enum"] == list(KINDS) == told["occasions"]["properties"]["kinds"]["required"]
    assert parts["states"]["required"] == [str(state) for state in State]
    assert parts["ways"]["required"] == list(WAYS)
    assert parts["tally"]["properties"]["channels"]["required"] == [str(channel) for channel in Channel]
    category = told["categories"]["items"]["properties"]
    assert category["notices"]["required"] == [str(reading) for reading in Reading]
    change = told["proposals"]["items"]["properties"]["change"]["properties"]
    assert change["where"]["enum"] == [str(where) for where in Where]
    question = told["questions"]["items"]["properties"]["ask"]["items"]["properties"]
    assert question["field"]["enum"] == list(QUESTIONS)


@given(desks(), DAYS)
def test_every_desk_keeps_to_the_schema_and_can_be_told(desk: Desk, on: date) -> None:
    found = insight(reckon(desk, on))
    assert faults(json.loads(as_json(insight_document(found)))) == []
    assert insight_text(found).endswith("\n")


def test_the_command_prints_one_document_the_same_every_time() -> None:
    first, second = (deskdiary("insight", "--json") for _ in range(2))
    assert (first.code, first.err) == (0, "")
    assert first.out == second.out
    document = json.loads(first.out)
    assert faults(document) == []
    assert document["on"] == "2026-11-24"
    assert first.out == as_json(document)


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("on",), "soon"),
        (("library",), "Penrhyn Vale College Library"),
        (("occasions", "kinds", "lunch"), {}),
        (("questions", 0, "name"), "Dr al-Khatib"),
        (("questions", 0, "patron"), "Dr al-Khatib"),
        (("work", "weeks", 0, "done"), -1),
    ],
)
def test_the_schema_lets_nothing_else_by(where: tuple[str | int, ...], wrong: object) -> None:
    document: Any = json.loads(deskdiary("insight", "--json").out)
    assert faults(document) == []
    *way, last = where
    part = document
    for step in way:
        part = part[step]
    part[last] = wrong
    assert faults(document) != []


def test_without_json_it_speaks_in_sentences() -> None:
    told = deskdiary("insight")
    assert told.code == 0
    assert "occasions (" in told.out.splitlines()[0]
    assert "Ask p-e8h5, seen on 3 days within a year:" in told.out
    assert "On what number may we call?" in told.out


def test_nobody_pays_for_charts_who_does_not_look_at_them() -> None:
    """The library that draws is loaded when the page is made, and at no other time."""
    program = (
        "import sys\n"
        "from deskdiary.cli import main\n"
        "sys.argv = ['deskdiary', 'insight']\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "assert 'deskdiary.insight.insight' in sys.modules\n"
        "assert 'pygal' not in sys.modules\n"
    )
    ran = run(sys.executable, "-c", program, DESKDIARY_NO_CACHE="1")
    assert (ran.code, ran.err) == (0, "")


def test_of_a_desk_where_nothing_has_happened_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "library.yml").write_text("library: Small Library\n", encoding="utf-8")
    told = deskdiary("insight", "--root", tmp_path, "--on", "2026-03-09").out
    assert "No contact is on record in these months." in told
    assert "Nothing is late, and nothing was missed." in told
    assert "The usual notices fail 0 of 0 patrons." in told

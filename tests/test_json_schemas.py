"""What other programs read of us keeps to the schemas that we ship, and the schemas let nothing else by."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from desk_writing import WrittenDesk, write_desk
from deskdiary.day.channel import Channel
from deskdiary.day.state import State
from deskdiary.records.kinds import KINDS
from deskdiary.records.problem import Severity
from deskdiary.telling.plan_json import as_json, plan_document, problem_document

HERE = Path(__file__).parent
FOLDER = files("deskdiary") / "schemas"
NAMES = ("plan.schema.json", "check.schema.json")
SCHEMAS: dict[str, Any] = {name: json.loads((FOLDER / name).read_text(encoding="utf-8")) for name in NAMES}
PLANS = sorted(HERE.glob("golden/*/plan.json"))


def faults(schema: str, document: object) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[schema], format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def plan_of(text: str, root: Path, on: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(as_json(plan_document(write_desk(root, text).on(on).plan)))
    return document


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)


@pytest.mark.parametrize("name", NAMES)
def test_every_object_in_them_says_all_that_it_holds_and_holds_it(name: str) -> None:
    described = list(objects(SCHEMAS[name]))
    assert described
    for each in described:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


def test_they_name_what_the_program_names() -> None:
    plan = SCHEMAS["plan.schema.json"]
    occasion = plan["$defs"]["occasion"]["properties"]
    assert occasion["kind"]["enum"] == list(KINDS)
    assert occasion["state"]["enum"] == [str(state) for state in State]
    assert plan["properties"]["counts"]["required"] == [str(state) for state in State]
    assert set(plan["$defs"]["follow-up"]["properties"]["channel"]["enum"]) == {str(each) for each in Channel}
    for schema in SCHEMAS.values():
        assert schema["$defs"]["problem"]["properties"]["severity"]["enum"] == [
            str(each) for each in Severity
        ]


def test_both_speak_of_problems_alike() -> None:
    first, second = (schema["$defs"]["problem"] for schema in SCHEMAS.values())
    assert first == second


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.parent.name)
def test_every_expected_plan_keeps_to_the_schema(file: Path) -> None:
    assert faults("plan.schema.json", json.loads(file.read_text(encoding="utf-8"))) == []


def test_a_desk_full_of_mistakes_keeps_to_them_too(tmp_path: Path) -> None:
    document = plan_of(
        """
        name: Dr Pryce
        loans: [{title: Chapels, due: 10/03/2026}]
        colour: green

        # patrons/p-two.md
        ---
        nothing: closes this

        # library.yml
        open: [someday]
        """,
        tmp_path,
        "2026-03-09",
    )
    assert len(document["problems"]) >= 4
    assert faults("plan.schema.json", document) == []
    check = {"problems": document["problems"], "notes": {"patrons": 1, "resources": 0}}
    assert faults("check.schema.json", check) == []


A_LOAN = """
name: Professor Prosser
reads_email: rarely
phone: 029 2018 0146
loans: [{title: Chapels, due: 2026-03-10}]
"""


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("on",), "9 March 2026"),
        (("on",), "2026-02-30"),
        (("counts", "open"), -1),
        (("counts", "forgotten"), 1),
        (("follow_ups", 0, "channel"), "pigeon"),
        (("follow_ups", 0, "reach"), None),
        (("follow_ups", 0, "draft"), "p-test.eml"),
        (("follow_ups", 0, "draft"), "../p-test.txt"),
        (("follow_ups", 0, "occasions"), []),
        (("follow_ups", 0, "mood"), "good"),
        (("occasions", 0, "state"), "pending"),
        (("occasions", 0, "kind"), "lunch"),
        (("occasions", 0, "opens"), None),
        (("occasions", 0, "why"), []),
        (("occasions", 0, "id"), "p-test/lunch/chapels/2026-03-10"),
        (("more",), True),
    ],
)
def test_the_schema_of_the_plan_lets_nothing_wrong_by(
    tmp_path: Path, where: tuple[str | int, ...], wrong: object
) -> None:
    document = plan_of(A_LOAN, tmp_path, "2026-03-09")
    assert faults("plan.schema.json", document) == []
    spoilt = deepcopy(document)
    *way, last = where
    part: Any = spoilt
    for step in way:
        part = part[step]
    part[last] = wrong
    assert faults("plan.schema.json", spoilt) != []


def test_a_plan_is_written_the_same_way_twice_with_every_letter_as_it_is(tmp_path: Path) -> None:
    desk = write_desk(tmp_path, "name: سمية الخطيب\nreminders: [{date: 2026-03-09, about: Ask}]\n")
    first, second = (as_json(plan_document(desk.on("2026-03-09").plan)) for _ in range(2))
    assert first == second
    assert "سمية الخطيب" in first
    assert first.endswith("}\n")


def test_a_problem_is_told_with_its_place_and_its_remedy(tmp_path: Path) -> None:
    desk: WrittenDesk = write_desk(tmp_path, "name: Dr Pryce\nreminders: [{date: 2026-03-09, about: Ask}]\n")
    (problem,) = desk.on("2026-03-09").plan.problems
    document: Mapping[str, object] = problem_document(problem)
    assert document == {
        "path": "patrons/p-test.md",
        "line": 2,
        "column": 7,
        "severity": "warning",
        "code": "no-way-to-reach",
        "message": "There is no way to reach this person but in person.",
        "remedy": "Add a phone, email or address line.",
    }

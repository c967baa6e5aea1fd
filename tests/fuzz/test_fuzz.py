"""Notes at random: seconds of what `harness.py` does for hours, and what must hold of any note."""

from collections.abc import Mapping
from datetime import date

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import planting
from deskdiary.records.patron import Patron
from deskdiary.records.place import Said
from deskdiary.records.problem import Severity
from deskdiary.schema.characters import hidden
from deskdiary.schema.patron import PATRON
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.reading.note import note_of
from fuzz.harness import one_input, search

THE_DAY = date(2026, 11, 24)
MANY = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
SOUND = """\
name: Ida Quill
department: Local History
email: ida.quill@example.org
hours: before noon
interests: [maps, harbours]
loans:
  - title: Tides of the Estuary
    due: 2026-12-03
  - title: Sea Roads
    due: 2026-12-10
requests:
  - for: MapVault
    asked: 2026-11-02
    note: for her thesis
since: 2020-01-01
"""
SIGNS = st.sampled_from(list("-:#&*!|>'\"%@`[]{},?~<= \t\n\r\\\x00\x1b\x85\xa0\u200b\u2028\ufeff\ue000é名"))


def read(data: bytes) -> tuple[Patron | None, Sheet]:
    sheet = Sheet("patrons/p-test.md", THE_DAY, "GB")
    note = note_of(data, "p-test", PATRON, sheet)
    return (note if isinstance(note, Patron) else None), sheet


def test_the_corpus_and_thousands_of_notes_made_of_it_raise_nothing() -> None:
    tried = search(seed=20261124, most=4000, seconds=600)
    assert tried.inputs == 4000
    assert tried.slowest < 1


@MANY
@given(st.binary(max_size=600))
def test_bytes_raise_nothing(data: bytes) -> None:
    one_input(data)


@MANY
@given(st.text(max_size=300), st.text(max_size=100))
def test_texts_between_the_lines_of_hyphens_raise_nothing(details: str, body: str) -> None:
    one_input(f"---\n{details}\n---\n{body}".encode("utf-8", "surrogatepass"))


@MANY
@given(st.text(alphabet=SIGNS | st.sampled_from(list("abn:me")), max_size=80))
def test_signs_that_mean_something_to_yaml_raise_nothing(details: str) -> None:
    one_input(f"---\nname: Ida\n{details}\n---\n".encode())


@MANY
@given(st.sampled_from(("department", "greet", "hours")), st.text(min_size=1, max_size=90))
def test_a_text_is_read_as_it_is_written_or_a_problem_says_why_not(name: str, text: str) -> None:
    note, sheet = read(
        f"---\nname: Ida\n{name}: {planting.quoted(text)}\n---\n".encode("utf-8", "surrogatepass")
    )
    errors = [each for each in sheet.problems if each.severity is Severity.ERROR]
    if hidden(text.strip(), breaks_allowed=False) is None and text.strip():
        assert note
        assert errors == []
        assert getattr(note, name).value == text.strip()
    else:
        assert errors


@MANY
@given(st.integers(0, 14), st.integers(0, 40), st.text(alphabet=SIGNS, max_size=3), st.integers(0, 3))
def test_what_a_slip_of_the_hand_costs_is_always_told(line: int, column: int, typed: str, lost: int) -> None:
    """Either nothing is said and every value is what YAML says it is, or the note has a problem."""
    lines = SOUND.split("\n")
    lines[line] = lines[line][:column] + typed + lines[line][column + lost :]
    details = "\n".join(lines)
    note, sheet = read(f"---\n{details}\n---\n".encode())
    if sheet.problems or "xn--" in str(note and note.email and note.email.value):
        return  # it is told, or the address has gone into the form that mail servers know
    assert note
    said = yaml.load(details.split("\n---\n")[0], Loader=yaml.CBaseLoader)  # noqa: S506 - texts alone
    assert shown(note) == {name: value for name, value in plain(said).items() if value}


def shown(note: Patron) -> dict[str, object]:
    """The note as texts, field by field, by the names they have in a note."""
    found = {field.name: _shown(getattr(note, field.key)) for field in PATRON.fields}
    return {name: value for name, value in found.items() if value}


def _shown(value: object) -> object:
    if isinstance(value, Said):
        return str(value.value)
    if isinstance(value, tuple):
        return [_shown(one) for one in value]
    if value is None:
        return ""
    names = {"wanted": "for", "settles": "for"}
    slots = type(value).__dataclass_fields__  # type: ignore[attr-defined]
    values = {names.get(name, name): _shown(getattr(value, name)) for name in slots}
    return {name: value for name, value in values.items() if value}


def plain(said: Mapping[str, object]) -> dict[str, object]:
    """What YAML says, without what is empty and without outer spaces."""
    return {name: _plain(value) for name, value in said.items()}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: inner for name, one in value.items() if (inner := _plain(one))}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    text = str(value).strip()
    return "" if text == "~" else text

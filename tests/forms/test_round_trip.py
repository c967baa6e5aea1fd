"""Opened in a form and saved, a note says what it said but for what was changed, or it is not saved."""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from deskdiary.edits.layout import Laid
from deskdiary.edits.meaning import Meaning, meaning
from deskdiary.shells.reading.layout import lay_out
from form_notes import SHAPES, Filled, put_through, saved
from processes import TOP

pytestmark = pytest.mark.node
NOTES = sorted(
    file
    for folder in ("patrons", "resources", "tests/notes/corpus")
    for file in (TOP / folder).rglob("*.md")
    if file.name != "README.md"
)
TIN = {"title": "Tin", "due": "2026-12-01"}
NOTE = """\
---
# her own words, please
name: 'Ida Quill'   # as on the card
phone: 01632 960147
interests: [kites,  "string"]
loans:
  # the first of two
  - title: Slate Roads
    due: 2026-11-30   # renewed once
    renewable: false

  - {title: "0123", due: 2026-12-04}
colour: blue
no: ~
---

She is *patient*.
"""


def lines_changed(before: str, after: str) -> list[str]:
    """The lines that went and that came."""
    told = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in told if line[0] in "+-"]


def test_only_the_line_that_was_changed_is_another() -> None:
    assert lines_changed(NOTE, saved(NOTE, phone="01632 960999")) == [
        "- phone: 01632 960147",
        "+ phone: 01632 960999",
    ]


def test_a_comment_stays_behind_a_value_that_is_changed() -> None:
    assert (
        lines_changed(NOTE, saved(NOTE, name="Ida Penhale"))[-1] == "+ name: Ida Penhale   # as on the card"
    )


def test_in_a_list_of_loans_the_others_keep_their_lines_and_so_does_what_the_form_does_not_show() -> None:
    loans = [
        {"title": "Slate Roads", "due": "2026-12-18", "item": "", "renewable": "false"},
        {"title": "0123", "due": "2026-12-04", "item": "", "renewable": ""},
        {"title": "no", "due": "2026-12-24", "item": "0042", "renewable": ""},
    ]
    assert lines_changed(NOTE, saved(NOTE, loans=loans)) == [
        "-     due: 2026-11-30   # renewed once",
        "+     due: 2026-12-18   # renewed once",
        "+   - title: 'no'",
        "+     due: 2026-12-24",
        "+     item: '0042'",
    ]


def test_a_loan_that_is_taken_back_goes_and_the_other_stays() -> None:
    left = [{"title": "0123", "due": "2026-12-04", "item": "", "renewable": ""}]
    changed = lines_changed(NOTE, saved(NOTE, loans=left))
    assert not [line for line in changed if line.startswith("+")]
    assert '  - {title: "0123", due: 2026-12-04}' in saved(NOTE, loans=left)


def test_a_field_that_is_emptied_goes_and_a_new_one_comes_where_the_others_have_it() -> None:
    text = saved(NOTE, phone="", email="ida.quill@example.org", since="2020-10-01")
    assert "phone" not in text
    assert text.index("name:") < text.index("email:") < text.index("interests:") < text.index("since:")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("no", "hours: 'no'"),
        ("0123", "hours: '0123'"),
        ("12:30", "hours: '12:30'"),
        ("2026-11-24", "hours: '2026-11-24'"),
        ("after tea: not before", "hours: 'after tea: not before'"),
        ("at 4 # or so", "hours: 'at 4 # or so'"),
        ("- by post", "hours: '- by post'"),
        ("~", None),
        ("  ", None),
    ],
)
def test_text_is_text(typed: str, written: str | None) -> None:
    text = saved(NOTE, hours=typed)
    assert [line for line in text.splitlines() if line.startswith("hours")] == ([written] if written else [])


def test_what_was_asked_for_is_a_resource_or_what_they_called_it() -> None:
    wishes = [
        {"for": "atlas", "in_their_words": "", "asked": "2026-11-20", "note": "Soon"},
        {"for": "", "in_their_words": "The big atlas", "asked": "2026-11-21", "note": ""},
    ]
    text = saved(NOTE, requests=wishes)
    assert "  - for: atlas\n    asked: 2026-11-20\n    note: Soon\n" in text
    assert "  - for: The big atlas\n    asked: 2026-11-21\n" in text
    (nothing,) = put_through([Filled(NOTE, {"requests": [{"asked": "2026-11-20"}]})])
    assert "Choose what was asked for" in nothing.refused


def test_a_new_note_is_written_as_people_write_them() -> None:
    (made,) = put_through(
        [Filled("", {"name": "Ida Quill", "notice_days": 5, "lists": ["history-staff"], "body": "New here."})]
    )
    assert made.text == "---\nname: Ida Quill\nnotice_days: 5\nlists: [history-staff]\n---\n\nNew here.\n"


@pytest.mark.parametrize(
    ("details", "changes"),
    [
        ("loans: [Slate Roads]", {"loans": {"added": {"title": "Tin", "due": "2026-12-01"}}}),
        (
            "loans:\n  - title: Tin\n    due: next week",
            {"loans": {"added": {"title": "Lead", "due": "2026-12-01"}}},
        ),
        ("interests: {a: b}", {"interests": {"added": "kites"}}),
        ("name: again", {"hours": "noon"}),
        ("greet: &ida Ida\nhours: *ida", {"phone": "01632 960147"}),
        ("lists: [\n  one,\n]", {"phone": "01632 960147"}),
    ],
)
def test_what_no_form_can_show_is_never_written_over(details: str, changes: Mapping[str, object]) -> None:
    (answer,) = put_through([Filled(f"---\nname: Ida Quill\n{details}\n---\n", changes)])
    assert answer.text == ""
    assert answer.refused


def test_one_value_that_is_wrong_can_be_typed_anew() -> None:
    text = saved("---\nname: Ida Quill\nsince: 30/11/2026\n---\n", since="2026-11-30")
    assert text == "---\nname: Ida Quill\nsince: 2026-11-30\n---\n"


CHANGES: Mapping[str, object] = {
    "text": "No: 0123 # “ever”",
    "span": "3 months",
    "date": "2026-12-01",
    "whole": 7,
    "list": ["one, two", "no"],
    "record": {"from": "2026-12-01", "to": "2026-12-18"},
}
SAID: Mapping[str, Meaning] = {
    **{kind: str(value) for kind, value in CHANGES.items() if isinstance(value, str | int)},
    "list": ("one, two", "no"),
    "record": {"from": "2026-12-01", "to": "2026-12-18"},
}


def folder_of(file: Path) -> str:
    """Whose form a note has; the corpus has patrons."""
    return "resources" if file.parent.name == "resources" else "patrons"


def changes_of(file: Path) -> Iterator[tuple[str, object, Meaning]]:
    """Every field of a note with something else in it, and what the note is to say there."""
    for name, shape in SHAPES[folder_of(file)].items():
        assert isinstance(shape, Mapping)
        kind = str(shape["kind"])
        if kind == "choice":
            yield name, shape["options"][0], shape["options"][0]
        elif kind != "records":
            yield name, CHANGES[kind], SAID[kind]


def laid(text: str) -> Laid | None:
    found = lay_out(text.encode(), "patrons/p-test.md")
    return found if isinstance(found, Laid) else None


def said(text: str) -> dict[str, Meaning] | None:
    found = laid(text)
    if found is None:
        return None
    told = meaning(found.root)
    assert isinstance(told, dict)
    return {name: value for name, value in told.items() if value != ""}


def read(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def test_every_note_opened_and_saved_as_it_is_stays_as_it_is() -> None:
    texts = [text for file in NOTES if (text := read(file)) is not None and said(text) is not None]
    answers = put_through(Filled(text) for text in texts)
    kept = [(text, answer) for text, answer in zip(texts, answers, strict=True) if not answer.refused]
    assert [answer.text for text, answer in kept] == [text.strip("\ufeff\n\t ") + "\n" for text, _ in kept]
    assert len(kept) > 200


def test_every_note_says_the_same_but_for_the_one_field_that_was_changed() -> None:
    """All notes of the example desk and of the corpus of odd ones, each field of a note in its turn."""
    filled = [
        (
            Filled(text, {name: value}, file.parent.name if file.parent.name == "resources" else "patrons"),
            name,
            meant,
        )
        for at, file in enumerate(NOTES)
        if (text := read(file)) is not None and said(text) is not None
        for turn, (name, value, meant) in enumerate(changes_of(file))
        if "corpus" not in file.parts or (at + turn) % 8 == 0
    ]
    answers = put_through(each for each, _, _ in filled)
    written = [
        (each, name, meant, answer)
        for (each, name, meant), answer in zip(filled, answers, strict=True)
        if not answer.refused
    ]
    assert len(written) > 1000
    for each, name, meant, answer in written:
        before, after = said(each.text), said(answer.text)
        assert before is not None, each.text
        assert after == {**before, name: meant}, answer.text

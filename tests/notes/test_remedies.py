"""What to type instead, in words of the desk: the line itself where nobody can doubt it."""

from pathlib import Path

import pytest

from note_reading import patron

QUOTE = "Put the text in quotation marks."


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        pytest.param(
            "department: Ledger and Loom: A Review",
            "A text with a colon and a space in it must stand in quotation marks.",
            'Type `department: "Ledger and Loom: A Review"`.',
            id="a colon within",
        ),
        pytest.param(
            "department: Textiles, and also:",
            "A text that ends with a colon must stand in quotation marks.",
            'Type `department: "Textiles, and also:"`.',
            id="a colon at the end",
        ),
        pytest.param(
            "department: *Local* History",
            "A text that begins with a * must stand in quotation marks.",
            'Type `department: "*Local* History"`.',
            id="an asterisk",
        ),
        pytest.param(
            "department: @local",
            "A text that begins with an @ must stand in quotation marks.",
            'Type `department: "@local"`.',
            id="an at sign",
        ),
        pytest.param(
            "interests:\n  - *Local*\n  - maps",
            "A text that begins with a * must stand in quotation marks.",
            'Type `- "*Local*"`.',
            id="in a list",
        ),
        pytest.param(
            "loans:\n  - title: Ledger: A Review\n    due: 2027-01-29",
            "A text with a colon and a space in it must stand in quotation marks.",
            'Type `- title: "Ledger: A Review"`.',
            id="a record's first line",
        ),
    ],
)
def test_a_text_that_needs_quotation_marks_is_shown_in_them(
    line: str, message: str, remedy: str, tmp_path: Path
) -> None:
    (found,) = patron(tmp_path / "before", f"name: Ida Quill\n{line}")
    assert (found.message, found.remedy) == (message, remedy)
    assert found.in_public == f"{message} {QUOTE}"
    assert patron(tmp_path / "after", f"name: Ida Quill\n{_mended(line, remedy)}") == ()


def _mended(lines: str, remedy: str) -> str:
    """The lines with the one that the remedy shows in its place."""
    shown = remedy.removeprefix("Type `").removesuffix("`.")
    unquoted = shown.replace('"', "")
    assert unquoted in lines
    return lines.replace(unquoted, shown)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("department: Local History phone: 01223 334455", id="perhaps a line break is missing"),
        pytest.param("department: *Local* History # her own", id="perhaps a comment"),
        pytest.param("department: *Local\n  History", id="it goes on below"),
        pytest.param("interests: [*maps, tides]", id="one of several in brackets"),
        pytest.param('department: *Local* "History"', id="quotation marks within"),
        pytest.param("department: *" + "o" * 200, id="too long to copy"),
    ],
)
def test_where_the_text_may_end_elsewhere_no_line_is_shown(line: str, tmp_path: Path) -> None:
    assert [each.remedy for each in patron(tmp_path, f"name: Ida Quill\n{line}")] == [QUOTE]


def test_nobody_at_a_desk_has_to_know_what_the_notes_are_written_in(tmp_path: Path) -> None:
    lines = ('department: "a\\q"', "department: - a", "department: ? a", "department: %a", "<<: academic")
    for number, line in enumerate(lines):
        found = patron(tmp_path / str(number), f"name: Ida Quill\n{line}")
        assert found
        assert all("YAML" not in f"{each.message} {each.remedy}" for each in found)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param(
            "contacts:\n  - date: 2026-11-03\n    how: phone\n    about:",
            "`about:` is empty. Write after the colon what it was about.",
            id="what a call was about",
        ),
        pytest.param(
            "loans: [{title: Tides, due: }]",
            "`due:` is empty. Write after the colon the day it is due back.",
            id="when a loan is due",
        ),
        pytest.param(
            'department: ""', "This text is empty. Write something here, or leave the line out.", id="nothing"
        ),
        pytest.param(
            "contacts: rang her",
            "contacts is a list, and what stands here is not. "
            "Begin each contact on a line of its own: `- date: …`, and below it `how: …` and `about: …`.",
            id="a diary as a text",
        ),
    ],
)
def test_what_is_missing_is_told_by_what_it_means(lines: str, said: str, tmp_path: Path) -> None:
    found = patron(tmp_path, f"name: Ida Quill\n{lines}")
    assert [f"{each.message} {each.remedy}" for each in found] == [said]

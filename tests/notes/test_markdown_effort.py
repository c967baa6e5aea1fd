"""Texts that keep Markdown looking for an end that never comes: they are shown as they stand."""

from datetime import date
from pathlib import Path

import pytest

from deskdiary.pages.note_body import body_html
from deskdiary.schema.markdown_effort import too_much_to_close
from note_reading import put, read

NEVER_CLOSED = {
    "brackets": "[" * 2800,
    "brackets between words": "[a " * 3000,
    "targets of links": "[a](" * 5000,
    "targets with quotation marks": '[a](")' * 5000,
    "backticks in longer and longer runs": " ".join("`" * length for length in range(1, 300)),
}


@pytest.mark.parametrize("text", NEVER_CLOSED.values(), ids=NEVER_CLOSED)
def test_what_is_opened_and_never_closed_is_shown_as_it_stands(text: str) -> None:
    assert body_html(f"Comes in on market days.\n\n{text}").startswith("<pre>")


def test_the_mistake_is_told_where_the_paragraph_begins(tmp_path: Path) -> None:
    brackets = "[" * 2800
    note = f"---\nname: Ida Quill\n---\n\nComes in on market days.\n\n{brackets}\n"
    (problem,) = read(put(tmp_path, {"patrons/p-14.md": note}), date(2026, 11, 24)).problems
    assert (problem.code, problem.place.line) == ("shown-as-it-stands", 7)


def test_a_reading_list_is_nobody_s_attack() -> None:
    listed = "\n".join(
        f"- [Tides of the Estuary, part {n}](https://example.org/tides/{n})" for n in range(150)
    )
    assert str(body_html(listed)).count("<a ") == 150


@pytest.mark.parametrize(
    "text",
    [
        "He said [sic] that it was due.",
        "An [open bracket, as happens.",
        "`code` and ``more ` code``",
        "[a][b] [c](d)\n\n[b]: https://example.org",
        "",
        "\n\n",
    ],
)
def test_what_people_write_is_no_effort(text: str) -> None:
    assert too_much_to_close(text * 50) is None


def test_many_small_efforts_are_one_large() -> None:
    paragraph = "[" * 200 + "a" * 200 + "\n\n"
    assert too_much_to_close(paragraph) is None
    assert too_much_to_close(paragraph * 40) == 4 * len(paragraph)

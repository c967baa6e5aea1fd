"""A change is made where a librarian would make it, and not a byte else is touched; or it is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.edits.change import Added, Altered, Change, Put, Removed
from deskdiary.edits.edit import edit
from deskdiary.edits.layout import Laid
from deskdiary.edits.meaning import differs_only_so, meaning
from deskdiary.edits.unsafe import Unsafe
from deskdiary.shells.reading.layout import lay_out
from naughty import NAUGHTY

CALL = Added("contacts", ((("date", "2026-11-24"), ("how", "phone"), ("about", "Renewed both")),))
RENEWED = Altered("loans", (("title", "Slate Roads"),), "due", "2026-12-18")
RETURNED = Removed("loans", (("title", "Slate Roads"),))


@dataclass(frozen=True, slots=True)
class Edited:
    """A note before and after."""

    before: Laid
    after: Laid

    @property
    def put_in(self) -> str:
        """What is there now and was not before."""
        return "".join(new for old, new in self._differences())

    @property
    def taken_out(self) -> str:
        """What was there and is not any more."""
        return "".join(old for old, new in self._differences())

    def _differences(self) -> list[tuple[str, str]]:
        old, new = self.before.text.splitlines(keepends=True), self.after.text.splitlines(keepends=True)
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return [("".join(old[a:b]), "".join(new[c:d])) for tag, a, b, c, d in steps if tag != "equal"]


def laid(note: str | bytes) -> Laid:
    raw = note if isinstance(note, bytes) else note.encode()
    found = lay_out(raw, "patrons/p-test.md")
    assert isinstance(found, Laid), found
    return found


def edited(note: str, *changes: Change) -> Edited:
    """The note with the changes, read again, and found to say them and nothing else."""
    before = laid(note)
    text = edit(before, changes)
    assert isinstance(text, str), text
    after = laid(before.as_bytes(text))
    assert differs_only_so(before, after, changes)
    return Edited(before, after)


def refused(note: str, *changes: Change) -> Unsafe:
    found = lay_out(note.encode(), "patrons/p-test.md")
    told = found if isinstance(found, Unsafe) else edit(found, changes)
    assert isinstance(told, Unsafe), told
    return told


def note(details: str, body: str = "Quiet.  \n") -> str:
    return f"---\nname: Ida Quill\n{details}---\n{body}"


LINES = "- date: 2026-11-24\n{0}  how: phone\n{0}  about: Renewed both\n"


@pytest.mark.parametrize(
    ("details", "put_in"),
    [
        pytest.param("phone: 01632 960147\n", "contacts:\n  " + LINES.format("  "), id="no diary yet"),
        pytest.param(
            "contacts:\n  - {date: 2026-01-05, how: email, about: Hello}\n",
            "  " + LINES.format("  "),
            id="after the last entry",
        ),
        pytest.param(
            "contacts:\n- date: 2026-01-05\n  how: email\n  about: Hello   # by post\nsince: 2020-01-01\n",
            LINES.format(""),
            id="hyphens in the first column, a comment on the line",
        ),
        pytest.param(
            "contacts:\n    -   date: 2026-01-05\n        how: email\n        about: Hello\n\n"
            "  # what else\n\nsince: 2020-01-01\n",
            "    " + LINES.format("    "),
            id="wide indents, blank lines and a comment below",
        ),
        pytest.param(
            "contacts:\n  - date: 2026-01-05\n    how: email\n    about: |\n      Hello\n\n      again\n"
            "since: 2020-01-01\n",
            "  " + LINES.format("  "),
            id="after a text of several lines",
        ),
        pytest.param(
            "contacts:\n  - date: 2026-01-05\n    how: email\n    about: Hello\n      and good morning\n",
            "  " + LINES.format("  "),
            id="after a text that runs on",
        ),
        pytest.param("contacts:   # the diary\nsince: 2020-01-01\n", "  " + LINES.format("  "), id="empty"),
    ],
)
def test_a_contact_is_added_in_the_way_the_diary_is_written(details: str, put_in: str) -> None:
    done = edited(note(details), CALL)
    assert done.put_in == put_in
    assert done.taken_out == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("contacts: []\n", "contacts:\n  " + LINES.format("  ")),
        ("contacts: ~  # none\n", "contacts:  # none\n  " + LINES.format("  ")),
        (
            "contacts: [{date: 2026-01-05, how: email, about: Hello}]  # short\n",
            (
                "contacts: [{date: 2026-01-05, how: email, about: Hello},"
                " {date: 2026-11-24, how: phone, about: Renewed both}]  # short\n"
            ),
        ),
        (
            "contacts: [\n  {date: 2026-01-05, how: email, about: Hello},  # hers\n]\n",
            (
                "contacts: [\n  {date: 2026-01-05, how: email, about: Hello},"
                " {date: 2026-11-24, how: phone, about: Renewed both},  # hers\n]\n"
            ),
        ),
    ],
    ids=["square brackets with nothing in them", "a tilde", "square brackets", "a comma at the end"],
)
def test_lists_on_one_line_are_continued_on_it(before: str, after: str) -> None:
    assert edited(note(before), CALL).after.text == note(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - {title: Slate Roads, due: 2026-11-27}\n", "  - {title: Slate Roads, due: 2026-12-18}\n"),
        (
            "  - due: '2026-11-27'   # again\n    title: Slate Roads\n",
            "  - due: '2026-12-18'   # again\n    title: Slate Roads\n",
        ),
        (
            '  - {title: Sea Roads, due: 2026-11-27}\n  - title: "Slate Roads"\n    due: 2026-11-27\n',
            '  - {title: Sea Roads, due: 2026-11-27}\n  - title: "Slate Roads"\n    due: 2026-12-18\n',
        ),
    ],
)
def test_a_renewal_changes_the_date_and_keeps_its_quotation_marks(before: str, after: str) -> None:
    assert edited(note(f"loans:\n{before}"), RENEWED).after.text == note(f"loans:\n{after}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("loans:\n  - {title: Slate Roads, due: 2026-11-27}\n", "loans:\n"),
        (
            (
                "loans:\n  # oldest first\n  - title: Slate Roads\n    due: 2026-11-27  # soon\n"
                "  # and\n  - {title: Sea Roads, due: 2026-11-27}\n"
            ),
            "loans:\n  # oldest first\n  # and\n  - {title: Sea Roads, due: 2026-11-27}\n",
        ),
        (
            "loans: [{title: Sea Roads, due: 2026-11-27}, {title: Slate Roads, due: 2026-11-27}]\n",
            "loans: [{title: Sea Roads, due: 2026-11-27}]\n",
        ),
        (
            "loans: [{title: Slate Roads, due: 2026-11-27}, {title: Sea Roads, due: 2026-11-27}]\n",
            "loans: [{title: Sea Roads, due: 2026-11-27}]\n",
        ),
        ("loans: [ {title: Slate Roads, due: 2026-11-27}, ]\n", "loans: []\n"),
    ],
)
def test_a_loan_that_came_back_takes_its_own_lines_with_it(before: str, after: str) -> None:
    assert edited(note(before), RETURNED).after.text == note(after)


def test_the_day_of_the_last_look_is_put_in_its_place_or_added() -> None:
    looked = Put("reviewed", "2026-11-24")
    assert edited(note("reviewed: 2025-01-05 # old\n"), looked).after.text == note(
        "reviewed: 2026-11-24 # old\n"
    )
    assert edited(note(""), looked).after.text == note("reviewed: 2026-11-24\n")


def test_several_changes_are_made_at_once() -> None:
    request = Added("requests", ((("for", "Tradewind"), ("asked", "2026-11-24")),))
    done = edited(note("loans:\n  - {title: Slate Roads, due: 2026-11-27}\n"), CALL, request, RENEWED)
    assert done.put_in == (
        "  - {title: Slate Roads, due: 2026-12-18}\ncontacts:\n  "
        + LINES.format("  ")
        + "requests:\n  - for: Tradewind\n    asked: 2026-11-24\n"
    )


def test_a_new_field_never_comes_between_a_list_and_what_is_added_to_it() -> None:
    request = Added("requests", ((("for", "Tradewind"), ("asked", "2026-11-24")),))
    before = note("contacts:\n  - {date: 2026-01-05, how: email, about: Hello}\n")
    assert edited(before, request, Put("reviewed", "2026-11-24"), CALL).put_in == (
        "  "
        + LINES.format("  ")
        + "requests:\n  - for: Tradewind\n    asked: 2026-11-24\nreviewed: 2026-11-24\n"
    )


@pytest.mark.parametrize(
    ("details", "changes", "line", "why"),
    [
        pytest.param("contacts: &a\n  - x\n", [CALL], 3, "Mend this first", id="an anchor"),
        pytest.param("contacts: [never closed\n", [CALL], 3, "Mend this first", id="a broken line"),
        pytest.param("contacts: he rang\n", [CALL], 3, "no list", id="a text where the diary belongs"),
        pytest.param("loans: []\n", [RENEWED], 2, "isn't in this note", id="no such loan"),
        pytest.param(
            "loans: [{title: Slate Roads, due: 2026-11-27}, {title: Slate Roads, due: 2026-11-28}]\n",
            [RETURNED],
            2,
            "More than one",
            id="two copies of one book",
        ),
        pytest.param(
            "loans: [ # keep me\n {title: Slate Roads, due: 2026-11-27}]\n",
            [RETURNED],
            4,
            "comment",
            id="a comment that would go too",
        ),
        pytest.param(
            "loans:\n  - title: Slate Roads\n    due: >\n      2026-11-27\n",
            [RENEWED],
            5,
            "several lines",
            id="a date on a line of its own",
        ),
    ],
)
def test_what_cannot_be_done_safely_is_refused_with_its_line(
    details: str, changes: Sequence[Change], line: int, why: str
) -> None:
    told = refused(note(details), *changes)
    assert told.place.line == line
    assert why in told.why


def test_a_refusal_has_the_lines_to_paste_and_shows_them_in_no_log() -> None:
    told = refused(note("contacts: he rang\n"), CALL)
    assert told.lines == (
        "contacts:",
        "  - date: 2026-11-24",
        "    how: phone",
        "    about: Renewed both",
    )
    assert "Renewed" not in repr(told)


@pytest.mark.parametrize("said", NAUGHTY)
@pytest.mark.parametrize("start", ["contacts: [{about: x}]\n", ""], ids=["on one line", "on lines"])
def test_whatever_is_said_is_read_as_it_was_said_or_refused(said: str, start: str) -> None:
    text = said.replace("\r\n", "\n").replace("\r", "\n").strip()
    change = Added("contacts", ((("about", text or "-"), ("by", "ep")),))
    before = laid(note(start))
    new = edit(before, [change])
    assert isinstance(new, str)
    after = lay_out(before.as_bytes(new), "patrons/p-test.md")
    if isinstance(after, Laid):
        assert differs_only_so(before, after, [change])
    else:
        assert after.why.startswith("Mend this first")


# -- odd notes ------------------------------------------------------------------------------------------

TEXTS = (
    "Hello",
    "'it''s'",
    '"a \\"b\\" # c"',
    "🧭 größer  # aside",
    "|\n{0}  one\n{0}\n{0}  two",
    "x\n{0}  y",
    "",
)
texts = st.sampled_from(TEXTS)
gaps = st.sampled_from(("", "\n", "   \n", "# a comment: [x\n", "\t\n", "\n\n      # further in\n"))


@st.composite
def records(draw: st.DrawFn) -> str:
    """A list of records in one of the ways in which people write one."""
    if draw(st.booleans()):
        items = draw(st.lists(st.sampled_from(("{a: b}", '{a: "x, y" , }', "{\n  a: '[' }")), max_size=3))
        comma = draw(st.sampled_from(("", ",", " ,  "))) if items else ""
        return "[" + draw(st.sampled_from(("", " "))) + ", ".join(items) + comma + "]  # list\n"
    indent = " " * draw(st.integers(0, 4))
    wide = draw(st.sampled_from((" ", "   ")))
    written = "".join(
        f"{draw(gaps)}{indent}-{wide}a: {draw(texts).format(indent + ' ' + wide)}\n"
        f"{indent} {wide}b: {draw(texts).format(indent + ' ' + wide)}\n"
        for _ in range(draw(st.integers(1, 3)))
    )
    return f"{draw(st.sampled_from(('', '  # why', '   ')))}\n{written}"


@st.composite
def odd_notes(draw: st.DrawFn) -> bytes:
    """A note with all the oddities that editors and hands leave behind."""
    fields = [f"name: {draw(texts).format('')}\n", f"hours: {draw(texts).format('')}\n"]
    for name in ("contacts", "loans"):
        if draw(st.booleans()):
            fields.insert(draw(st.integers(0, len(fields))), f"{name}: {draw(records())}")
    details = "".join(field + draw(gaps) for field in fields)
    body = draw(
        st.sampled_from(("", "\n", "\nHer text.  \n\n--- \n", "no end of line 🧭", "contacts:\n  - x\n"))
    )
    whole = f"---{draw(st.sampled_from(('', '  ')))}\n{details}---\n{body}"
    ending = draw(st.sampled_from(("\n", "\r\n")))
    mark = draw(st.sampled_from(("", "\ufeff")))
    return (mark + whole.replace("\n", ending)).encode()


@given(odd_notes(), st.sampled_from((CALL, Put("reviewed", "2026-11-24"))))
def test_every_byte_of_an_odd_note_is_where_it_was(raw: bytes, change: Change) -> None:
    found = lay_out(raw, "patrons/p-test.md")
    if isinstance(found, Unsafe):
        assert found.why.startswith("Mend this first")
        return
    text = edit(found, [change])
    assert isinstance(text, str), text
    new = found.as_bytes(text)
    after = laid(new)
    assert differs_only_so(found, after, [change])
    emptied = isinstance(change, Added) and meaning(found.root).get("contacts") == ""  # type: ignore[union-attr]
    if not emptied:
        assert new.endswith(raw[_common(raw, new) :])
    assert (b"\r\n" in new) == (b"\r\n" in raw)
    assert new.count(b"\n") == new.count(b"\r\n") or b"\r" not in new


@st.composite
def notes_with_loans(draw: st.DrawFn) -> tuple[bytes, int]:
    """An odd note whose loans have numbers, and one of these."""
    count = draw(st.integers(1, 4))
    if draw(st.booleans()):
        written = ", ".join(f"{{item: {number}, title: x}}" for number in range(count))
        loans = f"loans: [{draw(st.sampled_from(('', ' ')))}{written}{draw(st.sampled_from(('', ',')))}]\n"
    else:
        deep = draw(st.sampled_from(("", "  ", "     ")))
        loans = "loans:\n" + "".join(
            f"{draw(gaps)}{deep}- item: {number}{draw(st.sampled_from(('', '  # its number')))}\n"
            f"{deep}  title: {draw(texts).format(deep + ' ')}\n"
            for number in range(count)
        )
    details = f"name: Ida Quill\n{draw(gaps)}{loans}{draw(gaps)}hours: mornings\n"
    ending = draw(st.sampled_from(("\n", "\r\n")))
    return note(details).replace("\n", ending).encode(), draw(st.integers(0, count - 1))


@given(notes_with_loans())
def test_one_loan_of_several_goes_and_no_byte_of_the_others(given_: tuple[bytes, int]) -> None:
    raw, number = given_
    found = lay_out(raw, "patrons/p-test.md")
    if isinstance(found, Unsafe):
        assert found.why.startswith("Mend this first")
        return
    change = Removed("loans", (("item", str(number)),))
    text = edit(found, [change])
    assert isinstance(text, str), text
    new = found.as_bytes(text)
    assert differs_only_so(found, laid(new), [change])
    assert raw.endswith(new[_common(raw, new) :])


@given(notes_with_loans())
def test_one_value_of_several_is_another_and_no_byte_of_the_others(given_: tuple[bytes, int]) -> None:
    raw, number = given_
    found = lay_out(raw, "patrons/p-test.md")
    if isinstance(found, Unsafe):
        assert found.why.startswith("Mend this first")
        return
    change = Altered("loans", (("item", str(number)),), "item", "77")
    text = edit(found, [change])
    assert isinstance(text, str), text
    new = found.as_bytes(text)
    assert differs_only_so(found, laid(new), [change])
    assert len(new) == len(raw) + 1
    assert new.count(b"item: 77") == 1
    assert new.replace(b"item: 77", f"item: {number}".encode()) == raw


CORPUS = sorted((Path(__file__).parent.parent / "notes" / "corpus").glob("*.md"))


def test_every_note_of_the_corpus_is_changed_by_one_stretch_or_refused_with_its_line() -> None:
    outcomes = {file.name: _stretch(file.read_bytes()) for file in CORPUS}
    assert {stretch for stretch in outcomes.values() if stretch} == {True}
    assert 0 < sum(stretch is None for stretch in outcomes.values()) < len(CORPUS)


def _stretch(raw: bytes) -> bool | None:
    """Whether a note becomes longer by one stretch in its midst; None where it is refused."""
    found = lay_out(raw, "patrons/p-test.md")
    new = found if isinstance(found, Unsafe) else edit(found, [CALL])
    if isinstance(new, Unsafe):
        assert new.place.line > 0
        return None
    assert isinstance(found, Laid)
    same = _common(raw, found.as_bytes(new))
    return found.as_bytes(new).endswith(raw[same:])


def _common(one: bytes, other: bytes) -> int:
    """How many bytes two texts begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )

"""Notes as long as they may be and crowded with one sign: none costs more than the blink of an eye."""

import time
from datetime import date

import pytest

from deskdiary.schema.patron import PATRON
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.reading.note import note_of
from deskdiary.shells.reading.note_file import LONGEST_BODY, LONGEST_DETAILS

A_BLINK = 3.0  # seconds of a busy machine; a cost that grows with the square of the length takes minutes
BODY_SIGNS = (
    "[", "![", "](", "[a](b) ", "<", "<a ", "<a b", "`", "`a", "```\n", "~~~\n", "> ", "> > >\n", "4111 ",
    "1", "\xa0", "\u202e", "Ã¼", "\u200d", "[a]: b\n", "![a][b]\n", "a: b\n", "*", "\n", " ", "[a](&#115;",
    "=======\n", "<<<<<<< \n", ">>>>>>> \n", "javascript:", "onabc =", "<!--", "-->", "&", "\\", "x",
)  # fmt: skip
DETAIL_SIGNS = (
    "a: @\n", "<\n", '"\n', "a: '\n", "a: b: c\n", " a: b\n", "\ta\n", "[", "{", "- ", ",", "? ", "a: &b\n",
    "\n", "a", "a: #b\n", "a: \0\n", "a: \u2028\n", "\xa0a: b\n", "nmae: x\n", "name: x\n",
    "interests: [a]\n", "...\n", "—\n", "=======\n", "|\n", "a: |\n", "'", "\\", "a:\n", "-\n", ": \n",
    "!a ", "*a ",
)  # fmt: skip
ITEMS = (
    ("interests", "a,"),
    ("loans", "{title: a, due: x},"),
    ("contacts", "{date: 3 of Juni 12},"),
    ("snoozed", "{for: x-x-x/aaaa/bbbb, until: 2026-12-01},"),
    ("requests", "{for: aaaa bbb, asked: 2026-12-01},"),
    ("reminders", "{date: 2026-12-01, about: a, every: monthly},"),
)


def seconds(note: str) -> float:
    sheet = Sheet("patrons/p-test.md", date(2026, 11, 24), "GB")
    before = time.process_time()
    note_of(note.encode(), "p-test", PATRON, sheet)
    return time.process_time() - before


def filled(unit: str, most: int) -> str:
    return unit * ((most - 100) // len(unit.encode()))


@pytest.mark.parametrize("sign", BODY_SIGNS)
def test_a_text_full_of_one_sign(sign: str) -> None:
    assert seconds(f"---\nname: Ida\n---\n{filled(sign, LONGEST_BODY)}") < A_BLINK
    assert seconds(f"---\nname: Ida\n---\n<b>\n{filled(sign, LONGEST_BODY)}") < A_BLINK


@pytest.mark.parametrize("sign", DETAIL_SIGNS)
def test_details_full_of_one_sign(sign: str) -> None:
    assert seconds(f"---\nname: Ida\n{filled(sign, LONGEST_DETAILS)}\n---\n") < A_BLINK


@pytest.mark.parametrize(("name", "item"), ITEMS)
def test_a_list_as_long_as_it_may_be(name: str, item: str) -> None:
    assert seconds(f"---\nname: Ida\n{name}: [{filled(item, LONGEST_DETAILS)}]\n---\n") < A_BLINK


@pytest.mark.parametrize("name", PATRON.names)
@pytest.mark.parametrize("unit", ["1", "a.", "a@", "1-", "é", "a b ", "2026-", "%41"])
def test_a_field_as_long_as_it_may_be(name: str, unit: str) -> None:
    assert seconds(f'---\nname: Ida\n{name}: "{filled(unit, LONGEST_DETAILS)}"\n---\n') < A_BLINK

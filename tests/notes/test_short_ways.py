"""What is read the short way comes to what it comes to the long way."""

import re
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem
from deskdiary.records.written import Scalar
from deskdiary.schema.body import _worth_a_look as body_worth_a_look
from deskdiary.schema.body_markup import FINDERS
from deskdiary.schema.dates import Day
from deskdiary.schema.patron import PREFERS
from deskdiary.schema.reach import EmailAddress
from deskdiary.schema.record import Kind
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.suspicions import _WORTH_A_LOOK, _worth_a_look
from deskdiary.schema.texts import Line
from deskdiary.spans import UNITS, Span, plus_span

NEVER = re.compile("(?!)")
PLACE = Place("patrons/p-ada.md", 3, 7)
TEXTS = st.text("aAonscript:=<>-! 0123456789.,'?&;/+()\té", max_size=24) | st.from_regex(
    r"\A[a-z ]{0,3}[0-9 -]{10,20}\Z"
)
ADDRESSES = (
    st.from_regex(r"\A[a-z0-9A-Z._+%-]{0,6}@?[a-z0-9.-]{0,8}(\.example)?(\.org|\.com|\.test)?\Z") | TEXTS
)

BODIES = st.lists(
    TEXTS
    | st.sampled_from(
        ["- " * 20, ">" * 20, "1. " * 30, "    " * 21, "\t" * 20 + "- a", "[a](b:c)", "![a]", "`a"]
    )
    | st.text("<>a/!-[]()`~ \t\r\n4\x00\x85\u202e", max_size=30),
    max_size=6,
).map("\n".join)


def read(kind: Kind, text: str) -> tuple[object, list[Problem]]:
    """What a kind of value makes of a text, and what it says of it."""
    sheet = Sheet(PLACE.path, date(2026, 11, 24), "GB")
    return kind.read(Scalar(text, PLACE), sheet, "name"), sheet.problems


@pytest.mark.parametrize("kind", [Line(), Line(12), PREFERS], ids=["line", "short line", "choice"])
@given(text=TEXTS | st.sampled_from(PREFERS.options))
def test_a_harmless_text(kind: Kind, text: str) -> None:
    short = read(kind, text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("deskdiary.schema.texts._HARMLESS", NEVER)
        assert read(kind, text) == short


@given(
    text=st.dates().map(str)
    | st.from_regex(r"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\Z")
    | st.from_regex(r"\A(?:1989|1990|2045|2046|2047)-(?:02|11)-(?:24|25|30)\Z")
    | TEXTS
)
def test_a_usual_day(text: str) -> None:
    short = read(Day(), text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("deskdiary.schema.dates._usual_day", lambda *_: None)
        assert read(Day(), text) == short


@given(text=ADDRESSES)
def test_a_plain_address(text: str) -> None:
    short = read(EmailAddress(), text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("deskdiary.schema.reach._PLAIN_LOCAL_PART", NEVER)
        assert read(EmailAddress(), text) == short


def test_a_plain_address_is_read() -> None:
    assert read(EmailAddress(), "ada.ames@example.org") == ((("ada.ames@example.org", PLACE)), [])


@given(text=TEXTS)
def test_a_text_is_looked_at_whenever_there_is_something_to_see(text: str) -> None:
    assert _worth_a_look(text) == (_WORTH_A_LOOK.search(text) is not None)


@given(text=BODIES)
def test_a_body_that_gets_no_look_has_nothing_to_see_in_it(text: str) -> None:
    assert body_worth_a_look(text) or not [found for find in FINDERS for found in find(text)]


@given(
    day=st.dates(),
    count=st.integers(1, 9999),
    unit=st.sampled_from(UNITS),
    factor=st.sampled_from((0, 1, 2, 40)),
)
def test_a_span_after_a_day(day: date, count: int, unit: str, factor: int) -> None:
    try:
        expected = day + relativedelta(**{f"{unit}s": count * factor})  # type: ignore[arg-type] # a unit each
    except (ValueError, OverflowError):
        expected = date.max
    assert plus_span(day, Span(count, unit), factor) == expected

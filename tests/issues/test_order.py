"""Which lines of a comment are an order, and which only speak of one."""

import pytest

from deskdiary.issues.order import order_in

DAY = "2026-12-01"
ORDER = f"/snooze {DAY}"


@pytest.mark.parametrize(
    "comment",
    [
        ORDER,
        f"Away until then.\r\n  {ORDER} \t\r\n",
        f"```\nhow she wrote it\n```\n{ORDER}",
        f"~~~~ text\n~~~\n~~~~\n{ORDER}",
        f"```one line of code``` and then\n{ORDER}",
    ],
)
def test_an_order_stands_on_a_line_of_its_own(comment: str) -> None:
    assert order_in(comment) == DAY


@pytest.mark.parametrize(
    "comment",
    [
        f"Write it so:\n```\n{ORDER}\n```\nDoes it work?",
        f"~~~ text\r\n{ORDER}\r\n~~~",
        f"````\n```\n{ORDER}\n````",
        f"```\nnever closed\n{ORDER}",
        f"> {ORDER}",
        f"Should I write {ORDER} here?",
        f"/snoozed {DAY}",
    ],
)
def test_what_is_quoted_or_spoken_of_is_no_order(comment: str) -> None:
    assert order_in(comment) is None


def test_an_order_without_a_day_names_nothing() -> None:
    assert order_in("/snooze \t") == ""


def test_a_comment_of_the_greatest_length_is_read_at_once() -> None:
    many = " " * 65_000
    assert order_in(f"/snooze{many}\ry") == ""
    assert order_in(f"/snooze a{many}b") == f"a{many}b"
    assert order_in("`" * 65_000 + "x`") is None

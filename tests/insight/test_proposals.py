"""Lines of `library.yml` that might be changed: proposed where it is worth it, and true to what they say."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from desk_writing import WrittenDesk, write_desk
from deskdiary.day.channel import Channel
from deskdiary.day.plan import reckon
from deskdiary.day.state import State
from deskdiary.insight.change import Change, Where, change
from deskdiary.insight.effect import effect, tally
from deskdiary.insight.proposals import Proposals, proposals
from deskdiary.records.desk import Desk
from random_desks import DAYS, desks

ON = "2026-03-09"
BLOCK = """\
library: Small Library
timezone: Europe/London
country: GB
categories:
  emeritus:
    label: Emeritus    # since 2019
    attention: usual
"""
LIBRARY = "library: Small Library\ntimezone: Europe/London\ncountry: GB\n"
FLOW = f"{LIBRARY}categories:\n  emeritus: {{label: Emeritus, attention: usual}}\n"
ONE_IN_BRACES = f"{LIBRARY}categories: {{emeritus: {{label: Emeritus}}}}\n"
BARE = f"{LIBRARY}categories:\n  emeritus:\n"


def desk_of_emeriti(root: Path, library: str, lines: list[str]) -> WrittenDesk:
    """One note for each of the lines, all with a loan that is soon due."""
    notes = "\n".join(
        f"# patrons/p-{number}.md\nname: Reader {number}\nemail: reader{number}@example.org\n"
        f"phone: 029 2018 01{number:02}\ncategory: emeritus\n{line}\n"
        f"loans: [{{title: Atlas, due: 2026-03-10}}]\n"
        for number, line in enumerate(lines)
    )
    return write_desk(root, f"{notes}# library.yml\n{library}")


def proposed(desk: WrittenDesk) -> Proposals:
    return proposals(desk.on(ON).plan)


def rarely(some: int, of: int) -> list[str]:
    return ["reads_email: rarely"] * some + [""] * (of - some)


def test_nine_of_eleven_rarely_read_email_so_the_category_might_say_so(tmp_path: Path) -> None:
    desk = desk_of_emeriti(tmp_path, BLOCK, rarely(9, 11))
    (each,) = proposed(desk).each
    assert (each.asking, each.people) == (9, 11)
    assert (each.change.line, each.change.before, each.change.after) == (7, None, "reads_email: rarely")
    assert each.change.where is Where.BELOW
    before, after = each.effect.before, each.effect.after
    assert (before.states[State.USUAL], before.channels[Channel.PHONE]) == (2, 9)
    assert (after.states[State.USUAL], after.channels[Channel.PHONE]) == (0, 11)
    assert after.minutes == before.minutes + 2 * 6


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (rarely(2, 3), "two are too few"),
        (rarely(3, 7), "three are not half of seven"),
        (rarely(4, 4), "all say it themselves, so nothing would change"),
        ([*rarely(3, 3), "attention: leave alone"], "the fourth would not hear from us anyway"),
    ],
)
def test_what_few_ask_for_or_what_changes_nothing_is_not_proposed(
    tmp_path: Path, lines: list[str], why: str
) -> None:
    assert proposed(desk_of_emeriti(tmp_path, BLOCK, lines)).each == (), why


def test_a_category_that_says_it_already_is_left_as_it_is(tmp_path: Path) -> None:
    desk = desk_of_emeriti(tmp_path, f"{BLOCK}    reads_email: never\n", rarely(9, 11))
    assert proposed(desk).each == ()


def test_of_several_ways_the_one_most_prefer_is_proposed_in_the_place_of_the_old(tmp_path: Path) -> None:
    lines = [*["prefers: letter\naddress: 1 Chapel Row\nreads_email: rarely"] * 3, "reads_email: never"]
    desk = desk_of_emeriti(tmp_path, f"{BLOCK}    prefers: email\n    reads_email: rarely\n", lines)
    note = tmp_path / "patrons" / "p-3.md"
    note.write_text(note.read_text("utf-8").replace("email: reader3", "address: 2 Chapel Row\nemail: r3"))
    (each,) = proposed(desk).each
    assert (each.change.line, each.change.where) == (8, Where.INSTEAD)
    assert (each.change.before, each.change.after) == ("prefers: email", "prefers: letter")


def test_a_longer_notice_that_most_want_is_proposed(tmp_path: Path) -> None:
    lines = [*["notice_days: 1\nreads_email: rarely"] * 3, "reads_email: rarely"]
    desk = desk_of_emeriti(tmp_path, f"{BLOCK}    reads_email: rarely\n    notice_days: 0\n", lines)
    (each,) = proposed(desk).each
    assert (each.change.before, each.change.after) == ("notice_days: 0", "notice_days: 1")
    assert (each.effect.before.states[State.OPEN], each.effect.after.states[State.OPEN]) == (3, 4)


def below(text: str, told: Change) -> str:
    lines = text.splitlines()
    assert told.line is not None
    lines.insert(told.line, " " * told.indent + told.after)
    return "\n".join(lines) + "\n"


def within(text: str, told: Change) -> str:
    lines = text.splitlines()
    assert told.line is not None
    line = lines[told.line - 1]
    at = line.index("{", line.index("emeritus")) + 1
    lines[told.line - 1] = f"{line[:at]}{told.after}, {line[at:]}"
    return "\n".join(lines) + "\n"


def instead(text: str, told: Change) -> str:
    lines = text.splitlines()
    assert told.line is not None
    assert told.before is not None
    assert told.before in lines[told.line - 1]
    lines[told.line - 1] = lines[told.line - 1].replace(told.before, told.after)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("library", "do"),
    [
        pytest.param(BLOCK, below, id="a new line"),
        pytest.param(FLOW, within, id="within braces"),
        pytest.param(ONE_IN_BRACES, within, id="within braces with one entry"),
        pytest.param(f"{BLOCK}    reads_email: often\n", instead, id="in the place of another"),
        pytest.param(FLOW.replace("}", ", reads_email: often}"), instead, id="in its place, within braces"),
    ],
)
def test_whoever_does_as_the_proposal_says_gets_the_day_that_it_foretells(
    tmp_path: Path, library: str, do: Callable[[str, Change], str]
) -> None:
    desk = desk_of_emeriti(tmp_path, library, rarely(9, 11))
    (each,) = proposed(desk).each
    file = tmp_path / "library.yml"
    file.write_text(do(file.read_text("utf-8"), each.change), "utf-8")
    day = desk.on(ON)
    assert day.problems() == []
    assert tally(day.plan.desk, day.plan.desk.patrons, day.plan) == each.effect.after
    assert proposed(desk).each == ()


def test_a_category_that_says_nothing_has_no_line_to_point_to(tmp_path: Path) -> None:
    (each,) = proposed(desk_of_emeriti(tmp_path, BARE, rarely(9, 11))).each
    assert (each.change.line, each.change.where) == (None, Where.BELOW)


def test_several_proposals_are_reckoned_together_as_well(tmp_path: Path) -> None:
    lines = [*["notice_days: 4\nreads_email: rarely"] * 3, ""]
    desk = desk_of_emeriti(tmp_path, f"{BLOCK}    notice_days: 1\n", lines)
    note = tmp_path / "patrons" / "p-3.md"
    note.write_text(note.read_text("utf-8").replace("[{", "[{title: Chapels, due: 2026-03-13}, {"), "utf-8")
    found = proposed(desk)
    assert [each.change.field for each in found.each] == ["reads_email", "notice_days"]
    assert [each.effect.after.states[State.OPEN] for each in found.each] == [4, 3]
    assert found.together is not None
    assert found.together.after.states[State.OPEN] == 5
    assert (found.together.before, found.together.after.channels[Channel.PHONE]) == (
        found.each[0].effect.before,
        4,
    )


@given(desks(), DAYS)
def test_a_proposal_tells_the_truth_of_the_whole_day(desk: Desk, on: date) -> None:
    """Reckoning those alone whom a line is about comes to the same as reckoning everybody anew."""
    plan = reckon(desk, on)
    for key, category in desk.library.categories.items():
        members = [
            patron for patron in desk.patrons if (found := desk.category_of(patron)) and found.key == key
        ]
        told = effect(plan, members, (change(category, "reads_email", "never"),))
        everybody = effect(plan, desk.patrons, (change(category, "reads_email", "never"),))
        assert told == everybody
        assert told.before == tally(desk, desk.patrons, plan)

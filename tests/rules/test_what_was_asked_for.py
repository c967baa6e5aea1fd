"""What comes of a request: a trial that ends, an arrival, a refusal, or nothing yet."""

from pathlib import Path

import pytest

from desk_writing import DayAtDesk, WrittenDesk, write_desk

CLOSING = "trial-closing/map-vault/2026-03-27"
ARRIVED = "arrived/atlas/2026-03-02"
DECLINED = "declined/tradewind/2026-03-02"


def states_of(day: DayAtDesk, kind: str) -> dict[str, str]:
    return {short_id: state for short_id, state in day.states().items() if short_id.startswith(kind)}


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-19", "upcoming", id="six open days before the end"),
        pytest.param("2026-03-20", "open", id="five open days before"),
        pytest.param("2026-03-28", "open", id="the day after, overdue"),
        pytest.param("2026-04-10", "open", id="two weeks after"),
        pytest.param("2026-04-11", "missed", id="and then it is too late"),
    ],
)
def test_whoever_was_told_of_a_trial_is_asked_what_they_make_of_it_before_it_ends(
    desk: WrittenDesk, on: str, state: str
) -> None:
    """
    name: Lin Yuqing
    requests: [{for: Map Vault, asked: 2025-06-23}]
    contacts: [{date: 2026-03-03, how: email, about: Told her, for: trial-opens/map-vault/2026-03-02}]
    # resources/map-vault.md
    title: Map Vault
    trial: {from: 2026-03-02, to: 2026-03-27}
    """
    assert states_of(desk.on(on), "trial-closing") == {CLOSING: state}


@pytest.mark.parametrize(
    "contacts",
    [
        pytest.param("", id="nobody told her"),
        pytest.param(
            "contacts: [{date: 2026-03-25, how: email, about: Told, for: trial-opens/map-vault/2026-03-02}]",
            id="she is told later",
        ),
    ],
)
def test_whoever_was_not_told_that_it_began_is_not_asked_how_it_was(tmp_path: Path, contacts: str) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Lin Yuqing
requests: [{{for: Map Vault, asked: 2025-06-23}}]
{contacts}
# resources/map-vault.md
title: Map Vault
trial: {{from: 2026-03-02, to: 2026-03-27}}
""",
    )
    assert states_of(desk.on("2026-03-24"), "trial-closing") == {}


@pytest.mark.parametrize(
    ("asked", "on", "expected"),
    [
        pytest.param("2026-01-05", "2026-03-01", {ARRIVED: "upcoming"}, id="the day before"),
        pytest.param("2026-01-05", "2026-03-02", {ARRIVED: "open"}, id="the day it can be used"),
        pytest.param("2026-03-02", "2026-03-02", {ARRIVED: "open"}, id="asked on that very day"),
        pytest.param("2026-03-03", "2026-03-04", {}, id="asked when it was here already"),
        pytest.param("2026-01-05", "2026-08-29", {ARRIVED: "open"}, id="the last of 180 days"),
        pytest.param("2026-01-05", "2026-08-30", {ARRIVED: "missed"}, id="news no longer"),
    ],
)
def test_whoever_asked_before_it_came_hears_that_it_is_here(
    tmp_path: Path, asked: str, on: str, expected: dict[str, str]
) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Yaw Boateng
requests: [{{for: atlas, asked: {asked}}}]
# resources/atlas.md
title: Atlas of Sound
status: held
available: 2026-03-02
""",
    )
    assert desk.on(on).states() == expected


def test_it_is_to_be_told_within_two_open_days(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    requests: [{for: atlas, asked: 2026-01-05}]
    # resources/atlas.md
    title: Atlas of Sound
    available: 2026-03-06
    """
    assert desk.on("2026-03-06").dates("arrived/atlas/2026-03-06") == {
        "opens": "2026-03-06",
        "due": "2026-03-10",
        "closes": "2026-09-02",
    }


def test_a_thing_we_still_want_has_not_arrived_whatever_day_is_hoped_for(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    requests: [{for: atlas, asked: 2026-02-05}]
    # resources/atlas.md
    title: Atlas of Sound
    status: wanted
    available: 2026-03-02
    """
    assert desk.on("2026-03-10").states() == {}


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-01", "upcoming", id="before it was decided"),
        pytest.param("2026-03-02", "open", id="the day it was"),
        pytest.param("2026-08-30", "missed", id="half a year later"),
    ],
)
def test_whoever_asked_for_what_we_turned_down_hears_it_from_us(
    desk: WrittenDesk, on: str, state: str
) -> None:
    """
    name: Ewan Fairbrother
    requests: [{for: Tradewind, asked: 2025-12-01}]
    # resources/tradewind.md
    title: Tradewind
    status: declined
    decided: 2026-03-02
    """
    assert desk.on(on).states() == {DECLINED: state}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2026-03-17", {"2026-03-31": "upcoming"}, id="in sight a fortnight before"),
        pytest.param("2026-03-16", {}, id="and not earlier"),
        pytest.param("2026-03-31", {"2026-03-31": "open"}, id="after ninety days"),
        pytest.param("2026-06-28", {"2026-03-31": "open", "2026-06-29": "upcoming"}, id="until the next"),
        pytest.param("2026-06-29", {"2026-03-31": "missed", "2026-06-29": "open"}, id="which takes over"),
    ],
)
@pytest.mark.parametrize(
    ("wanted", "subject"),
    [
        pytest.param("small-harbours", "small-harbours", id="a resource that is wanted"),
        pytest.param("Journal of Small Harbours", "small-harbours", id="by its title"),
        pytest.param("Ledger and Loom", "ledger-and-loom", id="a thing we have no note of"),
    ],
)
def test_whoever_waits_hears_every_ninety_days_that_they_are_not_forgotten(
    tmp_path: Path, wanted: str, subject: str, on: str, expected: dict[str, str]
) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Rhodri Maddocks
requests: [{{for: {wanted}, asked: 2025-12-31}}]
# resources/small-harbours.md
title: Journal of Small Harbours
status: wanted
""",
    )
    assert desk.on(on).states() == {
        f"request-waiting/{subject}/{day}": state for day, state in expected.items()
    }


@pytest.mark.parametrize(
    "news",
    [
        pytest.param("trial: {from: 2026-05-01, to: 2026-05-30}", id="a trial to come"),
        pytest.param("status: held\navailable: 2026-03-02", id="an arrival"),
        pytest.param("status: declined\ndecided: 2026-03-02", id="a refusal"),
    ],
)
def test_who_has_news_waits_no_longer(tmp_path: Path, news: str) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Rhodri Maddocks
requests: [{{for: small-harbours, asked: 2025-12-31}}]
# resources/small-harbours.md
title: Journal of Small Harbours
{news}
""",
    )
    assert states_of(desk.on("2026-03-31"), "request-waiting") == {}


def test_of_two_requests_for_one_thing_the_first_counts(desk: WrittenDesk) -> None:
    """
    name: Rhodri Maddocks
    requests:
      - {for: Ledger & Loom, asked: 2026-02-01}
      - {for: ledger loom, asked: 2025-12-31}
    """
    assert desk.on("2026-03-31").states() == {"request-waiting/ledger-loom/2026-03-31": "open"}


def test_the_library_may_ask_more_often(desk: WrittenDesk) -> None:
    """
    name: Rhodri Maddocks
    requests: [{for: Ledger and Loom, asked: 2026-01-31}]
    # library.yml
    rules: {request-waiting: {every: 1 month}}
    """
    assert set(desk.on("2026-03-31").states()) == {
        "request-waiting/ledger-and-loom/2026-02-28",
        "request-waiting/ledger-and-loom/2026-03-31",
    }

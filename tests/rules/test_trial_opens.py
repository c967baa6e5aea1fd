"""Trials of what somebody asked for: each who asked hears in person, however they called it."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

TRIAL = "trial-opens/map-vault/2026-03-02"
MAP_VAULT = """
# resources/map-vault.md
title: MapVault Historic Maps
also_known_as: [Tithe Map Vault, Mappe Storiche Straße]
trial: {from: 2026-03-02, to: 2026-03-27}
"""


def asked_for(root: Path, name: str, asked: str = "2025-11-04") -> WrittenDesk:
    return write_desk(root, f"name: Lin Yuqing\nrequests: [{{for: '{name}', asked: {asked}}}]\n{MAP_VAULT}")


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-01", "upcoming", id="the day before it begins"),
        pytest.param("2026-03-02", "open", id="the day it begins"),
        pytest.param("2026-03-27", "open", id="its last day"),
        pytest.param("2026-03-28", "missed", id="over, and nobody told them"),
    ],
)
def test_a_trial_through_the_weeks(tmp_path: Path, on: str, state: str) -> None:
    assert asked_for(tmp_path, "map-vault").on(on).states() == {TRIAL: state}


@pytest.mark.parametrize(
    "name",
    [
        "map-vault",
        "MAP-VAULT",
        "MapVault Historic Maps",
        "mapvault   HISTORIC maps",
        " Tithe  Map   Vault ",
        "mappe storiche strasse",
    ],
)
def test_a_request_matches_by_key_title_or_other_name(tmp_path: Path, name: str) -> None:
    assert asked_for(tmp_path, name).on("2026-03-02").states() == {TRIAL: "open"}


def test_a_name_that_is_only_like_it_does_not_match(tmp_path: Path) -> None:
    assert asked_for(tmp_path, "MapVault Historic").on("2026-03-02").states() == {
        "request-waiting/mapvault-historic/2026-02-02": "open"
    }


@pytest.mark.parametrize(
    ("asked", "opens", "due"),
    [
        pytest.param("2025-11-04", "2026-03-02", "2026-03-04", id="months before it began"),
        pytest.param("2026-03-02", "2026-03-02", "2026-03-04", id="on its first day"),
        pytest.param("2026-03-13", "2026-03-13", "2026-03-17", id="on a Friday during it"),
    ],
)
def test_whoever_asks_during_the_trial_hears_from_that_day_on(
    tmp_path: Path, asked: str, opens: str, due: str
) -> None:
    desk = asked_for(tmp_path, "map-vault", asked)
    assert desk.on("2026-03-20").dates(TRIAL) == {"opens": opens, "due": due, "closes": "2026-03-27"}


def test_of_several_requests_the_earliest_counts(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    requests:
      - {for: map-vault, asked: 2026-03-10}
      - {for: Tithe Map Vault, asked: 2025-06-23}
      - {for: mapvault historic maps, asked: 2026-01-12}

    # resources/map-vault.md
    title: MapVault Historic Maps
    also_known_as: [Tithe Map Vault]
    trial: {from: 2026-03-02, to: 2026-03-27}
    """
    day = desk.on("2026-03-02")
    assert day.states() == {TRIAL: "open"}
    asked = day.standing(TRIAL).why[0]
    assert (asked.text, str(asked.place)) == (
        "Asked for “Tithe Map Vault” on 23 June 2025.",
        "patrons/p-test.md:5",
    )


def test_a_trial_that_begins_on_a_saturday_is_told_of_by_tuesday(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    requests: [{for: map-vault, asked: 2025-06-23}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-03-07, to: 2026-03-27}
    """
    assert desk.on("2026-03-07").dates("trial-opens/map-vault/2026-03-07") == {
        "opens": "2026-03-07",
        "due": "2026-03-10",
        "closes": "2026-03-27",
    }


def test_the_library_may_allow_itself_longer(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    requests: [{for: map-vault, asked: 2025-06-23}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-03-02, to: 2026-03-27}

    # library.yml
    library: Small Library
    rules: {trial-opens: {within: 5}}
    """
    assert desk.on("2026-03-02").dates(TRIAL)["due"] == "2026-03-09"


def test_two_people_hear_of_it_each_for_themselves(desk: WrittenDesk) -> None:
    """
    # patrons/p-1.md
    name: Lin Yuqing
    requests: [{for: map-vault, asked: 2025-06-23}]

    # patrons/p-2.md
    name: Adaeze Nwachukwu
    requests: [{for: MapVault, asked: 2025-05-12}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-03-02, to: 2026-03-27}
    """
    assert desk.on("2026-03-02").all_states() == {f"p-1/{TRIAL}": "open", f"p-2/{TRIAL}": "open"}


def test_a_trial_given_new_dates_is_told_of_anew(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    requests: [{for: map-vault, asked: 2025-06-23}]
    contacts: [{date: 2026-03-02, how: email, about: Told her, for: trial-opens/map-vault/2026-03-02}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-05-05, to: 2026-05-29}
    """
    assert desk.on("2026-05-05").states() == {TRIAL: "done", "trial-opens/map-vault/2026-05-05": "open"}


def test_a_key_is_the_resource_before_a_title_is(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    requests: [{for: atlas, asked: 2025-06-23}]

    # resources/atlas.md
    title: An Atlas of Upland Farms
    trial: {from: 2026-03-02, to: 2026-03-27}

    # resources/aa-other.md
    title: Atlas
    trial: {from: 2026-03-02, to: 2026-03-27}
    """
    assert desk.on("2026-03-02").states() == {"trial-opens/atlas/2026-03-02": "open"}

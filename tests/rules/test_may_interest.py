"""News that meets somebody's interests: a suggestion, or a promise where attention is personal."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

NEWS = "may-interest/map-vault/2026-03-02"


def follower(root: Path, patron: str) -> WrittenDesk:
    return write_desk(
        root,
        f"""\
name: Dr Morgan-Lloyd
interests: [  Historical   MAPS, place names]
{patron}

# resources/map-vault.md
title: MapVault
trial: {{from: 2026-03-02, to: 2026-03-27}}
topics: [estate papers, historical maps]

# library.yml
library: Small Library
country: GB
categories: {{emeritus: {{attention: personal}}}}
""",
    )


@pytest.mark.parametrize(
    ("patron", "during", "after"),
    [
        pytest.param("", "suggested", "lapsed", id="the usual"),
        pytest.param("attention: personal", "open", "missed", id="the red carpet"),
        pytest.param("category: emeritus", "open", "missed", id="the red carpet for the whole category"),
        pytest.param("attention: leave alone", "left alone", "lapsed", id="left alone"),
    ],
)
def test_a_trial_on_a_topic_they_follow(tmp_path: Path, patron: str, during: str, after: str) -> None:
    desk = follower(tmp_path, patron)
    assert desk.on("2026-03-01").states() == {NEWS: "upcoming"}
    assert desk.on("2026-03-02").states() == {NEWS: during}
    assert desk.on("2026-03-27").states() == {NEWS: during}
    assert desk.on("2026-03-28").states() == {NEWS: after}


def test_it_is_wanted_within_five_open_days_and_ends_with_the_trial(tmp_path: Path) -> None:
    assert follower(tmp_path, "attention: personal").on("2026-03-02").dates(NEWS) == {
        "opens": "2026-03-02",
        "due": "2026-03-09",
        "closes": "2026-03-27",
    }


def test_whoever_asked_for_it_is_told_for_that_reason_alone(tmp_path: Path) -> None:
    desk = follower(tmp_path, "requests: [{for: MAPVAULT, asked: 2025-11-04}]")
    assert desk.on("2026-03-02").states() == {"trial-opens/map-vault/2026-03-02": "open"}


@pytest.mark.parametrize(
    ("resource", "states"),
    [
        pytest.param("available: 2026-03-02", {NEWS: "open"}, id="newly here"),
        pytest.param("status: held\navailable: 2026-03-02", {NEWS: "open"}, id="newly here, as it says"),
        pytest.param("status: wanted\navailable: 2026-03-02", {}, id="not here yet"),
        pytest.param("status: declined\ndecided: 2026-03-02", {}, id="declined"),
        pytest.param("status: held", {}, id="here, since nobody knows when"),
        pytest.param(
            "status: held\navailable: 2026-06-01\ntrial: {from: 2026-03-02, to: 2026-03-27}",
            {NEWS: "open"},
            id="bought after a trial: it was news when the trial began",
        ),
    ],
)
def test_what_is_news(tmp_path: Path, resource: str, states: dict[str, str]) -> None:
    desk = write_desk(
        tmp_path,
        f"name: Dr Morgan-Lloyd\nattention: personal\ninterests: [maps]\n"
        f"# resources/map-vault.md\ntitle: MapVault\ntopics: [Maps]\n{resource}\n",
    )
    assert desk.on("2026-03-04").states() == states


def test_what_has_come_is_news_for_sixty_days(desk: WrittenDesk) -> None:
    """
    name: Dr Morgan-Lloyd
    attention: personal
    interests: [maps]

    # resources/map-vault.md
    title: MapVault
    available: 2026-03-02
    topics: [maps]
    """
    assert desk.on("2026-03-02").dates(NEWS)["closes"] == "2026-05-01"
    assert desk.on("2026-05-01").states() == {NEWS: "open"}
    assert desk.on("2026-05-02").states() == {NEWS: "missed"}


def test_two_interests_that_meet_it_are_one_occasion_with_two_reasons(desk: WrittenDesk) -> None:
    """
    name: Dr Morgan-Lloyd
    interests: [maps, place names, hedges]

    # resources/map-vault.md
    title: MapVault
    available: 2026-03-02
    topics: [place names, maps]
    """
    day = desk.on("2026-03-02")
    assert day.states() == {NEWS: "suggested"}
    assert [reason.text for reason in day.standing(NEWS).occasion.why] == [
        "Is interested in maps.",
        "Is interested in place names.",
        "“MapVault” has been here since 2 March 2026.",
    ]

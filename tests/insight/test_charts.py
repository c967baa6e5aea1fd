"""Charts: numbers in, SVG out, the same every time, with nothing in it but the drawing."""

import re
from xml.etree import ElementTree as ET

import pytest

from deskdiary.pages.chart import Chart, Series, svg, ticks

CHART = Chart(
    key="months",
    title="Occasions <by> month & year",
    says="A bar for each month.",
    labels=("Jan", "Feb", "Mar"),
    series=(
        Series("done", "dd-look-done", (2, 0, 4)),
        Series("nothing of it", "dd-look-lapsed", (0, 0, 0)),
        Series("open", "dd-look-open", (1, 3, 0)),
    ),
)
LYING = Chart(CHART.key, CHART.title, CHART.says, CHART.labels, CHART.series, lying=True)
BOTH = pytest.mark.parametrize("chart", [CHART, LYING], ids=["upright", "lying"])


def bars(chart: Chart, look: str) -> list[dict[str, float]]:
    """The bars of one colour, as they are drawn."""
    root = ET.fromstring(svg(chart))  # noqa: S314 - drawn here
    return [
        {name: float(rect.attrib[name]) for name in ("x", "y", "width", "height")}
        for group in root.iter("g")
        if look in group.get("class", "").split()
        for rect in group.iter("rect")
    ]


@BOTH
def test_it_is_drawn_the_same_way_twice(chart: Chart) -> None:
    assert svg(chart) == svg(chart)


@BOTH
def test_there_is_nothing_in_it_that_acts_asks_or_tells_the_date(chart: Chart) -> None:
    text = str(svg(chart))
    assert set(re.findall(r"<(\w+)", text)) == {"svg", "title", "desc", "g", "rect", "path", "text"}
    assert not re.search(r"http|script|style=|<!--|\bon\w+=|href|url\(|#[0-9a-f]{6}", text)
    assert "\n\n" not in text


@BOTH
def test_who_cannot_see_it_is_told_what_it_shows(chart: Chart) -> None:
    root = ET.fromstring(svg(chart))  # noqa: S314 - drawn here
    assert root.get("role") == "img"
    told = {part.get("id"): part.text for part in root if part.tag in {"title", "desc"}}
    assert (root.get("aria-labelledby") or "").split() == list(told)
    assert list(told.values()) == ["Occasions <by> month & year", "A bar for each month."]


def test_bars_are_as_long_as_their_numbers() -> None:
    one, two = (bars(CHART, look) for look in ("dd-look-done", "dd-look-open"))
    assert [round(bar["height"] / one[0]["height"] * 2) for bar in (*one, *two)] == [2, 4, 1, 3]
    lying = bars(LYING, "dd-look-done")
    assert sorted(round(bar["width"] / lying[0]["width"], 1) for bar in lying) == [0.5, 1.0]


def test_the_first_row_lies_on_top() -> None:
    rows = {part.text: float(part.attrib["y"]) for part in ET.fromstring(svg(LYING)).iter("text")}  # noqa: S314
    assert rows["Jan"] < rows["Feb"] < rows["Mar"]


def test_a_bar_stands_on_the_one_before_it() -> None:
    done, opened = bars(CHART, "dd-look-done")[0], bars(CHART, "dd-look-open")[0]
    assert opened["y"] + opened["height"] == pytest.approx(done["y"], abs=0.2)
    assert opened["x"] == done["x"]


def test_what_there_is_nothing_of_has_no_colour() -> None:
    assert bars(CHART, "dd-look-lapsed") == []
    assert [series.name for series in CHART.shown] == ["done", "open"]


@pytest.mark.parametrize(
    ("longest", "told"),
    [(1, (0, 1)), (6, (0, 1, 2, 3, 4, 5, 6)), (7, (0, 2, 4, 6, 8)), (650, (0, 200, 400, 600, 800))],
)
def test_the_scale_has_whole_and_round_numbers(longest: int, told: tuple[int, ...]) -> None:
    assert ticks(longest) == told


@pytest.mark.parametrize("longest", [*range(1, 60), 99, 101, 999, 5001, 123456])
def test_the_scale_reaches_as_far_as_the_longest_bar(longest: int) -> None:
    told = ticks(longest)
    assert told[-1] >= longest
    assert len(told) <= 8

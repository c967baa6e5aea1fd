"""What is said of a run: medians, ratios, and for each goal whether it was reached."""

from xml.etree import ElementTree as ET

import pytest

from benchmarks import report
from benchmarks.measuring.sample import Run, Sample
from benchmarks.reporting.arithmetic import median, ratio, steepest
from benchmarks.reporting.chart import alternative, chart
from benchmarks.reporting.goals import GOALS, Goal, Runs
from benchmarks.reporting.page import page
from benchmarks.reporting.tables import building, figure, goals


def taken(patrons: int = 10_000, **seconds: tuple[float, ...]) -> Run:
    """A run with these seconds for each round of each measurement."""
    samples = (
        Sample(measure.replace("_", "-"), number, {"seconds": value, "megabytes": 300.0})
        for measure, values in seconds.items()
        for number, value in enumerate(values, 1)
    )
    return Run({"taken": "2026-11-24", "processor": "an abacus"}, patrons, tuple(samples))


RUN = taken(build_cold=(9.0, 8.0, 30.0), material_cold=(100.0,), hugo_cold=(18.0, 18.2), build_changed=(2.0,))


def test_of_several_rounds_the_middle_one_counts() -> None:
    assert median(RUN, "build-cold") == 9.0
    assert median(RUN, "build-cold", "megabytes") == 300.0
    assert median(RUN, "eleventy-cold") is None
    assert median(None, "build-cold") is None


def test_a_ratio_is_one_measurement_by_another_of_the_same_run() -> None:
    assert ratio(RUN, "build-cold", "material-cold") == pytest.approx(0.09)
    assert ratio(RUN, "build-cold", "eleventy-cold") is None
    assert ratio(taken(build_cold=(1.0,), yaml=(0.0,)), "build-cold", "yaml") is None


def test_growth_is_told_by_the_worst_step_from_one_desk_to_the_next_larger() -> None:
    runs = {
        1_000: taken(1_000, plan_cold=(1.0,)),
        10_000: taken(10_000, plan_cold=(8.0,)),
        100_000: taken(100_000, plan_cold=(120.0,)),
    }
    assert steepest(runs, "plan-cold") == pytest.approx(1.5)
    assert steepest({**runs, 10_000: taken(10_000)}, "plan-cold") is None


def reached(goal: Goal, runs: Runs) -> str:
    """The last word of a goal's line."""
    line = next(each for each in goals(runs).splitlines() if each.startswith(f"| {goal.says} |"))
    return line.split("|")[-2].strip()


def test_a_goal_is_reached_or_missed_by_what_was_measured_or_not_measured() -> None:
    by_name = {goal.says: goal for goal in GOALS}
    runs = Runs(RUN, {})
    assert reached(by_name["`build`, cold, by mkdocs-material"], runs) == "yes"
    assert reached(by_name["`build`, one note changed, by mkdocs-material"], runs) == "**no**"
    assert reached(by_name["`plan --json`, cold, by libyaml alone"], runs) == "not measured"


def test_the_goals_of_the_largest_desk_are_measured_on_it_alone() -> None:
    goal = next(goal for goal in GOALS if goal.says == "100,000 patrons: `plan --json`, cold")
    small, large = taken(10_000, plan_cold=(7.0,)), taken(100_000, plan_cold=(75.0,))
    assert reached(goal, Runs(small, {10_000: small})) == "not measured"
    assert reached(goal, Runs(small, {10_000: small, 100_000: large})) == "**no**"


def test_what_failed_is_told_as_failed() -> None:
    run = RUN.plus(Sample("zensical-cold", 1, {}, 0, "it ended with 2"))
    assert "| Zensical, cold | failed | – | – |" in building(run)
    assert "| Zensical, one page changed | – | – | – |" in building(run)


@pytest.mark.parametrize(("value", "told"), [
    (0.0123, "0.0123 s"), (0.0987, "0.099 s"), (0.3, "0.3 s"), (1.234, "1.23 s"), (9.96, "10 s"),
    (104.2, "104 s"), (1234.0, "1,230 s"), (0.0, "0 s"), (None, "–"),
])  # fmt: skip
def test_numbers_are_told_in_figures_that_mean_something(value: float | None, told: str) -> None:
    assert figure(value, "s") == told


def test_the_picture_is_told_in_words_and_runs_nothing() -> None:
    drawn = ET.fromstring(chart(RUN))  # noqa: S314 - drawn a moment ago
    names = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    assert names.isdisjoint({"script", "foreignObject", "image", "a"})
    assert drawn[0].text == "How long a build takes"
    assert drawn[1].text == alternative(RUN)
    assert "deskdiary build, cold 9 s; " in alternative(RUN)
    assert "http" not in chart(RUN).replace("http://www.w3.org/", "")


def test_the_page_has_all_there_is_and_says_so_where_there_is_nothing() -> None:
    assert "Nothing has been measured yet" in page(Runs(None, {}))
    told = page(Runs(RUN, {1_000: taken(1_000, plan_cold=(1.0,))}))
    assert "10,000 patrons and 1,000 resources" in told
    assert "an abacus" in told
    assert "Nothing has been measured yet" not in told


def test_the_page_of_the_documentation_is_made_of_the_results_that_are_kept() -> None:
    for file, text in report.written(report.kept_runs()).items():
        assert file.read_text(encoding="utf-8") == text, "make it anew: python -m benchmarks.report"

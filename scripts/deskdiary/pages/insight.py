"""What could be done differently, and what can be afforded: charts, and the same numbers as tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from babel.dates import format_skeleton

from deskdiary.day.channel import Channel
from deskdiary.day.state import State
from deskdiary.human_dates import STAFF_LANGUAGE, locale_of
from deskdiary.insight.contacts import WAYS
from deskdiary.insight.effect import Effect
from deskdiary.insight.insight import Insight
from deskdiary.insight.insight import insight as insight_of
from deskdiary.insight.notices import Reading
from deskdiary.insight.questions import QUESTIONS
from deskdiary.insight.work import Week
from deskdiary.pages.chart import Chart, Series, svg
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import View
from deskdiary.records.kinds import KINDS
from deskdiary.slug import slug
from deskdiary.telling.insight_text import of_state, place, question, sentences

_MOST = 100  # keys of a kind: more of them nobody reads


@dataclass(frozen=True, slots=True)
class Row:
    """A bar in numbers: what it is of, a number for each of its colours, and what they come to."""

    name: str
    values: tuple[int, ...]
    sum: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart beside its numbers: a row for each bar, a column for each colour of the chart."""

    chart: Chart
    rows_are: str
    rows: tuple[Row, ...]
    sums_are: str = "all"

    @property
    def columns(self) -> tuple[Series, ...]:
        """The colours of the chart, as far as there is anything of them."""
        return self.chart.shown


def insight(view: View, templates: Templates) -> Iterator[Page]:
    """The page for whoever runs the desk: counts and keys only."""
    found = insight_of(view.plan)
    yield templates.page(
        "insight.md",
        "insight.md",
        view=view,
        found=found,
        sentences=tuple(sentences(found)),
        figures=figures(found),
        kinds=KINDS,
        questions=QUESTIONS,
        svg=svg,
        question=question,
        place=place,
        compared=compared,
        most=_MOST,
    )


def figures(found: Insight) -> Mapping[str, Figure]:
    """Every chart of the page with its numbers, by the chart's key."""
    every = (_months(found), _kinds(found), _contacts(found), _weeks(found), _categories(found))
    return {each.chart.key: each for each in every}


def compared(effect: Effect) -> list[tuple[str, int, int]]:
    """What would be another number, before and after: occasions by state, follow-ups by channel, minutes."""
    before, after = effect.before, effect.after
    states = [(f"Occasions {of_state(state)}", before.states[state], after.states[state]) for state in State]
    ways = [(_follow_ups(way), before.channels[way], after.channels[way]) for way in Channel]
    differing = [row for row in (*states, *ways) if row[1] != row[2]]
    return [*differing, ("Minutes of follow-ups", before.minutes, after.minutes)]


def _follow_ups(way: Channel) -> str:
    return "Follow-ups in person" if way is Channel.IN_PERSON else f"Follow-ups by {_way(way)}"


def _way(way: str) -> str:
    return {"email": "e-mail", "desk": "the desk alone"}.get(way, way)


def _months(found: Insight) -> Figure:
    months = found.occasions.months
    chart = Chart(
        "months",
        "Occasions by month",
        "A bar for each month, as long as there were occasions, in the colours of what became of them.",
        tuple(_short_month(first) for first in months),
        _by_state(months),
    )
    return _figure(chart, "Month", [_month_and_year(first) for first in months])


def _kinds(found: Insight) -> Figure:
    kinds = {kind: states for kind, states in found.occasions.kinds.items() if any(states.values())}
    chart = Chart(
        "kinds",
        "Occasions by kind",
        "A bar for each kind of occasion, as long as there were any, in the colours of what became of them.",
        tuple(kind.replace("-", " ") for kind in kinds),
        _by_state(kinds),
        lying=True,
    )
    return _figure(chart, "Kind", [KINDS[kind] for kind in kinds])


def _contacts(found: Insight) -> Figure:
    months = found.contacts.months
    personal = (
        Series(_way(way), f"dd-look-{slug(way)}", tuple(month.personal[way] for month in months.values()))
        for way in WAYS
    )
    lists = Series("to a list", "dd-look-list", tuple(month.lists for month in months.values()))
    chart = Chart(
        "contacts",
        "Personal contacts and e-mails to lists by month",
        "A bar for each month: personal contacts by the way they were made, then e-mails to mailing lists.",
        tuple(_short_month(first) for first in months),
        (*personal, lists),
    )
    return _figure(chart, "Month", [_month_and_year(first) for first in months])


def _weeks(found: Insight) -> Figure:
    weeks, limited = tuple(found.work.weeks.values()), found.work.limited
    chart = Chart(
        "weeks",
        "Minutes of work by week",
        "A bar for each week: minutes done, minutes to come, and the minutes that staff have beside them.",
        tuple(_day(monday) for monday in found.work.weeks),
        (
            Series("done", "dd-look-done", tuple(week.done for week in weeks)),
            Series("to come", "dd-look-open", tuple(week.ahead - _beyond(week, limited) for week in weeks)),
            Series("more than staff have", "dd-look-missed", tuple(_beyond(week, limited) for week in weeks)),
            Series("not asked for", "dd-look-spare", tuple(_spare(week) for week in weeks)),
        ),
    )
    figure = _figure(chart, "Week from", [_day(monday) for monday in found.work.weeks])
    rows = (replace(row, sum=week.capacity) for row, week in zip(figure.rows, weeks, strict=True))
    return replace(figure, rows=tuple(rows), sums_are="staff have")


def _beyond(week: Week, limited: bool) -> int:  # noqa: FBT001 - a fact, no switch
    """The minutes to come for which staff have no time, where anybody's time is limited."""
    return min(week.ahead, max(0, week.done + week.ahead - week.capacity)) if limited else 0


def _spare(week: Week) -> int:
    return max(0, week.capacity - week.done - week.ahead)


def _categories(found: Insight) -> Figure:
    names = tuple(each.key or "no category" for each in found.categories)
    words = {
        Reading.REACHED: "reached",
        Reading.RARELY: "rarely read it",
        Reading.NEVER: "never read it",
        Reading.NO_EMAIL: "have no e-mail",
    }
    chart = Chart(
        "categories",
        "Whom the usual notices reach, by category",
        "A bar for each category: people whom notices by e-mail reach, and those whom they fail.",
        names,
        tuple(
            Series(
                words[each], f"dd-look-{slug(each)}", tuple(one.readings[each] for one in found.categories)
            )
            for each in Reading
        ),
        lying=True,
    )
    return _figure(chart, "Category", list(names))


def _by_state(
    rows: Mapping[date, Mapping[State, int]] | Mapping[str, Mapping[State, int]],
) -> tuple[Series, ...]:
    order = (State.DONE, *(state for state in State if state is not State.DONE))
    return tuple(
        Series(str(state), f"dd-look-{slug(state)}", tuple(states[state] for states in rows.values()))
        for state in order
    )


def _figure(chart: Chart, rows_are: str, names: list[str]) -> Figure:
    values = [tuple(each.values[number] for each in chart.shown) for number in range(len(names))]
    rows = (Row(name, numbers, sum(numbers)) for name, numbers in zip(names, values, strict=True))
    return Figure(chart, rows_are, tuple(rows))


def _short_month(first: date) -> str:
    return format_skeleton("MMM", first, locale=locale_of(STAFF_LANGUAGE))


def _month_and_year(first: date) -> str:
    return format_skeleton("yMMM", first, locale=locale_of(STAFF_LANGUAGE))


def _day(monday: date) -> str:
    return format_skeleton("MMMd", monday, locale=locale_of(STAFF_LANGUAGE))

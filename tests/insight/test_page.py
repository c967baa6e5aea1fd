"""The page Insight: charts, the same numbers beside them, and what might be done."""

import re
from datetime import date
from html import unescape
from pathlib import Path

from hypothesis import given, settings

from desk_writing import DayAtDesk, WrittenDesk, write_desk
from deskdiary.day.plan import reckon
from deskdiary.insight.insight import insight as insight_of
from deskdiary.pages.insight import figures, insight
from deskdiary.pages.markdown import Templates
from deskdiary.pages.view import View
from deskdiary.records.desk import Desk
from deskdiary.shells.texts import shipped
from random_desks import DAYS, desks

EXAMPLE = WrittenDesk(Path(__file__).parents[2])
EMERITI = """
name: Reads it
email: ann@example.org
phone: 029 2018 0100
category: emeritus
loans: [{title: Atlas, due: 2026-03-10}]
# patrons/p-1.md
name: One
email: one@example.org
phone: 029 2018 0101
category: emeritus
reads_email: rarely
# patrons/p-2.md
name: Two
email: two@example.org
phone: 029 2018 0102
category: emeritus
reads_email: rarely
# patrons/p-3.md
name: Three
category: emeritus
phone: 029 2018 0103
reads_email: never
contacts:
  - {date: 2026-01-12, how: phone, about: Maps}
  - {date: 2026-02-02, how: phone, about: Maps}
  - {date: 2026-03-02, how: phone, about: Maps}
# library.yml
library: Small Library
categories:
  emeritus:
    label: Emeritus
    reads_email: often
"""


def page(day: DayAtDesk) -> str:
    (made,) = insight(View(day.plan, {}), Templates(shipped("pages/templates")))
    return made.text


def words(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_the_numbers_beside_a_chart_are_the_charts() -> None:
    for figure in figures(insight_of(EXAMPLE.today().plan)).values():
        columns = tuple(series.values for series in figure.columns)
        assert columns
        assert tuple(zip(*(row.values for row in figure.rows), strict=True)) == columns
        assert len(figure.rows) == len(figure.chart.labels)


def test_every_chart_has_a_table_and_a_legend() -> None:
    text = page(EXAMPLE.today())
    assert text.count("<svg ") == text.count("<caption>") == text.count("<figcaption>") == 5
    keys = re.findall(r'<title id="([a-z]+)-title"', text)
    assert keys == ["months", "kinds", "contacts", "weeks", "categories"]


def test_a_proposal_shows_the_line_before_and_after_and_what_would_come_of_it(tmp_path: Path) -> None:
    text = words(page(write_desk(tmp_path, EMERITI).on("2026-03-09")))
    assert "3 of 4 in the category emeritus rarely or never read e-mail" in text
    assert "library.yml, line 5 reads_email: often reads_email: rarely" in text
    assert "Occasions left to the usual notices 1 0" in text
    assert "Follow-ups by phone 0 1" in text


def test_a_question_leads_to_the_note_by_its_key(tmp_path: Path) -> None:
    text = page(write_desk(tmp_path, EMERITI).on("2026-03-09"))
    assert '<a href="patrons/p-3.html"><code>p-3</code></a>' in text
    assert "What do they work on or read about?" in words(text)


def test_a_desk_with_no_notes_has_a_page_that_says_so(desk: WrittenDesk) -> None:
    """
    # library.yml
    library: Small Library
    """
    text = page(desk.on("2026-03-09"))
    assert "<svg" not in text
    assert words(text).count("Nothing is on record yet.") == 5
    assert "Nothing was missed, and nothing is late." in words(text)


def test_where_nobodys_minutes_are_known_nothing_is_more_than_staff_have(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    reminders: [{date: 2026-03-09, about: Ask}]
    """
    text = words(page(desk.on("2026-03-09")))
    assert "more than staff have" not in text
    assert "Nobody's minutes_a_day is set." in text


def test_what_is_more_than_staff_have_stands_out(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    reminders: [{date: 2026-03-09, about: Ask}]
    # library.yml
    library: Small Library
    staff: {ep: {name: Elin Pryce, minutes_a_day: 1}}
    """
    weeks = figures(insight_of(desk.on("2026-03-13").plan))["weeks"]
    this_week = dict(zip((series.name for series in weeks.columns), weeks.rows[8].values, strict=True))
    assert this_week == {"to come": 5, "more than staff have": 1, "not asked for": 0}
    assert weeks.rows[8].sum == 5


@settings(max_examples=15)
@given(desks(), DAYS)
def test_there_is_a_page_of_every_desk(desk: Desk, on: date) -> None:
    text = page(DayAtDesk(reckon(desk, on)))
    assert text.count("<table>") == text.count("</table>")
    assert text.count("<svg ") == text.count("</svg>") == text.count("<figcaption>")

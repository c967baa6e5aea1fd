"""Fit to show a head of service: a word planted in every field is in no page, no chart and no document."""

from datetime import date
from pathlib import Path

import pytest

import planting
from deskdiary.insight.insight import Insight
from deskdiary.insight.insight import insight as insight_of
from deskdiary.pages.insight import insight
from deskdiary.pages.markdown import Templates
from deskdiary.pages.view import View
from deskdiary.shells.texts import shipped
from deskdiary.telling.insight_json import insight_document
from deskdiary.telling.insight_text import insight_text
from deskdiary.telling.plan_json import as_json
from note_reading import put, read

CANARY = "Zwitscherlein"
ON = date(2026, 11, 30)
LIBRARY = f"""
library: {CANARY}
timezone: Europe/London
country: GB
staff:
  ep: {{name: {CANARY}, email: {CANARY}@example.org, github: {CANARY}, minutes_a_day: 1}}
default_staff: ep
categories:
  visitor:
    label: {CANARY}
    reads_email: often    # {CANARY}
"""
SEEN_OFTEN = f"""
contacts:
  - {{date: 2026-10-05, how: phone, about: {CANARY}, by: {CANARY}, for: loan-due/{CANARY.lower()}/2026-10-05}}
  - {{date: 2026-10-12, how: phone, about: {CANARY}, outcome: {CANARY}}}
  - {{date: 2026-10-19, how: other, about: {CANARY}, outcome: not needed}}
  - {{date: 2026-10-26, how: letter, about: {CANARY}}}
"""


def note(number: int) -> str:
    """Somebody of a category whom the usual notices fail, with the word wherever a word may stand."""
    own = "reads_email: rarely" if number else ""
    return f"""---
name: {CANARY} {number}
greet: {CANARY}
category: visitor
department: {CANARY}
hours: {CANARY}
email: {CANARY}{number}@example.org
{own}
lists: [{CANARY}]
requests: [{{for: {CANARY} Atlas, asked: 2026-09-01, note: {CANARY}}}]
loans: [{{title: {CANARY}, due: 2026-11-27, item: {CANARY}}}]
reminders: [{{date: 2026-11-02, about: {CANARY}, every: 2 weeks}}]
{SEEN_OFTEN}
---

{CANARY}
"""


@pytest.fixture
def view(tmp_path: Path) -> View:
    """A desk full of the word."""
    files: dict[str, str | bytes] = {f"patrons/p-{number}.md": note(number) for number in range(4)}
    files |= {
        "patrons/p-k7f2.md": planting.patron(CANARY, body=CANARY),
        "patrons/p-m3q8.md": planting.patron(CANARY, everywhere=True).replace(
            f"name: {planting.quoted(CANARY)}", "name: Ida", 1
        ),
        "resources/atlas.md": planting.resource(CANARY, body=CANARY),
        "resources/maps.md": f"---\ntitle: {CANARY} Atlas\ntrial: {{from: 2026-11-02, to: 2026-11-13}}\n"
        f"announce_to: [{CANARY}]\n---\n\n{CANARY}\n",
    }
    return View(read(put(tmp_path, files, LIBRARY), ON), {})


@pytest.fixture
def found(view: View) -> Insight:
    """What the desk adds up to."""
    return insight_of(view.plan)


def test_there_is_something_to_tell_in_every_part(found: Insight) -> None:
    """So each part could let the word out, and the tests below can fail."""
    assert found.occasions.states
    assert found.contacts.lists
    assert any(week.done for week in found.work.weeks.values())
    assert any(each.missed for each in found.missed.values())
    assert any(each.overdue for each in found.missed.values())
    assert found.proposals.each
    assert found.acquaintances


def test_the_word_is_in_no_document_and_no_text(found: Insight) -> None:
    assert CANARY.lower() not in as_json(insight_document(found)).lower()
    assert CANARY.lower() not in insight_text(found).lower()
    assert CANARY.lower() not in repr(found).lower()


def test_the_word_is_on_no_page_and_in_no_chart(view: View) -> None:
    (page,) = insight(view, Templates(shipped("pages/templates")))
    assert "<svg" in page.text
    assert CANARY.lower() not in page.text.lower()

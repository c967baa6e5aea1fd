"""A page for each patron note, and the list of them all."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from deskdiary.day.duty import on_duty
from deskdiary.pages.facts import Anchors, entries
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.note_body import body_html
from deskdiary.pages.source import Known, Source, made_from, told
from deskdiary.pages.view import View
from deskdiary.plain_letters import plain_letters
from deskdiary.records.contact import Contact
from deskdiary.records.desk import Desk
from deskdiary.records.kinds import WAYS
from deskdiary.records.library import Category
from deskdiary.records.manner import attention, left_alone, prefers, reads_email
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.schema.patron import PATRON

_SHOWN_APART = {"name", "contacts"}
_DIARY = replace(PATRON, fields=tuple(each for each in PATRON.fields if each.name == "contacts"))
_REST = replace(PATRON, fields=tuple(each for each in PATRON.fields if each.name not in _SHOWN_APART))
_HELPFUL = {"email", "phone", "department", "language", "prefers", "interests", "since", "reviewed"}


@dataclass(frozen=True, slots=True)
class _Diary:
    """What a patron's page tells apart from the rest of the note."""

    contacts: tuple[Contact, ...] = field(repr=False)


def patron_pages(view: View, templates: Templates) -> Iterator[Page]:
    """What is on record about each patron, and what there is to do."""
    for patron in view.plan.desk.patrons:
        yield _page(patron, view, templates)


def patron_sources(view: View, templates: Templates, known: Known) -> Iterator[Source]:
    """The same pages, yet to be made: each is made from the note, its occasions, and the library."""
    for patron in view.plan.desk.patrons:
        lines = view.lines_of.get(patron.key, ())
        yield Source(
            f"patrons/{patron.key}.md",
            partial(_text, patron, view, templates),
            made_from(known, patron.path, (str(patron.key in view.cards), *told(lines, view))),
        )


def _text(patron: Patron, view: View, templates: Templates) -> str:
    return _page(patron, view, templates).text


def _page(patron: Patron, view: View, templates: Templates) -> Page:
    desk = view.plan.desk
    anchors = Anchors()
    anchors.fact(patron.name)
    newest_first = tuple(sorted(patron.contacts, key=lambda contact: contact.date.value, reverse=True))
    return templates.page(
        "patron.md",
        f"patrons/{patron.key}.md",
        view=view,
        patron=patron,
        attention=attention(patron, desk),
        manner=_manner(patron, desk),
        category=desk.category_of(patron),
        staff=on_duty(patron, desk, view.plan.on).staff,
        facts=tuple(entries(_REST, patron, anchors)),
        diary=tuple(entries(_DIARY, _Diary(newest_first), anchors)),
        lines=view.lines_of.get(patron.key, ()),
        left_alone=left_alone(patron, desk),
        unknown=tuple(unknown(patron, desk.category_of(patron))),
        body=body_html(patron.body),
        has_card=patron.key in view.cards,
    )


def _manner(patron: Patron, desk: Desk) -> tuple[Reason, ...]:
    """How the person is treated, each with the line that says so, of the note or of the category."""
    said, reads, wish = attention(patron, desk), reads_email(patron, desk), prefers(patron, desk)
    return (
        Reason(f"Attention: {said.value}.", said.place),
        Reason(f"Reads e-mail {reads.value}.", reads.place),
        Reason(f"Best reached {WAYS[wish.value]}.", wish.place),
    )


def unknown(patron: Patron, category: Category | None) -> Iterator[str]:
    """What it would help to know, and neither the note nor the category says, in the order of the fields."""
    for each in PATRON.fields:
        if each.name in _HELPFUL and not getattr(patron, each.key) and not getattr(category, each.name, None):
            yield each.name.replace("_", " ")


def patron_list(view: View, templates: Templates) -> Iterator[Page]:
    """All patrons, by name."""
    desk = view.plan.desk
    people = sorted(desk.patrons, key=lambda patron: (plain_letters(patron.name.value), patron.key))
    rows = [(patron, attention(patron, desk).value, desk.category_of(patron)) for patron in people]
    yield templates.page("patrons.md", "patrons/index.md", view=view, rows=rows)

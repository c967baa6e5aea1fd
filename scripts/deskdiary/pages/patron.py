"""A page for each patron note, and the list of them all."""

from collections.abc import Iterator
from dataclasses import replace

from deskdiary.day.duty import on_duty
from deskdiary.pages.facts import Anchors, entries
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.note_body import body_html
from deskdiary.pages.view import View
from deskdiary.plain_letters import plain_letters
from deskdiary.records.desk import Desk
from deskdiary.records.kinds import WAYS
from deskdiary.records.library import Category
from deskdiary.records.manner import attention, left_alone, prefers, reads_email
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.schema.patron import PATRON

_SHOWN_APART = {"name", "contacts"}
_HELPFUL = {"email", "phone", "department", "language", "prefers", "interests", "since", "reviewed"}


def patron_pages(view: View, templates: Templates) -> Iterator[Page]:
    """What is on record about each patron, and what there is to do."""
    desk = view.plan.desk
    cards = {each.patron.key for each in view.plan.follow_ups}
    for patron in desk.patrons:
        anchors = Anchors()
        anchors.fact(patron.name)
        newest_first = tuple(sorted(patron.contacts, key=lambda contact: contact.date.value, reverse=True))
        diary = replace(PATRON, fields=tuple(field for field in PATRON.fields if field.name == "contacts"))
        rest = replace(PATRON, fields=tuple(f for f in PATRON.fields if f.name not in _SHOWN_APART))
        yield templates.page(
            "patron.md",
            f"patrons/{patron.key}.md",
            view=view,
            patron=patron,
            attention=attention(patron, desk),
            manner=_manner(patron, desk),
            category=desk.category_of(patron),
            staff=on_duty(patron, desk, view.plan.on).staff,
            facts=tuple(entries(rest, patron, anchors)),
            diary=tuple(entries(diary, replace(patron, contacts=newest_first), anchors)),
            lines=view.lines_of.get(patron.key, ()),
            left_alone=left_alone(patron, desk),
            unknown=tuple(unknown(patron, desk.category_of(patron))),
            body=body_html(patron.body),
            has_card=patron.key in cards,
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

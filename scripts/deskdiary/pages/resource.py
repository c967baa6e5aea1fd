"""A page for each resource note, and the list of them all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deskdiary.day.occasion import Asked, Interest
from deskdiary.day.occasion_id import parse_short_id
from deskdiary.pages.facts import Anchors, entries
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.note_body import body_html
from deskdiary.pages.view import Line, View, most_pressing
from deskdiary.plain_letters import plain_letters
from deskdiary.records.contact import Contact
from deskdiary.records.patron import Patron
from deskdiary.records.request import Request
from deskdiary.schema.resource import RESOURCE

_NEWS = {"trial-opens", "trial-closing", "arrived", "declined", "may-interest", "request-waiting"}


def resource_pages(view: View, templates: Templates) -> Iterator[Page]:
    """What each resource is, who asked for it, and whom it may interest."""
    asked, told, said = _asked(view), _occasions(view), _feedback(view)
    rest = replace(RESOURCE, fields=tuple(field for field in RESOURCE.fields if field.name != "title"))
    for resource in view.plan.desk.resources:
        anchors = Anchors()
        anchors.fact(resource.title)
        yield templates.page(
            "resource.md",
            f"resources/{resource.key}.md",
            view=view,
            resource=resource,
            facts=tuple(entries(rest, resource, anchors)),
            body=body_html(resource.body),
            asked=asked.get(resource.key, ()),
            lines=told.get(resource.key, ()),
            feedback=said.get(resource.key, ()),
        )


def resource_list(view: View, templates: Templates) -> Iterator[Page]:
    """All resources, by title."""
    asked = _asked(view)
    shelf = sorted(view.plan.desk.resources, key=lambda each: (plain_letters(each.title.value), each.key))
    rows = [(resource, len(asked.get(resource.key, ()))) for resource in shelf]
    yield templates.page("resources.md", "resources/index.md", view=view, rows=rows)


def _asked(view: View) -> Mapping[str, list[tuple[Patron, Request]]]:
    """Who asked for each resource, by its key."""
    found: dict[str, list[tuple[Patron, Request]]] = {}
    for patron in view.plan.desk.patrons:
        for request in patron.requests:
            resource = view.plan.desk.resource_called(request.wanted.value)
            if resource:
                found.setdefault(resource.key, []).append((patron, request))
    return found


def _feedback(view: View) -> Mapping[str, list[tuple[Patron, Contact]]]:
    """What people said when they were told or asked of each resource, the newest first."""
    found: dict[str, list[tuple[Patron, Contact]]] = {}
    entries = [(patron, contact) for patron in view.plan.desk.patrons for contact in patron.contacts]
    for patron, contact in sorted(entries, key=lambda entry: entry[1].date.value, reverse=True):
        parsed = parse_short_id(contact.settles.value) if contact.settles else None
        if parsed and parsed[0] in _NEWS and contact.date.value <= view.plan.on:
            found.setdefault(parsed[1], []).append((patron, contact))
    return found


def _occasions(view: View) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in view.lines(sorted(view.plan.standings, key=most_pressing)):
        about = line.standing.occasion.about
        if isinstance(about, Asked | Interest):
            found.setdefault(about.resource.key, []).append(line)
    return found

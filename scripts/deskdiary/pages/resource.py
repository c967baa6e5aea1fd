"""A page for each resource note, and the list of them all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from deskdiary.day.occasion import Asked, Interest
from deskdiary.day.occasion_id import parse_short_id
from deskdiary.pages.facts import Anchors, entries
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.note_body import body_html
from deskdiary.pages.source import Known, Source, made_from, told
from deskdiary.pages.view import Line, View
from deskdiary.plain_letters import plain_letters
from deskdiary.records.contact import Contact
from deskdiary.records.patron import Patron
from deskdiary.records.request import Request
from deskdiary.records.resource import Resource
from deskdiary.schema.resource import RESOURCE

_REST = replace(RESOURCE, fields=tuple(field for field in RESOURCE.fields if field.name != "title"))
_NEWS = {"trial-opens", "trial-closing", "arrived", "declined", "may-interest", "request-waiting"}


@dataclass(frozen=True, slots=True)
class Heard:
    """What patrons' notes say of a resource: who asked for it, whom it concerns, and what they said."""

    asked: tuple[tuple[Patron, Request], ...] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)
    feedback: tuple[tuple[Patron, Contact], ...] = field(repr=False)


def resource_pages(view: View, templates: Templates) -> Iterator[Page]:
    """What each resource is, who asked for it, and whom it may interest."""
    for resource, heard in _heard(view):
        yield _page(resource, heard, view, templates)


def resource_sources(view: View, templates: Templates, known: Known) -> Iterator[Source]:
    """The same pages, yet to be made: each from its note, what patrons say, and the library."""
    for resource, heard in _heard(view):
        yield Source(
            f"resources/{resource.key}.md",
            partial(_text, resource, heard, view, templates),
            made_from(known, resource.path, (*_told(heard), *told(heard.lines, view))),
        )


def _heard(view: View) -> Iterator[tuple[Resource, Heard]]:
    asked, lines, said = asked_for(view), _occasions(view), _feedback(view)
    for resource in view.plan.desk.resources:
        key = resource.key
        yield (
            resource,
            Heard(tuple(asked.get(key, ())), tuple(lines.get(key, ())), tuple(said.get(key, ()))),
        )


def _told(heard: Heard) -> Iterator[str]:
    for patron, request in heard.asked:
        note = request.note.value if request.note else ""
        yield repr((patron.key, patron.name.value, request.asked.value, request.wanted.value, note))
    for patron, contact in heard.feedback:
        yield repr((patron.key, patron.name.value, contact.date.value, contact.about.value))


def _text(resource: Resource, heard: Heard, view: View, templates: Templates) -> str:
    return _page(resource, heard, view, templates).text


def _page(resource: Resource, heard: Heard, view: View, templates: Templates) -> Page:
    anchors = Anchors()
    anchors.fact(resource.title)
    return templates.page(
        "resource.md",
        f"resources/{resource.key}.md",
        view=view,
        resource=resource,
        facts=tuple(entries(_REST, resource, anchors)),
        body=body_html(resource.body),
        asked=heard.asked,
        lines=heard.lines,
        feedback=heard.feedback,
    )


def resource_list(view: View, templates: Templates) -> Iterator[Page]:
    """All resources, by title."""
    asked = asked_for(view)
    shelf = sorted(view.plan.desk.resources, key=lambda each: (plain_letters(each.title.value), each.key))
    rows = [(resource, len(asked.get(resource.key, ()))) for resource in shelf]
    yield templates.page("resources.md", "resources/index.md", view=view, rows=rows)


def asked_for(view: View) -> Mapping[str, list[tuple[Patron, Request]]]:
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
    for line in view.most_pressing:
        about = line.standing.occasion.about
        if isinstance(about, Asked | Interest):
            found.setdefault(about.resource.key, []).append(line)
    return found

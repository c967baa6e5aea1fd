"""A page for each resource note, and the list of them all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deskdiary.day.occasion import Asked, Interest
from deskdiary.pages.facts import Anchors, entries
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.note_body import body_html
from deskdiary.pages.view import Line, View
from deskdiary.records.patron import Patron
from deskdiary.records.request import Request
from deskdiary.schema.resource import RESOURCE


def resource_pages(view: View, templates: Templates) -> Iterator[Page]:
    """What each resource is, who asked for it, and whom it may interest."""
    asked, told = _asked(view), _occasions(view)
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
        )


def resource_list(view: View, templates: Templates) -> Iterator[Page]:
    """All resources, by title."""
    asked = _asked(view)
    shelf = sorted(view.plan.desk.resources, key=lambda each: (each.title.value.casefold(), each.key))
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


def _occasions(view: View) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in view.lines(view.plan.standings):
        about = line.standing.occasion.about
        if isinstance(about, Asked | Interest):
            found.setdefault(about.resource.key, []).append(line)
    return found

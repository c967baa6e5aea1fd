"""The pages of a few notes that changed a moment ago, ahead of the whole site and the same as there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deskdiary.cli.handing import page_templates
from deskdiary.cli.looking import Looked
from deskdiary.day.concerned import concerned
from deskdiary.day.plan import Plan, reckon
from deskdiary.pages.forge import forge_of
from deskdiary.pages.patron import patron_sources
from deskdiary.pages.resource import resource_sources
from deskdiary.pages.site import view_of
from deskdiary.pages.source import Known, Source
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.shells.reading.desk import read_surveyed
from deskdiary.shells.reading.survey import KINDS, Survey
from deskdiary.shells.site.staged import Repository
from deskdiary.telling.summary import unread

MOST = 20
"""Notes: for more, whoever waits for them had better wait for everything."""


def changed_pages(before: Looked, now: Looked) -> frozenset[str] | None:
    """The pages of the notes that came, changed or went between two looks at a desk.

    None where all pages may be others, or too many are.
    """
    if _beside_notes(before) != _beside_notes(now):
        return None
    was, is_now = _by_page(before.seen), _by_page(now.seen)
    changed = frozenset(path for path in was.keys() | is_now.keys() if was.get(path) != is_now.get(path))
    return changed if len(changed) <= MOST else None


def _beside_notes(looked: Looked) -> tuple[object, ...]:
    """What every page is made from beside the notes, as far as a look tells."""
    return looked.found, looked.read_on, looked.on, looked.seen.problems


def _by_page(seen: Survey) -> Mapping[str, tuple[str, bytes | None]]:
    return {
        f"{kind}/{each.found.key}.md": (each.found.path, each.blob)
        for kind in KINDS
        for each in seen.notes[kind]
    }


def desk_as_looked(looked: Looked) -> Desk:
    """The desk of a look, most of which is held since an earlier one."""
    return read_surveyed(looked.seen, looked.found, looked.on, looked.shelf, looked.held).desk


def said_everywhere(desk: Desk, looked: Looked) -> str:
    """What every page says of the notes that could not be read."""
    return unread(Plan(looked.on, desk, (), (), desk.problems))


def sources_of(
    changed: frozenset[str], desk: Desk, looked: Looked, repository: Repository
) -> Iterator[Source]:
    """These pages, as far as there are notes for them: nobody is reckoned that they say nothing of."""
    resources = [each for each in desk.resources if f"resources/{each.key}.md" in changed]
    shown = {each.key for each in desk.patrons if f"patrons/{each.key}.md" in changed}
    shown |= {patron.key for resource in resources for patron in concerned(resource, desk)}
    plan = _reckoned(desk, looked, [each for each in desk.patrons if each.key in shown])
    view = view_of(plan, (), None, forge_of(repository.url, repository.edit_uri))
    known = Known({}, "")
    yield from (each for each in patron_sources(view, page_templates(), known) if each.path in changed)
    if resources:
        yield from (each for each in resource_sources(view, page_templates(), known) if each.path in changed)


def _reckoned(desk: Desk, looked: Looked, patrons: list[Patron]) -> Plan:
    """The day of these patrons alone, at a desk that has everybody."""
    return replace(reckon(replace(desk, patrons=tuple(patrons)), looked.on), desk=desk)

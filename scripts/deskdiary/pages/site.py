"""Every page of the staff site. One page or one sort of page, one file; a renderer makes HTML of them."""

from collections.abc import Callable, Iterable, Iterator

from deskdiary.day.plan import Plan
from deskdiary.pages.forge import Forge
from deskdiary.pages.fortnight import fortnight
from deskdiary.pages.insight import insight
from deskdiary.pages.library import library
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.patron import patron_list, patron_pages, patron_sources
from deskdiary.pages.printing import call_sheet, sheets
from deskdiary.pages.problems import problems
from deskdiary.pages.quiet import quiet_pages
from deskdiary.pages.resource import resource_list, resource_pages, resource_sources
from deskdiary.pages.source import Known, Source
from deskdiary.pages.today import today
from deskdiary.pages.view import View
from deskdiary.pages.wording import wording as wording_page
from deskdiary.words.draft import Draft
from deskdiary.words.wording import Wording

MAKERS: tuple[Callable[[View, Templates], Iterable[Page]], ...] = (
    today,
    fortnight,
    call_sheet,
    sheets,
    wording_page,
    patron_list,
    resource_list,
    quiet_pages,
    insight,
    problems,
    library,
)


def site_pages(
    plan: Plan,
    drafts: Iterable[Draft],
    templates: Templates,
    wording: Wording | None = None,
    forge: Forge | None = None,
) -> Iterator[Page]:
    """The pages of a day, as plain Markdown: the wording where it is given, reasons led to the forge."""
    view = view_of(plan, drafts, wording, forge)
    for make in (*MAKERS, patron_pages, resource_pages):
        yield from make(view, templates)


def view_of(plan: Plan, drafts: Iterable[Draft], wording: Wording | None, forge: Forge | None) -> View:
    """What the pages show."""
    made = tuple(drafts)
    return View(
        plan,
        {draft.patron: draft for draft in made if draft.patron},
        tuple(draft for draft in made if draft.mailing_list),
        wording,
        forge,
    )


def day_pages(view: View, templates: Templates) -> Iterator[Page]:
    """The pages that are of no one note: few, and changed by any."""
    for make in MAKERS:
        yield from make(view, templates)


def note_sources(view: View, templates: Templates, known: Known) -> Iterator[Source]:
    """The notes' own pages, yet to be made."""
    yield from patron_sources(view, templates, known)
    yield from resource_sources(view, templates, known)

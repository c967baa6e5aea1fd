"""Every page of the staff site. One page or one sort of page, one file; a renderer makes HTML of them."""

from collections.abc import Callable, Iterable, Iterator

from deskdiary.day.plan import Plan
from deskdiary.pages.fortnight import fortnight
from deskdiary.pages.insight import insight
from deskdiary.pages.library import library
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.patron import patron_list, patron_pages
from deskdiary.pages.printing import call_sheet, sheets
from deskdiary.pages.problems import problems
from deskdiary.pages.quiet import quiet_pages
from deskdiary.pages.resource import resource_list, resource_pages
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
    patron_pages,
    resource_list,
    resource_pages,
    quiet_pages,
    insight,
    problems,
    library,
)


def site_pages(
    plan: Plan, drafts: Iterable[Draft], templates: Templates, wording: Wording | None = None
) -> Iterator[Page]:
    """The pages of a day, as plain Markdown; the wording on a page of its own where it is given."""
    made = tuple(drafts)
    view = View(
        plan,
        {draft.patron: draft for draft in made if draft.patron},
        tuple(draft for draft in made if draft.mailing_list),
        wording,
    )
    for make in MAKERS:
        yield from make(view, templates)

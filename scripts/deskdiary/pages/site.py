"""Every page of the staff site. One page or one sort of page, one file; a renderer makes HTML of them."""

from collections.abc import Callable, Iterable, Iterator

from deskdiary.day.plan import Plan
from deskdiary.pages.forge import Forge
from deskdiary.pages.fortnight import fortnight
from deskdiary.pages.insight import insight
from deskdiary.pages.library import library
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.patron import patron_list, patron_pages
from deskdiary.pages.problems import problems
from deskdiary.pages.quiet import quiet_pages
from deskdiary.pages.resource import resource_list, resource_pages
from deskdiary.pages.today import today
from deskdiary.pages.view import View
from deskdiary.words.draft import Draft

MAKERS: tuple[Callable[[View, Templates], Iterable[Page]], ...] = (
    today,
    fortnight,
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
    plan: Plan, drafts: Iterable[Draft], templates: Templates, forge: Forge | None = None
) -> Iterator[Page]:
    """The pages of a day, as plain Markdown; reasons lead to the forge where there is one."""
    made = tuple(drafts)
    view = View(
        plan,
        {draft.patron: draft for draft in made if draft.patron},
        tuple(draft for draft in made if draft.mailing_list),
        forge,
    )
    for make in MAKERS:
        yield from make(view, templates)

"""The pages of a desk for a renderer: notes to plan to Markdown, step by step."""

from functools import partial
from pathlib import Path

from deskdiary.cli.gathering import drafted
from deskdiary.cli.options import Asked
from deskdiary.human_dates import full_date
from deskdiary.pages.forge import forge_of
from deskdiary.pages.markdown import Templates
from deskdiary.pages.site import site_pages
from deskdiary.pages.source import Source
from deskdiary.shells.site.staged import Hand, Handed, Repository
from deskdiary.shells.texts import shipped, shipped_bytes, tree
from deskdiary.telling.summary import unread
from deskdiary.words.calendar import CALENDAR, calendar
from deskdiary.words.message import draft_bytes

STAGING = Path(".cache", "deskdiary", "pages")



def hand_for(asked: Asked) -> Hand:
    """How pages are handed over for the day that was asked for."""
    return partial(handed, asked.folder, asked)


def handed(root: Path, asked: Asked, repository: Repository) -> Handed:
    """The day's pages, with all that stands beside them."""
    day = drafted(Asked(root, asked.on))
    plan = day.plan
    forge = forge_of(repository.url, repository.edit_uri)
    fixed = plan.desk.library.today
    return Handed(
        title=plan.desk.library.name,
        fixed_day=full_date(plan.on) if fixed or asked.on else "",
        unread=unread(plan),
        written=tree(root / "docs"),
        files={
            **{f"assets/{name}": content for name, content in shipped_bytes("site/assets").items()},
            **{f"drafts/{draft.file}": draft_bytes(draft) for draft in day.drafts},
            CALENDAR: calendar(plan),
        },
        pages=tuple(
            Source(page.path, partial(str, page.text))
            for page in site_pages(
                plan, day.drafts, Templates(shipped("pages/templates")), day.wording, forge
            )
        ),
    )

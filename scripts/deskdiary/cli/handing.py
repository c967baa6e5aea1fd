"""The pages of a desk for a renderer: notes to plan to Markdown, step by step."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from deskdiary.cli.drafting import drafted
from deskdiary.cli.looking import looked_at
from deskdiary.cli.options import Asked
from deskdiary.forms.page import FOLDER, form_page
from deskdiary.human_dates import full_date
from deskdiary.pages.forge import forge_of
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.names import names_page
from deskdiary.pages.site import site_pages
from deskdiary.pages.source import Source
from deskdiary.records.desk import Desk
from deskdiary.shells.form_bundle import form_bundle
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
    day = drafted(looked_at(Asked(root, asked.on)))
    plan = day.plan
    fixed = plan.desk.library.today
    templates, written = Templates(shipped("pages/templates")), tree(root / "docs")
    forge = forge_of(repository.url, repository.edit_uri)
    pages = tuple(site_pages(plan, day.drafts, templates, day.wording, forge))
    names = names_page(plan.desk, (*_readable(written), *pages), templates)
    return Handed(
        title=plan.desk.library.name,
        fixed_day=full_date(plan.on) if fixed or asked.on else "",
        unread=unread(plan),
        written=written,
        files={
            **{f"assets/{name}": content for name, content in shipped_bytes("site/assets").items()},
            **{f"drafts/{draft.file}": draft_bytes(draft) for draft in day.drafts},
            CALENDAR: calendar(plan),
            names.path: names.text.encode(),
            **_forms(root, plan.desk),
        },
        pages=tuple(Source(page.path, partial(str, page.text)) for page in pages),
    )


def _forms(root: Path, desk: Desk) -> Mapping[str, bytes]:
    """The page of forms, where `library.yml` turns it on."""
    on = desk.library.forms is not None
    return form_page(desk, shipped(f"site/{FOLDER}"), form_bundle(root)) if on else {}


def _readable(written: Mapping[str, bytes]) -> Iterator[Page]:
    """The pages that were written by hand."""
    for path, content in written.items():
        if path.endswith(".md"):
            yield Page(path, content.decode(errors="replace"))

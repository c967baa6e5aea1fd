"""The pages of a desk put on disk for a renderer: notes to plan to Markdown, step by step."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from deskdiary.cli.gathering import Drafted, drafted
from deskdiary.cli.options import Asked
from deskdiary.forms.page import FOLDER, form_page
from deskdiary.human_dates import full_date
from deskdiary.pages.forge import forge_of
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.names import names_page
from deskdiary.pages.site import site_pages
from deskdiary.records.desk import Desk
from deskdiary.shells.form_bundle import form_bundle
from deskdiary.shells.kept_folder import keep_folder, refuse_links
from deskdiary.shells.site.plugin import Repository, Stage, Staged, StagedPages
from deskdiary.shells.texts import shipped, shipped_bytes, tree
from deskdiary.telling.summary import unread
from deskdiary.words.calendar import CALENDAR, calendar
from deskdiary.words.message import draft_bytes

STAGING = Path(".cache", "deskdiary", "pages")


def stage_for(asked: Asked) -> Stage:
    """How pages are staged for the day that was asked for."""
    return partial(_stage, asked=asked)


def _stage(root: Path, repository: Repository, asked: Asked) -> Staged:
    day = drafted(Asked(root, asked.on))
    plan, folder = day.plan, root / STAGING
    refuse_links(root, STAGING)
    keep_folder(folder, _files(root, day, repository))
    fixed = plan.desk.library.today
    return Staged(
        folder=folder,
        title=plan.desk.library.name,
        fixed_day=full_date(plan.on) if fixed or asked.on else "",
        unread=unread(plan),
    )


def _files(root: Path, day: Drafted, repository: Repository) -> Mapping[str, bytes]:
    """The hand-written pages, what the site needs, then the day's own pages: those win."""
    forge = forge_of(repository.url, repository.edit_uri)
    templates, written = Templates(shipped("pages/templates")), tree(root / "docs")
    pages = tuple(site_pages(day.plan, day.drafts, templates, day.wording, forge))
    names = names_page(day.plan.desk, (*_readable(written), *pages), templates)
    return {
        **written,
        **{f"assets/{name}": content for name, content in shipped_bytes("site/assets").items()},
        **{f"drafts/{draft.file}": draft_bytes(draft) for draft in day.drafts},
        CALENDAR: calendar(day.plan),
        **_forms(root, day.plan.desk),
        **{page.path: page.text.encode() for page in (*pages, names)},
    }


def _forms(root: Path, desk: Desk) -> Mapping[str, bytes]:
    """The page of forms, where `library.yml` turns it on."""
    on = desk.library.forms is not None
    return form_page(desk, shipped(f"site/{FOLDER}"), form_bundle(root)) if on else {}


def _readable(written: Mapping[str, bytes]) -> Iterator[Page]:
    """The pages that were written by hand."""
    for path, content in written.items():
        if path.endswith(".md"):
            yield Page(path, content.decode(errors="replace"))


class DeskDiaryPlugin(StagedPages):  # type: ignore[no-untyped-call] # MkDocs' own are untyped
    """What `plugins: [deskdiary]` in `mkdocs.yml` stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = stage_for(Asked())

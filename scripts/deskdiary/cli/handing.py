"""The pages of a desk for a renderer: notes to plan to Markdown, step by step."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from deskdiary.cli.drafting import Drafted, drafted
from deskdiary.cli.looking import Looked
from deskdiary.forms.page import FOLDER, form_page
from deskdiary.human_dates import full_date
from deskdiary.pages.forge import forge_of
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.names import names_page
from deskdiary.pages.site import day_pages, note_sources, view_of
from deskdiary.pages.source import Known, Source
from deskdiary.records.desk import Desk
from deskdiary.shells.cache.made import Made, digest_of
from deskdiary.shells.cache.program import program
from deskdiary.shells.form_bundle import form_bundle
from deskdiary.shells.site.staged import Handed, Repository
from deskdiary.shells.texts import shipped, shipped_bytes, tree
from deskdiary.telling.summary import unread
from deskdiary.words.calendar import CALENDAR, calendar, entries
from deskdiary.words.message import draft_bytes


def handed(looked: Looked, day_is_given: bool, repository: Repository) -> Handed:
    """The day's pages, with all that stands beside them."""
    day, root = drafted(looked), looked.root
    plan = day.plan
    fixed = plan.desk.library.today
    templates, written = page_templates(), tree(root / "docs")
    view = view_of(plan, day.drafts, day.wording, forge_of(repository.url, repository.edit_uri))
    pages = tuple(_made_in_turn(day_pages(view, templates), looked))
    names = names_page(plan.desk, (*_readable(written), *pages), templates)
    return Handed(
        title=plan.desk.library.name,
        fixed_day=full_date(plan.on) if fixed or day_is_given else "",
        unread=unread(plan),
        written=written,
        files={
            **{f"assets/{name}": content for name, content in shipped_bytes("site/assets").items()},
            **_drafts_and_calendar(day, looked),
            names.path: names.text.encode(),
            **_forms(root, plan.desk),
        },
        pages=(
            *(Source(page.path, partial(str, page.text), digest_of(page.text)) for page in pages),
            *note_sources(view, templates, _known(looked, day, repository)),
        ),
        read=day.reading.read_anew,
        program=program().hex(),
    )


def _made_in_turn(pages: Iterator[Page], looked: Looked) -> Iterator[Page]:
    for page in pages:
        yield page
        looked.pause()


def _drafts_and_calendar(day: Drafted, looked: Looked) -> Mapping[str, bytes]:
    """The files that mail and calendar programs open, made again where they would be others."""
    kept, plan = Made(looked.shelf, f"{looked.seen.kept_for}files", bytes), day.plan
    files = {
        f"drafts/{draft.file}": kept.of(draft.file, digest_of(draft), partial(draft_bytes, draft))
        for draft in day.drafts
    }
    made_from = digest_of((plan.on, sorted(entries(plan))))
    files[CALENDAR] = kept.of(CALENDAR, made_from, partial(calendar, plan))
    kept.save()
    return files


@cache
def page_templates() -> Templates:
    """The program's own, which a preview need not read for every change."""
    return Templates(shipped("pages/templates"))


def _known(looked: Looked, day: Drafted, repository: Repository) -> Known:
    """The notes by their digests; as all beside them the day, the forge, the program and library.yml."""
    set_up = looked.found.blob
    rest = (program(), set_up or b"", f"{looked.on} {repository.url} {repository.edit_uri}".encode())
    return Known(day.reading.digests if set_up else {}, sha256(b"\0".join(rest)).hexdigest())


def _forms(root: Path, desk: Desk) -> Mapping[str, bytes]:
    """The page of forms, where `library.yml` turns it on."""
    on = desk.library.forms is not None
    return form_page(desk, shipped(f"site/{FOLDER}"), form_bundle(root)) if on else {}


def _readable(written: Mapping[str, bytes]) -> Iterator[Page]:
    """The pages that were written by hand."""
    for path, content in written.items():
        if path.endswith(".md"):
            yield Page(path, content.decode(errors="replace"))

"""The pages of a desk put on disk for MkDocs, which renders every one of them."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from deskdiary.cli.handing import handed
from deskdiary.cli.looking import looked_at
from deskdiary.cli.options import Asked
from deskdiary.cli.resting import STAGING
from deskdiary.shells.kept_folder import keep_folder, refuse_links
from deskdiary.shells.site.plugin import StagedPages
from deskdiary.shells.site.staged import Handed, Repository, Stage, Staged


def stage_for(asked: Asked) -> Stage:
    """How pages are staged for the day that was asked for."""
    return partial(_stage, asked=asked)


def _stage(root: Path, repository: Repository, asked: Asked) -> Staged:
    """The hand-written pages, what the site needs, then the day's own pages: those win."""
    found = handed(looked_at(Asked(root, asked.on)), asked.on is not None, repository)
    folder = root / STAGING
    refuse_links(root, STAGING)
    keep_folder(folder, _files(found))
    return Staged(folder, found.title, found.fixed_day, found.unread)


def _files(handed: Handed) -> Mapping[str, bytes]:
    return {
        **handed.written,
        **handed.files,
        **{page.path: page.make().encode() for page in handed.pages},
    }


class DeskDiaryPlugin(StagedPages):  # type: ignore[no-untyped-call] # MkDocs' own are untyped
    """What `plugins: [deskdiary]` in `mkdocs.yml` stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = stage_for(Asked())

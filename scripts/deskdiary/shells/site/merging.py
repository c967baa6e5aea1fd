"""A site made by several machines, put together: a plain copy, once it is known to be whole."""

import re
from collections.abc import Iterator
from pathlib import Path

from deskdiary.refusal import Refusal
from deskdiary.shells.site.site_folder import MARK, SiteFolder
from deskdiary.shells.site.staged import Place, Share

SHARE = ".deskdiary-share"
_TOLD = re.compile(r"[1-9][0-9]{0,3}/[1-9][0-9]{0,3} \S+")


def tell_share(site: Path, share: Share, of_desk: str) -> None:
    """Say in a share of a site which it is, and of which desk on which day."""
    (site / SHARE).write_text(f"{share.number}/{share.of} {of_desk}\n", encoding="utf-8")


def merge(place: Place, shares: Path) -> int:
    """Put the shares that lie in the folders of a folder together as the site, and say how many there were.

    Raises Refusal where one is missing, or was made from other notes than the rest.
    """
    found = dict(_shares(shares))
    told = {about.partition(" ")[::2] for about in found.values()}
    of = {number.partition("/")[2] for number, _ in told}
    wanted = {f"{number}/{each}" for each in of for number in range(1, int(each) + 1)}
    if not found or len({desk for _, desk in told}) > 1 or sorted(n for n, _ in told) != sorted(wanted):
        have = ", ".join(sorted(number for number, _ in told)) or "none"
        raise Refusal(
            f"the shares do not make one site: {have}. All must be there, of the same notes and day."
        )
    _copy(place, tuple(found))
    return len(found)


def _copy(place: Place, shares: tuple[Path, ...]) -> None:
    folder = SiteFolder(place.site, place.cache)
    folder.open()
    try:
        for share in shares:
            for path, content in _files(share):
                folder.put(path, content)
        folder.close()
    finally:
        folder.forget()


def _shares(folder: Path) -> Iterator[tuple[Path, str]]:
    for each in sorted(folder.iterdir()):
        mark = each / SHARE
        if not each.is_symlink() and mark.is_file() and not mark.is_symlink():
            told = mark.read_text(encoding="utf-8", errors="replace").strip()
            if not _TOLD.fullmatch(told):
                raise Refusal(f"{each.name}/{SHARE} does not say which share it is. Build that one again.")
            yield each, told


def _files(share: Path) -> Iterator[tuple[str, bytes]]:
    """What a machine made; a link is nothing that one makes."""
    for file in sorted(share.rglob("*")):
        if file.is_file() and not file.is_symlink() and file.name not in {SHARE, MARK}:
            yield file.relative_to(share).as_posix(), file.read_bytes()

"""A site built by several machines: which share this one makes, and the shares put together."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

import typer

from deskdiary.cli.looking import Looked
from deskdiary.shells.site.staged import Share

_SHARE = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


def share(text: str) -> Share:
    """`2/4`, the second of four."""
    found = _SHARE.fullmatch(text)
    if not found or int(found[1]) > int(found[2]):
        raise typer.BadParameter("Type which of how many, such as 2/4.")
    return Share(int(found[1]), int(found[2]))


def of_desk(looked: Looked) -> str:
    """The same on every machine for the same notes, settings and day."""
    parts = (looked.seen.fingerprint or b"", looked.found.blob or b"", str(looked.on).encode())
    return sha256(b"\0".join(parts)).hexdigest()


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """Staged pages of a share: of no use to anybody, so they are kept nowhere."""

    def holds(self, _path: str) -> bool:
        """There are none, and none are missed."""
        return True

    def put(self, path: str, content: bytes) -> None:
        """Keep nothing."""


@contextmanager
def nowhere(_paths: Iterable[str]) -> Iterator[_Nowhere]:
    """In the place of the folder of staged pages."""
    yield _Nowhere()

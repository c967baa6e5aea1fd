"""What a site rests on, told without making any of it."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from deskdiary.cli.looking import Looked
from deskdiary.shells.form_bundle import form_bundle
from deskdiary.shells.texts import links, tree

STAGING = Path(".cache", "deskdiary", "pages")
_BESIDE = ("docs", "wording")


def rests_on(looked: Looked, *, day_is_given: bool) -> str:
    """The same as long as everything is that any page is made from; empty where it can't be said."""
    notes = looked.rests_on
    if notes is None:
        return ""
    made_of = sha256(notes + bytes([day_is_given]))
    for path, content in _beside(looked):
        made_of.update(f"{len(path)} {path} {len(content)}\n".encode("utf-8", "surrogateescape"))
        made_of.update(content)
    return made_of.hexdigest()


def _beside(looked: Looked) -> Iterator[tuple[str, bytes]]:
    """What is read beside the notes."""
    for folder in (looked.root / name for name in _BESIDE):
        yield repr(links(folder)), b""
        yield from tree(folder).items()
    if looked.found.library.forms is not None:
        yield from form_bundle(looked.root).items()

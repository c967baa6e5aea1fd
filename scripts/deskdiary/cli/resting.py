"""What a site rests on, told without making any of it."""

from hashlib import sha256
from pathlib import Path

from deskdiary.cli.looking import Looked
from deskdiary.shells.texts import links, tree

STAGING = Path(".cache", "deskdiary", "pages")
_BESIDE = ("docs", "wording")


def rests_on(looked: Looked, *, day_is_given: bool) -> str:
    """The same as long as everything is that any page is made from; empty where it can't be said."""
    notes = looked.rests_on
    if notes is None:
        return ""
    made_of = sha256(notes + bytes([day_is_given]))
    for folder in (looked.root / name for name in _BESIDE):
        made_of.update(repr(links(folder)).encode("utf-8", "surrogateescape"))
        for path, content in tree(folder).items():
            made_of.update(
                f"{len(path)} {path} {len(content)}\n".encode("utf-8", "surrogateescape") + content
            )
    return made_of.hexdigest()

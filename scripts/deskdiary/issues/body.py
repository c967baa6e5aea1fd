"""An issue's text: our part of it, made anew each time, and what staff wrote around it, kept."""

from deskdiary.issues.marks import part_of

MOST = 60_000
"""Characters: a forge takes 65,536."""


def around(text: str, part: str) -> str:
    """The text with our part in it made new. All that stands before and after stays; so does its order."""
    found = part_of(plain(text))
    if found is None:
        kept = plain(text).strip("\n")
        return f"{part}\n\n{kept}" if kept else part
    start, stop = found
    return plain(text)[:start] + part + plain(text)[stop:]


def plain(text: str) -> str:
    """A text whose lines end in one way: a web editor gives them another."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: a forge may take off what is blank at the end."""
    return plain(one).rstrip() == plain(other).rstrip()

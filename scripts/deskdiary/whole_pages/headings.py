"""The headings of a page: their ids, as Markdown gives them, and which stands under which."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_COUNTED = re.compile(r"(.*)_([0-9]+)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: how deep it is, where links to it arrive, and its text as HTML."""

    level: int
    id: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents, with those that stand under it."""

    heading: Heading
    under: tuple["Entry", ...] = ()


def headings_with_ids(found: Iterable[tuple[int, str, str]]) -> Iterator[Heading]:
    """Each heading with its own id: the one it was given, else one made of its text."""
    given = tuple(found)
    taken = {identity for _, _, identity in given if identity}
    next_count: dict[str, int] = {}
    for level, text, identity in given:
        name = " ".join(text.split())
        yield Heading(level, identity or _unique(_slug(html.unescape(name)), taken, next_count), name)


def entries(headings: tuple[Heading, ...]) -> tuple[Entry, ...]:
    """The table of contents: each heading under the nearest one before it that is higher."""
    made: list[Entry] = []
    place = 0
    while place < len(headings):
        end = place + 1
        while end < len(headings) and headings[end].level > headings[place].level:
            end += 1
        made.append(Entry(headings[place], entries(headings[place + 1 : end])))
        place = end
    return tuple(made)


@lru_cache(maxsize=1024)
def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(wanted: str, taken: set[str], next_count: dict[str, int]) -> str:
    """An id that nobody has: the one that is wanted, else with the next number that is free.

    Where to look on is remembered for each: a thousand headings may have one text.
    """
    identity = wanted
    if wanted in taken or not wanted:
        counted = _COUNTED.fullmatch(wanted)
        base, count = (counted[1], int(counted[2])) if counted else (wanted, 0)
        count = next_count.get(wanted, count + 1)
        while f"{base}_{count}" in taken:
            count += 1
        next_count[wanted] = count + 1
        identity = f"{base}_{count}"
    taken.add(identity)
    return identity

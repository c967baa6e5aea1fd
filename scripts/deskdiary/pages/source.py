"""A page that is yet to be made: nobody makes it where it is known to be as it was."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from deskdiary.pages.view import Line, View


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page stands, what it is made from in one short text, and how to make it.

    Two pages with one place and one `made_from` are the same letter for letter. An empty one says
    nothing: the page has to be made to know it.
    """

    path: str
    make: Callable[[], str] = field(repr=False, compare=False)
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What notes hold, by their paths, as digests; and all else that any page is made from, as one."""

    notes: Mapping[str, str] = field(repr=False)
    rest: str


def made_from(known: Known, path: str, others: Iterable[str]) -> str:
    """What a note's page is made from: its own note, what others say of it, and all the rest."""
    own = known.notes.get(path)
    if not own:
        return ""
    said = "\0".join((known.rest, own, *others))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def told(lines: Iterable[Line], view: View) -> Iterator[str]:
    """All that a page shows of occasions, each text after its length: no two tell the same."""
    shown = view.page_of
    for line in lines:
        standing = line.standing
        occasion = standing.occasion
        name = line.patron.name.value
        yield f"{occasion.short_id} {standing.state} {line.patron.key} {len(name)} {name}"
        for why in standing.why:
            place = why.place
            yield f"{len(why.text)} {why.text} {place.path}:{place.line} {place.path in shown}"

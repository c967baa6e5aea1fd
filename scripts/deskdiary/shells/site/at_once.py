"""A few pages put into a site that is built, before everything else in it is built anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from deskdiary.shells.site.placing import file_of, in_its_shell
from deskdiary.shells.site.shell_store import read_store
from deskdiary.shells.site.staged import Page, Place, Repository


class Outcome(Enum):
    """What became of a change: nothing had changed, it is shown, or the whole site has to be built for it."""

    AS_IT_WAS = auto()
    SHOWN = auto()
    NOT_TO_BE_HAD = auto()


@dataclass(frozen=True, slots=True)
class Changed:
    """The pages of the notes that changed, and those of them that there are still notes for."""

    paths: frozenset[str]
    pages: Sequence[Page] = field(repr=False)


def put_at_once(place: Place, hand: Callable[[Repository], Changed]) -> bool:
    """Put pages where a build would put them, and take away those that there are no notes for.

    Nothing is written down of it: the next build finds files that are not as it left them, and makes
    them itself. False, and nothing done, where MkDocs has to be asked first.
    """
    store = read_store(place.cache, place.root)
    if store is None or store.why_not:
        return False
    changed = hand(store.repository)
    made = {file_of(page.path): in_its_shell(page.path, page.make(), store) for page in changed.pages}
    if None in made.values():
        return False
    for path in sorted({file_of(path) for path in changed.paths} - made.keys()):
        (place.site / path).unlink(missing_ok=True)
    for path, content in made.items():
        _replace(place.site / path, content or b"")
    return True


def _replace(file: Path, content: bytes) -> None:
    """Whoever asks for it meanwhile gets the page as it was or as it shall be, never half of it."""
    file.parent.mkdir(exist_ok=True)
    beside = file.with_name(f"{file.name}.new~")
    beside.write_bytes(content)
    beside.replace(file)

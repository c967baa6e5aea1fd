"""A live preview on this machine alone: the note that was written comes first, and the rest follows."""

import errno
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from deskdiary.refusal import Refusal
from deskdiary.shells.site.at_once import Outcome
from deskdiary.shells.site.live_pages import HOST, LivePages
from deskdiary.shells.site.staged import Place
from deskdiary.shells.site.written import NOTES, Written

# Whoever writes is left alone with the page that is written on; the others have time until it is calm.
_CALM, _LATEST = 0.5, 3.0
_OFTEN = 3
T = TypeVar("T")


class Desk(Protocol):
    """Whoever knows how the pages of a desk are made."""

    def build(self, place: Place, is_urgent: Callable[[], bool]) -> bool:
        """Build all of them, as far as they differ; False where that was left for something more urgent."""

    def show_at_once(self, place: Place) -> Outcome:
        """Put the few into the site that are of the notes that changed."""


def serve_site(root: Path, desk: Desk, port: int) -> None:
    """Build, serve, and show every change, until somebody stops it."""
    with tempfile.TemporaryDirectory(prefix="deskdiary-") as folder:
        place = Place(root, Path(folder, "site"), Path(folder, "cache"), f"http://{HOST}:{port}/")
        with _pages(place.site, port) as pages:
            # Before there are threads, so that a first build of thousands of pages may take two processes.
            desk.build(place, _never)
            with Written(root) as written, pages.open():
                # Somebody may have written meanwhile.
                Preview(place, desk, written, pages, behind_since=time.monotonic()).go_on()


def _pages(site: Path, port: int) -> LivePages:
    try:
        return LivePages(site, port)
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            raise Refusal(f"port {port} is taken; name another with --port.") from None
        raise


@dataclass(slots=True)
class Preview:
    """What is shown, and what is still to be: one thing after the other, so that no two ever meet.

    `behind_since` is when a note's page was shown first that the others know nothing of. `all_differ` is
    set where something else than a note was written, or a build failed: then there is no page to be had
    alone until everything is built. `left` is how often that was begun in vain, for a note that came first.
    """

    place: Place
    desk: Desk
    written: Written
    pages: LivePages
    behind_since: float | None = None
    all_differ: bool = False
    left: int = 0

    def go_on(self) -> None:
        """Show what was written since, for as long as somebody is there."""
        while True:
            names = self.written.since(_CALM)
            self.all_differ |= bool(names - NOTES)
            if names and self._is_shown() and not self._is_late():
                continue
            if names or self.behind_since is not None:
                self._build()

    def _is_shown(self) -> bool:
        """Show the notes that were written, if they can be shown alone."""
        if self.all_differ:
            return False
        outcome = _tried(lambda: self.desk.show_at_once(self.place))
        if outcome is Outcome.SHOWN:
            self.pages.tell()
            self.behind_since = self.behind_since or time.monotonic()
        return outcome in {Outcome.SHOWN, Outcome.AS_IT_WAS}

    def _is_late(self) -> bool:
        """Whether the others have waited long enough, though somebody goes on writing."""
        return self.behind_since is not None and time.monotonic() - self.behind_since > _LATEST

    def _build(self) -> None:
        """Everything: left for a note that is written meanwhile and may be shown first, but not for ever."""
        may_wait = self.behind_since is not None and not self.all_differ and self.left < _OFTEN
        is_urgent = self.written.waits if may_wait else _never
        built = _tried(lambda: self.desk.build(self.place, is_urgent))
        if built is False:
            self.left += 1
            return
        everybody, self.all_differ = self.all_differ, built is None
        self.behind_since, self.left = None, 0
        self.pages.tell(everybody=everybody)


def _never() -> bool:
    return False


def _tried(do: Callable[[], T]) -> T | None:
    """What comes of it. What goes wrong is told by its sort alone, as its words may quote a note."""
    try:
        return do()
    except Exception as fault:  # noqa: BLE001 - the next change may mend it
        told = str(fault) if isinstance(fault, Refusal) else type(fault).__name__
        sys.stderr.write(f"The site could not be built anew: {told}\n")
        return None

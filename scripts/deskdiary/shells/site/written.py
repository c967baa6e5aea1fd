"""What people write at a desk, told as they write it. What is only looked at is not told."""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from deskdiary.shells.site.shell_store import OWN_CONFIG

NOTES = frozenset({"patrons", "resources"})
_FOLDERS = ("patrons", "resources", "wording", "docs")
# What people write, as against what is made of it.
_WRITTEN = frozenset({OWN_CONFIG, "library.yml", *_FOLDERS})
_ONLY_LOOKED_AT = frozenset({"opened", "closed_no_write"})
# An editor writes a file in several steps; a burst of them is over when nothing came for so long.
_BURST, _LONGEST_BURST = 0.05, 0.5


class Written(FileSystemEventHandler):
    """Watches a desk from the moment it is entered."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._told: SimpleQueue[str] = SimpleQueue()
        # The system tells of a change at once; elsewhere every file is looked at twice a second.
        self._observer: BaseObserver = Observer() if sys.platform == "linux" else PollingObserver(timeout=0.5)
        self._watched: dict[str, tuple[int, ObservedWatch]] = {}

    def __enter__(self) -> Self:
        self._observer.schedule(self, str(self._root))
        self._watch_folders()
        self._observer.start()
        return self

    def __exit__(
        self, _sort: type[BaseException] | None, _fault: BaseException | None, _frames: TracebackType | None
    ) -> None:
        self._observer.stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Watchdog's word for whatever happens."""
        if event.event_type not in _ONLY_LOOKED_AT:
            for name in self._names(event):
                self._told.put(name)

    def waits(self) -> bool:
        """Whether something was written that nobody has asked for yet."""
        return not self._told.empty()

    def since(self, patience: float) -> frozenset[str]:
        """The files and folders right in the desk's that something was written to; empty if nothing comes.

        Waits so many seconds for a first change, then for the end of its burst.
        """
        names: set[str] = set()
        with suppress(Empty):
            names.add(self._told.get(timeout=patience))
            end = time.monotonic() + _LONGEST_BURST
            while time.monotonic() < end:
                names.add(self._told.get(timeout=_BURST))
        self._watch_folders()
        return frozenset(names)

    def _names(self, event: FileSystemEvent) -> Iterator[str]:
        for path in (event.src_path, event.dest_path):
            with suppress(ValueError):
                parts = Path(str(path)).relative_to(self._root).parts
                yield from {*parts[:1]} & _WRITTEN

    def _watch_folders(self) -> None:
        """See to it that each folder is watched that is there now: it may be new, or another by its name."""
        for name in _FOLDERS:
            folder = self._root / name
            number = folder.lstat().st_ino if folder.is_dir() and not folder.is_symlink() else 0
            before = self._watched.get(name)
            if before and before[0] != number:
                self._observer.unschedule(before[1])
                del self._watched[name]
            if number and name not in self._watched:
                self._watched[name] = (number, self._observer.schedule(self, str(folder), recursive=True))

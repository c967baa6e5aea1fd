"""One thing that each note comes to, kept by what the note holds."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

import msgspec

from deskdiary.shells.cache.shelf import Shelf

What = TypeVar("What")


class _Kept(NamedTuple, Generic[What]):
    """It, and what Git calls the content that it was worked out from."""

    blob: str
    what: What


class ByNote(Generic[What]):
    """What notes come to, by their paths: worked out where it is not known of just this content.

    `rests_on` is all that it rests on beside the note and the program.
    """

    def __init__(
        self, shelf: Shelf | None, name: str, sort: type[What], digests: Mapping[str, str], rests_on: bytes
    ) -> None:
        self._shelf, self._name, self._digests = shelf, name, digests
        self._decoder = msgspec.msgpack.Decoder(tuple[bytes, dict[str, _Kept[sort]]])  # type: ignore[valid-type]
        parts = (shelf.program if shelf else b"", rests_on)
        self._rests_on = hashlib.sha256(b"\0".join(parts)).digest()[:16]
        self._before = self._recalled()
        self._now: dict[str, _Kept[What]] = {}

    def of(self, path: str, work_out: Callable[[], What]) -> What:
        """What the note at a path comes to."""
        blob, known = self._digests.get(path), self._before.get(path)
        if known and known.blob == blob:
            self._now[path] = known
            return known.what
        what = work_out()
        if blob:
            self._now[path] = _Kept(blob, what)
        return what

    def save(self) -> None:
        """Put away what was asked for, if any of it is new or some is wanted no more."""
        if self._shelf and self._now != self._before:
            self._shelf.put(self._name, msgspec.msgpack.encode((self._rests_on, self._now)))

    def _recalled(self) -> Mapping[str, _Kept[What]]:
        raw = self._shelf.get(self._name) if self._shelf else None
        try:
            rests_on, kept = self._decoder.decode(raw or b"")
        except (msgspec.DecodeError, ValueError):
            return {}
        return kept if rests_on == self._rests_on else {}

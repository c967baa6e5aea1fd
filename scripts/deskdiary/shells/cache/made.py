"""Things worked out from one note or one value each, kept for as long as that is the same."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

import msgspec

from deskdiary.shells.cache.shelf import Shelf

What = TypeVar("What")


class _Kept(NamedTuple, Generic[What]):
    """A thing, and a digest of what it was made from."""

    made_from: str
    what: What


class Made(Generic[What]):
    """Things of one sort by their names: made where none is known that was made from just this.

    `rests_on` is all that they rest on beside what each is made from and the program.
    """

    def __init__(self, shelf: Shelf | None, name: str, sort: type[What], rests_on: bytes = b"") -> None:
        self._shelf, self._name = shelf, name
        self._decoder = msgspec.msgpack.Decoder(tuple[bytes, dict[str, _Kept[sort]]])  # type: ignore[valid-type]
        parts = (shelf.program if shelf else b"", rests_on)
        self._rests_on = hashlib.sha256(b"\0".join(parts)).digest()[:16]
        self._before = self._recalled()
        self._now: dict[str, _Kept[What]] = {}

    def of(self, name: str, made_from: str | None, make: Callable[[], What]) -> What:
        """The thing of a name; nothing is kept of one that is made from nobody knows what."""
        known = self._before.get(name)
        if known is None or known.made_from != made_from:
            known = _Kept(made_from or "", make())
        if made_from:
            self._now[name] = known
        return known.what

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


def digest_of(value: object) -> str:
    """The same for two values that are the same to the last field, places in the notes included."""
    return hashlib.blake2b(msgspec.msgpack.encode(value), digest_size=16).hexdigest()

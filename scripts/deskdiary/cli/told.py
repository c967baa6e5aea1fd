"""What was told of a desk before, told again as long as nothing that it rests on has changed."""

import hashlib
from collections.abc import Callable

from deskdiary.cli.looking import Looked

_MOST = 600_000_000


def told(looked: Looked, what: str, tell: Callable[[], str | bytes]) -> bytes:
    """What is told under these words: as the last run told it, else told now and kept.

    Only what is told of the notes as they are now is kept: nothing outlives a change, or an erasure.
    """
    rests_on, shelf = looked.rests_on, looked.shelf
    if rests_on is None or shelf is None:
        return _bytes(tell())
    here = f"told-{rests_on.hex()[:32]}-"
    name = here + hashlib.sha256(what.encode()).hexdigest()[:32]
    before = shelf.get(name)
    if before is not None:
        return before
    now = _bytes(tell())
    shelf.drop(lambda other: other.startswith("told-") and not other.startswith(here))
    if len(now) <= _MOST:
        shelf.put(name, now)
    return now


def _bytes(text: str | bytes) -> bytes:
    """As the program writes everything: UTF-8, and what is not spelled out."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")

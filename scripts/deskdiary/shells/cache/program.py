"""What the program is made of: what another one worked out is not to be relied on."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import deskdiary

_COMPILED = "__pycache__"


@cache
def program() -> bytes:
    """A digest of the program's own files, of the packages beside it by their versions, and of Python."""
    folder = str(Path(deskdiary.__file__).parent)
    made_of = (sys.version, *sorted(_files(folder)), *sorted(_packages()))
    return hashlib.sha256("\n".join(made_of).encode("utf-8", "surrogateescape")).digest()[:16]


def _files(folder: str) -> Iterator[str]:
    """Each file, how long it is and when it was written: a developer's edit counts as well."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != _COMPILED:
                yield from _files(entry.path)
        else:
            found = entry.stat()
            yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _packages() -> Iterator[str]:
    """`phonenumbers-9.0.1.dist-info`: what is read of a telephone number is up to it."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (
                entry.name for entry in os.scandir(folder) if entry.name.endswith((".dist-info", ".egg-info"))
            )

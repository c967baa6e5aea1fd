"""Notes written to disk: whole or not at all, and never over somebody's changes."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from deskdiary.refusal import Refusal

HALF_MADE = ".deskdiary.new"


def create(file: Path, content: bytes) -> None:
    """A new note. Refused where a file of that name is there already."""
    if file.exists() or file.is_symlink():
        raise Refusal(f"{file.name} is there already, and is left as it is. Choose another key.")
    file.parent.mkdir(parents=True, exist_ok=True)
    _put_in_place(file, content, mode=None)


def replace(file: Path, before: bytes, after: bytes) -> None:
    """A note's new text in place of the old, its rights kept. Refused where it isn't the old one any more."""
    if _now(file) != before:
        raise Refusal(f"{file.name} was changed by somebody at this moment, and is left as it is. Try again.")
    _put_in_place(file, after, mode=stat.S_IMODE(file.stat().st_mode))


def _now(file: Path) -> bytes | None:
    return None if file.is_symlink() or not file.is_file() else file.read_bytes()


def _put_in_place(file: Path, content: bytes, mode: int | None) -> None:
    """Written beside it, down to the disk, then renamed: whoever looks sees the old note or the new one."""
    beside = file.with_name(HALF_MADE)
    beside.unlink(missing_ok=True)  # what a run that was killed left behind
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(beside, flags, 0o666), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(file)
    except OSError as why:
        beside.unlink(missing_ok=True)
        raise Refusal(f"{file.name} can't be written here ({why.strerror}). It is as it was.") from None
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """The new name, too, goes down to the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Files that are taken as they are: those that ship with the program, and a desk's own pages."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

LARGEST = 20 * 1024 * 1024
DEEPEST = 20


def shipped(package: str) -> Mapping[str, str]:
    """Every text of a folder of the program, by its file's name."""
    return {name: content.decode() for name, content in shipped_bytes(package).items()}


def shipped_bytes(package: str) -> Mapping[str, bytes]:
    """Every file of a folder of the program, by its name."""
    folder = files("deskdiary").joinpath(*package.split("/"))
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return {entry.name: entry.read_bytes() for entry in entries if entry.is_file()}


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every plain file below a folder by its path in it; no link is followed, nothing huge is read."""
    return dict(_tree(folder, folder, 0))


def links(folder: Path) -> tuple[str, ...]:
    """The links right in a folder, which `tree` passes over; the folder itself where it is one."""
    if folder.is_symlink():
        return ("",)
    return (
        tuple(sorted(each.name for each in folder.iterdir() if each.is_symlink())) if folder.is_dir() else ()
    )


def _tree(folder: Path, top: Path, depth: int) -> Iterator[tuple[str, bytes]]:
    if folder.is_symlink() or not folder.is_dir() or depth > DEEPEST:
        return
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _tree(entry, top, depth + 1)
        elif entry.is_file() and entry.stat().st_size <= LARGEST:
            yield entry.relative_to(top).as_posix(), entry.read_bytes()

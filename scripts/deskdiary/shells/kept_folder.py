"""A folder that the program keeps: exactly the files it should hold, nobody else's touched."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from deskdiary.refusal import Refusal

MANIFEST = ".deskdiary"


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder that is being kept: whoever keeps it puts in what differs."""

    folder: Path
    there: frozenset[str] = field(repr=False)

    def holds(self, path: str) -> bool:
        """Whether there was a file when the keeping began."""
        return path in self.there

    def put(self, path: str, content: bytes) -> None:
        """Have a file hold this."""
        _replace(self.folder / path, content, is_there=path in self.there)


def keep_folder(folder: Path, wanted: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Make the folder hold these files, by their paths in it with `/`, and take away those we made before."""
    with keeping(folder, wanted) as kept:
        for path, content in wanted.items():
            kept.put(path, content)
    return tuple(folder / path for path in sorted(wanted))


@contextmanager
def keeping(folder: Path, paths: Iterable[str]) -> Iterator[Kept]:
    """A folder that is to hold files at these paths and none of ours elsewhere.

    What is ours is written down before it is made, so a run that is killed half-way leaves nothing that
    the next one would not know. Raises Refusal where somebody else's file is in the way.
    """
    wanted = frozenset(paths)
    ours = _ours(folder)
    _refuse_links(folder, ours | wanted)
    _refuse_strangers(folder, wanted, ours)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _note(folder, ours | wanted)
    yield Kept(folder, frozenset(_below(str(folder), "")))
    for path in sorted(ours - wanted):
        _remove(folder, path)
    _note(folder, wanted)


def refuse_links(root: Path, way: Path) -> None:
    """Refuse a way to a folder of ours that leads over a link, and so perhaps out of the desk."""
    for step in (*way.parents, way):
        if (root / step).is_symlink() and step != Path():
            raise Refusal(f"{step} is a link. Take it away: what the program makes stays in the desk.")


def _ours(folder: Path) -> frozenset[str]:
    manifest = folder / MANIFEST
    if folder.is_symlink() or manifest.is_symlink():
        raise Refusal(f"{folder} is a link, or has links in it. Name a folder of its own.")
    if not manifest.is_file():
        return frozenset()
    try:
        lines = manifest.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refusal(
            f"{manifest} cannot be read, so nobody knows what is ours. Name another folder."
        ) from None
    return frozenset(line for line in lines if _within(line))


def _within(path: str) -> bool:
    parts = path.split("/")
    return all(part not in {"", ".", ".."} and "\\" not in part for part in parts) and ":" not in path


def _refuse_links(folder: Path, paths: Iterable[str]) -> None:
    """What is behind a link is somewhere else, and neither to be written nor to be taken away."""
    known: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            step = "/".join(parts[:depth])
            if step not in known and os.path.islink(f"{folder}/{step}"):  # noqa: PTH114 - of thousands
                raise Refusal(
                    f"{folder / path} is behind a link. Take the link away, or name another folder."
                )
            known.add(step)


def _below(folder: str, path: str) -> Iterator[str]:
    """Every file below a folder, by its path in it."""
    with os.scandir(f"{folder}/{path}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(folder, f"{path}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield f"{path}{entry.name}"


def _refuse_strangers(folder: Path, wanted: Iterable[str], ours: frozenset[str]) -> None:
    for path in wanted:
        if path not in ours and (folder / path).exists():
            raise Refusal(f"{folder / path} is there already, and not made by us. Name another folder.")


def _note(folder: Path, paths: Iterable[str]) -> None:
    _replace(folder / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode())


def _replace(file: Path, content: bytes, *, is_there: bool = True) -> None:
    """The file as it was or as it shall be, never half of it."""
    if is_there and file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _remove(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()

"""What the program is made of: what another one worked out is not to be relied on."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import deskdiary

_COMPILED = "__pycache__"
_OURS = "deskdiary"
_INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)(?:-.+)?\.(?:dist|egg)-info")
_NEEDS = re.compile(r"^Requires-Dist: *([A-Za-z0-9._-]+)(?![^\n]*\bextra\b)", re.MULTILINE)
_LISTED = re.compile(r"^dependencies = \[\n(.*?)^\]", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"^ *\"([A-Za-z0-9._-]+)", re.MULTILINE)
_ALIKE = re.compile(r"[-_.]+")


@cache
def program() -> bytes:
    """A digest of the program's own files, of the packages it works with by their versions, and of Python."""
    folder = str(Path(deskdiary.__file__).parent)
    packages = needed(_installed(sys.path), _of_the_checkout(Path(folder).parents[1] / "pyproject.toml"))
    made_of = (sys.version, *sorted(_files(folder)), *sorted(packages))
    return sha256("\n".join(made_of).encode("utf-8", "surrogateescape")).digest()[:16]


def needed(installed: Mapping[str, str], first: Iterable[str] = ()) -> frozenset[str]:
    """The packages that ours asks for, and what those ask for in turn, as their folders are named.

    `phonenumbers-9.0.1.dist-info`: what is read of a telephone number is up to it. What is installed for
    something else makes nothing stale. Where ours is not installed nobody can tell, and all of them count.
    `first` are those known to be asked for, whatever is installed.
    """
    if _OURS not in installed:
        return frozenset(Path(folder).name for folder in installed.values())
    found: set[str] = set()
    asked = [_OURS, *first]
    while asked:
        name = asked.pop()
        if name in installed and name not in found:
            found.add(name)
            asked.extend(_asks_for(installed[name]))
    return frozenset(Path(installed[name]).name for name in found)


def _files(folder: str) -> Iterator[str]:
    """Each file, how long it is and when it was written: a developer's edit counts as well."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != _COMPILED:
                yield from _files(entry.path)
        else:
            found = entry.stat()
            yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _installed(folders: list[str]) -> Mapping[str, str]:
    """Each package's name, and the folder that tells of it: the first that Python would find."""
    found: dict[str, str] = {}
    for folder in folders:
        with suppress(OSError):
            for entry in os.scandir(folder):
                match = _INSTALLED.fullmatch(entry.name)
                if match:
                    found.setdefault(_plain(match["name"]), entry.path)
    return found


def _asks_for(told: str) -> Iterator[str]:
    """What a package says that it needs, whatever else it could be asked for with."""
    for name in ("METADATA", "PKG-INFO"):
        with suppress(OSError):
            text = Path(told, name).read_text(encoding="utf-8", errors="replace").partition("\n\n")[0]
            yield from map(_plain, _NEEDS.findall(text))


def _of_the_checkout(project: Path) -> Iterator[str]:
    """In a checkout, what `pyproject.toml` asks for by now: what was installed from it may be older."""
    with suppress(OSError):
        listed = _LISTED.search(project.read_text(encoding="utf-8", errors="replace"))
        yield from map(_plain, _NAMED.findall(listed[1])) if listed else ()


def _plain(name: str) -> str:
    """`Jinja2` and `jinja2`, `python_dateutil` and `python-dateutil` are the same."""
    return _ALIKE.sub("-", name).lower()

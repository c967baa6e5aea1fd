"""How long a search takes in Chromium: from a page just opened and a name typed to the first answer."""

import gzip
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from benchmarks.measuring.measure import Numbers
from benchmarks.measuring.process import MEGABYTE, memory_of

_PATIENCE = 300_000
_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Type a word as a reader would, and wait for the first answer to stand there.
_TYPE = """async ([input, answer, word]) => {
  const box = document.querySelector(input)
  const began = performance.now()
  box.focus()
  box.value = word
  for (const name of ["input", "keyup"]) box.dispatchEvent(new Event(name, { bubbles: true }))
  while (!document.querySelector(answer)) await new Promise(requestAnimationFrame)
  return performance.now() - began
}"""
_PAGEFIND = """async ([, , word]) => {
  const began = performance.now()
  const pagefind = await import("/pagefind/pagefind.js")
  const found = await pagefind.search(word)
  await found.results[0].data()
  return performance.now() - began
}"""


@dataclass(frozen=True, slots=True)
class Search:
    """Where a site has its search box, where its answers, and the files that it reads for them."""

    input: str
    answer: str
    index: tuple[str, ...]
    script: str = _TYPE


OURS = Search(".dd-search input", ".dd-search [role=listbox] > *", ("search/names.html",))
MATERIAL = Search(
    "[data-md-component=search-query]", ".md-search-result__item", ("search/search_index.json",)
)
PAGEFIND = Search(
    "", "", ("pagefind/index/*", "pagefind/fragment/*", "pagefind/*.pf_meta", "pagefind/wasm*"), _PAGEFIND
)


def chromium() -> str | None:
    """Where Chromium is, if it is on this machine."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def searched(site: Path, search: Search, word: str) -> Numbers:
    """The seconds to the first answer, the browser's memory then, the index as it is sent."""
    with _served(site) as address, _page() as page:
        page.goto(f"{address}/index.html", wait_until="load")
        milliseconds = page.evaluate(search.script, [search.input, search.answer, word])
        return {
            "seconds": round(milliseconds / 1000, 3),
            "megabytes": round(_browser_memory() / MEGABYTE, 1),
            "index kilobytes": round(sent_size(site, search.index) / 1000, 1),
        }


def sent_size(site: Path, patterns: tuple[str, ...]) -> int:
    """The bytes of these files as a server sends them: compressed, unless they are already."""
    files = (file for pattern in patterns for file in sorted(site.glob(pattern)) if file.is_file())
    return sum(min(len(content), len(gzip.compress(content, 6, mtime=0))) for content in _contents(files))


def _contents(files: Iterator[Path]) -> Iterator[bytes]:
    yield from (file.read_bytes() for file in files)


def _browser_memory() -> int:
    children = psutil.Process().children(recursive=True)
    # The first of Chromium's processes is the parent of the others.
    first = next((each for each in children if "chrom" in each.name()), None)
    return memory_of(first.pid) if first else 0


@contextmanager
def _page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE)
        yield page
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, and not a word on who asked for them."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()

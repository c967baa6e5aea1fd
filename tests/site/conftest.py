"""The example site, built once for all tests that look at it, and a browser to look with."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from processes import deskdiary, example_desk

# What a page is waited for at most, in milliseconds: ample for a machine with much else to do, and a test
# whose page is quick is no slower for it.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def built_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example desk with its site built."""
    desk = example_desk(tmp_path_factory.mktemp("desk"))
    built = deskdiary("build", "--root", desk)
    assert built.code == 0, built.err
    return desk


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of who asked for what."""


@pytest.fixture(scope="session")
def site_url(built_desk: Path) -> Iterator[str]:
    """Where the built site is served from, on this machine's loopback."""
    handler = partial(_Silent, directory=str(built_desk / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none the test is skipped, but never in CI."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium here, and CI must have one")
        pytest.skip("needs Chromium, which is not on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-background-networking"],
            timeout=120_000,
        )
        yield launched
        launched.close()

"""The site over HTTP, for this machine alone; a page hears when it is another by now, and loads anew."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

HOST = "127.0.0.1"
_ASKED_WITHIN = 60  # seconds: nobody waits for longer at a time
_SCRIPT_PATH, _WAIT_PATH = "/livereload.js", "/livereload/"
# A tab that nobody looks at asks nothing: browsers allow six questions at a time to one server.
_SCRIPT = b"""const shown = document.currentScript.dataset.shown;
let asking;
async function ask() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  while (!signal.aborted) {
    try {
      const answer = await fetch(`/livereload/${shown}${location.pathname}`, { signal, cache: "no-store" });
      if (answer.ok && (await answer.text()) === "other") return location.reload();
    } catch (gone) {
      await new Promise((later) => setTimeout(later, 1000));
    }
  }
}
function look() {
  if (document.visibilityState === "visible") ask();
  else asking?.abort();
}
// The names that the search reads are a page within the page, and come anew with it.
if (self === top) {
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  addEventListener("pagehide", () => asking?.abort());
}
"""


class LivePages(ThreadingHTTPServer):
    """The pages of a folder, and those who wait for one of them to be another."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        self.site = site
        self._changes = threading.Condition()
        self._renewals = 0
        super().__init__((HOST, port), _Answer)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Answer, beside whatever else is done meanwhile."""
        threading.Thread(target=self.serve_forever, daemon=True).start()
        try:
            yield
        finally:
            self.shutdown()

    def tell(self, *, everybody: bool = False) -> None:
        """Have pages ask for themselves anew: those that are others now, or everybody's."""
        with self._changes:
            self._renewals += everybody
            self._changes.notify_all()

    def shown(self, content: bytes) -> str:
        """A name for what a page shows, and for what it is shown with."""
        return blake2b(b"%d " % self._renewals + content, digest_size=16).hexdigest()

    def is_another(self, shown: str, content: Callable[[], bytes]) -> bool:
        """Whether a page shows something else by now. Waits a while for it."""
        with self._changes:
            return self._changes.wait_for(lambda: self.shown(content()) != shown, _ASKED_WITHIN)

    def handle_error(self, *_: object) -> None:
        """A browser that left does no harm, and nothing of what it asked for belongs on a terminal."""


class _Answer(SimpleHTTPRequestHandler):
    """One answer. Only those get one who ask for this machine by its name: a page elsewhere cannot."""

    server: LivePages

    def __init__(self, request: Any, address: Any, server: LivePages) -> None:  # noqa: ANN401 - the library's
        super().__init__(request, address, server, directory=str(server.site))

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0], errors="replace")
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in {HOST, "localhost"}:
            self._say(HTTPStatus.FORBIDDEN, b"Only this machine may look.\n")
        elif path == _SCRIPT_PATH:
            self._say(HTTPStatus.OK, _SCRIPT, "text/javascript")
        elif path.startswith(_WAIT_PATH):
            self._wait(path.removeprefix(_WAIT_PATH))
        elif (file := self._file(path)).suffix == ".html" or not file.exists():
            self._page(file)
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, b"")

    def _wait(self, asked: str) -> None:
        shown, _, path = asked.partition("/")
        file = self._file(f"/{path}")
        another = self.server.is_another(shown, lambda: _content(file))
        self._say(HTTPStatus.OK, b"other" if another else b"same")

    def _page(self, file: Path) -> None:
        """A page with the script that waits; in the place of one that is not there the site's own word."""
        content = _content(file)
        status = HTTPStatus.OK if content else HTTPStatus.NOT_FOUND
        script = f'<script src="{_SCRIPT_PATH}" data-shown="{self.server.shown(content)}"></script></body>'
        page = content or _content(self.server.site / "404.html")
        self._say(status, page.replace(b"</body>", script.encode()), "text/html; charset=utf-8")

    def _file(self, path: str) -> Path:
        file = Path(self.translate_path(quote(path)))
        return file / "index.html" if file.is_dir() and path.endswith("/") else file

    def _say(self, status: HTTPStatus, content: bytes, sort: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", sort)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - the library's
        """Say nothing of who asked for what."""


def _content(file: Path) -> bytes:
    """What a page holds; nothing where there is none."""
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return b""

"""A live preview on this machine alone: built again as the notes change, shown to nobody else."""

import errno
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer

from deskdiary.refusal import Refusal
from deskdiary.shells.site.shell_store import OWN_CONFIG
from deskdiary.shells.site.staged import Place

HOST = "127.0.0.1"
# What people write, as against what is made of it.
_WRITTEN = (OWN_CONFIG, "library.yml", "patrons", "resources", "wording", "docs")


class _ThisMachineOnly(LiveReloadServer):
    """Answers those who ask for this machine by its name: a page elsewhere cannot pass itself off as it."""

    def __init__(self, **asked: Any) -> None:  # noqa: ANN401 - MkDocs' own
        super().__init__(**asked)
        if sys.platform == "linux":
            # MkDocs looks at every file twice a second; the system tells of a change at once.
            self.observer = Observer()  # type: ignore[assignment] # they differ in how they look alone

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        host = str(environ.get("HTTP_HOST", "")).rsplit(":", 1)[0]
        if host not in {HOST, "localhost"}:
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"Only this machine may look.\n"]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer


def serve_site(root: Path, build: Callable[[Place], object], port: int) -> None:
    """Build, serve and build again at every change, until somebody stops it."""
    with tempfile.TemporaryDirectory(prefix="deskdiary-") as folder:
        place = Place(root, Path(folder, "site"), Path(folder, "cache"), f"http://{HOST}:{port}/")
        build(place)
        server = _ThisMachineOnly(
            builder=lambda: _again(build, place), host=HOST, port=port, root=str(place.site)
        )
        for name in _WRITTEN:
            if (root / name).exists():
                server.watch(str(root / name))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                raise Refusal(f"port {port} is taken; name another with --port.") from None
            raise
        finally:
            server.shutdown()


def _again(build: Callable[[Place], object], place: Place) -> None:
    """Build after a change. What goes wrong is told by its sort alone, as its words may quote a note."""
    try:
        build(place)
    except Exception as fault:  # noqa: BLE001 - the next change may mend it
        told = str(fault) if isinstance(fault, Refusal) else type(fault).__name__
        sys.stderr.write(f"The site could not be built anew: {told}\n")

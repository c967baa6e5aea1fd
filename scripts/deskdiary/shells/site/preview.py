"""A live preview on this machine alone: rebuilt as the notes change, shown to nobody else."""

import errno
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from deskdiary.refusal import Refusal
from deskdiary.shells.site.rendering import render
from deskdiary.shells.site.staged import Stage

HOST = "127.0.0.1"


class _ThisMachineOnly(LiveReloadServer):
    """Answers those who ask for this machine by its name: a page elsewhere cannot pass itself off as it."""

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        host = str(environ.get("HTTP_HOST", "")).rsplit(":", 1)[0]
        if host not in {HOST, "localhost"}:
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"Only this machine may look.\n"]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer


def serve_site(root: Path, stage: Stage, port: int) -> None:
    """Build, serve and build again at every change, until somebody stops it."""
    with tempfile.TemporaryDirectory(prefix="deskdiary-") as folder:
        site = Path(folder)
        url = f"http://{HOST}:{port}/"
        config = render(root, stage, site, url)
        server = _ThisMachineOnly(
            builder=lambda: _again(root, stage, site, url), host=HOST, port=port, root=folder
        )
        server.watch(config.docs_dir)
        config.plugins.on_serve(server, config=config, builder=server.builder)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                raise Refusal(f"port {port} is taken; name another with --port.") from None
            raise
        finally:
            server.shutdown()


def _again(root: Path, stage: Stage, site: Path, url: str) -> None:
    """Build after a change. What goes wrong is told by its sort alone, as its words may quote a note."""
    try:
        render(root, stage, site, url)
    except Exception as fault:  # noqa: BLE001 - the next change may mend it
        told = str(fault) if isinstance(fault, Refusal) else type(fault).__name__
        sys.stderr.write(f"The site could not be built anew: {told}\n")

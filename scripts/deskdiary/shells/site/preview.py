"""A live preview on this machine alone: rebuilt as the notes change, shown to nobody else."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from deskdiary.refusal import Refusal
from deskdiary.shells.site.plugin import Stage, StagedPages
from deskdiary.shells.site.rendering import configured, render

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
        server = _server(site, port, lambda: render(root, stage, site, url))
        plugin = configured(root, stage, site).plugins["deskdiary"]
        if isinstance(plugin, StagedPages):
            server.watch(config.docs_dir)
            plugin.on_serve(server, config=config)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


def _server(site: Path, port: int, builder: Any) -> LiveReloadServer:  # noqa: ANN401
    try:
        return _ThisMachineOnly(builder=builder, host=HOST, port=port, root=str(site))
    except OSError:
        raise Refusal(f"port {port} is taken; name another with --port.") from None

"""Servers of the tests' own on this machine's loopback: a free port, a certificate, a web server, nginx."""

import os
import random
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

PATIENCE = 120.0
"""Seconds, for whatever must come about some time: a machine may have much else to do."""
LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port for a server that has to be told one, or where nobody is to answer.

    It lies below those that a system gives of itself, so no connection takes it before the server does.
    """
    while True:
        port = random.randrange(20_000, 32_768)  # noqa: S311 - no secret
        with socket.socket() as probe, suppress(OSError):
            probe.bind((LOOPBACK, port))
            return port


def wait_until(holds: Callable[[], bool]) -> None:
    """Ask again until something holds; a machine may be slow, but not for ever."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError, HTTPException):
            if holds():
                return
        time.sleep(0.05)
    pytest.fail("it never came about")


def program(name: str) -> str:
    """Where a program is. Where it is not the test is skipped, but never in CI."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"there is no {name} here, and CI must have one")
        pytest.skip(f"needs {name}, which is not on this machine")
    return found


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that was made here, and its key; only whoever is told trusts it."""

    file: Path
    key: Path

    def trusted(self) -> ssl.SSLContext:
        """What a client needs that trusts this certificate, and no other."""
        return ssl.create_default_context(cafile=str(self.file))


def make_certificate(folder: Path) -> Certificate:
    """A certificate for this machine's loopback, good for two days."""
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    names = "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:diary.example.org"
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    files = ("-keyout", str(made.key), "-out", str(made.file))
    subject = ("-subj", "/CN=diary.example.org", "-addext", names)
    command = [program("openssl"), "req", "-x509", "-days", "2", *curve, *subject, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return made


@dataclass(frozen=True, slots=True)
class Reply:
    """What a stand-in answers on one path."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of a stand-in."""

    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StandIn:
    """A server that answers what a test wrote down, 404 elsewhere, and remembers who asked for what."""

    port: int
    replies: dict[str, Reply]
    asked: list[Asked]

    @property
    def url(self) -> str:
        return f"https://{LOOPBACK}:{self.port}"


@contextmanager
def stand_in(
    certificate: Certificate | None = None, answering: Callable[[Asked], Reply] | None = None
) -> Iterator[StandIn]:
    """A stand-in on a port of its own: over TLS with a certificate, else over plain HTTP.

    With `answering`, a function answers instead of what was written down.
    """
    replies: dict[str, Reply] = {}
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
            asked.append(made)
            reply = answering(made) if answering else replies.get(made.path, Reply(404))
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing of who asked for what."""

    with QuietServer((LOOPBACK, 0), Handler) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.file, certificate.key)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, daemon=True).start()
        yield StandIn(server.server_address[1], replies, asked)
        server.shutdown()


class QuietServer(ThreadingHTTPServer):
    """A client that hangs up on an answer too long for it is no fault of ours."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Nothing to tell."""

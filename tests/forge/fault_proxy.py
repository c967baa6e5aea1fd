"""A line that goes wrong when told to: an HTTP proxy before a forge that keeps a record of all it carried."""

import json
import select
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from serving import LOOPBACK, PATIENCE, Certificate, QuietServer, Reply, wait_until


class Fault(Enum):
    """What goes wrong with one request. `before` the forge hears of it, or `after` it has done it."""

    DROPPED_BEFORE = "the line is cut before the forge hears of it"
    DROPPED_AFTER = "the line is cut after the forge has done it"
    CUT_SHORT = "half of the answer comes"
    BROKEN_BEFORE = "500, and nothing was done"
    BROKEN_AFTER = "500, though it was done"
    GATEWAY_BEFORE = "502, and nothing was done"
    GATEWAY_AFTER = "502, though it was done"
    TOO_MANY = "429, with the seconds to wait"
    SECONDARY = "403, for the secondary rate limit"
    SLOW_BEFORE = "no answer in time, and nothing was done"
    SLOW_AFTER = "no answer in time, though it was done"
    KILLED_BEFORE = "the program is killed before the forge hears of it"
    KILLED_AFTER = "the program is killed after the forge has done it"


_AFTER = frozenset(fault for fault in Fault if fault.name.endswith("_AFTER")) | {Fault.CUT_SHORT}
_SLOW = frozenset({Fault.SLOW_BEFORE, Fault.SLOW_AFTER})
_KILLED = frozenset({Fault.KILLED_BEFORE, Fault.KILLED_AFTER})
_OUR_OWN = frozenset({"content-length", "transfer-encoding", "connection", "keep-alive"})
SOON = 0.4
"""When the program hangs up on a forge that is slow, in seconds."""
WAIT = 7
"""What a busy forge asks for, in seconds: odd enough to be recognised where somebody waits for it."""


def _said(status: int, message: str, **headers: str) -> Reply:
    return Reply(status, json.dumps({"message": message}).encode(), headers)


_ANSWERS = {
    Fault.BROKEN_BEFORE: _said(500, "Server Error"),
    Fault.BROKEN_AFTER: _said(500, "Server Error"),
    Fault.GATEWAY_BEFORE: Reply(502, b"<html><h1>502 Bad Gateway</h1></html>", {"Content-Type": "text/html"}),
    Fault.GATEWAY_AFTER: Reply(502, b"<html><h1>502 Bad Gateway</h1></html>", {"Content-Type": "text/html"}),
    Fault.TOO_MANY: _said(429, "Too many requests", **{"Retry-After": str(WAIT)}),
    Fault.SECONDARY: _said(403, "You have exceeded a secondary rate limit.", **{"Retry-After": str(WAIT)}),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked of the forge. Header names are in lower case."""

    number: int
    method: str
    target: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """The path alone."""
        return urlsplit(self.target).path

    @property
    def writes(self) -> bool:
        """Whether it is meant to change something."""
        return self.method not in {"GET", "HEAD"}

    @property
    def says(self) -> Any:  # noqa: ANN401 - it is JSON
        """What its body says."""
        return json.loads(self.body) if self.body else None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, the fault it met, and what the forge said to it; None where the forge never heard of it."""

    request: Request
    fault: Fault | None
    reply: Reply | None


@dataclass(slots=True)
class Wire:
    """The line to a forge. `faults` says what goes wrong with which request, counted from 1."""

    upstream: str
    prefix: str = ""
    url: str = ""
    faults: dict[int, Fault] = field(default_factory=dict)
    instead: Callable[[Request], Reply | None] = lambda _: None
    """What is answered in the forge's stead, for a forge that lies or has moved."""
    kill: Callable[[], None] = lambda: None
    """How the program is killed."""
    seen: list[Exchange] = field(default_factory=list)
    _asked: int = 0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def begin_again(self, faults: Mapping[int, Fault] | None = None) -> None:
        """The next request is the first; nothing goes wrong but what is told."""
        self.faults, self._asked = dict(faults or {}), 0
        self.seen.clear()

    @property
    def patience(self) -> float:
        """How long to wait for the next answer: not for long if it is late, else as long as need be."""
        return SOON if self.faults.get(self._asked + 1) in _SLOW else PATIENCE

    def meet_the_fault(self) -> None:
        """Wait for the request that goes wrong: a slow one may be carried when nobody listens any more."""
        wait_until(lambda: any(each.fault for each in self.seen))

    def next_number(self) -> int:
        """Requests are counted as they come."""
        with self._lock:
            self._asked += 1
            return self._asked

    def written(self) -> list[Request]:
        """The requests that reached the forge and were meant to change something."""
        return [each.request for each in self.seen if each.request.writes and each.reply is not None]

    def ask(self, request: Request) -> Reply:
        """What the forge itself says."""
        there = urlsplit(self.upstream)
        connection = HTTPConnection(there.hostname or "", there.port, timeout=PATIENCE)
        try:
            connection.request(
                request.method, request.target, request.body or None, headers=dict(request.headers)
            )
            answer = connection.getresponse()
            return Reply(answer.status, answer.read(), dict(answer.getheaders()))
        finally:
            connection.close()


class _Server(QuietServer):
    """A server that knows the line it is an end of."""

    def __init__(self, wire: Wire) -> None:
        super().__init__((LOOPBACK, 0), _Handler)
        self.wire = wire


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def carry(self) -> None:
        wire, request = self.server.wire, self._request()
        fault = wire.faults.get(request.number)
        reply = wire.instead(request)
        if reply is None and (fault is None or fault in _AFTER):
            reply = wire.ask(request)
        wire.seen.append(Exchange(request, fault, reply))
        if fault is None:
            assert reply
            self._answer(reply)
        else:
            self._go_wrong(fault, reply)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = carry  # noqa: N815 - the server calls them so

    def _request(self) -> Request:
        wire = self.server.wire
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(wire.next_number(), self.command, self.path.removeprefix(wire.prefix), headers, body)

    def _go_wrong(self, fault: Fault, reply: Reply | None) -> None:
        if fault in _ANSWERS:
            self._answer(_ANSWERS[fault])
        elif fault is Fault.CUT_SHORT and reply:
            self._answer(reply, whole=False)
        elif fault in _KILLED:
            self.server.wire.kill()
        elif fault in _SLOW:
            # Whoever asked has said all there is to say: the next there is to read is that they hung up.
            select.select([self.connection], [], [], PATIENCE)
        self.close_connection = True

    def _answer(self, reply: Reply, *, whole: bool = True) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            if name.lower() not in _OUR_OWN:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body if whole else reply.body[: len(reply.body) // 2])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of who asked for what."""


@contextmanager
def wire_to(upstream: str, certificate: Certificate | None = None, prefix: str = "") -> Iterator[Wire]:
    """A line to a forge: over TLS with a certificate. With a prefix as on a server of one's own: /api/v3."""
    wire = Wire(upstream, prefix)
    with _Server(wire) as server:
        scheme = "http"
        if certificate:
            context = SSLContext(PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.file, certificate.key)
            server.socket = context.wrap_socket(server.socket, server_side=True)
            scheme = "https"
        wire.url = f"{scheme}://{LOOPBACK}:{server.server_address[1]}{prefix}"
        Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05}).start()
        yield wire
        server.shutdown()

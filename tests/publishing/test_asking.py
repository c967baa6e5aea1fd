"""A question to a server that behaves badly: it is over in time, and what went wrong is told."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

import pytest

from deskdiary.publishing.answer import Answer, Silence
from deskdiary.shells.visibility import asking
from deskdiary.shells.visibility.asking import ask, knock
from serving import LOOPBACK, PATIENCE, Certificate, Reply, stand_in

pytestmark = pytest.mark.server


@pytest.fixture(autouse=True)
def trusting(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts the certificate that was made here."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    monkeypatch.setenv("NO_PROXY", LOOPBACK)


@contextmanager
def saying(certificate: Certificate, words: bytes) -> Iterator[str]:
    """A server that says the same to everybody, HTTP or not, and hangs up."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file, certificate.key)

    with socket.create_server((LOOPBACK, 0)) as listening:

        def answer() -> None:
            made, _ = listening.accept()
            # Whoever is told too much hangs up before the end.
            with suppress(OSError), context.wrap_socket(made, server_side=True) as caller:
                caller.recv(65536)
                caller.sendall(words)

        speaking = Thread(target=answer, daemon=True)
        speaking.start()
        yield f"https://{LOOPBACK}:{listening.getsockname()[1]}/"
        speaking.join(PATIENCE)


def test_a_server_that_lets_us_wait_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "EACH", 0.2)
    with socket.create_server((LOOPBACK, 0)) as deaf:
        assert ask(f"https://{LOOPBACK}:{deaf.getsockname()[1]}/", {}) is Silence.SLOW


def test_a_server_that_comes_to_no_end_is_left_in_the_middle(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "WHOLE", -1.0)
    with stand_in(certificate, lambda _: Reply(200, b"{}")) as server:
        assert ask(server.url, {}) is Silence.SLOW


@pytest.mark.parametrize(
    "words",
    [
        b"220 mail.example.org ESMTP\r\n",
        b"HTTP/1.1 2OO OK\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nA: " + b"x" * 300_000,
    ],
    ids=["a mail server", "a letter for a number", "nothing", "a header without end"],
)
def test_a_server_that_speaks_something_else_is_not_understood(
    certificate: Certificate, words: bytes
) -> None:
    with saying(certificate, words) as url:
        assert ask(url, {}) in {Silence.GARBLED, Silence.UNREACHED}


def test_a_header_that_cannot_be_sent_is_told_without_its_words(certificate: Certificate) -> None:
    with stand_in(certificate) as server:
        assert ask(server.url, {"Authorization": "Bearer x\nX-Other: 1"}) is Silence.GARBLED
        assert ask(server.url, {"Authorization": "Bearer tökén"}) is Silence.UNREACHED
        assert server.asked == []


def test_a_proxy_that_is_none_is_as_good_as_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1:70")
    monkeypatch.setenv("NO_PROXY", "")
    assert ask("https://diary.example.org/", {}) is Silence.UNREACHED


def test_whoever_knocks_fetches_nothing(certificate: Certificate) -> None:
    """A page that is open to anybody may be long: its first line is proof enough."""
    with stand_in(certificate, lambda _: Reply(200, b"x" * 2_000_000)) as server:
        assert knock(server.url) == Answer(200)

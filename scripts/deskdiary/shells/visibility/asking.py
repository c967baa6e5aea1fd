"""One question to one server: in bounded time, of bounded length, and never led on to another."""

import time
from collections.abc import Callable, Mapping

import httpx

from deskdiary.publishing.answer import Answer, Said, Silence

# Seconds: for each step of a conversation, and for the whole of an answer.
EACH, WHOLE = 10.0, 30.0
# A repository's description is some 20 kB.
LONGEST = 1_000_000
# As it is, so that a few bytes cannot unfold into a great many.
PLAIN = {"User-Agent": "deskdiary", "Accept-Encoding": "identity"}


def ask(address: str, headers: Mapping[str, str]) -> Said:
    """What an address answers, with all it says."""
    return _asked(address, headers, _whole)


def knock(address: str) -> Said:
    """What an address answers one who brings nothing, as far as its first lines: the rest is not fetched."""
    return _asked(address, {}, lambda _: b"")


def _asked(
    address: str, headers: Mapping[str, str], read: Callable[[httpx.Response], bytes | Silence]
) -> Said:
    """An answer, or why there is none. An exception's own words stop here: they may quote a header."""
    try:
        with httpx.stream(
            "GET", address, headers={**PLAIN, **headers}, timeout=EACH, follow_redirects=False
        ) as response:
            return _answer(response, read(response))
    except httpx.TimeoutException:
        return Silence.SLOW
    except (httpx.ProtocolError, httpx.InvalidURL):
        return Silence.GARBLED
    except (httpx.HTTPError, OSError):
        return Silence.UNREACHED


def _answer(response: httpx.Response, body: bytes | Silence) -> Said:
    if isinstance(body, Silence):
        return body
    headers = response.headers
    return Answer(response.status_code, headers.get("content-type", ""), body, headers.get("location", ""))


def _whole(response: httpx.Response) -> bytes | Silence:
    end = time.monotonic() + WHOLE
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > LONGEST:
            return Silence.ENDLESS
        if time.monotonic() > end:
            return Silence.SLOW
    return bytes(body)

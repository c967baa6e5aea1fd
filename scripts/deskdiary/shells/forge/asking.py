"""One line to a forge: bounded in time, tries and length; never led elsewhere, never blindly repeated."""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from urllib.parse import parse_qsl, urlsplit

import httpx

from deskdiary.publishing.asked_for import Token
from deskdiary.refusal import Refusal
from deskdiary.shells.forge.patience import Refused, in_doubt, not_now, pause

EACH, WHOLE = 20.0, 60.0  # seconds for each step of a conversation, and for the whole of an answer
LONGEST = 20_000_000
MOST_PAGES = 1000
NEXT_TIME = "What is done is done; the next run does the rest."
_NEXT_PAGE = re.compile(r'<([^>]+)>;\s*rel="next"')


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that came whole: its status, what it says, and that as it was sent."""

    status: int
    says: Any = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    sent: bytes = field(default=b"", repr=False)

    @property
    def good(self) -> bool:
        """Whether it was done."""
        return self.status in range(200, 300)


class Unsure(Exception):  # noqa: N818 - it is an answer, told to whoever asked
    """Sent, and nobody knows whether it was done."""


class Asks(Protocol):
    """Whoever asks a forge over a line."""

    @property
    def line(self) -> "Line":
        """The line."""


Who = TypeVar("Who", bound=Asks)
Told = TypeVar("Told")
What = ParamSpec("What")


def sensibly(ask: Callable[Concatenate[Who, What], Told]) -> Callable[Concatenate[Who, What], Told]:
    """A reading of answers that ends in a refusal where one has not the form that such answers have."""

    @wraps(ask)
    def asked(who: Who, /, *args: What.args, **kwargs: What.kwargs) -> Told:
        try:
            return ask(who, *args, **kwargs)
        except (AttributeError, LookupError, TypeError, ValueError):
            # Such an exception quotes what it stumbled on.
            raise Refusal(f"{who.line.name} gave an answer that makes no sense. {NEXT_TIME}") from None

    return asked


@cache
def _client(seconds: float) -> httpx.Client:
    """A new connection for each question: an old one that breaks would leave a question in doubt."""
    return httpx.Client(
        timeout=seconds, follow_redirects=False, limits=httpx.Limits(max_keepalive_connections=0)
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line to one forge: where it is, what opens it, how we wait. Its repr has no secret."""

    name: str
    api: str
    token: Token
    headers: Mapping[str, str]
    wait: Callable[[float], None] = field(default=time.sleep, repr=False)
    client: httpx.Client = field(default_factory=lambda: _client(EACH), repr=False)

    def get(self, path: str, **query: str | int) -> Answer:
        """Ask something; again, within bounds, where nothing came back."""
        return self._patiently("GET", path, query=query)

    def put_again(self, method: str, path: str, content: Mapping[str, object]) -> Answer:
        """Write something that is the same however often it is written, so it may be sent again."""
        return self._patiently(method, path, content)

    def post_once(self, path: str, content: Mapping[str, object]) -> Answer:
        """Write something that must not be there twice. Raises Unsure where it may have come through."""
        return self._patiently("POST", path, content, once=True)

    def open_once(self, path: str, content: Mapping[str, object], number_field: str) -> int | None:
        """Open an issue, and say its number; None where nobody can tell whether it came through."""
        try:
            answer = self.post_once(path, content)
        except Unsure:
            return None
        if not answer.good:
            raise self.refusal(answer)
        number = answer.says.get(number_field) if isinstance(answer.says, dict) else None
        return number if isinstance(number, int) else None

    def say_once(self, path: str, text: str) -> None:
        """Leave a word on an issue; where nobody can tell whether it came through, it is left at that."""
        with suppress(Unsure):
            answer = self.post_once(path, {"body": text})
            if not answer.good:
                raise self.refusal(answer)

    def pages(self, path: str, **query: str | int) -> Iterator[Any]:
        """Every entry of a list, over all its pages: on as the forge says, but never to another address."""
        onward: Mapping[str, str | int] = {**query, "per_page": 100}
        for _ in range(MOST_PAGES):
            answer = self.get(path, **onward)
            if not answer.good or not isinstance(answer.says, list):
                raise self.refusal(answer)
            yield from answer.says
            following = _next(answer.headers.get("link", ""))
            if following is None:
                return
            onward = following
        raise Refusal(f"{self.name} has more pages than we read.")

    def refusal(self, answer: Answer) -> Refusal:
        """What it means that an answer is no good, without a word of it."""
        meanings = {
            401: "does not accept the token",
            403: "does not let the token do this",
            404: "knows nothing of the kind, or does not show it to this token",
            410: "has no issues here: they are switched off",
        }
        told = meanings.get(answer.status, "gave no plain answer")
        return Refusal(f"{self.name} {told} (status {answer.status}). {NEXT_TIME}")

    def _patiently(
        self,
        method: str,
        path: str,
        content: Mapping[str, object] | None = None,
        query: Mapping[str, str | int] | None = None,
        *,
        once: bool = False,
    ) -> Answer:
        attempt = 0
        while True:
            answer = self._sent(method, path, content, query, once=once)
            if answer and not _to_be_tried_again(answer):
                return answer
            if once and answer and in_doubt(answer.status):
                raise Unsure
            seconds = pause(attempt, _refused(answer) if answer else None, time.time())
            if seconds is None:
                raise Refusal(f"{self.name} {_trouble(answer)}. {NEXT_TIME}")
            self.wait(seconds)
            attempt += 1

    def _sent(
        self,
        method: str,
        path: str,
        content: Mapping[str, object] | None,
        query: Mapping[str, str | int] | None,
        *,
        once: bool,
    ) -> Answer | None:
        """The answer; None where nothing was done or nothing is lost by asking again."""
        try:
            with self.client.stream(
                method,
                f"{self.api}{path}",
                params=query or None,
                json=content,
                headers={**self.headers, "User-Agent": "deskdiary", "Authorization": self._key()},
            ) as response:
                return _read(response)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return None  # nothing was sent
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError):
            # An exception's own words stop here: they may quote a header.
            if once:
                raise Unsure from None
            return None

    def _key(self) -> str:
        return f"Bearer {self.token.secret}"


def _next(link: str) -> Mapping[str, str | int] | None:
    """What the next page is asked for by; None where this was the last."""
    found = _NEXT_PAGE.search(link)
    return dict(parse_qsl(urlsplit(found[1]).query)) if found else None


def _to_be_tried_again(answer: Answer) -> bool:
    return in_doubt(answer.status) or not_now(_refused(answer))


def _refused(answer: Answer) -> Refused:
    said = answer.says.get("message", "") if isinstance(answer.says, dict) else ""
    return Refused(answer.status, answer.headers, said if isinstance(said, str) else "")


def _trouble(answer: Answer | None) -> str:
    if answer is None:
        return "could not be reached, or did not answer in time"
    return "asks us to wait longer than a run may" if not_now(_refused(answer)) else "is out of order"


def _read(response: httpx.Response) -> Answer:
    return answer_of(response.status_code, response.headers, bounded(response.iter_bytes()))


def bounded(pieces: Iterable[bytes]) -> bytes:
    """An answer's whole body, unless it is longer, or takes longer, than any honest one."""
    end = time.monotonic() + WHOLE
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > LONGEST or time.monotonic() > end:
            raise ValueError
    return bytes(body)


def answer_of(status: int, headers: Mapping[str, str], body: bytes) -> Answer:
    """An answer that came whole. One that says it is good has to be JSON."""
    good = status in range(200, 300)
    try:
        says = json.loads(body) if body else None
    except (ValueError, RecursionError):
        if good:
            raise ValueError from None
        says = None
    return Answer(status, says, {name.lower(): value for name, value in headers.items()}, body)

"""One line to a forge: bounded in time, tries and length; never led elsewhere, never blindly repeated."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx

from deskdiary.publishing.asked_for import Token
from deskdiary.refusal import Refusal
from deskdiary.shells.forge.patience import Refused, in_doubt, not_now, pause

EACH = 20.0  # seconds for each step of a conversation
LONGEST = 20_000_000
MOST_PAGES = 1000
NEXT = "the next run does the rest"


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


@cache
def _client() -> httpx.Client:
    """A new connection for each question: an old one that breaks would leave a question in doubt."""
    return httpx.Client(
        timeout=EACH, follow_redirects=False, limits=httpx.Limits(max_keepalive_connections=0)
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line to one forge: where it is, what opens it, how we wait. Its repr has no secret."""

    name: str
    api: str
    token: Token
    headers: Mapping[str, str]
    wait: Callable[[float], None] = field(default=time.sleep, repr=False)
    client: httpx.Client = field(default_factory=_client, repr=False)

    def get(self, path: str, **query: str | int) -> Answer:
        """Ask something; again, within bounds, where nothing came back."""
        return self._patiently("GET", path, query=query)

    def put_again(self, method: str, path: str, content: Mapping[str, object]) -> Answer:
        """Write something that is the same however often it is written, so it may be sent again."""
        return self._patiently(method, path, content)

    def post_once(self, path: str, content: Mapping[str, object]) -> Answer:
        """Write something that must not be there twice. Raises Unsure where it may have come through."""
        return self._patiently("POST", path, content, once=True)

    def pages(self, path: str, **query: str | int) -> Iterator[Any]:
        """Every entry of a list, over all its pages: on while there is a next one."""
        for number in range(1, MOST_PAGES + 1):
            answer = self.get(path, **query, per_page=100, page=number)
            if not answer.good or not isinstance(answer.says, list):
                raise self.refusal(answer)
            yield from answer.says
            if 'rel="next"' not in answer.headers.get("link", ""):
                return
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
        return Refusal(f"{self.name} {told} (status {answer.status}). What is done is done; {NEXT}.")

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
            headers = answer.headers if answer else {}
            if answer and not _to_be_tried_again(answer):
                return answer
            if once and answer and in_doubt(answer.status):
                raise Unsure
            seconds = pause(attempt, headers, time.time())
            if seconds is None:
                raise Refusal(f"{self.name} {_trouble(answer)}. What is done is done; {NEXT}.")
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
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > LONGEST:
            raise ValueError
    headers = {name.lower(): value for name, value in response.headers.items()}
    try:
        says = json.loads(body) if body else None
    except (ValueError, RecursionError):
        if response.is_success:
            raise ValueError from None
        says = None
    return Answer(response.status_code, says, headers, bytes(body))

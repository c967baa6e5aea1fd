"""How long to wait before a question is put again, and when to leave it: decided from the answer alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

MOST_TRIES = 5
LONGEST = 60.0  # seconds: whoever wants more time is left in peace until the next run
_BUSY = frozenset({429})
_DOWN = frozenset({500, 502, 503, 504})
_HINTS = ("secondary rate limit", "rate limit exceeded", "abuse detection")


@dataclass(frozen=True, slots=True)
class Refused:
    """What a server that does not serve us now says of it: the status, the headers, its words."""

    status: int
    headers: Mapping[str, str]
    words: str = ""


def not_now(said: Refused) -> bool:
    """It did not do what was asked, and says that we ask too often. Safe to ask again, whatever it was."""
    if said.status in _BUSY:
        return True
    hinted = any(hint in said.words.lower() for hint in _HINTS)
    return said.status == 403 and (  # noqa: PLR2004 - Forbidden, which GitHub says for limits too
        hinted or "retry-after" in said.headers or said.headers.get("x-ratelimit-remaining") == "0"
    )


def in_doubt(status: int) -> bool:
    """Something on the way broke: it may have been done, or not."""
    return status in _DOWN


def pause(attempt: int, said: Refused | None, now: float) -> float | None:
    """Seconds before the next try, the first being attempt 0; None where it is not worth waiting for.

    Whoever is asked too often and does not say for how long wants a minute; whoever is silent, a moment.
    """
    if attempt + 1 >= MOST_TRIES:
        return None
    asked = _asked_for(said.headers, now) if said else None
    unasked = LONGEST if said and not_now(said) else 2.0**attempt
    wait = unasked if asked is None else asked
    return wait if wait <= LONGEST else None


def _asked_for(headers: Mapping[str, str], now: float) -> float | None:
    """What Retry-After says, in seconds; else the time at which a used-up limit is new."""
    after = _number(headers.get("retry-after", ""))
    if after is not None:
        return after
    reset = _number(headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", "")))
    used_up = "0" in (headers.get("x-ratelimit-remaining"), headers.get("ratelimit-remaining"))
    return max(1.0, reset - now) if used_up and reset is not None else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None

"""What one may ask about: a repository's name, a token and web addresses, each of exactly one form."""

import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}/(?!\.{1,2}\Z)[A-Za-z0-9._-]{1,100}")
# A space or a line's end would be a second header; a token has neither.
TOKEN = re.compile(r"[!-~]{1,4096}")
ADDRESS = re.compile(r"[A-Za-z0-9:/._~%\[\]-]{1,2000}")


@dataclass(frozen=True, slots=True)
class Token:
    """What opens the forge for us. It has no repr, and no message holds it."""

    secret: str = field(repr=False)


def repository_named(text: str) -> str | None:
    """`owner/name`, or None: no other form gets into an address."""
    return text if REPOSITORY.fullmatch(text) else None


def token_of(text: str) -> Token | None:
    """A token that can be sent as one header, or None."""
    return Token(text) if TOKEN.fullmatch(text) else None


def https_address(text: str) -> str | None:
    """An https address without anybody's name, a query or a fragment, without its last slash; else None."""
    if not ADDRESS.fullmatch(text):
        return None
    parts = _split(text)
    if parts is None or parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        return None
    return text.rstrip("/")


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts

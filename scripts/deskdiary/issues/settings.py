"""How the library wants its issues, and where they can point to."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from deskdiary.records.library import Library
from deskdiary.schema.library import FULL, MOST_NEW


@dataclass(frozen=True, slots=True)
class Manner:
    """Whether issues name people and things, how many may be new, and the addresses of notes and cards."""

    full: bool = False
    most_new: int = MOST_NEW
    site: str = ""
    address_of: Callable[[str], str] = quote

    def card(self, key: str) -> str | None:
        """The address of somebody's card on the site, where the library says where that is."""
        return f"{self.site}/#{quote(key)}" if self.site else None


def manner_of(library: Library, address_of: Callable[[str], str]) -> Manner:
    """As `library.yml` says; minimal and forty a run where it says nothing."""
    said = library.issues
    full = said is not None and said.detail is not None and said.detail.value == FULL
    most = said.most_new.value if said and said.most_new else MOST_NEW
    return Manner(full, most, _site(library.site_url.value if library.site_url else ""), address_of)


def _site(text: str) -> str:
    """A web address in which nothing is left that Markdown might obey; empty where it is none."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        return ""
    return quote(f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/"), safe=":/.~%-_")

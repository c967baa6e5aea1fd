"""The Content-Security-Policy of a page: its own scripts by their digests, and nothing from elsewhere."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

PLACEHOLDER = 'content="deskdiary-policy"'
_POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'self'"
)


class _InlineScripts(HTMLParser):
    """The text of every script of the theme's. What stands in the page's own article is never run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._running = False
        self._articles = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._articles += tag == "article"
        run = tag == "script" and "src" not in given and given.get("type") != "application/json"
        self._running = run and not self._articles

    def handle_endtag(self, tag: str) -> None:
        self._articles -= tag == "article"
        self._running = self._running and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._running:
            self.found.append(data)


def with_policy(page: str, *, previewing: bool = False) -> str:
    """The page with its policy. In a preview MkDocs adds a script of its own, so there any may run."""
    if PLACEHOLDER not in page:
        return page
    digests = dict.fromkeys(_digest(script) for script in _InlineScripts(page).found)
    scripts = "'unsafe-inline'" if previewing else " ".join(digests)
    return page.replace(PLACEHOLDER, f'content="{_POLICY.format(scripts=scripts)}"')


def _digest(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"

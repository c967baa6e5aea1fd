"""Markdown as plain text: what a draft may quote of a note."""

import html
from functools import cache, lru_cache

import markdown
import nh3

from deskdiary.schema.body_markup import beyond_markdown


@cache
def _reader() -> markdown.Markdown:
    return markdown.Markdown()


@lru_cache(maxsize=2048)
def plain_text(source: str) -> str:
    """A paragraph's words without its marks, on one line; as it stands where Markdown would take minutes."""
    if beyond_markdown(source) is not None:
        return " ".join(source.split())
    marked = _reader().reset().convert(source.replace("<", "&lt;"))
    return " ".join(html.unescape(nh3.clean(marked, tags=set())).split())

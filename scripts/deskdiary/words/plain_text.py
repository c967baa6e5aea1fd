"""Markdown as plain text: what a draft may quote of a note."""

import html

import markdown
import nh3


def plain_text(source: str) -> str:
    """A paragraph's words without its marks, on one line."""
    marked = markdown.markdown(source.replace("<", "&lt;"))
    return " ".join(html.unescape(nh3.clean(marked, tags=set())).split())

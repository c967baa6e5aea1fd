"""What a draft quotes of a resource's text: its first paragraph, as the site shows it, without marks."""

import html
from functools import lru_cache

import nh3

from deskdiary.dialect import converted, is_sentences
from deskdiary.schema.body_markup import beyond_markdown

# What stands on the page beside its paragraphs: lists, boxes, quotations, code and headings are no blurb.
_NO_PARAGRAPHS = {"blockquote", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "pre", "table", "ul"}


@lru_cache(maxsize=2048)
def blurb(body: str) -> str:
    """The words of the first paragraph, on one line; as they stand where the page has them so."""
    first = body.replace("\r\n", "\n").strip("\n").split("\n\n", 1)[0]
    if is_sentences(first) or beyond_markdown(body) is not None:
        return " ".join(first.split())
    return _converted(body)


def _converted(body: str) -> str:
    paragraphs = nh3.clean(converted(body), tags={"p"}, clean_content_tags=_NO_PARAGRAPHS, attributes={})
    first = paragraphs.partition("</p>")[0]
    return " ".join(html.unescape(nh3.clean(first, tags=set())).split())

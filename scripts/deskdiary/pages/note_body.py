"""The free text of a note as HTML that cannot do anything: no scripts, no pictures from elsewhere."""

from functools import cache, lru_cache

import markdown
import nh3
from markdown.extensions import Extension
from markupsafe import Markup

from deskdiary.pages.escaping import escape
from deskdiary.pages.short_way import short_way
from deskdiary.schema.body_markup import beyond_markdown

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}}
# The boxes that Material has a look for, and no other class.
_BOXES = {
    "abstract", "admonition", "attention", "bug", "caution", "danger", "error", "example", "failure", "hint",
    "important", "info", "note", "question", "quote", "success", "tip", "warning",
}  # fmt: skip
_CLASSES = {"div": _BOXES, "p": {"admonition-title"}}
# Those of mkdocs.yml, but for headings and attributes: a note says nothing of how the page around it is made.
_EXTENSIONS = ("tables", "fenced_code", "admonition", "sane_lists")
_SCHEMES = {"http", "https", "mailto", "tel"}


class _HtmlAsText(Extension):
    """Raw HTML is text like any other, and images are links."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name for it
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)


@cache
def _reader() -> markdown.Markdown:
    return markdown.Markdown(extensions=[*_EXTENSIONS, _HtmlAsText()])


@lru_cache(maxsize=1024)
def body_html(source: str) -> Markup:
    """A note's body, sanitised, as one block of HTML without an empty line in it."""
    short = short_way(source)
    if short is not None:
        return _in_one_line(short)
    if beyond_markdown(source) is not None:
        return Markup("<pre>{}</pre>").format(escape(source))
    return _in_one_line(_converted(source))


def _in_one_line(clean: str) -> Markup:
    return Markup(clean.replace("\n", "&#10;"))  # noqa: S704 - what either way gives is sanitised


def _converted(source: str) -> str:
    return nh3.clean(
        _reader().reset().convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    ).strip()

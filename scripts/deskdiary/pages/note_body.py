"""The free text of a note as HTML that cannot do anything: no scripts, no pictures from elsewhere."""

import re
from functools import cache, lru_cache

import markdown
import nh3
from markdown.extensions import Extension
from markupsafe import Markup

from deskdiary.pages.escaping import escape
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
# Sentences and nothing else, a line at a time: no sign in it means anything in Markdown or HTML.
_SENTENCES = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;:?!.'()/%–—’‘“”…£-])*(?<! )")


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
    if beyond_markdown(source) is not None:
        return Markup("<pre>{}</pre>").format(escape(source))
    return _sentences(source) or _converted(source)


def _sentences(source: str) -> Markup | None:
    """A body of plain paragraphs, as most are: what Markdown would make of it, without asking Markdown."""
    paragraphs = source.strip("\n").split("\n\n")
    if not all(_SENTENCES.fullmatch(line) for each in paragraphs for line in each.split("\n")):
        return None
    inner = "</p>&#10;<p>".join(each.replace("\n", "&#10;") for each in paragraphs)
    return Markup(f"<p>{inner}</p>")  # noqa: S704 - it has no sign of HTML's


def _converted(source: str) -> Markup:
    clean = nh3.clean(
        _reader().reset().convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean.strip().replace("\n", "&#10;"))  # noqa: S704 - nh3 sanitised it

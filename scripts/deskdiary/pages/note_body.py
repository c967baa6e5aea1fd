"""The free text of a note as HTML that cannot do anything: no scripts, no pictures from elsewhere."""

import markdown
import nh3
from markdown.extensions import Extension
from markupsafe import Markup

from deskdiary.pages.markdown import escape
from deskdiary.schema.body_markup import beyond_markdown

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}}
_SCHEMES = {"http", "https", "mailto", "tel"}


class _HtmlAsText(Extension):
    """Raw HTML is text like any other, and images are links."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name for it
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)


def body_html(source: str) -> Markup:
    """A note's body, sanitised, as one block of HTML without an empty line in it."""
    if beyond_markdown(source) is not None:
        return Markup("<pre>{}</pre>").format(escape(source))
    reader = markdown.Markdown(extensions=["tables", "sane_lists", _HtmlAsText()])
    clean = nh3.clean(
        reader.convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean.strip().replace("\n", "&#10;"))  # noqa: S704 - nh3 sanitised it

"""The free text of a note as HTML that cannot do anything: no scripts, no pictures from elsewhere."""

from functools import lru_cache

import nh3
from markupsafe import Markup

from deskdiary.dialect import converted, is_sentences
from deskdiary.pages.escaping import escape
from deskdiary.schema.body_markup import beyond_markdown

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "input", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "input": {"checked"}}
# What stands to be done and is ticked elsewhere: nobody can tick it on the page, and it says what it is.
_DONE, _TO_DO = "done", "to do"
_VALUES = {"input": {"type": {"checkbox"}, "aria-label": {_DONE, _TO_DO}}}
_ALWAYS = {"input": {"disabled": ""}}
# The boxes that Material has a look for, and no other class.
_BOXES = {
    "abstract", "admonition", "attention", "bug", "caution", "danger", "error", "example", "failure", "hint",
    "important", "info", "note", "question", "quote", "success", "tip", "warning",
}  # fmt: skip
_CLASSES = {
    "div": _BOXES,
    "p": {"admonition-title"},
    "ul": {"task-list"},
    "ol": {"task-list"},
    "li": {"task-list-item"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


@lru_cache(maxsize=1024)
def body_html(source: str) -> Markup:
    """A note's body, sanitised, as one block of HTML without an empty line in it."""
    if beyond_markdown(source) is not None:
        return Markup("<pre>{}</pre>").format(escape(source))
    return _sentences(source) or _converted(source)


def _sentences(source: str) -> Markup | None:
    """A body of plain paragraphs, as most are: what Markdown would make of it, without asking Markdown."""
    paragraphs = source.strip("\n").split("\n\n")
    if not all(map(is_sentences, paragraphs)):
        return None
    inner = "</p>&#10;<p>".join(each.replace("\n", "&#10;") for each in paragraphs)
    return Markup(f"<p>{inner}</p>")  # noqa: S704 - it has no sign of HTML's


def _converted(source: str) -> Markup:
    clean = nh3.clean(
        _told_apart(converted(source)),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        set_tag_attribute_values=_ALWAYS,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean.strip().replace("\n", "&#10;"))  # noqa: S704 - nh3 sanitised it


def _told_apart(html: str) -> str:
    """The boxes of a task list, each with its state in words for those who cannot see it."""
    with_done = html.replace(" checked/>", f' checked aria-label="{_DONE}"/>')
    return with_done.replace(" disabled/>", f' disabled aria-label="{_TO_DO}"/>')

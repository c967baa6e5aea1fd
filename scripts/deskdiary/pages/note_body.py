"""The free text of a note as HTML that cannot do anything: no scripts, no pictures from elsewhere."""

from functools import lru_cache

import nh3
from markupsafe import Markup

from deskdiary.dialect import converted
from deskdiary.pages.escaping import escape
from deskdiary.pages.short_way import short_way
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
        _told_apart(converted(source)),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        set_tag_attribute_values=_ALWAYS,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    ).strip()


def _told_apart(html: str) -> str:
    """The boxes of a task list, each with its state in words for those who cannot see it."""
    with_done = html.replace(" checked/>", f' checked aria-label="{_DONE}"/>')
    return with_done.replace(" disabled/>", f' disabled aria-label="{_TO_DO}"/>')

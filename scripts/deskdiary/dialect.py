"""The one dialect of Markdown that notes are written in: what the site shows and what the drafts quote."""

import re
from functools import cache

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from pymdownx.tasklist import TasklistExtension  # type: ignore[import-untyped]

# Those of mkdocs.yml, but for headings and attributes: a note says nothing of how the page around it is made.
_EXTENSIONS = ("tables", "fenced_code", "admonition", "sane_lists")
# Markdown's own names and ranks for images: a link by the same words stands in the place of each.
_IMAGES = (
    ("image_link", LinkInlineProcessor, 150),
    ("image_reference", ReferenceInlineProcessor, 140),
    ("short_image_ref", ShortReferenceInlineProcessor, 125),
)
# Sentences and nothing else, a line at a time: no sign in it means anything in Markdown or HTML.
_SENTENCES = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;:?!.'()/%–—’‘“”…£-])*(?<! )")


class _HtmlAsText(Extension):
    """Raw HTML is text like any other, and images are links."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name for it
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        for name, kind, rank in _IMAGES:
            md.inlinePatterns.register(kind(r"!\[", md), name, rank)


@cache
def _reader() -> markdown.Markdown:
    return markdown.Markdown(extensions=[*_EXTENSIONS, TasklistExtension(), _HtmlAsText()])


def converted(source: str) -> str:
    """A note's text as HTML, its links and everything else as they were written: not yet fit to be shown."""
    return _reader().reset().convert(source)


def is_sentences(paragraph: str) -> bool:
    """Whether Markdown would leave a paragraph as it is."""
    return all(_SENTENCES.fullmatch(line) for line in paragraph.split("\n"))

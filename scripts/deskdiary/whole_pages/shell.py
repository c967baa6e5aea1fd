"""A shell: all of a page that the theme makes. Every page of its sort differs in five places only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from markupsafe import escape

from deskdiary.whole_pages.article import Article
from deskdiary.whole_pages.headings import Entry, entries
from deskdiary.whole_pages.pattern import Pattern

# The places of a page, and those of an entry in its table of contents.
KEY, TITLE, ANCHOR, ARTICLE, CONTENTS = "key", "title", "anchor", "article", "contents"
URL, NAME, LABEL, UNDER = "url", "name", "label", "under"


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around an article, and how an entry of its contents looks: alone, or with others below."""

    whole: Pattern
    leaf: Pattern | None = field(default=None)
    branch: Pattern | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a shell is asked for by: the pages that share it, their YAML, and whether they have contents."""

    path: str
    front: str = field(repr=False)
    has_contents: bool


NOTE_FOLDERS = ("patrons/", "resources/")


def is_note(path: str) -> bool:
    """Whether a page is one of thousands: a patron's or a resource's."""
    return path.startswith(NOTE_FOLDERS) and not path.endswith("/index.md")


def shared_by(path: str) -> str:
    """The folder of a note, whose pages look alike; of any other page the page itself."""
    return f"{path.partition('/')[0]}/" if is_note(path) else path


def sort_of(path: str, article: Article) -> Sort:
    """The sort of a page: notes of one kind look alike, every other page is like itself alone."""
    return Sort(shared_by(path), article.front, len(article.headings) > 1)


def whole_page(path: str, article: Article, shell: Shell) -> str:
    """The page as the theme would have made it."""
    first, contents = article.headings[0], contents_of(article)
    return shell.whole.filled(
        {
            KEY: path.rpartition("/")[2].removesuffix(".md"),
            TITLE: str(escape(unescape(first.name))),
            ANCHOR: first.id,
            ARTICLE: article.html,
            CONTENTS: _entries(contents, shell),
        }
    )


def contents_of(article: Article) -> tuple[Entry, ...]:
    """The table of contents: the title is not in it."""
    return entries(article.headings[1:])


def _entries(contents: Iterable[Entry], shell: Shell) -> str:
    return "\n".join(_entry(each, shell) for each in contents)


def _entry(entry: Entry, shell: Shell) -> str:
    pattern = shell.branch if entry.under else shell.leaf
    if pattern is None:
        return ""
    name = entry.heading.name
    label = str(escape(unescape(name)))
    under = _entries(entry.under, shell)
    return pattern.filled({URL: entry.heading.id, NAME: name, LABEL: label, UNDER: under})

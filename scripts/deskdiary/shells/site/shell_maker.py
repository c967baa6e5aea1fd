"""Shells cut out of pages that MkDocs and the theme render: each page once as it is, once made of marks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import BaseLoader, Environment
from markupsafe import escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from deskdiary.whole_pages.article import article_of
from deskdiary.whole_pages.cutting import (
    CLOSES,
    MARKED_ANCHOR,
    MARKED_ARTICLE,
    MARKED_CONTENTS,
    MARKED_KEY,
    MARKED_TITLE,
    OPENS,
    shell_of,
)
from deskdiary.whole_pages.headings import Entry
from deskdiary.whole_pages.shell import Shell, Sort, is_note, sort_of, whole_page

_ENTRY = "partials/toc-item.html"


class _Marking(BaseLoader):
    """The theme's templates; an entry of a table of contents with marks around it."""

    def __init__(self, theme: BaseLoader) -> None:
        self._theme = theme

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, fresh = self._theme.get_source(environment, template)
        return (f"{OPENS}{source}{CLOSES}" if template == _ENTRY else source), name, fresh


@dataclass(slots=True)
class ShellMaker:
    """Takes a shell of each page that it was asked for, and remembers which could not be had."""

    samples: Mapping[str, str] = field(repr=False)
    shells: dict[Sort, Shell] = field(default_factory=dict, repr=False)
    failed: list[str] = field(default_factory=list)
    _theme: Environment | None = field(default=None, repr=False)
    _context: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def begin(self, theme: Environment) -> None:
        """Let the theme mark the entries of its tables of contents from now on."""
        assert theme.loader is not None  # noqa: S101 - MkDocs gave it one
        theme.loader = _Marking(theme.loader)
        self._theme = theme

    def remember(self, context: Mapping[str, Any]) -> None:
        """What MkDocs tells the theme of the page that it renders next."""
        self._context = context

    def take(self, page: Page, rendered: str, finished: Callable[[str], str]) -> None:
        """Cut the shell of a page, if it is one of those; it must give the very page that MkDocs gave."""
        path = page.file.src_uri
        sample = self.samples.get(path)
        article = article_of(sample) if sample is not None else None
        if article is None:
            return
        shell = shell_of(finished(self._marked(page, has_contents=len(article.headings) > 1)))
        if shell and _same(whole_page(path, article, shell), rendered):
            self.shells[sort_of(path, article)] = shell
        else:
            self.failed.append(path)

    def _marked(self, page: Page, *, has_contents: bool) -> str:
        assert self._theme is not None  # noqa: S101 - `begin` comes first
        kept = page.content, page.toc, page.title
        page.content, page.toc = MARKED_ARTICLE, _contents(has_contents=has_contents)
        if is_note(page.file.src_uri):
            page.title = escape(MARKED_TITLE)
        template = self._theme.get_template(page.meta.get("template", "main.html"))
        made = template.render(self._context)
        page.content, page.toc, page.title = kept
        return made


def without_marks(page: str) -> str:
    """A page as it is without a shell being cut from it."""
    return page.replace(OPENS, "").replace(CLOSES, "")


def marked_path(folder: str) -> str:
    """Where in the docs a page stands for all notes of a folder. No note has such a key."""
    return f"{folder}{MARKED_KEY}.md"


def _contents(*, has_contents: bool) -> TableOfContents:
    title = AnchorLink("", MARKED_ANCHOR, 1)
    title.children = [_link(each) for each in MARKED_CONTENTS] if has_contents else []
    return TableOfContents([title])


def _link(entry: Entry) -> AnchorLink:
    link = AnchorLink(entry.heading.name, entry.heading.id, entry.heading.level)
    link.children = [_link(each) for each in entry.under]
    return link


def _same(ours: str, theirs: str) -> bool:
    return ours.split() == theirs.split()

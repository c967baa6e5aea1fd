"""Cutting a shell out of a page that the theme made of marks in the place of what differs."""

import re
from collections.abc import Iterator

from deskdiary.whole_pages.headings import Entry, Heading
from deskdiary.whole_pages.pattern import Pattern, pattern_of
from deskdiary.whole_pages.shell import ANCHOR, ARTICLE, CONTENTS, KEY, LABEL, NAME, TITLE, UNDER, URL, Shell

MARKED_KEY = "deskdiary_shell_key"
MARKED_TITLE = "deskdiary&shell-title"
MARKED_ANCHOR = "deskdiary-shell-anchor"
# The theme writes a title of its own where an article has no heading.
MARKED_ARTICLE = "<h1>deskdiary-shell-article</h1>"
MARKED_URL, MARKED_NAME = "deskdiary-shell-url", "deskdiary&#38;shell-name"
OPENS, CLOSES = "<!--deskdiary-shell-entry-->", "<!--/deskdiary-shell-entry-->"
_LEAF = Entry(Heading(2, MARKED_URL, MARKED_NAME))
# One alone, one with another under it, one after that: all that a table of contents is made of.
MARKED_CONTENTS = (_LEAF, Entry(_LEAF.heading, (Entry(Heading(3, MARKED_URL, MARKED_NAME)),)), _LEAF)

_CONTENTS_MARK = "<!--deskdiary-shell-contents-->"
_PAGE = {
    MARKED_KEY: KEY,
    MARKED_TITLE.replace("&", "&amp;"): TITLE,
    MARKED_ANCHOR: ANCHOR,
    MARKED_ARTICLE: ARTICLE,
    _CONTENTS_MARK: CONTENTS,
}
_ENTRY = {
    MARKED_URL: URL,
    MARKED_NAME: NAME,
    MARKED_NAME.replace("&#38;", "&amp;"): LABEL,
    _CONTENTS_MARK: UNDER,
}
_LEFT = re.compile(r"deskdiary.{0,20}shell", re.IGNORECASE)
_SIGN = re.compile(f"{re.escape(OPENS)}|{re.escape(CLOSES)}")


def shell_of(page: str) -> Shell | None:
    """The shell, or None where the theme did with a mark what we could not do with a page's own text."""
    runs = tuple(_runs(page))
    made = {_cut(page[start:end]) for start, end in runs}
    if len(made) > 1:
        return None
    around, done = "", 0
    for start, end in runs:
        around += page[done:start] + _CONTENTS_MARK
        done = end
    leaf, branch = made.pop() if made else (None, None)
    shell = Shell(pattern_of(around + page[done:], _PAGE), leaf, branch)
    return None if any(map(_has_marks, (shell.whole, leaf, branch))) else shell


def _has_marks(pattern: Pattern | None) -> bool:
    return pattern is not None and any(_LEFT.search(text) for text in pattern.parts[::2])


def _runs(page: str) -> Iterator[tuple[int, int]]:
    """Where each table of contents begins and ends: entries with nothing but space between them."""
    depth, begins, ended = 0, -1, -1
    for sign in _SIGN.finditer(page):
        if sign[0] == OPENS:
            if depth == 0 and begins >= 0 and page[ended : sign.start()].strip():
                yield begins, ended
                begins = -1
            begins = sign.start() if begins < 0 else begins
            depth += 1
        else:
            depth -= 1
            ended = sign.end()
    if begins >= 0:
        yield begins, ended


def _cut(run: str) -> tuple[Pattern | None, Pattern | None]:
    """How an entry looks alone, and with others under it, from a table made of MARKED_CONTENTS."""
    first = run.find(OPENS, len(OPENS))
    leaf = run[len(OPENS) : run.find(CLOSES)]
    inner = run.find(OPENS, first + len(OPENS))
    inner_end = run.find(CLOSES, inner) + len(CLOSES)
    end = run.find(CLOSES, inner_end)
    branch = run[first + len(OPENS) : inner] + _CONTENTS_MARK + run[inner_end:end]
    return pattern_of(leaf, _ENTRY), pattern_of(branch, _ENTRY)

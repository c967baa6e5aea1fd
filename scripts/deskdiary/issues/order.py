"""An order in a comment: `/snooze` on a line of its own. What a code block quotes is no order."""

import re
from collections.abc import Iterator

from deskdiary.issues.body import plain

_BLANK = " \t"
_ORDER = re.compile(r"/snooze(?![\w-])")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")


def order_in(comment: str) -> str | None:
    """What the first order names, blank where it names nothing; None where there is no order."""
    for line in _said(comment):
        found = _ORDER.match(line.strip(_BLANK))
        if found:
            return found.string[found.end() :].strip(_BLANK)
    return None


def _said(comment: str) -> Iterator[str]:
    """The lines outside code blocks. One that is never closed goes on to the end, as on the forge."""
    closes = ""
    for line in plain(comment).split("\n"):
        fence = _FENCE.fullmatch(line)
        if not closes and fence:
            closes = fence[1]
        elif not closes:
            yield line
        elif fence and fence[1].startswith(closes) and not fence[2].strip(_BLANK):
            closes = ""

"""Where a note's details end and its text begins."""

import re

from frontmatter.default_handlers import BaseHandler

from deskdiary.shells.reading.note_file import (
    LONGEST_BODY,
    LONGEST_DETAILS,
    Parts,
    Unreadable,
    refuse,
    too_long,
)
from deskdiary.shells.reading.openings import conflict, nearly_an_end, wrong_opening

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_EARLY_END = re.compile(r"^(?:\.\.\.|[—–―−‒]|---).*$", re.MULTILINE)


class DetailsHandler(BaseHandler):
    """python-frontmatter's cut, made so that no byte of the body is lost."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Whether the note begins with its details."""
        return bool(self.FM_BOUNDARY.match(text))

    def split(self, text: str) -> tuple[str, str]:
        """The details and the body, each exactly as it stands between and after the `---` lines."""
        end = text.find("\n---\n", len("---"))
        if text.startswith("---\n") and end == text.find("\n---", len("---")) != -1:
            return text[len("---\n") : end + 1], text[end + len("\n---\n") :]
        _, details, body = self.FM_BOUNDARY.split(text, 2)
        return details.removeprefix("\n"), body.removeprefix("\n")


def split(text: str, path: str) -> Parts:
    """The note cut in two, each half within its bounds."""
    if not text.strip():
        remedy = "Start it with ---, a line `name: …` and --- again."
        raise refuse(path, 1, "empty-note", "This note is empty.", remedy)
    handler = DetailsHandler()
    if not handler.detect(text):
        raise _no_opening(text, path)
    try:
        details, body = handler.split(text)
    except ValueError:
        raise _no_closing(text, path) from None
    _check(details, body, path)
    return Parts(details, body, 3 + details.count("\n"))


def _check(details: str, body: str, path: str) -> None:
    if len(details.encode()) > LONGEST_DETAILS:
        message = "The details are too long: 64 KB is the most."
        raise refuse(path, 1, "too-long-details", message, "Move text below the second --- line.")
    if len(body.encode()) > LONGEST_BODY:
        raise too_long(path)
    collision = conflict(details, path, 2)
    if collision:
        raise Unreadable((collision,))
    # Most details have no such sign anywhere, so that their lines need not be looked at.
    unlikely = details.isascii() and "..." not in details and "---" not in details
    ended = None if unlikely else _EARLY_END.search(details)
    if ended and nearly_an_end(ended[0].removesuffix("\r")):
        raise _nearly_closed(path, 2 + details.count("\n", 0, ended.start()))


def _no_opening(text: str, path: str) -> Unreadable:
    collision = conflict(text, path)
    if collision:
        return Unreadable((collision,))
    wrong = wrong_opening(text.split("\n", 1)[0].removesuffix("\r"))
    return refuse(path, 1, "no-opening", wrong.message, wrong.remedy)


def _no_closing(text: str, path: str) -> Unreadable:
    collision = conflict(text, path)
    if collision:
        return Unreadable((collision,))
    for number, line in enumerate(text.split("\n")[1:], 2):
        if nearly_an_end(line.removesuffix("\r")):
            return _nearly_closed(path, number)
    message = "The details start on line 1, but the --- line that ends them is missing."
    return refuse(path, 1, "no-closing", message, "Add a line with only --- after the last detail.")


def _nearly_closed(path: str, line: int) -> Unreadable:
    message = "The details end with a line of three hyphens, and this is something else."
    return refuse(path, line, "no-closing", message, "Type --- on this line, and nothing else.")

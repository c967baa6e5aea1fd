"""Where a note's details end and its text begins."""

import re

from frontmatter.default_handlers import BaseHandler

from deskdiary.shells.reading.note_file import LONGEST_BODY, LONGEST_DETAILS, Parts, refuse

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


class DetailsHandler(BaseHandler):
    """python-frontmatter's cut, made so that no byte of the body is lost."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Whether the note begins with its details."""
        return bool(self.FM_BOUNDARY.match(text))

    def split(self, text: str) -> tuple[str, str]:
        """The details and the body, each exactly as it stands between and after the `---` lines."""
        _, details, body = self.FM_BOUNDARY.split(text, 2)
        return details.removeprefix("\n"), body.removeprefix("\n")


def split(text: str, path: str) -> Parts:
    """The note cut in two, each half within its bounds."""
    handler = DetailsHandler()
    if not handler.detect(text):
        remedy = "Type --- as the first line, with nothing before it."
        raise refuse(path, 1, "no-opening", "The first line is not ---.", remedy)
    try:
        details, body = handler.split(text)
    except ValueError:
        message = "The details start on line 1, but the --- line that ends them is missing."
        raise refuse(
            path, 1, "no-closing", message, "Add a line with only --- after the last detail."
        ) from None
    if len(details.encode()) > LONGEST_DETAILS:
        raise refuse(
            path, 1, "too-long-details", "The details are too long: 64 KB is the most.", "Move text below."
        )
    if len(body.encode()) > LONGEST_BODY:
        raise refuse(
            path, 1, "too-long-note", "The note is too long: 1 MB is the most.", "Keep the text elsewhere."
        )
    return Parts(details, body, 3 + details.count("\n"))

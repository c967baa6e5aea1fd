"""How a line fails to be `field: value`, and what to type instead."""

import re

from deskdiary.shells.reading.details import looks_like_field
from deskdiary.shells.reading.openings import nearly_an_end

Words = tuple[str, str]
"""What is wrong, and what to type."""
_THREE = (
    "The details end with a line of three hyphens, and this is something else.",
    "Type --- on this line.",
)
_OTHER = ("This line is not `field: value`.", "Put text that runs over several lines in quotation marks.")
_SHAPES: tuple[tuple[str, Words], ...] = (
    (r"-[^\s-]|-[^\S \t]", ("An ordinary space is missing after the hyphen.", "Type a hyphen and a space.")),
    (
        r".*[\uff1a\ufe13\ufe55\ua789\u2236]",
        ("The colon on this line is not an ordinary one.", "Use the ordinary colon, and a space after it."),
    ),
    (
        r"[^:]*:[^\S \t]",
        ("The space after the colon is not an ordinary one.", "Type the space after the colon again."),
    ),
    (r"[A-Za-z_]+:", ("A space is missing after the colon.", "Put a space after the colon.")),
    (
        r"[A-Za-z_]+\s*=",
        ("This line has an equals sign and no colon.", "Write `field: value`, with a colon."),
    ),
)


def wrong_shape(line: str) -> Words | None:
    """What is wrong with a line that is no `field: value` at all; None where it is one."""
    if nearly_an_end(line) and not line.startswith(" "):
        return _THREE
    if looks_like_field(line):
        return None
    typed = line.strip()
    return next((words for pattern, words in _SHAPES if re.match(pattern, typed)), _OTHER)

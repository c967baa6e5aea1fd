"""Characters in details at which the parser would stop, or take one line for two."""

import re
from collections.abc import Iterator

from deskdiary.shells.reading.details import Details
from deskdiary.shells.reading.faults import Told

_BREAKS = "\x0b\x0c\r\x85\u2028\u2029"
_NOT_ALLOWED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_ODD_INDENT = re.compile(
    r"[ \t]*[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff][\s\u200b\ufeff]*(?=(?:- )*[A-Za-z_]+:|- )"
)
_WORTH_A_LOOK = re.compile(r"[^\n\t\x20-\x7e]")


def worth_a_look(text: str) -> bool:
    """Whether there is anything but plain letters and the like in a text."""
    return _WORTH_A_LOOK.search(text.replace("\r\n", "\n")) is not None


def hidden_in(details: Details) -> Iterator[Told]:
    """Every line with such a character in it, and what to do about it."""
    for number, line in enumerate(details.lines):
        if not _WORTH_A_LOOK.search(line):
            continue
        bad = _NOT_ALLOWED.search(line)
        if bad:
            yield _told(number, bad.start(), bad[0])
        elif _ODD_INDENT.match(line):
            message = "This line begins with spaces that are not ordinary ones."
            yield Told(number, 0, "odd-space", message, "Replace the no-break spaces by ordinary spaces.")


def _told(line: int, column: int, sign: str) -> Told:
    if sign in _BREAKS:
        message = f"A hidden line break (U+{ord(sign):04X}) is on this line."
        return Told(line, column, "line-break", message, "Delete it, and type a space.")
    message = f"A hidden control character (U+{ord(sign):04X}) is on this line."
    return Told(line, column, "hidden-character", message, "Delete it: type the line again by hand.")

"""Characters that have no business in a note: breaks, controls, and what nobody can see."""

import re
import unicodedata

from deskdiary.records.place import Said
from deskdiary.records.problem_codes import Code
from deskdiary.schema.sheet import Sheet

LINE_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
JOINERS = frozenset("\u200c\u200d")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NEVER = {"Cc", "Cf", "Co", "Cs"}
_BLACK_FLAG = "\U0001f3f4"
# Letters that stand for nothing themselves: Hangul fillers, the blank Braille cell.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def check_characters(
    text: Said[str], sheet: Sheet, name: str, *, one_line: bool, code: Code = "hidden-character"
) -> bool:
    """Whether the text may stand. If not, the sheet says which kind of character is in the way."""
    found = hidden(text.value, breaks_allowed=not one_line)
    if found is None:
        return True
    if found in LINE_BREAKS:
        message, remedy = f"The {name} must be on one line.", "Put it on one line."
        sheet.error(text.place, "line-break", message, remedy)
        return False
    what = "direction character" if found in DIRECTION else "character that cannot be seen"
    message = f"A hidden {what} (U+{ord(found):04X}) is in the {name}."
    sheet.error(text.place, code, message, f"Delete the {name} and type it again by hand.")
    return False


def hidden(text: str, *, breaks_allowed: bool) -> str | None:
    """The first character that may not stand in a text, or None."""
    if text.isascii() and text.isprintable():
        return None
    return next(
        (
            character
            for position, character in enumerate(text)
            if _unwanted(text, position, character, breaks_allowed=breaks_allowed)
        ),
        None,
    )


def visible(text: str) -> str:
    """A text without the characters that nobody can see."""
    return "".join(letter for letter in text if unicodedata.category(letter) not in _NEVER)


def _unwanted(text: str, position: int, character: str, *, breaks_allowed: bool) -> bool:
    if character in LINE_BREAKS:
        return not (breaks_allowed and character in "\r\n")
    if character == "\t":
        return not breaks_allowed
    if character in _BLANK:
        return True
    return unicodedata.category(character) in _NEVER and not _needed(text, position)


def _needed(text: str, position: int) -> bool:
    """A joiner that a script writes with or an emoji is made of, or the tags of a flag."""
    if "\U000e0020" <= text[position] <= "\U000e007f":
        return _BLACK_FLAG in text[:position]
    if text[position] not in JOINERS or position == 0:
        return False
    before, after = text[position - 1], text[position + 1 : position + 2]
    if unicodedata.category(before)[0] == "M" and not before.isascii():
        return True
    return bool(after) and _joinable(before) and _joinable(after)


def _joinable(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LMS" and not letter.isascii()

"""Characters that have no business in a note: breaks, controls, and what nobody can see."""

import unicodedata

from deskdiary.records.place import Said
from deskdiary.schema.sheet import Sheet

LINE_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
JOINERS = frozenset("\u200c\u200d")
_NEVER = {"Cc", "Cf", "Co", "Cs"}


def check_characters(
    text: Said[str], sheet: Sheet, name: str, *, one_line: bool, code: str = "hidden-character"
) -> bool:
    """Whether the text may stand. If not, the sheet says which kind of character is in the way."""
    found = hidden(text.value, breaks_allowed=not one_line)
    if found is None:
        return True
    if found in LINE_BREAKS:
        message, remedy = f"{name} must be on one line.", "Put it on one line."
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
    for position, character in enumerate(text):
        if character in LINE_BREAKS:
            if not (breaks_allowed and character in "\r\n"):
                return character
        elif character == "\t" and breaks_allowed:
            continue
        elif unicodedata.category(character) in _NEVER and not _needed(text, position):
            return character
    return None


def _needed(text: str, position: int) -> bool:
    """A joiner between letters of a script that writes with them, or within an emoji."""
    if text[position] not in JOINERS or not 0 < position < len(text) - 1:
        return False
    around = text[position - 1], text[position + 1]
    return all(unicodedata.category(other)[0] in "LMS" and not other.isascii() for other in around)

"""Text of a note made fit for a terminal: nothing in it can move the cursor or change a colour."""

import unicodedata


def plainly(text: str) -> str:
    """The text with every control and direction character spelled out, line breaks made spaces."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in " ".join(text.splitlines()))


def _shown(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"} and character not in "\u200c\u200d":
        return f"\\u{ord(character):04x}"
    return character

"""When two texts count as the same: capitals, spaces and Unicode forms make no difference."""

import unicodedata


def fold(text: str) -> str:
    """A text reduced to what tells it from another: NFC, casefolded, white space folded."""
    if text.isascii():  # which no normalising changes
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).split())

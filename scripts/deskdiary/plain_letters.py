"""A text as somebody types it who leaves out all that stands above, below or through a letter."""

import re
import unicodedata

# Accents of Latin, Greek, Cyrillic; points of Hebrew and Arabic. Other scripts' signs are letters of theirs.
_MARKS = re.compile(
    r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Letters that Unicode does not take apart, with what is typed for them. The same stands in deskdiary.js.
_TYPED = (
    ("ß ss", "æ ae", "œ oe", "þ th", "ð d", "đ d", "ɖ d", "ħ h", "ı i", "ȷ j", "ĸ k", "ł l", "ŋ n", "ø o"),
    ("ŧ t", "ƀ b", "ǥ g", "ɨ i", "ʉ u", "ƶ z", "ς σ", "‐ -", "– -", "— -", "− -"),
)
_LEFT_OUT = "'’‘ʼʻʹ`·\N{SOFT HYPHEN}"
_LETTERS = str.maketrans(
    {
        **{letter: typed for row in _TYPED for letter, typed in (pair.split() for pair in row)},
        **dict.fromkeys(_LEFT_OUT, ""),
    }
)


def plain_letters(text: str) -> str:
    """Lower case without accents and apostrophes: `Wiśniewska` as `wisniewska`, `Łódź` as `lodz`."""
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return apart.lower().translate(_LETTERS)

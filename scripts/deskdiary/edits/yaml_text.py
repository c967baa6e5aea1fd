"""How a text is written in YAML so that it is read as that text: plain where it can be, else quoted."""

import re

# Letters, digits and the few signs that mean nothing to YAML wherever they stand.
_PLAIN = re.compile(r"(?:[^\W_]|[“‘«(£€])(?:[^\n#:\[\]{},]|:(?=[^\s\[\]{},])|#(?<=\S#)|,(?=\s))*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def written(text: str, *, flow: bool = False) -> str:
    """The text on one line: as it is, in single quotation marks, or in double ones with escapes."""
    if _is_plain(text) and not (flow and "," in text):
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def block(text: str) -> tuple[str, ...] | None:
    """The lines of a text of several, to stand under `|-`; None where they could be read otherwise."""
    lines = tuple(text.split("\n"))
    if len(lines) == 1 or lines[0].startswith(" ") or lines[-1].strip() == "":
        return None
    return lines if all(line.isprintable() and line == line.rstrip() for line in lines) and lines[0] else None


def _is_plain(text: str) -> bool:
    """Not a word that other programs take for yes, no or nothing, and no sign that YAML has a use for."""
    whole = _PLAIN.fullmatch(text) is not None and text.isprintable()
    return whole and text == text.strip() and text.lower() not in _WORDS


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"

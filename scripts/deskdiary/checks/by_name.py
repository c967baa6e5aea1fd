"""Whose key somebody meant who typed a name or a label in its place."""

from collections.abc import Mapping

from deskdiary.folding import fold


def key_by_name(typed: str, names: Mapping[str, str]) -> str | None:
    """The one key whose name this is, or whose name alone has all these words in it."""
    words = _words(typed)
    whole = [key for key, name in names.items() if words and _words(name) == words]
    part = [key for key, name in names.items() if words and set(words) <= set(_words(name))]
    fitting = whole or part
    return fitting[0] if len(fitting) == 1 else None


def _words(text: str) -> tuple[str, ...]:
    """The words of a name: capitals and signs make no difference."""
    spaced = "".join(letter if letter.isalnum() or letter == "'" else " " for letter in fold(text))
    return tuple(spaced.split())

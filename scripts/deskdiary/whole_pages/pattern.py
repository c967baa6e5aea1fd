"""A text with places in it that are filled in later."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands still and the names of the places between, in turn: text, name, text, name, text."""

    parts: tuple[str, ...] = field(repr=False)

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with every place filled in."""
        made = list(self.parts)
        made[1::2] = [values[name] for name in made[1::2]]
        return "".join(made)


def pattern_of(text: str, places: Mapping[str, str]) -> Pattern:
    """The pattern of a text in which each place is held by a mark: the marks with the places' names."""
    signs = re.compile("|".join(f"({re.escape(mark)})" for mark in places))
    made, done = [], 0
    for found in signs.finditer(text):
        made += [text[done : found.start()], places[found[0]]]
        done = found.end()
    return Pattern((*made, text[done:]))

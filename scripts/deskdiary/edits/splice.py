"""A splice: one stretch of a text replaced by another. Everything outside it stays letter for letter."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Splice:
    """`new` in place of `text[start:end]`. A field of its own comes after what continues another there."""

    start: int
    end: int
    new: str
    own_field: bool = False


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with every splice made; those at one place stand in the order they were asked for."""
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda each: (each.start, each.own_field)):
        parts += (text[done : splice.start], splice.new)
        done = max(done, splice.end)
    return "".join((*parts, text[done:]))


def end_of_line(text: str, at: int) -> int:
    """Where the line after this place begins; the place itself where a line begins there already."""
    if text[at - 1 : at] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def start_of_line(text: str, at: int) -> int:
    """Where the line of this place begins."""
    return text.rfind("\n", 0, at) + 1


def as_lines(text: str, at: int, lines: Iterable[str]) -> str:
    """Lines to be put in at the start of a line, ended as the line before it is."""
    ending = "\r\n" if text[:at].endswith("\r\n") else "\n"
    return "".join(f"{line}{ending}" for line in lines)

"""Details of the plainest sort, read line by line: nearly all are. What is in doubt is left to libyaml."""

import re
from typing import TypeAlias

from deskdiary.records.place import Place
from deskdiary.records.written import Entries, Listing, Node, Scalar

_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# A text begins with a letter or a digit, so with none of YAML's signs.
_MARKS = "\u2013\u2014\u2018\u2019\u201c\u201d"
_TEXT = rf"[A-Za-z0-9(/+{_ACCENTED}](?:[\x20-\x7e{_MARKS}{_ACCENTED}]*(?<![ :]))?"
_QUOTED = re.compile(
    rf"(?P<mark>[\"'])(?P<text>[\x20\x21\x23-\x26\x28-\x5b\x5d-\x7e{_MARKS}{_ACCENTED}]*)(?P=mark)"
)
_WITHIN = rf"[A-Za-z0-9{_ACCENTED}](?:[A-Za-z0-9 .()/+_'&{_ACCENTED}-]*[A-Za-z0-9.()/+_'{_ACCENTED}-])?"
_ITEM = re.compile(rf"(?P<before> *)(?P<text>{_WITHIN}) *")
_PAIR = re.compile(rf"(?P<before> *)(?P<key>[A-Za-z_][A-Za-z0-9_]*): +(?P<text>{_WITHIN}) *")
_LINE = re.compile(rf"^( *)(- +)?(?:([A-Za-z_][A-Za-z0-9_]*)(:(?: +|$)))?(?:({_TEXT})|(.*))$", re.MULTILINE)
_NOTHING = ("",) * 6
_CLOSED = {"[": "]", "{": "}"}
_DOUBTFUL = ("#", "\t", "\r", "\\", " \n")
_Line: TypeAlias = tuple[str, str, str, str, str, str]
"""A line in parts: indentation, hyphen, key, colon, and its value as a text or as something else."""


# What a call of `Place` or `Scalar` comes to, in half the time: every word of every note is one.
_made = tuple.__new__


class _InDoubt(Exception):  # noqa: N818 - it never leaves this file
    """Something that is not of the plainest sort."""


def plain_lines(text: str, path: str, first_line: int) -> Entries | None:
    """The details as libyaml would have them; None where it had better be asked."""
    if any(sign in text for sign in _DOUBTFUL) or text.endswith(" "):
        return None
    try:
        return _Lines(_LINE.findall(text), path, first_line).entries()
    except _InDoubt:
        return None


class _Lines:
    """The lines of details, and how far they have been read."""

    def __init__(self, lines: list[_Line], path: str, first_line: int) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.at = 0

    def entries(self) -> Entries:
        """All of them: fields at the margin, each with a value after it or a list below it."""
        pairs: list[tuple[Scalar, Node]] = []
        while (line := self._next()) is not None:
            indent, hyphen, key, _, text, other = line
            if indent or hyphen or not key:
                raise _InDoubt
            if text or other:
                pairs.append(self._pair(line, 0))
            else:
                name = _made(Scalar, (key, self._place(0), True, False))
                pairs.append((name, self._listing()))
        if not pairs:
            raise _InDoubt
        return Entries(tuple(pairs), pairs[0][0].place)

    def _next(self) -> _Line | None:
        """The next line with something on it."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line != _NOTHING:
                return line
        return None

    def _place(self, column: int) -> Place:
        return _made(Place, (self.path, self.first_line + self.at - 1, column + 1))

    def _listing(self) -> Listing:
        """Lines that begin with a hyphen, all of them as far to the right as the first."""
        line = self._next()
        if line is None or not line[1]:
            raise _InDoubt
        indent, place = line[0], self._place(len(line[0]))
        items: list[Node] = []
        while line is not None and line[1]:
            if line[0] != indent:
                raise _InDoubt
            items.append(self._item(line))
            line = self._next()
        if line is not None:
            self.at -= 1
        return Listing(tuple(items), place)

    def _item(self, line: _Line) -> Node:
        """What follows a hyphen: a value, or fields, the others below the first."""
        indent, hyphen, key, _, text, other = line
        start = len(indent) + len(hyphen)
        if not key:
            return self._value(text, other, start)
        place = self._place(start)
        pairs = [self._pair(line, start)]
        below = self._next()
        while below is not None and below[2] and not below[1] and len(below[0]) == start:
            pairs.append(self._pair(below, start))
            below = self._next()
        if below is not None:
            self.at -= 1
        return Entries(tuple(pairs), place)

    def _pair(self, line: _Line, start: int) -> tuple[Scalar, Node]:
        _, _, key, colon, text, other = line
        name = _made(Scalar, (key, self._place(start), True, False))
        return name, self._value(text, other, start + len(key) + len(colon))

    def _value(self, text: str, other: str, start: int) -> Node:
        if text and ": " not in text:
            return _made(Scalar, (text, self._place(start), True, False))
        if other[:1] in _CLOSED:
            return self._flow(other, start)
        quoted = _QUOTED.fullmatch(other)
        if quoted is None:
            raise _InDoubt
        return Scalar(quoted["text"], self._place(start), plain=False)

    def _flow(self, text: str, start: int) -> Node:
        """A list or fields on one line, with nothing in it that has signs of its own."""
        closed = _CLOSED[text[0]]
        pattern = _ITEM if closed == "]" else _PAIR
        if text[-1] != closed:
            raise _InDoubt
        found: list[tuple[re.Match[str], int]] = []
        at = start + 1
        for part in text[1:-1].split(","):
            match = pattern.fullmatch(part)
            if match is None:
                raise _InDoubt
            found.append((match, at))
            at += len(part) + 1
        if closed == "]":
            items = tuple(self._scalar(match, "text", at) for match, at in found)
            return Listing(items, self._place(start), flow=True)
        pairs = tuple(
            (self._scalar(match, "key", at), self._scalar(match, "text", at)) for match, at in found
        )
        return Entries(pairs, self._place(start))

    def _scalar(self, match: re.Match[str], group: str, at: int) -> Scalar:
        return Scalar(match[group], self._place(at + match.start(group)))

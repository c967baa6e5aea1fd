"""Details of the plainest sort, read line by line: nearly all are. What is in doubt is left to libyaml."""

import re

from deskdiary.records.place import Place
from deskdiary.records.written import Entries, Listing, Node, Scalar

_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# A text begins with a letter or a digit, so with none of YAML's signs.
_MARKS = "\u2013\u2014\u2018\u2019\u201c\u201d"
_TEXT = re.compile(rf"[A-Za-z0-9(/+{_ACCENTED}](?:[\x20-\x7e{_MARKS}{_ACCENTED}]*(?<![ :]))?")
_QUOTED = re.compile(
    rf"(?P<mark>[\"'])(?P<text>[\x20\x21\x23-\x26\x28-\x5b\x5d-\x7e{_MARKS}{_ACCENTED}]*)(?P=mark)"
)
_WITHIN = rf"[A-Za-z0-9{_ACCENTED}](?:[A-Za-z0-9 .()/+_'&{_ACCENTED}-]*[A-Za-z0-9.()/+_'{_ACCENTED}-])?"
_ITEM = re.compile(rf"(?P<before> *)(?P<text>{_WITHIN}) *")
_PAIR = re.compile(rf"(?P<before> *)(?P<key>[A-Za-z_][A-Za-z0-9_]*): +(?P<text>{_WITHIN}) *")
_FIELD = re.compile(r"(?P<key>[A-Za-z_][A-Za-z0-9_]*):(?: +(?P<value>[^ ].*))?")
_ENTRY = re.compile(r"(?P<indent> *)- +(?P<rest>[^ ].*)")
_DOUBTFUL = re.compile(r"[#\t\r\\]| $", re.MULTILINE)


# What a call of `Place` or `Scalar` comes to, in half the time: every word of every note is one.
_made = tuple.__new__


class _InDoubt(Exception):  # noqa: N818 - it never leaves this file
    """Something that is not of the plainest sort."""


def plain_lines(text: str, path: str, first_line: int) -> Entries | None:
    """The details as libyaml would have them; None where it had better be asked."""
    if _DOUBTFUL.search(text):
        return None
    try:
        return _Lines(text.split("\n"), path, first_line).entries()
    except _InDoubt:
        return None


class _Lines:
    """The lines of details, and how far they have been read."""

    def __init__(self, lines: list[str], path: str, first_line: int) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.at = 0

    def entries(self) -> Entries:
        """All of them: fields at the margin, each with a value after it or a list below it."""
        pairs: list[tuple[Scalar, Node]] = []
        while (line := self._next()) is not None:
            field = _FIELD.fullmatch(line)
            if field is None:
                raise _InDoubt
            key = _made(Scalar, (field[1], self._place(0), True, False))
            pairs.append((key, self._listing() if field[2] is None else self._value(line, field.start(2))))
        if not pairs:
            raise _InDoubt
        return Entries(tuple(pairs), pairs[0][0].place)

    def _next(self) -> str | None:
        """The next line with something on it."""
        while self.at < len(self.lines):
            self.at += 1
            if self.lines[self.at - 1]:
                return self.lines[self.at - 1]
        return None

    def _place(self, column: int) -> Place:
        return _made(Place, (self.path, self.first_line + self.at - 1, column + 1))

    def _listing(self) -> Listing:
        """Lines that begin with a hyphen, all of them as far to the right as the first."""
        line = self._next()
        first = _ENTRY.fullmatch(line) if line else None
        if first is None:
            raise _InDoubt
        indent, place = len(first["indent"]), self._place(len(first["indent"]))
        items: list[Node] = []
        entry: re.Match[str] | None = first
        while entry is not None:
            if len(entry["indent"]) != indent:
                raise _InDoubt
            items.append(self._entry(entry.string, entry.start("rest")))
            line = self._next()
            entry = _ENTRY.fullmatch(line) if line else None
        if line is not None:
            self.at -= 1
        return Listing(tuple(items), place)

    def _entry(self, line: str, start: int) -> Node:
        """What follows a hyphen: a value, or fields, the others below the first."""
        field = _FIELD.fullmatch(line, start)
        if field is None:
            return self._value(line, start)
        place = self._place(start)
        pairs: list[tuple[Scalar, Node]] = []
        below: str | None = line
        while field is not None:
            if field[2] is None:
                raise _InDoubt
            pairs.append(
                (
                    _made(Scalar, (field[1], self._place(start), True, False)),
                    self._value(field.string, field.start(2)),
                )
            )
            below = self._next()
            field = _FIELD.fullmatch(below, start) if below and below.startswith(" " * start) else None
        if below is not None:
            self.at -= 1
        return Entries(tuple(pairs), place)

    def _value(self, line: str, start: int) -> Node:
        text = line[start:]
        if text[0] in "[{":
            return self._flow(text, start)
        if _TEXT.fullmatch(text) and ": " not in text:
            return _made(Scalar, (text, self._place(start), True, False))
        quoted = _QUOTED.fullmatch(text)
        if quoted is None:
            raise _InDoubt
        return Scalar(quoted["text"], self._place(start), plain=False)

    def _flow(self, text: str, start: int) -> Node:
        """A list or fields on one line, with nothing in it that has signs of its own."""
        closed = {"[": "]", "{": "}"}[text[0]]
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

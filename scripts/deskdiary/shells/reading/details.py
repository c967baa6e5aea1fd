"""Lines of details as typed, and how one that cannot be read is taken out without harm to the others."""

import re
from dataclasses import dataclass, field

from deskdiary.records.written import LOST

_LINE = re.compile(
    r"(?P<indent>[^\S\n]*)(?P<dashes>(?:- +)*)"
    # What stays of a line has no break in it that a parser would count for one.
    r"(?P<key>[^\s:#\[\]{}&*!|>%@`,-][^:#\x00-\x1f\x7f-\x9f\u2028\u2029]*?:(?=\s|$))?(?P<rest>(?s:.*))"
)
_FIELD = re.compile(r"[ \t]*(?:-[ \t]+)*(?:\"[^\"]*\"|'[^']*'|[^\s:#\"'-][^:]*?)\s*:(?:[ \t]|$)")
_NO_FIELD_NEEDED = re.compile(r"\s*(?:#|$|-(?:[ \t]|$)|[\]},])")


@dataclass(slots=True)
class Details:
    """The lines of a note's details. What is taken out of them leaves `LOST` in its place."""

    lines: list[str] = field(repr=False)
    tried: dict[int, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All of it, as the parser wants it."""
        return "\n".join(self.lines)

    def line(self, number: int) -> str:
        """A line as it stands now, counted from 0; nothing beyond the last."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def lose(self, number: int) -> bool:
        """Take out what a line says; each time more of it. False where nothing is left to take out."""
        tries = self.tried.get(number, 0)
        if tries == len(_TAKEN_OUT) or not 0 <= number < len(self.lines):
            return False
        self.tried[number] = tries + 1
        if tries == 0:
            self._lose_what_follows(number)
        self.lines[number] = _TAKEN_OUT[tries](self.lines[number], self._indent_before(number))
        return True

    def _lose_what_follows(self, number: int) -> None:
        """Lines that continue a value that is taken out go with it."""
        parts = _parts(self.lines[number])
        if not parts["rest"].strip() and parts["key"]:
            return
        deep = len(parts["indent"] + parts["dashes"])
        for other in range(number + 1, len(self.lines)):
            line = self.lines[other]
            continues = not line.strip() or _width(line) > deep or line.lstrip()[0] in "]}"
            if not continues:
                return
            self.lines[other] = ""

    def _indent_before(self, number: int) -> str:
        for line in reversed(self.lines[:number]):
            if line.strip():
                parts = _parts(line)
                return " " * len(parts["indent"] + parts["dashes"])
        return ""


def details_of(text: str) -> Details:
    """The details of a note, line by line; a line ends with a line feed and with nothing else."""
    return Details([line.removesuffix("\r") for line in text.split("\n")])


def looks_like_field(line: str) -> bool:
    """Whether a line has the shape of `field: value`, or needs no such shape."""
    return _FIELD.match(line) is not None or _NO_FIELD_NEEDED.match(line) is not None


def field_of(line: str) -> str:
    """The field that a line fills, as typed; empty where it has none."""
    return (_parts(line)["key"] or "").removesuffix(":").strip()


def _parts(line: str) -> dict[str, str]:
    """Indentation (a tab counting as two spaces), hyphens, field and value."""
    match = _LINE.match(line.replace("\t", "  "))
    return {name: part or "" for name, part in match.groupdict().items()} if match else {}


def _width(line: str) -> int:
    return len(line) - len(line.lstrip())


def _value_out(line: str, _before: str) -> str:
    """`key: LOST`, or `- LOST`, or an entry of which nothing is known."""
    parts = _parts(line)
    start = " " * len(parts["indent"]) + parts["dashes"]
    if line.lstrip().startswith("#"):
        return ""
    if parts["key"]:
        return f"{start}{parts['key']} {LOST}"
    return f"{start}{LOST}" if parts["dashes"] else f"{start}{LOST}: {LOST}"


def _field_out(_line: str, before: str) -> str:
    """An entry of which nothing is known, beside the one before it."""
    return f"{before}{LOST}: {LOST}"


def _all_out(_line: str, _before: str) -> str:
    return ""


_TAKEN_OUT = (_value_out, _field_out, _all_out)

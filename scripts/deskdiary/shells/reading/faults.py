"""What to say of a line that cannot be read: which one is to blame, and what to type instead."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from deskdiary.records.problem_codes import Code
from deskdiary.shells.reading.details import Details, field_of, looks_like_field
from deskdiary.shells.reading.mending import mended
from deskdiary.shells.reading.shapes import Words, wrong_shape

QUOTE = "Put the text in quotation marks."
_LOOK_BACK = 4  # lines in which a quotation mark that is never closed is looked for
_BEGINS_A_VALUE = re.compile(r"[^:#]*?:\s+|\s*(?:-\s+)+|\s*")
_OPENED = re.compile(r"(?:[^:#\"']*:\s+|\s*(?:-\s+)+)(?P<mark>[\"'])(?!.*(?P=mark))")
_SIGNS = {
    "@": "an @", "`": "a `", "%": "a %", "*": "a *", "&": "an &", "!": "a !", "|": "a |", ">": "a >",
    "-": "a hyphen", "?": "a question mark", "[": "a [", "{": "a {", ",": "a comma", "]": "a ]", "}": "a }",
    '"': "a quotation mark", "'": "an apostrophe",
}  # fmt: skip

_SIGN_CODES: Mapping[str, Code] = {"*": "alias", "&": "anchor", "!": "tag"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the parser stopped, where what it was reading began (both counted from 0), and what that was."""

    line: int
    column: int
    context: str = ""
    begun: tuple[int, int] | None = None
    problem: str = ""

    @property
    def spot(self) -> tuple[int, int]:
        """Line and column."""
        return (self.line, self.column)


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong with which line, in words for the one who typed it; counted from 0.

    `public` says it without a word of the note, where the remedy has some.
    """

    line: int
    column: int
    code: Code
    message: str
    remedy: str = field(repr=False)
    public: str = ""


@dataclass(frozen=True, slots=True)
class _Case:
    """A line that is to blame: what stands there, and where its value and the fault in it begin."""

    line: str
    column: int
    fault: Fault

    @property
    def start(self) -> int:
        begins = _BEGINS_A_VALUE.match(self.line)
        return begins.end() if begins else 0

    @property
    def sign(self) -> str:
        return self.line[self.start : self.start + 1]


def tell(fault: Fault, details: Details) -> Told:
    """The line that is to blame, and what to say of it."""
    number, column = _blamed(fault, details)
    line = details.line(number)
    shape = wrong_shape(line)
    if shape:
        return Told(number, len(line) - len(line.lstrip()), "not-a-field", *shape)
    if "tab character" in fault.problem or line[: column + 1].endswith("\t"):
        return Told(
            number, column, "tab", "A tab stands where spaces belong.", "Replace the tab by two spaces."
        )
    case = _Case(line, column, fault)
    at, words = next(told for tell_of in _TELLERS if (told := tell_of(case)))
    return in_quotes(Told(number, at, _SIGN_CODES.get(case.sign, "unreadable-line"), *words), details)


def in_quotes(told: Told, details: Details) -> Told:
    """The same with the line to type, where all that it wants is quotation marks."""
    line = mended(details.line(told.line), details.line(told.line + 1)) if told.remedy == QUOTE else None
    if line is None:
        return told
    return replace(told, remedy=f"Type `{line}`.", public=f"{told.message} {QUOTE}")


def must_be_quoted(sign: str) -> str:
    """What is wrong with a text that begins with a sign, given as `an @`."""
    return f"A text that begins with {sign} must stand in quotation marks."


def _blamed(fault: Fault, details: Details) -> tuple[int, int]:
    """The parser stops where it can't go on, which may be well after the line that led it astray."""
    opened = _opened_before(fault, details)
    if opened is not None:
        return opened
    if fault.begun and any(
        sign in fault.context for sign in ("quoted", "flow", "block scalar", "simple key")
    ):
        return fault.spot if "escape" in fault.problem else fault.begun
    before = _line_before(fault.line, details)
    if looks_like_field(details.line(fault.line)) and not looks_like_field(details.line(before)):
        return (before, 0)
    return fault.spot


def _opened_before(fault: Fault, details: Details) -> tuple[int, int] | None:
    """A quotation mark that a line opens and does not close swallows the lines up to the next one."""
    if "quoted" in fault.context:
        return None
    for number in range(fault.line - 1, max(-1, fault.line - _LOOK_BACK), -1):
        opened = _OPENED.match(details.line(number))
        if opened:
            return (number, opened.end() - 1)
    return None


def _line_before(number: int, details: Details) -> int:
    return next((other for other in range(number - 1, -1, -1) if details.line(other).strip()), number)


def _escape(case: _Case) -> tuple[int, Words] | None:
    if "escape" not in case.fault.problem:
        return None
    message = "A backslash cannot stand within double quotation marks as it is."
    return case.column, (message, "Use single quotation marks around text with \\.")


def _never_closed(case: _Case) -> tuple[int, Words] | None:
    if case.sign not in {'"', "'"} or case.line.count(case.sign) > 1:
        return None
    other = "double ones" if case.sign == "'" else "single ones"
    remedy = f"Close it at the end of the text; if it belongs to the text, put {other} around the whole."
    return case.start, ("The quotation mark opened here is never closed.", remedy)


def _flow(case: _Case) -> tuple[int, Words] | None:
    if "flow" not in case.fault.context:
        return None
    if re.search(r",\s*,", case.line):
        return case.column, ("Something is missing between two commas of this list.", "Take out one comma.")
    opened = case.line[case.column : case.column + 1] or "["
    message = f"The {opened} opened here is never closed, or something in it is out of place."
    return case.column, (message, "Close it, and put texts with signs in them in quotation marks.")


def _colon(case: _Case) -> tuple[int, Words] | None:
    if not case.fault.problem.startswith("mapping values"):
        return None
    if field_of(case.line) and ":" in case.line[case.start :]:
        return case.start, (_colon_within(case.line[case.start :]), QUOTE)
    message = "This line begins further to the right than it should."
    return len(case.line) - len(case.line.lstrip()), (message, "Take away the spaces at its start.")


def _colon_within(text: str) -> str:
    where = "with a colon and a space in it" if re.search(r":\s+\S", text) else "that ends with a colon"
    return f"A text {where} must stand in quotation marks."


def _sign(case: _Case) -> tuple[int, Words] | None:
    if case.sign not in _SIGNS:
        return None
    return case.start, (must_be_quoted(_SIGNS[case.sign]), QUOTE)


def _anything(case: _Case) -> tuple[int, Words]:
    message = "This line cannot be read as `field: value`, or is not in line with the lines around it."
    return case.column, (message, f"{QUOTE} Begin the fields of one record below each other.")


_TELLERS: tuple[Callable[[_Case], tuple[int, Words] | None], ...] = (
    _escape,
    _never_closed,
    _flow,
    _colon,
    _sign,
    _anything,
)

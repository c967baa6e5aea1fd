"""Details as a tree: what cannot be read in them is told and taken out, so that the rest can be."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.records.written import Listing, Node, Scalar
from deskdiary.shells.reading.details import Details, details_of
from deskdiary.shells.reading.faults import QUOTE, Told, in_quotes, tell
from deskdiary.shells.reading.hidden import hidden_in, worth_a_look
from deskdiary.shells.reading.note_file import Unreadable
from deskdiary.shells.reading.plain_lines import plain_lines
from deskdiary.shells.reading.yaml_tree import Source, Unparsed, tree

_MOST_FAULTS = 20
_MOST_HIDDEN = 100  # lines with hidden characters: a note of more is no text
_MOST_PARSED = 200_000  # characters, all attempts together: a note of faults must not cost a second


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be read, and what is wrong with the lines that could not."""

    node: Node
    problems: tuple[Problem, ...] = field(default=())


def parse(text: str, path: str, first_line: int) -> Parsed:
    """The details of a note, without the lines that nobody can read."""
    plain = plain_lines(text.replace("\r\n", "\n"), path, first_line)
    if plain is not None:
        return Parsed(plain)
    if not worth_a_look(text):
        with suppress(Unparsed):
            return _parsed(Source(path, first_line, text.replace("\r\n", "\n"), "#" in text), [])
    details = details_of(text)
    told = list(islice(hidden_in(details), _MOST_HIDDEN))
    if len(told) == _MOST_HIDDEN:
        raise Unreadable(_problems(told, Source(path, first_line)))
    for each in told:
        details.lose(each.line)
    attempts = min(_MOST_FAULTS, 1 + _MOST_PARSED // (len(text) + 1))
    for _ in range(attempts):
        source = Source(path, first_line, details.text)
        try:
            return _parsed(source, told)
        except Unparsed as why:
            _take_out(why, details, told)
        except Unreadable as why:
            raise Unreadable((*_problems(told, source), *why.problems)) from None
    raise Unreadable(_problems(told, Source(path, first_line)))


def _parsed(source: Source, told: list[Told]) -> Parsed:
    node = tree(source)
    return Parsed(node, (*_problems(told, source), *(_cut_short(node) if source.has_hash else ())))


def _take_out(why: Unparsed, details: Details, told: list[Told]) -> None:
    """Tell of a fault, once for each line, and take out what stands there."""
    each = _told(why, details)
    number = next((line for line in (each.line, why.fault.line) if details.lose(line)), None)
    if number is None:
        details.lines[each.line :] = []
    if all(each.line != other.line for other in told):
        told.append(each)


def _told(why: Unparsed, details: Details) -> Told:
    if why.code:
        return in_quotes(Told(why.fault.line, why.fault.column, why.code, why.message, QUOTE), details)
    return tell(why.fault, details)


def _cut_short(node: Node) -> Iterator[Problem]:
    """Texts of which everything from a # on is lost."""
    if isinstance(node, Scalar):
        if node.cut:
            severity = Severity.ERROR if node.lost else Severity.WARNING
            message = "The text after # is taken for a comment, and lost."
            remedy = "Put the whole text in quotation marks; before a comment, type # and a space."
            yield Problem(node.place, severity, "cut-by-hash", message, remedy)
        return
    for inner in node.items if isinstance(node, Listing) else (value for _, value in node.pairs):
        yield from _cut_short(inner)


def _problems(told: list[Told], source: Source) -> tuple[Problem, ...]:
    return tuple(_problem(each, source.place(each.line, each.column)) for each in told)


def _problem(told: Told, place: Place) -> Problem:
    return Problem(place, Severity.ERROR, told.code, told.message, told.remedy, told.public)

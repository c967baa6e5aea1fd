"""YAML as it stands written: libyaml's events made into texts, lists and entries, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.records.problem_codes import Code
from deskdiary.records.written import LOST, Entries, Listing, Node, Scalar
from deskdiary.shells.reading.faults import Fault, must_be_quoted
from deskdiary.shells.reading.note_file import Unreadable

DEEPEST = 20
ESCAPED_LOST = "\ue001"
_QUOTE = "Put the text in quotation marks."
_CUT_LOOKED_AT = 400
_SIGNS: Mapping[Code, str] = {"alias": "a *", "anchor": "an &", "tag": "a !"}

_NODES = frozenset({yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent})
_ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})


class Mark(Protocol):
    """A place as libyaml or PyYAML gives it, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text being parsed, and the line of the file on which it starts."""

    path: str
    first_line: int
    text: str = field(default="", repr=False)
    has_hash: bool = True

    def place(self, line: int, column: int) -> Place:
        """The place in the file of a place in the YAML."""
        return Place(self.path, line + self.first_line, column + 1)


@dataclass(frozen=True, slots=True)
class Unparsed(Exception):  # noqa: N818 - it never leaves this package: the line to blame is told as a value
    """Where the parser could not go on, or found what a note may not have."""

    fault: Fault
    code: Code | None = None
    message: str = ""


def tree(source: Source) -> Node:
    """The one document of a text. Nothing is loaded: no type is guessed, no tag is obeyed."""
    try:
        events = _content(yaml.parse(source.text, Loader=yaml.CSafeLoader))
        first = next(events, None)
        if first is None:
            return Entries((), Place(source.path))
        root = _node(first, events, source, 1)
        rest = next(events, None)
    except yaml.MarkedYAMLError as why:
        raise Unparsed(_fault(why)) from None
    except yaml.YAMLError:
        raise Unparsed(Fault(0, 0)) from None
    if rest is not None:
        raise Unparsed(Fault(*_spot(rest.start_mark)))
    return root


def _fault(why: yaml.MarkedYAMLError) -> Fault:
    line, column = _spot(why.problem_mark or why.context_mark)
    begun = _spot(why.context_mark) if why.context_mark else None
    return Fault(line, column, why.context or "", begun, why.problem or "")


def _spot(mark: Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _content(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events of one document, as long as there is nothing in them that a note may not have."""
    for event in events:
        kind = type(event)
        if kind in _NODES:
            if event.anchor is not None:  # type: ignore[attr-defined] # every node has one, or None
                _refuse_sign(event, "anchor")
            if event.tag is not None:  # type: ignore[attr-defined] # and so it is with tags
                _refuse_sign(event, "tag")
            yield event
        elif kind in _ENDS:
            yield event
        elif kind is yaml.AliasEvent:
            _refuse_sign(event, "alias")


def _refuse_sign(event: yaml.Event, code: Code) -> None:
    raise Unparsed(Fault(*_spot(event.start_mark)), code, must_be_quoted(_SIGNS[code]))


def _node(event: yaml.Event, events: Iterator[yaml.Event], source: Source, depth: int) -> Node:
    place = source.place(*_spot(event.start_mark))
    if depth > DEEPEST:
        message = f"Lists and entries are nested more than {DEEPEST} deep here."
        raise Unreadable((Problem(place, Severity.ERROR, "too-deep", message, _QUOTE),))
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, place, source)
    if isinstance(event, yaml.SequenceStartEvent):
        items = tuple(_node(item, events, source, depth + 1) for item in _until_end(events))
        return Listing(items, place, flow=bool(event.flow_style))
    return Entries(tuple(_pairs(events, source, depth)), place)


def _scalar(event: yaml.ScalarEvent, place: Place, source: Source) -> Scalar:
    plain = not event.style
    text: str = event.value
    if LOST in text and not plain:
        text = text.replace(LOST, ESCAPED_LOST)  # written as an escape, it is the note's own
    cut = plain and source.has_hash and _cut_by_hash(event, source.text)
    return Scalar(text or (LOST if cut else ""), place, plain=plain, cut=cut)


def _cut_by_hash(event: yaml.ScalarEvent, text: str) -> bool:
    """Whether `#` and a word follow: `shelf #3` loses the 3, where `shelf  # by the door` loses nothing."""
    end = event.end_mark.index if event.end_mark else len(text)
    rest = text[end : end + _CUT_LOOKED_AT].split("\n", 1)[0]
    typed = rest.lstrip(" \t")
    return len(typed) > 1 and typed[0] == "#" and typed[1] not in " \t#!-"


def _until_end(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if type(event) in _ENDS:
            return
        yield event


def _pairs(events: Iterator[yaml.Event], source: Source, depth: int) -> Iterator[tuple[Scalar, Node]]:
    for event in _until_end(events):
        key = _node(event, events, source, depth + 1)
        if not isinstance(key, Scalar):
            fault = Fault(*_spot(event.start_mark))
            raise Unparsed(fault, "not-a-field", "This line is not `field: value`.")
        yield key, _node(next(events), events, source, depth + 1)

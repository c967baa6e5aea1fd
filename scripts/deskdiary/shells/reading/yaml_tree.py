"""YAML as it stands written: libyaml's events made into texts, lists and entries, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from deskdiary.records.place import Place
from deskdiary.records.written import Entries, Listing, Node, Scalar
from deskdiary.shells.reading.note_file import refuse

DEEPEST = 20
_QUOTE = "Put the text in quotation marks."


class Mark(Protocol):
    """A place as libyaml or PyYAML gives it, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text being parsed, and the line of the file on which it starts."""

    path: str
    first_line: int

    def place(self, mark: Mark | None) -> Place:
        """The place in the file of a place in the YAML."""
        if mark is None:
            return Place(self.path, self.first_line)
        return Place(self.path, mark.line + self.first_line, mark.column + 1)


def parse(text: str, path: str, first_line: int) -> Node:
    """The one document of a text. Nothing is loaded: no type is guessed, no tag is obeyed."""
    source = Source(path, first_line)
    try:
        events = _content(yaml.parse(text, Loader=yaml.CSafeLoader), source)
        first = next(events, None)
        return Entries((), Place(path)) if first is None else _node(first, events, source, 1)
    except yaml.MarkedYAMLError as fault:
        place = _fault_place(fault, source)
        message = "This line cannot be read as `field: value`."
        raise refuse(path, place.line, "yaml", message, _QUOTE, place.column) from None
    except yaml.YAMLError:
        message = "A hidden control character is in the details."
        raise refuse(path, first_line, "hidden-character", message, "Delete it.") from None


def _content(events: Iterator[yaml.Event], source: Source) -> Iterator[yaml.Event]:
    """The events of one document, as long as there is nothing in them that a note may not have."""
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            _refuse_sign(event, source, "alias", "An unquoted * at the start means something else to YAML.")
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            _refuse_sign(event, source, "anchor", "An unquoted & at the start means something else to YAML.")
        if getattr(event, "tag", None) is not None:
            _refuse_sign(event, source, "tag", "An unquoted ! at the start means something else to YAML.")
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _refuse_sign(event: yaml.Event, source: Source, code: str, message: str) -> None:
    place = source.place(event.start_mark)
    raise refuse(source.path, place.line, code, message, _QUOTE, place.column)


def _node(event: yaml.Event, events: Iterator[yaml.Event], source: Source, depth: int) -> Node:
    place = source.place(event.start_mark)
    if depth > DEEPEST:
        message = f"Lists and entries are nested more than {DEEPEST} deep here."
        raise refuse(source.path, place.line, "too-deep", message, _QUOTE, place.column)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, place, plain=event.style is None or event.style == "")
    if isinstance(event, yaml.SequenceStartEvent):
        items = tuple(_node(item, events, source, depth + 1) for item in _until_end(events))
        return Listing(items, place, flow=bool(event.flow_style))
    return Entries(tuple(_pairs(events, source, depth)), place)


def _until_end(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield event


def _pairs(events: Iterator[yaml.Event], source: Source, depth: int) -> Iterator[tuple[Scalar, Node]]:
    for event in _until_end(events):
        key = _node(event, events, source, depth + 1)
        if not isinstance(key, Scalar):
            message = "This line is not `field: value`."
            raise refuse(source.path, key.place.line, "not-a-field", message, _QUOTE, key.place.column)
        yield key, _node(next(events), events, source, depth + 1)


def _fault_place(fault: yaml.MarkedYAMLError, source: Source) -> Place:
    return source.place(fault.problem_mark or fault.context_mark)

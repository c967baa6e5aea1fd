"""A note's layout for whoever changes it: libyaml's own marks, from where to where each thing is written."""

from collections.abc import Iterator

import yaml

from deskdiary.edits.layout import BYTE_ORDER_MARK, Fields, Items, Laid, Piece, Text
from deskdiary.edits.unsafe import Unsafe
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem
from deskdiary.records.written import LOST, Entries, Listing, Node, Scalar
from deskdiary.shells.reading.front_matter import split
from deskdiary.shells.reading.note_file import Unreadable, decode
from deskdiary.shells.reading.parsing import parse
from deskdiary.shells.reading.yaml_tree import ESCAPED_LOST

_NO_DETAILS = "The details of this note can't be read as they stand."
_FIRST_LINE = 2  # of the details, in the file


def lay_out(raw: bytes, path: str) -> Laid | Unsafe:
    """Where everything in a note stands; a refusal where any of its details can't be read as they stand."""
    try:
        text = decode(raw, path)
        parts = split(text, path)
        parsed = parse(parts.details, path, _FIRST_LINE)
    except Unreadable as why:
        return _broken(why.problems)
    faults = tuple(each for each in parsed.problems if each.code != "cut-by-hash")
    if faults:
        return _broken(faults)
    start = text.index("\n") + 1
    root = _root(parts.details, start)
    if root is None or not _same(root, parsed.node):
        return Unsafe(Place(path, _FIRST_LINE), _NO_DETAILS)
    marked = raw.startswith(BYTE_ORDER_MARK.encode())
    return Laid(path, text, start, start + len(parts.details), root, marked)


def _broken(problems: tuple[Problem, ...]) -> Unsafe:
    """The first thing that is wrong is to be mended first."""
    return Unsafe(problems[0].place, f"Mend this first: {problems[0].in_public}")


def _root(details: str, offset: int) -> Fields | None:
    """The entries of details that have been read once already, so they are within all bounds."""
    events = (
        event
        for event in yaml.parse(details, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)
    )
    first = next(events, None)
    root = None if first is None else _piece(first, events, offset)
    return root if isinstance(root, Fields) else None


def _piece(event: yaml.Event, events: Iterator[yaml.Event], offset: int) -> Piece:
    start, end = (mark.index + offset if mark else offset for mark in (event.start_mark, event.end_mark))
    if isinstance(event, yaml.ScalarEvent):
        return Text(event.value, start, end)
    flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
    pieces, last = _pieces(events, offset)
    # A list of lines has its end where its last line has; libyaml's mark is beyond the comments after it.
    end = last if flow else max((piece.end for piece in pieces), default=end)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(pieces, start, end, flow)
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return Fields(tuple((key, value) for key, value in pairs if isinstance(key, Text)), start, end, flow)


def _pieces(events: Iterator[yaml.Event], offset: int) -> tuple[tuple[Piece, ...], int]:
    """All that is within a list or an entry, and where the sign that closes it ends."""
    pieces: list[Piece] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return tuple(pieces), event.end_mark.index + offset if event.end_mark else offset
        pieces.append(_piece(event, events, offset))
    return tuple(pieces), offset


def _same(piece: Piece, node: Node) -> bool:
    """Whether the layout says what the reader of notes reads: only then may it be trusted."""
    if isinstance(piece, Text):
        return isinstance(node, Scalar) and (node.cut or piece.value.replace(LOST, ESCAPED_LOST) == node.text)
    if isinstance(piece, Items):
        return isinstance(node, Listing) and _all_same(piece.items, node.items)
    if not isinstance(node, Entries) or len(piece.pairs) != len(node.pairs):
        return False
    keys = all(key.value == named.text for (key, _), (named, _) in zip(piece.pairs, node.pairs, strict=True))
    values = zip((value for _, value in piece.pairs), (value for _, value in node.pairs), strict=True)
    return keys and all(_same(value, read) for value, read in values)


def _all_same(pieces: tuple[Piece, ...], nodes: tuple[Node, ...]) -> bool:
    return len(pieces) == len(nodes) and all(
        _same(piece, node) for piece, node in zip(pieces, nodes, strict=True)
    )

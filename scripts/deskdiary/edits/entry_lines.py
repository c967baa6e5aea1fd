"""The lines of a new record, as they are put under a field or pasted there by hand."""

from collections.abc import Iterable, Iterator

from deskdiary.edits.change import Added, Altered, Change, Entry, Put
from deskdiary.edits.yaml_text import block, written

INDENT = "  "


def entry_lines(entry: Entry, indent: str) -> Iterator[str]:
    """One record, begun by a hyphen."""
    before = f"{indent}- "
    for name, text in entry:
        yield from _field_lines(before, name, text)
        before = f"{indent}  "


def entry_in_braces(entry: Entry) -> str:
    """One record on one line, for lists in square brackets."""
    return "{" + ", ".join(f"{name}: {written(text, flow=True)}" for name, text in entry) + "}"


def field_lines(field: str, entries: Iterable[Entry], indent: str = "") -> Iterator[str]:
    """A field with its records."""
    yield f"{indent}{field}:"
    for entry in entries:
        yield from entry_lines(entry, indent + INDENT)


def by_hand(change: Change) -> tuple[str, ...]:
    """What to type where the program won't."""
    if isinstance(change, Added):
        return tuple(field_lines(change.field, change.entries))
    if isinstance(change, Put):
        return (f"{change.field}: {written(change.text)}",)
    if isinstance(change, Altered):
        altered = (*(pair for pair in change.where if pair[0] != change.name), (change.name, change.text))
        return tuple(field_lines(change.field, (altered,)))
    return ()


def _field_lines(before: str, name: str, text: str) -> Iterator[str]:
    lines = block(text)
    if lines is None:
        yield f"{before}{name}: {written(text)}"
        return
    yield f"{before}{name}: |-"
    deeper = " " * len(before) + INDENT
    yield from (f"{deeper}{line}" if line else "" for line in lines)

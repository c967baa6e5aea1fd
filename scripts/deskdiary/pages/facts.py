"""What a note says, field by field, each value with its line: the same for patron, resource and library."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache

from deskdiary.human_dates import long_date
from deskdiary.records.place import Said
from deskdiary.schema.record import Record


@dataclass(frozen=True, slots=True)
class Fact:
    """A value as it is shown; `anchor` is where links to its line arrive, empty if another has it."""

    text: str = field(repr=False)
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One field with its values, or with a row for each record: its fields by name."""

    label: str
    meaning: str
    values: tuple[Fact, ...] = ()
    rows: tuple[tuple[tuple[str, tuple[Fact, ...]], ...], ...] = ()


class Anchors:
    """Every line of a page is linked to once, at the first value that stands on it."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def fact(self, said: Said[object]) -> Fact:
        """A value as shown, with its anchor where it is the first of its line."""
        line = said.place.line
        anchor = "" if line in self._taken else f"line-{line}"
        self._taken.add(line)
        return Fact(_shown(said.value), line, anchor)


def entries(record: Record, value: object, anchors: Anchors) -> Iterator[Entry]:
    """Each field that the note fills, in the order of the fields."""
    for each in record.fields:
        said = getattr(value, each.key)
        if isinstance(said, Said):
            yield Entry(each.name, each.meaning, values=(anchors.fact(said),))
        elif isinstance(said, Mapping) and said:
            yield Entry(each.name, each.meaning, rows=tuple(_keyed(said, anchors)))
        elif isinstance(said, tuple) and said and isinstance(said[0], Said):
            yield Entry(each.name, each.meaning, values=tuple(anchors.fact(one) for one in said))
        elif isinstance(said, tuple) and said:
            yield _table(each.name, each.meaning, said, anchors)
        elif said is not None and not isinstance(said, tuple | Mapping):
            yield _table(each.name, each.meaning, (said,), anchors)


def _keyed(
    records: Mapping[str, object], anchors: Anchors
) -> Iterator[tuple[tuple[str, tuple[Fact, ...]], ...]]:
    """A row for each record, its key first."""
    for key, record in records.items():
        cells = [cell for cell in _cells(record, anchors) if cell[0] != "key"]
        yield (("key", (Fact(key, 0, ""),)), *cells)


def _table(label: str, meaning: str, records: Iterable[object], anchors: Anchors) -> Entry:
    return Entry(label, meaning, rows=tuple(tuple(_cells(record, anchors)) for record in records))


def _cells(record: object, anchors: Anchors) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The fields of a record that say something, by their names, and those of records within it."""
    for name, value in _fields(record):
        if isinstance(value, Said):
            yield _COLUMN.get(name, name.replace("_", " ")), (anchors.fact(value),)
        elif isinstance(value, Mapping):
            yield from ((setting.replace("_", " "), (anchors.fact(said),)) for setting, said in value.items())
        elif isinstance(value, tuple):
            for one in value:
                yield from ((f"{name} {part}", facts) for part, facts in _cells(one, anchors))
        elif name == "key" or value is True:
            yield name, (Fact(str(value) if name == "key" else "yes", 0, ""),)


def _fields(record: object) -> Iterator[tuple[str, object]]:
    sort: type = type(record)
    for name in _names(sort):
        yield name, getattr(record, name)


@cache
def _names(sort: type) -> tuple[str, ...]:
    """The fields of records of a sort, in their order; of anything else none."""
    return tuple(each.name for each in fields(sort)) if is_dataclass(sort) else ()


_COLUMN = {"settles": "for", "wanted": "for", "first": "from", "last": "to"}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return long_date(value) if isinstance(value, date) else str(value)

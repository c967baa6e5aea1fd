"""Several of a kind: lists of values, lists of records, and records under keys of their own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deskdiary.records.place import Place
from deskdiary.records.written import Entries, Listing, Node, Scalar
from deskdiary.schema.record import Kind, Record, say_twice, with_article
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import short

_TOLD = 12  # values quoted in a remedy, at the most
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class ListOf:
    """Values of one kind. `noun` is what one of them is called."""

    kind: Kind
    noun: str
    absent: tuple[()] = ()

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return f"list of {self.noun}s"

    def read(self, node: Node, sheet: Sheet, name: str) -> tuple[object, ...]:
        """The values that can be read. One text with commas is split, with a warning."""
        values = (self._one(item, sheet) for item in self._items(node, sheet, name))
        return tuple(value for value in values if value is not None)

    def _items(self, node: Node, sheet: Sheet, name: str) -> tuple[Node, ...]:
        if isinstance(node, Listing):
            return node.items
        if not isinstance(node, Scalar):
            if node.lost:
                return ()
            sheet.error(node.place, "not-a-list", f"{name} is a list.", f"Write `{name}: [one, two]`.")
            return ()
        parts = tuple(part.strip() for part in node.text.split(",") if part.strip())
        if len(parts) > 1 or not isinstance(self.kind, Record):
            count = f"{len(parts)} {self.noun}s" if len(parts) != 1 else f"one {self.noun}"
            message = f"{name} is a list; this text is read as {count}."
            remedy = f"Write `{name}: [{', '.join(short(part) for part in parts[:_TOLD])}]`."
            public = f"{message} Write `{name}: [one, two]`."
            sheet.warning(node.place, "list-as-text", message, remedy, public)
        return tuple(Scalar(part, node.place) for part in parts)

    def _one(self, item: Node, sheet: Sheet) -> object | None:
        if isinstance(item, Scalar) and item.lost:
            return None
        if isinstance(item, Scalar) and item.empty:
            message = f"{with_article(self.noun)} in this list is empty."
            sheet.error(item.place, "empty-item", message, "Take out the comma or the line that is too many.")
            return None
        return self.kind.read(item, sheet, self.noun)

    def schema(self) -> Mapping[str, object]:
        """An array."""
        return {"type": ["array", "null"], "items": self.kind.schema()}


@dataclass(frozen=True, slots=True)
class RecordsOf:
    """Records of one kind, each begun by `- `. More than `most` are no list that anybody wrote by hand."""

    record: Record
    most: int = 2000
    absent: tuple[()] = ()

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return f"list of {self.record.told}"

    def read(self, node: Node, sheet: Sheet, name: str) -> tuple[object, ...]:
        """The records that can be read: a bad one costs only itself."""
        if isinstance(node, Entries) and node.lost:
            return ()
        if not isinstance(node, Listing):
            message = f"{name} is a list, and what stands here is not."
            sheet.error(node.place, "not-a-list", message, self._example())
            return ()
        if len(node.items) > self.most:
            message = f"{name} has {len(node.items):,} entries. {self.most:,} are read, and no more."
            sheet.error(node.items[self.most].place, "too-many", message, "Take out what is long past.")
        values = (self._one(item, sheet) for item in node.items[: self.most])
        return tuple(value for value in values if value is not None)

    def _example(self) -> str:
        """How one is begun, and what it must have."""
        first, *others = [f"`{name}: …`" for name in self.record.must_have]
        below = f", and below it {' and '.join(others)}" if others else ""
        return f"Begin each {self.record.noun} on a line of its own: `- {first[1:]}{below}."

    def _one(self, item: Node, sheet: Sheet) -> object | None:
        if isinstance(item, Scalar) and item.lost:
            return None
        if isinstance(item, Scalar) and item.empty:
            message = f"{with_article(self.record.noun)} in this list is empty."
            sheet.error(item.place, "empty-item", message, "Take out the `-`, or write the fields after it.")
            return None
        return self.record.read(item, sheet)

    def schema(self) -> Mapping[str, object]:
        """An array of objects."""
        return {"type": ["array", "null"], "items": self.record.schema()}


@dataclass(frozen=True, slots=True)
class Keyed:
    """Records under keys that the library chooses: its staff, its categories."""

    record: Record

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return f"keys of your own, each with {self.record.told}"

    @property
    def absent(self) -> Mapping[str, object]:
        """No record at all."""
        return {}

    def read(self, node: Node, sheet: Sheet, name: str) -> Mapping[str, object]:
        """The records that can be read, by their keys, in the order they are written."""
        if not isinstance(node, Entries):
            message = f"{name} are entries under keys of your own."
            sheet.error(
                node.place, "not-a-record", message, f"Write a key and a colon for each {self.record.noun}."
            )
            return {}
        return dict(self._entries(node, sheet))

    def _entries(self, node: Entries, sheet: Sheet) -> Iterator[tuple[str, object]]:
        seen: dict[str, Place] = {}
        for key, value in node.pairs:
            if key.lost or (isinstance(value, Scalar) and value.lost):
                continue
            if key.text in seen:
                say_twice(key, seen[key.text], sheet)
            elif not _KEY.fullmatch(key.text):
                message = "A key has letters, digits and hyphens only, 64 at the most."
                sheet.error(key.place, "bad-key", message, "Choose a short key, such as ep.")
            else:
                seen[key.text] = key.place
                yield from self._entry(key, value, sheet)

    def _entry(self, key: Scalar, value: Node, sheet: Sheet) -> Iterator[tuple[str, object]]:
        nothing = isinstance(value, Scalar) and value.empty
        node = Entries((), key.place) if nothing else value
        read = self.record.read_at(node, sheet, key.place, f"this {self.record.noun}", {"key": key.text})
        if read is not None:
            yield key.text, read

    def schema(self) -> Mapping[str, object]:
        """An object with keys of any name."""
        return {"type": ["object", "null"], "additionalProperties": self.record.schema()}

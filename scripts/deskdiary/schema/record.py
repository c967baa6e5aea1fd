"""A record: its fields, declared once, and the reading of its entries into a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from deskdiary.folding import fold
from deskdiary.records.place import Place
from deskdiary.records.written import Entries, Node, Scalar
from deskdiary.schema.sheet import Sheet

NEAR = 0.7


class Kind(Protocol):
    """A kind of value: how it is read from what is written, and how editors are told of it."""

    @property
    def absent(self) -> object:
        """The value of a field that is not there."""

    def read(self, node: Node, sheet: Sheet, name: str) -> object | None:
        """The value, or None and a problem on the sheet."""

    def schema(self) -> Mapping[str, object]:
        """The same in JSON Schema."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in the note, its kind, what it means, and its name in our code if that differs."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    attribute: str = ""

    @property
    def key(self) -> str:
        """The attribute of the record's value that it fills."""
        return self.attribute or self.name


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of record, as its fields and the value that they make. `noun` is what people call it."""

    noun: str
    fields: tuple[Field, ...]
    make: Callable[..., object]

    @property
    def absent(self) -> object:
        """A record that is not there."""
        return None

    @property
    def names(self) -> tuple[str, ...]:
        """The fields' names, as a librarian types them."""
        return tuple(field.name for field in self.fields)

    def read(self, node: Node, sheet: Sheet, name: str = "", **more: object) -> object | None:
        """The record's value; None where it is none or lacks what it must have."""
        if not isinstance(node, Entries):
            needed = " and ".join(field.name for field in self.fields if field.required)
            remedy = (
                f"Write {needed}, each on a line of its own." if needed else "Write `field: value` lines."
            )
            sheet.error(
                node.place, "not-a-record", f"{with_article(self.noun)} needs `field: value` lines.", remedy
            )
            return None
        written = self._written(node, sheet)
        values = {
            field.key: self._value(field, written[field.name], sheet)
            for field in self.fields
            if field.name in written
        }
        missing = [field for field in self.fields if field.required and values.get(field.key) is None]
        for field in missing:
            self._say_missing(field, written.get(field.name), node.place, sheet)
        return None if missing else self.make(**values, **more)

    def _written(self, node: Entries, sheet: Sheet) -> Mapping[str, Node]:
        written: dict[str, Node] = {}
        first: dict[str, Place] = {}
        for key, value in node.pairs:
            if key.text in first:
                message = f"`{key.text}` is already on line {first[key.text].line}."
                sheet.error(key.place, "duplicate-field", message, f"Put all under one `{key.text}:`.")
            elif key.text in self.names:
                written[key.text] = value
                first[key.text] = key.place
            else:
                self._say_unknown(key, sheet)
        return written

    def _value(self, field: Field, node: Node, sheet: Sheet) -> object | None:
        if isinstance(node, Scalar) and node.empty:
            return field.kind.absent
        value = field.kind.read(node, sheet, field.name)
        return field.kind.absent if value is None else value

    def _say_missing(self, field: Field, node: Node | None, place: Place, sheet: Sheet) -> None:
        if node is None:
            message = f"This {self.noun} has no {field.name}."
            sheet.error(place, "missing-field", message, f"Add a line `{field.name}: …`.")
        elif isinstance(node, Scalar) and node.empty:
            sheet.error(node.place, "empty-field", f"{field.name} is empty.", f"Type the {field.name}.")

    def _say_unknown(self, key: Scalar, sheet: Sheet) -> None:
        name = key.text if len(key.text) <= 40 else f"{key.text[:40]}…"
        message = f"`{name}` is not a field of a {self.noun}."
        near = nearest(key.text, self.names)
        if near:
            sheet.error(key.place, "unknown-field", message, f"Did you mean `{near}`?")
        else:
            known = ", ".join(self.names)
            sheet.warning(
                key.place, "unknown-field", message, f"Move it into the text below. Known fields: {known}."
            )

    def schema(self) -> Mapping[str, object]:
        """The record in JSON Schema, with every field's meaning."""
        return {
            "type": "object",
            "properties": {
                field.name: {**field.kind.schema(), "description": field.meaning} for field in self.fields
            },
            "required": [field.name for field in self.fields if field.required],
            "additionalProperties": False,
        }


def nearest(text: str, known: tuple[str, ...]) -> str | None:
    """The known name that somebody who typed this most likely meant."""
    typed = fold(text).replace("-", "_").replace(" ", "_")[:64]
    return next(iter(get_close_matches(typed, known, 1, NEAR)), None)


def with_article(noun: str) -> str:
    """`A loan`, `An interest`."""
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"

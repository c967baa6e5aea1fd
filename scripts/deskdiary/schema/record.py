"""A record: its fields, declared once, and the reading of its entries into a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from deskdiary.records.place import Place
from deskdiary.records.written import Entries, Node, Scalar
from deskdiary.schema.characters import visible
from deskdiary.schema.nearness import nearest, same_but_for_looks
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import short

MOST_UNKNOWN = 40


class Kind(Protocol):
    """A kind of value: how it is read from what is written, and how editors are told of it."""

    @property
    def absent(self) -> object:
        """The value of a field that is not there."""

    @property
    def told(self) -> str:
        """The kind in a few words, for the reference."""

    def read(self, node: Node, sheet: Sheet, name: str) -> object | None:
        """The value, or None and a problem on the sheet."""

    def schema(self) -> Mapping[str, object]:
        """The same in JSON Schema."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in the note, its kind and what it means.

    `attribute` is its name in our code if that differs; `default`, in words, what holds where it is left out.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    attribute: str = ""
    default: str = ""
    key: str = field(init=False, default="")
    """The attribute of the record's value that it fills."""

    def __post_init__(self) -> None:
        """Every note of a desk asks for it."""
        object.__setattr__(self, "key", self.attribute or self.name)

    def schema(self) -> Mapping[str, object]:
        """Its kind in JSON Schema, with its meaning; what is required may not be empty."""
        schema = dict(self.kind.schema())
        types = schema.get("type")
        if self.required and isinstance(types, list):
            schema["type"] = [each for each in types if each != "null"]
        default = f". If left out: {self.default}" if self.default else ""
        return {**schema, "description": self.meaning + default}


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of record, as its fields and the value that they make. `noun` is what people call it."""

    noun: str
    fields: tuple[Field, ...]
    make: Callable[..., object]
    names: tuple[str, ...] = field(init=False, default=())
    """The names of its fields, as they are written."""
    _by_name: Mapping[str, Field] = field(init=False, default_factory=dict, repr=False)
    _required: tuple[Field, ...] = field(init=False, default=(), repr=False)

    def __post_init__(self) -> None:
        """What every note of a desk asks for is worked out once."""
        object.__setattr__(self, "names", tuple(field.name for field in self.fields))
        object.__setattr__(self, "_by_name", {field.name: field for field in self.fields})
        object.__setattr__(self, "_required", tuple(field for field in self.fields if field.required))

    @property
    def absent(self) -> object:
        """A record that is not there."""
        return None

    @property
    def told(self) -> str:
        """Its fields, for the reference."""
        names = (field.name if field.required else f"{field.name}?" for field in self.fields)
        return "`{" + ", ".join(names) + "}`"

    @property
    def must_have(self) -> tuple[str, ...]:
        """The names of the fields that it must have; of the first two where there are none."""
        return tuple(field.name for field in self.fields if field.required) or self.names[:2]

    def read(self, node: Node, sheet: Sheet, name: str = "") -> object | None:
        """The record's value; None where it is none or lacks what it must have."""
        return self.read_at(node, sheet, node.place, f"this {name or self.noun}", {})

    def read_at(
        self, node: Node, sheet: Sheet, place: Place, called: str, more: Mapping[str, object]
    ) -> object | None:
        """The same, with values from elsewhere; `place` is where to point for what is missing."""
        if not isinstance(node, Entries):
            self._say_no_record(node, sheet)
            return None
        written, excused = self._written(node, sheet)
        values = dict(more)
        for name, value in written.items():
            field = self._by_name[name]
            read = _value(field, value, sheet)
            if read is not None:
                values[field.key] = read
        missing = [field for field in self._required if field.key not in values]
        for lacking in missing:
            if lacking.name not in excused:
                _say_missing(lacking, written.get(lacking.name), place, called, sheet)
        return None if missing else self.make(**values)

    def _written(self, node: Entries, sheet: Sheet) -> tuple[Mapping[str, Node], set[str]]:
        """What is written under each name, and the names that were meant by something else."""
        kinds = self._by_name
        written: dict[str, Node] = {}
        excused: set[str] = set()
        unknown = 0
        for key, value in node.pairs:
            if key.text in written:
                say_twice(key, next(each.place for each, _ in node.pairs if each.text == key.text), sheet)
            elif key.text in kinds:
                written[key.text] = value
            elif key.lost:
                excused.update(kinds)
            else:
                unknown += 1
                if unknown <= MOST_UNKNOWN:
                    excused.add(self._say_unknown(key, sheet) or "")
                elif unknown == MOST_UNKNOWN + 1:
                    _say_many(key, self.noun, sheet)
        return written, excused

    def _say_no_record(self, node: Node, sheet: Sheet) -> None:
        if isinstance(node, Scalar) and node.lost:
            return
        names = " and ".join(f"`{name}: …`" for name in self.must_have[:3])
        message = f"{with_article(self.noun)} is written as lines of `field: value`."
        sheet.error(node.place, "not-a-record", message, f"Write {names}, each on a line of its own.")

    def _say_unknown(self, key: Scalar, sheet: Sheet) -> str | None:
        if key.text == "<<":
            message = "`<<` is not a field: one record cannot take over the fields of another."
            sheet.error(key.place, "merge-key", message, "Write the fields out.")
            return None
        return say_unknown(key, self.noun, self.names, sheet)

    def schema(self) -> Mapping[str, object]:
        """The record in JSON Schema, with every field's meaning."""
        return {
            "type": "object",
            "properties": {field.name: field.schema() for field in self.fields},
            "required": [field.name for field in self.fields if field.required],
            "additionalProperties": False,
        }


def _value(field: Field, node: Node, sheet: Sheet) -> object | None:
    if isinstance(node, Scalar) and node.says_nothing:
        return field.kind.absent
    value = field.kind.read(node, sheet, field.name)
    return field.kind.absent if value is None else value


def _say_many(key: Scalar, noun: str, sheet: Sheet) -> None:
    message = f"From here on, what is no field of a {noun} is not named any more: there is too much of it."
    sheet.error(key.place, "unknown-field", message, "Mend what is above; then check again.")


def say_twice(key: Scalar, first: Place, sheet: Sheet) -> None:
    """The same field twice: which one is meant, nobody can tell."""
    message = f"`{key.text}` is already on line {first.line}."
    public = f"This field is already on line {first.line}. Put all under one."
    sheet.error(key.place, "duplicate-field", message, f"Put all under one `{key.text}:`.", public)


def say_unknown(key: Scalar, noun: str, names: tuple[str, ...], sheet: Sheet) -> str | None:
    """A field that is not there: an error where one is near, since what it says would be lost.

    Gives the name that was meant, if one was.
    """
    public = f"This is not a field of a {noun}."
    message = f"`{short(key.text)}` is not a field of a {noun}."
    meant = same_but_for_looks(visible(key.text), names)
    near = meant or nearest(visible(key.text), names)
    if meant and visible(key.text) == meant and key.text != meant:
        message = public = f"A hidden character is in the field's name `{meant}`."
        sheet.error(key.place, "hidden-character", message, f"Type `{meant}` again by hand.")
    elif near:
        remedy = f"Did you mean `{near}`?"
        sheet.error(key.place, "unknown-field", message, remedy, f"{public} {remedy}")
    else:
        remedy = f"Move it into the text below. Known fields: {', '.join(names)}."
        sheet.warning(key.place, "unknown-field", message, remedy, f"{public} {remedy}")
    return near


def _say_missing(field: Field, node: Node | None, place: Place, called: str, sheet: Sheet) -> None:
    if node is None:
        message = f"{called[0].upper()}{called[1:]} has no {field.name}."
        sheet.error(place, "missing-field", message, f"Add a line `{field.name}: …`.")
    elif isinstance(node, Scalar) and node.empty:
        remedy = f"Write after the colon {field.meaning}."
        sheet.error(node.place, "empty-field", f"`{field.name}:` is empty.", remedy)


def with_article(noun: str) -> str:
    """`A loan`, `An interest`."""
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"

"""A field of a note as a field of a form: the widget that asks for it, and the shape of what it says."""

from collections.abc import Mapping
from typing import TypeAlias

from deskdiary.forms.pickers import Pickers
from deskdiary.schema.collections import ListOf, RecordsOf
from deskdiary.schema.dates import Day
from deskdiary.schema.numbers import SpanOfTime, Whole, YesNo
from deskdiary.schema.record import Field, Kind, Record
from deskdiary.schema.texts import Choice, Lines

Told: TypeAlias = Mapping[str, object]

AS_WRITTEN: Told = {"name": "as_written", "widget": "hidden"}
"""Carries what the form does not show from the note into the note."""
IS_NOTE: Told = {"name": "is_note", "widget": "hidden", "default": "yes"}
"""Tells a note from a README beside it."""
_ANSWERS = {"true": "yes", "false": "no"}
_WORDS = "in_their_words"
_SPAN = [r"^[0-9]{1,4} (day|week|month|year)s?$", "Type it as in 2 weeks or 3 months."]
_WIDGETS: Mapping[type, Told] = {
    Day: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    SpanOfTime: {"widget": "string", "pattern": _SPAN},
    Lines: {"widget": "text"},
}


def form_fields(record: Record, pick: Pickers) -> list[Told]:
    """The form of a kind of note, field by field in the order of their declaration."""
    return [each for field in record.fields for each in _asked(field, record, pick)]


def shapes(record: Record, pick: Pickers) -> Mapping[str, Told]:
    """How each field is written in a note, for the form program to write it so."""
    return {field.name: _shape(field, record, pick) for field in record.fields}


def _asked(field: Field, record: Record, pick: Pickers) -> list[Told]:
    common = {
        "name": field.name,
        "label": _label(field.name),
        "hint": _hint(field),
        "required": field.required,
    }
    if _is_wish(field, record):
        return _wish(common, field)
    return [{**common, **_widget(field, pick)}]


def _widget(field: Field, pick: Pickers) -> Told:
    chosen = _chosen(field, pick)
    if chosen:
        several = {"multiple": True} if isinstance(field.kind, ListOf) else {}
        return {"widget": "select", "options": _options(chosen), "dropdown_threshold": 0, **several}
    match field.kind:
        case RecordsOf(record=inner):
            return {**_several(inner, pick), "summary": _summary(inner)}
        case ListOf(noun=noun):
            item = {"name": "item", "label": _label(noun), "widget": "string", "required": True}
            return {"widget": "list", "field": item, "label_singular": noun, "collapsed": False}
        case Record() as inner:
            return {"widget": "object", "fields": form_fields(inner, pick), "collapsed": False}
        case _:
            return _simple(field.kind)


def _simple(kind: Kind) -> Told:
    """The widget for one value."""
    match kind:
        case Choice(options=options):
            return {"widget": "select", "options": [*options], "dropdown_threshold": 0}
        case YesNo():
            return {"widget": "select", "options": _options(_ANSWERS), "dropdown_threshold": 0}
        case Whole(least=least, most=most):
            return {"widget": "number", "value_type": "int", "min": least, "max": most}
        case _:
            return _WIDGETS.get(type(kind), {"widget": "string"})


def _several(inner: Record, pick: Pickers) -> Told:
    """A list of records. The newest diary entry, loan or wish is put in at the end, where notes have it."""
    fields = [*form_fields(inner, pick), AS_WRITTEN]
    return {"widget": "list", "fields": fields, "label_singular": inner.noun, "collapsed": True}


def _summary(inner: Record) -> str:
    """What is shown of an entry that is folded up: the fields it must have, and no more."""
    return " · ".join(f"{{{{fields.{name}}}}}" for name in inner.must_have)


def _is_wish(field: Field, record: Record) -> bool:
    return field.name == "for" and record.noun == "request"


def _wish(common: Told, field: Field) -> list[Told]:
    """What somebody asked for: one of the resources, or what they called it."""
    picker = {
        **common,
        "hint": "one of our resources; leave it empty if it is none of them",
        "required": False,
        "widget": "relation",
        "collection": "resources",
        "value_field": "{{slug}}",
        "display_fields": ["title"],
        "search_fields": ["title", "also_known_as"],
        "dropdown_threshold": 0,
    }
    words = {
        "name": _WORDS,
        "label": "Or in their words",
        "hint": "a title as they said it",
        "required": False,
        "widget": "string",
    }
    return [picker, words] if field.required else []


def _chosen(field: Field, pick: Pickers) -> Mapping[str, str] | None:
    """What there is to choose from, as `library.yml` and the notes say; where there is nothing one types."""
    return {
        "staff": pick.staff,
        "by": pick.staff,
        "category": pick.categories,
        "lists": pick.lists,
        "announce_to": pick.lists,
    }.get(field.name)


def _shape(field: Field, record: Record, pick: Pickers) -> Told:
    if _is_wish(field, record):
        return {"kind": "resource", "words": _WORDS, "keys": [*pick.resources]}
    match field.kind:
        case RecordsOf(record=inner):
            return {"kind": "records", "fields": shapes(inner, pick)}
        case Record() as inner:
            return {"kind": "record", "fields": shapes(inner, pick)}
        case Choice(options=options):
            return {"kind": "choice", "options": [*options]}
        case YesNo():
            return {"kind": "choice", "options": [*_ANSWERS]}
        case _:
            return {"kind": _KINDS.get(type(field.kind), "text")}


_KINDS: Mapping[type, str] = {ListOf: "list", Day: "date", Whole: "whole", SpanOfTime: "span"}


def _options(chosen: Mapping[str, str]) -> list[Told]:
    return [{"label": label, "value": value} for value, label in chosen.items()]


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _hint(field: Field) -> str:
    return f"{field.meaning}; if left out: {field.default}" if field.default else field.meaning

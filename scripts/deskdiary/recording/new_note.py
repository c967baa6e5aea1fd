"""The text of a note that is not there yet."""

from collections.abc import Iterator, Mapping

from deskdiary.edits.yaml_text import written
from deskdiary.schema.collections import ListOf
from deskdiary.schema.record import Record


def new_note(record: Record, values: Mapping[str, str], body: str = "") -> str:
    """A note of these values, in the order of the fields; what is blank is left out."""
    return "---\n" + "\n".join(_lines(record, values)) + "\n---\n" + (f"\n{body}\n" if body else "")


def neutral_key(draws: Iterator[int], taken: frozenset[str]) -> str:
    """A key that says nothing of the person and is not in use, made of numbers drawn by chance."""
    letters, digits = "abcdefghjkmnpqrstuvwxyz", "23456789"
    while True:
        parts = (signs[next(draws) % len(signs)] for signs in (letters, digits, letters, digits))
        key = f"p-{''.join(parts)}"
        if key not in taken:
            return key


def _lines(record: Record, values: Mapping[str, str]) -> Iterator[str]:
    for field in record.fields:
        text = values.get(field.name, "").strip()
        if text and isinstance(field.kind, ListOf):
            items = [written(item.strip(), flow=True) for item in text.split(",") if item.strip()]
            yield f"{field.name}: [{', '.join(items)}]"
        elif text:
            yield f"{field.name}: {written(text)}"

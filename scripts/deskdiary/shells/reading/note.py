"""One note: its bytes made into a value, and everything that is wrong with it told."""

from deskdiary.records.place import Place, Said
from deskdiary.schema.body import Text, body_problems
from deskdiary.schema.record import Record
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.reading.front_matter import split
from deskdiary.shells.reading.note_file import Parts, Unreadable, decode
from deskdiary.shells.reading.openings import conflict
from deskdiary.shells.reading.parsing import parse


def note_of(raw: bytes, key: str, record: Record, sheet: Sheet) -> object | None:
    """The note that these bytes are."""
    try:
        parts = split(decode(raw, sheet.path), sheet.path)
        parsed = parse(parts.details, sheet.path, 2)
    except Unreadable as why:
        sheet.problems.extend(why.problems)
        return None
    sheet.problems.extend(parsed.problems)
    _check_body(parts, record, sheet)
    more = {"key": key, "path": sheet.path, "body": parts.body, "body_line": parts.body_line}
    return record.read_at(parsed.node, sheet, sheet.top, "this note", more)


def _check_body(parts: Parts, record: Record, sheet: Sheet) -> None:
    said = Said(parts.body, Place(sheet.path, parts.body_line))
    sheet.problems.extend(body_problems(Text(said, record.names)))
    collision = conflict(parts.body, sheet.path, parts.body_line)
    sheet.problems.extend([collision] if collision else [])

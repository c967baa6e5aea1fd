"""The line to type where a text wants quotation marks, if there can be no doubt about it."""

import re

from deskdiary.schema.library import LIBRARY
from deskdiary.schema.patron import CONTACT, LOAN, PATRON, REMINDER, REQUEST, SNOOZE
from deskdiary.schema.resource import RESOURCE

LONGEST = 120  # what one can still copy by eye
_LINE = re.compile(r"\s*(?P<start>(?:- +)*(?:[a-z_]+: +)?)(?P<value>\S.*)")
_SIGNS = frozenset("*&!@`%|>,")
_NEVER_WITHIN = re.compile(r" #|[\"'\\]")
_RECORDS = (PATRON, LOAN, REQUEST, REMINDER, CONTACT, SNOOZE, RESOURCE, LIBRARY)
_FIELDS = frozenset(name for record in _RECORDS for name in record.names)


def mended(line: str, following: str) -> str | None:
    """The line with its text in quotation marks; None where the text may end elsewhere or be none."""
    parts = _LINE.fullmatch(line)
    if not parts or not parts["start"] or len(line) > LONGEST or not line.strip().isprintable():
        return None
    value = parts["value"].rstrip()
    if _NEVER_WITHIN.search(value) or _continues(line, following) or _two_fields(value):
        return None
    certain = value[0] in _SIGNS or (value[0].isalnum() and parts["start"].endswith(": "))
    return f'{parts["start"]}"{value}"' if certain else None


def _continues(line: str, following: str) -> bool:
    """Whether the next line stands further to the right, and so belongs to this one."""
    return bool(following.strip()) and _before(following, " ") > _before(line, " -")


def _two_fields(value: str) -> bool:
    """Whether a field's name is in the text: perhaps a line break was lost, and not a quotation mark."""
    return not _FIELDS.isdisjoint(re.findall(r"([a-z_]+):(?:\s|$)", value))


def _before(line: str, signs: str) -> int:
    return len(line) - len(line.lstrip(signs))

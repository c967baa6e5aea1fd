"""Ids of occasions, as people type them."""

import re
from datetime import date

from deskdiary.records.kinds import KINDS

_SHORT = re.compile(r"([a-z-]+)/([a-z0-9]+(?:-[a-z0-9]+)*)/(\d{4}-\d{2}-\d{2})")


def parse_short_id(text: str) -> tuple[str, str, date] | None:
    """Kind, subject and date of an id without the patron's part; None if it is no id of a known kind."""
    match = _SHORT.fullmatch(text)
    if match is None or match[1] not in KINDS:
        return None
    try:
        return match[1], match[2], date.fromisoformat(match[3])
    except ValueError:
        return None

"""What `for:` names in the diary and among the snoozes: an id of a known kind, or it settles nothing."""

import re
from collections.abc import Iterator

from deskdiary.checks.seen import Seen, error
from deskdiary.day.occasion_id import parse_short_id
from deskdiary.records.kinds import KINDS
from deskdiary.records.patron import Patron
from deskdiary.records.place import Said
from deskdiary.records.problem import Problem
from deskdiary.schema.nearness import nearest

_FORM = "Copy it from the card on Today or from the patron's page: loan-due/atlas-of-sound/2026-11-27, say."


def occasion_ids(seen: Seen) -> Iterator[Problem]:
    """An id that no occasion can have settles nothing, and puts nothing off."""
    for patron in seen.desk.patrons:
        for said in _named(patron):
            if parse_short_id(said.value) is None:
                message = "This is not the id of an occasion, so it settles nothing and puts nothing off."
                remedy, public = _remedy(said.value, patron.key), f"{message} {_FORM}"
                yield error(said.place, "bad-occasion-id", message, remedy, public)


def _named(patron: Patron) -> Iterator[Said[str]]:
    yield from (contact.settles for contact in patron.contacts if contact.settles)
    yield from (snooze.settles for snooze in patron.snoozed)


def _remedy(typed: str, key: str) -> str:
    """What was meant, where that is plain: the whole id, capitals, or a kind that is misspelt."""
    short = typed.removeprefix(f"{key}/")
    kind, slash, rest = short.partition("/")
    near = kind if kind in KINDS else nearest(kind, KINDS)
    meant = f"{near}{slash}{re.sub(r'[^a-z0-9/]+', '-', rest.lower()).strip('-')}"
    return f"Type {meant}" + "." if near and parse_short_id(meant) else _FORM

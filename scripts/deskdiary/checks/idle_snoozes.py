"""Snoozes of what is neither open nor to come: they put nothing off."""

from collections.abc import Iterator
from datetime import date

from deskdiary.checks.seen import Seen, notice, warning
from deskdiary.day.occasion_id import parse_short_id
from deskdiary.day.state import State
from deskdiary.records.contact import Snooze
from deskdiary.records.patron import Patron
from deskdiary.records.problem import Problem
from deskdiary.records.problem_codes import Code
from deskdiary.rules import RULES
from deskdiary.spans import plus_days

_WORTH_PUTTING_OFF = frozenset({State.OPEN, State.UPCOMING, State.SNOOZED})
_CODE: Code = "idle-snooze"


def idle_snoozes(seen: Seen) -> Iterator[Problem]:
    """Whoever put something off means it to come back; if there is nothing, the id has a slip in it."""
    for patron in seen.desk.patrons:
        for snooze in patron.snoozed:
            parsed = parse_short_id(snooze.settles.value)
            if parsed and _is_reckoned(parsed[0], parsed[2], seen):
                yield from _idle(patron, snooze, seen)


def _idle(patron: Patron, snooze: Snooze, seen: Seen) -> Iterator[Problem]:
    standing = seen.by_id.get(f"{patron.key}/{snooze.settles.value}")
    running = snooze.until.value > seen.on
    if standing is None and not running:
        message = "This snooze is over, and the notes know of no such occasion any more."
        yield notice(snooze.settles.place, _CODE, message, "Delete it if you like.")
    elif running and standing is None:
        message = "This snooze is for no occasion that the notes give rise to."
        remedy = "Copy the id from the card on Today or from the patron's page, or delete the snooze."
        yield warning(snooze.settles.place, _CODE, message, remedy)
    elif running and standing and standing.state not in _WORTH_PUTTING_OFF:
        message = f"This snooze puts nothing off: the occasion is {standing.state}."
        yield warning(snooze.settles.place, _CODE, message, "Delete the snooze.")


def _is_reckoned(kind: str, day: date, seen: Seen) -> bool:
    """Whether such an occasion would be among those of the day: what recurs is not, beyond the horizon."""
    known = any(rule.kind == kind for rule in RULES) and not seen.desk.library.is_off(kind)
    return known and (kind == "loan-due" or day <= plus_days(seen.on, seen.horizon))

"""The occasions of one patron on a day, each in one state; what was settled stays on the books."""

from collections.abc import Iterable, Iterator, Mapping

from deskdiary.day.occasion import Occasion
from deskdiary.day.occasion_id import parse_short_id
from deskdiary.day.settled import settled_by, snoozes
from deskdiary.day.state import Case, Standing, judge
from deskdiary.human_dates import long_date
from deskdiary.records.contact import Contact
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.rules import RULES
from deskdiary.rules.rule import Day, Rule

_LOOKING_AHEAD = tuple(rule for rule in RULES if rule.looks_ahead)


def standings(patron: Patron, desk: Desk, day: Day) -> Iterator[Standing]:
    """Every occasion of the patron, once, with its state on the day."""
    settled = settled_by(patron, day.on)
    snoozed = snoozes(patron)
    for occasion in occasions(patron, desk, day, settled).values():
        yield judge(Case(occasion, patron, desk, day.on, settled, snoozed))


def occasions(patron: Patron, desk: Desk, day: Day, settled: Mapping[str, Contact]) -> Mapping[str, Occasion]:
    """What the rules find in the notes, and what was settled though the notes no longer say it."""
    found = _found(RULES, patron, desk, day)
    for short_id, contact in settled.items():
        if short_id not in found:
            kept = _settled_before(patron, short_id, contact)
            found.update({short_id: kept} if kept else {})
    return found


def recurring(patron: Patron, desk: Desk, day: Day) -> Mapping[str, Occasion]:
    """What there is the more of, the further ahead one looks."""
    return _found(_LOOKING_AHEAD, patron, desk, day)


def _found(rules: Iterable[Rule], patron: Patron, desk: Desk, day: Day) -> dict[str, Occasion]:
    found: dict[str, Occasion] = {}
    for rule in rules:
        if desk.library.is_off(rule.kind):
            continue
        for occasion in rule.find(patron, desk, day):
            found.setdefault(occasion.short_id, occasion)
    return found


def _settled_before(patron: Patron, short_id: str, contact: Contact) -> Occasion | None:
    parsed = parse_short_id(short_id)
    if parsed is None:
        return None
    kind, subject, day = parsed
    text = f"{contact.about.value} ({long_date(contact.date.value)})"
    place = contact.settles.place if contact.settles else contact.date.place
    return Occasion(patron.key, kind, subject, day, None, None, None, (Reason(text, place),), contact)

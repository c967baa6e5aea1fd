"""What we do not yet know about people whom we see often: questions to ask the next time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.records.desk import Desk
from deskdiary.records.manner import left_alone
from deskdiary.records.patron import Patron
from deskdiary.spans import plus_days

OFTEN, IN_DAYS = 3, 365

_UNKNOWN: Mapping[str, Callable[[Patron, Desk], bool]] = {
    "phone": lambda patron, _: patron.phone is None,
    "email": lambda patron, _: patron.email is None and patron.address is None,
    "category": lambda patron, desk: patron.category is None or desk.category_of(patron) is None,
    "interests": lambda patron, _: not patron.interests,
    "language": lambda patron, _: patron.language is None,
    "prefers": lambda patron, desk: patron.prefers is None and not _of_category(patron, desk),
}
QUESTIONS: Mapping[str, str] = {
    "phone": "On what number may we call?",
    "email": "Is there an e-mail or postal address for what is better written?",
    "category": "Are they a student, on the staff, a visitor?",
    "interests": "What do they work on or read about?",
    "language": "In which language would they like to be written to?",
    "prefers": "How would they like to hear from us?",
}
"""The fields that are asked about, and the question for each."""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody we see often: on how many days within a year, and what the note does not say."""

    patron: str
    days: int
    unknown: tuple[str, ...]


def acquaintances(desk: Desk, on: date) -> tuple[Acquaintance, ...]:
    """Whoever we had to do with on three days or more within a year, and know too little of.

    Whoever is to be left alone is asked nothing.
    """
    found = (each for patron in desk.patrons for each in _known(patron, desk, on))
    return tuple(sorted(found, key=lambda each: (-each.days, each.patron)))


def _known(patron: Patron, desk: Desk, on: date) -> Iterator[Acquaintance]:
    days = len(_days_seen(patron, on))
    unknown = tuple(field for field, is_unknown in _UNKNOWN.items() if is_unknown(patron, desk))
    if days >= OFTEN and unknown and not left_alone(patron, desk):
        yield Acquaintance(patron.key, days, unknown)


def _days_seen(patron: Patron, on: date) -> set[date]:
    """The days within a year on which there was a contact, or on which they asked for something."""
    days = [contact.date.value for contact in patron.contacts if contact.happened]
    days += [request.asked.value for request in patron.requests]
    return {day for day in days if plus_days(on, -IN_DAYS) < day <= on}


def _of_category(patron: Patron, desk: Desk) -> bool:
    category = desk.category_of(patron)
    return bool(category and category.prefers)

"""What the diary of a patron settles and puts off, and when somebody was last in touch."""

from collections.abc import Mapping
from datetime import date

from deskdiary.records.contact import Contact, Snooze
from deskdiary.records.patron import Patron


def settled_by(patron: Patron, on: date) -> Mapping[str, Contact]:
    """The occasions that a contact on or before the day was for, each with the earliest such contact."""
    entries = sorted(patron.contacts, key=lambda contact: contact.date.value, reverse=True)
    return {
        contact.settles.value: contact for contact in entries if contact.settles and contact.date.value <= on
    }


def snoozes(patron: Patron) -> Mapping[str, Snooze]:
    """The occasions put off, each with the snooze that lasts longest."""
    entries = sorted(patron.snoozed, key=lambda snooze: snooze.until.value)
    return {snooze.settles.value: snooze for snooze in entries}


def last_contact(patron: Patron, on: date) -> Contact | None:
    """The newest entry by a day with which somebody was in touch; `not needed` is no contact."""
    happened = [contact for contact in patron.contacts if contact.happened and contact.date.value <= on]
    return max(happened, key=lambda contact: contact.date.value, default=None)

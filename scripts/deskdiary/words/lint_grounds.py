"""What of a note tells one person from others, what may be anybody's, and what the library says openly."""

import re
from collections.abc import Iterator

from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.words.blurb import blurb

_MARKS = re.compile(r"[*_`#>\[\]]")
# Headings are left out: "On lighthouses" is nobody's secret, and a title elsewhere.
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t].*$", re.MULTILINE)
_SENTENCE = re.compile(r"[.!?]\s+|\n\s*\n")


def personal(patron: Patron) -> Iterator[str]:
    """What tells a person from others, and what only staff should read of them."""
    yield from (name for name in _names(patron) if " " in name)
    yield from (said.value for said in (patron.email, patron.phone, patron.card) if said)
    yield from _house(patron)
    yield from (request.note.value for request in patron.requests if request.note)
    yield from (reminder.about.value for reminder in patron.reminders)
    yield from (contact.about.value for contact in patron.contacts)
    text = _MARKS.sub("", _HEADING.sub("\n", patron.body))
    yield from (line for line in _SENTENCE.split(text) if " " in line.strip())


def titles(patron: Patron) -> Iterator[str]:
    """What they have or asked for, and their names of one word: words that may stand in other texts too."""
    yield from (name for name in _names(patron) if " " not in name)
    yield from (loan.title.value for loan in patron.loans)
    yield from (loan.item.value for loan in patron.loans if loan.item)
    yield from (request.wanted.value for request in patron.requests)


def open_to_all(desk: Desk) -> Iterator[str]:
    """What the library calls itself, its staff, its resources and its lists."""
    yield desk.library.name
    yield from (name for resource in desk.resources for name in resource.names)
    yield from (said.value for resource in desk.resources for said in resource.announce_to)
    for staff in desk.library.staff.values():
        yield from (said.value for said in (staff.name, staff.email) if said)


def prose(desk: Desk) -> Iterator[str]:
    """What the library writes of its resources, as it goes into drafts."""
    for resource in desk.resources:
        yield blurb(resource.body)
        yield from (said.value for said in (resource.url, resource.access, resource.reason) if said)


def figures(number: str) -> str:
    """What is the same of a telephone number however it is written: its last figures, without the country."""
    return "".join(sign for sign in number if sign.isdecimal())[-9:]


def _house(patron: Patron) -> Iterator[str]:
    """Of an address the house and the street: the town below them is where others live as well."""
    lines = patron.address.value.splitlines() if patron.address else []
    yield from (line for number, line in enumerate(lines) if number == 0 or any(map(str.isdigit, line)))


def _names(patron: Patron) -> Iterator[str]:
    yield from (said.value for said in (patron.name, patron.greet) if said)

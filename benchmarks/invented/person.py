"""Who somebody is, and how they are reached: names of several languages, numbers and addresses of nobody."""

import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.invented.chance import happens
from benchmarks.invented.names import name, tongues
from benchmarks.invented.world import DEPARTMENTS, day_between, somewhere
from benchmarks.invented.yaml_lines import Detail
from deskdiary.slug import slug

CATEGORIES: Mapping[str, int] = {
    "undergraduate": 54,
    "postgraduate": 15,
    "academic": 12,
    "emeritus": 4,
    "staff": 6,
    "visitor": 9,
}
_TITLES = {
    "academic": ("Dr ", "Professor ", "Dr "),
    "emeritus": ("Professor ", "Dr "),
    "visitor": ("", "Mrs ", "Mr "),
}
STUDENTS = ("undergraduate", "postgraduate")
# Ofcom's numbers for drama, which ring nowhere: a thousand in each of these towns.
_NUMBERS = ("029 2018 0", "0161 496 0", "020 7946 0", "0113 496 0", "0117 496 0", "0151 496 0")
# In days.
_LONGEST_STUDY, _LONGEST = 1400, 9000
_ATTENTION = ("personal", "usual", "leave alone")
_RARELY_READ = ("emeritus", "visitor")
# In a hundred, how many have an e-mail address, a telephone, and an address for letters.
_HAVE = {"visitor": (55, 70, 40), "emeritus": (75, 90, 30)}
_HOURS = (
    "before noon",
    "after four",
    "Tuesday and Thursday, 2 to 4",
    "not on Mondays",
    "any time after lunch",
)


@dataclass(frozen=True, slots=True)
class Person:
    """What of a person the rest of the note depends on, and the first lines of their note."""

    category: str
    left_alone: bool
    notices_reach_them: bool
    since: date
    details: Detail = field(repr=False)


def person(source: Random, number: int) -> Person:
    """Somebody of a usual sort, with ways to reach them that fit."""
    category = source.choices(tuple(CATEGORIES), tuple(CATEGORIES.values()))[0]
    named = _named(source, category, number)
    reach = _reach(source, category, _email(source, str(named["name"]), category, number))
    manner = _manner(source, category, email=bool(reach["email"]), phone=bool(reach["phone"]))
    reads = manner["reads_email"] or ("rarely" if category in _RARELY_READ else "often")
    return Person(
        category=category,
        left_alone=manner["attention"] == "leave alone",
        notices_reach_them=reads == "often" and not manner["loan_reminders"],
        since=_since(source, category),
        details={**named, **reach, **manner},
    )


def _since(source: Random, category: str) -> date:
    """Since when they have been coming; newcomers are few by the end of November."""
    if happens(source, 10):
        return day_between(source, -150, -25)
    return day_between(source, -_LONGEST_STUDY if category in STUDENTS else -_LONGEST, -400)


def key(seed: int, number: int) -> str:
    """A key that says nothing: letters and digits in turn, so that it is no word, and no two alike."""
    letters, digits = string.ascii_lowercase, string.digits
    every = len(letters) ** 3 * len(digits) ** 2
    # Odd and no multiple of 5 or 13, so that the steps reach every key before one comes again.
    left, signs = (number * 1_118_033 + seed * 7919) % every, ""
    for alphabet in (letters, digits, letters, digits, letters):
        left, sign = divmod(left, len(alphabet))
        signs += alphabet[sign]
    return f"p-{signs}"


def _named(source: Random, category: str, number: int) -> dict[str, object]:
    tongue = source.choice(tongues())
    forename, surname = name(source, tongue)
    title = source.choice(_TITLES.get(category, ("",)))
    other = happens(source, 35) and tongue.tag == "cy"
    return {
        "name": f"{title}{forename} {surname}",
        "greet": forename if happens(source, 30) else None,
        "language": "cy" if other else None,
        "category": category,
        "department": source.choice(DEPARTMENTS) if category != "visitor" else None,
        "card": f"PV{100000 + number}",
    }


def _email(source: Random, name_: str, category: str, number: int) -> str:
    """An address made of the name, in letters that every mail server takes."""
    hosts = ("students.example.org",) if category in STUDENTS else ("example.org", "example.com")
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", name_) if not unicodedata.combining(letter)
    )
    return f"{slug(plain).replace('-', '.')[:40].strip('.')}.{number}@{source.choice(hosts)}"


def _reach(source: Random, category: str, email: str) -> dict[str, str | None]:
    chances = _HAVE.get(category, (99, 25, 2))
    has_email, has_phone, has_address = (happens(source, percent) for percent in chances)
    return {
        "email": email if has_email else None,
        "phone": _number(source) if has_phone or not has_email else None,
        "address": _address(source) if has_address else None,
    }


def _number(source: Random) -> str:
    return source.choice(_NUMBERS) + f"{source.randint(0, 999):03d}"


def _address(source: Random) -> str:
    street = source.choice(("Chapel Row", "Mill Lane", "Station Road"))
    return f"{source.randint(1, 120)} {street}\n{somewhere(source)}"


def _manner(source: Random, category: str, *, email: bool, phone: bool) -> dict[str, object]:
    reads = source.choice(("rarely", "often", "never" if phone else "rarely")) if happens(source, 4) else None
    ways = ("email", "in person") if email and reads != "never" else ("in person",)
    return {
        "prefers": source.choice(ways) if happens(source, 8) else None,
        "hours": source.choice(_HOURS) if happens(source, 14) else None,
        "reads_email": reads if email else "never",
        "attention": source.choices(_ATTENTION, (3, 2, 3))[0] if happens(source, 10) else None,
        "loan_reminders": "personal" if category == "academic" and happens(source, 5) else None,
        "notice_days": source.choice((2, 5, 8, 10)) if happens(source, 4) else None,
    }

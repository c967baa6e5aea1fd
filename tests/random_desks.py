"""Desks at random: small, crowded and full of coincidences, for what must hold of every desk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from deskdiary.records.contact import Contact, Snooze
from deskdiary.records.desk import Desk, desk_of
from deskdiary.records.library import Away, Category, Closure, Library, RuleSettings, Staff
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Said
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.records.resource import Resource, Trial
from deskdiary.rules import RULES
from deskdiary.slug import slug
from deskdiary.spans import Span

T = TypeVar("T")

# A few weeks, so that days coincide, with Easter among them.
DAYS = st.dates(date(2026, 3, 16), date(2026, 5, 8))
RESOURCES = ("atlas", "map-vault", "sound-shelf")
TITLES = ("Atlas of Sound", "Map Vault", "Żółte Mapy", "خرائط")
TOPICS = ("maps", "Oral  History")
STAFF = ("ep", "mh", "jl")
CATEGORIES = ("emeritus", "visitor")
NAMES = ("Ada Ames", "ada ames", "Émile Bee", "سمية الخطيب", "Lin Yuqing, née <b>")


def said(values: st.SearchStrategy[T], path: str = "patrons/p.md") -> st.SearchStrategy[Said[T]]:
    """A value and a place that says it."""
    return values.map(lambda value: Said(value, Place(path, 7)))


def perhaps(values: st.SearchStrategy[T]) -> st.SearchStrategy[Said[T] | None]:
    """The same, or nothing said."""
    return st.none() | said(values)


def one_of(*values: T) -> st.SearchStrategy[Said[T] | None]:
    """One of these values, or nothing said."""
    return st.sampled_from((None, *(Said(value, Place("patrons/p.md", 7)) for value in values)))


def few(values: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    """A few of them, or none."""
    return st.lists(values, max_size=most).map(tuple)


def some(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """One or two of them, more often than none."""
    return st.tuples(values) | st.tuples(values, values) | st.just(())


def spell(first: date, length: int) -> tuple[date, date]:
    """So many days on end, counted from 0."""
    return first, date.fromordinal(first.toordinal() + length)


SPELLS = st.builds(spell, DAYS, st.sampled_from((0, 1, 4, 11, 25, 40)))
SPANS = st.builds(Span, st.integers(1, 6), st.sampled_from(("day", "week", "month", "year")))
LONG_AGO = st.dates(date(2025, 3, 16), date(2025, 5, 8))
HOW_MANY = st.sampled_from((2, 1, 3, 0))
CHOICES = {
    "reads_email": one_of("often", "rarely", "never"),
    "attention": one_of("personal", "usual", "leave alone"),
    "prefers": one_of("email", "phone", "in person", "letter"),
}
NOTICE = one_of(0, 1, 2, 5, 12)


def _trial(days: tuple[date, date]) -> Trial:
    place = Place("resources/r.md", 3)
    return Trial(Said(days[0], place), Said(days[1], place))


def resources(key: str) -> st.SearchStrategy[Resource]:
    """A resource with this key."""
    return st.builds(
        Resource,
        key=st.just(key),
        path=st.just(f"resources/{key}.md"),
        title=said(st.sampled_from(TITLES), f"resources/{key}.md"),
        body=st.just("A *word* on it.\n\nMore.\n"),
        also_known_as=few(said(st.sampled_from(TITLES))),
        status=one_of("wanted", "trial", "held", "declined"),
        trial=st.builds(_trial, SPELLS) | st.none() | st.builds(_trial, SPELLS),
        available=said(DAYS) | st.none(),
        decided=said(DAYS) | st.none(),
        topics=some(said(st.sampled_from(TOPICS))),
        announce_to=few(said(st.sampled_from(("all-readers", "history")))),
    )


def _away(days: tuple[date, date], stand_in: str | None) -> Away:
    place = Place("library.yml", 9)
    return Away(Said(days[0], place), Said(days[1], place), Said(stand_in, place) if stand_in else None)


def staff(key: str) -> st.SearchStrategy[Staff]:
    """A member of staff, now and then away."""
    return st.builds(
        Staff,
        key=st.just(key),
        name=said(st.just(f"Staff {key}"), "library.yml"),
        email=st.none() | said(st.just(f"{key}@example.org"), "library.yml"),
        minutes_a_day=one_of(0, 8, 14, 30),
        away=few(st.builds(_away, SPELLS, st.none() | st.sampled_from(STAFF))),
    )


def categories(key: str) -> st.SearchStrategy[Category]:
    """A category that sets some of what a note can set."""
    return st.builds(
        Category,
        key=st.just(key),
        notice_days=NOTICE,
        keep_in_touch=perhaps(SPANS),
        newcomer_check=one_of(Span(2, "week"), Span(1, "month")),
        **CHOICES,
    )


def _closure(days: tuple[date, date]) -> Closure:
    place = Place("library.yml", 5)
    return Closure(Said(days[0], place), Said(days[1], place))


def libraries() -> st.SearchStrategy[Library]:
    """A library: its days, its staff, its categories and its rules."""
    return st.builds(
        Library,
        country=one_of("GB"),
        open=st.sets(st.integers(0, 6)).map(lambda days: tuple(Said(n, Place("library.yml")) for n in days)),
        closed=few(st.builds(_closure, SPELLS)),
        default_staff=one_of(*STAFF),
        default_category=one_of(*CATEGORIES),
        staff=st.just({}) | st.fixed_dictionaries({key: staff(key) for key in STAFF}),
        categories=st.fixed_dictionaries({key: categories(key) for key in CATEGORIES}),
        rules=st.dictionaries(
            st.sampled_from([rule.kind for rule in RULES]), st.just(RuleSettings(off=True)), max_size=1
        ),
    )


def _bare_patrons(key: str) -> st.SearchStrategy[Patron]:
    """A patron with all there is to be in touch about, and no diary yet."""
    return st.builds(
        Patron,
        key=st.just(key),
        path=st.just(f"patrons/{key}.md"),
        name=said(st.sampled_from(NAMES), f"patrons/{key}.md"),
        body=st.just(""),
        category=one_of(*CATEGORIES, "unknown"),
        email=one_of("someone@example.org"),
        phone=one_of("+44 29 2018 0101"),
        address=one_of("1 Chapel Row\nPorth Gwynt"),
        staff=one_of(*STAFF, "gone"),
        loan_reminders=one_of("personal"),
        keep_in_touch=perhaps(SPANS),
        since=perhaps(DAYS | LONG_AGO),
        reviewed=perhaps(LONG_AGO),
        interests=some(said(st.sampled_from(TOPICS))),
        lists=few(said(st.sampled_from(("all-readers", "history")))),
        loans=few(st.builds(Loan, said(st.sampled_from(TITLES)), said(DAYS)), 3),
        requests=few(st.builds(Request, said(st.sampled_from((*RESOURCES, *TITLES))), said(DAYS | LONG_AGO))),
        reminders=few(
            st.builds(Reminder, said(DAYS), said(st.sampled_from(("Ask", "Ring her\nup"))), perhaps(SPANS))
        ),
        notice_days=NOTICE,
        **CHOICES,
    )


def _ids(patron: Patron, shelf: tuple[Resource, ...]) -> Iterator[str]:
    """What an entry of the diary may be for: what the notes give rise to, and what they never did."""
    for loan in patron.loans:
        yield f"loan-due/{loan.subject}/{loan.due.value}"
    for reminder in patron.reminders:
        yield f"reminder/{slug(reminder.about.value)}/{reminder.date.value}"
    for resource in shelf:
        if resource.trial:
            yield f"trial-opens/{resource.key}/{resource.trial.first.value}"
            yield f"may-interest/{resource.key}/{resource.trial.first.value}"
    yield from ("loan-due/gone/2026-04-01", "arrived/atlas/2026-03-30", "no such thing")


@st.composite
def patrons(draw: st.DrawFn, key: str, shelf: tuple[Resource, ...]) -> Patron:
    """A patron and the diary of what was done and put off."""
    patron = draw(_bare_patrons(key))
    ids = said(st.sampled_from(list(_ids(patron, shelf))))
    contacts = st.builds(
        Contact,
        date=said(DAYS),
        how=said(st.sampled_from(("phone", "email", "other"))),
        about=said(st.just("Spoke of it")),
        settles=st.none() | ids,
        outcome=one_of("not needed", "will bring it"),
    )
    snoozed = st.builds(Snooze, ids, said(DAYS))
    return replace(patron, contacts=draw(few(contacts)), snoozed=draw(few(snoozed)))


@st.composite
def desks(draw: st.DrawFn) -> Desk:
    """A whole desk."""
    shelf = tuple(draw(resources(key)) for key in RESOURCES[: draw(HOW_MANY)])
    people = [draw(patrons(f"p-{number}", shelf)) for number in range(1, draw(HOW_MANY) + 1)]
    return desk_of(draw(libraries()), people, shelf)

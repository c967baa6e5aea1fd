"""What the people and things of an invented desk have in common: the day, topics, staff, lists."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from random import Random

TODAY = date(2026, 11, 24)
PATRONS_TO_A_TOPIC = 50
PATRONS_TO_A_COLLEAGUE = 500
FEWEST_TOPICS = 4

_ABOUT = (
    "maps", "folk song", "slate", "chapels", "botany", "migration", "harbours", "estate papers", "railways",
    "newspapers", "oral history", "textile trade", "school books", "place names", "weather records", "hymns",
    "upland farming", "bridges", "glassmaking", "field clubs", "lighthouses", "drumming", "parish registers",
    "lace", "canals", "beekeeping", "dialects", "stone walls", "market days", "coastal erosion", "tides",
    "bookbinding", "fungi", "pilgrimage", "clockmaking", "river fishing", "choirs", "orchards", "mosses",
    "theatre bills",
)  # fmt: skip
_WHERE = tuple(
    "".join(parts)
    for parts in product(
        ("Llan", "Aber", "Tre", "Pen", "Caer", "Bryn", "Nant", "Rhos", "Cwm", "Porth"),
        ("gwyl", "arfon", "eurydd", "faelog", "hedydd", "wenlli", "meirch", "dderwen", "garreg", "felin"),
    )
)
LISTS = (
    "all-readers", "history-staff", "celtic-studies", "geography-seminar", "music-research", "science-digest",
    "business-school", "visiting-readers", "law-updates", "maps-and-plans",
)  # fmt: skip
DEPARTMENTS = (
    "History", "Music", "Geology", "Welsh and Celtic Studies", "Geography", "Business School", "Law",
    "Sport Science", "Chemistry", "Theology", "Nursing", "Mathematics", "Modern Languages", "Estates Office",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on the staff: a key for notes, and a name."""

    key: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class World:
    """An invented library before anybody is in it."""

    seed: int
    patrons: int
    colleagues: tuple[Colleague, ...] = field(repr=False)
    topics: tuple[str, ...] = field(repr=False)

    @property
    def things(self) -> int:
        """How many resources: a tenth of the patrons, and one at least."""
        return max(1, self.patrons // 10)


def topics_for(patrons: int) -> tuple[str, ...]:
    """More topics where there are more people, so that as many people as ever share one.

    Otherwise a desk ten times as large would have a hundred times as much to tell.
    """
    wanted = max(FEWEST_TOPICS, patrons // PATRONS_TO_A_TOPIC)
    places = ("", *(f" of {where}" for where in _WHERE))
    return tuple(f"{about}{where}" for where in places for about in _ABOUT)[:wanted]


def somewhere(source: Random) -> str:
    """A place that is on no map."""
    return source.choice(_WHERE)


def day_between(source: Random, first: int, last: int) -> date:
    """A day so many days from today, counted from the first to the last."""
    return TODAY + timedelta(days=source.randint(first, last))

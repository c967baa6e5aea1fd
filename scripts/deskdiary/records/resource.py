"""A resource: something the library has, is trying out, is asked for, or has turned down."""

from dataclasses import dataclass
from datetime import date

from deskdiary.records.place import Said
from deskdiary.spans import plus_days

NEWS_FOR_DAYS = 60


@dataclass(frozen=True, slots=True, repr=False)
class Trial:
    """The days on which a resource can be tried. `first` and `last` both count."""

    first: Said[date]
    last: Said[date]


@dataclass(frozen=True, slots=True, repr=False)
class Resource:
    """One resource note. `body` is its Markdown, byte for byte."""

    key: str
    path: str
    title: Said[str]
    body: str
    body_line: int = 1
    also_known_as: tuple[Said[str], ...] = ()
    kind: Said[str] | None = None
    status: Said[str] | None = None
    trial: Trial | None = None
    available: Said[date] | None = None
    decided: Said[date] | None = None
    reason: Said[str] | None = None
    url: Said[str] | None = None
    access: Said[str] | None = None
    topics: tuple[Said[str], ...] = ()
    announce_to: tuple[Said[str], ...] = ()
    staff: Said[str] | None = None

    @property
    def standing(self) -> str:
        """`wanted`, `trial`, `held` or `declined`; a note that does not say is on trial or held."""
        if self.status:
            return self.status.value
        return "trial" if self.trial else "held"

    @property
    def arrival(self) -> Said[date] | None:
        """The day from which a held resource can be used, where the note names it."""
        return self.available if self.available and self.standing == "held" else None

    @property
    def news(self) -> tuple[date, date] | None:
        """From when until when it is news: its trial, or 60 days from when it can be used."""
        if self.trial and self.standing != "declined":
            return self.trial.first.value, self.trial.last.value
        arrival = self.arrival
        return (arrival.value, plus_days(arrival.value, NEWS_FOR_DAYS)) if arrival else None

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever people may call it: its key, its title, and what else it is known as."""
        return (self.key, self.title.value, *(name.value for name in self.also_known_as))

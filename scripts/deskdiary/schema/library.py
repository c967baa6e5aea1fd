"""The fields of `library.yml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import available_timezones

import holidays

from deskdiary.records.kinds import KINDS
from deskdiary.records.library import Away, Category, Closure, Library, RuleSettings, Staff
from deskdiary.records.place import Said
from deskdiary.records.written import Entries, Node, Scalar
from deskdiary.schema.collections import Keyed, ListOf
from deskdiary.schema.dates import Day
from deskdiary.schema.numbers import SpanOfTime, Weekday, Whole
from deskdiary.schema.patron import ATTENTION, NOTICE_DAYS, PREFERS, READS_EMAIL
from deskdiary.schema.record import Field, Kind, Record, nearest
from deskdiary.schema.sheet import Sheet
from deskdiary.spans import Span
from deskdiary.schema.texts import EmailAddress, LanguageTag, Line

AWAY = Record(
    "absence",
    (
        Field("from", Day(), "the first day away", required=True, attribute="first"),
        Field("to", Day(), "the last day away", required=True, attribute="last"),
        Field("cover", Line(64), "who stands in: a key of the staff"),
    ),
    Away,
)
STAFF = Record(
    "member of staff",
    (
        Field("name", Line(100), "as she signs", required=True),
        Field("email", EmailAddress(), "whom drafts are from"),
        Field("github", Line(39), "her name on the forge, for issues"),
        Field("minutes_a_day", Whole(0, 1440), "how long she has for follow-ups"),
        Field("away", ListOf(AWAY, "absence"), "when she is away, and who covers"),
    ),
    Staff,
)
CATEGORY = Record(
    "category",
    (
        Field("label", Line(100), "what the category is called"),
        Field("attention", ATTENTION, "as in a patron's note"),
        Field("prefers", PREFERS, "as in a patron's note"),
        Field("reads_email", READS_EMAIL, "as in a patron's note"),
        Field("notice_days", NOTICE_DAYS, "as in a patron's note"),
        Field("keep_in_touch", SpanOfTime(), "as in a patron's note"),
        Field("newcomer_check", SpanOfTime(), "how long after joining to see how they are getting on"),
    ),
    Category,
)
_CLOSURE = Record(
    "closure",
    (
        Field("from", Day(), "the first closed day", required=True, attribute="first"),
        Field("to", Day(), "the last closed day", required=True, attribute="last"),
    ),
    Closure,
)
OPEN_DAYS = Whole(0, 60)
SETTINGS: Mapping[str, Mapping[str, Kind]] = {
    "loan-due": {"notice_days": NOTICE_DAYS},
    "trial-opens": {"within": OPEN_DAYS},
    "trial-closing": {"before_end": OPEN_DAYS},
    "arrived": {"within": OPEN_DAYS},
    "declined": {"within": OPEN_DAYS},
    "may-interest": {"within": OPEN_DAYS},
    "request-waiting": {"every": SpanOfTime()},
    "newcomer": {"within": OPEN_DAYS},
    "note-review": {"after": SpanOfTime()},
    "reminder": {},
    "keep-in-touch": {},
}


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """One closed day, or the first and last of several."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> object | None:
        """The closure, a single day being its own first and last."""
        if isinstance(node, Scalar):
            day = Day().read(node, sheet, name)
            return Closure(day, day) if day else None
        return _CLOSURE.read(node, sheet)

    def schema(self) -> Mapping[str, object]:
        """A date, or an object with two."""
        return {"oneOf": [Day().schema(), _CLOSURE.schema()]}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by their kinds, each `off` or with settings of its own."""

    @property
    def absent(self) -> Mapping[str, RuleSettings]:
        """Every rule as it comes."""
        return {}

    def read(self, node: Node, sheet: Sheet, name: str) -> Mapping[str, RuleSettings]:
        """The settings of every kind that is named."""
        if not isinstance(node, Entries):
            sheet.error(
                node.place,
                "not-a-record",
                f"{name} sets kinds of occasion.",
                "Write `kind: off`, or its settings.",
            )
            return {}
        return dict(self._rules(node, sheet))

    def _rules(self, node: Entries, sheet: Sheet) -> Iterator[tuple[str, RuleSettings]]:
        seen: set[str] = set()
        for key, value in node.pairs:
            if key.text not in KINDS:
                near = nearest(key.text, tuple(kind.replace("-", "_") for kind in KINDS))
                remedy = (
                    f"Did you mean {near.replace('_', '-')}?" if near else f"Kinds are: {', '.join(KINDS)}."
                )
                sheet.error(key.place, "unknown-kind", "This is no kind of occasion.", remedy)
            elif key.text in seen:
                sheet.error(key.place, "duplicate-field", f"`{key.text}` is set already.", "Set it once.")
            else:
                seen.add(key.text)
                yield key.text, self._settings(key.text, value, sheet)

    def _settings(self, kind: str, node: Node, sheet: Sheet) -> RuleSettings:
        if isinstance(node, Scalar):
            if node.text.strip() in {"off", "Off", "OFF"}:
                return RuleSettings(off=True)
            if not node.empty:
                sheet.error(
                    node.place, "bad-rule", "A rule is off, or has settings.", f"Write `{kind}: off`."
                )
            return RuleSettings()
        return _settings_of(kind).read(node, sheet) or RuleSettings()  # type: ignore[return-value]

    def schema(self) -> Mapping[str, object]:
        """An object of the kinds."""
        kinds = {kind: {"oneOf": [{"const": "off"}, _settings_of(kind).schema()]} for kind in SETTINGS}
        return {"type": ["object", "null"], "properties": kinds, "additionalProperties": False}


def _settings_of(kind: str) -> Record:
    fields = tuple(Field(name, setting, f"of {kind}") for name, setting in SETTINGS[kind].items())
    return Record("rule's settings", fields, _rule_settings)


def _rule_settings(**settings: Said[int] | Said[Span] | None) -> RuleSettings:
    """Counts of open days and spans of time, apart: the fields left out are the rule's own affair."""
    numbers: dict[str, Said[int]] = {}
    spans: dict[str, Said[Span]] = {}
    for name, said in settings.items():
        if said is not None and isinstance(said.value, Span):
            spans[name] = Said(said.value, said.place)
        elif said is not None:
            numbers[name] = Said(said.value, said.place)
    return RuleSettings(numbers=numbers, spans=spans)


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A time zone as the IANA database names it."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The zone, where there is one of that name."""
        said = Line(64).read(node, sheet, name)
        if said is None or said.value in available_timezones():
            return said
        sheet.error(
            said.place,
            "bad-timezone",
            "There is no time zone of this name.",
            "Type one such as Europe/London.",
        )
        return None

    def schema(self) -> Mapping[str, object]:
        """A string."""
        return {"type": ["string", "null"]}


@dataclass(frozen=True, slots=True)
class Country:
    """A country whose public holidays are known."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The country's two letters."""
        said = Line(64).read(node, sheet, name)
        if said is None or said.value in holidays.list_supported_countries(include_aliases=False):
            return said
        message = "The public holidays of this country are not known."
        sheet.error(said.place, "bad-country", message, "Type the country's two capital letters, such as GB.")
        return None

    def schema(self) -> Mapping[str, object]:
        """Two capital letters."""
        return {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"}


LIBRARY = Record(
    "library",
    (
        Field("library", Line(200), "the library's name"),
        Field("timezone", TimeZone(), "the time zone that decides which day it is: Europe/London"),
        Field("country", Country(), "whose public holidays are closed days: GB"),
        Field("subdivision", Line(20), "the part of the country, as the holidays package names it: WLS"),
        Field("open", ListOf(Weekday(), "weekday"), "the weekdays that are open; mon to fri if left out"),
        Field("closed", ListOf(ClosedDays(), "closed day"), "days that are closed besides"),
        Field("language", LanguageTag(), "the language to write in unless a note says otherwise"),
        Field("default_staff", Line(64), "who looks after whoever has nobody"),
        Field("default_category", Line(64), "the category of whoever has none"),
        Field("staff", Keyed(STAFF), "the members of staff, by short keys"),
        Field("categories", Keyed(CATEGORY), "the categories of patron, by keys"),
        Field("rules", Rules(), "settings of the rules, or `off`"),
        Field("site_url", Line(2000), "where the staff site is"),
        Field("today", Day(), "fixes the day: for examples only"),
    ),
    Library,
)

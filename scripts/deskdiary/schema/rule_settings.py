"""How a library sets the rules: off, or with numbers and spans of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from deskdiary.records.kinds import CAP
from deskdiary.records.library import RuleSettings
from deskdiary.records.place import Place, Said
from deskdiary.records.written import Entries, Node, Scalar
from deskdiary.schema.nearness import nearest
from deskdiary.schema.numbers import SpanOfTime, Whole
from deskdiary.schema.patron import NOTICE_DAYS
from deskdiary.schema.record import Field, Kind, Record, say_twice
from deskdiary.schema.sheet import Sheet
from deskdiary.spans import Span

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
    CAP: {"contacts": Whole(0, 100), "in_days": Whole(1, 366)},
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by their kinds, each `off` or with settings of its own."""

    @property
    def absent(self) -> Mapping[str, RuleSettings]:
        """Every rule as it comes."""
        return {}

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "kinds of occasion, each `off` or with its settings"

    def read(self, node: Node, sheet: Sheet, name: str) -> Mapping[str, RuleSettings]:
        """The settings of every kind that is named."""
        if not isinstance(node, Entries):
            message = f"{name} sets kinds of occasion, each on a line of its own."
            sheet.error(node.place, "not-a-record", message, "Write `loan-due: off`, or its settings.")
            return {}
        return dict(self._rules(node, sheet))

    def _rules(self, node: Entries, sheet: Sheet) -> Iterator[tuple[str, RuleSettings]]:
        seen: dict[str, Place] = {}
        for key, value in node.pairs:
            if key.lost or (isinstance(value, Scalar) and value.lost):
                continue
            if key.text not in SETTINGS:
                near = nearest(key.text, SETTINGS)
                remedy = f"Did you mean {near}?" if near else f"Kinds are: {', '.join(SETTINGS)}."
                sheet.error(key.place, "unknown-kind", "This is no kind of occasion.", remedy)
            elif key.text in seen:
                say_twice(key, seen[key.text], sheet)
            else:
                seen[key.text] = key.place
                yield key.text, self._settings(key.text, value, sheet)

    def _settings(self, kind: str, node: Node, sheet: Sheet) -> RuleSettings:
        if isinstance(node, Scalar):
            if node.text.strip() in {"off", "Off", "OFF"}:
                return RuleSettings(off=True)
            if not node.empty:
                message = "A rule is off, or has settings of its own."
                sheet.error(node.place, "bad-rule", message, f"Write `{kind}: off`, or leave the line out.")
            return RuleSettings()
        return _settings_of(kind).read(node, sheet) or RuleSettings()  # type: ignore[return-value]

    def schema(self) -> Mapping[str, object]:
        """An object of the kinds."""
        kinds = {kind: {"oneOf": [{"const": "off"}, _settings_of(kind).schema()]} for kind in SETTINGS}
        return {"type": ["object", "null"], "properties": kinds, "additionalProperties": False}


@cache
def _settings_of(kind: str) -> Record:
    fields = tuple(Field(name, setting, f"of {kind}") for name, setting in SETTINGS[kind].items())
    return Record("rule", fields, _rule_settings)


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

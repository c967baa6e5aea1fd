"""The insight as one JSON document, stable and sorted; its schema is `schemas/insight.schema.json`."""

from collections.abc import Mapping
from typing import TypeVar

from deskdiary.insight.contacts import Contacts
from deskdiary.insight.effect import Effect, Tally
from deskdiary.insight.insight import Insight
from deskdiary.insight.notices import Category
from deskdiary.insight.occasions import Occasions
from deskdiary.insight.proposals import Proposal
from deskdiary.insight.questions import QUESTIONS, Acquaintance
from deskdiary.insight.work import Work
from deskdiary.records.library import PATH

Name = TypeVar("Name", bound=str)


def insight_document(found: Insight) -> Mapping[str, object]:
    """Counts and keys: fit to be shown to whoever may not read the notes."""
    together = found.proposals.together
    return {
        "on": str(found.on),
        "notes": {"patrons": found.patrons, "resources": found.resources},
        "occasions": _occasions(found.occasions),
        "contacts": _contacts(found.contacts),
        "work": _work(found.work),
        "missed": [
            {
                "kind": kind,
                "missed": each.missed,
                "lapsed": each.lapsed,
                "overdue": each.overdue,
                "patrons": list(each.patrons),
            }
            for kind, each in found.missed.items()
        ],
        "categories": [_category(each) for each in found.categories],
        "proposals": [_proposal(each) for each in found.proposals.each],
        "together": _effect(together) if together else None,
        "questions": [_questions(each) for each in found.acquaintances],
    }


def _occasions(found: Occasions) -> Mapping[str, object]:
    return {
        "months": [
            {"month": f"{first:%Y-%m}", "states": _named(states)} for first, states in found.months.items()
        ],
        "kinds": {kind: _named(states) for kind, states in found.kinds.items()},
        "earlier": found.earlier,
        "later": found.later,
    }


def _contacts(found: Contacts) -> Mapping[str, object]:
    return {
        "months": [
            {
                "month": f"{first:%Y-%m}",
                "personal": dict(month.personal),
                "not_needed": month.not_needed,
                "lists": month.lists,
            }
            for first, month in found.months.items()
        ],
        "people": found.people,
        "through_lists_alone": found.through_lists_alone,
    }


def _work(found: Work) -> Mapping[str, object]:
    return {
        "weeks": [
            {"from": str(monday), "done": week.done, "ahead": week.ahead, "capacity": week.capacity}
            for monday, week in found.weeks.items()
        ],
        "staff": [
            {"staff": key, "follow_ups": load.follow_ups, "minutes": load.minutes, "capacity": load.capacity}
            for key, load in found.loads.items()
        ],
        "until": str(found.until),
    }


def _category(each: Category) -> Mapping[str, object]:
    return {"category": each.key, "people": each.people, "notices": _named(each.readings)}


def _proposal(each: Proposal) -> Mapping[str, object]:
    change = each.change
    return {
        "category": change.category,
        "asking": each.asking,
        "people": each.people,
        "change": {
            "path": PATH,
            "line": change.line,
            "where": str(change.where),
            "before": change.before,
            "after": change.after,
        },
        "effect": _effect(each.effect),
    }


def _effect(found: Effect) -> Mapping[str, object]:
    return {"before": _tally(found.before), "after": _tally(found.after)}


def _tally(found: Tally) -> Mapping[str, object]:
    return {
        "states": _named(found.states),
        "channels": _named(found.channels),
        "minutes": found.minutes,
    }


def _questions(each: Acquaintance) -> Mapping[str, object]:
    asked = [{"field": field, "question": QUESTIONS[field]} for field in each.unknown]
    return {"patron": each.patron, "days": each.days, "ask": asked}


def _named(counts: Mapping[Name, int]) -> Mapping[str, int]:
    return {str(name): count for name, count in counts.items()}

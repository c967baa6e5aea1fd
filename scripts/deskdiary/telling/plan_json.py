"""The plan as one JSON document, stable and sorted; its schema is `schemas/plan.schema.json`."""

from collections.abc import Mapping

import msgspec

from deskdiary.day.follow_up import FollowUp
from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing
from deskdiary.records.problem import Problem


def plan_document(plan: Plan) -> Mapping[str, object]:
    """The whole reckoning of a day."""
    return {
        "on": str(plan.on),
        "library": plan.desk.library.name,
        "counts": {str(state): count for state, count in plan.counts.items()},
        "follow_ups": [follow_up_document(each) for each in plan.follow_ups],
        "occasions": [standing_document(each) for each in plan.standings],
        "problems": [problem_document(each) for each in plan.problems],
    }


def as_json(document: Mapping[str, object]) -> str:
    """A document as text: the same bytes for the same document, with a line break at the end."""
    return json_bytes(document).decode()


def json_bytes(document: Mapping[str, object]) -> bytes:
    """The same in UTF-8, as it is written: a plan of thousands of people is not held in memory twice."""
    return msgspec.json.format(msgspec.json.encode(document, order="sorted"), indent=2) + b"\n"


def follow_up_document(each: FollowUp) -> Mapping[str, object]:
    """One follow-up; `reach` and `draft` are null where there is none."""
    return {
        "patron": each.patron.key,
        "name": each.patron.name.value,
        "staff": each.duty.key,
        "channel": str(each.way.channel),
        "reach": each.way.reach,
        "due": each.due,
        "overdue": each.overdue,
        "minutes": each.minutes,
        "beyond_capacity": each.beyond_capacity,
        "occasions": [standing.occasion.id for standing in each.standings],
        "draft": each.draft,
    }


def standing_document(each: Standing) -> Mapping[str, object]:
    """One occasion with its state and every reason for it; days are left to JSON to write."""
    occasion = each.occasion
    return {
        "id": occasion.id,
        "patron": occasion.patron,
        "kind": occasion.kind,
        "subject": occasion.subject,
        "date": occasion.date,
        "opens": occasion.opens,
        "due": occasion.due,
        "closes": occasion.closes,
        "state": each.state,
        "why": [
            {"text": reason.text, "path": reason.place.path, "line": reason.place.line} for reason in each.why
        ],
    }


def problem_document(each: Problem) -> Mapping[str, object]:
    """One problem and its remedy."""
    return {
        "path": each.place.path,
        "line": each.place.line,
        "column": each.place.column,
        "severity": str(each.severity),
        "code": each.code,
        "message": each.message,
        "remedy": each.remedy,
    }

"""Problems as one JSON document; its schema is `schemas/check.schema.json`."""

from collections.abc import Mapping

from deskdiary.day.plan import Plan
from deskdiary.telling.plan_json import problem_document


def problems_document(plan: Plan) -> Mapping[str, object]:
    """Every problem, and how many notes could be read."""
    return {
        "problems": [problem_document(each) for each in plan.problems],
        "notes": {"patrons": len(plan.desk.patrons), "resources": len(plan.desk.resources)},
    }

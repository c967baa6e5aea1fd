"""The steps of a sync as one JSON document; its schema is `schemas/issues.schema.json`."""

from collections.abc import Mapping

from deskdiary.issues.back import Heard
from deskdiary.issues.known import Proposal
from deskdiary.issues.steps import Assign, Close, Make, Open, Step, Update


def steps_document(proposal: Proposal, heard: Heard) -> Mapping[str, object]:
    """What is to be written down, the steps, and what is held; keys only, and no issue's text."""
    return {
        "notes": [
            {
                "issue": each.number,
                "patron": each.about,
                "verb": each.verb,
                "until": each.until and str(each.until),
                "not_needed": bool(each.told and each.told.not_needed),
            }
            for each in heard.sayings
        ],
        "steps": [_step(each) for each in proposal.steps],
        "held": [{"issue": each.number, "about": each.about, "why": each.why} for each in proposal.held],
    }


def _step(step: Step) -> Mapping[str, object]:
    """Every step says the same four things, null where they do not apply."""
    return {
        "step": type(step).__name__.lower(),
        "issue": None if isinstance(step, Make | Open) else step.number,
        "about": step.label.name if isinstance(step, Make) else step.about,
        "why": _why(step),
    }


def _why(step: Step) -> str | None:
    if isinstance(step, Update):
        return ", ".join(step.changed)
    if isinstance(step, Assign):
        return step.login
    return step.why if isinstance(step, Close) else None

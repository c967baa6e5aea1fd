"""All that the page Insight and `deskdiary insight` tell, as one value worked out from a plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.day.plan import Plan
from deskdiary.insight.contacts import Contacts, contacts
from deskdiary.insight.missed import Missed, missed
from deskdiary.insight.notices import Category, categories
from deskdiary.insight.occasions import Occasions, occasions
from deskdiary.insight.proposals import Proposals, proposals
from deskdiary.insight.questions import Acquaintance, acquaintances
from deskdiary.insight.work import Work, work


@dataclass(frozen=True, slots=True)
class Insight:
    """Counts and keys: there is no name, no title and no reason in it."""

    on: date
    patrons: int
    resources: int
    occasions: Occasions
    contacts: Contacts
    work: Work
    missed: Mapping[str, Missed]
    categories: tuple[Category, ...]
    proposals: Proposals
    acquaintances: tuple[Acquaintance, ...]


def insight(plan: Plan) -> Insight:
    """What a plan and its notes add up to."""
    return Insight(
        on=plan.on,
        patrons=len(plan.desk.patrons),
        resources=len(plan.desk.resources),
        occasions=occasions(plan),
        contacts=contacts(plan),
        work=work(plan),
        missed=missed(plan),
        categories=tuple(categories(plan.desk)),
        proposals=proposals(plan),
        acquaintances=acquaintances(plan.desk, plan.on),
    )

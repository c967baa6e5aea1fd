"""`deskdiary explain`: why an occasion is in the state it is in."""

from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.options import On, Root, asked
from deskdiary.day.explain import explain as explained
from deskdiary.day.plan import Plan
from deskdiary.refusal import Refusal
from deskdiary.telling.explanation import explanation
from deskdiary.telling.plainly import plainly

Id = Annotated[str, typer.Argument(help="An occasion, such as p-k7f2/loan-due/30117742/2026-11-27.")]


def explain(context: typer.Context, occasion: Id, root: Root = None, on: On = None) -> None:
    """Show every step that led to one occasion's state, each with the line that says so."""
    plan = plan_of(asked(context, root, on))
    found = explained(plan, occasion)
    if found is None:
        raise Refusal(f"there is no occasion {plainly(occasion)} on {plan.on}.{_hint(plan, occasion)}")
    typer.echo(explanation(found), nl=False)


def _hint(plan: Plan, part: str) -> str:
    near = [each.occasion.id for each in plan.standings if part and part in each.occasion.id]
    if not near:
        return " `deskdiary plan --json` lists them all."
    return "".join(["\nDid you mean one of these?", *(f"\n  {each}" for each in near)])

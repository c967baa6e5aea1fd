"""`deskdiary explain`: why an occasion is in the state it is in."""

from collections.abc import Iterable
from typing import Annotated

import typer

from deskdiary.cli.looking import Looked, looked_at
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.told import told
from deskdiary.refusal import Refusal

Id = Annotated[str, typer.Argument(help="An occasion, such as p-k7f2/loan-due/30117742/2026-11-27.")]


def explain(context: typer.Context, occasion: Id, root: Root = None, on: On = None) -> None:
    """Show every step that led to one occasion's state, each with the line that says so."""
    looked = looked_at(asked(context, root, on))
    typer.echo(told(looked, f"explain {occasion}", lambda: _told(looked, occasion)), nl=False)


def _told(looked: Looked, occasion: str) -> str:
    # Only now, since it may have been told already.
    from deskdiary.cli.gathering import gathered  # noqa: PLC0415
    from deskdiary.day.explain import explain as explained  # noqa: PLC0415
    from deskdiary.telling.explanation import explanation  # noqa: PLC0415
    from deskdiary.telling.plainly import plainly  # noqa: PLC0415

    plan = gathered(looked).plan
    found = explained(plan, occasion)
    if found is None:
        hint = _hint((each.occasion.id for each in plan.standings), occasion)
        raise Refusal(f"there is no occasion {plainly(occasion)} on {plan.on}.{hint}")
    return explanation(found)


def _hint(ids: Iterable[str], part: str) -> str:
    near = [each for each in ids if part and part in each]
    if not near:
        return " `deskdiary plan --json` lists them all."
    return "".join(["\nDid you mean one of these?", *(f"\n  {each}" for each in near)])

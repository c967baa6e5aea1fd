"""`deskdiary issues`: follow-ups as issues of the forge, and into the notes what is said there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

import typer

from deskdiary.cli.answering import answer
from deskdiary.cli.forges import forge_named
from deskdiary.cli.gathering import plan_of
from deskdiary.cli.hearing import hear, write_down
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.stepping import take
from deskdiary.day.plan import Plan
from deskdiary.issues.back import Heard
from deskdiary.issues.deciding import propose
from deskdiary.issues.forge import Forge
from deskdiary.issues.known import Known, Proposal
from deskdiary.issues.labels import names_of
from deskdiary.issues.settings import manner_of
from deskdiary.publishing.verdict import Refused
from deskdiary.refusal import Refusal
from deskdiary.telling.plan_json import as_json
from deskdiary.telling.steps_json import steps_document
from deskdiary.telling.steps_text import held_text, not_taken, steps_text, strangers_text

issues = typer.Typer(help="Follow-ups as issues of the forge.", no_args_is_help=True)
Apply = Annotated[bool, typer.Option("--apply", help="Take the steps; without it, they are only printed.")]
MassClose = Annotated[
    bool, typer.Option("--allow-mass-close", help="Close many at once, though nobody saw to them.")
]
Repository = Annotated[
    str,
    typer.Option(
        "--repository",
        envvar=["GITHUB_REPOSITORY", "CI_PROJECT_PATH"],
        metavar="OWNER/NAME",
        help="The repository on the forge.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="The steps as one JSON document.")]
Number = Annotated[int, typer.Argument(help="The issue's number.", min=1, metavar="NUMBER")]
WRITTEN_FIRST = "what was said there is written down first"


@issues.callback()
def _issues() -> None:
    """Follow-ups as issues of the forge."""


@issues.command()
def sync(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    *,
    apply: Apply = False,
    allow_mass_close: MassClose = False,
    json: AsJson = False,
    repository: Repository = "",
    root: Root = None,
    on: On = None,
) -> None:
    """Print the steps from the issues that stand to those that should; with --apply, take them.

    What staff ticked, closed or put off there is first written into the notes, committed and pushed. The
    token comes from the environment, and what is printed has keys only.
    """
    if apply and json:
        raise typer.BadParameter("It shows steps that are not taken: leave out --apply.", param_hint="--json")
    wanted, forge = asked(context, root, on), forge_named(repository)
    refuse_unless_private(forge)
    plan, standing, names = plan_of(wanted), forge.marked(), names_of(forge.labels())
    heard = hear(plan, standing, names)
    held: Mapping[int, str] = {each.number: WRITTEN_FIRST for each in heard.sayings}
    if apply:
        held = write_down(heard, wanted)
        plan = plan_of(wanted) if heard.sayings else plan
    known = _known(Known(plan, standing, names, heard.last, held), forge)
    proposal = propose(known, allow_mass_close=allow_mass_close)
    typer.echo(held_text(proposal, heard), err=True, nl=False)
    if proposal.refusal:
        raise Refusal(proposal.refusal)
    if not apply:
        _print(proposal, heard, json=json)
        return
    take(proposal, known, forge)
    if held:
        raise Refusal("some of what was said on issues could not be written into the notes: see above.")


@issues.command()
def form(
    context: typer.Context, number: Number, *, repository: Repository = "", root: Root = None, on: On = None
) -> None:
    """Write down, commit and push what an issue says that is a filled-in form; answer, empty and close it.

    Whoever filled it in has to be one of the staff. What is printed says nothing of what they typed.
    """
    wanted, forge = asked(context, root, on), forge_named(repository)
    refuse_unless_private(forge)
    written = answer(forge, number, wanted)
    told = "written down." if written else "not written down. The answer there says why."
    typer.echo(f"Issue {number}: {told}")


def _known(known: Known, forge: Forge) -> Known:
    """The same, with what the forge says of itself; staff whom it does not take are told of."""
    takes, strangers = staff_taken(known.plan, forge)
    typer.echo(strangers_text(strangers), err=True, nl=False)
    return replace(known, manner=manner_of(known.plan.desk.library, forge.address_of), takes=takes)


def refuse_unless_private(forge: Forge) -> None:
    """Issues are for the staff alone: where that is not proven, nothing is asked any further."""
    verdict = forge.verdict()
    if isinstance(verdict, Refused):
        raise Refusal("\n  ".join(("this repository is not proven private.", *verdict.reasons)))


def staff_taken(plan: Plan, forge: Forge) -> tuple[frozenset[str], tuple[str, ...]]:
    """The forge's names of the staff on duty that issues can be given to, and the keys of the other staff."""
    takes: set[str] = set()
    strangers: dict[str, None] = {}
    for each in plan.by_staff:
        github = each.staff.github if each.staff else None
        if github and forge.may_write(github.value):
            takes.add(github.value)
        elif github and each.key:
            strangers[each.key] = None
    return frozenset(takes), tuple(strangers)


def _print(proposal: Proposal, heard: Heard, *, json: bool) -> None:
    if json:
        typer.echo(as_json(steps_document(proposal, heard)), nl=False)
    else:
        typer.echo(steps_text(proposal, heard) + not_taken(proposal, heard), nl=False)

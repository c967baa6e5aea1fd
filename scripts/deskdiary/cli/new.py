"""`deskdiary new patron` and `deskdiary new resource`: a note made from options, or from answers."""

import secrets
from collections.abc import Mapping
from typing import Annotated

import typer

from deskdiary.cli.keeping import Commit, Keeping, Push, keep_new
from deskdiary.cli.meant import refuse_strangers
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.saying import plan_and_keeping
from deskdiary.day.plan import Plan
from deskdiary.recording.new_note import neutral_key, new_note
from deskdiary.records.problem import Severity
from deskdiary.refusal import Refusal
from deskdiary.schema.file_names import check_name
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Record
from deskdiary.schema.resource import RESOURCE
from deskdiary.slug import slug

new = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Begin a note.")
Key = Annotated[
    str, typer.Option("--key", help="The note's key; else one that says nothing, or the title's.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", help="Any field: --field hours='before noon'.", metavar="NAME=TEXT"),
]
Name = Annotated[str, typer.Option("--name", help="As a person would say it. Left out, you are asked.")]
Title = Annotated[str, typer.Option("--title", help="Its proper title. Left out, you are asked.")]
ASKED_OF_PATRONS = ("greet", "category", "department", "card", "email", "phone", "staff", "interests")
ASKED_OF_RESOURCES = ("kind", "status", "available", "url", "topics", "staff")


@new.command()
def patron(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    *,
    name: Name = "",
    fields: Fields = None,
    key: Key = "",
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """A note on a patron, who has joined today unless you say otherwise."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    given = {"since": str(plan.on), **_given(PATRON, fields), **({"name": name} if name else {})}
    values = given if name else _asked(PATRON, ("name", *ASKED_OF_PATRONS), {**_customs(plan), **given})
    refuse_strangers(plan, values)
    taken = frozenset(each.key for each in plan.desk.patrons)
    chosen = key or neutral_key(iter(lambda: secrets.randbelow(1000), -1), taken)
    _make("patrons", chosen, PATRON, values, keeping)


@new.command()
def resource(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    *,
    title: Title = "",
    fields: Fields = None,
    key: Key = "",
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """A note on something that people ask for."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    given = {**_given(RESOURCE, fields), **({"title": title} if title else {})}
    values = given if title else _asked(RESOURCE, ("title", *ASKED_OF_RESOURCES), given)
    refuse_strangers(plan, {"staff": values.get("staff", "")})
    _make("resources", key or slug(values["title"])[:64].strip("-"), RESOURCE, values, keeping)


def _make(folder: str, key: str, record: Record, values: Mapping[str, str], keeping: Keeping) -> None:
    path = f"{folder}/{key}.md"
    for problem in check_name(f"{key}.md", path):
        if problem.severity is not Severity.NOTICE:
            raise typer.BadParameter(problem.message, param_hint="--key")
    if any((keeping.root / folder).rglob(f"{key}.md")):
        raise Refusal(f"there is a note {key} already. Choose another key.")
    keep_new(path, record, new_note(record, values).encode(), keeping)
    typer.echo(path)


def _customs(plan: Plan) -> Mapping[str, str]:
    """What holds at this library unless somebody says otherwise, for the answers to begin with."""
    library = plan.desk.library
    customs = {"category": library.default_category, "staff": library.default_staff}
    return {name: said.value for name, said in customs.items() if said}


def _given(record: Record, fields: list[str] | None) -> Mapping[str, str]:
    pairs = [each.partition("=") for each in fields or ()]
    for name, _, _ in pairs:
        if name not in record.names:
            one_of = ", ".join(record.names)
            raise typer.BadParameter(f"There is no field {name}. There are: {one_of}.", param_hint="--field")
    return {name: text for name, _, text in pairs}


def _asked(record: Record, names: tuple[str, ...], known: Mapping[str, str]) -> Mapping[str, str]:
    """The answers; Enter takes what is in brackets, or leaves the field out."""
    meanings = {field.name: field.meaning for field in record.fields}
    answers = {
        name: typer.prompt(
            f"{name} ({meanings[name]})",
            default=known.get(name, None if name == names[0] else ""),
            show_default=bool(known.get(name)),
            err=True,
        )
        for name in names
    }
    return {**known, **answers}

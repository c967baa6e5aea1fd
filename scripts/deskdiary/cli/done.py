"""`deskdiary done`: occasions seen to, written into the patrons' diaries."""

from typing import Annotated

import typer

from deskdiary.cli.keeping import Commit, Push, keep
from deskdiary.cli.meant import complete_occasion, the_colleague, the_occasion
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.saying import About, By, HowTo, plan_and_keeping, said
from deskdiary.recording.seen_to import Told, seen_to

Ids = Annotated[
    list[str],
    typer.Argument(
        help="Occasions, or a part of each that fits no other.",
        autocompletion=complete_occasion,
        metavar="ID…",
    ),
]
NotNeeded = Annotated[
    bool, typer.Option("--not-needed", help="It settled itself: he brought the book back before you rang.")
]


def done(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    ids: Ids,
    *,
    by: By = None,
    how: HowTo = None,
    about: About = None,
    not_needed: NotNeeded = False,
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """Write down that an occasion is seen to. Nothing else in the note is touched."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    found = tuple(dict.fromkeys(the_occasion(plan, each) for each in ids))
    told = Told(the_colleague(plan, by), how and str(how), said(about), not_needed)
    keep(seen_to(plan, found, told), keeping, "done")
    for each in found:
        typer.echo(f"Done: {each.occasion.id}")

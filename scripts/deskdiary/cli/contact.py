"""`deskdiary contact`: a visit or a call that nothing called for, and what was asked for."""

from typing import Annotated

import typer

from deskdiary.cli.keeping import Commit, Push, keep
from deskdiary.cli.meant import Key, the_colleague, the_patron
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.saying import About, By, How, plan_and_keeping, said
from deskdiary.recording.visit import Visit, visited

IN_PERSON = How("in person")
HowSeen = Annotated[How, typer.Option("--how", help="How you were in touch.")]
Asks = Annotated[
    list[str] | None,
    typer.Option("--asks", help="A title they asked for; may be given again.", metavar="TITLE"),
]


def contact(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    patron: Key,
    *,
    about: About = None,
    asks: Asks = None,
    how: HowSeen = IN_PERSON,
    by: By = None,
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """Write down a visit or a call, and what they asked for."""
    titles = tuple(title for each in asks or () if (title := said(each)))
    if not said(about) and not titles:
        raise typer.BadParameter("Say what it was about, or what they asked for.", param_hint="--about")
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    found = the_patron(plan, patron)
    visit = Visit(str(how), said(about) or "", the_colleague(plan, by), titles)
    keep((visited(plan, found, visit),), keeping, "contact")
    typer.echo(f"Written down: {found.key}")

"""The options by which people say what they did, the same for every verb that writes."""

from enum import StrEnum
from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.keeping import Keeping
from deskdiary.cli.meant import complete_colleague
from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan
from deskdiary.schema.patron import HOW

How = StrEnum("How", {option.replace(" ", "_").upper(): option for option in HOW.options})  # type: ignore[misc]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        help="Who was in touch; else whoever looks after them.",
        metavar="KEY",
        autocompletion=complete_colleague,
    ),
]
HowTo = Annotated[How | None, typer.Option("--how", help="How; else as the day's plan has it.")]
About = Annotated[str | None, typer.Option("--about", help="What was said, in your own words.")]


def plan_and_keeping(asked: Asked, *, commit: bool, push: bool) -> tuple[Plan, Keeping]:
    """The day's plan, and where what is said goes."""
    plan = plan_of(asked)
    country = plan.desk.library.country
    return plan, Keeping(asked.folder, plan.on, country.value if country else None, commit, push)


def said(text: str | None) -> str | None:
    """What was typed, its line ends made ordinary ones; None where it is blank."""
    return "\n".join(text.split("\r\n")).strip() or None if text else None

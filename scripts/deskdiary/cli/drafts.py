"""`deskdiary drafts`: a file for every follow-up that is written or spoken, or drafts in a mail account."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from deskdiary.cli.drafting import Drafted, drafted
from deskdiary.cli.looking import looked_at
from deskdiary.cli.options import On, Root, asked
from deskdiary.day.channel import Channel
from deskdiary.records.desk import Desk
from deskdiary.records.problem import Problem
from deskdiary.refusal import Refusal
from deskdiary.shells.drafts_folder import account, put_drafts
from deskdiary.shells.kept_folder import keep_folder
from deskdiary.telling.plainly import plainly
from deskdiary.telling.plurals import counted
from deskdiary.words.calendar import CALENDAR, calendar
from deskdiary.words.draft import Draft
from deskdiary.words.message import draft_bytes, message_bytes, message_id

OF_DRAFTS = frozenset({"bad-wording", "draft-held-back", "wording-not-read"})
Out = Annotated[
    Path | None,
    typer.Option("--out", help="The folder to write into; made if missing.", file_okay=False),
]
Imap = Annotated[
    bool,
    typer.Option("--imap", help="Put your e-mails into the drafts folder of the account in DESKDIARY_IMAP."),
]
Whose = Annotated[str | None, typer.Option("--staff", help="Only this member of staff's.", metavar="KEY")]


def drafts(
    context: typer.Context,
    out: Out = None,
    imap: Imap = False,
    staff: Whose = None,
    root: Root = None,
    on: On = None,
) -> None:
    """Write the drafts: .eml files that open in a mail program, .txt cards and letters, an .ics calendar."""
    if out is None and not imap:
        raise typer.BadParameter("Say where the drafts are to go: --out FOLDER, --imap, or both.")
    day = drafted(looked_at(asked(context, root, on)))
    chosen = tuple(_chosen(day, staff))
    if out is not None:
        _write(out, chosen, day, staff)
    if imap:
        _put(chosen, day.plan.desk, staff)
    typer.echo("Nothing has been sent: read them over first.", err=True)
    _tell(problem for problem in day.plan.problems if problem.code in OF_DRAFTS)


def _chosen(day: Drafted, staff: str | None) -> Iterable[Draft]:
    known = tuple(day.plan.desk.library.staff)
    if staff is not None and staff not in known:
        one_of = ", ".join(known) or "nobody: library.yml names no staff"
        raise typer.BadParameter(f"There is no such key. The keys are: {one_of}.", param_hint="--staff")
    return (draft for draft in day.drafts if staff is None or (draft.staff and draft.staff.key == staff))


def _write(out: Path, chosen: tuple[Draft, ...], day: Drafted, staff: str | None) -> None:
    files = {draft.file: draft_bytes(draft) for draft in chosen}
    for file in keep_folder(out, {**files, CALENDAR: calendar(day.plan, staff)}):
        typer.echo(str(file))
    typer.echo(
        f"{counted(len(chosen), 'draft')} for {day.plan.on}, and a calendar of the fortnight.", err=True
    )


def _put(chosen: tuple[Draft, ...], desk: Desk, staff: str | None) -> None:
    """Into an account go the drafts of whoever it belongs to: a colleague's would be signed by another."""
    whose = account()
    own = staff or _owner(whose.user, desk)
    mails = {
        message_id(draft): message_bytes(draft)
        for draft in chosen
        if draft.channel is Channel.EMAIL and draft.staff and draft.staff.key == own
    }
    put = put_drafts(whose, mails)
    typer.echo(
        f"{counted(put.new, 'draft')} put into the drafts folder, {put.there} there already.", err=True
    )


def _owner(user: str, desk: Desk) -> str:
    """The member of staff whose address is the account's."""
    for key, each in desk.library.staff.items():
        if each.email and each.email.value.casefold() == user.casefold():
            return key
    raise Refusal("nobody in library.yml has this account's address: say whose drafts with --staff KEY.")


def _tell(problems: Iterable[Problem]) -> None:
    """What was held back, by keys alone. Exit 1 where anything was."""
    told = [f"{problem.place}: {problem.in_public}" for problem in problems]
    for each in told:
        typer.echo(plainly(each), err=True)
    if told:
        raise typer.Exit(1)

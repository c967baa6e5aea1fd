"""What changed between the plan of an earlier day and this one's, told."""

from datetime import date

import typer

from deskdiary.cli.gathering import gathered, plan_of_earlier
from deskdiary.cli.looking import Looked
from deskdiary.cli.options import Asked
from deskdiary.day.changes import changes
from deskdiary.telling.changes import changes_document, changes_text
from deskdiary.telling.plan_json import as_json


def changed_since(wanted: Asked, looked: Looked, since: date, json: bool) -> str:
    """Every occasion whose state is another than on that day, and why."""
    after = gathered(looked).plan
    timezone = after.desk.library.timezone
    before = plan_of_earlier(wanted, since, timezone.value if timezone else None)
    if not before.as_they_were:
        typer.echo("Git knows no notes of that day, so they are taken as they are now.", err=True)
    found = tuple(changes(before.plan, after))
    if json:
        return as_json(changes_document(since, after.on, found))
    return changes_text(since, after.on, found)

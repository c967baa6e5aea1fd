"""A filled-in form that stands as an issue: written into the note, answered, emptied and closed."""

from deskdiary.cli.options import Asked
from deskdiary.cli.saying import plan_and_keeping
from deskdiary.cli.untouched import Untouched, told_in_full
from deskdiary.cli.writing_down import write_down
from deskdiary.issues.forge import Forge
from deskdiary.issues.issue import How, Issue, Written
from deskdiary.refusal import Refusal

TITLE, BODY = "Written down", "It stands in the note now."


def answer(forge: Forge, number: int, asked: Asked) -> bool:
    """Whether it is in the note now. The answer on the issue says so, or why not; then it stays open."""
    issue = forge.issue(number)
    if issue is None or issue.closing:
        raise Refusal(f"issue {number} is closed, or not there any more.")
    if not issue.trusted:
        raise Refusal(f"whoever filled in issue {number} may not write to the repository.")
    told, written = _written(issue, asked)
    if written:
        # Before anything else: while it is open, a second run would write it down again.
        forge.write(number, Written(TITLE, BODY, issue.labels, How.COMPLETED))
    forge.say(number, _as_it_stands(told))
    return written


def _written(issue: Issue, asked: Asked) -> tuple[str, bool]:
    plan, keeping = plan_and_keeping(asked, commit=True, push=True)
    try:
        return f"Written down: {write_down(issue.body, issue.by, plan, keeping)}", True
    except Refusal as refusal:
        return f"Refused: {refusal}", False
    except Untouched as untouched:
        return f"Refused: {told_in_full(untouched.unsafe)}", False


def _as_it_stands(text: str) -> str:
    """Indented by four: nothing in it is a mention, a link or a command."""
    return "\n".join(f"    {line}" for line in text.splitlines())

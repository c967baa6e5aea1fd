"""A filled-in form's text, made into the change of a note that it asks for."""

import secrets
from collections.abc import Iterator, Mapping
from datetime import date

from deskdiary.cli.keeping import Keeping, keep, keep_new
from deskdiary.cli.meant import refuse_strangers, the_loan, the_patron
from deskdiary.cli.untouched import Untouched
from deskdiary.day.plan import Plan
from deskdiary.edits.unsafe import Unsafe
from deskdiary.folding import fold
from deskdiary.recording.filled_in import FilledIn, filled_in
from deskdiary.recording.forms import ASKED, PATRON, RENEWED
from deskdiary.recording.loans import renewed
from deskdiary.recording.new_note import neutral_key, new_note
from deskdiary.recording.visit import Visit, stands_already, visited
from deskdiary.records.patron import Patron
from deskdiary.refusal import Refusal
from deskdiary.schema.patron import HOW
from deskdiary.schema.patron import PATRON as PATRON_FIELDS


def write_down(text: str | None, author: str | None, plan: Plan, keeping: Keeping) -> str:
    """Write what a form says into the note it is about. Gives the note's key."""
    by, form = _colleague(plan, author), _read(text)
    try:
        return _begun(form.answers, plan, keeping) if form.form is PATRON else _noted(form, by, plan, keeping)
    except Untouched as untouched:
        # The lines to paste stay out of it: what is told here may be shown to others.
        raise Untouched(Unsafe(untouched.unsafe.place, untouched.unsafe.why)) from None


def _read(text: str | None) -> FilledIn:
    form = None if text is None else filled_in(text)
    if form is None:
        raise Refusal("this is none of our forms, or its headings were changed.")
    if form.missing:
        raise Refusal(f"there is no answer to: {' '.join(form.missing)}")
    return form


def _colleague(plan: Plan, author: str | None) -> str | None:
    """Only the staff write into notes: whoever else may fill in forms is refused."""
    if author is None:
        return None
    for key, staff in plan.desk.library.staff.items():
        if staff.github and staff.github.value.casefold() == author.casefold():
            return key
    raise Refusal("whoever filled this in is not among the staff in library.yml (the field github).")


def _noted(form: FilledIn, by: str | None, plan: Plan, keeping: Keeping) -> str:
    """The same form again, since a run ended before anybody saw an answer, changes nothing."""
    answers = form.answers
    patron = the_patron(plan, answers["who"], aloud=False)
    if form.form is RENEWED:
        loan = the_loan(patron, answers.get("loan", ""), aloud=False)
        until = _date(answers["until"])
        if until == loan.due.value:
            return patron.key
        if until < loan.due.value:
            raise Refusal(f"the loan is due on {loan.due.value} already.")
        keep((renewed(patron, loan, until),), keeping, "renewed")
        return patron.key
    titles = (answers["title"],) if form.form is ASKED else ()
    visit = Visit(_how(answers["how"]), answers.get("about", ""), by, titles)
    if not stands_already(plan, patron, visit):
        keep((visited(plan, patron, visit),), keeping, "contact")
    return patron.key


def _begun(answers: Mapping[str, str], plan: Plan, keeping: Keeping) -> str:
    refuse_strangers(plan, answers)
    note = new_note(PATRON_FIELDS, {**answers, "since": str(plan.on)}, answers.get("text", "")).encode()
    for begun in _begun_today(plan, answers["name"]):
        if (keeping.root / begun.path).read_bytes() == note:
            return begun.key
        # One person who was written down twice would be two on every page.
        another = "If this is somebody else: deskdiary new patron"
        raise Refusal(f"a note on a person of this name was begun today: {begun.key}. {another}")
    taken = frozenset(each.key for each in plan.desk.patrons)
    key = neutral_key(iter(lambda: secrets.randbelow(1000), -1), taken)
    keep_new(f"patrons/{key}.md", PATRON_FIELDS, note, keeping)
    return key


def _begun_today(plan: Plan, name: str) -> Iterator[Patron]:
    for each in plan.desk.patrons:
        if each.since and each.since.value == plan.on and fold(each.name.value) == fold(name):
            yield each


def _how(answer: str) -> str:
    if answer not in HOW.options:
        raise Refusal(f"how you were in touch is one of: {', '.join(HOW.options)}.")
    return answer


def _date(answer: str) -> date:
    try:
        return date.fromisoformat(answer)
    except ValueError:
        raise Refusal("type the day as year-month-day, such as 2026-11-30.") from None

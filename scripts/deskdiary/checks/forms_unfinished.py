"""Forms that are turned on in `library.yml` before it says where the notes are kept."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, error
from deskdiary.records.forms import NONE
from deskdiary.records.problem import Problem

_EXAMPLES = {"repository": "vale-library/desk", "host": "https://git.example.org"}


def forms_unfinished(seen: Seen) -> Iterator[Problem]:
    """A form that cannot find the notes is of no use to anybody."""
    forms = seen.desk.library.forms
    if forms is None or forms.missing is None or not seen.library_is_sound:
        return
    message = f"The forms work with {forms.forge.value}, and no {forms.missing} is given."
    remedy = f"Add a line `{forms.missing}: {_EXAMPLES[forms.missing]}` below it, or type {NONE} here."
    yield error(forms.forge.place, "forms-unfinished", message, remedy)

"""Notes put through a form: what the page of forms reads and writes, run in Node without the page."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deskdiary.forms.fields import shapes
from deskdiary.forms.pickers import Pickers
from deskdiary.schema.patron import PATRON
from deskdiary.schema.resource import RESOURCE
from form_program import form_modules
from processes import TOP
from serving import PATIENCE, program

_NODE = Path(__file__).parent / "node" / "through_the_form.mjs"
SCRIPT = TOP / "scripts" / "deskdiary" / "site" / "forms" / "notes.js"
_PICK = Pickers({}, {}, {}, ("atlas", "map-vault"))
SHAPES: Mapping[str, Mapping[str, object]] = {
    "patrons": shapes(PATRON, _PICK),
    "resources": shapes(RESOURCE, _PICK),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A note, and what somebody changes in its form: values by their fields, or an entry that is added."""

    text: str
    changes: Mapping[str, object] = field(default_factory=dict)
    folder: str = "patrons"


@dataclass(frozen=True, slots=True)
class Saved:
    """What is written, or why nothing is."""

    text: str = ""
    refused: str = ""


def put_through(filled: Iterable[Filled]) -> list[Saved]:
    """What becomes of each note, in one run of Node."""
    lines = [
        json.dumps({"shape": SHAPES[each.folder], "text": each.text, "changes": each.changes})
        for each in filled
    ]
    command = [program("node"), str(_NODE), str(form_modules()), str(SCRIPT)]
    given = "\n".join(lines)
    done = subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", timeout=4 * PATIENCE, check=True
    )
    answers = [Saved(**json.loads(line)) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines)
    return answers


def saved(text: str, **changes: object) -> str:
    """One patron's note with these changes."""
    (answer,) = put_through([Filled(text, changes)])
    assert not answer.refused, answer.refused
    return answer.text

"""The forge that keeps the notes, as the page of forms is told of it: where it is, and the repository."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.records.forms import FORGES, Forms
from deskdiary.records.place import Said
from deskdiary.records.written import Node
from deskdiary.schema.record import Field, Record
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import Choice, Line

_NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text of one shape, since it goes into an address; `example` is one to type it by."""

    pattern: str
    example: str
    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return f"as in `{self.example}`"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The text, where it has the shape."""
        said = Line().read(node, sheet, name)
        if said is None or (re.fullmatch(self.pattern, said.value) and ".." not in said.value):
            return said
        sheet.error(
            said.place, "bad-forge", f"This is no {name} of a forge.", f"Type it as in {self.example}."
        )
        return None

    def schema(self) -> Mapping[str, object]:
        """A string of that shape."""
        return {"type": ["string", "null"], "pattern": f"^{self.pattern}$"}


FORMS = Record(
    "setting of the forms",
    (
        Field(
            "forge",
            Choice(FORGES),
            "what keeps the notes; `none`: a folder on your own machine",
            required=True,
        ),
        Field(
            "repository", Shaped(rf"{_NAME}(/{_NAME})+", "vale-library/desk"), "the repository's name there"
        ),
        Field(
            "branch",
            Shaped(r"[A-Za-z0-9][A-Za-z0-9_./-]{0,99}", "main"),
            "the branch that the notes are on",
            default="the repository's own",
        ),
        Field(
            "host",
            Shaped(r"https://[a-z0-9][a-z0-9.-]{0,199}(:[0-9]{1,5})?", "https://git.example.org"),
            "a forge of your own",
            default="github.com or gitlab.com",
        ),
    ),
    Forms,
)

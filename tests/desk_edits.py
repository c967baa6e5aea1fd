"""A small desk, and what colleagues do to it from one look at its site to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LIBRARY = """
# library.yml
library: Small Library
today: 2026-11-24
staff: {ep: {name: Elin Pryce}}
default_staff: ep
"""
NOTES = """
name: Ann Hughes
email: ann@example.org
interests: [maps]
loans: [{title: Sea Roads, due: 2026-11-26}]

# patrons/p-b2b2.md
name: Bob Rees
phone: 029 2018 0146
reads_email: rarely
requests: [{for: atlas, asked: 2026-06-02}]

# patrons/p-c3c3.md
name: Cerys Lloyd

# resources/atlas.md
title: The Atlas
trial: {from: 2026-11-20, to: 2026-12-18}
topics: [maps]
"""
ANN, BOB, CERYS, NEW = (f"patrons/p-{key}.md" for key in ("test", "b2b2", "c3c3", "d4d4"))
ATLAS = "resources/atlas.md"


def everything(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


@dataclass(frozen=True)
class Edit:
    """Something a colleague does to the desk between two builds."""

    name: str
    make: Callable[[Path], None]

    def __repr__(self) -> str:
        return self.name


def writes(path: str, text: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / path).parent.mkdir(exist_ok=True)
        note = path.startswith(("patrons/", "resources/"))
        (root / path).write_text(f"---\n{text}\n---\n" if note else text, encoding="utf-8")

    return write


def takes_away(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink(missing_ok=True)


SETTING = "library: Small Library\ntoday: 2026-11-2{}\nstaff: {{ep: {{name: {}}}}}\n"
EDITS = (
    Edit("a loan is renewed", writes(ANN, "name: Ann Hughes\nloans: [{title: Sea, due: 2026-12-24}]")),
    Edit(
        "a name of the same letters", writes(ANN, "name: Ann Huhges\nloans: [{title: Sea, due: 2026-11-26}]")
    ),
    Edit("a newcomer", writes(NEW, "name: O'Brien & Sons\nrequests: [{for: The Atlas, asked: 2026-11-20}]")),
    Edit("the newcomer leaves", takes_away(NEW)),
    Edit("somebody leaves", takes_away(BOB)),
    Edit("somebody comes back", writes(BOB, "name: Bob Rees\nprefers: phone\nphone: 029 2018 0146")),
    Edit("a trial is over", writes(ATLAS, "title: Y Map Mawr\nstatus: declined\ndecided: 2026-11-20")),
    Edit("a note is broken", writes(CERYS, "phone: 029")),
    Edit("a note is mended", writes(CERYS, "name: Cerys Llwyd")),
    Edit("a name that Markdown has its own thoughts on", writes(CERYS, 'name: "Cerys\u3000Llwyd"')),
    Edit("a colleague's name", writes("library.yml", SETTING.format(4, "Elin Rhys"))),
    Edit("the next day", writes("library.yml", SETTING.format(5, "Elin Pryce"))),
    Edit(
        "a page by hand", writes("docs/rota.md", "# Rota\n\n[Ann](patrons/p-test.md), [today](index.md).\n")
    ),
    Edit("a wording of one's own", writes("wording/loan-due.email.txt", "Your loan is due.\n")),
)

"""A desk in a folder, read as the command line reads it, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from deskdiary.day.plan import Plan, reckon
from deskdiary.records.problem import Problem, Severity
from deskdiary.shells.reading.desk import read_desk, read_library

THE_DAY = date(2026, 11, 24)
LIBRARY = "library: Small Library\ntimezone: Europe/London\ncountry: GB\n"
NOTE = "---\nname: Ida Quill\n---\n"


def read(root: Path, on: date = THE_DAY) -> Plan:
    """The plan of the desk in a folder."""
    return reckon(read_desk(root, read_library(root, on), on), on)


def put(root: Path, files: Mapping[str, str | bytes], library: str = LIBRARY) -> Path:
    """The files of a desk put where they belong."""
    for path, content in {"library.yml": library, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def problems(root: Path, files: Mapping[str, str | bytes], library: str = LIBRARY) -> tuple[Problem, ...]:
    """What is wrong with a desk of these files."""
    return read(put(root, files, library)).problems


def patron(root: Path, lines: str) -> tuple[Problem, ...]:
    """What is wrong with a patron of these details."""
    return problems(root, {"patrons/p-test.md": f"---\n{lines}\n---\n"})


def told(found: Iterable[Problem]) -> list[tuple[str, int, int, str, str]]:
    """Each problem's path, line, column, severity and code."""
    return [
        (each.place.path, each.place.line, each.place.column, str(each.severity), each.code) for each in found
    ]


def worst(found: Iterable[Problem]) -> str:
    """`error`, `warning`, or `ok` where nothing is more than a notice."""
    severities = {each.severity for each in found}
    return next((str(one) for one in (Severity.ERROR, Severity.WARNING) if one in severities), "ok")

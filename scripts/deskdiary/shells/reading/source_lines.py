"""The lines that problems stand on, as they are in the files: for showing them, and nothing else."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from deskdiary.records.problem import Problem
from deskdiary.shells.reading.note_file import Unreadable, read_text


def source_lines(root: Path, problems: Iterable[Problem]) -> Mapping[tuple[str, int], str]:
    """Each such line, by its file's path and its number; none of a file that cannot be read as text."""
    wanted: dict[str, set[int]] = {}
    for problem in problems:
        wanted.setdefault(problem.place.path, set()).add(problem.place.line)
    found: dict[tuple[str, int], str] = {}
    for path, numbers in wanted.items():
        lines = _lines(root, path)
        found |= {(path, number): lines[number - 1] for number in numbers if 0 < number <= len(lines)}
    return found


def _lines(root: Path, path: str) -> list[str]:
    try:
        text = read_text(root / path, path)
    except (Unreadable, ValueError):
        return []
    return [line.removesuffix("\r") for line in text.split("\n")]

"""A desk of invented people and things, of any size: `python -m benchmarks.desks 10000 DIR --seed 7`."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.invented.library import library, world_of
from benchmarks.invented.note import File
from benchmarks.invented.patrons import patron
from benchmarks.invented.things import things_of


def desk_files(patrons: int, seed: int) -> Iterator[File]:
    """Every file of the desk: so many patrons, a tenth as many resources. The same seed, the same bytes."""
    world = world_of(patrons, seed)
    things = things_of(world)
    yield library(world)
    yield from (thing.file for thing in things)
    asked_for = tuple(thing for thing in things if thing.asked_for)
    yield from (patron(world, asked_for, number) for number in range(patrons))


def write_desk(patrons: int, folder: Path, seed: int) -> int:
    """Put the desk into a folder that is new or empty, and say how many files that is."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} has something in it already.")
    for name in ("patrons", "resources"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    written = 0
    for file in desk_files(patrons, seed):
        (folder / file.path).write_text(file.text, encoding="utf-8", newline="\n")
        written += 1
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: how many patrons, and where."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks.desks", description=__doc__)
    reader.add_argument(
        "patrons", type=int, help="how many patrons; a tenth as many resources come with them"
    )
    reader.add_argument("folder", type=Path, help="a folder that is new or empty")
    reader.add_argument("--seed", type=int, default=7, help="another number makes other people (default: 7)")
    asked = reader.parse_args(arguments)
    try:
        files = write_desk(asked.patrons, asked.folder, asked.seed)
    except FileExistsError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    sys.stdout.write(f"{files} files are in {asked.folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

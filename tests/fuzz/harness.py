"""Notes at random, for as long as one likes: nothing that anybody can put into a file may raise.

    .venv/bin/python tests/fuzz/harness.py --inputs 500000
    .venv/bin/python tests/fuzz/harness.py --seconds 600 --seed 7

Begins with the corpus of bad notes and changes them. Where `atheris` is installed (it comes for Linux alone,
so it is none of the project's needs), `--atheris` lets coverage guide the changes; what follows goes to it:

    .venv/bin/python tests/fuzz/harness.py --atheris -max_total_time=600 -max_len=4000
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deskdiary.day.plan import reckon
from deskdiary.pages.note_body import body_html
from deskdiary.records.desk import desk_of
from deskdiary.records.library import Library
from deskdiary.records.patron import Patron
from deskdiary.records.problem import in_order
from deskdiary.records.resource import Resource
from deskdiary.schema.patron import PATRON
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.reading.note import note_of
from deskdiary.telling.problems_github import problems_github
from deskdiary.telling.problems_text import problems_text

THE_DAY = date(2026, 11, 24)
CORPUS = Path(__file__).parents[1] / "notes" / "corpus"
_FOUND = Path(__file__).parents[2] / ".cache" / "fuzz"
_LONGEST_SEED = 4000
_PIECES = (
    b"---\n", b"\n---\n", b"...\n", b": ", b":", b"- ", b"? ", b"|", b">", b"&a ", b"*a", b"!x ", b"#",
    b" #3", b"[", b"]", b"{", b"}", b"'", b'"', b"\\", b"\t", b"\r\n", b"\r", b"\x00", b"\x1b[2J",
    b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\xa0", b"\xe2\x80\x8b",
    b"\xee\x80\x80", b"<<: ", b"<<<<<<< x\n", b"=======\n", b">>>>>>> y\n", b"<!--", b"<b>", b"![a](//b)",
    b"[a](x:y)", b"2026-11-30", b"30/11/2026", b"99999999999", b"0.1e999", b"NaN", b"next friday",
    b"name: ", b"email: ", b"loans:\n  - title: x\n",
    b"contacts: [{date: 2026-11-01, how: phone, about: x, for: ", b"keep_in_touch: 9999 years\n",
    b"reminders: [{date: 0001-01-01, about: x, every: 1 day}]\n", b"since: 9999-12-31\n", b"> " * 30,
    b"  " * 30, b"[" * 30, b"`" * 3, b"%", b"@", b",", b"~", b"a@b.c", b"+44 20 7946 0018", b"x" * 300,
)  # fmt: skip


def one_input(data: bytes) -> None:
    """Read the bytes as a patron and a resource, reckon the day, tell what is wrong: none of it raises."""
    sheet = Sheet("patrons/p-test.md", THE_DAY, "GB")
    patron = note_of(data, "p-test", PATRON, sheet)
    other = Sheet("resources/r-test.md", THE_DAY, "GB", sheet.problems)
    resource = note_of(data, "r-test", RESOURCE, other)
    lines = data.count(b"\n") + 2
    for problem in in_order(tuple(sheet.problems)):
        assert problem.message, problem.code
        assert problem.remedy, problem.code
        assert 1 <= problem.place.line <= lines, problem
        assert problem.place.column >= 1, problem
    desk = desk_of(
        Library(),
        [patron] if isinstance(patron, Patron) else [],
        [resource] if isinstance(resource, Resource) else [],
        sheet.problems,
    )
    assert desk.patrons or desk.resources or desk.problems, "a note is lost in silence"
    plan = reckon(desk, THE_DAY)
    assert problems_text(plan)
    assert problems_github(plan.problems).count("\n") == len(plan.problems)
    for body in (*(each.body for each in desk.patrons), *(each.body for each in desk.resources)):
        body_html(body)


def seeds() -> tuple[bytes, ...]:
    """The notes of the corpus, as far as they are short enough to be changed by the thousand."""
    return tuple(
        content for file in sorted(CORPUS.glob("*.md")) if len(content := file.read_bytes()) < _LONGEST_SEED
    )


def changed(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The bytes with a few changes: pieces put in, cut out, doubled, swapped for another note's."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        data = chance.choice(CHANGES)(data, chance, others)
    return data[:20_000]


def _put_in(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_PIECES) + data[at:]


def _cut_out(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 1, 2, 5, 30)) :]


def _another_byte(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _line_again(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    taken = chance.choice((data, chance.choice(others))).split(b"\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(taken))
    return b"\n".join(lines)


def _line_away(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _line_moved(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    lines[number] = b" " * chance.randrange(9) + lines[number].lstrip()
    return b"\n".join(lines)


CHANGES: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (
    _put_in, _put_in, _cut_out, _another_byte, _line_again, _line_away, _line_moved,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tried:
    """How many inputs were tried, and the slowest of them in seconds."""

    inputs: int
    slowest: float


def inputs(seed: int) -> Iterator[bytes]:
    """Bytes without end: the corpus first, then its notes changed, then those changed once more."""
    chance = random.Random(seed)  # noqa: S311 - to be tried again, not to be secret
    pool = list(seeds())
    yield from pool
    while True:
        data = changed(chance.choice(pool), chance, pool)
        yield data
        if chance.random() < 0.02 and len(data) < _LONGEST_SEED:
            pool[chance.randrange(len(pool))] = data


def search(seed: int, most: int, seconds: float) -> Tried:
    """Try inputs until there were enough of them, or the time is up. The first that raises ends it."""
    end, slowest, tried = time.monotonic() + seconds, 0.0, 0
    for data in inputs(seed):
        before = time.process_time()
        try:
            one_input(data)
        except Exception:
            Path("failing-note.md").write_bytes(data)
            raise
        slowest = max(slowest, time.process_time() - before)
        tried += 1
        if tried >= most or time.monotonic() > end:
            break
    return Tried(tried, slowest)


def _guided(arguments: Sequence[str]) -> None:
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415 - only if wanted

    # It keeps what it finds in the first folder it is given: never among the notes that are kept.
    _FOUND.mkdir(parents=True, exist_ok=True)
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *arguments, str(_FOUND), str(CORPUS)], one_input)
    atheris.Fuzz()


def main() -> None:
    """Search as long as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=10**12, help="how many to try at the most")
    parser.add_argument("--seconds", type=float, default=10**9, help="how long to try")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other inputs")
    parser.add_argument("--atheris", nargs=argparse.REMAINDER, help="let atheris guide the changes")
    wanted = parser.parse_args()
    if wanted.atheris is not None:
        _guided(wanted.atheris)
        return
    tried = search(wanted.seed, wanted.inputs, wanted.seconds)
    sys.stdout.write(f"{tried.inputs:,} inputs, none raised; the slowest took {tried.slowest:.3f} s.\n")


if __name__ == "__main__":
    main()

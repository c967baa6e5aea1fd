"""Taking all measurements of a desk in turn, round after round, and keeping each as soon as it is there."""

import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.desks import write_desk
from benchmarks.measuring.browsing import chromium
from benchmarks.measuring.machine import digest, load, machine
from benchmarks.measuring.measure import Measure
from benchmarks.measuring.ours import ours
from benchmarks.measuring.place import SEED, TOP, Place
from benchmarks.measuring.process import Failed, measured
from benchmarks.measuring.sample import Run, Sample, save
from benchmarks.measuring.sample import load as loaded
from benchmarks.measuring.searching import searches
from benchmarks.measuring.serving import served
from benchmarks.measuring.theirs import theirs
from benchmarks.peers.install import has_node, install, versions
from benchmarks.peers.makers import peers


@dataclass(frozen=True, slots=True)
class Wanted:
    """How large a desk, how many rounds, and whether the peers are measured as well."""

    patrons: int
    rounds: int
    slow_rounds: int = 1
    with_peers: bool = True
    only: tuple[str, ...] = ()


def bench(wanted: Wanted, file: Path, *, fresh: bool) -> Run:
    """Measure everything, going on where a run of the same program was broken off, unless told otherwise."""
    place = Place(wanted.patrons)
    before = None if fresh else loaded(file)
    facts = _facts(place, wanted)
    if before is None or not place.desk.exists() or not same(before.facts, facts):
        _prepare(place, wanted)
        before = Run(facts, wanted.patrons)
    run = before
    measures = tuple(each for each in _measures(wanted) if not wanted.only or each.key in wanted.only)
    for number, measure in in_turn(measures, run):
        run = run.plus(_taken(measure, number, place))
        save(run, file)
    return run


def same(facts: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether two runs are of one program on one machine, whatever the day and however many rounds."""
    either_way = {"taken": "", "rounds": ""}
    return {**facts, **either_way} == {**others, **either_way}


def in_turn(measures: Iterable[Measure], run: Run) -> Iterator[tuple[int, Measure]]:
    """Every measurement of the first round, then of the second: what slows the machine slows them all."""
    held = tuple(measures)
    for number in range(1, max((measure.rounds for measure in held), default=0) + 1):
        for measure in held:
            if number <= measure.rounds and not run.has(measure.key, number):
                yield number, measure


def _measures(wanted: Wanted) -> Iterator[Measure]:
    """What can be measured on this machine: without Node.js there is no Eleventy and no Pagefind."""
    node = has_node()
    yield from ours(wanted.rounds)
    if not wanted.with_peers:
        return
    yield Measure("serve-changed", "deskdiary serve shows one note changed", 1, served)
    every = theirs(wanted.rounds, wanted.slow_rounds)
    yield from (each for each in every if node or not each.key.startswith("eleventy"))
    if chromium():
        yield from searches(wanted.rounds, node=node)


def _taken(measure: Measure, number: int, place: Place) -> Sample:
    """One sample. What fails is told and kept as well, and the others go on."""
    _say(f"{time.strftime('%H:%M:%S')} round {number}: {measure.says} ...")
    busy = load()
    try:
        numbers = measure.take(place)
    except Exception as fault:  # noqa: BLE001 - a browser, a peer or the disk: the next may do better
        why = str(fault) if isinstance(fault, Failed) else f"{type(fault).__name__}: {fault}"
        _say(f"    failed: {why}")
        return Sample(measure.key, number, {}, round(busy, 2), why)
    _say("    " + ", ".join(f"{value:g} {name}" for name, value in numbers.items()))
    return Sample(measure.key, number, numbers, round(busy, 2))


def _prepare(place: Place, wanted: Wanted) -> None:
    _say(f"Making a desk of {place.patrons:,} patrons ...")
    shutil.rmtree(place.folder, ignore_errors=True)
    write_desk(place.patrons, place.desk, SEED)
    if not wanted.with_peers:
        return
    _say("Making its pages for the peers ...")
    measured(place.python("benchmarks.pages", place.desk, place.pages, name="pages"))
    for peer in peers():
        peer.prepare(place)


def _facts(place: Place, wanted: Wanted) -> Mapping[str, str]:
    facts = {
        **machine(),
        "program": digest(TOP / "scripts"),
        "benchmarks": digest(*(TOP / "benchmarks" / name for name in ("invented", "measuring", "peers"))),
        "rounds": str(wanted.rounds),
    }
    if not wanted.with_peers:
        return facts
    _say("Installing the peers, where they are not yet ...")
    install(place)
    return {**facts, **versions(place)}


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()

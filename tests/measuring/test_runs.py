"""A run of measurements: everything in turn, kept as it comes, and taken up where it was broken off."""

from pathlib import Path

import pytest

from benchmarks import run as running
from benchmarks.measuring.measure import Measure, Numbers
from benchmarks.measuring.place import Place
from benchmarks.measuring.process import Failed
from benchmarks.measuring.sample import Run, Sample, load, save
from benchmarks.run import Wanted, bench, in_turn, same

FACTS = {"taken": "2026-11-24", "processor": "an abacus", "program": "1871"}


class Recording:
    """Measurements that write down that they were taken; the one named `slow` breaks the first time."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def measure(self, key: str, rounds: int) -> Measure:
        def take(_: Place) -> Numbers:
            self.taken.append(key)
            return {"seconds": float(len(self.taken))}

        return Measure(key, key, rounds, take)


@pytest.fixture
def recording(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recording:
    recorded = Recording()
    measures = (recorded.measure("ours", 3), recorded.measure("slow", 1), recorded.measure("theirs", 2))
    monkeypatch.setattr(running, "_measures", lambda _: measures)
    monkeypatch.setattr(running, "_facts", lambda *_: FACTS)
    monkeypatch.setattr(running, "Place", lambda patrons: Place(patrons, tmp_path / "cache"))
    return recorded


WANTED = Wanted(patrons=20, rounds=3, with_peers=False)


def test_everything_is_taken_in_turn_round_after_round(recording: Recording, tmp_path: Path) -> None:
    bench(WANTED, tmp_path / "run.json", fresh=False)
    assert recording.taken == ["ours", "slow", "theirs", "ours", "theirs", "ours"]


def test_a_run_that_was_broken_off_goes_on_where_it_was(recording: Recording, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    whole = bench(WANTED, file, fresh=False)
    save(Run(FACTS, 20, whole.samples[:4]), file)
    recording.taken.clear()
    again = bench(WANTED, file, fresh=False)
    assert recording.taken == ["theirs", "ours"]
    assert again.samples[:4] == whole.samples[:4]


def test_a_run_is_made_anew_when_asked_or_when_the_program_is_another(
    recording: Recording, tmp_path: Path
) -> None:
    file = tmp_path / "run.json"
    bench(WANTED, file, fresh=False)
    recording.taken.clear()
    bench(WANTED, file, fresh=False)
    assert recording.taken == []
    bench(WANTED, file, fresh=True)
    save(Run({**FACTS, "program": "1872"}, 20, (Sample("ours", 1, {}),)), file)
    bench(WANTED, file, fresh=False)
    assert len(recording.taken) == 2 * 6


def test_the_desk_is_there_to_be_measured(recording: Recording, tmp_path: Path) -> None:
    bench(WANTED, tmp_path / "run.json", fresh=False)
    assert recording.taken
    assert len(list((tmp_path / "cache" / "20" / "desk" / "patrons").iterdir())) == 20


def test_one_that_fails_is_kept_with_its_reason_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recording: Recording
) -> None:
    def fail(_: Place) -> Numbers:
        raise Failed("it ended with 2: no such theme")

    measures = (Measure("broken", "broken", 1, fail), recording.measure("ours", 1))
    monkeypatch.setattr(running, "_measures", lambda _: measures)
    run = bench(WANTED, tmp_path / "run.json", fresh=False)
    assert [(each.measure, each.failure) for each in run.samples] == [
        ("broken", "it ended with 2: no such theme"),
        ("ours", ""),
    ]


def test_the_day_alone_makes_no_other_run() -> None:
    assert same(FACTS, {**FACTS, "taken": "2027-01-01"})
    assert same(FACTS, {**FACTS, "rounds": "7"}), "what was measured already is not thrown away"
    assert not same(FACTS, {**FACTS, "processor": "a slide rule"})


def test_a_run_comes_out_of_its_file_as_it_went_in(tmp_path: Path) -> None:
    run = Run(FACTS, 20, (Sample("ours", 1, {"seconds": 1.5}, 0.2), Sample("theirs", 1, {}, 0.3, "it broke")))
    save(run, tmp_path / "run.json")
    assert load(tmp_path / "run.json") == run


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"facts": {}}', '{"facts": {}, "patrons": 1, "samples": [{}]}']
)
def test_a_damaged_file_is_no_run(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    assert load(tmp_path / "run.json") is None


def test_nothing_is_taken_twice() -> None:
    recording = Recording()
    run = Run(FACTS, 20, (Sample("ours", 1, {}),))
    assert [(number, each.key) for number, each in in_turn((recording.measure("ours", 2),), run)] == [
        (2, "ours")
    ]

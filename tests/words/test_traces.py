"""What is known of notes before a draft is looked over: as good as looking through every note."""

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskdiary.cli.drafting import Drafted, drafted
from deskdiary.cli.gathering import plan_of
from deskdiary.cli.handing import handed
from deskdiary.cli.looking import looked_at
from deskdiary.cli.options import Asked
from deskdiary.shells.cache.made import Made
from deskdiary.shells.cache.shelf import FOLDER, shelf_of
from deskdiary.shells.site.staged import Repository
from deskdiary.words.traces import Traces, traces
from note_reading import put

LIBRARY = (
    "library: Small Library\ntoday: 2026-11-24\nstaff: {ep: {name: Elin Pryce, email: ep@example.org}}\n"
)
BOB = "patrons/p-bob.md"
NOTES = {
    "patrons/p-ann.md": "---\nname: Ann Hughes\nemail: ann@example.org\nloan_reminders: personal\n"
    "loans: [{title: Tides of the Estuary, due: 2026-11-25}]\n---\n",
    BOB: "---\nname: Bob Rees\nrequests: [{for: Rare Hymns, asked: 2026-11-20}]\n---\nMoved to Bangor.\n",
}
OTHER_BOB = {BOB: "---\nname: Robert Rhys\n---\nMoved to Bangor.\n"}
OTHERS = (
    *NOTES.values(),
    "---\nname: Bob Rees\nloans: [{title: The Estuary, due: 2027-11-25}]\n---\n",
    "---\nname: Tides of the Estuary\nemail: tides@example.org\n---\n",
    "---\nname: Cy\nloans: [{title: Rare Hymns, due: 2026-11-25}]\nreads_email: rarely\n---\n",
    "---\nname: Bob\n---\nTides of the Estuary is what she likes best of all.\n",
    "",
)


def drafts_of(root: Path) -> Drafted:
    return drafted(looked_at(Asked(root)))


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from((*NOTES, "patrons/p-cy.md")), st.sampled_from(OTHERS)),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_written_the_same_drafts_are_held_back_as_if_nothing_were_known(
    edits: list[tuple[str, str]],
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        root = put(Path(folder), NOTES, LIBRARY)
        drafts_of(root)
        for path, text in edits:
            (root / path).write_text(text, encoding="utf-8")
            known = drafts_of(root)
            patched.setenv("DESKDIARY_NO_CACHE", "1")
            anew = drafts_of(root)
            patched.delenv("DESKDIARY_NO_CACHE")
            assert (known.drafts, known.plan.problems) == (anew.drafts, anew.plan.problems)


def test_a_note_that_is_written_later_holds_back_the_draft_that_says_its_name(tmp_path: Path) -> None:
    atlas = "---\ntitle: The Atlas\ntrial: {from: 2026-11-24, to: 2026-12-18}\naccess: Ask Bob Rees.\n---\n"
    ann = "---\nname: Ann Hughes\nemail: ann@example.org\nrequests: [{for: atlas, asked: 2026-11-02}]\n---\n"
    root = put(tmp_path, {"resources/atlas.md": atlas, "patrons/p-ann.md": ann, **OTHER_BOB}, LIBRARY)
    assert [draft.patron for draft in drafts_of(root).drafts] == ["p-ann"]
    put(root, {BOB: NOTES[BOB]}, LIBRARY)
    assert drafts_of(root).drafts == ()
    put(root, OTHER_BOB, LIBRARY)
    assert [draft.patron for draft in drafts_of(root).drafts] == ["p-ann"]


def asked_anew(root: Path, digests: Mapping[str, str], rests_on: bytes = b"") -> list[str]:
    """The notes whose traces had to be worked out."""
    worked_out: list[str] = []
    kept = Made(shelf_of(root), "traces", Traces, rests_on)

    def work_out(path: str) -> Traces:
        worked_out.append(path)
        return Traces((1,), (2,))

    for path, digest in digests.items():
        assert kept.of(path, digest, partial(work_out, path)) == Traces((1,), (2,))
    kept.save()
    return worked_out


def test_what_is_known_of_a_note_is_believed_while_its_content_is_the_same(tmp_path: Path) -> None:
    notes = {"patrons/p-ann.md": "aa", BOB: "bb"}
    assert asked_anew(tmp_path, notes) == [*notes]
    assert asked_anew(tmp_path, notes) == []
    assert asked_anew(tmp_path, {**notes, BOB: "cc"}) == [BOB]
    assert asked_anew(tmp_path, notes, b"another library") == [*notes]


def test_nothing_stays_known_of_a_note_that_is_gone_or_of_a_damaged_file(tmp_path: Path) -> None:
    asked_anew(tmp_path, {"patrons/p-ann.md": "aa", BOB: "bb"})
    asked_anew(tmp_path, {BOB: "bb"})
    kept = tmp_path / FOLDER / "traces"
    assert b"p-ann" not in kept.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_bytes(kept.read_bytes()[:-1])
    assert asked_anew(tmp_path, {BOB: "bb"}) == [BOB]


def test_whatever_runs_next_leaves_nothing_of_a_note_that_is_gone(tmp_path: Path) -> None:
    root = put(tmp_path, NOTES, LIBRARY)
    handed(looked_at(Asked(root)), day_is_given=False, repository=Repository())
    kept = b"".join(each.read_bytes() for each in (root / FOLDER).iterdir())
    assert b"Tides of the Estuary" in kept, "her draft, among other things"
    (root / "patrons/p-ann.md").unlink()
    plan_of(Asked(root))
    for file in (root / FOLDER).iterdir():
        assert b"p-ann" not in file.read_bytes()
        assert b"Hughes" not in file.read_bytes()


def test_a_draft_is_the_same_file_whether_it_was_kept_or_made(tmp_path: Path) -> None:
    root = put(tmp_path, NOTES, LIBRARY)

    def files() -> Mapping[str, bytes]:
        return handed(looked_at(Asked(root)), day_is_given=False, repository=Repository()).files

    first = files()
    assert files() == first
    note = root / "patrons/p-ann.md"
    note.write_text(note.read_text(encoding="utf-8").replace("Ann Hughes", "Ann Pugh"), encoding="utf-8")
    after = files()
    assert b"Ann Pugh" in after["drafts/p-ann.eml"]
    shutil.rmtree(root / FOLDER)
    assert files() == after


def test_traces_say_nothing_of_what_stands_in_a_note(tmp_path: Path) -> None:
    plan = drafts_of(put(tmp_path, NOTES, LIBRARY)).plan
    left = traces(plan.desk.patrons[0])
    assert len(left.personal) >= len(("her name", "her address"))
    assert "Ann" not in repr(left)

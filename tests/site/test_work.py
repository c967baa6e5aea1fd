"""A build does what has to be done and nothing else, and what it leaves is what a first build would make."""

import shutil
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from desk_edits import EDITS, LIBRARY, NOTES, Edit, everything
from desk_writing import write_desk
from deskdiary.cli.build import built, place_of
from deskdiary.cli.options import Asked
from deskdiary.shells.site.building import Work

# What of the pages of no one note names the atlas: a card, the sheets to print, the list, a suggestion.
OF_THE_DAY = ("index", "call-sheet", "sheets", "resources/index", "suggestions")


def build(root: Path) -> Work:
    made = built(Asked(root), place_of(Asked(root)))
    assert not made.why_not
    return made.work


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    write_desk(tmp_path, NOTES + LIBRARY)
    build(tmp_path)
    return tmp_path


def test_nothing_is_done_where_nothing_changed(desk: Path) -> None:
    assert build(desk) == Work()


def test_after_one_edit_one_note_is_read_and_its_page_alone_is_made(desk: Path) -> None:
    note = desk / "patrons" / "p-c3c3.md"
    note.write_text(note.read_text(encoding="utf-8") + "\nDeaf in one ear.\n", encoding="utf-8")
    work = build(desk)
    assert (work.read, work.pages, work.rendered, work.written) == (1, 1, 0, 1)
    assert "Deaf in one ear" in (desk / "site" / "patrons" / "p-c3c3.html").read_text(encoding="utf-8")


def test_a_new_title_reaches_the_pages_that_speak_of_it_and_no_others(desk: Path) -> None:
    note = desk / "resources" / "atlas.md"
    note.write_text(note.read_text(encoding="utf-8").replace("The Atlas", "The Great Atlas"), "utf-8")
    work = build(desk)
    assert (work.read, work.pages, work.rendered) == (1, 3 + len(OF_THE_DAY), 0), (
        "it, who asked, who follows maps, and what of the day's own names it"
    )


def test_a_page_that_somebody_changed_or_took_away_is_put_right(desk: Path) -> None:
    site = desk / "site"
    before = everything(site)
    (site / "patrons" / "p-b2b2.html").write_text("Nonsense", encoding="utf-8")
    (site / "index.html").unlink()
    (site / "left-over.html").write_text("Old", encoding="utf-8")
    (site / "guide").symlink_to(desk)
    work = build(desk)
    assert everything(site) == before
    assert (work.written, work.removed) == (2, 2)


def test_a_build_that_was_ended_in_the_middle_is_completed_by_the_next(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for note in (desk / "patrons").iterdir():
        note.write_text(note.read_text(encoding="utf-8") + "\nMoved to Bangor.\n", encoding="utf-8")

    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("deskdiary.shells.site.site_folder.SiteFolder.close", ended)
        with pytest.raises(KeyboardInterrupt):
            build(desk)
    (desk / "patrons" / "p-c3c3.md").unlink()
    build(desk)
    shutil.copytree(desk, desk.parent / "cold", ignore=shutil.ignore_patterns("site", ".cache"))
    build(desk.parent / "cold")
    assert everything(desk / "site") == everything(desk.parent / "cold" / "site")


@pytest.mark.parametrize("file", ["site.json", "shells.json", "base/404.html"])
def test_a_damaged_memory_is_not_believed(desk: Path, file: str) -> None:
    before = everything(desk / "site")
    damaged = desk / ".cache" / "deskdiary" / file
    damaged.write_bytes(damaged.read_bytes()[:-3] + b'"}}')
    (desk / "site" / "404.html").unlink()
    build(desk)
    assert everything(desk / "site") == before


def test_a_change_of_the_configuration_reaches_every_page(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Path(__file__).parents[2] / "scripts" / "deskdiary" / "site" / "mkdocs.yml"
    inherited = ours.read_text(encoding="utf-8") + "\ncopyright: !ENV [DESK_KEEPER, Kept by Elin]\n"
    (desk / "ours.yml").write_text(inherited, encoding="utf-8")
    (desk / "docs").mkdir(exist_ok=True)
    own = 'INHERIT: "ours.yml"  # from the program\nsite_name: Small Library\ndocs_dir: docs\n'
    (desk / "mkdocs.yml").write_text(own, encoding="utf-8")

    def every_page_says(words: str) -> bool:
        build(desk)
        pages = [*(desk / "site" / "patrons").iterdir(), *(desk / "site" / "resources").iterdir()]
        return len(pages) > len(("patrons", "resources")) and all(
            words in page.read_text(encoding="utf-8") for page in pages
        )

    assert every_page_says("Kept by Elin")
    monkeypatch.setenv("DESK_KEEPER", "Kept by Tomos")
    assert every_page_says("Kept by Tomos")


# Each try takes seconds: a tenth of what others have, and no shrinking, as the edits tell the story.
@settings(max_examples=settings().max_examples // 10, phases=[Phase.explicit, Phase.generate])
@example([[EDITS[1]], [EDITS[9], EDITS[7]], [EDITS[8], EDITS[0], EDITS[4]]])
@example([[EDITS[0], EDITS[5]], [EDITS[2]], [EDITS[3], EDITS[12]], [EDITS[4]]])
@example([[EDITS[13], EDITS[9]], [EDITS[1], EDITS[6], EDITS[8]]])
@given(st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), min_size=2, max_size=4))
def test_however_it_came_about_a_site_is_what_a_first_build_makes(
    tmp_path_factory: pytest.TempPathFactory, mornings: list[list[Edit]]
) -> None:
    top = tmp_path_factory.mktemp("desks")
    desk = write_desk(top / "desk", NOTES + LIBRARY).root
    build(desk)
    for edits in mornings:
        for edit in edits:
            edit.make(desk)
        build(desk)
    shutil.copytree(desk, top / "cold", ignore=shutil.ignore_patterns("site", ".cache"))
    build(top / "cold")
    assert everything(desk / "site") == everything(top / "cold" / "site")
    assert everything(desk / ".cache/deskdiary/pages") == everything(top / "cold/.cache/deskdiary/pages")

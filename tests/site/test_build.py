"""The site is built whole or not at all, by our command and by MkDocs' own."""

import re
import shutil
import stat
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from desk_writing import write_desk
from hostile_desks import hostile_desk
from processes import TOP, deskdiary, example_desk, run

# No page but a file that the search reads; what stands in it is told by test_names.
NAMES = "search/names.html"


def pages_of(site: Path) -> list[Path]:
    """Every page of a site."""
    return [file for file in site.rglob("*.html") if file != site / NAMES]


class Links(HTMLParser):
    """What a page points to, and the places on it that can be pointed to."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.places.add(given.get("id") or "")
        target = given.get("src") or given.get("href")
        if target and tag in {"a", "link", "script", "img"}:
            self.targets.append(target)


def test_every_link_of_every_page_leads_somewhere(built_desk: Path) -> None:
    site = built_desk / "site"
    pages = {file: Links(file) for file in pages_of(site) if file.name != "404.html"}
    assert len(pages) > 30
    for file, links in pages.items():
        for target in links.targets:
            if target.startswith(("mailto:", "tel:", "http:", "https:")):
                continue
            path, place = urldefrag(unquote(target))
            there = (file.parent / path).resolve() if path else file.resolve()
            there = there / "index.html" if there.is_dir() else there
            assert there.is_file(), f"{file.relative_to(site)}: {target}"
            if place.startswith(("line-", "p-")):
                assert place in pages[there].places, f"{file.relative_to(site)}: {target}"


def test_every_page_says_that_the_day_is_fixed(built_desk: Path) -> None:
    for file in pages_of(built_desk / "site"):
        text = file.read_text(encoding="utf-8")
        assert "Written as if it were <strong>Tuesday 24 November 2026</strong>" in text, file.name


def test_no_page_is_for_search_engines_or_asks_another_host(built_desk: Path) -> None:
    for file in pages_of(built_desk / "site"):
        text = file.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in text, file.name
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy, file.name
        assert "default-src 'none'" in policy[1], file.name
        assert "script-src 'self' 'sha256-" in policy[1], file.name
        assert "unsafe-inline" not in policy[1].split("style-src")[0], file.name
        assert not [each for each in Links(file).targets if each.startswith("//")], file.name


def test_the_drafts_lie_beside_the_pages(built_desk: Path) -> None:
    files = {file.name for file in (built_desk / "site" / "drafts").iterdir()}
    assert {"p-r8d4.eml", "p-v5w1.eml", "p-k7f2.txt"} <= files
    assert not {"p-h6t9.eml", "p-h6t9.txt", "p-m3q8.eml"} & files


def every_file(site: Path) -> dict[str, list[bytes]]:
    """The words of every file of a site: how they are spaced is of no account."""
    files = (file for file in site.rglob("*") if file.is_file() and file.name != ".deskdiary")
    return {file.relative_to(site).as_posix(): file.read_bytes().split() for file in files}


def test_mkdocs_own_command_builds_the_same_site(tmp_path: Path, built_desk: Path) -> None:
    desk = example_desk(tmp_path / "desk")
    built = run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=desk)
    assert built.code == 0, built.err
    assert every_file(built_desk / "site") == every_file(desk / "site")


def test_mkdocs_own_command_builds_the_same_site_of_hostile_and_of_rich_notes(tmp_path: Path) -> None:
    desk = hostile_desk(tmp_path).root
    note = desk / "patrons" / "p-rich.md"
    body = "!!! note\n    Deaf.\n\n1. One\n2. Two\n\n- [x] rang\n- [ ] wrote\n"
    body += "\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx < y\n\nz\n```\n"
    note.write_text(f"---\nname: Cerys O'Brien & Sons\n---\n\n# Diary\n\n{body}", encoding="utf-8")
    with (desk / "library.yml").open("a", encoding="utf-8") as library:
        library.write("today: 2026-11-24\n")
    (desk / "docs").mkdir()
    (desk / "docs" / "rota.md").write_text("# Rota\n\n[A note](patrons/p-rich.md)\n", encoding="utf-8")
    inherited = TOP / "scripts" / "deskdiary" / "site" / "mkdocs.yml"
    (desk / "mkdocs.yml").write_text(f"INHERIT: {inherited}\ndocs_dir: docs\n", encoding="utf-8")
    assert deskdiary("build", "--root", desk).code == 0
    ours = every_file(desk / "site")
    shutil.rmtree(desk / "site")
    built = run(sys.executable, "-m", "mkdocs", "build", cwd=desk)
    assert built.code == 0, built.err
    assert every_file(desk / "site") == ours


def test_the_staged_pages_are_there_for_another_renderer(built_desk: Path) -> None:
    staged = built_desk / ".cache" / "deskdiary" / "pages"
    assert (staged / "index.md").read_text(encoding="utf-8").startswith("---\ntitle: Today\n")
    assert (staged / "patrons" / "p-k7f2.md").is_file()


def test_a_desk_of_notes_alone_needs_nothing_else_for_a_site(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ann Hughes\nloans: [{title: Sea Roads, due: 2026-11-26}]\n")
    built = deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
    assert (built.code, built.out) == (
        0,
        f"The site is built. Open {(tmp_path / 'site/index.html').as_uri()}\n",
    )
    assert "Sea Roads" in (tmp_path / "site" / "usual-notices.html").read_text(encoding="utf-8")


def test_where_pages_may_be_made_in_another_way_mkdocs_makes_them_all(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ida Quill")
    (tmp_path / "docs").mkdir()
    inherited = TOP / "scripts" / "deskdiary" / "site" / "mkdocs.yml"
    own = f"INHERIT: {inherited}\ndocs_dir: docs\nmarkdown_extensions: [pymdownx.mark]\n"
    (tmp_path / "mkdocs.yml").write_text(own, encoding="utf-8")
    for _ in range(2):
        built = deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
        assert built.code == 0, built.err
        assert "because of the Markdown extension pymdownx.mark" in built.err
        assert (tmp_path / "site/patrons/p-test.html").is_file()


def test_a_note_that_is_gone_leaves_no_page_behind(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ann Hughes\n# patrons/p-gone.md\nname: Bob Rees\n")
    deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
    assert (tmp_path / "site" / "patrons" / "p-gone.html").is_file()
    (tmp_path / "patrons" / "p-gone.md").unlink()
    deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
    assert not (tmp_path / "site" / "patrons" / "p-gone.html").exists()
    assert "Bob Rees" not in (tmp_path / "site" / "patrons" / "index.html").read_text(encoding="utf-8")


def test_the_old_site_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ann Hughes\n")
    deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ntheme: {name: no-such-theme}\n", encoding="utf-8")
    built = deskdiary("build", "--root", tmp_path, "--on", "2026-11-25")
    assert built.code == 1
    assert "mkdocs.yml cannot be used" in built.err
    assert "Tuesday 24 November" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert not list(tmp_path.glob(".site-*"))


def test_a_note_that_cannot_be_read_is_said_on_every_page_and_costs_itself_alone(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ann Hughes\n# patrons/p-lost.md\nphone: 029 2018 0190\n")
    built = deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
    assert built.code == 0
    for page in ("index", "patrons/p-test", "resources/index", "problems"):
        text = (tmp_path / "site" / f"{page}.html").read_text(encoding="utf-8")
        assert "1 note could not be read" in text, page
    problems = (tmp_path / "site" / "problems.html").read_text(encoding="utf-8")
    assert "patrons/p-lost.md" in unescape(problems)


def test_a_wording_that_cannot_be_used_is_no_note_that_was_lost(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ann Hughes\n")
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "loan-deu.email.txt").write_text("Hello.\n", encoding="utf-8")
    assert deskdiary("build", "--root", tmp_path, "--on", "2026-11-24").code == 0
    assert "could not be read" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "loan-deu.email.txt" in (tmp_path / "site" / "problems.html").read_text(encoding="utf-8")


def test_reasons_lead_to_the_forge_where_mkdocs_yml_names_one(tmp_path: Path) -> None:
    desk = example_desk(tmp_path / "desk")
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("repo_url: https://forge.example.org/vale/diary\nedit_uri: edit/main/\n")
    assert deskdiary("build", "--root", desk).code == 0
    today = Links(desk / "site" / "index.html").targets
    assert "https://forge.example.org/vale/diary/blob/main/patrons/p-k7f2.md#L14" in today
    assert "https://forge.example.org/vale/diary/edit/main/patrons/p-k7f2.md" in today
    assert 'data-md-component="source"' not in (desk / "site" / "index.html").read_text(encoding="utf-8")


def test_somebody_elses_site_is_never_replaced(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ann Hughes\n")
    thesis = tmp_path / "site" / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("Three years of work.\n", encoding="utf-8")
    built = deskdiary("build", "--root", tmp_path, "--on", "2026-11-24")
    assert built.code == 1
    assert "not made by us" in built.err
    assert thesis.read_text(encoding="utf-8") == "Three years of work.\n"


def test_the_site_is_its_owners_alone_and_leaves_nothing_half_built(built_desk: Path) -> None:
    assert stat.S_IMODE((built_desk / "site").stat().st_mode) == 0o700
    assert not list((built_desk / ".cache" / "deskdiary").glob("site-*"))


@pytest.mark.parametrize("link", [".cache", ".cache/deskdiary", ".cache/deskdiary/pages"])
def test_nothing_is_staged_over_a_link_out_of_the_desk(tmp_path: Path, link: str) -> None:
    desk = write_desk(tmp_path / "desk", "name: Ann Hughes\n").root
    (tmp_path / "else").mkdir()
    (desk / link).parent.mkdir(parents=True, exist_ok=True)
    (desk / link).symlink_to(tmp_path / "else")
    assert deskdiary("build", "--root", desk, "--on", "2026-11-24").code == 1
    assert list((tmp_path / "else").iterdir()) == []


def test_a_windows_title_names_a_patron_by_the_key_alone(built_desk: Path) -> None:
    site = built_desk / "site"
    for file in site.glob("patrons/p-*.html"):
        title = re.search(r"<title>(.*?)</title>", file.read_text(encoding="utf-8"))
        assert title is not None
        assert title[1] == f"{file.stem} - Penrhyn Vale College Library"
    for file in pages_of(site):
        title = re.search(r"<title>(.*?)</title>", file.read_text(encoding="utf-8"))
        assert title is not None
        assert "Prosser" not in title[1]

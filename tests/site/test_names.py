"""What the search knows: whom and what it finds, and that it holds nothing else of anybody."""

import gzip
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from desk_writing import write_desk
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.names import names_page
from deskdiary.records.desk import desk_of
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Said
from deskdiary.shells.texts import shipped
from processes import example_desk, run

TEMPLATES = Templates(shipped("pages/templates"))


def names_in(html: str) -> Any:  # noqa: ANN401 - a file of JSON
    """What the search reads of the file."""
    held = re.search(r'<script type="application/json" id="dd-names">(.*?)</script>', html, re.DOTALL)
    assert held
    return json.loads(held[1])


def names(root: Path, notes: str, pages: Iterable[Page] = ()) -> Any:  # noqa: ANN401 - a file of JSON
    return names_in(names_page(write_desk(root, notes).on("2026-11-24").plan.desk, pages, TEMPLATES).text)


def said(text: str) -> Said[str]:
    return Said(text, Place("patrons/p.md", 1, 1))


def test_people_stand_with_name_card_and_department_in_the_order_of_their_names(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        """
        name: Łucja Nowak
        card: PV1
        department: History
        # patrons/p-b.md
        name: Mair Prosser
        department: History
        # patrons/p-c.md
        name: Éamon Hughes
        """,
    )
    assert found["departments"] == ["", "History"]
    assert found["patrons"] == [
        ["p-c", "Éamon Hughes", "", 0],
        ["p-test", "Łucja Nowak", "PV1", 1],
        ["p-b", "Mair Prosser", "", 1],
    ]


def test_a_resource_stands_with_all_its_titles(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        """
        name: Ann Hughes
        # resources/map-vault.md
        title: MapVault
        also_known_as: [Tithe Map Vault, Historic Maps Online]
        """,
    )
    assert found["resources"] == [["map-vault", "MapVault", "Tithe Map Vault", "Historic Maps Online"]]


def test_pages_are_called_what_they_call_themselves_and_the_days_own_win(tmp_path: Path) -> None:
    pages = (
        Page("index.md", "---\ntitle: Ours\n---\n"),
        Page("index.md", "---\ntitle: Today\n---\n\n# Tuesday\n"),
        Page("guide/own.md", "# Where the keys are {: #keys }\n\n# Not this\n"),
        Page("guide/quoted.md", "---\nhide: toc\ntitle: 'What&#39;s what'\n---\n"),
        Page("guide/nameless.md", "Some words.\n"),
        Page("patrons/p-k7f2.md", "# Professor Prosser\n"),
        Page("patrons/index.md", "---\ntitle: Patrons\n---\n"),
    )
    assert names(tmp_path, "name: Ann Hughes\n", pages)["pages"] == [
        ["patrons/index", "Patrons"],
        ["index", "Today"],
        ["guide/quoted", "What's what"],
        ["guide/own", "Where the keys are"],
    ]


def test_it_holds_nothing_of_a_note_beyond_the_names(built_desk: Path) -> None:
    text = (built_desk / "site" / "search" / "names.html").read_text(encoding="utf-8")
    for known in ("Mair Prosser", "PV10382", "History", "Historic Maps Online", "Writing notes"):
        assert known in text
    for private in (
        "hard of hearing",
        "Chapels of the Upper Vale",
        "2018 0146",
        "leave alone",
        "@example.org",
    ):
        assert private not in text


def test_a_name_that_is_markup_ends_nothing(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script><!--"
    notes = f"name: '{hostile}'\n# resources/r.md\ntitle: '{hostile}'\n"
    desk = write_desk(tmp_path, notes).on("2026-11-24").plan.desk
    page = names_page(desk, (Page("own.md", f"# {hostile}\n"),), TEMPLATES).text
    assert page.count("<script") == page.count("</script") == 2
    assert "<!--" not in page
    found = names_in(page)
    assert found["patrons"][0][1] == found["resources"][0][1] == found["pages"][0][1] == hostile


def test_mkdocs_own_command_writes_the_same_names_and_nothing_of_materials_search(
    tmp_path: Path, built_desk: Path
) -> None:
    desk = example_desk(tmp_path / "desk")
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("plugins: {deskdiary: {}, search: {}}\n")
    built = run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=desk)
    assert built.code == 0, built.err
    names = Path("site", "search", "names.html")
    assert (desk / names).read_bytes() == (built_desk / names).read_bytes()
    for site in (desk / "site", built_desk / "site"):
        assert [file.name for file in (site / "search").iterdir()] == ["names.html"]
        assert not [file for folder in ("workers", "lunr") for file in site.rglob(f"{folder}/*")]


def test_ten_thousand_people_are_less_than_a_megabyte_to_fetch(tmp_path: Path) -> None:
    """A tenth of them, with names as unlike one another as can be, in a tenth of the room."""
    chance = Random(20261124)  # noqa: S311 - invented names are no secret
    letters = "abcdefghijklmnopqrstuvwxyzáéíóúłśøüŷ"

    def word() -> str:
        return "".join(chance.choices(letters, k=chance.randint(3, 9))).capitalize()

    departments = [f"{word()} and {word()}" for _ in range(30)]
    people = [
        Patron(
            key := f"p-{chance.getrandbits(40):010x}",
            f"patrons/{key}.md",
            said(f"{word()} {word()}"),
            "",
            department=said(chance.choice(departments)),
            card=said(f"PV{chance.randint(10_000, 99_999_999)}"),
        )
        for _ in range(1000)
    ]
    library = write_desk(tmp_path, "name: Ann Hughes\n").on("2026-11-24").plan.desk.library
    page = names_page(desk_of(library, people), (), TEMPLATES).text
    assert len(names_in(page)["patrons"]) == 1000
    assert len(gzip.compress(page.encode())) < 100_000

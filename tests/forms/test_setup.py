"""What the form program is told of a desk: all fields, whom one can choose, one forge, and no patron."""

import json
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from desk_writing import WrittenDesk, write_desk
from deskdiary.forms.page import form_of, form_page, policy
from deskdiary.refusal import Refusal
from deskdiary.schema.patron import PATRON
from deskdiary.schema.resource import RESOURCE
from deskdiary.shells.form_bundle import MODULES, REPLACED, form_bundle
from deskdiary.shells.texts import shipped
from form_program import form_modules
from processes import deskdiary

DAY = "2026-11-24"
DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    phone: 020 7946 0146
    staff: gone
    category: emeritus
    lists: [history-staff]
    # resources/atlas.md
    title: Atlas of Sound
    announce_to: [everybody]
    # library.yml
    library: Vale <Library>
    country: GB
    timezone: Europe/London
    today: 2026-11-24
    staff: {ep: {name: Elin Pryce}}
    categories: {emeritus: {label: Emeritus}}
    forms: {FORMS}
"""
GITHUB = "{forge: github, repository: vale-library/desk, branch: main}"
ELSEWHERE = "https://git.example.org"


def written(root: Path, forms: str = GITHUB) -> WrittenDesk:
    return write_desk(root, DESK.replace("{FORMS}", forms))


def files(root: Path, forms: str = GITHUB) -> Mapping[str, bytes]:
    """The page of forms of the desk, without the form program itself."""
    return form_page(written(root, forms).read(DAY), shipped("site/forms"), {})


def told(root: Path, forms: str = GITHUB) -> dict[str, object]:
    """What the form program is told."""
    script = files(root, forms)["forms/desk.js"].decode()
    said = json.loads(script.removeprefix("window.deskdiaryForms = ").removesuffix(";\n"))
    assert isinstance(said, dict)
    return said


def fields(said: dict[str, object], collection: int) -> dict[str, dict[str, object]]:
    config = said["config"]
    assert isinstance(config, dict)
    return {field["name"]: field for field in config["collections"][collection]["fields"]}


def options(field: Mapping[str, object]) -> dict[str, str]:
    listed = field["options"]
    assert isinstance(listed, list)
    return {option["value"]: option["label"] for option in listed}


def test_every_field_of_a_note_has_its_place_in_the_form(tmp_path: Path) -> None:
    said = told(tmp_path)
    for record, collection in ((PATRON, 0), (RESOURCE, 1)):
        asked = list(fields(said, collection))
        assert asked == [*record.names, "body", "as_written", "is_note"]


def test_one_chooses_among_those_there_are_and_those_who_were(tmp_path: Path) -> None:
    patron, resource = fields(told(tmp_path), 0), fields(told(tmp_path), 1)
    assert options(patron["staff"]) == {"ep": "Elin Pryce (ep)", "gone": "gone"}
    assert options(patron["category"]) == {"emeritus": "Emeritus"}
    assert options(patron["lists"]) == options(resource["announce_to"])
    assert list(options(patron["lists"])) == ["everybody", "history-staff"]
    asked = patron["requests"]["fields"]
    assert isinstance(asked, list)
    wish, words = asked[:2]
    assert (wish["widget"], wish["collection"], words["name"]) == ("relation", "resources", "in_their_words")


def test_where_there_is_nothing_to_choose_one_types(tmp_path: Path) -> None:
    desk = write_desk(tmp_path, "# library.yml\nlibrary: Small\nforms: {forge: none}\n").read(DAY)
    script = form_page(desk, shipped("site/forms"), {})["forms/desk.js"].decode()
    assert '"options": []' not in script


def test_nothing_of_a_patron_is_in_the_page(tmp_path: Path) -> None:
    page = b"".join(files(tmp_path).values()).decode()
    assert "Prosser" not in page
    assert "7946" not in page
    assert "p-k7f2" not in page


def test_the_library_s_name_is_text(tmp_path: Path) -> None:
    assert b"<title>Forms - Vale &lt;Library&gt;</title>" in files(tmp_path)["forms/index.html"]


@pytest.mark.parametrize(
    ("setting", "asked"),
    [
        ("{forge: none}", ""),
        (GITHUB, " https://api.github.com"),
        ("{forge: gitlab, repository: a/b/c}", " https://gitlab.com"),
        (f"{{forge: gitea, repository: a/b, host: '{ELSEWHERE}:3000'}}", f" {ELSEWHERE}:3000"),
        (f"{{forge: github, repository: a/b, host: '{ELSEWHERE}'}}", f" {ELSEWHERE}"),
        ("{forge: github, repository: a/b, host: 'https://github.com'}", " https://api.github.com"),
    ],
)
def test_the_page_may_ask_its_forge_and_no_other_host(tmp_path: Path, setting: str, asked: str) -> None:
    page = files(tmp_path, setting)["forms/index.html"].decode()
    page = unescape(page)
    assert f"connect-src 'self' data: blob:{asked};" in page
    assert page.count("https://") == (1 if asked else 0)
    assert "unsafe-eval" not in page
    assert "script-src 'self';" in page


@pytest.mark.node
@pytest.mark.parametrize(
    "setting",
    [
        "{forge: none}",
        GITHUB,
        f"{{forge: github, repository: a/b, host: '{ELSEWHERE}'}}",
        f"{{forge: gitlab, repository: a/b/c, host: '{ELSEWHERE}'}}",
        f"{{forge: gitea, repository: a/b, host: '{ELSEWHERE}'}}",
    ],
)
def test_the_form_program_s_own_schema_has_nothing_against_it(tmp_path: Path, setting: str) -> None:
    schema = json.loads((form_modules() / "@sveltia/cms/schema/sveltia-cms.json").read_text(encoding="utf-8"))
    faults = [
        fault.message for fault in Draft7Validator(schema).iter_errors(told(tmp_path, setting)["config"])
    ]
    assert faults == []


def test_a_note_s_address_tells_its_key_alone() -> None:
    assert form_of("patrons", "p-k7f2") == "forms/index.html#/collections/patrons/entries/p-k7f2"


def test_a_host_that_could_end_the_policy_is_not_even_read(tmp_path: Path) -> None:
    desk = written(tmp_path, "{forge: gitea, repository: a/b, host: 'https://a.example.org; script-src *'}")
    problems = desk.today().problems()
    assert any(problem.endswith("bad-forge") for problem in problems)
    forms = desk.read(DAY).library.forms
    assert forms is not None
    assert forms.host is None
    assert "example.org" not in policy(forms)


def test_off_unless_library_yml_turns_them_on(tmp_path: Path) -> None:
    desk = write_desk(tmp_path, DESK.replace("    forms: {FORMS}\n", ""))
    built = deskdiary("build", "--root", desk.root)
    assert built.code == 0, built.err
    assert not (desk.root / "site" / "forms").exists()
    assert "forms/index.html" not in (desk.root / "site/patrons/p-k7f2.html").read_text(encoding="utf-8")


def test_without_the_form_program_the_build_says_what_to_type_and_leaves_the_site_be(tmp_path: Path) -> None:
    desk = written(tmp_path)
    built = deskdiary("build", "--root", desk.root)
    assert built.code == 1
    assert "library.yml turns the forms on, and @sveltia/cms is not installed. Type: make forms" in built.err
    assert not (desk.root / "site").exists()


@pytest.mark.node
def test_the_form_program_asks_our_own_site_where_it_would_ask_another(tmp_path: Path) -> None:
    (tmp_path / MODULES).parent.mkdir()
    (tmp_path / MODULES).symlink_to(form_modules())
    theirs = (form_modules() / "@sveltia/cms/dist/sveltia-cms.js").read_bytes()
    ours = form_bundle(tmp_path)
    for address in REPLACED:
        assert address.encode() in theirs
        assert address.encode() not in ours["sveltia-cms.js"]
    assert {"licences/cms.txt", "licences/js-yaml.txt"} < ours.keys()


@pytest.mark.node
def test_a_form_program_that_somebody_changed_stays_out(tmp_path: Path) -> None:
    for part in ("@sveltia/cms/dist/sveltia-cms.js", "@sveltia/cms/locales/en-GB.json"):
        copy = tmp_path / MODULES / part
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((form_modules() / part).read_bytes())
    with (tmp_path / MODULES / "@sveltia/cms/dist/sveltia-cms.js").open("ab") as script:
        script.write(b"fetch('https://elsewhere.example.org/')")
    with pytest.raises(Refusal, match=r"@sveltia/cms is not the version that we know.*make forms"):
        form_bundle(tmp_path)


def test_whatever_the_policy_says_it_ends_neither_its_attribute_nor_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No host that is read has such signs in it; should one ever, it stays within the policy."""
    monkeypatch.setattr("deskdiary.forms.page.POLICY", "default-src 'none' {asked}\"><script>evil()</script>")
    page = files(tmp_path, GITHUB)["forms/index.html"].decode()
    assert "<script>evil" not in page
    assert '"><script>evil()</script>' in unescape(page)

"""Notes edited with forms in a real browser: over a forge with a real repository, and in one's own folder."""

import difflib
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from desk_writing import write_desk
from form_page import Form, notes_of, open_form
from form_program import form_modules
from git_forge import BRANCH, REPOSITORY, TOKEN, GitForge, git_forge
from nginx_running import PASSWORD, STAFF, running_nginx
from processes import deskdiary, example_desk
from serving import LOOPBACK, free_port, make_certificate

pytestmark = [pytest.mark.browser, pytest.mark.node, pytest.mark.server]


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of who asked for what."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A built site on this machine's loopback."""
    with ThreadingHTTPServer((LOOPBACK, 0), partial(_Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{LOOPBACK}:{server.server_address[1]}/"
        server.shutdown()


def built_with_forms(desk: Path) -> Path:
    """A desk with the form program beside it, and its site built."""
    (desk / "forms").mkdir()
    (desk / "forms" / "node_modules").symlink_to(form_modules())
    built = deskdiary("build", "--root", desk)
    assert built.code == 0, built.err
    return desk


def git(folder: Path, *words: str) -> None:
    somebody = ("-c", "user.name=Elin Pryce", "-c", "user.email=elin.pryce@example.org")
    subprocess.run(["git", "-C", folder, *somebody, *words], check=True, capture_output=True)


@dataclass(frozen=True, slots=True)
class OnAForge:
    """The site with its forms, the forge behind them, and where to put a copy of the notes."""

    url: str
    forge: GitForge
    copies: Path

    def copy(self, name: str) -> Path:
        """The notes as the forge has them now, in a fresh working tree."""
        folder = self.copies / name
        git(self.copies, "clone", "-q", "-b", BRANCH, str(self.forge.repository.path), str(folder))
        return folder


@pytest.fixture(scope="module")
def on_a_forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OnAForge]:
    folder, port = tmp_path_factory.mktemp("forms"), free_port()
    (folder / "desk").mkdir()
    desk = example_desk(folder / "desk")
    with (desk / "library.yml").open("a", encoding="utf-8") as library:
        host = f"https://{LOOPBACK}:{port}"
        library.write(f"\nforms: {{forge: github, repository: {REPOSITORY}, host: '{host}'}}\n")
    built_with_forms(desk)
    git(desk, "init", "-q", "-b", BRANCH)
    git(desk, "add", "library.yml", "patrons", "resources")
    git(desk, "commit", "-q", "-m", "The desk")
    certificate = make_certificate(folder)
    with git_forge(desk, folder, certificate, port) as forge, served(desk / "site") as url:
        yield OnAForge(url, forge, folder)


@pytest.fixture
def form(browser: Browser, on_a_forge: OnAForge) -> Iterator[Form]:
    """A colleague's tab on a patron's page. Only the site itself and the forge may be asked for anything.

    The forge keeps its notes as they are at first, whatever another test wrote there.
    """
    on_a_forge.forge.repository.begin_again()
    context, opened = open_form(browser, f"{on_a_forge.url}patrons/p-k7f2.html")
    yield opened
    assert opened.said == []
    assert opened.tab.evaluate("window.broken") == []
    known = (on_a_forge.url, on_a_forge.forge.url, "data:", "blob:")
    assert [url for url in opened.asked if not url.startswith(known)] == []
    context.close()


def difference(before: str, after: str) -> list[str]:
    """The lines that went and that came."""
    told = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


def test_a_patron_is_edited_from_her_page_and_the_note_still_reads_without_a_problem(
    form: Form, on_a_forge: OnAForge
) -> None:
    before = (on_a_forge.copy("before") / "patrons" / "p-k7f2.md").read_text(encoding="utf-8")
    policy = form.tab.locator("meta[http-equiv=Content-Security-Policy]")
    expect(policy).to_have_attribute("content", re.compile("connect-src 'self';"))
    form.tab.get_by_role("link", name="edit with a form").click()
    form.sign_in(TOKEN)
    form.type("hours", "after noon: let it ring")
    form.choose("staff", "Martin Hale")
    form.add("loans", "loan")
    form.type("loans.2.title", "no")
    form.type("loans.2.due", "2026-12-24")
    form.type("loans.2.item", "0123")
    form.add("requests", "request")
    form.choose("requests.0.for", "MapVault")
    form.type("requests.0.asked", "2026-11-20")
    form.choose("lists", "history-staff")
    form.type("keep_in_touch", "3 months")
    form.save()
    desk = on_a_forge.copy("after")
    after = (desk / "patrons" / "p-k7f2.md").read_text(encoding="utf-8")
    assert difference(before, after) == [
        "-staff: ep",
        "-hours: before noon",
        "+staff: mh",
        "+hours: 'after noon: let it ring'",
        "+lists: [history-staff]",
        "+  - title: 'no'",
        "+    due: 2026-12-24",
        "+    item: '0123'",
        "+requests:",
        "+  - for: map-vault",
        "+    asked: 2026-11-20",
        "+keep_in_touch: 3 months",
    ]
    checked = deskdiary("check", "--root", desk)
    assert checked.code == 0, checked.out
    assert "p-k7f2" not in checked.out
    assert on_a_forge.forge.repository.messages == ["Change p-k7f2 by a form"]
    expect(form.tab).to_have_title("Forms - Penrhyn Vale College Library")


def test_who_was_slower_is_told_and_nothing_of_her_colleagues_is_lost(
    form: Form, on_a_forge: OnAForge
) -> None:
    repository = on_a_forge.forge.repository
    form.tab.goto(f"{on_a_forge.url}forms/index.html#/collections/patrons/entries/p-b6u1")
    form.sign_in(TOKEN)
    form.type("hours", "after five")
    note = repository.git("show", f"{BRANCH}:patrons/p-b6u1.md").replace("---\n", "---\ngreet: Dafydd\n", 1)
    theirs = {"path": "patrons/p-b6u1.md", "contents": b64encode(note.encode()).decode()}
    repository.commit([theirs], repository.head, "A colleague's")
    form.tab.get_by_role("button", name="Save", exact=True).click()
    form.tab.get_by_text("Entry Changed by Someone Else").wait_for()
    form.tab.get_by_role("button", name="Cancel", exact=True).click()
    after = repository.git("show", f"{BRANCH}:patrons/p-b6u1.md")
    assert "greet: Dafydd" in after
    assert "after five" not in after


def test_what_a_form_cannot_show_is_not_written_over_by_what_is_typed(
    form: Form, on_a_forge: OnAForge
) -> None:
    repository = on_a_forge.forge.repository
    note = "---\nname: Ida Quill\nloans: [Slate Roads]\n---\n"
    theirs = {"path": "patrons/p-odd.md", "contents": b64encode(note.encode()).decode()}
    before = repository.commit([theirs], repository.head, "By hand")
    form.tab.goto(f"{on_a_forge.url}forms/index.html#/collections/patrons/entries/p-odd")
    form.sign_in(TOKEN)
    form.add("loans", "loan")
    form.type("loans.0.title", "Tin")
    form.type("loans.0.due", "2026-12-01")
    form.tab.get_by_role("button", name="Save", exact=True).click()
    form.tab.get_by_text("What stands under `loans` can't be shown here").wait_for()
    assert repository.head == before


SMALL = """
    # patrons/p-k7f2.md
    name: Ivor Penhale
    category: visitor
    interests: [tin]
    # resources/map-vault.md
    ---
    title: MapVault
    also_known_as:
      - Tithe Map Vault   # until 2025
    trial: {from: 2026-11-24, to: 2026-12-18}
    access: On any college computer
    ---

    Tithe and town maps.
    # library.yml
    library: Small Library
    country: GB
    timezone: Europe/London
    today: 2026-11-24
    staff: {ep: {name: Elin Pryce}}
    default_staff: ep
    categories: {visitor: {label: Visiting reader}}
    forms: {forge: none}
"""


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The site with its forms where no forge keeps the notes, and the desk's folder."""
    desk = built_with_forms(write_desk(tmp_path_factory.mktemp("home"), SMALL).root)
    with served(desk / "site") as url:
        yield url, desk


@pytest.fixture
def home_form(browser: Browser, at_home: tuple[str, Path]) -> Iterator[Form]:
    """A tab on the page of forms. Nobody but the site itself may be asked for anything."""
    url, desk = at_home
    context, opened = open_form(browser, f"{url}forms/index.html#/collections/resources/entries/map-vault")
    opened.choose_folder(desk)
    yield opened
    assert opened.said == []
    assert opened.tab.evaluate("window.broken") == []
    assert [made for made in opened.asked if not made.startswith((url, "data:", "blob:"))] == []
    context.close()


def test_in_a_folder_of_ones_own_notes_are_changed_and_made_without_a_problem(
    home_form: Form, at_home: tuple[str, Path]
) -> None:
    url, desk = at_home
    before = notes_of(desk)
    home_form.type("trial.to", "2027-01-15")
    home_form.type("access", "Ask at the desk.\nIt is quick.")
    home_form.save()
    home_form.tab.goto(f"{url}forms/index.html#/collections/patrons/new")
    home_form.type("name", "Ida Quill")
    home_form.choose("category", "Visiting reader")
    home_form.type("phone", "020 7946 0147")
    home_form.type("body", "Comes in on market days.")
    home_form.save()
    home_form.put_back(desk)
    after = notes_of(desk)
    (new,) = after.keys() - before.keys()
    assert re.fullmatch(r"patrons/p-[0-9a-f]{8,12}\.md", new)
    assert after[new] == (
        "---\nname: Ida Quill\ncategory: visitor\nphone: 020 7946 0147\n---\n\nComes in on market days.\n"
    )
    changed = [path for path, text in before.items() if after[path] != text]
    assert changed == ["resources/map-vault.md"]
    assert difference(before[changed[0]], after[changed[0]]) == [
        "-trial: {from: 2026-11-24, to: 2026-12-18}",
        "-access: On any college computer",
        "+trial: {from: 2026-11-24, to: 2027-01-15}",
        "+access: |-",
        "+  Ask at the desk.",
        "+  It is quick.",
    ]
    checked = deskdiary("check", "--root", desk)
    assert checked.code == 0, checked.out
    assert new not in checked.out


def test_behind_nginx_the_page_may_do_what_it_needs_and_no_more(
    browser: Browser, at_home: tuple[str, Path], tmp_path: Path
) -> None:
    _, desk = at_home
    certificate = make_certificate(tmp_path)
    with running_nginx(tmp_path, "deskdiary-basic.conf", desk / "site", certificate) as nginx:
        url = f"{nginx.url}/forms/index.html#/collections/patrons"
        context, opened = open_form(browser, url, {"username": STAFF, "password": PASSWORD})
        opened.choose_folder(desk)
        opened.tab.get_by_text("Ivor Penhale").wait_for()
        assert opened.tab.evaluate("window.broken") == []
        opened.tab.evaluate("fetch('https://api.example.org/').catch(() => {})")
        opened.tab.wait_for_function("window.broken.length > 0")
        assert opened.tab.evaluate("window.broken")[0] == "connect-src https://api.example.org/"
        context.close()

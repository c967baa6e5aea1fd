"""The preview: on this machine alone, and a changed note is there a moment later."""

import http.client
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from desk_writing import write_desk
from serving import PATIENCE, free_port, wait_until

pytestmark = pytest.mark.server


NOTE = "---\nname: Ann Hughes\nreminders: [{{date: 2026-11-24, about: {}}}]\n---\n"


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def shown(page: str) -> str:
    """What a page goes by when it asks whether it is another by now."""
    found = re.search(r'data-shown="([0-9a-f]+)"', page)
    assert found
    return found[1]


@contextmanager
def heeding_ctrl_c() -> Iterator[None]:
    """Whatever is started here can be stopped so, even if these tests run in the background and can't."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "wording").mkdir()
    return write_desk(tmp_path, "name: Ann Hughes\n").root


@pytest.fixture
def preview(desk: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    port = free_port()
    command = [sys.executable, "-m", "deskdiary", "serve", "--root", str(desk), "--port", str(port)]
    with heeding_ctrl_c():
        process = subprocess.Popen([*command, "--on", "2026-11-24"], stderr=subprocess.DEVNULL)
    with process:
        try:
            wait_until(lambda: get(port, "/index.html")[0] == 200)
            yield port, process
        finally:
            process.kill()


def test_a_changed_note_is_shown_a_moment_later_and_then_today(
    preview: tuple[int, subprocess.Popen[bytes]], desk: Path
) -> None:
    port, _ = preview
    note = desk / "patrons" / "p-test.md"
    note.write_text(NOTE.format("Ring about the atlas"), encoding="utf-8")
    wait_until(lambda: "Ring about the atlas" in get(port, "/patrons/p-test.html")[1])
    wait_until(lambda: "Ring about the atlas" in get(port, "/")[1])
    beside = note.with_name(".p-test.md.swp")
    beside.write_text(NOTE.format("Ring about the globe"), encoding="utf-8")
    beside.replace(note)
    for path in ("/patrons/p-test.html", "/index.html"):
        wait_until(lambda path=path: "Ring about the globe" in get(port, path)[1])  # type: ignore[misc]


def test_a_note_that_goes_takes_its_page_along_and_one_that_comes_has_one(
    preview: tuple[int, subprocess.Popen[bytes]], desk: Path
) -> None:
    port, _ = preview
    (desk / "patrons" / "p-test.md").rename(desk / "patrons" / "p-other.md")
    wait_until(lambda: get(port, "/patrons/p-other.html")[0] == 200)
    wait_until(lambda: get(port, "/patrons/p-test.html")[0] == 404)
    page = get(port, "/patrons/p-test.html")[1]
    assert "data-shown" in page, "whoever is there hears of it when the note comes back"
    wait_until(lambda: "p-other.html" in get(port, "/patrons/index.html")[1])


def test_only_pages_that_differ_are_told_to_load_anew(
    preview: tuple[int, subprocess.Popen[bytes]], desk: Path
) -> None:
    port, _ = preview
    patron, library = (shown(get(port, f"/{path}.html")[1]) for path in ("patrons/p-test", "library"))
    with ThreadPoolExecutor() as browser:
        waiting = browser.submit(get, port, f"/livereload/{patron}/patrons/p-test.html")
        (desk / "patrons" / "p-test.md").write_text(NOTE.format("Ring about the atlas"), encoding="utf-8")
        assert waiting.result(PATIENCE) == (200, "other")
    wait_until(lambda: "Ring about the atlas" in get(port, "/index.html")[1])
    assert shown(get(port, "/library.html")[1]) == library
    (desk / "library.yml").write_text("library: Smaller Library\n", encoding="utf-8")
    assert get(port, f"/livereload/{library}/library.html") == (200, "other")


@pytest.mark.browser
def test_whoever_has_the_page_open_reads_the_change_where_they_were(
    preview: tuple[int, subprocess.Popen[bytes]], desk: Path, browser: Browser
) -> None:
    port, _ = preview
    note = desk / "patrons" / "p-test.md"
    long = NOTE.format("Ring about the atlas") + "".join(f"\nVisit {number}.\n" for number in range(200))
    note.write_text(long, encoding="utf-8")
    wait_until(lambda: "Visit 199." in get(port, "/patrons/p-test.html")[1])
    with closing(browser.new_page(viewport={"width": 1200, "height": 600})) as page:
        page.goto(f"http://127.0.0.1:{port}/patrons/p-test.html")
        expect(page.get_by_text("Visit 100.")).to_be_attached()
        page.evaluate("scrollTo(0, 900)")
        note.write_text(long.replace("Visit 100.", "Visit a hundred."), encoding="utf-8")
        expect(page.get_by_text("Visit a hundred.")).to_be_attached()
        wait_until(lambda: page.evaluate("scrollY") == 900)
        note.unlink()
        expect(page.get_by_text("There is no such page")).to_be_visible()
        note.write_text(long, encoding="utf-8")
        expect(page.get_by_text("Visit 100.")).to_be_attached()


def test_an_edited_wording_is_shown_a_moment_later(
    preview: tuple[int, subprocess.Popen[bytes]], desk: Path
) -> None:
    port, _ = preview
    own = desk / "wording" / "newcomer.email.txt"
    own.write_text("A warm welcome since {{ about[0].since }}.\n", encoding="utf-8")
    wait_until(lambda: "A warm welcome since 26 August" in get(port, "/wording.html")[1])
    own.write_text("A warm welcome since {{ abuot[0].since }}.\n", encoding="utf-8")
    wait_until(lambda: "There is no word" in get(port, "/wording.html")[1])


def test_a_page_elsewhere_cannot_look_in_under_a_name_of_its_own(
    preview: tuple[int, subprocess.Popen[bytes]],
) -> None:
    port, _ = preview
    assert get(port, "/index.html", host="rebound.example.org")[0] == 403
    assert get(port, "/index.html", host="localhost")[0] == 200
    for odd in ("/patrons/%00.html", "/../../../etc/hostname", "/assets/"):
        assert get(port, odd)[0] == 404, "nothing but files of the site"


def test_stopping_it_is_no_fault(preview: tuple[int, subprocess.Popen[bytes]]) -> None:
    _, process = preview
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130


def test_a_port_that_is_taken_is_said_so(desk: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "deskdiary", "serve", "--root", str(desk), "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert f"port {port} is taken" in done.stderr

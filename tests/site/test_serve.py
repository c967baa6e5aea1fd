"""The preview: on this machine alone, and a changed note is there a moment later."""

import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desk_writing import write_desk
from serving import PATIENCE, free_port, wait_until

pytestmark = pytest.mark.server


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


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


def test_a_changed_note_is_shown_a_moment_later(
    preview: tuple[int, subprocess.Popen[bytes]], desk: Path
) -> None:
    port, _ = preview
    note = "---\nname: Ann Hughes\nreminders: [{date: 2026-11-24, about: Ring about the atlas}]\n---\n"
    (desk / "patrons" / "p-test.md").write_text(note, encoding="utf-8")
    wait_until(lambda: "Ring about the atlas" in get(port, "/index.html")[1])


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

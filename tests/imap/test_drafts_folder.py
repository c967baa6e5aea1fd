"""Drafts straight into the drafts folder of a real mail server, and everything that keeps them from it."""

import ast
import tempfile
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from pathlib import Path

import pytest

import deskdiary as package
from desk_writing import write_desk
from deskdiary.refusal import Refusal
from deskdiary.shells.drafts_folder import Account, account
from mail_server import PASSWORD, USER, MailServer, start
from processes import TOP, Ran, deskdiary

SENDERS = {"smtplib", "aiosmtplib", "smtpd", "nntplib", "sendgrid", "mailgun", "yagmail"}


@pytest.fixture(scope="module")
def mail_server() -> Iterator[MailServer]:
    """A server in a folder that its own users may enter: pytest's are for their owner alone."""
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        yield from start(Path(folder))


@pytest.fixture
def new_server() -> Iterator[MailServer]:
    """The same, and nobody has put anything there."""
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        yield from start(Path(folder))


@pytest.fixture(scope="module")
def german_server() -> Iterator[MailServer]:
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        yield from start(Path(folder), folder='"Meine Entwürfe"')


@pytest.fixture(scope="module")
def server_without_drafts() -> Iterator[MailServer]:
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        yield from start(Path(folder), folder="Drafts", special=r"\Archive")


def put(server: MailServer, *more: str | Path, **environment: str) -> Ran:
    return deskdiary("drafts", "--imap", *more, cwd=TOP, **(server.environment | environment))


@pytest.mark.server
def test_the_drafts_are_in_the_drafts_folder_once_however_often_one_asks(new_server: MailServer) -> None:
    first = put(new_server)
    assert (first.code, first.out) == (0, "")
    assert "4 drafts put into the drafts folder, 0 there already." in first.err
    second = put(new_server)
    assert "0 drafts put into the drafts folder, 4 there already." in second.err
    found = new_server.look("Drafts")
    assert len(found) == 4
    for flags, content in found:
        message = message_from_bytes(content, policy=policy.default)
        assert r"\Draft" in flags
        assert r"\Seen" not in flags
        assert message["X-Unsent"] == "1"
        assert str(message["From"]) == f"Elin Pryce <{USER}>", "a colleague's drafts are not hers to send"


@pytest.mark.server
def test_a_draft_that_its_owner_changed_stays_as_she_left_it(mail_server: MailServer, tmp_path: Path) -> None:
    note = "name: Ida Quill\nemail: ida.quill@example.org\nloan_reminders: personal\n{}"
    library = f"# library.yml\nlibrary: {{}}\nstaff: {{{{ep: {{{{name: Elin Pryce, email: {USER}}}}}}}}}\n"
    loans = "loans: [{{title: {}, due: 2026-11-25}}]\n"
    desk = note + loans + library
    write_desk(tmp_path / "a", desk.format("", "Tides", "Library A"))
    write_desk(tmp_path / "b", desk.format("greet: Ida\n", "Tides", "Library B"))
    day = ("--on", "2026-11-24")
    assert "1 draft put" in put(mail_server, "--root", tmp_path / "a", *day).err
    assert (
        "0 drafts put into the drafts folder, 1 there already"
        in put(mail_server, "--root", tmp_path / "b", *day).err
    )
    texts = [content.decode() for _, content in mail_server.look("Drafts")]
    assert sum("Library A" in text for text in texts) == 1
    assert not any("Library B" in text for text in texts)


@pytest.mark.server
def test_the_folder_is_found_by_what_it_is_for_and_not_by_its_name(german_server: MailServer) -> None:
    assert "4 drafts put into the drafts folder" in put(german_server).err
    assert "4 there already" in put(german_server).err


@pytest.mark.server
def test_where_no_folder_is_for_drafts_none_is_guessed(server_without_drafts: MailServer) -> None:
    told = put(server_without_drafts)
    assert told.code == 1
    assert "marks no folder as the one for drafts" in told.err
    assert server_without_drafts.look("Drafts") == []


@pytest.mark.server
def test_a_server_that_cannot_show_who_it_is_learns_no_password(mail_server: MailServer) -> None:
    told = put(mail_server, SSL_CERT_FILE="/dev/null")
    assert told.code == 1
    assert "cannot show that it is localhost, so nothing was said to it" in told.err
    by_number = mail_server.environment["DESKDIARY_IMAP"].replace("localhost", "127.0.0.1")
    assert "cannot show that it is 127.0.0.1" in put(mail_server, DESKDIARY_IMAP=by_number).err


@pytest.mark.server
def test_a_wrong_password_is_said_so_and_not_repeated(mail_server: MailServer) -> None:
    told = put(mail_server, DESKDIARY_IMAP_PASSWORD="hunter2")
    assert told.code == 1
    assert "did not take the user and the password" in told.err
    assert "hunter2" not in told.err + told.out


@pytest.mark.server
def test_a_password_may_be_kept_in_the_keyring(mail_server: MailServer, tmp_path: Path) -> None:
    (tmp_path / "ring.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Ring(KeyringBackend):\n"
        "    priority = 1\n"
        "    def set_password(self, service, username, password):\n"
        "        raise NotImplementedError\n"
        "    def get_password(self, service, username):\n"
        f"        return {PASSWORD!r} if (service, username) == ('deskdiary', {USER!r}) else None\n",
        encoding="utf-8",
    )
    ring = {"PYTHON_KEYRING_BACKEND": "ring.Ring", "PYTHONPATH": str(tmp_path), "DESKDIARY_IMAP_PASSWORD": ""}
    told = put(mail_server, **ring)
    assert (told.code, "there already" in told.err) == (0, True)


@pytest.mark.server
def test_an_account_of_nobody_in_particular_asks_whose_drafts(
    mail_server: MailServer, tmp_path: Path
) -> None:
    write_desk(tmp_path, "name: Ida Quill\n")
    told = put(mail_server, "--root", tmp_path, "--on", "2026-11-24")
    assert told.code == 1
    assert "say whose drafts with --staff KEY" in told.err


def test_a_server_that_is_not_there_is_no_fault_of_ours() -> None:
    told = deskdiary(
        *("drafts", "--imap", "--staff", "ep"),
        DESKDIARY_IMAP="imaps://elin@localhost:1",
        DESKDIARY_IMAP_PASSWORD="made-up",
    )
    assert (told.code, told.out) == (1, "")
    assert "localhost does not answer as a mail server" in told.err


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        pytest.param({}, "does not say where the mail is", id="nothing named"),
        pytest.param(
            {"DESKDIARY_IMAP": "imap://elin@mail.example.org"},
            "does not say where the mail is",
            id="in the clear",
        ),
        pytest.param(
            {"DESKDIARY_IMAP": "imaps://mail.example.org"}, "does not say where", id="nobody's account"
        ),
        pytest.param(
            {"DESKDIARY_IMAP": "imaps://elin:hunter2@mail.example.org"},
            "Take the password out",
            id="a password where it is shown",
        ),
    ],
)
def test_an_account_that_will_not_do_is_refused(environment: Mapping[str, str], said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        account(environment)
    assert "hunter2" not in str(refused.value)


def test_an_account_shows_neither_its_user_nor_its_password() -> None:
    whose = account(
        {
            "DESKDIARY_IMAP": "imaps://elin%40example.org@mail.example.org",
            "DESKDIARY_IMAP_PASSWORD": "hunter2",
        }
    )
    assert whose == Account("mail.example.org", 993, "elin@example.org", "hunter2")
    assert "hunter2" not in repr(whose)
    assert "elin" not in repr(whose)


def test_the_program_cannot_send_a_mail() -> None:
    """No module of the program imports anything that could, under whatever name."""
    files = sorted(Path(package.__file__).parent.rglob("*.py"))
    assert len(files) > 100
    imported = {name.split(".")[0] for file in files for name in _imports(ast.parse(file.read_text("utf-8")))}
    assert "imaplib" in imported
    assert imported & SENDERS == set()


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (word for word in SENDERS if word in node.value)

"""A mail server of the tests' own: Dovecot on this machine's loopback, with a certificate made for it."""

import getpass
import grp
import imaplib
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from serving import LOOPBACK, free_port, wait_until

USER, PASSWORD = "elin.pryce@example.org", "a made-up password, with a % in it"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where it listens, and the certificate that vouches for it."""

    port: int
    certificate: Path

    @property
    def environment(self) -> dict[str, str]:
        """What tells `deskdiary drafts --imap` of it."""
        return {
            "DESKDIARY_IMAP": f"imaps://elin.pryce%40example.org@localhost:{self.port}",
            "DESKDIARY_IMAP_PASSWORD": PASSWORD,
            "SSL_CERT_FILE": str(self.certificate),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }

    def look(self, folder: str) -> list[tuple[str, bytes]]:
        """Each message of a folder: its flags, and the message."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        with imaplib.IMAP4_SSL("localhost", self.port, ssl_context=context) as imap:
            imap.login(USER, PASSWORD)
            _, count = imap.select(folder, readonly=True)
            if count == [b"0"]:
                return []
            _, found = imap.fetch("1:*", "(FLAGS BODY.PEEK[])")
            return [(each[0].decode(), each[1]) for each in found if isinstance(each, tuple)]


CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {here}/run
state_dir = {here}/state
log_path = {here}/log
ssl = required
ssl_cert = <{here}/server.pem
ssl_key = <{here}/server.key
disable_plaintext_auth = yes
mail_location = maildir:{here}/mail/%u
mail_uid = {internal}
mail_gid = {group}
first_valid_uid = 0
first_valid_gid = 0
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {here}/users
}}
userdb {{
  driver = static
  args = home={here}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  mailbox {folder} {{
    auto = create
    special_use = {special}
  }}
}}
"""


def _certificate(here: Path) -> None:
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", here / "server.key", "-out", here / "server.pem"),
        ],
        check=True,
        capture_output=True,
    )


def _users() -> dict[str, str]:
    """Whom the server runs as: whoever runs the tests; the users that Debian keeps for it, under root."""
    if os.getuid() == 0:
        return {"internal": "dovecot", "login": "dovenull", "group": "dovecot"}
    name = getpass.getuser()
    return {"internal": name, "login": name, "group": grp.getgrgid(os.getgid()).gr_name}


def start(here: Path, folder: str = "Drafts", special: str = r"\Drafts") -> Iterator[MailServer]:
    """A server with one folder beside the inbox. It ends with the test that asked for it."""
    dovecot = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    if dovecot is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Dovecot here, and CI must have one")
        pytest.skip("needs Dovecot, which is not on this machine")
    _certificate(here)
    if os.getuid() == 0:
        shutil.chown(here, "dovecot", "dovecot")
    here.chmod(0o755)
    port = free_port()
    config = CONFIG.format(here=here, port=port, folder=folder, special=special, **_users())
    (here / "dovecot.conf").write_text(config, encoding="utf-8")
    (here / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n", encoding="utf-8")
    with subprocess.Popen([dovecot, "-F", "-c", here / "dovecot.conf"]) as process:
        try:
            wait_until(lambda: process.poll() is not None or _open(port))
            log = here / "log"
            assert process.poll() is None, log.read_text(encoding="utf-8") if log.exists() else "no log"
            yield MailServer(port, here / "server.pem")
        finally:
            process.terminate()


def _open(port: int) -> bool:
    with socket.create_connection((LOOPBACK, port), timeout=1):
        return True

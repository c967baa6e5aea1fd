"""The drafts folder of a mail account, over IMAP and TLS: messages are put there, never sent or changed."""

import imaplib
import os
import re
import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from deskdiary.refusal import Refusal

ACCOUNT, PASSWORD = "DESKDIARY_IMAP", "DESKDIARY_IMAP_PASSWORD"
SERVICE = "deskdiary"
PORT = 993
PATIENCE = 30
_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"(?:\\.|[^"\\])*"|NIL) (?P<name>"(?:\\.|[^"\\])*"|[^\s{]+)$')


@dataclass(frozen=True, slots=True)
class Account:
    """A mail account: where, whose, and its password, which nothing shows."""

    host: str
    port: int
    user: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Put:
    """How many messages were put into the drafts folder, and how many were there already."""

    new: int
    there: int


def account(environment: Mapping[str, str] | None = None) -> Account:
    """The account that the environment names, with its password from there or from the keyring.

    Raises Refusal where it names none, or one that would be read in the clear.
    """
    env = os.environ if environment is None else environment
    url = urlsplit(env.get(ACCOUNT, ""))
    if url.scheme != "imaps" or not url.hostname or not url.username:
        raise Refusal(
            f"{ACCOUNT} does not say where the mail is. Type imaps://, the user (with %40 for @), @ and the "
            "server, such as imaps://elin.pryce%40example.org@mail.example.org"
        )
    if url.password:
        raise Refusal(f"Take the password out of {ACCOUNT}: it belongs into {PASSWORD} or the keyring.")
    user = unquote(url.username)
    password = env.get(PASSWORD) or _from_keyring(user)
    if not password:
        raise Refusal(
            f"There is no password for this account. Put it into {PASSWORD}, or into the keyring with "
            f"`keyring set {SERVICE}` and the user."
        )
    return Account(url.hostname, url.port or PORT, user, password)


def _from_keyring(user: str) -> str | None:
    """The password that the machine keeps for its owner; None where it keeps none, or has no keyring."""
    try:
        import keyring  # noqa: PLC0415 - an extra, which need not be installed
        from keyring.errors import KeyringError  # noqa: PLC0415 - the same
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, user)
    except KeyringError:
        return None


def put_drafts(whose: Account, messages: Mapping[str, bytes]) -> Put:
    """Put each message, by its Message-ID, into the drafts folder, unless one with that id is there.

    One that is there stays as its owner may have changed it.
    """
    with _connected(whose) as imap:
        folder = _drafts_of(imap)
        _expect(imap.select(folder), "open the drafts folder")
        there = [name for name in messages if _is_there(imap, name)]
        for name, content in messages.items():
            if name not in there:
                answer = imap.append(folder, r"(\Draft)", None, content)
                _expect(answer, "put a draft into the folder")
        return Put(len(messages) - len(there), len(there))


@contextmanager
def _connected(whose: Account) -> Iterator[imaplib.IMAP4_SSL]:
    """A connection whose other end has shown who it is, logged in; logged out whatever happens."""
    try:
        imap = imaplib.IMAP4_SSL(whose.host, whose.port, ssl_context=_context(), timeout=PATIENCE)
    except ssl.SSLCertVerificationError:
        raise Refusal(
            f"{whose.host} cannot show that it is {whose.host}, so nothing was said to it. Ask whoever looks "
            "after your mail; a certificate of your own is named in SSL_CERT_FILE."
        ) from None
    except (OSError, imaplib.IMAP4.error) as fault:
        raise Refusal(f"{whose.host} does not answer as a mail server ({type(fault).__name__}).") from None
    try:
        yield _logged_in(imap, whose)
    except (OSError, imaplib.IMAP4.abort) as fault:
        raise Refusal(f"{whose.host} broke off ({type(fault).__name__}). Try again.") from None
    except imaplib.IMAP4.error:
        raise Refusal(f"{whose.host} would not do what was asked.") from None
    finally:
        _leave(imap)


def _context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _logged_in(imap: imaplib.IMAP4_SSL, whose: Account) -> imaplib.IMAP4_SSL:
    try:
        imap.login(whose.user, whose.password)
    except UnicodeEncodeError:
        imap.authenticate("PLAIN", lambda _: f"\0{whose.user}\0{whose.password}".encode())
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        raise Refusal(f"{whose.host} did not take the user and the password.") from None
    return imap


def _leave(imap: imaplib.IMAP4_SSL) -> None:
    try:
        imap.logout()
    except (OSError, imaplib.IMAP4.error):
        imap.shutdown()


def _drafts_of(imap: imaplib.IMAP4_SSL) -> str:
    r"""The folder that the server marks as \Drafts, in whatever language it is called."""
    special = "SPECIAL-USE" in imap.capabilities
    kind, lines = imap.list('""', "* RETURN (SPECIAL-USE)" if special else "*")
    _expect((kind, lines), "list the folders")
    for line in _whole(lines):
        match = _LISTED.search(line)
        if match and rb"\drafts" in match["flags"].lower().split():
            return match["name"].decode("ascii", "surrogateescape")
    raise Refusal(r"The server marks no folder as the one for drafts (\Drafts), and guessing is not safe.")


def _whole(lines: Iterable[bytes | tuple[bytes, bytes] | None]) -> Iterator[bytes]:
    r"""Each line of a list, a name that was sent as a literal put in its place, in quotation marks."""
    for line in lines:
        if isinstance(line, tuple):
            quoted = line[1].replace(b"\\", b"\\\\").replace(b'"', b'\\"')
            yield re.sub(rb"\{\d+\}$", b'"' + quoted.replace(b"\\", b"\\\\") + b'"', line[0])
        elif line:
            yield line


def _is_there(imap: imaplib.IMAP4_SSL, message_id: str) -> bool:
    kind, found = imap.search(None, "HEADER", "Message-ID", f'"{message_id}"')
    _expect((kind, found), "look for the draft")
    return bool(found and found[0] and found[0].split())


def _expect(answer: tuple[str, object], asked: str) -> None:
    if answer[0] != "OK":
        raise Refusal(f"The mail server would not {asked}.")

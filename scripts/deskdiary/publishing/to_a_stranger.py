"""Whether a site shuts its door to strangers: decided from what it answered one who brought no password."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from deskdiary.publishing.answer import Said, Silence
from deskdiary.publishing.verdict import Proven, Refused, Verdict

SHUT = frozenset({401, 403})
HTTPS_PORT = 443
ELSEWHERE = frozenset({301, 302, 303, 307, 308})
# Where oauth2-proxy asks people who they are.
OAUTH2_PROXY = ("/oauth2/sign_in", "/oauth2/start")
FIRST = ("", "index.html", "search/names.html")
# Asked for where the site has none of the kind: a shut door is shut before anybody looks what is behind it.
MADE_UP = {"drafts": "drafts/p-0000.eml", "patrons": "patrons/p-0000.html"}
# The theme's own scripts and styles say nothing of anybody.
THEME = "assets"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is, and where people are sent to sign in; both https, without a last slash."""

    address: str
    logins: tuple[str, ...]


def site_at(address: str, login: str | None) -> Site:
    """The site at an address; without a sign-in page named, oauth2-proxy's beside it count."""
    return Site(address, (login,) if login else tuple(urljoin(address, path) for path in OAUTH2_PROXY))


def worth_asking(files: Iterable[str]) -> tuple[str, ...]:
    """The paths a stranger tries: the first page, the search, and of each folder one file of each kind."""
    kinds: dict[tuple[str, str], str] = {}
    for file in sorted(files):
        kinds.setdefault((_folder(file), _kind(file)), file)
    found = [file for (folder, _), file in kinds.items() if folder != THEME]
    made_up = [path for folder, path in MADE_UP.items() if not any(known == folder for known, _ in kinds)]
    return tuple(dict.fromkeys((*FIRST, *found, *made_up)))


def _folder(file: str) -> str:
    return file.partition("/")[0] if "/" in file else ""


def _kind(file: str) -> str:
    """How a file's name ends; a folder's own page is of a kind with nobody's."""
    name = file.rpartition("/")[2]
    return name if name == "index.html" else name.rpartition(".")[2]


def address_of(site: Site, path: str) -> str:
    """The web address of a file of the site."""
    return f"{site.address}/{quote(path)}"


def server(site: Site, said: Mapping[str, Said]) -> Verdict:
    """The site is private if every path a stranger tried was refused, or led to where people sign in."""
    reasons = tuple(
        f"/{path}: the server {against}"
        for path, answer in said.items()
        if (against := _against(site, path, answer)) is not None
    )
    if reasons or not said:
        return Refused(reasons or ("Nothing was asked of the server.",))
    return Proven(f"the server refused a stranger everywhere he tried, {len(said)} paths in all")


def _against(site: Site, path: str, said: Said) -> str | None:
    """What stands against the site in one answer, or None where the door was shut."""
    if isinstance(said, Silence):
        return f"{said}."
    if said.status in SHUT:
        return None
    if said.status in ELSEWHERE:
        to = _place(said.location, address_of(site, path))
        known = to is not None and to in {_place(login) for login in site.logins}
        return None if known else "sends strangers elsewhere, and not to the page where people sign in."
    if said.status in range(200, 300):
        return f"shows it to anybody (status {said.status})."
    return (
        f"answers strangers with status {said.status}: only 401, 403 or the way to sign in proves it is shut."
    )


def _place(location: str, seen_from: str = "") -> tuple[str, int, str] | None:
    """What an address points to, whatever is asked of it: None where it is no https address."""
    try:
        parts: SplitResult = urlsplit(urljoin(seen_from, location))
        port = parts.port or HTTPS_PORT
    except ValueError:
        return None
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        return None
    return (parts.hostname, port, parts.path.rstrip("/"))

"""The nginx configuration we ship, in Debian's nginx: staff get in, and nobody else sees a word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nginx_running import AUTHORIZATION, SHIPPED, Nginx, running_nginx
from processes import Ran, deskdiary
from serving import Asked, Certificate, Reply, StandIn, free_port, stand_in

pytestmark = pytest.mark.server
BASIC, OAUTH2 = "deskdiary-basic.conf", "deskdiary-oauth2.conf"
SIGNED_IN, NOT_STAFF = {"Cookie": "_oauth2_proxy=staff"}, {"Cookie": "_oauth2_proxy=guest"}
SECRET = "Professor Prosser"
PAGES = (
    *("/", "/index.html", "/search/names.html", "/patrons/p-k7f2.html", "/drafts/p-r8d4.eml"),
    *("/drafts/p-k7f2.txt", "/diary.ics", "/assets/deskdiary.css", "/sitemap.xml"),
)
EVERYWHERE = {
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow, noarchive",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk whose site has a file of every kind, and some that should never be shown."""
    desk = tmp_path_factory.mktemp("desk")
    for path in (*PAGES[1:], "/.deskdiary", "/drafts/.hidden.html"):
        file = desk / "site" / path[1:]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{SECRET}: ŵ", encoding="utf-8")
    (desk / "site" / "404.html").write_text("No such page", encoding="utf-8")
    (desk / "elsewhere.html").write_text(SECRET, encoding="utf-8")
    (desk / "site" / "link.html").symlink_to(desk / "elsewhere.html")
    return desk


@pytest.fixture(scope="module")
def basic(tmp_path_factory: pytest.TempPathFactory, desk: Path, certificate: Certificate) -> Iterator[Nginx]:
    """nginx that knows one colleague's name and password."""
    with running_nginx(tmp_path_factory.mktemp("basic"), BASIC, desk / "site", certificate) as nginx:
        yield nginx


@pytest.fixture(scope="module")
def oauth2_proxy() -> Iterator[StandIn]:
    """What stands in for oauth2-proxy: it knows who is staff, and who is somebody else."""
    known = {SIGNED_IN["Cookie"]: 202, NOT_STAFF["Cookie"]: 403}

    def answer(made: Asked) -> Reply:
        if made.path == "/oauth2/auth":
            return Reply(known.get(made.headers.get("cookie", ""), 401), headers={"Set-Cookie": "renewed=1"})
        return Reply(200, b"Sign in", {"Content-Type": "text/html"})

    with stand_in(answering=answer) as server:
        yield server


@pytest.fixture(scope="module")
def oauth2(
    tmp_path_factory: pytest.TempPathFactory, desk: Path, certificate: Certificate, oauth2_proxy: StandIn
) -> Iterator[Nginx]:
    """nginx that asks oauth2-proxy who may come in."""
    there = {"127.0.0.1:4180": f"127.0.0.1:{oauth2_proxy.port}"}
    folder = tmp_path_factory.mktemp("oauth2")
    with running_nginx(folder, OAUTH2, desk / "site", certificate, **there) as nginx:
        yield nginx


def publish_check(nginx: Nginx, desk: Path) -> Ran:
    trusted = {"SSL_CERT_FILE": str(nginx.certificate.file), "NO_PROXY": "127.0.0.1"}
    return deskdiary(
        "publish-check", "--target", "server", "--url", nginx.url, "--root", desk, cwd=None, **trusted
    )


@pytest.mark.parametrize("path", [*PAGES, "/drafts/", "/drafts", "/nowhere.html", "/link.html", "/404.html"])
def test_without_a_password_nothing_is_shown_not_even_what_there_is(basic: Nginx, path: str) -> None:
    got = basic.get(path)
    assert got.status == 401
    assert got.headers["www-authenticate"] == 'Basic realm="Desk Diary, for staff"'
    assert SECRET not in got.text


def test_a_wrong_password_is_none(basic: Nginx) -> None:
    assert basic.get("/index.html", {"Authorization": "Basic ZXA6d3Jvbmc="}).status == 401


@pytest.mark.parametrize("path", PAGES)
def test_staff_get_in(basic: Nginx, path: str) -> None:
    got = basic.get(path, AUTHORIZATION)
    assert (got.status, got.text) == (200, f"{SECRET}: ŵ")


@pytest.mark.parametrize(
    "path", ["/index.html", "/drafts/p-r8d4.eml", "/assets/deskdiary.css", "/nowhere.html", "/drafts/"]
)
def test_every_answer_has_the_headers_that_keep_it_private(basic: Nginx, path: str) -> None:
    for got in (basic.get(path), basic.get(path, AUTHORIZATION)):
        assert {name: got.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
        assert "nginx/" not in got.headers["server"]


def test_the_policy_names_no_other_host_and_no_frame(basic: Nginx) -> None:
    policy = basic.get("/index.html", AUTHORIZATION).headers["content-security-policy"]
    directives = {part.split()[0]: part.split()[1:] for part in policy.split(";")}
    sources = {source for found in directives.values() for source in found}
    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "data:"}
    assert (directives["default-src"], directives["frame-ancestors"]) == (["'none'"], ["'none'"])


def test_no_copy_of_a_page_is_kept_but_of_the_themes_own_files_it_may_be(basic: Nginx) -> None:
    kept = {path: basic.get(path, AUTHORIZATION).headers["cache-control"] for path in PAGES}
    assert {path for path, value in kept.items() if value != "no-store"} == {"/assets/deskdiary.css"}
    assert kept["/assets/deskdiary.css"] == "private, no-cache"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/drafts/p-r8d4.eml", "message/rfc822"), ("/diary.ics", "text/calendar; charset=utf-8")],
)
def test_a_draft_and_a_calendar_are_downloads(basic: Nginx, path: str, kind: str) -> None:
    got = basic.get(path, AUTHORIZATION)
    assert (got.headers["content-type"], got.headers["content-disposition"]) == (kind, "attachment")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/index.html", "text/html; charset=utf-8"), ("/drafts/p-k7f2.txt", "text/plain; charset=utf-8")],
)
def test_a_page_and_a_letter_are_read_where_they_are(basic: Nginx, path: str, kind: str) -> None:
    got = basic.get(path, AUTHORIZATION)
    assert got.headers["content-type"] == kind
    assert "content-disposition" not in got.headers


@pytest.mark.parametrize("path", ["/drafts/", "/patrons/", "/search/", "/assets/"])
def test_a_folder_is_not_listed_even_for_staff(basic: Nginx, path: str) -> None:
    got = basic.get(path, AUTHORIZATION)
    assert got.status == 403
    assert "p-r8d4" not in got.text


@pytest.mark.parametrize(
    "path",
    ["/link.html", "/.deskdiary", "/drafts/.hidden.html", "/../elsewhere.html", "/%2e%2e/elsewhere.html"],
)
def test_what_was_never_meant_to_be_published_is_not(basic: Nginx, path: str) -> None:
    got = basic.get(path, AUTHORIZATION)
    assert got.status in {400, 403, 404}
    assert SECRET not in got.text


def test_a_page_that_is_not_there_is_told_in_the_sites_own_words(basic: Nginx) -> None:
    got = basic.get("/nowhere.html", AUTHORIZATION)
    assert (got.status, got.text) == (404, "No such page")


def test_in_the_clear_there_is_only_the_way_to_tls(basic: Nginx) -> None:
    got = basic.get_in_the_clear("/patrons/p-k7f2.html")
    assert (got.status, got.headers["location"]) == (301, "https://diary.example.org/patrons/p-k7f2.html")
    assert SECRET not in got.text


def test_where_the_passwords_are_missing_nobody_gets_in(
    tmp_path: Path, desk: Path, certificate: Certificate
) -> None:
    with running_nginx(tmp_path, BASIC, desk / "site", certificate) as nginx:
        (tmp_path / "deskdiary.htpasswd").unlink()
        got = nginx.get("/index.html", AUTHORIZATION)
    assert got.status in {403, 500}
    assert SECRET not in got.text


def test_a_site_may_be_changed_by_turning_one_link(
    tmp_path: Path, desk: Path, certificate: Certificate
) -> None:
    (tmp_path / "current").symlink_to(desk / "site")
    (tmp_path / "nginx").mkdir()
    with running_nginx(tmp_path / "nginx", BASIC, tmp_path / "current", certificate) as nginx:
        assert nginx.get("/index.html", AUTHORIZATION).status == 200
        assert nginx.get("/link.html", AUTHORIZATION).status == 404


def test_publish_check_finds_the_shipped_configuration_private(
    basic: Nginx, oauth2: Nginx, desk: Path
) -> None:
    for nginx in (basic, oauth2):
        ran = publish_check(nginx, desk)
        assert (ran.code, ran.err) == (0, "")


def test_publish_check_finds_the_one_kind_of_file_that_was_let_out(
    tmp_path: Path, desk: Path, certificate: Certificate
) -> None:
    let_out = {"root /srv/deskdiary/site;": f"root {desk}/site; location ^~ /drafts/ {{ auth_basic off; }}"}
    with running_nginx(tmp_path, BASIC, desk / "site", certificate, **let_out) as nginx:
        ran = publish_check(nginx, desk)
    assert ran.code == 1
    assert "/drafts/p-r8d4.eml: the server shows it to anybody (status 200)." in ran.err
    assert "/patrons" not in ran.err


@pytest.mark.parametrize("path", [*PAGES, "/drafts/", "/nowhere.html", "/link.html"])
def test_whoever_is_not_signed_in_is_led_to_sign_in(oauth2: Nginx, path: str) -> None:
    got = oauth2.get(path)
    assert (got.status, got.headers["location"]) == (302, f"{oauth2.url}/oauth2/sign_in?rd={path}")
    assert SECRET not in got.text


@pytest.mark.parametrize("path", PAGES)
def test_staff_who_are_signed_in_get_in_and_stay_signed_in(oauth2: Nginx, path: str) -> None:
    got = oauth2.get(path, SIGNED_IN)
    assert (got.status, got.text) == (200, f"{SECRET}: ŵ")
    assert got.headers["set-cookie"] == "renewed=1"
    assert {name: got.headers.get(name) for name in EVERYWHERE} == EVERYWHERE


@pytest.mark.parametrize("path", ["/index.html", "/drafts/p-r8d4.eml", "/drafts/", "/link.html"])
def test_whoever_is_signed_in_and_not_staff_is_refused(oauth2: Nginx, path: str) -> None:
    got = oauth2.get(path, NOT_STAFF)
    assert got.status == 403
    assert SECRET not in got.text


def test_the_sign_in_page_is_there_for_everybody_and_under_a_policy_of_its_own(oauth2: Nginx) -> None:
    got = oauth2.get("/oauth2/sign_in?rd=/")
    assert (got.status, got.text) == (200, "Sign in")
    assert "content-security-policy" not in got.headers
    assert got.headers["cache-control"] == "no-store"


def test_whether_somebody_is_signed_in_is_asked_by_nginx_alone(oauth2: Nginx) -> None:
    assert oauth2.get("/oauth2/auth", SIGNED_IN).status != 202
    assert oauth2.get("/oauth2/auth").status != 202


def test_oauth2_proxy_is_told_who_asks_and_for_what(oauth2: Nginx, oauth2_proxy: StandIn) -> None:
    oauth2.get(
        "/patrons/p-k7f2.html", {**SIGNED_IN, "X-Forwarded-For": "192.0.2.7", "X-Real-IP": "192.0.2.7"}
    )
    told = oauth2_proxy.asked[-1].headers
    assert told["x-auth-request-redirect"] == told["x-forwarded-uri"] == "/patrons/p-k7f2.html"
    assert (told["x-forwarded-proto"], told["x-forwarded-for"], told["x-real-ip"]) == (
        "https",
        "127.0.0.1",
        "127.0.0.1",
    )


def test_where_oauth2_proxy_is_away_nobody_gets_in(
    tmp_path: Path, desk: Path, certificate: Certificate
) -> None:
    away = {"127.0.0.1:4180": f"127.0.0.1:{free_port()}"}
    with running_nginx(tmp_path, OAUTH2, desk / "site", certificate, **away) as nginx:
        got = nginx.get("/index.html", SIGNED_IN)
    assert got.status >= 500
    assert SECRET not in got.text


def test_the_door_is_left_open_for_nothing_but_the_way_to_sign_in() -> None:
    shipped = {file.name: file.read_text(encoding="utf-8") for file in SHIPPED.rglob("*.conf")}
    assert {
        name: text.count("auth_request off;") for name, text in shipped.items() if "request off" in text
    } == {OAUTH2: 3}
    assert "auth_basic off" not in "".join(shipped.values())

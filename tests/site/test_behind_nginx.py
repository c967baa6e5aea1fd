"""The built site as a library would put it up: behind nginx, under its policy, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from nginx_running import PASSWORD, STAFF, Nginx, running_nginx
from serving import make_certificate

pytestmark = [pytest.mark.browser, pytest.mark.server]
# Told by the browser itself, whatever the policy that was broken: the page's own, or nginx's.
LISTEN = """
window.broken = [];
document.addEventListener("securitypolicyviolation", (told) =>
  window.broken.push(`${told.violatedDirective} ${told.blockedURI}`));
"""


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory, built_desk: Path) -> Iterator[Nginx]:
    folder = tmp_path_factory.mktemp("nginx")
    certificate = make_certificate(folder)
    with running_nginx(folder, "deskdiary-basic.conf", built_desk / "site", certificate) as server:
        yield server


@pytest.fixture
def page(browser: Browser, nginx: Nginx) -> Iterator[Page]:
    """A tab of a colleague who has typed her password."""
    context = browser.new_context(
        base_url=nginx.url,
        ignore_https_errors=True,
        http_credentials={"username": STAFF, "password": PASSWORD},
        accept_downloads=True,
    )
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "path",
    ["/", "/fortnight.html", "/insight.html", "/patrons/p-k7f2.html", "/resources/index.html", "/nowhere"],
)
def test_a_page_does_all_it_wants_under_the_policy(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.broken") == []


def directives(policy: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in policy.split(";")}


def test_nginx_and_the_page_say_the_same_but_the_page_alone_names_its_scripts(page: Page) -> None:
    answer = page.goto("/index.html")
    assert answer
    own = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    said, of_page = directives(answer.headers["content-security-policy"]), directives(own or "")
    assert said.pop("frame-ancestors") == ["'none'"]
    assert said.pop("script-src") == ["'self'", "'unsafe-inline'"]
    assert all(source.startswith(("'self'", "'sha256-")) for source in of_page.pop("script-src"))
    assert said == of_page


def test_the_policy_is_in_force(page: Page) -> None:
    page.goto("/index.html")
    page.evaluate(
        "document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example.org/x.png'}))"
    )
    page.wait_for_function("window.broken.length > 0")
    assert page.evaluate("window.broken[0]") == "img-src https://elsewhere.example.org/x.png"


def test_search_works_behind_the_password(page: Page) -> None:
    page.goto("/index.html", wait_until="networkidle")
    page.get_by_placeholder("Search").press_sequentially("Prosser")
    page.get_by_role("option", name="Professor Mair Prosser").wait_for()
    assert page.evaluate("window.broken") == []


def test_a_draft_is_a_download_and_not_a_page(page: Page) -> None:
    page.goto("/index.html")
    with page.expect_download() as download:
        page.evaluate("location.href = '/drafts/p-r8d4.eml'")
    assert download.value.suggested_filename == "p-r8d4.eml"

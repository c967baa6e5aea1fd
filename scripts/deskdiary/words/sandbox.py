"""The sandbox that templates run in: no calls, only the vocabulary's words, and an end to every run."""

from dataclasses import fields
from functools import lru_cache

from jinja2 import StrictUndefined, TemplateError
from jinja2 import Template as Compiled
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deskdiary.words.template_rules import FILTERS, LOOP, TESTS, Fault, Template
from deskdiary.words.vocabulary import Around, SaidOf, vocabulary

LONGEST = 200_000
_FILE = "<template>"


def soft(text: str) -> str:
    """A Welsh day of the week as it stands after `ar` or `tan`, or as a time: `ddydd Gwener`."""
    return f"d{text}" if text.startswith("dydd ") else text


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with next to nothing in it."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)
        self.filters = {name: each for name, each in self.filters.items() if name in FILTERS}
        self.filters["soft"] = soft
        self.tests = {name: each for name, each in self.tests.items() if name in TESTS}
        self.globals = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:  # noqa: ARG002 - Jinja's own
        """Only the words of the vocabulary, and where a loop is."""
        if isinstance(obj, SaidOf):
            return attr in {each.name for each in fields(obj)}
        return isinstance(obj, LoopContext) and attr in LOOP

    def is_safe_callable(self, obj: object) -> bool:  # noqa: ARG002 - Jinja's own
        """Nothing can be called."""
        return False


JINJA = Sandbox()


def run(template: Template, said: Around) -> str | Fault:
    """What a template says, or the mistake that it comes to."""
    made, size = [], 0
    try:
        for piece in _compiled(template.source).generate(vocabulary(said)):
            size += len(piece)
            if size > LONGEST:
                return template.fault(1, "This says too much: no letter is that long.", "Shorten it.")
            made.append(piece)
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError) as wrong:
        message = f"This cannot be said ({type(wrong).__name__})."
        remedy = "See that every word is one of the vocabulary, and that texts are not reckoned with."
        return template.fault(_line(wrong), message, remedy)
    return "".join(made)


@lru_cache(maxsize=512)
def _compiled(source: str) -> Compiled:
    return JINJA.from_string(source)


def _line(wrong: Exception) -> int:
    """The line of the template on which it went wrong, as Jinja writes it into the traceback."""
    line, step = 1, wrong.__traceback__
    while step:
        line = step.tb_lineno if step.tb_frame.f_code.co_filename == _FILE else line
        step = step.tb_next
    return line

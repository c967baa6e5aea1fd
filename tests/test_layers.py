"""The layers hold: the core reads nothing and knows no today, shells are strangers, modules stay small."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import deskdiary
from deskdiary.rules import RULES

PACKAGE = Path(deskdiary.__file__).parent
LONGEST_FUNCTION = 40
LONGEST_MODULE = 250

# What reaches outside the program: no module of the core has business with any of it.
WORLDLY = frozenset(
    {
        *("asyncio", "multiprocessing", "sched", "signal", "subprocess", "threading"),
        *("builtins", "ctypes", "importlib", "pickle", "platform", "sys", "sysconfig"),
        *("ftplib", "http", "imaplib", "poplib", "select", "selectors", "smtplib", "socket", "socketserver"),
        *("ssl", "urllib.request", "webbrowser", "xmlrpc"),
        *(
            "dbm",
            "fileinput",
            "getpass",
            "glob",
            "io",
            "logging",
            "mmap",
            "os",
            "pathlib",
            "shelve",
            "shutil",
        ),
        *("shelve", "shutil", "sqlite3", "stat", "tarfile", "tempfile", "zipfile"),
        *("locale", "random", "secrets", "time", "uuid"),
    }
)
# The libraries the core may think with. They work out what they are asked, and touch nothing.
THINKING = frozenset(
    {
        *("babel", "dateutil", "holidays", "icalendar", "langcodes", "phonenumbers", "email_validator"),
        *("jinja2", "markdown", "markupsafe", "msgspec", "nh3", "pygal", "pymdownx"),
    }
)
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp"})
HANDS = frozenset({"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint"})


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the program: its dotted name, its text and its syntax."""

    name: str
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        first = self.name.split(".")[1:2]
        return {"cli": "cli", "__main__": "cli", "shells": "shells"}.get(first[0] if first else "", "core")

    @property
    def shell(self) -> str:
        """The shell a module belongs to: a folder of `shells/`, or one file there."""
        return self.name.split(".")[2] if self.name.count(".") > 1 else ""

    @property
    def imports(self) -> tuple[str, ...]:
        return tuple(_imports(self.tree))

    @property
    def ours(self) -> tuple[str, ...]:
        return tuple(name for name in self.imports if name.split(".")[0] == "deskdiary")


def _imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a file; of `from a import b`, `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out from the top"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def modules() -> tuple[Module, ...]:
    return tuple(_module(file) for file in sorted(PACKAGE.rglob("*.py")))


def _module(file: Path) -> Module:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    text = file.read_text(encoding="utf-8")
    return Module(".".join(part for part in parts if part != "__init__"), text, ast.parse(text))


def in_layer(*layers: str) -> list[Module]:
    return [module for module in modules() if module.layer in layers]


def each(found: list[Module]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("module", found, ids=lambda module: module.name)


def test_every_layer_has_modules() -> None:
    assert len(in_layer("core")) > len(in_layer("shells")) > 0
    assert in_layer("cli")


@each(in_layer("core"))
def test_the_core_imports_neither_shells_nor_the_command_line(module: Module) -> None:
    assert [name for name in module.ours if name.split(".")[1:2] in (["shells"], ["cli"])] == []


@each(in_layer("core"))
def test_the_core_reads_writes_and_asks_nothing(module: Module) -> None:
    found = {name for name in module.imports if name in WORLDLY or name.split(".")[0] in WORLDLY}
    assert found == set()


@each(in_layer("core"))
def test_the_core_thinks_with_few_libraries(module: Module) -> None:
    outside = {name.split(".")[0] for name in module.imports} - set(sys.stdlib_module_names) - {"deskdiary"}
    assert outside <= THINKING


@each(in_layer("core"))
def test_the_core_does_not_know_what_day_it_is(module: Module) -> None:
    called = [node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    clocks = [func.attr for func in called if isinstance(func, ast.Attribute) and func.attr in CLOCKS]
    hands = [func.id for func in called if isinstance(func, ast.Name) and func.id in HANDS]
    assert clocks + hands == []


@each(in_layer("shells"))
def test_a_shell_knows_the_core_and_itself_alone(module: Module) -> None:
    strangers = [
        name
        for name in module.ours
        if name.startswith("deskdiary.cli")
        or (name.startswith("deskdiary.shells.") and name.split(".")[2] != module.shell)
    ]
    assert strangers == []


def test_only_the_shell_that_renders_knows_mkdocs() -> None:
    knowing = {module.shell for module in in_layer("core", "shells") if "mkdocs" in _tops(module)}
    assert len(knowing) == 1


def test_only_the_shell_that_reads_notes_knows_yaml() -> None:
    knowing = {
        module.shell for module in in_layer("core", "shells") if _tops(module) & {"yaml", "frontmatter"}
    }
    assert knowing == {"reading"}


def _tops(module: Module) -> set[str]:
    return {name.split(".")[0] for name in module.imports}


def test_no_module_comes_back_to_itself_by_way_of_others() -> None:
    known = {module.name: module for module in modules()}
    finished: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way, name))
        if name in finished:
            return
        for other in known[name].ours:
            if other in known and other != name:
                visit(other, (*way, name))
        finished.add(name)

    for name in known:
        visit(name, ())


@each(list(modules()))
def test_a_module_says_in_one_line_what_lives_there(module: Module) -> None:
    said = ast.get_docstring(module.tree)
    assert said, "a module begins with its docstring"
    assert "\n" not in said
    assert said.endswith(".")


@each(list(modules()))
def test_a_module_can_be_read_at_one_sitting(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_MODULE
    long = {
        node.name: length
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_a_rules_file_is_named_for_its_kind() -> None:
    assert {rule.kind: rule.find.__module__ for rule in RULES} == {
        rule.kind: f"deskdiary.rules.{rule.kind.replace('-', '_')}" for rule in RULES
    }


def test_a_rule_that_is_written_is_a_rule_that_is_kept() -> None:
    written = {module.name for module in modules() if "= Rule(" in module.text}
    assert written == {rule.find.__module__ for rule in RULES}

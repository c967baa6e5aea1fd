"""The page of forms in a browser, as somebody at the desk uses it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, HttpCredentials, Locator, Page

# Told by the browser itself: what the page's policy kept it from.
LISTEN = """
window.broken = [];
document.addEventListener("securitypolicyviolation", (told) =>
  window.broken.push(`${told.violatedDirective} ${told.blockedURI}`));
"""
# A browser asks a person to choose the desk's folder. Here it is the browser's own, filled beforehand.
_CHOOSE = """async (files) => {
  const desk = await (await navigator.storage.getDirectory()).getDirectoryHandle("desk", {create: true});
  await desk.getDirectoryHandle(".git", {create: true});
  for (const [path, text] of Object.entries(files)) {
    const [folder, name] = path.split("/");
    const inner = await desk.getDirectoryHandle(folder, {create: true});
    const handle = await inner.getFileHandle(name, {create: true});
    const writer = await handle.createWritable();
    await writer.write(text);
    await writer.close();
  }
  window.showDirectoryPicker = async () => desk;
}"""
_TAKE = """async () => {
  const desk = await (await navigator.storage.getDirectory()).getDirectoryHandle("desk");
  const found = {};
  for (const folder of ["patrons", "resources"])
    for await (const [name, handle] of (await desk.getDirectoryHandle(folder)).entries())
      found[`${folder}/${name}`] = await (await handle.getFile()).text();
  return found;
}"""

_COME_NEAR = """path => {
  if (document.querySelector(`[data-key-path="${path}"]`)) return true;
  [...document.querySelectorAll('section[data-key-path]:not([data-key-path*="."])')].at(-1)?.scrollIntoView();
  return false;
}"""


@dataclass(frozen=True, slots=True)
class Form:
    """A tab with the page of forms, all that it asked for, and what its console said of faults."""

    tab: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def sign_in(self, token: str) -> None:
        self.tab.get_by_role("button", name="Sign In Using Access Token").click()
        self.tab.get_by_label("Personal Access Token").fill(token)
        self.tab.get_by_role("button", name="Sign In", exact=True).click()

    def choose_folder(self, desk: Path) -> None:
        """Work with the notes of a folder, as on one's own machine."""
        self.tab.evaluate(_CHOOSE, notes_of(desk))
        self.tab.get_by_role("button", name="Work with Local Repository").click()

    def put_back(self, desk: Path) -> None:
        """Bring the folder that the browser has written back to the desk."""
        found: Mapping[str, str] = self.tab.evaluate(_TAKE)
        for path, text in found.items():
            (desk / path).write_bytes(text.encode())

    def field(self, path: str) -> Locator:
        """A field by its name; those further down are there once one has come near."""
        self.tab.wait_for_function(_COME_NEAR, arg=path, polling=50)
        found = self.tab.locator(f'[data-key-path="{path}"]')
        found.scroll_into_view_if_needed()
        return found

    def type(self, path: str, text: str) -> None:
        self.field(path).locator("input, textarea").fill(text)

    def choose(self, path: str, name: str) -> None:
        self.field(path).get_by_role("combobox").click()
        self.tab.get_by_role("option", name=name).click()

    def add(self, path: str, noun: str) -> None:
        self.field(path).get_by_role("button", name=re.compile(f"Add .*{noun}")).last.click()

    def save(self) -> None:
        """Save, and wait until the list of notes is there again."""
        self.tab.get_by_role("button", name="Save", exact=True).click()
        self.tab.wait_for_url(re.compile(r"#/collections/(patrons|resources)$"))


def notes_of(desk: Path) -> dict[str, str]:
    """Every note as text, by its path."""
    files = [file for folder in ("patrons", "resources") for file in (desk / folder).glob("*.md")]
    return {f"{file.parent.name}/{file.name}": file.read_bytes().decode() for file in files}


def open_form(
    browser: Browser, url: str, password: HttpCredentials | None = None
) -> tuple[BrowserContext, Form]:
    """A page of the site in a tab of its own that remembers all it is asked for."""
    # West of Greenwich a date that was taken for a moment would be the day before.
    context = browser.new_context(
        ignore_https_errors=True,
        viewport={"width": 1280, "height": 1400},
        http_credentials=password,
        timezone_id="America/St_Johns",
    )
    context.set_default_timeout(60_000)
    context.add_init_script(LISTEN)
    form = Form(context.new_page())
    form.tab.on("request", lambda made: form.asked.append(made.url))
    form.tab.on("pageerror", lambda fault: form.said.append(str(fault)))
    form.tab.on("console", lambda told: form.said.append(told.text) if told.type in _FAULTS else None)
    form.tab.goto(url)
    return context, form


_FAULTS = {"error", "warning"}

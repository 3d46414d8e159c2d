"""Opens one page in the browser, in every view, and lists what is wrong with it."""

import asyncio
import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, Locator, Page

import keyboard
import pairs_table
import paper
from problem import Problem

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")

# The last is the one at which pages are also printed and used.
SCREEN_WIDTHS = [390, 768, 1280]
# Only to see that nothing runs off or is cut: the text is that of 1280 px.
WIDEST = 1920
SCREEN_HEIGHT = 900
# A4 less the 15 mm margins that the stylesheet gives printed pages, at 96 px an inch.
PRINT_WIDTH = 680
# Wider than any figure, so that one opened by itself stands in its own size.
FIGURE_WIDTH = 1280

# Boxes that touch or overlap by up to this many pixels read as apart: glyphs are drawn to fractions of a pixel, and
# the marks over and under Arabic letters on following lines meet by a whole one.
TOLERANCE = 1.1
SMALLEST_LABEL = 11.5
# 7 pt, on paper and in a figure of a journal's width.
SMALLEST_PRINTED_LABEL = 9.3
# WCAG 2.1 AA for text of ordinary size.
LABEL_CONTRAST = 4.5

AXE_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
# What a change of colours alone can break.
AXE_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@dataclass(frozen=True)
class Place:
    """A file of a site and how problems name it."""

    file: Path
    site: Path
    is_printed: bool = True
    """Whether it is printed to paper too, which one page of each kind is."""

    @property
    def name(self) -> str:
        return str(self.file.relative_to(self.site))

    def owns(self, address: str) -> bool:
        """Whether an address is a file of this site, or no file at all (`data:`)."""
        parts = urlsplit(address)
        if parts.scheme in ("data", "blob", "about"):
            return True
        return parts.scheme == "file" and Path(unquote(parts.path)).is_relative_to(self.site)


class Findings(list):
    """The problems of one place, found in the view that is on at the time."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.view = "loading"

    def add(self, what: str, where: str):
        self.append(Problem(self.place.name, self.view, what, " ".join(where.split())))

    def listen(self, page: Page):
        """Puts down every message, error and request that should not be."""
        page.on("console", lambda message: self.add("console", message.text))
        page.on("pageerror", lambda error: self.add("page-error", str(error)))
        page.on("requestfailed", lambda request: self.add("request-failed", request.url))
        page.on("request", self.check_request)

    def check_request(self, request):
        if not self.place.owns(request.url):
            self.add("outside-request", request.url)


@contextlib.asynccontextmanager
async def opened(browser: Browser, findings: Findings, width: int, scripts: bool = True):
    """The place in a new page of its own context."""
    context = await browser.new_context(
        viewport={"width": width, "height": SCREEN_HEIGHT}, java_script_enabled=scripts
    )
    try:
        page = await context.new_page()
        findings.listen(page)
        await page.goto(findings.place.file.as_uri(), wait_until="load")
        yield page
    finally:
        await context.close()


async def checked(check, browser: Browser, places: list[Place], jobs: int) -> list[Problem]:
    """What a check finds at all places, so many at a time, in the places' order whichever was done first."""
    turns = asyncio.Semaphore(jobs)

    async def in_turn(place: Place) -> list[Problem]:
        async with turns:
            return await check(browser, place)

    return sum(await asyncio.gather(*map(in_turn, places)), [])


async def check_page(browser: Browser, place: Place) -> list[Problem]:
    findings = Findings(place)
    findings.view = f"{SCREEN_WIDTHS[0]} px"
    # Loaded once and then resized: scripts of these pages do not ask for the width.
    async with opened(browser, findings, SCREEN_WIDTHS[0]) as page:
        await page.emulate_media(color_scheme="light")
        for width in SCREEN_WIDTHS:
            await check_width(page, findings, width)
        findings.view = f"{WIDEST} px"
        await resize(page, WIDEST)
        await measure(page, findings, SMALLEST_LABEL)
        await check_forced_colours(page, findings, ["light", "dark"])
        await check_print(page, findings)
        await resize(page, SCREEN_WIDTHS[-1])
        await check_keyboard(page, findings)
        await check_controls(page, findings)
        await check_pairs_table(page, findings)
        if place.is_printed:
            await check_sheets(page, findings)
    await check_without_scripts(browser, findings)
    return findings


async def resize(page: Page, width: int):
    await page.set_viewport_size({"width": width, "height": SCREEN_HEIGHT})


async def check_width(page: Page, findings: Findings, width: int):
    """At one width, and at the last in the dark too, which changes no place and no size. What axe asks depends on what
    is shown, and that differs most between the narrowest layout and the widest."""
    await resize(page, width)
    findings.view = f"{width} px light"
    await measure(page, findings, SMALLEST_LABEL)
    if width in (SCREEN_WIDTHS[0], SCREEN_WIDTHS[-1]):
        await run_axe(page, findings, AXE_RULES)
    if width == SCREEN_WIDTHS[-1]:
        findings.view = f"{width} px dark"
        await page.emulate_media(color_scheme="dark")
        await measure(page, findings, SMALLEST_LABEL)
        await run_axe(page, findings, AXE_COLOURS)
        await page.emulate_media(color_scheme="light")


async def check_keyboard(page: Page, findings: Findings):
    findings.view = "keyboard"
    for what, where in await keyboard.problems(page):
        findings.add(what, where)


async def check_sheets(page: Page, findings: Findings):
    findings.view = "sheets of paper"
    await page.goto("about:blank")
    await page.goto(findings.place.file.as_uri(), wait_until="load")
    for where in await paper.problems(page):
        findings.add("figure-cut", where)


async def check_forced_colours(page: Page, findings: Findings, schemes: list[str]):
    """Whether labels can be told from what is behind them where the reader's few colours take the place of ours."""
    for scheme in schemes:
        findings.view = f"forced colours {scheme}"
        await page.emulate_media(forced_colors="active", color_scheme=scheme)
        await measure(page, findings, SMALLEST_LABEL, contrast_only=True)
    await page.emulate_media(forced_colors="none", color_scheme="light")


async def check_print(page: Page, findings: Findings):
    findings.view = "print"
    await page.emulate_media(media="print", color_scheme="light")
    await page.set_viewport_size({"width": PRINT_WIDTH, "height": SCREEN_HEIGHT})
    await measure(page, findings, SMALLEST_PRINTED_LABEL)
    await run_axe(page, findings, AXE_COLOURS)
    await page.emulate_media(media="screen")


async def check_figure(browser: Browser, place: Place) -> list[Problem]:
    """A figure opened by itself; both colour schemes, since it carries its own colours."""
    findings = Findings(place)
    findings.view = "alone"
    async with opened(browser, findings, FIGURE_WIDTH) as page:
        for scheme in ["light", "dark"]:
            findings.view = f"alone {scheme}"
            await page.emulate_media(color_scheme=scheme)
            await measure(page, findings, SMALLEST_PRINTED_LABEL)
    return findings


async def measure(page: Page, findings: Findings, smallest_label: float, contrast_only: bool = False):
    await settle(page)
    limits = {"tolerance": TOLERANCE, "labelSize": smallest_label, "contrast": LABEL_CONTRAST}
    for problem in await page.evaluate(f"({MEASURE})({json.dumps(limits | {'contrastOnly': contrast_only})})"):
        findings.add(problem["what"], problem["where"])


async def settle(page: Page):
    """Waits until the page is laid out and painted in its new view."""
    frame = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    await page.evaluate(f"document.fonts.ready.then(() => {frame}).then(() => null)")


async def run_axe(page: Page, findings: Findings, rules: dict):
    if not await page.evaluate("typeof axe === 'object'"):
        await page.evaluate(AXE_SCRIPT)
    # Preloading would fetch the style sheets by script, which the pages' policy rightly forbids.
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    violations = await page.evaluate(
        "(options) => axe.run(document, options).then((results) => results.violations)", options
    )
    for violation in violations:
        nodes = violation["nodes"]
        more = f" and {len(nodes) - 1} more" if len(nodes) > 1 else ""
        where = f"{violation['help']}: {nodes[0]['html'][:120]}{more}"
        findings.add(f"axe {violation['id']}", where)


# What a reader sees of a page, and what assistive technology is told of its controls.
STATE = """() => document.body.innerText + [...document.querySelectorAll("main *")].map((element) =>
  ["aria-expanded", "aria-pressed", "aria-sort", "open"].map((name) => element.getAttribute(name)).join()).join()"""


CONTROLS = "button, input, select, summary"


async def check_controls(page: Page, findings: Findings):
    """Each button, field and choice does something when it is used, on the page as it was opened."""
    findings.view = "controls"
    is_as_opened = False
    count = None
    index = 0
    while count is None or index < count:
        if not is_as_opened:
            # Not reload(): a page may keep its state in its address.
            await page.goto("about:blank")
            await page.goto(findings.place.file.as_uri(), wait_until="load")
            opened_as = await page.evaluate(STATE)
            is_as_opened = True
        control = page.locator(CONTROLS).nth(index)
        count = count or await page.locator(CONTROLS).count()
        index += 1
        if index > count or not await control.is_visible():
            continue
        name = await control.evaluate("(control) => control.outerHTML")
        await use(control)
        await settle(page)
        if await page.evaluate(STATE) == opened_as:
            findings.add("dead-control", name[:120])
        is_as_opened = await taken_back(page, control) and await page.evaluate(STATE) == opened_as


async def taken_back(page: Page, control: Locator) -> bool:
    """Uses a control once more where that undoes what it did, which is sooner done than to open the page anew."""
    undo = """(control) => control.matches("summary") || control.hasAttribute("aria-expanded")"""
    if not await control.count() or not await control.evaluate(undo):
        return False
    await control.click()
    await settle(page)
    return True


async def check_pairs_table(page: Page, findings: Findings):
    findings.view = "table"
    address = findings.place.file.as_uri()
    await page.goto("about:blank")
    await page.goto(address, wait_until="load")
    if await page.locator(pairs_table.TABLE).count():
        for problem in await pairs_table.problems(page, address):
            findings.add("table", problem)


async def use(control: Locator):
    kind = await control.evaluate("(control) => control.type ?? control.tagName.toLowerCase()")
    if kind == "select-one":
        await control.select_option(
            index=await control.evaluate("(control) => (control.selectedIndex + 1) % control.length")
        )
    elif kind in ("text", "search"):
        await control.fill("no row holds these words")
    else:
        await control.click()


WITHOUT_SCRIPTS = """() => {
  const shown = (element) => element.getClientRects().length > 0;
  const name = (element) => element.outerHTML.slice(0, 120);
  // A browser opens what is folded into <details> by itself.
  const rows = [...document.querySelectorAll("tr")].filter((row) => !shown(row) && !row.closest("details"));
  const controls = [...document.querySelectorAll("button, input, select, textarea, [role=button]")].filter(shown);
  return [
    ...rows.map((row) => ["hidden-row", name(row)]),
    ...controls.map((control) => ["dead-control", name(control)]),
  ];
}"""


async def check_without_scripts(browser: Browser, findings: Findings):
    findings.view = "no JavaScript"
    async with opened(browser, findings, SCREEN_WIDTHS[-1], scripts=False) as page:
        for what, where in await page.evaluate(WITHOUT_SCRIPTS):
            findings.add(what, where)

"""Opens one page in the browser, in every view, and lists what is wrong with it."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, Locator, Page

import pairs_table
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

# Boxes that touch or overlap by up to this many pixels read as apart: glyphs are drawn to fractions of a pixel.
TOLERANCE = 1.0
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


async def check_page(browser: Browser, place: Place) -> list[Problem]:
    findings = Findings(place)
    for width in SCREEN_WIDTHS:
        findings.view = f"{width} px"
        async with opened(browser, findings, width) as page:
            for scheme in ["light", "dark"]:
                findings.view = f"{width} px {scheme}"
                await page.emulate_media(color_scheme=scheme)
                await measure(page, findings, SMALLEST_LABEL)
                await run_axe(page, findings, AXE_RULES if scheme == "light" else AXE_COLOURS)
            if width == SCREEN_WIDTHS[-1]:
                await check_print(page, findings)
                await page.set_viewport_size({"width": width, "height": SCREEN_HEIGHT})
                await check_controls(page, findings)
                await check_pairs_table(page, findings)
    findings.view = f"{WIDEST} px"
    async with opened(browser, findings, WIDEST) as page:
        await measure(page, findings, SMALLEST_LABEL)
    await check_without_scripts(browser, findings)
    return findings


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


async def measure(page: Page, findings: Findings, smallest_label: float):
    await settle(page)
    limits = {"tolerance": TOLERANCE, "labelSize": smallest_label, "contrast": LABEL_CONTRAST}
    for problem in await page.evaluate(f"({MEASURE})({limits})"):
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
    for index in range(await page.locator(CONTROLS).count()):
        # Not reload(): a page may keep its state in its address.
        await page.goto("about:blank")
        await page.goto(findings.place.file.as_uri(), wait_until="load")
        control = page.locator(CONTROLS).nth(index)
        if not await control.is_visible():
            continue
        name = await control.evaluate("(control) => control.outerHTML")
        before = await page.evaluate(STATE)
        await use(control)
        await settle(page)
        if await page.evaluate(STATE) == before:
            findings.add("dead-control", name[:120])


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

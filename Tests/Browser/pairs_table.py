"""The table of all pairs: sorting, filtering, and an address that keeps the choice."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.async_api import Page

TABLE = ".table[data-filter]"
GREEK = str.maketrans("αβγδκ", "abgdk")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def number(text: str) -> float:
    """What a cell shows: `1,024`, `>0.99`, `4 × 10⁻¹⁴`; nothing sorts last."""
    power = re.fullmatch(r"[<>]?([\d.]+) × 10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", text)
    if power:
        return float(power[1]) * 10 ** int(power[2].translate(SUPERSCRIPTS))
    plain = text.lstrip("<>").replace(",", "").replace("−", "-")
    return float(plain) if re.fullmatch(r"-?[\d.]+", plain) else float("inf")


def finite(values: list[float]) -> list[float]:
    return [value for value in values if value != float("inf")]


async def heads(page: Page) -> list[str]:
    cells = page.locator(f"{TABLE} th")
    return [text.strip() for text in await cells.all_text_contents()]


async def column(page: Page, head: str) -> list[str]:
    place = (await heads(page)).index(head) + 1
    cells = page.locator(f"{TABLE} tbody tr:not(.no-match) td:nth-child({place})")
    return [text.strip() for text in await cells.all_text_contents()]


async def sort(page: Page, head: str):
    place = (await heads(page)).index(head) + 1
    await page.click(f"{TABLE} th:nth-child({place}) button")


async def search(page: Page, words: str):
    await page.fill(".filter input[type=search]", words)


async def search_problems(page: Page) -> list[str]:
    """A name is found however its Greek letters and hyphens are written; words of no name are answered."""
    found = []
    await page.click("text=Show all") if await page.is_visible(".paging") else None
    names = await page.locator(f"{TABLE} tbody td:first-child a").all_text_contents()
    other = [name for name in names if not name.isascii() or "-" in name]
    for name in dict.fromkeys(other[:1] + [name for name in other if not name.isascii()][:1]):
        for words in [name.lower().translate(GREEK), name.lower().translate(GREEK).replace("-", "")]:
            await search(page, words)
            if not any(cell.startswith(name) for cell in await column(page, "Trait")):
                found.append(f"the search for {words} does not find {name}")
    await search(page, "no row holds these words")
    if await column(page, "Trait"):
        found.append("the search for words that no row holds leaves rows")
    if not await page.locator(f"{TABLE} .no-match").count():
        found.append("a search that finds nothing does not say so")
    await search(page, "")
    return found


async def choice_of(page: Page, label: str):
    """The field of the bar with that label; none where all rows say the same."""
    return page.locator(".filter label", has_text=label).locator("select").first


async def choice_problems(page: Page, head: str) -> list[str]:
    """A choice leaves its rows and no others, and the address keeps it."""
    if head not in await heads(page):
        return []
    choice = await choice_of(page, head)
    if not await choice.count():
        return []
    found = []
    option = await choice.locator("option").nth(1).get_attribute("value")
    await choice.select_option(option)
    rows = await column(page, head)
    if not rows or set(rows) - {option}:
        found.append(f"the choice of {head} “{option}” does not leave its rows alone")
    await page.reload()
    if await column(page, head) != rows:
        found.append(f"the address does not keep the choice of {head}")
    await (await choice_of(page, head)).select_option("")
    if len(await column(page, head)) < len(rows):
        found.append(f"taking back the choice of {head} does not bring the rows back")
    return found


async def limit_problems(page: Page) -> list[str]:
    choice = await choice_of(page, "below")
    if not await choice.count():
        return []
    await choice.select_option("0.05")
    left = [number(text) for text in await column(page, "p")]
    await choice.select_option("")
    return ["p below 0.05 leaves larger ones"] if any(value >= 0.05 for value in left) else []


async def keyboard_problems(page: Page) -> list[str]:
    """The search field is reached by Tab alone and seen to be, and a head sorts by Enter."""
    await page.evaluate("scrollTo(0, 0); document.activeElement?.blur()")
    for _ in range(400):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement?.matches('.filter input[type=search]') ?? false"):
            break
    else:
        return ["the search field cannot be reached by Tab"]
    found = []
    if await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none":
        found.append("the search field does not show that it has the focus")
    for _ in range(40):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement?.matches('th button.sort') ?? false"):
            break
    before = await page.evaluate("document.querySelector('.filter .only-narrow select').value")
    await page.keyboard.press("Enter")
    if await page.evaluate("document.querySelector('.filter .only-narrow select').value") == before:
        found.append("a head does not sort by the keyboard")
    return found


# What a reader has chosen, and the rows that it left.
CHOICES = """() => [...document.querySelectorAll(".filter input, .filter select")].map((field) => field.value)"""


async def return_problems(page: Page) -> list[str]:
    """Who follows a trait's link and goes back finds the words, the choices and the order as they were left."""
    link = page.locator(f"{TABLE} tbody td:first-child a").last
    if not await link.count():
        return []
    await search(page, (await link.text_content())[:2])
    await sort(page, "Trait")
    if await (choice := await choice_of(page, "Direction")).count():
        await choice.select_option(index=1)
    before = [await page.evaluate(CHOICES), await column(page, "Trait")]
    link = page.locator(f"{TABLE} tbody tr:not(.no-match) td:first-child a").first
    if not await link.count():
        return ["the search for the beginning of a name leaves no row"]
    address = page.url
    await link.click()
    await page.wait_for_load_state("load")
    if page.url == address:
        return ["the link of a row leads nowhere"]
    await page.go_back(wait_until="load")
    after = [await page.evaluate(CHOICES), await column(page, "Trait")]
    return [] if after == before else ["going back to the table does not bring back what was chosen"]


async def printing_problems(page: Page, rows: int) -> list[str]:
    """On paper every row and plain heads; on the screen afterwards what was there before."""
    found = []
    before = len(await column(page, "Trait"))
    buttons = await page.locator(f"{TABLE} th button").count()
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    if len(await column(page, "Trait")) < rows:
        found.append("the printed table lacks rows")
    if await page.locator(f"{TABLE} th button").count():
        found.append("heads are buttons on paper, which are left out where a head is repeated")
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    if len(await column(page, "Trait")) != before or await page.locator(f"{TABLE} th button").count() != buttons:
        found.append("printing leaves the table on the screen changed")
    return found


async def problems(page: Page, address: str) -> list[str]:
    """What does not work, a sentence each; expects a page with such a table, as it was opened."""
    found = []
    written = Path(unquote(urlsplit(address).path)).read_text(encoding="utf-8")
    table = written.split("data-filter", 1)[1].split("</table>", 1)[0]
    rows = table.count("<tr") - 1

    for head in ["Variants", "p"]:
        await sort(page, head)
        if await page.locator(f"{TABLE} [aria-sort=descending]").count():
            await sort(page, head)
        up = [number(text) for text in await column(page, head)]
        await sort(page, head)
        down = [number(text) for text in await column(page, head)]
        if up != sorted(up):
            found.append(f"sorting by {head} does not give rising numbers")
        chosen = await page.evaluate("document.querySelector('.filter .only-narrow select').value")
        if not chosen.endswith(" down"):
            found.append(f"sorting by {head} does not change the choice of an order")
        if finite(down) != sorted(finite(down), reverse=True) or len(down) < len(up):
            found.append(f"sorting by {head} again does not give falling numbers")

    for head in ["Direction", "Group", "Evidence", "Verdict"]:
        found += await choice_problems(page, head)
    found += await limit_problems(page)

    await page.goto("about:blank")
    await page.goto(address)
    found += await printing_problems(page, rows)
    found += await search_problems(page)
    found += await keyboard_problems(page)
    await page.goto("about:blank")
    await page.goto(address)
    return found + await return_problems(page)

"""Sees that programs other than browsers draw the figures of a site as Chromium does: readers open them in editors
and journals' systems, and these know less of CSS.

    check_figures.py [--browser PROGRAM] SITE...

The largest figure of each kind, and of each of a journal's widths, is drawn by rsvg-convert and by Chromium in its
light colours; blocks of both drawings are compared, not pixels, since letters differ by fractions of one. First two
figures are tried, one of which rsvg-convert cannot draw. Prints one line a problem. Exit codes: 0 clean, 1 problems,
65 no figure there, 70 the comparison does not find what it should.
"""

import argparse
import asyncio
import io
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops
from playwright.async_api import Browser, async_playwright

from sample import largest_figures

FIXTURES = Path(__file__).resolve().parent / "fixtures"
FAITHFUL = FIXTURES / "clean.svg"
UNFAITHFUL = FIXTURES / "drawn-otherwise.svg"

# Pixels of a side of a block, and by how much of 255 its brightness may differ.
BLOCK = 6
MOST_DIFFERENCE = 60
# Letters of another font may cross the edge of a block.
MOST_BLOCKS = 0.005


def chosen(sites: list[Path]) -> list[Path]:
    return sorted(set().union(*map(chosen_of, sites)))


def chosen_of(site: Path) -> set[Path]:
    """Of attachments, where the name of a figure ends in its width, the largest of each kind and width."""
    studies = [site, *(path.parent for path in site.glob("*/index.html"))]
    return set().union(*(largest_figures(study, 1) for study in studies))


def drawn_by_rsvg(figure: Path) -> Image.Image:
    # By itself rsvg-convert takes an inch for 90 pixels, and browsers for 96.
    size = ["--dpi-x=96", "--dpi-y=96"]
    command = ["rsvg-convert", *size, "--background-color=white", "--format=png", str(figure)]
    done = subprocess.run(command, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("L")


async def drawn_by_chromium(browser: Browser, figure: Path) -> Image.Image:
    page = await browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    try:
        await page.goto(figure.resolve().as_uri())
        box = await page.evaluate("(({ width, height }) => ({ width, height }))"
                                  "(document.documentElement.getBoundingClientRect())")
        # The window cuts off what does not fit.
        await page.set_viewport_size({"width": 1280, "height": max(900, int(box["height"]) + 1)})
        data = await page.screenshot(clip={"x": 0, "y": 0, **box})
    finally:
        await page.close()
    return Image.open(io.BytesIO(data)).convert("L")


def share_of_blocks(one: Image.Image, other: Image.Image) -> float:
    """The share of blocks whose brightness differs."""
    # The sizes differ by a rounding at most: more would be another drawing.
    if abs(one.width - other.width) > 2 or abs(one.height - other.height) > 2:
        return 1.0
    width, height = min(one.width, other.width), min(one.height, other.height)
    blocks = (max(1, width // BLOCK), max(1, height // BLOCK))
    reduced = [image.crop((0, 0, width, height)).resize(blocks, Image.Resampling.BOX) for image in (one, other)]
    counts = ImageChops.difference(*reduced).histogram()
    return sum(counts[MOST_DIFFERENCE + 1:]) / (blocks[0] * blocks[1])


async def problem(browser: Browser, figure: Path) -> str | None:
    share = share_of_blocks(drawn_by_rsvg(figure), await drawn_by_chromium(browser, figure))
    if share <= MOST_BLOCKS:
        return None
    return f"rsvg-convert and Chromium draw {100 * share:.1f} % of it differently"


async def run(options: argparse.Namespace) -> int:
    figures = chosen(options.sites)
    if not figures:
        print(f"check-figures: there is no figure in {' or '.join(map(str, options.sites))}.", file=sys.stderr)
        return 65
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=options.browser)
        if await problem(browser, FAITHFUL) or not await problem(browser, UNFAITHFUL):
            print("check-figures: the comparison does not find what it should in fixtures/.", file=sys.stderr)
            return 70
        found = [(figure, await problem(browser, figure)) for figure in figures]
        await browser.close()
    lines = [f"{figure}: alone light: drawn-otherwise: {what}" for figure, what in found if what]
    print(*lines, sep="\n", end="\n" if lines else "")
    print(f"check-figures: {len(figures)} figures; problems: {len(lines)}", file=sys.stderr)
    return 1 if lines else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("sites", type=Path, nargs="+", help="folders of rendered sites or of attachments")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="the Chromium program")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(asyncio.run(run(arguments())))

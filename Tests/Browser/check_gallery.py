"""Measures the figures of the gallery: that no label is cut, small or faint, and none lies over another.

    check_gallery.py [--browser PROGRAM] GALLERY

Each at the width of a phone and of a desktop; dark and forced colours are those of the site's figures, which
check_site.py looks at. That the measure finds what is wrong is seen on its fixtures. Prints one line a problem. Exit
codes: 0 clean, 1 problems, 65 no gallery there.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from playwright.async_api import Browser, async_playwright

import problem
from visit import SCREEN_WIDTHS, SMALLEST_LABEL, Findings, Place, checked, measure, opened, resize


async def check_figure(browser: Browser, place: Place) -> list[problem.Problem]:
    findings = Findings(place)
    async with opened(browser, findings, SCREEN_WIDTHS[0]) as page:
        await page.emulate_media(color_scheme="light")
        for width in [SCREEN_WIDTHS[0], SCREEN_WIDTHS[-1]]:
            findings.view = f"{width} px"
            await resize(page, width)
            await measure(page, findings, SMALLEST_LABEL)
    return findings


async def run(options: argparse.Namespace) -> int:
    gallery = options.gallery.resolve()
    pages = sorted(gallery.glob("*.html"))
    if not pages:
        print(f"check-gallery: there is no page in {options.gallery}.", file=sys.stderr)
        return 65
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=options.browser)
        places = [Place(page, gallery) for page in pages]
        problems = await checked(check_figure, browser, places, os.cpu_count())
        await browser.close()
    lines = problem.report(problems)
    print(*lines, sep="\n", end="\n" if lines else "")
    print(f"check-gallery: {len(pages)} pages; problems: {len(lines)}", file=sys.stderr)
    return 1 if lines else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gallery", type=Path, help="the folder that scripts/gallery writes")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="the Chromium program")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(asyncio.run(run(arguments())))

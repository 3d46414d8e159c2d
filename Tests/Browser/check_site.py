"""Opens a site in Chromium as its readers do, and lists what they would trip over.

    check_site.py [--browser PROGRAM] [--jobs N] SITE

Every kind of page is opened at four widths, light and dark, in forced colours, printed, by the keyboard alone, and
without JavaScript; the figures also by themselves. One page of each kind is printed to paper. Every page is weighed.
First the checks are tried on pages that are wrong on purpose (fixtures/): one that finds nothing there finds nothing
anywhere. Prints one line a problem. Exit codes: 0 clean, 1 problems, 65 no site there, 70 the checks do not find what
they should.
"""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path

from playwright.async_api import Browser, async_playwright

import problem
import self_test
import weight
from sample import longest_of_each_kind, sample_of
from visit import Place, check_figure, check_page, checked


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("sites", type=Path, nargs="+", help="the folders of rendered sites")
    parser.add_argument(
        "--skip", action="append", default=[], help="a folder at the top of a site whose kinds of page the others have"
    )
    parser.add_argument("--browser", default="/usr/bin/chromium", help="the Chromium program")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="pages looked at at a time")
    return parser.parse_args()


async def check_place(browser: Browser, place: Place) -> list[problem.Problem]:
    return await (check_figure if place.file.suffix == ".svg" else check_page)(browser, place)


async def run(options: argparse.Namespace) -> int:
    started = time.monotonic()
    samples = {site.resolve(): sample_of(site.resolve(), options.skip) for site in options.sites}
    for site, sample in samples.items():
        if not sample.pages:
            print(f"check-browser: there is no page in {site}.", file=sys.stderr)
            return 65
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=options.browser)
        fixtures = [Place(file, self_test.FIXTURES) for file in self_test.files()]
        surprises = self_test.surprises(await checked(check_place, browser, fixtures, options.jobs)) + weight.self_test()
        if surprises:
            print(*surprises, "check-browser: the checks do not find what they should.", sep="\n", file=sys.stderr)
            return 70
        printed = longest_of_each_kind([page for sample in samples.values() for page in sample.pages])
        places = [
            Place(file, site, file in printed)
            for site, sample in samples.items()
            for file in sample.pages + sample.figures
        ]
        problems = await checked(check_place, browser, places, options.jobs)
        await browser.close()
    for site in samples:
        problems += weight.problems(site)
    lines = problem.report(problems)
    print(*lines, sep="\n", end="\n" if lines else "")
    looked_at = f"{sum(len(sample.pages) for sample in samples.values())} pages and "
    looked_at += f"{sum(len(sample.figures) for sample in samples.values())} figures"
    seconds = time.monotonic() - started
    print(f"check-browser: {looked_at} in {seconds:.0f} s; problems: {len(lines)}", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(run(arguments())))

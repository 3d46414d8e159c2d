"""What a page of a site weighs on its way to a reader: itself, its stylesheet and its script, each compressed by gzip
as a web server sends it. Figures stand in the page and count with it."""

import gzip
import re
from pathlib import Path

from problem import Problem

PAGE_LIMIT = 150_000
# The overview of a study holds every trait and the table of every pair.
FRONT_PAGE_LIMIT = 250_000


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def problem(weight: int, limit: int) -> str | None:
    return f"{weight:,} bytes compressed, and the limit is {limit:,}" if weight > limit else None


def problems(site: Path) -> list[Problem]:
    """Of every page of the site, not of a sample."""
    assets: dict[Path, int] = {}
    found = []
    for page in sorted(site.rglob("*.html")):
        data = page.read_bytes()
        weight = compressed(data)
        for reference in re.findall(rb'<(?:link rel="stylesheet" href|script src)="([^"]+)"', data):
            asset = (page.parent / reference.decode()).resolve()
            if asset not in assets:
                assets[asset] = compressed(asset.read_bytes())
            weight += assets[asset]
        limit = FRONT_PAGE_LIMIT if page.name == "index.html" else PAGE_LIMIT
        if what := problem(weight, limit):
            found.append(Problem(str(page.relative_to(site)), "weight", "heavy", what))
    return found


def self_test() -> list[str]:
    """What the check would miss; nothing where it works."""
    # Bytes without a pattern, the same each time.
    noise = bytes((index * index * 2654435761 >> 13) & 0xFF for index in range(PAGE_LIMIT * 2))
    heavy = problem(compressed(noise), PAGE_LIMIT)
    light = problem(compressed(bytes(PAGE_LIMIT * 2)), PAGE_LIMIT)
    return ([] if heavy else ["a heavy page is not found"]) + (["a light page is called heavy"] if light else [])

"""Which pages and figures of a site the browser looks at: every kind of page, and of the many of a kind the ones most
likely to break. Read from the site's folder, so that no study is named here."""

import re
from dataclasses import dataclass
from pathlib import Path

# Trait pages of one study that show different figures are different kinds of page; at most this many are opened.
MOST_KINDS_OF_TRAIT_PAGE = 4
LARGEST_FIGURES_OF_A_KIND = 2


@dataclass(frozen=True)
class Sample:
    """Files of a site, each in the order of its path."""

    pages: list[Path]
    figures: list[Path]


def sample_of(site: Path, skipped: tuple[str, ...] | list[str] = ()) -> Sample:
    pages = set(site.glob("*.html"))
    figures = largest_figures(site)
    studies = sorted(path.parent for path in site.glob("*/index.html") if path.parent.name not in skipped)
    pages |= pages_of_every_study([page for study in studies for page in sorted(study.glob("*.html"))])
    for study in studies:
        for folder in [path for path in study.iterdir() if path.is_dir()]:
            pages |= pages_of_a_folder(sorted(folder.rglob("*.html")))
        figures |= largest_figures(study)
    return Sample(sorted(pages), sorted(figures))


def pages_of_every_study(pages: list[Path]) -> set[Path]:
    """Every front page; of the pages of text and tables that each study has, the longest and the shortest of a kind."""
    by_kind = {}
    for page in pages:
        by_kind.setdefault(kind_of(page), []).append(page)
    fronts = {page for page in pages if page.name == "index.html"}
    return fronts.union(*({max(kind, key=size), min(kind, key=size)} for kind in by_kind.values()))


def pages_of_a_folder(pages: list[Path]) -> set[Path]:
    """The first, the last, the longest and the shortest, and one for each set of figures that pages show: a direction
    without an analysis, or one with few variants, shows fewer."""
    if not pages:
        return set()
    chosen = {pages[0], pages[-1], max(pages, key=size), min(pages, key=size)}
    by_figures = {}
    for page in pages:
        by_figures.setdefault(figure_kinds_shown(page), page)
    return chosen | set(list(by_figures.values())[:MOST_KINDS_OF_TRAIT_PAGE])


def longest_of_each_kind(pages: list[Path]) -> set[Path]:
    """One page of each kind, as its body's class says; those without one are kinds of their own."""
    longest = {}
    for page in pages:
        kind = kind_of(page)
        longest[kind] = max(longest.get(kind, page), page, key=size)
    return set(longest.values())


def kind_of(page: Path) -> str:
    marked = re.search(r'<body class="([^"]*)"', page.read_text(encoding="utf-8"))
    return marked[1] if marked else str(page)


def figure_kinds_shown(page: Path) -> frozenset[str]:
    """The kinds of the figures that a page links to."""
    links = re.findall(r'href="[^"]*figures/([^"/]+)\.svg"', page.read_text(encoding="utf-8"))
    return frozenset(figure_kind(name) for name in links)


def largest_figures(study: Path, of_a_kind: int = LARGEST_FIGURES_OF_A_KIND) -> set[Path]:
    by_kind = {}
    for figure in sorted(study.glob("figures/*.svg")):
        by_kind.setdefault(figure_kind(figure.stem), []).append(figure)
    chosen = set()
    for figures in by_kind.values():
        chosen |= set(sorted(figures, key=size, reverse=True)[:of_a_kind])
    return chosen


def figure_kind(stem: str) -> str:
    """`forward-funnel` for a trait's `BMI.forward-funnel`; pages of a long figure, `…-2`, are of its kind."""
    return re.sub(r"-\d+$", "", stem.rsplit(".", 1)[-1])


def size(path: Path) -> int:
    return path.stat().st_size

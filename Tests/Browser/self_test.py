"""The test of the tests: pages that are wrong on purpose, and what must be found on each, no more and no less."""

from pathlib import Path

from problem import Problem

FIXTURES = Path(__file__).resolve().parent / "fixtures"

EXPECTED = {
    "clean.html": set(),
    "clean.svg": set(),
    "console.html": {"console"},
    "error.html": {"page-error"},
    "outside-image.html": {"outside-request", "request-failed", "console"},
    "blocked-by-policy.html": {"console"},
    "missing-file.html": {"request-failed", "console"},
    "sideways.html": {"sideways", "cut"},
    "cut-text.html": {"cut"},
    "contrast-dark.html": {"axe color-contrast"},
    "no-alternative.html": {"axe image-alt"},
    "labels-overlap.svg": {"labels-overlap"},
    "label-cut.svg": {"label-cut"},
    "label-small.svg": {"label-small"},
    "label-contrast.svg": {"label-contrast"},
    "rotated-labels-apart.svg": set(),
    "rotated-labels-overlap.svg": {"labels-overlap"},
    "needs-scripts.html": {"hidden-row", "dead-control"},
    "dead-button.html": {"dead-control"},
    "forced-colours.html": {"label-contrast"},
    "keyboard-no-outline.html": {"focus-unseen"},
    "keyboard-trap.html": {"focus-missed"},
    "keyboard-order.html": {"focus-order", "axe tabindex"},
    "keyboard-out-of-view.html": {"focus-out-of-view"},
    "print-cut.html": {"figure-cut"},
}


def files() -> list[Path]:
    return [FIXTURES / name for name in EXPECTED]


def surprises(problems: list[Problem]) -> list[str]:
    """Where the checks found other than what the fixtures hold."""
    lines = []
    for name, expected in EXPECTED.items():
        found = {problem.what for problem in problems if problem.page == name}
        for what in sorted(expected - found):
            lines.append(f"Tests/Browser/fixtures/{name}: {what} is there and is not found")
        for what in sorted(found - expected):
            where = next(item.where for item in problems if item.page == name and item.what == what)
            lines.append(f"Tests/Browser/fixtures/{name}: {what} is found and is not there: {where}")
    return lines

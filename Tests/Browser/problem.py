"""What the browser tests find, and how they say it."""

from dataclasses import dataclass

# So many problems of one sort on one page are printed; the rest are counted.
MOST_OF_ONE_SORT = 12


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, as seen in one view."""

    page: str
    """The page or figure, relative to the site."""
    view: str
    """Where it was seen: `390 px light`, `print`."""
    what: str
    """A short code: `labels-overlap`, `axe color-contrast`."""
    where: str


def report(problems: list[Problem]) -> list[str]:
    """One line a problem, with all the views that show it."""
    views = {}
    for problem in problems:
        seen = views.setdefault((problem.page, problem.what, problem.where), [])
        if problem.view not in seen:
            seen.append(problem.view)
    lines = []
    counts = {}
    for (page, what, where), seen in views.items():
        counts[page, what] = counts.get((page, what), 0) + 1
        if counts[page, what] <= MOST_OF_ONE_SORT:
            lines.append(f"{page}: {', '.join(seen)}: {what}: {where}")
    for (page, what), count in counts.items():
        if count > MOST_OF_ONE_SORT:
            lines.append(f"{page}: {what}: {count - MOST_OF_ONE_SORT} more")
    return lines

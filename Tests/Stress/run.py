"""Builds the sites of studies larger and stranger than real ones, and measures what that takes.

    run.py [--program PROGRAM] [--check-browser SCRIPT] [--sizes N …] [CASE …]

Prints a table: time on the clock, processor time, the most memory the process held, and the site it wrote. A panel is
built in several sizes: its time and memory may grow with the number of traits and no faster. Exit code 1 when a build
fails, grows faster, or its site does not stand in the browser.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generate import CASES_BY_NAME, generate

# A panel's processor time per trait may be so many times that of the smallest panel: a quadratic step shows as the
# ratio of the sizes, and a busy machine as much less.
MOST_GROWTH = 1.6
PANELS = ["panel", "results"]


@dataclass
class Run:
    case: str
    traits: int
    code: int
    wall: float
    """Seconds."""
    processor: float
    """Seconds, of all threads."""
    memory: float
    """The most that was resident, MiB."""
    files: int
    size: float
    """Of the site, MiB."""

    def row(self) -> str:
        traits = f"{self.traits:,}" if self.traits else "–"
        return (
            f"| {self.case} | {traits} | {self.wall:.1f} | {self.processor:.1f} | {self.memory:.0f} | "
            f"{self.files:,} | {self.size:.1f} |"
        )


HEAD = "| Study | Traits | s | processor s | MiB | Files | Site, MiB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |"


def build(program: str, case: str, traits: int, folder: Path) -> Run:
    """Writes the study, builds its site below `folder`, and measures the process that does."""
    study, site = folder / "study", folder / "site"
    generate(case, study, traits=traits or 1)
    command = [program, "build", "--quiet", str(study / "study.yaml"), "--output", str(site)]
    started = time.monotonic()
    process = os.posix_spawn(program, command, os.environ)
    _, status, used = os.wait4(process, 0)
    files = [path for path in site.rglob("*") if path.is_file()] if site.exists() else []
    return Run(
        case=case,
        traits=traits,
        code=os.waitstatus_to_exitcode(status),
        wall=time.monotonic() - started,
        processor=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss / 1024,
        files=len(files),
        size=sum(path.stat().st_size for path in files) / 1024**2,
    )


def growth_problems(runs: list[Run]) -> list[str]:
    """Panels whose time a trait rises with their size."""
    problems = []
    for case in PANELS:
        sizes = [run for run in runs if run.case == case and run.code == 0]
        for run in sizes[1:]:
            first = sizes[0]
            growth = (run.processor / run.traits) / (first.processor / first.traits)
            if growth > MOST_GROWTH:
                problems.append(
                    f"{case}: a trait takes {growth:.1f} times as long among {run.traits} as among {first.traits}"
                )
    return problems


def stress(options: argparse.Namespace) -> list[str]:
    runs, problems = [], []
    print(HEAD)
    for case in options.cases or CASES_BY_NAME:
        for traits in options.sizes if case in PANELS else [0]:
            with tempfile.TemporaryDirectory(prefix="mrreport-stress-") as folder:
                run = build(options.program, case, traits, Path(folder))
                print(run.row(), flush=True)
                runs.append(run)
                if run.code != 0:
                    problems.append(f"{case}: the build ended with exit code {run.code}")
                elif options.check_browser and traits in (0, options.sizes[0]):
                    checked = subprocess.run([options.check_browser, f"{folder}/site"], stdout=sys.stderr)
                    if checked.returncode != 0:
                        problems.append(f"{case}: the site does not stand in the browser; the list stands above")
    return problems + growth_problems(runs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES_BY_NAME))
    parser.add_argument("--program", default=".build/release/mrreport")
    parser.add_argument("--check-browser", help="the script that checks a site; none: sites are not opened")
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 1000, 2000], help="traits of a panel")
    options = parser.parse_args()
    unknown = [case for case in options.cases if case not in CASES_BY_NAME]
    if unknown:
        parser.error(f"there is no case {unknown[0]}")
    options.sizes.sort()
    problems = stress(options)
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

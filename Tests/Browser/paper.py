"""Prints a page to PDF: no figure may be cut where a sheet of paper ends."""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Page

# Writes words into two corners of each figure; the sheets on which they are found are the sheets of the figure.
MARK = r"""() => [...document.querySelectorAll("svg")].filter((svg) => {
  const box = svg.viewBox.baseVal;
  return !svg.ownerSVGElement && box && box.width > 50 && box.height > 50;
}).map((svg, index) => {
  const box = svg.viewBox.baseVal;
  const write = (word, x, y, anchor) => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    for (const [key, value] of Object.entries({ x, y, "text-anchor": anchor })) text.setAttribute(key, value);
    Object.assign(text.style, { fontSize: "1px", fontFamily: "monospace", fill: "#777777", stroke: "none" });
    text.textContent = word;
    svg.append(text);
  };
  write(`qz${index}a`, box.x + 1, box.y + 2, "start");
  write(`qz${index}b`, box.x + box.width - 1, box.y + box.height - 1, "end");
  const title = svg.querySelector("title")?.textContent ?? svg.getAttribute("aria-label") ?? "";
  return title.replace(/\s+/g, " ").trim().slice(0, 60);
})"""


async def sheets(page: Page) -> list[str]:
    """The words of every printed sheet."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        await page.pdf(path=file, format="A4", prefer_css_page_size=True)
        command = ["pdftotext", "-raw", str(file), "-"]
        program = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        output, _ = await program.communicate()
    if program.returncode:
        raise RuntimeError(f"pdftotext ended with {program.returncode}")
    return output.decode("utf-8").split("\f")


async def problems(page: Page) -> list[str]:
    """A sentence for each figure that is cut; the page is of no further use."""
    titles = await page.evaluate(MARK)
    if not titles:
        return []
    found = []
    printed = [set(sheet.split()) for sheet in await sheets(page)]
    shown = 0
    for index, title in enumerate(titles):
        # Of a figure's drawings for screens of several widths paper gets one; the others are on no sheet.
        first, last = ([number for number, words in enumerate(printed, 1) if f"qz{index}{end}" in words]
                       for end in "ab")
        shown += bool(first or last)
        if first != last:
            found.append(f"“{title}” begins on sheet {first or 'none'} and ends on sheet {last or 'none'}")
    return found if shown else ["none of its figures is printed"]

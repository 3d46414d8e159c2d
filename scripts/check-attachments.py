"""Holds the attachments that scripts/check-attachments made against the tables of the site and against each other.

    check-attachments.py FOLDER

The workbook's cells are the values of the tab-separated files, numbers as numbers and no formula among them; two runs
give the same bytes; the manifest has the checksum of every file; the PDF has bookmarks and page numbers; figures have
the width that their name says. Prints one line a problem; exit code 1 where there is one.
"""

import hashlib
import math
import sys
import zipfile
from pathlib import Path

import openpyxl
import pypdf

TABLES = {
    "S1": "instruments", "S2": "harmonised", "S4": "heterogeneity", "S5": "leave_one_out", "S6": "mr_presso",
    "S7": "multiplicity", "S8": "exclusions",
}
FIRST_ROW = 4
PROBLEMS = []


def check(condition: bool, what: str) -> None:
    if not condition:
        PROBLEMS.append(what)


def same(cell, text: str) -> bool:
    """Whether a cell of the workbook has the value of a field of the file."""
    if text == "NA":
        return cell is None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        # Workbooks keep 16 digits of the 17 that a double may need.
        return math.isclose(float(text), float(cell), rel_tol=1e-15)
    return str(cell) == text or "'" + str(cell) == text


def check_sheet(sheet, rows: list[list[str]], name: str) -> None:
    check(sheet.freeze_panes == f"B{FIRST_ROW}", f"{name}: heads are not frozen")
    found = sheet.max_row - FIRST_ROW + 1 if rows else 0
    check(found == len(rows), f"{name}: {found} rows, and the file has {len(rows)}")
    for number, row in enumerate(rows):
        cells = next(sheet.iter_rows(min_row=FIRST_ROW + number, max_row=FIRST_ROW + number))
        check(all(cell.data_type != "f" for cell in cells), f"{name} row {number}: a formula")
        values = [cell.value for cell in cells] + [None] * (len(row) - len(cells))
        for value, text in zip(values, row):
            if not same(value, text):
                check(False, f"{name} row {number}: {value!r} is not {text!r}")
                return


def check_workbook(path: Path, site: Path) -> None:
    book = openpyxl.load_workbook(path)
    check(book.sheetnames[1:] == [f"S{number}" for number in range(1, 9)], f"{path}: sheets are {book.sheetnames}")
    contents = book[book.sheetnames[0]]
    links = [cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink]
    check(len(links) == 8, f"{path}: {len(links)} links in the contents")
    for number, table in TABLES.items():
        lines = (site / "tables" / f"{table}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        check_sheet(book[number], [line.split("\t") for line in lines], f"{path} {number}")


def check_manifest(folder: Path) -> None:
    rows = [line.split("\t") for line in (folder / "MANIFEST.tsv").read_text().splitlines()[1:]]
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    listed = {row[0] for row in rows}
    check(files - listed <= {"MANIFEST.tsv", ".mrreport-site"}, f"{folder}: not in the manifest: {files - listed}")
    for path, size, digest in rows:
        data = (folder / path).read_bytes()
        check(str(len(data)) == size and hashlib.sha256(data).hexdigest() == digest, f"{folder}/{path}: checksum")


def outline_size(entries: list) -> int:
    return sum(outline_size(entry) if isinstance(entry, list) else 1 for entry in entries)


def check_pdf(path: Path) -> None:
    reader = pypdf.PdfReader(path)
    pages = len(reader.pages)
    check(pages > 5, f"{path}: {pages} pages")
    check(outline_size(reader.outline) > 10, f"{path}: no bookmarks")
    for index in (0, pages // 2, pages - 1):
        text = reader.pages[index].extract_text()
        check(f"{index + 1} / {pages}" in text, f"{path}: page {index + 1} has no number")


def check_figures(folder: Path) -> None:
    figures = sorted(folder.glob("*.svg"))
    check(len(figures) > 10, f"{folder}: {len(figures)} figures")
    for svg in figures:
        millimetres = 85 if "-85mm" in svg.stem else 174
        png = svg.with_suffix(".png").read_bytes()
        width = int.from_bytes(png[16:20], "big")
        check(abs(width - millimetres / 25.4 * 300) <= 2, f"{svg}: the PNG is {width} px wide")
        box = pypdf.PdfReader(svg.with_suffix(".pdf")).pages[0].mediabox
        check(abs(float(box.width) - millimetres / 25.4 * 72) <= 1, f"{svg}: the PDF is {box.width} pt wide")


def main() -> int:
    place = Path(sys.argv[1])
    first, second = place / "first", place / "second"
    check_workbook(first / "supplementary-tables.xlsx", place / "bmi-chd-site" / "bmi-chd")
    for study in ("immune-osteomyelitis", "cytokines-diabetic-foot-ulcer"):
        check_workbook(place / study / "supplementary-tables.xlsx", place / f"{study}-site" / study)
    for name in ("supplementary-tables.xlsx", "report.html"):
        check((first / name).read_bytes() == (second / name).read_bytes(), f"{name}: two runs differ")
    check_manifest(first)
    check_manifest(second)
    check_pdf(first / "report.pdf")
    check_figures(first / "figures")
    for name in ("methods.docx", "strobe-mr.docx"):
        check("word/document.xml" in zipfile.ZipFile(first / name).namelist(), f"{name}: no document")
    print(*PROBLEMS, sep="\n", end="\n" if PROBLEMS else "")
    print(f"check-attachments: problems: {len(PROBLEMS)}", file=sys.stderr)
    return 1 if PROBLEMS else 0


if __name__ == "__main__":
    sys.exit(main())

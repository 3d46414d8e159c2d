"""Holds the releases of simulated studies against the truth that they carry: by arithmetic of its own, from the files.

usage: check-simulated.py RELEASE...
"""

import json
import pathlib
import sys


def fail(text):
    sys.exit(f"check-simulated: {text}")


def main(releases):
    for folder in map(pathlib.Path, releases):
        header = json.loads((folder / "release.json").read_text())
        truth = header["truth"]
        name = truth["name"]
        loci = {}
        for locus in truth["loci"]:
            loci.setdefault(locus["trait"], []).append(locus)
        for selection in header["selections"]:
            expected = len(loci[selection["trait"]])
            # A locus may miss the threshold, and clumping in other people may part one or join two.
            if abs(selection["instruments"] - expected) > max(2, expected // 3):
                fail(f"{name}: {selection['trait']} has {selection['instruments']} instruments of {expected} loci")
            left_out = sum(row["count"] for row in selection["excluded"])
            if selection["candidates"] != left_out + selection["instruments"]:
                fail(f"{name}: the candidates of {selection['trait']} do not add up")
        effects = {(row["trait"], row["direction"]): row["effect"] for row in truth["effects"]}
        null = nominal = 0
        for path in sorted((folder / "pairs").glob("*.json")):
            pair = json.loads(path.read_text())
            excluded = sum("exposure" in row for row in pair["exclusions"])
            if pair["flow"]["candidates"] != excluded + pair["flow"]["used"]:
                fail(f"{name}: the variants of {path.stem} do not add up")
            estimates = {row["method"]: row.get("result") for row in pair["estimates"]}
            primary = estimates.get("ivw_random_effects") or estimates.get("wald_ratio")
            if primary is None:
                continue
            effect = effects.get((pair["trait"], pair["direction"]), 0)
            value, error = primary["estimate"]["value"], primary["estimate"]["standard_error"]
            # Chance hits draw the estimate towards the null, so that it lies between the null and the truth.
            low, high = min(0, effect) - 4 * error, max(0, effect) + 4 * error
            if not low <= value <= high:
                fail(f"{name}: {path.stem} is {value:.3g} (SE {error:.2g}) where the truth is {effect}")
            if effect == 0:
                null += 1
                p = primary["estimate"]["p_value"]
                nominal += isinstance(p, dict) or p < 0.05
        # Binomial(82, 0.05) exceeds 12 once in a thousand.
        if nominal > 12:
            fail(f"{name}: {nominal} of {null} pairs without an effect are nominally significant")
        print(f"{name}: {nominal} of {null} pairs without an effect have p < 0.05")


main(sys.argv[1:])

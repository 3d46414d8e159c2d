"""Writes studies larger and stranger than real ones: study.yaml and its tables, from a fixed seed.

    generate.py CASE FOLDER [--traits N] [--variants N]

The cases are functions below; `generate.py --help` lists them.
"""

import argparse
import json
import math
import random
from dataclasses import dataclass, field
from pathlib import Path

# Names of 200 characters, as nobody writes them and some file will.
CHINESE = "血清中可溶性白细胞介素受体亚单位浓度与慢性炎症性疾病之间的遗传关联研究"
ARABIC = "تركيز الإنترلوكين القابل للذوبان في مصل الدم وعلاقته الوراثية بالأمراض الالتهابية المزمنة "
UNBROKEN = "Alpha1AntichymotrypsinComplexedProstateSpecificAntigen"
MARKUP = "<b>IL-6</b> & “IL*8*” | [link](x) `code` {{name}} $1 \\ _soluble_ "
NAME_LENGTH = 200

EXPOSURE_SIZE = 30_000
CASES, CONTROLS = 5_000, 45_000

# Of every pair whose results another tool supplies.
VARIANTS = 12


def normal_p(z: float) -> float:
    """P(|Z| ≥ |z|)."""
    return math.erfc(abs(z) / 2**0.5)


def student_p(t: float, freedom: int) -> float:
    """P(|T| ≥ |t|) of Student's t: the incomplete beta function at freedom / (freedom + t²), by its continued fraction
    (Abramowitz & Stegun 26.5.8) from the end, on the side where it converges fast."""
    x, a, b = freedom / (freedom + t * t), freedom / 2, 0.5
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    return incomplete_beta(a, b, x)


def incomplete_beta(a: float, b: float, x: float) -> float:
    if x == 0:
        return 0.0
    fraction = 1.0
    for m in range(200, 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1))
        fraction = 1 + odd / (1 + even / fraction)
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(logarithm) / (a * fraction)


@dataclass
class Trait:
    id: str
    name: str
    group: str
    keys: dict = field(default_factory=dict)
    """Further keys of study.yaml, its tables above all."""


class Study:
    """A study that is being written."""

    def __init__(self, folder: Path, name: str):
        self.folder = folder
        self.name = name
        self.random = random.Random(20261124)
        self.disease = Trait("DIS", "Simulated disease", "", {"type": "binary", "cases": CASES, "controls": CONTROLS})
        self.traits: list[Trait] = []
        self.keys: dict = {}

    def add_traits(self, count: int):
        for number in range(1, count + 1):
            self.traits.append(Trait(f"T{number:04}", f"Simulated protein {number}", f"Group {number % 7 + 1}"))

    def write_table(self, path: str, columns: list[str], rows) -> str:
        """Writes a table below the folder and returns its path, for study.yaml."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = ["\t".join(columns)] + ["\t".join(map(str, row)) for row in rows]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def write(self):
        """JSON is YAML, so strings need no other quoting than its own."""
        traits = [self.trait_keys(trait) | {"type": "continuous", "units": "SD"} for trait in self.traits]
        study = {
            "id": self.name,
            "title": f"Simulated study: {self.name}",
            "question": "Does the program keep up with it?",
            "authors": ["mrreport"],
            "date": "2026-11-24",
            "seed": 20261124,
            "disease": self.trait_keys(self.disease),
            "panel": {"name": "simulated proteins", "member": "simulated protein", "traits": traits},
        }
        text = json.dumps(study | self.keys, ensure_ascii=False, indent=1)
        (self.folder / "study.yaml").write_text(text + "\n", encoding="utf-8")

    def trait_keys(self, trait: Trait) -> dict:
        group = {"group": trait.group} if trait.group else {}
        size = {} if "cases" in trait.keys else {"sample_size": EXPOSURE_SIZE}
        return {"id": trait.id, "name": trait.name} | group | size | trait.keys

    # Variants

    COLUMNS = ["SNP", "effect_allele", "other_allele", "eaf", "beta", "se", "pval", "samplesize"]

    def add_variants(self, forward: int, reverse: int, effect=lambda trait: 0.0, noise: float = 1.0):
        """Instruments and look-ups of both directions; `effect` is a trait's true effect on the disease, and `noise`
        what of chance there is in the look-ups."""
        disease_rows = [self.instrument(f"rs{9_000_000 + index}", CASES + CONTROLS) for index in range(reverse)]
        self.disease.keys["instruments"] = self.write_table("DIS.tsv", self.COLUMNS, disease_rows)
        lookup = []
        for number, trait in enumerate(self.traits):
            rows = [self.instrument(f"rs{1_000_000 + number * forward + index}", EXPOSURE_SIZE) for index in range(forward)]
            path = f"{trait.id}/instruments.tsv"
            trait.keys["instruments"] = self.write_table(path, self.COLUMNS, rows)
            lookup += [self.looked_up(row, effect(trait), 0.02, noise) for row in rows]
            found = [self.looked_up(row, 0.0, 0.01, noise) for row in disease_rows]
            trait.keys["lookup"] = self.write_table(f"{trait.id}/lookup.tsv", self.COLUMNS, found)
        self.disease.keys["lookup"] = self.write_table("DIS-lookup.tsv", self.COLUMNS, lookup)

    def instrument(self, name: str, size: int) -> list:
        frequency = self.random.uniform(0.05, 0.95)
        error = 1 / (2 * frequency * (1 - frequency) * size) ** 0.5
        beta = error * (5.5 + self.random.expovariate(0.5)) * self.random.choice([-1, 1])
        return [name, "A", "G", f"{frequency:.4f}", f"{beta:.6g}", f"{error:.6g}", "1e-8", size]

    def looked_up(self, row: list, effect: float, error: float, noise: float) -> list:
        name, effect_allele, other_allele, frequency, beta = row[:5]
        found = effect * float(beta) + noise * self.random.gauss(0, error)
        return [name, effect_allele, other_allele, frequency, f"{found:.6g}", error, "NA", CASES + CONTROLS]

    # Another tool's results

    def add_results(self):
        for direction in ["forward", "reverse"]:
            tables = {
                "estimates": (["method", "nsnp", "b", "se", "pval"], self.estimate_rows),
                "heterogeneity": (["method", "Q", "Q_df", "Q_pval"], self.heterogeneity_rows),
                "pleiotropy": (["egger_intercept", "se", "pval"], self.pleiotropy_rows),
            }
            paths = {}
            for name, (columns, rows) in tables.items():
                content = [self.sides(trait, direction) + row for trait in self.traits for row in rows()]
                paths[name] = self.write_table(f"{direction}-{name}.tsv", ["exposure", "outcome"] + columns, content)
            self.keys.setdefault("results", {})[direction] = paths

    def sides(self, trait: Trait, direction: str) -> list:
        return [trait.id, self.disease.id] if direction == "forward" else [self.disease.id, trait.id]

    def estimate_rows(self) -> list:
        methods = ["Inverse variance weighted", "MR Egger", "Weighted median", "Simple mode", "Weighted mode"]
        rows = []
        for factor, method in enumerate(methods, start=1):
            error = 0.05 * factor
            beta = self.random.gauss(0, error)
            lost = {"MR Egger": 2, "Simple mode": 1, "Weighted mode": 1}.get(method)
            p = student_p(beta / error, VARIANTS - lost) if lost else normal_p(beta / error)
            rows.append([method, VARIANTS, f"{beta:.6g}", f"{error:.6g}", f"{p:.6g}"])
        return rows

    def heterogeneity_rows(self) -> list:
        return [["Inverse variance weighted", 11.5, VARIANTS - 1, 0.4021], ["MR Egger", 10.4, VARIANTS - 2, 0.4063]]

    def pleiotropy_rows(self) -> list:
        return [[0.002, 0.01, f"{student_p(0.002 / 0.01, VARIANTS - 2):.6g}"]]


# The cases


def panel(study: Study, options):
    """A panel of --traits proteins, --variants instruments each, in both directions."""
    study.add_traits(options.traits)
    study.add_variants(options.variants, 20)


def results(study: Study, options):
    """A panel of --traits proteins of which only another tool's results are there."""
    study.add_traits(options.traits)
    study.add_results()


def wide(study: Study, options):
    """One pair of ten thousand variants."""
    study.add_traits(1)
    study.add_variants(10_000, 30, effect=lambda trait: 0.4)


def null(study: Study, options):
    """Forty-one proteins, and nothing anywhere near significance."""
    study.add_traits(41)
    study.add_variants(8, 8, noise=0.2)


def absent(study: Study, options):
    """Forty-one proteins of which nothing was supplied, in neither direction."""
    study.add_traits(41)


def names(study: Study, options):
    """Names of 200 characters: Chinese, Arabic, one unbroken word, and markup of every kind."""
    texts = [CHINESE, ARABIC, UNBROKEN, MARKUP]
    groups = ["细胞因子与趋化因子" * 3, "السيتوكينات والكيموكينات", "Growth factors"]
    for number in range(24):
        text = texts[number % len(texts)]
        name = f"{number + 1} " + (text * NAME_LENGTH)[: NAME_LENGTH - 3]
        study.traits.append(Trait(f"N{number + 1}", name.strip(), groups[number % len(groups)], {"alias": text[:20].strip()}))
    study.disease.name = (CHINESE * NAME_LENGTH)[:NAME_LENGTH]
    study.add_variants(9, 12, effect=lambda trait: 0.3 if trait.id == "N3" else 0.0)


CASES_BY_NAME = {case.__name__: case for case in [panel, results, wide, null, absent, names]}


def generate(case: str, folder: Path, traits: int = 100, variants: int = 14):
    options = argparse.Namespace(traits=traits, variants=variants)
    folder.mkdir(parents=True)
    study = Study(folder, case)
    CASES_BY_NAME[case](study, options)
    study.write()


def main():
    cases = "\n".join(f"  {name:8} {case.__doc__}" for name, case in CASES_BY_NAME.items())
    parser = argparse.ArgumentParser(epilog=f"cases:\n{cases}", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", choices=CASES_BY_NAME)
    parser.add_argument("folder", type=Path, help="new; the study is written there")
    parser.add_argument("--traits", type=int, default=100)
    parser.add_argument("--variants", type=int, default=14)
    options = parser.parse_args()
    generate(options.case, options.folder, options.traits, options.variants)


if __name__ == "__main__":
    main()

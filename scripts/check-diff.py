"""Compares two releases by a program of its own and holds the result against a diff.json, in both directions: what
that lists must be found here, and what is found here must be listed there.

usage: check-diff.py OLD NEW DIFF.json

Not compared: likely renames, how files were read, and, one by one, the words of studies, traits, pairs and
methods, whose changes are only required to be changes. Releases of the current schema version only.
"""

import json
import math
import pathlib
import sys
from collections import Counter

LOOSE = {
    "likely_rename", "reading", "study", "trait_property", "pair_property", "method", "selection", "panel",
    "truth", "published",
}
ADJUSTMENTS = [
    "bonferroni", "holm", "benjamini_hochberg", "benjamini_yekutieli", "storey", "effective",
]  # fmt: skip
OF_VARIANT = {
    "instrument", "alignment", "flags", "proxy", "alleles", "variant_name", "variant_direction",
}  # fmt: skip
COMPLEMENT = str.maketrans("ACGT", "TGCA")


# Numbers: (value, how it is judged, sizes that count beside it, Monte-Carlo error)


def count(value):
    return (value, "exact", 0, 0)


def plain(value, size=0, unit=0, error=0):
    return (value, "plain", (size, unit), error)


def probability(p, error=0):
    """−log₁₀ p, and p itself where a double can hold it."""
    if isinstance(p, dict):
        return (p["neg_log10"], "p", None, error)
    return (math.inf if p == 0 else -math.log10(p), "p", p, error)


def put(numbers, name, value, make=plain, **options):
    if value is not None:
        numbers[name] = make(value, **options)


def estimate(row, monte_carlo=None, prefix=""):
    error, value, interval = row["standard_error"], row["value"], row["interval"]
    drift = (monte_carlo or {}).get("standard_error_of_estimate") or 0
    spread = (monte_carlo or {}).get("standard_error_of_standard_error") or 0
    width = (interval["upper"] - interval["lower"]) / 2 / error if error > 0 else 0
    z = abs(value / error) if error > 0 else 0
    bound = math.hypot(drift, width * spread)
    of_z = math.hypot(drift, z * spread) / error if error > 0 else 0
    hazard = (z + math.sqrt(z * z + 4)) / 2
    return {
        prefix + "value": plain(value, unit=error, error=drift),
        prefix + "standard_error": plain(error, error=spread),
        prefix + "lower": plain(interval["lower"], unit=error, error=bound),
        prefix + "upper": plain(interval["upper"], unit=error, error=bound),
        prefix + "p_value": probability(row["p_value"], hazard * of_z / math.log(10)),
    }


def heterogeneity(test, prefix=""):
    return {
        prefix + "q": plain(test["q"]),
        prefix + "degrees_of_freedom": count(test["degrees_of_freedom"]),
        prefix + "p_value": probability(test["p_value"]),
        prefix + "i_squared": plain(test["i_squared"], size=1),
    }


def of_method(result):
    numbers = estimate(result["estimate"], result.get("monte_carlo"))
    error = result["estimate"]["standard_error"]
    numbers["variants"] = count(result["variant_count"])
    small = result.get("small_sample_interval") or {}
    put(numbers, "t_lower", small.get("lower"), size=error)
    put(numbers, "t_upper", small.get("upper"), size=error)
    put(numbers, "residual_standard_error", result.get("residual_standard_error"))
    details = result.get("details") or {}
    if "intercept" in details:
        numbers.update(estimate(details["intercept"], prefix="intercept."))
    if "heterogeneity" in details:
        numbers.update(heterogeneity(details["heterogeneity"], "heterogeneity."))
    for name in ["tau_squared", "effective_strength", "tuning", "i_squared_gx"]:
        put(numbers, name, details.get(name))
    if "confidence_set" in details:
        numbers["interval_pieces"] = count(len(details["confidence_set"]["pieces"]))
    return numbers


def below(p, level):
    value = 0 if isinstance(p, dict) else p
    return "significant" if value < level else "not_significant"


# Facts of a pair: {(aspect, subject): (code, numbers)}


def estimates(pair, names, facts):
    facts["status", None] = (pair["status"], {})
    for row in pair["estimates"]:
        method, result = row["method"], row.get("result")
        if result is None:
            facts["estimate", method] = (row["not_estimated"]["reason"], {})
            continue
        facts["estimate", method] = ("estimated", of_method(result))
        invalid = (result.get("details") or {}).get("invalid_variants")
        if invalid is not None:
            facts["set_aside", method] = (" ".join(sorted(names.get(v, v) for v in invalid)), {})


def diagnostics(pair, level, names, facts):
    tests = pair["heterogeneity"]
    for name in ["cochran", "rucker"]:
        test = tests.get(name)
        if test:
            facts["heterogeneity", name] = (below(test["p_value"], level), heterogeneity(test))
        else:
            facts["heterogeneity", name] = (reason(tests.get(name + "_not_estimated")), {})
    if "difference" in tests:
        row = tests["difference"]
        size = tests["cochran"]["q"] if "cochran" in tests else 0
        numbers = {"value": plain(row["value"], size=size), "p_value": probability(row["p_value"])}
        facts["heterogeneity", "difference"] = (below(row["p_value"], level), numbers)
    intercept = pair["egger_intercept"].get("estimate")
    if intercept:
        facts["egger_intercept", None] = (below(intercept["p_value"], level), estimate(intercept))
    else:
        facts["egger_intercept", None] = (reason(pair["egger_intercept"].get("not_estimated")), {})
    presso(pair["presso"], names, facts)
    steiger(pair["steiger"], names, facts)
    drivers("primary", pair["leave_one_out"], names, facts)
    further(pair.get("further") or {}, level, names, facts)


def reason(row):
    return row["reason"] if row else None


def presso(presso, names, facts):
    test = presso.get("global_test")
    if test:
        p = test["p_value"]
        error = test["p_value_monte_carlo_error"] / p / math.log(10) if p > 0 else 0
        numbers = {
            "observed_rss": plain(test["observed_rss"]),
            "p_value": probability(p, error),
            "simulations": count(test["simulations"]),
        }
        facts["presso_global", None] = (test["assessment"], numbers)
    else:
        facts["presso_global", None] = (reason(presso.get("not_estimated")), {})
    distortion = presso.get("distortion")
    if distortion:
        numbers = {"percent": plain(distortion["percent"], size=100)}
        for end in ["lower", "upper"]:
            error = distortion[end + "_monte_carlo_error"]
            numbers[end] = plain(distortion["interval"][end], size=100, error=error)
        facts["presso_distortion", None] = ("estimated", numbers)
    elif presso.get("distortion_not_estimated"):
        facts["presso_distortion", None] = (reason(presso["distortion_not_estimated"]), {})
    for row in presso["outlier_test"]:
        if row["is_outlier"]:
            facts["outlier", names.get(row["variant"], row["variant"])] = (
                None,
                {
                    "difference": plain(row["difference"], size=row["standard_error"]),
                    "p_value": probability(row["p_value"]),
                    "bonferroni": probability(row["bonferroni"]),
                },
            )


def steiger(steiger, names, facts):
    for row in steiger["variants"]:
        code = row["test"]["verdict"] if "test" in row else reason(row.get("not_estimated"))
        facts["variant_direction", names.get(row["variant"], row["variant"])] = (code, {})
    test = steiger.get("pair")
    if not test:
        code = reason(steiger.get("not_estimated"))
        facts["direction", None] = facts["steiger", None] = (code, {})
        return
    numbers = {
        "exposure_r_squared": plain(test["exposure_r_squared"]),
        "outcome_r_squared": plain(test["outcome_r_squared"]),
        "p_value": probability(test["p_value"]),
    }
    put(numbers, "sensitivity_ratio", steiger.get("sensitivity_ratio"))
    facts["direction", None] = (test["verdict"], {})
    facts["steiger", None] = ("estimated", numbers)


def drivers(method, rows, names, facts):
    for row in rows:
        if row["moves"]:
            error = row.get("monte_carlo_error")
            monte_carlo = {"standard_error_of_standard_error": error} if error is not None else None
            code = "+".join(sorted(row["moves"]))
            name = names.get(row["variant"], row["variant"])
            facts["driver", f"{method} {name}"] = (code, estimate(row["estimate"], monte_carlo))


def further(part, level, names, facts):
    for series in part.get("leave_one_out") or []:
        drivers(series["method"], series["rows"], names, facts)
    for row in part.get("influence") or []:
        if row["is_influential"]:
            name = names.get(row["variant"], row["variant"])
            facts["influential", name] = (None, {"cooks_distance": plain(row["cooks_distance"])})
    spread = part.get("exposure_heterogeneity")
    if spread:
        numbers = {}
        for name in ["weighted", "unweighted"]:
            put(numbers, name, spread.get(name))
        facts["exposure_heterogeneity", None] = (reason(spread.get("not_estimated")) or "estimated", numbers)
    selection = part.get("selection")
    if selection:
        numbers = {
            "threshold": plain(selection["threshold"]),
            "corrected_mean_f": plain(selection["corrected_mean_f"]),
            "corrected_below_ten": count(selection["corrected_below_ten"]),
        }
        if "corrected_estimate" in selection:
            numbers.update(estimate(selection["corrected_estimate"], prefix="corrected."))
        facts["selection_effect", None] = (None, numbers)
    bias = part.get("overlap_bias")
    if bias:
        numbers = {"worst_relative_bias": plain(bias["worst_relative_bias"])}
        put(numbers, "relative_bias", bias.get("relative_bias"))
        facts["overlap_bias", None] = (None, numbers)
    power = part.get("power")
    if power:
        analysis = power.get("analysis")
        code = analysis["basis"] if analysis else reason(power.get("not_estimated"))
        facts["power", None] = (code, {"detectable": plain(analysis["detectable"])} if analysis else {})
    fisher = part.get("fisher")
    if fisher:
        numbers = {
            "statistic": plain(fisher["statistic"]),
            "degrees_of_freedom": count(fisher["degrees_of_freedom"]),
            "p_value": probability(fisher["p_value"]),
        }
        facts["fisher", None] = (below(fisher["p_value"], level), numbers)
    for row in (part.get("steiger_filtered") or {}).get("estimates", []):
        result = row.get("result")
        code = "estimated" if result else reason(row.get("not_estimated"))
        facts["filtered_estimate", row["method"]] = (code, of_method(result) if result else {})


# Variants


def alleles(variant):
    return (variant.get("effect_allele"), variant.get("other_allele"))


def other_strand(pair):
    return tuple(a if a is None or a in "ID" else a.translate(COMPLEMENT)[::-1] for a in pair)


def names_of_variants(old, new, renames, same_build):
    """From the newer release's names to those that both releases are told under."""
    known = {v["variant"]["id"] for v in old["variants"] + old["exclusions"]}
    present = {v["variant"]["id"] for v in new["variants"] + new["exclusions"]}
    places = {place(v): v["variant"]["id"] for v in old["variants"] if same_build and place(v)}
    names = {}
    for variant in new["variants"]:
        name = variant["variant"]["id"]
        found = renames.get(name) or places.get(place(variant))
        if name not in known and found and found not in present:
            names[name] = found
    for exclusion in new["exclusions"]:
        name = exclusion["variant"]["id"]
        if name not in known and renames.get(name) and renames[name] not in present:
            names[name] = renames[name]
    return names


def place(variant):
    where = variant["variant"].get("chromosome"), variant["variant"].get("position")
    both = alleles(variant)
    return None if None in where + both else where + (frozenset(both),)


def variants(pair, names, reference, facts):
    numbers = {}
    for name, value in (pair.get("strength") or {}).items():
        numbers[name] = count(value) if name == "below_ten" else plain(value)
    if numbers:
        facts["strength", None] = (None, numbers)
    facts["flow", None] = (None, {name: count(value) for name, value in pair["flow"].items()})
    fates = {}
    for variant in pair["variants"]:
        fates.setdefault(named(variant, names), []).append("used")
    for row in pair["exclusions"]:
        fates.setdefault(named(row, names), []).append(f"{row['stage']}.{row['reason']}")
    for name, fate in fates.items():
        used = [step for step in fate if step == "used"]
        facts["candidate", name] = ("+".join(used + sorted(s for s in fate if s != "used")), {})
    for variant in pair["variants"]:
        used_variant(variant, named(variant, names), reference, facts)


def named(row, names):
    return names.get(row["variant"]["id"], row["variant"]["id"])


def used_variant(variant, name, reference, facts):
    before, now = reference[name], alleles(variant)
    turned = now != before and now in (before[::-1], other_strand(before)[::-1])
    numbers = {}
    for side in ["exposure", "outcome"]:
        effect = variant[side]
        error = effect["standard_error"]
        numbers[side + ".beta"] = plain(-effect["beta"] if turned else effect["beta"], unit=error)
        numbers[side + ".standard_error"] = plain(error)
        put(numbers, side + ".p_value", effect.get("p_value"), probability)
        frequency = effect.get("effect_allele_frequency")
        if frequency is not None:
            numbers[side + ".effect_allele_frequency"] = plain(1 - frequency if turned else frequency, size=1)
        put(numbers, side + ".sample_size", effect.get("sample_size"))
    numbers["f_statistic"] = plain(variant["f_statistic"])
    put(numbers, "r_squared", variant.get("r_squared"))
    facts["instrument", name] = (None, numbers)
    facts["alleles", name] = ("/".join(a or "?" for a in now), {})
    facts["alignment", name] = (variant["alignment"], {})
    if variant["variant"]["id"] != name:
        facts["variant_name", name] = (variant["variant"]["id"], {})
    proxy = variant.get("proxy")
    if proxy:
        facts["proxy", name] = (proxy["variant"]["id"], {"r_squared": plain(proxy["r_squared"])})
    if variant["flags"]:
        facts["flags", name] = ("+".join(sorted(variant["flags"])), {})


# Judging


class Judge:
    def __init__(self, rules):
        self.rules = rules

    def tolerance(self, aspect):
        own = [row["tolerance"] for row in self.rules["tolerances"] if row["aspect"] == aspect]
        return own[-1] if own else self.rules["tolerance"]

    def moved(self, aspect, old, new):
        if old is None or new is None:
            return True
        tolerance, (a, how, extra, error), (b, _, other, other_error) = self.tolerance(aspect), old, new
        if a == b:
            return False
        simulated = tolerance["monte_carlo_errors"] * math.hypot(error, other_error)
        if how == "exact":
            return True
        if how == "p":
            allowed = max(tolerance["relative"] * max(1, abs(a), abs(b)), simulated)
        else:
            unit = max(extra[1], other[1])
            size = max(abs(a), abs(b), extra[0], other[0], unit)
            allowed = max(
                tolerance["absolute"],
                tolerance["relative"] * size,
                tolerance["standard_errors"] * unit,
                simulated,
            )
        return not abs(b - a) <= allowed

    def numbers(self, aspect, old, new):
        """{field: (old, new, whether it moved)}, as diff.json shows them."""
        shown = {}
        for field in list(old) + [field for field in new if field not in old]:
            sides = [old.get(field), new.get(field)]
            present = [side for side in sides if side]
            is_p = present[0][1] == "p"
            by_logarithm = is_p and any(300 < side[0] < math.inf for side in present)
            values = [
                None if side is None else side[0] if not is_p or by_logarithm else side[2] for side in sides
            ]
            name = field.replace("p_value", "neg_log10_p") if by_logarithm else field
            shown[name] = (*values, self.moved(aspect, *sides))
        return shown

    def changes(self, old, new):
        """(aspect, subject, kind, old code, new code, numbers) of every fact that differs."""
        for key in list(old) + [key for key in new if key not in old]:
            (code, numbers), (other, others) = old.get(key, (None, {})), new.get(key, (None, {}))
            shown = self.numbers(key[0], numbers, others)
            if key not in old:
                kind = "gained"
            elif key not in new:
                kind = "lost"
            elif code != other:
                kind = "changed"
            elif any(row[2] for row in shown.values()):
                kind = "moved"
            else:
                continue
            yield [key[0], key[1], kind, code, other, shown]


def is_used(code):
    return code is not None and (code == "used" or code.startswith("used+"))


def pair_changes(judge, releases, old_id, new_id):
    old, new = (release.pair(i) for release, i in zip(releases, (old_id, new_id)))
    renames = {row["new"]: row["old"] for row in judge.rules["variant_renames"]}
    builds = [release.exposure_build(i) for release, i in zip(releases, (old_id, new_id))]
    names = names_of_variants(old, new, renames, builds[0] is not None and builds[0] == builds[1])
    reference = {named(v, names): alleles(v) for v in new["variants"]}
    reference.update({v["variant"]["id"]: alleles(v) for v in old["variants"]})
    both = []
    for release, pair, own in [(releases[0], old, {}), (releases[1], new, names)]:
        facts = {}
        estimates(pair, own, facts)
        diagnostics(pair, release.level, own, facts)
        variants(pair, own, reference, facts)
        both.append(facts)
    rows = list(judge.changes(*both))
    turnover = {r[1] for r in rows if r[0] == "candidate" and is_used(r[3]) != is_used(r[4])}
    effects = {r[1]: r[5] for r in rows if r[0] == "instrument"}
    for row in rows:
        aspect, subject = row[0], row[1]
        if aspect == "candidate" and subject in turnover:
            row[0], row[2] = "instrument", "gained" if is_used(row[4]) else "lost"
            row[5] = effects.get(subject, {})
        elif aspect == "candidate" and is_used(row[3]):
            row[0] = "instrument"
        elif aspect in OF_VARIANT:
            if subject in turnover:
                continue
            if aspect == "alleles":
                row[2] = kind_of_alleles(*map(of_code, row[3:5]))
            if aspect == "variant_name":
                row[2:4] = ["changed", subject]
        yield row
    yield from signs(releases, old, new)


def of_code(code):
    return tuple(None if allele == "?" else allele for allele in code.split("/"))


def kind_of_alleles(old, new):
    if new == old[::-1]:
        return "swapped"
    return "strand_flipped" if new in (other_strand(old), other_strand(old)[::-1]) else "changed"


def primary(pair, method):
    found = {row["method"]: row["result"] for row in pair["estimates"] if row.get("result")}
    if method in found:
        return method, found[method]["estimate"]
    if "wald_ratio" in found:
        return "wald_ratio", found["wald_ratio"]["estimate"]
    if len(pair["variants"]) == 1 and pair["single_variant"]:
        return "wald_ratio", pair["single_variant"][0]["estimate"]
    return None, None


def sign(value):
    return "positive" if value > 0 else "negative" if value < 0 else None


def signs(releases, old, new):
    (_, before), (method, after) = primary(old, releases[0].primary), primary(new, releases[1].primary)
    if before and after and sign(before["value"]) and sign(after["value"]):
        if sign(before["value"]) != sign(after["value"]):
            clear = any(e["interval"]["lower"] > 0 or e["interval"]["upper"] < 0 for e in (before, after))
            yield [
                "sign" if clear else "unclear_sign", method, "changed", sign(before["value"]),
                sign(after["value"]), {},
            ]  # fmt: skip
    values = [
        {
            row["method"]: sign(row["result"]["estimate"]["value"])
            for row in pair["estimates"]
            if row.get("result") and row["method"] != release.primary
        }
        for release, pair in zip(releases, (old, new))
    ]
    for method, code in values[0].items():
        other = values[1].get(method)
        if code and other and code != other:
            yield ["method_sign", method, "changed", code, other, {}]


# Conclusions


def conclusion_changes(judge, releases, old_id, new_id):
    facts = [release.conclusion_facts(i) for release, i in zip(releases, (old_id, new_id))]
    for row in judge.changes(*facts):
        if row[2] == "changed" and row[0] == "nominal_significance":
            row[2] = "crossed"
        if row[2] == "changed" and row[0] in ("adjusted_significance", "other_adjustment"):
            family, _, name = row[1].partition("/")
            asked = [name or release.adjustment for release in releases]
            row[2] = cause(releases, family, (old_id, new_id), asked)
        yield row


def cause(releases, name, ids, asked):
    families = [release.families[name] for release in releases]
    tests = [next(t for t in family["tests"] if t["pair"] == i) for family, i in zip(families, ids)]

    def passes(test, adjustment, family):
        p = test.get(adjustment)
        return None if p is None else below(p, family["significance_level"]) == "significant"

    before = passes(tests[0], asked[0], families[0])
    by_other_choice = passes(tests[1], asked[0], families[0]), passes(tests[0], asked[1], families[1])
    if by_other_choice == (before, not before):
        return "crossed_by_settings"
    p = [probability(test["p_value"])[0] for test in tests]
    new_among_old = among(families[0], p[0], p[1], asked[0])
    old_among_new = among(families[1], p[1], p[0], asked[1])
    return "crossed_by_family" if new_among_old == before and old_among_new != before else "crossed"


def among(family, own, instead, adjustment):
    """Whether a test passes that has another p in the family."""
    others = [probability(test["p_value"])[0] for test in family["tests"]]
    others.remove(own)
    everyone = sorted([10**-value for value in others + [instead]])
    p, m = 10**-instead, len(everyone)
    harmonic = sum(1 / (i + 1) for i in range(m))
    steps = {"benjamini_hochberg": 1, "benjamini_yekutieli": harmonic, "storey": family.get("storey_pi0", 1)}
    if adjustment in steps:
        rank = everyone.index(p)
        adjusted = min(steps[adjustment] * m * q / (i + 1) for i, q in enumerate(everyone) if i >= rank)
    elif adjustment == "holm":
        adjusted = max((m - i) * q for i, q in enumerate(everyone) if q <= p)
    elif adjustment == "effective":
        adjusted = -math.expm1(family["effective_tests"]["count"] * math.log1p(-p))
    else:
        adjusted = m * p
    return adjusted < family["significance_level"]


class Release:
    def __init__(self, folder, names):
        self.folder = pathlib.Path(folder)
        self.header = self.read("release.json")
        self.conclusions = self.read("conclusions.json")
        lines = (self.folder / "pairs.jsonl").read_text().splitlines()
        self.index = {line["id"]: line for line in map(json.loads, lines)}
        design = self.header["design"]
        settings = design["settings"]
        self.level, self.primary = settings["significance_level"], settings["primary_method"]
        self.adjustment = (settings.get("appraisal") or {}).get("adjustment", "benjamini_hochberg")
        self.families = {family["id"]: family for family in self.conclusions["families"]}
        self.appraisals = {row["pair"]: row for row in self.conclusions.get("appraisals") or []}
        self.names = names
        own = {name: line.get("primary_estimate", {}) for name, line in self.index.items()}
        self.errors = {
            name: estimate(row["estimate"], row["monte_carlo"])["p_value"][3]
            for name, row in own.items()
            if "monte_carlo" in row
        }

    def read(self, name):
        return json.loads((self.folder / name).read_text())

    def pair(self, name):
        return self.read(self.index[name]["file"])

    def exposure_build(self, name):
        design = self.header["design"]
        exposure = next(pair["exposure"] for pair in design["pairs"] if pair["id"] == name)
        traits = {trait["id"]: trait for trait in design["panel"]["traits"] + [design["disease"]]}
        return traits[exposure].get("genome_build")

    def renamed(self, trait):
        return self.names.get(trait, trait)

    def conclusion_facts(self, name):
        facts = {}
        appraisal = self.appraisals.get(name)
        if appraisal:
            facts["verdict", None] = (appraisal["verdict"], {})
            for check in appraisal["checks"]:
                facts["check", check["id"]] = (f"{check['status']}:{check['finding']}", {})
        for family in self.families.values():
            level = family["significance_level"]
            for test in (t for t in family["tests"] if t["pair"] == name):
                p = test["p_value"]
                error = self.errors.get(name, 0)
                largest = max(self.errors.get(other["pair"], 0) for other in family["tests"])
                numbers = {"p_value": probability(p, error)}
                facts["nominal_significance", family["id"]] = (below(p, level), numbers)
                for adjustment in ADJUSTMENTS:
                    if adjustment in test:
                        key = ("other_adjustment", f"{family['id']}/{adjustment}")
                        if adjustment == self.adjustment:
                            key = ("adjusted_significance", family["id"])
                        numbers = {"p_value": probability(test[adjustment], largest)}
                        facts[key] = (below(test[adjustment], level), numbers)
        return facts

    def study_facts(self):
        design, facts = self.header["design"], {}
        facts["tool_version", None] = (f"{self.header['tool']} {self.header['tool_version']}", {})
        facts["schema_version", None] = (str(self.header["schema_version"]), {})
        facts["seed", None] = (str(design["seed"]), {})
        leaves("setting", design["settings"], "", facts)
        for trait in [design["disease"]] + design["panel"]["traits"]:
            facts["trait", self.renamed(trait["id"])] = (trait["name"], {})
        for pair in design["pairs"]:
            facts["pair", f"{self.renamed(pair['trait'])}.{pair['direction']}"] = (None, {})
        for family in self.families.values():
            names = ["declared", "tested", "nominal", "passing_bonferroni", "passing_benjamini_hochberg"]
            numbers = {name: count(family[name]) for name in names}
            numbers["significance_level"] = plain(family["significance_level"])
            put(numbers, "effective_tests", (family.get("effective_tests") or {}).get("count"))
            facts["family", family["id"]] = (family["method"], numbers)
        for row in self.conclusions.get("shared_instruments") or []:
            traits = sorted(map(self.renamed, row["traits"]))
            facts["shared_instrument", row["variant"]] = (" ".join(traits), {})
        return facts


def leaves(aspect, value, path, facts):
    if isinstance(value, dict):
        for key, inner in value.items():
            leaves(aspect, inner, f"{path}.{key}" if path else key, facts)
    elif value is not None:
        facts[aspect, path] = (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), {})


def input_facts(releases):
    """Files by path, then by role and trait, under the newer release's paths."""
    old, new = (release.header["inputs"] for release in releases)
    paths = [{row["id"] for row in rows} for rows in (old, new)]
    unmatched = {}
    for row in new:
        if row["id"] not in paths[0]:
            unmatched.setdefault((row["role"], row.get("trait")), []).append(row["id"])
    facts = ({}, {})
    for row in old:
        name, trait = row["id"], row.get("trait")
        slot = (row["role"], releases[0].renamed(trait) if trait else None)
        if name not in paths[1] and unmatched.get(slot):
            name = unmatched[slot].pop(0)
        facts[0]["input", name] = (row["sha256"], {"rows": count(row["rows"])})
    for row in new:
        facts[1]["input", row["id"]] = (row["sha256"], {"rows": count(row["rows"])})
    return facts


def found_changes(judge, releases):
    facts = [release.study_facts() for release in releases]
    for mine, files in zip(facts, input_facts(releases)):
        mine.update(files)
    for row in judge.changes(*facts):
        if row[0] == "pair":
            yield row[1], ["pair", None] + row[2:]
        else:
            yield None, row
    renames = {row["old"]: row["new"] for row in judge.rules["trait_renames"]}
    for old, new in renames.items():
        yield None, ["trait_name", new, "changed", old, new, {}]
    back = {new: old for old, new in renames.items()}
    for new_id in releases[1].index:
        trait, _, direction = new_id.partition(".")
        old_id = f"{back.get(trait, trait)}.{direction}"
        if old_id not in releases[0].index:
            continue
        for row in conclusion_changes(judge, releases, old_id, new_id):
            yield new_id, row
        if releases[0].index[old_id]["sha256"] != releases[1].index[new_id]["sha256"]:
            for row in pair_changes(judge, releases, old_id, new_id):
                yield new_id, row


def main(old, new, path):
    diff = json.loads(pathlib.Path(path).read_text())
    judge = Judge(diff["rules"])
    names = {row["old"]: row["new"] for row in diff["rules"]["trait_renames"]}
    releases = Release(old, names), Release(new, {})
    found = {}
    for pair, (aspect, subject, kind, before, after, numbers) in found_changes(judge, releases):
        found[aspect, kind, pair, subject, before, after] = numbers
    listed = {}
    for row in diff["changes"]:
        if row["aspect"] in LOOSE:
            if row["kind"] == "changed" and row.get("old") == row.get("new"):
                sys.exit(f"check-diff: {row} is no change")
            continue
        key = tuple(row.get(name) for name in ("aspect", "kind", "pair", "subject", "old", "new"))
        if key in listed:
            sys.exit(f"check-diff: {key} stands twice")
        listed[key] = {n["field"]: (n.get("old"), n.get("new"), n["has_moved"]) for n in row["numbers"]}
    problems = [f"not found: {key}" for key in listed if key not in found]
    problems += [f"not listed: {key}" for key in found if key not in listed]
    for key in listed.keys() & found.keys():
        if listed[key] != found[key]:
            mine, theirs = found[key], listed[key]
            both = {field: (theirs.get(field), mine.get(field)) for field in theirs.keys() | mine.keys()}
            shown = {field: sides for field, sides in both.items() if sides[0] != sides[1]}
            problems.append(f"other numbers: {key}: {shown}")
    counts = Counter(row["severity"] for row in diff["changes"] if "ignored_because" not in row)
    stated = {row["severity"]: row["count"] for row in diff["verdict"]["by_severity"] if row["count"]}
    if stated != counts:
        problems.append("the verdict's counts are not those of the changes")
    if problems:
        sys.exit("\n".join(f"check-diff: {problem}" for problem in sorted(problems)[:20]))
    words = len(diff["changes"]) - len(listed)
    print(f"{len(listed)} changes, all of them found both ways, and {words} of words.")


if __name__ == "__main__":
    main(*sys.argv[1:])

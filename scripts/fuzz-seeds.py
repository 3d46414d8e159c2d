"""Writes a small sound file for every parser that Sources/Fuzzing names, in the order in which it names them.

usage: fuzz-seeds.py FOLDER
"""

import gzip
import json
import pathlib
import sys

FINNGEN = (
    "#chrom\tpos\tref\talt\trsids\tnearest_genes\tpval\tbeta\tsebeta\taf_alt\n"
    "1\t1000\tA\tG\trs1,rs2\t\t1e-8\t0.5\t0.1\t0.3\nX\t20\tAT\tA\t\t\t0\t-1\t0.01\t0.5\n"
)
METAL = (
    "MarkerName\tAllele1\tAllele2\tFreq1\tEffect\tStdErr\tP-value\tDirection\tTotal_N\n"
    "rs1\ta\tg\t0.3\t0.05\t0.01\t5e-7\t+\t8293\n"
)
VCF = (
    "##fileformat=VCFv4.2\n##contig=<ID=1,length=249250621>\n##FORMAT=<ID=ES,Number=A,Type=Float>\n"
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
    "1\t10\trs1\tA\tG,T\t.\tPASS\t.\tES:SE:LP:AF\t0.1,0.2:0.01,0.02:8,9:0.3,0.4\n"
)
OR = "SNP A1 A2 OR L95 U95 P N\nrs1 A G 1.2 1.1 1.3 1e-4 100\n"
HARMONISED = "SNP,effect_allele,other_allele,beta.exposure,se.exposure,beta.outcome,se.outcome\nrs1,A,G,0.1,0.01,0.2,0.05\n"
ESTIMATES = '"id.exposure","exposure","outcome","method","nsnp","b","se","pval"\n"a","X","Y","Wald ratio",1,0.1,0.05,0.0455\n'
STUDY = "id: a\ntitle: A\nquestion: B\nauthors: [C]\ndate: 2026-11-26\nseed: 1\ndisease: {id: D, name: D, type: binary}\n"
DESIGN = "name: a\nseed: 1\ntraits: [{id: A, n: 100, file: a.gz, real: 1, chance: 1}]\n"
RULES = "tolerance: {relative: 1.0e-6}\nignore:\n  - {aspect: seed, pair: A.forward, reason: b}\nfail_on: [verdict]\n"
TRUTH = {"name": "a", "seed": 1, "effects": [], "loci": []}

SEEDS = [
    [FINNGEN, METAL, VCF, OR, gzip.compress(FINNGEN.encode(), mtime=0)],  # genomeWideFile
    [gzip.compress(METAL.encode(), mtime=0), "a\r\nb\n"],  # compressedLines
    [METAL, OR],  # associations
    [HARMONISED],  # harmonised
    [ESTIMATES],  # results
    ["SNP\ttrait\tp\nrs1\tBody mass index\t1e-9\n"],  # confounders
    [
        "direction\ttrait\tmethod\tscale\testimate\tci_lower\tci_upper\tp_value\tsource\n"
        "forward\tX\tIVW\todds ratio\t0.31\t0.13\t0.74\t0.009\tdoi:1\n"
    ],  # published
    ["1\trs1\t0\t100\tA\tG\n23\trs2\t0\t200\tC\tT\n"],  # panelVariants
    ["F1 P1 0 0 1 -9\nF2 P2 0 0 2 -9\nF3 P3 P1 P2 1 -9\n"],  # panelPeople
    [bytes([0x6C, 0x1B, 0x01, 0x2E, 0x38])],  # panelGenotypes
    [STUDY],  # study
    [DESIGN],  # design
    ['{"a": [1, -2.5e-3, "b\\u00e9", null, true]}'],  # json
    [json.dumps(TRUTH)],  # truth
    [RULES],  # rules
    [json.dumps({"schema_version": 1, "changes": [], "pairs": []})],  # comparison
]

folder = pathlib.Path(sys.argv[1])
for number, seeds in enumerate(SEEDS):
    for index, seed in enumerate(seeds):
        content = seed if isinstance(seed, bytes) else seed.encode()
        (folder / f"seed-{number}-{index}").write_bytes(bytes([number]) + content)

.DEFAULT_GOAL := help
.PHONY: checks site-check diff-check browser attachments figures html gallery-check simulated
.PHONY: readme-check fuzzing help site test gallery releases readme lint format sanitize fuzz bench validate parity stress setup build clean

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-18s %s\n", $$1, $$2 }'

site: build ## Analyse the studies, compare with the committed releases, render site/
	@scripts/site

test: ## Everything that must hold: lint, imports, tests, releases and site/ as committed, pages in a browser
	@scripts/setup browser
	@scripts/lint
	@scripts/check-imports
	@scripts/build
	swift test -c release --skip-build
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target checks

# Two at a time: most of them wait for one thread of a browser or of a renderer.
checks: browser figures html gallery-check simulated readme-check fuzzing

site-check:
	@scripts/check-site
diff-check:
	@scripts/check-diff
# The pages of the older release are of kinds that site/ has.
browser: site-check diff-check
	@scripts/check-browser site .build/check-diff/releases/site --skip older
attachments:
	@scripts/check-attachments
figures: attachments site-check
	@scripts/check-figures site .build/attachments/first
html: diff-check site-check
	@scripts/check-html site .build/check-diff/releases/site
gallery-check:
	@scripts/check-gallery
simulated:
	@scripts/check-simulated
readme-check:
	@scripts/check-readme
# By itself: it takes every core.
fuzzing: browser figures html gallery-check simulated readme-check
	@scripts/fuzz 60

releases: build ## Analyse the studies anew and overwrite data/releases/ and site/
	@scripts/releases

readme: build ## Renew README's table of study.yaml keys
	@scripts/check-readme --write

lint: setup ## Style and house measures
	@scripts/lint

format: ## Lay out all Swift as .swift-format says
	@swift format format --in-place --parallel --recursive Package.swift Sources $(wildcard Tests Plugins scripts/*.swift)

gallery: ## Show every figure over awkward data, as the snapshot tests keep it
	@scripts/gallery

sanitize: setup ## All Swift tests under the thread and the address sanitizer (slow)
	@scripts/sanitize

fuzz: setup ## Give every parser files of libFuzzer's making for ten minutes
	@scripts/fuzz 600

bench: build ## Time the methods, the analysis and the rendering, and write docs/benchmarks.md
	@scripts/bench $(DATE)

validate: build ## Bias, coverage and type-I error of every method on simulated studies, into docs/validation.md (minutes)
	@scripts/validate

parity: build ## How far every method is from the R packages, into docs/parity.md
	@scripts/parity

stress: build ## Studies of thousands of traits and variants, and names that nobody expects (slow)
	@scripts/setup stress
	@scripts/stress

setup:
	@scripts/setup

build: setup
	@scripts/build

clean: ## Remove what was built; site/ and data/ stay
	rm -rf .build

# `make help` lists what you can type. Paths are relative, so that the project may lie in a folder with spaces.
#
#   make site ARGS="--site-url https://me.github.io/portfolio/"   options for smm
#   make site PDF=no                                              without the PDFs (and without their libraries)
#   make site PYTHON=/usr/bin/python3.12                          another Python

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint types docs bench bench-packs bench-campaigns lock clean

export NO_MKDOCS_2_WARNING := 1
export PYTHON
ARGS =
PDF = yes

# What is set up leaves a mark in .venv; a mark is made again when what it depends on changes.
run = .venv/.ready-run
dev = .venv/.ready-dev
pdf = .venv/.ready-pdf
browser = .venv/.ready-browser

help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

ifeq ($(PDF),no)
site: $(run)  ## Build the website and the PDFs into site/
	.venv/bin/smm build --no-pdf $(ARGS)
else
site: $(run) $(pdf)
	.venv/bin/smm build $(ARGS)
endif
	@printf '\nThe website is in site/. Look at it: make serve, or .venv/bin/python -m http.server --directory site\n'

serve: $(run)  ## Show the website at http://127.0.0.1:8000 and follow every change
	.venv/bin/smm serve $(ARGS)

check: $(run)  ## Check all content without building
	.venv/bin/smm check $(ARGS)

test: lint types $(pdf) $(browser)  ## Run lint, types and every test
	.venv/bin/python -m pytest -n 3 $(ARGS)

lint: $(dev)  ## Check style and the walls between the packages
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/lint-imports

types: $(dev)  ## Check types
	.venv/bin/mypy

docs: $(run)  ## Write the reference pages of the handbook anew
	.venv/bin/python -m smm_portfolio.reference

bench: $(dev)  ## Measure against plain MkDocs and Zensical
	.venv/bin/python -m bench.run $(ARGS)

bench-packs: $(dev) $(pdf)  ## Measure packs against loops of WeasyPrint and Typst
	.venv/bin/python -m bench.packs $(ARGS)

bench-campaigns: $(dev) $(pdf)  ## Measure a campaign of a hundred posts
	.venv/bin/python -m bench.campaigns $(ARGS)

lock:  ## Write the lock files anew (maintainers)
	scripts/lock

clean:  ## Remove what was built (.venv stays)
	rm -rf site build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(run): requirements/run.txt pyproject.toml
	scripts/setup run
	@touch $@

$(dev): requirements/dev.txt $(run)
	scripts/setup dev
	@touch $@

$(pdf): | $(run)
	scripts/setup pdf
	@touch $@

$(browser): | $(dev)
	scripts/setup browser
	@touch $@

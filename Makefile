# make demo   set up, then run the main job on the sample sources
# make test   set up, then run all tests
# make check  what CI runs: make lint, make types, make contracts, make test
# make lint   style and formatting
# make types  static types
# make contracts  which room may import which
# make quality    every quality figure beside its floor; writes docs/quality.md
# make floors     raise the floors to just under the figures of today (never lowers one)
# make bench      speed: reading, the value readers, growth with the length
# make bench-values     the value readers beside other libraries, same texts
# make bench-grounding  the gate beside other libraries' grounding, same proposals
# make bench-witnesses  texts that repeat another, told by our rule and by MinHash libraries
# make bench-ledger     speed and memory of the book, on SQLite and PostgreSQL
# make bench-site      speed and size of every page of the site, and its export
# make bench-totals     speed of an import of the tracker's size, and of totals
# make faults     writers killed, full disks, two writers: what the book keeps, in figures
# make screenshots  pictures of every page type in ./screenshots (needs Chromium)
# make lock   versions and hashes of every dependency
# make clean  remove the environments and what the demo wrote
PYTHON ?= python3
VENV ?= .venv
# The libraries compared with have an environment of their own, so that .venv stays lean.
PEERS ?= .venv-peers
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check
export PYTHONUTF8 = 1

.PHONY: demo test check lint types contracts quality floors bench bench-values bench-grounding bench-witnesses bench-ledger bench-totals faults screenshots lock clean

demo: $(VENV)/.run
	$(BIN)/pledgebook demo $(if $(OUT),--out $(OUT))

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: lint types contracts test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

# Scores on the development sets beside the checkout (../shared), where they are there.
quality: $(VENV)/.dev
	$(BIN)/python bench/quality.py --write docs/quality.md

floors: $(VENV)/.dev
	$(BIN)/python bench/quality.py --raise-floors

bench: $(VENV)/.dev
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/growth.py
	$(if $(wildcard $(PEERS)/.peers),$(PEERS),$(VENV))/bin/python bench/values.py

bench-values: $(PEERS)/.peers
	$(PEERS)/bin/python bench/values.py

bench-grounding: $(PEERS)/.peers
	PYTHONPATH=tests/quality $(PEERS)/bin/python bench/grounding.py

bench-witnesses: $(PEERS)/.peers
	PYTHONPATH=bench $(PEERS)/bin/python bench/witnesses.py

bench-ledger: $(VENV)/.dev
	$(BIN)/python bench/ledger.py

bench-site: $(VENV)/.dev
	$(BIN)/python bench/site_pages.py

bench-totals: $(VENV)/.dev
	$(BIN)/python bench/totals.py

faults: $(VENV)/.dev
	PYTHONPATH=tests/ledger:tests/reconcile $(BIN)/python bench/faults.py

screenshots: $(VENV)/.dev
	PYTHONPATH=tests/browser/browsing $(BIN)/python tests/browser/take_screenshots.py screenshots

# Versions and hashes of everything, from pyproject.toml.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile -q --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" pyproject.toml build-requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" --extra dev pyproject.toml build-requirements.in -o requirements-dev.txt
	$(BIN)/uv pip compile -q --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" --extra peers pyproject.toml build-requirements.in -o requirements-peers.txt

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install -q --require-hashes -r requirements.txt
	$(PIP) install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install -q --require-hashes -r requirements-dev.txt
	$(PIP) install -q --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

$(PEERS)/.peers: requirements-peers.txt pyproject.toml
	$(MAKE) VENV=$(PEERS) $(PEERS)/bin/python
	$(PEERS)/bin/python -m pip --disable-pip-version-check install -q --require-hashes -r requirements-peers.txt
	$(PEERS)/bin/python -m pip --disable-pip-version-check install -q --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) $(PEERS) demo.db demo-site screenshots

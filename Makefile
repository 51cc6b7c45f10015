# make demo   set up, then run the main job on the sample sources
# make test   set up, then run all tests
# make check  what CI runs: lint, types, import contracts, tests
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check
export PYTHONUTF8 = 1

.PHONY: demo test check lint types contracts quality bench lock clean

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

bench: $(VENV)/.dev
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/growth.py

# Versions and hashes of everything, from pyproject.toml.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile -q --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" pyproject.toml build-requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" --extra dev pyproject.toml build-requirements.in -o requirements-dev.txt

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

clean:
	rm -rf $(VENV) demo.db demo-site

# make edition   builds the sample edition and says where the results lie
# make test      lint, types and tests, all that can run on this machine
# make quick     the tests that take seconds
# make docs      builds the manual
# make bench     the benchmarks; their results go to benchmarks/results.md

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/octavo.stamp
EQUIPPED := $(VENV)/dev.stamp

.PHONY: edition test quick docs bench clean

edition: $(INSTALLED)
	@$(BIN)/octavo build tei/serge

docs: $(INSTALLED)
	@$(BIN)/octavo build docs

test: $(EQUIPPED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

quick: $(EQUIPPED)
	$(BIN)/pytest -m "not slow and not shared and not java and not browser"

bench: $(EQUIPPED)
	@for script in benchmarks/relaxng_speed.py benchmarks/print_speed.py; do echo "== $$script"; $(BIN)/python $$script; done

clean:
	rm -rf $(VENV) tei/*/dist docs/dist

$(INSTALLED): pyproject.toml hatch_build.py src/octavo/relaxng/accelerator.c
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Octavo needs Python 3.11 or newer; set PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Octavo into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(EQUIPPED): $(INSTALLED)
	@echo "Installing what tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

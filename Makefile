# Two commands do everything on a machine that has only Python 3.11+, pip and make:
#   make try    its own environment; searches, filters by context, writes a sheet
#   make test   lint, types, tests and the catalogue's own checks

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: try test test-full lint types check tidy docs golden relevance bench lock clean

$(STAMP): pyproject.toml requirements-lock.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

try: $(STAMP)
	@mkdir -p out
	$(BIN)/disruptref search grooming messages
	$(BIN)/disruptref list --context through-online-interaction --no-conviction
	$(BIN)/disruptref brief sexual-communication-with-a-child -o out/briefing-sheet.docx --force
	$(BIN)/disruptref brief sexual-communication-with-a-child -o out/briefing-sheet.html --force
	@echo "The sheets are out/briefing-sheet.docx and out/briefing-sheet.html"

test: lint types check relevance
	$(BIN)/python -m pytest

# Adds what needs programs from Debian, PyPI or npm: a browser, LibreOffice, poppler, checkers.
test-full: $(STAMP)
	sh tests/full/install.sh $(abspath $(BIN)/python)
	$(BIN)/python -m pytest tests/full --full

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

check: $(STAMP)
	$(BIN)/disruptref check
	$(BIN)/python -m tools.tidy --check

tidy: $(STAMP)
	$(BIN)/python -m tools.tidy

docs: $(STAMP)
	$(BIN)/python -m tools.generate

golden: $(STAMP)
	$(BIN)/python -m tools.golden

relevance: $(STAMP)
	$(BIN)/python -m benchmarks.relevance --gate

bench: $(STAMP)
	$(BIN)/python -m benchmarks.startup

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group dev pyproject.toml --output-file requirements-lock.txt

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache

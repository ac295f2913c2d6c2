# make decks     build the decks of posts/ into decks/
# make test      lint, type-check, and run all tests
# make fuzz      look for input that breaks the program, for as many examples as EXAMPLES says
# make overview  draw the picture of the themes that the README shows
# All set up what they need: a virtual environment in .venv, and for tests and picture LibreOffice, fonts and poppler.

SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.tools
PIP := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check
PACKAGES := libreoffice-impress poppler-utils fontconfig fonts-noto-cjk fonts-liberation fonts-crosextra-carlito \
  fonts-dejavu-core fonts-symbola

.PHONY: decks test fuzz lint format overview system clean

# Exit code 1 tells of input that could not be used; a sample post shows a missing picture on purpose.
decks: $(READY)
	$(BIN)/deckgen build posts -o decks || [ $$? -eq 1 ]

test: lint system
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

EXAMPLES ?= 2000

fuzz: $(TOOLS)
	DECKGEN_SEARCH=1 DECKGEN_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -n 2 tests/test_fuzz.py

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

overview: $(TOOLS) system
	$(BIN)/python themes/overview.py

format: $(TOOLS)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(READY): pyproject.toml
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory install NEED="python3-venv"
	$(PYTHON) -m venv .venv
	$(PIP) --editable '.[pictures,math]'
	touch $@

$(TOOLS): $(READY)
	$(PIP) --editable '.[dev]'
	touch $@

# Only what is missing is installed, so that a second run costs nothing. Without dpkg the tests themselves say what lacks.
# Not before the environment stands, for which apt-get may be at work, and that can be only once.
system: | $(READY)
	@command -v dpkg-query >/dev/null || exit 0; need=""; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || need="$$need $$package"; \
	done; \
	if [ -n "$$need" ]; then $(MAKE) --no-print-directory install NEED="$$need"; fi

APT := apt-get -o Acquire::Retries=3

.PHONY: install
install:
	@if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
	  echo "deckgen needs these packages:$(NEED)"; \
	  echo "  hint: as root on Debian or Ubuntu, run: apt-get update && apt-get install --no-install-recommends $(NEED)"; \
	  exit 3; \
	fi
# A list that cannot be fetched, such as somebody else's, matters only where it has what is to be installed.
	$(APT) update -qq || true
	DEBIAN_FRONTEND=noninteractive $(APT) install -qq -y --no-install-recommends $(NEED)

clean:
	rm -rf .venv decks dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Everything happens in this folder: the tools go into .venv, nothing is installed elsewhere.
# `make` alone lists what there is.

PYTHON ?= python3
UV     ?= uv
# Passed on to the command a target runs: make test ARGS="-k loans", make lock ARGS=--upgrade
ARGS   ?=

VENV := .venv
BIN  := $(VENV)/bin
# Empty files in .venv that say what is installed there, and since when.
MADE    := $(VENV)/.made
RUNTIME := $(VENV)/.installed-runtime
DEV     := $(VENV)/.installed-dev
# What the tests need from npm: written by npm itself, when it is done.
NODE    := tests/node/node_modules/.package-lock.json
# The form program of the staff site, in the same way.
FORMS   := forms/node_modules/.package-lock.json
IF_ON   := $(if $(shell grep -s '^forms:' library.yml),$(FORMS))

PIP_INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check
# The project itself: what it needs is there by then, so nothing is looked up or downloaded.
INSTALL_PROJECT := $(PIP_INSTALL) --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List the targets
	@echo 'make <target>, where <target> is one of:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 14

.PHONY: site
site: $(RUNTIME) $(IF_ON) ## Build the site from the notes, and say where to open it
	@$(BIN)/deskdiary build $(ARGS)

.PHONY: serve
serve: $(RUNTIME) $(IF_ON) ## Show the site on this machine, rebuilt as the notes change
	@$(BIN)/deskdiary serve $(ARGS)

.PHONY: forms
forms: $(FORMS) ## Install the form program (the two above do, where library.yml turns the forms on); needs npm

.PHONY: test
test: $(DEV) $(if $(shell command -v npm),$(NODE) $(FORMS)) ## Run the tests (without Chromium or Node, those that need them are skipped)
	@$(BIN)/pytest $(ARGS)

.PHONY: lint
lint: $(DEV) ## Check the code's form (ruff) and types (mypy)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: format
format: $(DEV) ## Put the code into form, as far as ruff can
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

# Everything it needs goes into .venv and .cache/benchmarks; the second writes docs/development/speed.md as well,
# and so does the third. The notes of this desk are not touched: invented ones are measured.
BENCH := $(BIN)/python -m benchmarks

.PHONY: bench-small
bench-small: $(DEV) ## Measure 300 invented patrons beside other makers of sites, in a minute or so
	@$(BENCH) --patrons 300 --rounds 1 $(ARGS)

.PHONY: bench
bench: $(DEV) ## The same with 10,000, in ten minutes or so; writes docs/development/speed.md
	@$(BENCH) --write $(ARGS)

.PHONY: bench-large
bench-large: $(DEV) ## 1,000, 10,000 and 100,000 patrons, the program alone; writes the page too
	@$(BENCH) --large $(ARGS)

# The locks hold for Python 3.11 and later on Linux, macOS and Windows, with the hashes of
# every file the package index has for a version. As they are, versions stay unless pyproject.toml
# demands otherwise; ARGS=--upgrade takes the newest.
COMPILE := $(UV) --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.PHONY: lock
lock: ## Work out requirements/*.lock anew from pyproject.toml (needs uv and the network)
	@command -v $(UV) >/dev/null || { \
	  echo 'make lock needs uv, as a command or as UV=/path/to/uv (a virtual environment of its own will do).' >&2; \
	  exit 1; }
	$(COMPILE) pyproject.toml --group build --output-file requirements/runtime.lock $(ARGS)
	$(COMPILE) pyproject.toml --group dev --constraints requirements/runtime.lock \
	  --output-file requirements/dev.lock $(ARGS)
	$(COMPILE) --group pyproject.toml:peers --constraints requirements/runtime.lock \
	  --output-file requirements/peers.lock $(ARGS)

.PHONY: clean
clean: ## Remove what the other targets made (.venv, site, caches); never a note
	rm -rf $(VENV) tests/node/node_modules forms/node_modules site .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find $(wildcard scripts tests) -name __pycache__ -type d -prune -exec rm -rf {} +

# --- How .venv comes about ---------------------------------------------------------------------

$(RUNTIME): requirements/runtime.lock pyproject.toml $(MADE)
	@echo 'Installing what Desk Diary needs into $(VENV) ...'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/runtime.lock
	@$(INSTALL_PROJECT)
	@touch $@

# The dev lock holds the runtime's versions too, so there is no need to install that one first.
$(DEV): requirements/dev.lock pyproject.toml $(MADE)
	@echo 'Installing what Desk Diary and its tests need into $(VENV) ...'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/dev.lock
	@$(INSTALL_PROJECT)
	@touch $@

$(NODE): tests/node/package-lock.json
	@echo 'Installing what the tests need from npm into tests/node/node_modules ...'
	@npm ci --prefix tests/node --no-progress --loglevel=error >/dev/null
	@touch $@

$(FORMS): forms/package-lock.json
	@command -v npm >/dev/null || { echo 'The form program comes by npm, and there is no npm here.' >&2; exit 1; }
	@echo 'Installing the form program into forms/node_modules ...'
	@npm ci --prefix forms --no-progress --loglevel=error >/dev/null
	@touch $@

# A .venv whose Python is gone, or that was moved here with its folder, is made again.
ifeq ($(shell $(BIN)/python -c '' 2>/dev/null && grep -qF "$(CURDIR)/$(VENV)/" $(BIN)/pip 2>/dev/null && echo sound),)
$(MADE): FORCE
endif

.PHONY: FORCE
FORCE:

$(MADE):
	@command -v $(PYTHON) >/dev/null || { \
	  echo 'Desk Diary needs Python 3.11 or later; there is no $(PYTHON) here.' >&2; \
	  echo 'Where it has another name: make PYTHON=python3.12 ...' >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Desk Diary needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo 'Where there is a later one: make PYTHON=python3.12 ...' >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'This Python cannot make a virtual environment: its venv or ensurepip is missing.' >&2; \
	  echo 'On Debian and Ubuntu: apt install python3-venv' >&2; \
	  exit 1; }
	@echo 'Making $(VENV) ...'
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

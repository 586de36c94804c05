# Everything needs Python 3.11 or newer and make, nothing else. `make` alone says what there is.

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
MADE := .venv/.made
COMPILE := $(BIN)/python tools/compile/stages.py

.PHONY: help demo test check bench pictures lock compiled clean

help:
	@echo "make demo    code the sample reports, show two of them, and open all in the browser"
	@echo "make test    run every test"
	@echo "make check   look at style and types: ruff and mypy --strict"
	@echo "make compiled   compile the stages, where there is a C compiler; demo, test and bench do so"
	@echo "make bench   measure speed, memory and quality"
	@echo "make pictures   take the pictures of docs/first-session.md anew"
	@echo "make lock    pin the newest versions in requirements.lock"
	@echo "make clean   remove the virtual environment, the compiled stages and all caches"

demo: $(MADE)
	@$(COMPILE) || true # the sources run as well
	@$(BIN)/python -m rasad.workbench.demo

test: compiled
	$(BIN)/python -m pytest

check: $(MADE)
	$(BIN)/ruff check src tests bench tools
	$(BIN)/mypy

bench: compiled
	$(BIN)/python bench/run.py

pictures: $(MADE)
	RASAD_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/test_workbench_story.py

# What Rasad runs fast with: nothing to do where no source has changed, nothing done where there is no C compiler.
compiled: $(MADE)
	@$(COMPILE)

lock: $(MADE)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --upgrade --quiet \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements.lock

# The packages of the lock file, then Rasad itself, without asking a registry for anything more.
$(MADE): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Rasad needs Python 3.11 or newer; name it: make PYTHON=/path/to/python3"; exit 1; }
	@echo "installing into .venv"
	@$(PYTHON) -m venv .venv
	@{ command -v uv >/dev/null && uv pip install --quiet --python $(BIN)/python --requirements requirements.lock; } \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf src/rasad/_compiled .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build

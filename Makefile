# designkit: `make demo` draws a design, `make test` runs the tests.
# Needs Python 3.11 or newer (PYTHON3=python3.13 chooses another) and nothing else.

PYTHON3 = python3
PYTHON = .venv/bin/python
PIP = $(PYTHON) -m pip install --quiet --disable-pip-version-check
LOCKED = $(PIP) --require-hashes --requirement
ITSELF = $(PIP) --no-deps --no-build-isolation --editable .
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-annotate \
  --custom-compile-command "make lock" $(UPGRADE) pyproject.toml
PARALLEL = --numprocesses=auto --maxprocesses=4 --dist=worksteal --inline-snapshot=disable

.PHONY: demo test test-all test-lowest test-newest check fix docs page golden bench fuzz gates lock clean

demo: .venv/demo-ready
	@.venv/bin/designkit render designs/fraud.yaml
	@echo
	@echo "Open build/fraud/overview.svg in a browser, and read build/fraud/fraud.md."
	@echo "Next: docs/quick-start.md, or .venv/bin/designkit --help"

test: .venv/dev-ready
	@$(PYTHON) -m pytest $(PARALLEL)

# All that there is; .ci/tools installs what it needs beside Python.
test-all: .venv/dev-ready
	@TEST_ALL=1 $(PYTHON) -m pytest $(PARALLEL)

check: .venv/dev-ready
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(PYTHON) -m mypy docs/generate.py docs/pages
	.venv/bin/lint-imports
	$(PYTHON) docs/generate.py --check

fix: .venv/dev-ready
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

docs: .venv/dev-ready
	$(PYTHON) docs/generate.py

# The script of the living page, of templates/page/src; .ci/tools installs what it needs.
page: .venv/dev-ready
	$(PYTHON) docs/page_script.py

golden: .venv/dev-ready
	UPDATE_GOLDEN=1 $(PYTHON) -m pytest --inline-snapshot=create,fix

bench: .venv/dev-ready
	$(PYTHON) benchmarks/run.py

# Spoilt designs for so many seconds; what breaks anything is kept for `make test`.
SECONDS = 60
fuzz: .venv/dev-ready
	$(PYTHON) tests/fuzzing.py $(SECONDS)

# GATES="--only pictures --list": each fault of a picture, with its place.
gates: .venv/dev-ready
	$(PYTHON) -m benchmarks.gates $(GATES)

# Keeps what is locked and fits; `make lock UPGRADE=--upgrade` takes the newest of all.
lock: .venv/dev-ready
	$(LOCK) --all-extras --output-file requirements.lock
	$(LOCK) --extra anki --extra build --extra pdf --extra serve \
	  --extra simulate --constraint requirements.lock --output-file requirements-demo.lock
	$(LOCKED) requirements.lock
	@touch .venv/dev-ready

# The lowest versions that pyproject.toml allows must do the work of every command.
test-lowest: .venv/dev-ready
	@rm -rf .venv/lowest
	@.venv/bin/uv venv --quiet --python $(PYTHON) .venv/lowest
	@.venv/bin/uv pip install --quiet --python .venv/lowest --resolution lowest-direct \
	  --editable '.[anki,graphviz,pdf,serve,simulate]'
	@.ci/use-every-command .venv/lowest/bin/designkit

# What the newest versions of everything would do to the tests.
test-newest: .venv/dev-ready
	@rm -rf .venv/newest
	@.venv/bin/uv venv --quiet --python $(PYTHON) .venv/newest
	@.venv/bin/uv pip install --quiet --python .venv/newest --editable '.[dev]'
	@.venv/newest/bin/python -m pytest $(PARALLEL)

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	rm -rf .hypothesis designkit.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/demo-ready: requirements-demo.lock pyproject.toml $(PYTHON)
	@echo "Installing designkit into .venv (once)"
	@$(LOCKED) requirements-demo.lock
	@$(ITSELF)
	@touch $@

.venv/dev-ready: requirements.lock pyproject.toml $(PYTHON)
	@echo "Installing designkit and the tools that test it into .venv (once)"
	@$(LOCKED) requirements.lock
	@$(ITSELF)
	@touch $@

# Debian leaves ensurepip out of python3, and a venv made without it has no pip.
$(PYTHON):
	@if $(PYTHON3) -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  $(PYTHON3) -m venv .venv || { rm -rf .venv; exit 1; }; \
	elif command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --seed --python '>=3.11' .venv; \
	else \
	  echo "designkit needs Python 3.11 or newer with its venv module; $(PYTHON3) is not that."; \
	  echo "Debian, Ubuntu: sudo apt install python3-venv"; \
	  echo "Another Python: make demo PYTHON3=python3.13"; \
	  echo "Or install uv (https://docs.astral.sh/uv) and run this again."; \
	  exit 1; \
	fi

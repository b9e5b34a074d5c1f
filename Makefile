# make demo: set up and build the graph of the sample report into output/.  make test: set up and run the tests.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint lock clean

demo: $(VENV)/.installed
	$(BIN)/kg build $$($(BIN)/kg sample) --out output

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .

$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.installed-test: requirements-test.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	touch $@

# needs uv (pip install uv); the locks hold for Python 3.10 to 3.13
LOCK = uv pip compile pyproject.toml --universal --python-version 3.10 --generate-hashes --no-annotate --no-header
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --extra test -c requirements.lock -o requirements-test.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis

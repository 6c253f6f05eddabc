# Every target works in a fresh clone and again; PORT=8080 make run
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin

.PHONY: sample setup run test test-long lint bench lock clean

setup: $(VENV)/.installed

$(VENV)/.installed: requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit("Banjie needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

run: setup
	$(BIN)/python bot.py demo --port $(PORT)

test: setup
	$(BIN)/python -m pytest -q

test-long: setup
	$(BIN)/python -m pytest -q -m long tests

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What a demo of the sample city begins with: its three weeks replayed. To be made anew when words or tables change.
sample: setup
	$(BIN)/python -m bot.demo.snapshot

bench: setup
	$(BIN)/python -m bench

# The lock is made by uv from pyproject.toml; nothing of an index's address goes into it.
lock:
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --no-emit-index-url --extra dev --extra browser pyproject.toml -o requirements-dev.lock
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --no-emit-index-url pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV)

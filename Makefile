# Two commands do everything, set-up included: `make site` and `make test`.

PYTHON ?= python3
UV_VERSION := 0.13.9
# The lock file says what is installed; uv is only the tool that reads it.
TOOLS := build/tools
UV := $(TOOLS)/bin/uv
RUN := .venv/bin
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := site
.PHONY: site serve check test bench karten bilder format clean

site: .venv/.site   ## check the records and build the site to build/site
	$(RUN)/wirkspur build

serve: .venv/.site  ## look at the site; rebuilds what changed when a file is saved
	$(RUN)/wirkspur serve

check: .venv/.site  ## check the records
	$(RUN)/wirkspur check

test: .venv/.test   ## style, types and the whole suite, in a real browser too
	@sh tests/tools.sh
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/mypy
	$(RUN)/pytest

bench: .venv/.test  ## measure against peers, which get an environment of their own
	$(RUN)/python bench/bench.py

karten: .venv/.test ## draw the pictures that messengers show of a link
	$(RUN)/python scripts/karten.py

bilder: .venv/.test ## draw the pictures of the handbook; LibreOffice and pdftoppm help
	PYTHONPATH=tests $(RUN)/python scripts/bilder.py

format: .venv/.test ## bring the code into its one form
	$(RUN)/ruff check --fix
	$(RUN)/ruff format

clean:
	rm -rf build .venv

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Wirkspur needs Python 3.11 or newer. Name it with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(TOOLS) || \
	  { rm -rf $(TOOLS); echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	$(TOOLS)/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.site: pyproject.toml uv.lock | $(UV)
	$(UV) sync --quiet --locked --no-dev --inexact --python $(TOOLS)/bin/python
	@touch $@

.venv/.test: pyproject.toml uv.lock | $(UV)
	$(UV) sync --quiet --locked --inexact --python $(TOOLS)/bin/python
	@touch .venv/.site $@

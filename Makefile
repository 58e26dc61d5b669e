# Everything that is done with the project; `make help` lists it. README.md says the same for Windows without make.

PYTHON ?= $(shell sh tools/find_python.sh)
PY := .venv/bin/python
READY := .venv/ready
CATALOGUE := $(PY) tools/catalogue.py
LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml

# make run PLAN=my.plan; make test TESTS=tests/domain; make bench ONLY=P3 JSON=1
PLAN :=
TESTS :=
ONLY :=
JSON :=

.PHONY: help install run window windowless test screen lint types contract catalogue catalogue-check check bench lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

install: $(READY) ## make the environment in .venv from the locked requirements

$(READY): requirements-dev.txt
	@python="$(PYTHON)" && test -n "$$python" && "$$python" tools/environment.py .venv requirements-dev.txt
	@touch $@

run: $(READY) ## open the window (PLAN=file); without a display: make the example, its workbook and pictures in out/
	@$(PY) -m planner.preflight --install
	@if $(PY) -m planner.preflight --display; then \
		$(MAKE) --no-print-directory window; \
	else \
		$(MAKE) --no-print-directory windowless; \
	fi

window:
	$(PY) main.py $(if $(PLAN),"$(PLAN)")

windowless:
	@echo "There is no display here, so the main job is done without a window."
	@mkdir -p out
	$(PY) main.py new out/example.plan --template example --force
	$(PY) main.py export out/example.plan -o out/work-plan.xlsx
	$(PY) main.py screenshot out/example.plan -o out
	@echo "The plan, its workbook and the pictures of its views:"
	@ls -d "$(CURDIR)"/out/*

test: $(READY) ## run the tests (TESTS=path)
	@QT_QPA_PLATFORM=offscreen $(PY) -m planner.preflight --install
	$(PY) -m pytest -q -n auto $(TESTS)

screen: $(READY) ## drive the program with real keys and pointer on a virtual display (Xvfb, xdotool)
	$(PY) -m pytest -q tests/screen

lint: $(READY) ## check style and format
	$(PY) -m ruff check
	$(PY) -m ruff format --check

types: $(READY) ## check types
	$(PY) -m mypy planner main.py

contract: $(READY) ## check who imports whom
	.venv/bin/lint-imports --no-logo

catalogue: $(READY) ## take new texts into the catalogue of words and compile it
	$(CATALOGUE)

catalogue-check: $(READY) ## check that the catalogue is complete and in step with the code
	$(CATALOGUE) --check

check: lint types contract catalogue-check test ## all checks and tests

bench: $(READY) ## measure (ONLY=P3, JSON=1)
	$(PY) -m tests.bench $(if $(ONLY),--only $(ONLY)) $(if $(JSON),--json)

lock: $(READY) ## pin the newest allowed versions, with hashes, for all systems and Pythons
	$(PY) -m pip install --quiet uv
	$(LOCK) --upgrade --output-file requirements.txt
	$(LOCK) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove everything made, except the environment
	rm -rf out build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find planner tests tools -name __pycache__ -type d -exec rm -rf {} +

# Everything that is run by hand or by CI. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
# Every skip is printed with its reason, and where the time goes.
export PYTEST := -ra --durations=15
# Servers of others, and what npm fetches, may take their time on a busy machine.
PATIENT := --timeout=900 -o faulthandler_timeout=0
# Passed on to the command that a target runs: make demo ARGS=--json
ARGS :=

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: setup
setup: ## Install what the app needs: system packages and .venv
	@scripts/system-packages.sh run
	@scripts/venv.sh $(VENV) app

.PHONY: setup-dev
setup-dev: ## Install what the tests need beside it
	@scripts/system-packages.sh test
	@scripts/venv.sh $(VENV) dev

.PHONY: demo
demo: ## Record, send, receive and play 10 s on this machine, and show that nothing was lost
	@SECONDS=0; $(MAKE) --no-print-directory setup; echo "Set-up took $$SECONDS s"
	@PYTHONDONTWRITEBYTECODE=1 $(BIN)/holdfast demo $(ARGS)

.PHONY: run
run: setup ## Open the app
	@$(BIN)/holdfast $(ARGS)

.PHONY: test
test: setup-dev style ## Check everything: linters, types, contracts and tests
	@$(MAKE) --no-print-directory --jobs=2 types tests

# Side by side: types take one processor for a minute, and many tests wait for real time to pass.
.PHONY: tests
tests: setup-dev
	scripts/test.sh $(BIN)/python $(ARGS)

.PHONY: test-all
test-all: ## Run the tests on every Python from 3.11 up that is found here
	@scripts/system-packages.sh test
	@scripts/test-all.sh $(ARGS)

.PHONY: lint
lint: style types ## Check style, types and who imports whom

.PHONY: style
style:
	@scripts/venv.sh $(VENV) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types:
	@scripts/venv.sh $(VENV) dev
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

.PHONY: format
format: ## Let ruff repair what it can
	@scripts/venv.sh $(VENV) dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench
bench: setup-dev ## Measure speed and size
	@scripts/system-packages.sh bench
	$(BIN)/python -m benchmarks $(ARGS)

# What `make soak` does: for SECONDS kill everything at random, or record and let live; or, as long as
# it takes, hold queue and receiver against models, kill at every call that makes something durable,
# send a hundred thousand requests that nobody should send, or let two hundred kiosks send at once.
KIND := kill
SOAKS_kill := tests/integration/kill/test_kill_random.py
SOAKS_record := tests/integration/test_soak_record.py
SOAKS_model := tests/integration/uploader/test_journey_model.py
SOAKS_syscalls := tests/integration/kill/test_kill_points.py \
	tests/integration/kill/test_kill_syscalls.py \
	tests/integration/kill/test_kill_receiver.py
SOAKS_api := tests/integration/server/test_api_document.py
SOAKS_drip := tests/integration/server/test_drip.py
SOAKS_kiosks := tests/integration/server/test_kiosks.py

.PHONY: soak
soak: setup-dev ## For SECONDS (600) kill at random; KIND=record, model, syscalls, api, drip, kiosks
	HOLDFAST_SOAK_SECONDS=$(or $(SECONDS),600) $(BIN)/python -m pytest -m slow -s \
		-o faulthandler_timeout=0 $(SOAKS_$(KIND)) $(ARGS)

.PHONY: interop
interop: setup-dev ## Have tus-js-client and Uppy, fetched by npm, upload to the receiver
	@scripts/system-packages.sh bench
	$(BIN)/python -m pytest $(PYTEST) $(PATIENT) -m npm tests/integration/server $(ARGS)

.PHONY: long
long: setup-dev ## Record two simulated hours and hold every frame and sample against the source
	$(BIN)/python -m pytest $(PYTEST) -m slow tests/integration/recorder/test_long_recording.py \
		tests/integration/recorder/test_simulated_devices.py \
		tests/unit/desktop/recording/test_sound_in_step.py $(ARGS)

.PHONY: thorough
thorough: setup-dev ## Run every test that `make test` leaves out for its length, one after the other
	$(BIN)/python -m pytest $(PYTEST) $(PATIENT) -m slow tests $(ARGS)

.PHONY: engines
engines: setup-dev ## Test Postgres, S3 and Redis with real servers, and the receiver on Postgres
	@scripts/system-packages.sh engines
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'moto[server]>=5'
	$(BIN)/python -m pytest $(PYTEST) $(PATIENT) -m engines tests/engines $(ARGS)
	HOLDFAST_TEST_DATABASE=postgres $(BIN)/python -m pytest $(PYTEST) $(PATIENT) tests/unit/server $(ARGS)

.PHONY: power-cuts
power-cuts: setup-dev ## Cut the power while recording; HOLDFAST_RIG=PROGRAM has the machine for it
	$(BIN)/python -m tests.hardware.power_cuts $(ARGS)

.PHONY: hardware
hardware: setup-dev ## Record from this computer's own camera and microphone, and from test drivers
	$(BIN)/python -m pytest $(PYTEST) -m hardware tests/hardware $(ARGS)

.PHONY: screenshots
screenshots: setup-dev ## Photograph every page for people to look at, and the app for the documentation
	$(BIN)/python scripts/gallery.py
	$(BIN)/python scripts/gallery.py artifacts/screenshots/1024x768 --size 1024x768
	$(BIN)/python scripts/gallery.py artifacts/screenshots/3840x2160 --size 3840x2160 --scale 2
	$(BIN)/python scripts/web_gallery.py
	$(BIN)/python scripts/screenshots.py $(ARGS)

.PHONY: translations
translations: setup-dev ## Bring the catalogues of all languages up to date with the source
	$(BIN)/python scripts/translations.py $(ARGS)

.PHONY: clean
clean: ## Remove what was made here: environments, caches, builds; never recordings
	rm -rf .venv .venv-3.* build dist *.egg-info artifacts
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Community 3D (社区三维). "make demo" and "make test" do their own set-up.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SYSTEM_PYTHON := /usr/bin/python3
VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
PYTEST := QT_QPA_PLATFORM=offscreen $(VENV)/bin/pytest
# A test on each core; each worker has a profile and folders of its own. Tests of one file stay together where they share a costly run.
EACH := -n $(or $(WORKERS),auto) --dist worksteal
FILES := -n $(or $(WORKERS),auto) --dist loadfile
# What is compiled once need not be compiled at every start of QGIS, whatever the surroundings say; none of it lies in the plugin.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/compiled
PROFILE := $(CURDIR)/.profile
SITE = $(shell $(VENV_PYTHON) -c "import sysconfig; print(sysconfig.get_path('purelib'))")
QGIS_PROCESS = $(shell command -v qgis_process.bin || command -v qgis_process)
RUN_QGIS = QT_QPA_PLATFORM=offscreen QGIS_CUSTOM_CONFIG_PATH=$(PROFILE) PYTHONPATH=$(SITE) $(QGIS_PROCESS)
# Of the tests that start QGIS anew each time, those that ask most of another version; all of them run on Debian 12.
CHOSEN := tests/algorithms/test_process.py tests/algorithms/test_cancel.py
SOURCES := __init__.py plugin layers processing styles i18n
OUT ?= build/demo
TOWN ?= suzhou
SIZE ?= medium
SEED ?= 1
BENCH ?= full

APT := qgis python3-qgis qgis-providers python3-venv python3-numpy python3-scipy python3-pandas python3-rasterio python3-pyproj \
       python3-yaml python3-jinja2 proj-bin chromium xvfb xauth imagemagick poppler-utils fonts-noto-cjk fonts-liberation libreoffice-writer-nogui nodejs debootstrap postgresql-postgis
# lrelease moved from Qt 5 to Qt 6 packages between Debian 12 and 13.
APT_LRELEASE := qttools5-dev-tools
# QGIS from 3.36 on imports shapely itself: there it must stand on QGIS's own GEOS, or shapes lose pieces. Debian 12's is too old.
APT_SHAPELY := $(shell . /etc/os-release; [ "$${VERSION_ID:-13}" -ge 13 ] 2> /dev/null && echo python3-shapely)

.PHONY: help setup demo test test-fast test-pure test-qgis test-process test-page test-browser test-long test-matrix test-release lint translations link pages package bundle wheelhouse bench opinion clean

help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/ready translations link ## Install what the project needs (apt and pip) on Debian or Ubuntu

# What is there already is not asked for again: a machine without apt only has to have it all.
$(VENV)/ready: Makefile tests/requirements.txt
	@.ci/install-system.sh $(APT) $(APT_LRELEASE) $(APT_SHAPELY)
	@test -x $(VENV_PYTHON) || $(SYSTEM_PYTHON) -m venv --system-site-packages $(VENV)
	@$(SYSTEM_PYTHON) -c "import numpy, pandas, scipy; print(f'numpy=={numpy.__version__}\npandas=={pandas.__version__}\nscipy=={scipy.__version__}')" > $(VENV)/constraints.txt
	@$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check --constraint $(VENV)/constraints.txt --requirement tests/requirements.txt
	@touch $@

translations: ## Collect the words and compile the translations
	@$(SYSTEM_PYTHON) i18n/catalogue.py update
	@lrelease -silent i18n/community3d_zh_CN.ts -qm i18n/community3d_zh_CN.qm

link: ## Link the plugin into the project's own QGIS profile and print how to start QGIS with it
	@mkdir -p $(PROFILE)/profiles/default/python/plugins
	@ln -sfn $(CURDIR) $(PROFILE)/profiles/default/python/plugins/community3d
	@$(RUN_QGIS) plugins enable community3d > $(PROFILE)/enable.log 2>&1 || grep -q "already enabled" $(PROFILE)/enable.log || { cat $(PROFILE)/enable.log; exit 1; }
	@echo "QGIS with the plugin:  PYTHONPATH=$(SITE) QGIS_CUSTOM_CONFIG_PATH=$(PROFILE) qgis"

demo: setup ## Check the sample district, TOWN=wuzhong or OSM=file.osm.pbf, and print where the results are
	@$(RUN_QGIS) --version > /dev/null 2>&1 || { echo "qgis_process does not start; try: $(QGIS_PROCESS) --version"; exit 1; }
	@PROCESS="$(QGIS_PROCESS)" PROFILE="$(PROFILE)" $(VENV_PYTHON) tests/demo.py --out "$(OUT)" --town "$(TOWN)" --size "$(SIZE)" --seed "$(SEED)" $(if $(OSM),--osm "$(OSM)")

test: setup lint test-pure test-page test-qgis test-process test-browser ## All tests but the long ones

test-pure: ## Tests without QGIS: seconds
	$(PYTEST) -p no:pytest_qgis -q $(EACH) -m "not qgis and not process and not browser and not long"

test-page: ## Unit tests of the scene page's JavaScript
	node --test tests/page/*.test.js

test-qgis: ## Tests inside QGIS
	xvfb-run -a $(VENV)/bin/pytest -q -m "qgis and not long"

test-process: ## qgis_process end to end through the linked profile
	PYTHONPATH=$(SITE) PROCESS="$(QGIS_PROCESS)" PROFILE="$(PROFILE)" $(PYTEST) -p no:pytest_qgis -q $(FILES) -m "process and not long"

test-browser: ## The scene and the report in a real headless Chromium
	$(PYTEST) -p no:pytest_qgis -q $(FILES) -m "browser and not long"

test-long: setup ## Large sample, real data, QGIS 3.40
	PYTHONPATH=$(SITE) PROCESS="$(QGIS_PROCESS)" PROFILE="$(PROFILE)" $(PYTEST) -p no:pytest_qgis -q -m "long and not qgis"
	xvfb-run -a $(VENV)/bin/pytest -q -m "long and qgis"

test-matrix: ## The same on QGIS 3.40 (Debian 13) and 3.44 (testing), with their Pythons and packages; needs root
	$(MAKE) --jobs=2 --output-sync=target test-in-trixie test-in-forky

# Both releases and the long tests run side by side: one worker each.
test-in-%:
	.ci/debian.sh $* "make setup > /dev/null && make test-release WORKERS=0"

test-release: test-qgis test-pure
	PYTHONPATH=$(SITE) PROCESS="$(QGIS_PROCESS)" PROFILE="$(PROFILE)" $(PYTEST) -p no:pytest_qgis -q -m "process and not long" tests/package $(CHOSEN)

lint: ## Style of the code, and the package scanned as plugins.qgis.org does
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	node --check processing/scene/page/main.js
	$(VENV_PYTHON) .ci/package.py build/lint/community3d.zip
	$(VENV_PYTHON) .ci/site_scan.py build/lint/community3d.zip

bench: setup ## Measure speed and memory beside the peers; BENCH=medium or small is quicker
	PROCESS="$(QGIS_PROCESS)" $(VENV_PYTHON) tests/benchmarks/suite.py --size $(BENCH)

opinion: setup ## Ask Valhalla the same questions of OSM=file.osm.pbf and tell why answers differ
	$(VENV_PYTHON) tests/benchmarks/valhalla.py "$(OSM)"

pages: translations ## Make the help's frames, the pages of the algorithms, models and templates
	@$(VENV_PYTHON) .ci/pages.py
	@$(VENV_PYTHON) .ci/models.py
	@$(VENV_PYTHON) .ci/templates.py

package: translations ## Build dist/community3d.zip for plugins.qgis.org, and scan it as the site does
	$(VENV_PYTHON) .ci/package.py
	$(VENV_PYTHON) .ci/site_scan.py dist/community3d.zip

bundle: setup ## Build the zip for closed networks; PLATFORM=win_amd64 PYTHON=3.12 adds the compiled packages of that QGIS
	$(VENV_PYTHON) .ci/bundle.py $(if $(PLATFORM),--platform "$(PLATFORM)" --python "$(PYTHON)")

wheelhouse: setup ## Collect the wheels of another computer and say what does not resolve; PLATFORM=win_amd64 PYTHON=3.12 NUMPY=1.26.4
	@$(VENV_PYTHON) .ci/wheelhouse.py $(if $(PLATFORM),--platform "$(PLATFORM)") $(if $(PYTHON),--python "$(PYTHON)") $(if $(NUMPY),--numpy "$(NUMPY)")

clean: ## Remove what the other targets built
	rm -rf build dist .profile .qgis-settings

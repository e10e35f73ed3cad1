# Everything a developer runs. "make test" is what CI runs; it installs what it needs into .venv and, where it may,
# Chromium from the system's packages.

GO       ?= go
PYTHON   ?= python3
VENV     := .venv
PY       := $(VENV)/bin/python
STATIC   := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Packages that start goroutines: these run under the race detector too.
RACE     := ./kernel/... ./notebooks/... ./internal/parallel/... ./solvers/... ./dsl
FUZZTIME ?= 3s

.PHONY: all build test check go-test race fuzz python-test venv chromium reference bench clean

all: build

build:
	$(GO) build -o build/monge .

test: check go-test race fuzz python-test

check:
	@test -z "$$(gofmt -l .)" || { echo "not formatted: $$(gofmt -l .)"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATIC) ./...

go-test:
	$(GO) test ./...

race:
	$(GO) test -race -short $(RACE)

# Every fuzz target for a moment: enough to catch a broken target and easy crashes; longer runs: make fuzz FUZZTIME=10m
fuzz:
	FUZZTIME=$(FUZZTIME) GO="$(GO)" sh testdata/fuzz.sh

venv: $(VENV)/.done
$(VENV)/.done: testdata/jupyter/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r testdata/jupyter/requirements.txt
	touch $@

# Browser tests need a Chromium; without one, and without the right to install it, they are skipped and say so.
chromium:
	@sh testdata/jupyter/chromium.sh

python-test: build venv chromium
	MONGE=$(CURDIR)/build/monge $(PY) -m pytest -q -p no:cacheprovider testdata/jupyter

# The reference pages, made from the declarations in stdlib.
reference: build
	build/monge doc --all --output build/reference

bench:
	$(GO) test -run '^$$' -bench . -benchtime 200ms ./...

clean:
	rm -rf build $(VENV)

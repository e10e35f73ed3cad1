"""What all tests with real Jupyter parts share: the binary, and a kernelspec in a directory of its own.

MONGE names the binary (default: build/monge at the top of the checkout).
"""
import os
import pathlib
import subprocess
import sys

import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
MONGE = os.environ.get("MONGE", str(TOP / "build" / "monge"))


def pytest_configure(config):
    if not os.path.exists(MONGE):
        raise pytest.UsageError(f"no binary at {MONGE}: run 'make build' first")


@pytest.fixture(scope="session", autouse=True)
def jupyter_dirs(tmp_path_factory):
    """Keep the user's own Jupyter and history out of it: one data, config and runtime directory per test run."""
    base = tmp_path_factory.mktemp("jupyter")
    for name in ("data", "config", "runtime", "home"):
        (base / name).mkdir()
    os.environ["JUPYTER_DATA_DIR"] = str(base / "data")
    os.environ["JUPYTER_CONFIG_DIR"] = str(base / "config")
    os.environ["JUPYTER_RUNTIME_DIR"] = str(base / "runtime")
    os.environ["IPYTHONDIR"] = str(base / "home")
    os.environ["XDG_DATA_HOME"] = str(base / "home")
    os.environ["PYTHONWARNINGS"] = "ignore"
    subprocess.run([MONGE, "install", "--user"], check=True, capture_output=True)
    return base


@pytest.fixture(scope="session")
def artefacts():
    """Where screenshots and executed notebooks are kept."""
    path = pathlib.Path(os.environ.get("ARTEFACTS", TOP / "build" / "artefacts"))
    path.mkdir(parents=True, exist_ok=True)
    return path


sys.path.insert(0, str(pathlib.Path(__file__).parent))

"""The gallery notebook through the batch tools that people use: nbclient, papermill, nbconvert, and Monge's own run."""
import json
import pathlib
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import MONGE, TOP

QUICKSTART = TOP / "notebooks" / "gallery" / "quickstart.ipynb"


def outputs(nb):
    return [o for c in nb.cells if c.cell_type == "code" for o in c.outputs]


def pictures(nb):
    return [o for o in outputs(nb) if "image/png" in o.get("data", {})]


def check(nb):
    nbformat.validate(nb)
    assert not [o for o in outputs(nb) if o.output_type == "error"]
    assert len(pictures(nb)) >= 3
    for o in pictures(nb):
        size = o.metadata["image/png"]
        assert size["width"] > 100 and size["height"] > 100


@pytest.fixture
def workdir(tmp_path):
    """A copy of the gallery, so that relative paths in the notebook work and nothing is written beside the original."""
    shutil.copytree(QUICKSTART.parent, tmp_path / "gallery")
    return tmp_path / "gallery"


def test_nbclient_runs_the_quickstart(workdir, artefacts):
    nb = nbformat.read(QUICKSTART, as_version=4)
    for c in nb.cells:
        if c.cell_type == "code":
            c.outputs, c.execution_count = [], None
    NotebookClient(nb, kernel_name="monge", timeout=120, resources={"metadata": {"path": str(workdir)}}).execute()
    check(nb)
    nbformat.write(nb, artefacts / "quickstart-nbclient.ipynb")


def test_papermill_runs_the_quickstart(workdir, artefacts):
    out = artefacts / "quickstart-papermill.ipynb"
    subprocess.run([sys.executable, "-m", "papermill", "-l", "python", "-k", "monge", "--no-progress-bar", "--cwd", str(workdir),
                    str(QUICKSTART), str(out)], check=True, capture_output=True, text=True)
    check(nbformat.read(out, as_version=4))


def test_nbconvert_makes_a_page(workdir, artefacts):
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "--output-dir", str(artefacts),
                    str(workdir / "quickstart.ipynb")], check=True, capture_output=True, text=True)
    page = (artefacts / "quickstart.html").read_text()
    assert page.count('src="data:image/') >= 3


def test_run_gives_the_same_outputs_as_nbclient(workdir, tmp_path):
    """Monge's own runner and the real client must write the same notebook, times and ids aside."""
    out = tmp_path / "own.ipynb"
    subprocess.run([MONGE, "run", "--quiet", "-o", str(out), str(workdir / "quickstart.ipynb")], check=True, capture_output=True)
    own = nbformat.read(out, as_version=4)
    check(own)
    nb = nbformat.read(QUICKSTART, as_version=4)
    NotebookClient(nb, kernel_name="monge", timeout=120, resources={"metadata": {"path": str(workdir)}}).execute()
    assert len(own.cells) == len(nb.cells)
    for a, b in zip(own.cells, nb.cells):
        if a.cell_type != "code":
            continue
        assert a.execution_count == b.execution_count
        assert [o.output_type for o in a.outputs] == [o.output_type for o in b.outputs]
        for x, y in zip(a.outputs, b.outputs):
            if "data" in x:
                assert set(x.data) == set(y.data)
                if "image/png" in x.data:
                    assert x.data["image/png"].strip() == y.data["image/png"].strip()


def test_parameters_reach_the_notebook(tmp_path):
    nb = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "monge", "display_name": "Monge", "language": "monge"}})
    cell = nbformat.v4.new_code_cell("n = 3\nname = 'x'")
    cell.metadata["tags"] = ["parameters"]
    nb.cells = [cell, nbformat.v4.new_code_cell("print(name, n * 2)")]
    src = tmp_path / "p.ipynb"
    nbformat.write(nb, src)
    results = []
    for args in (
        [MONGE, "run", "--quiet", "-p", "n=21", "-p", "name=answer", "-o", str(tmp_path / "a.ipynb"), str(src)],
        [sys.executable, "-m", "papermill", "-l", "python", "--no-progress-bar", "-p", "n", "21", "-p", "name", "answer",
         str(src), str(tmp_path / "b.ipynb")],
    ):
        subprocess.run(args, check=True, capture_output=True, text=True)
    for f in ("a.ipynb", "b.ipynb"):
        done = nbformat.read(tmp_path / f, as_version=4)
        results.append(json.dumps([o.get("text") for o in outputs(done)]))
    assert results[0] == results[1] == json.dumps(["answer 42\n"])

"""Writes oracles.json: what papermill 2, nbclient and nbformat make of a list of inputs (pip install papermill nbclient).

The Go tests of package notebooks compare their own answers with these.
"""
import json
import logging
import pathlib
import random

import nbformat
from nbclient import client as nbclient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from papermill.execute import ERROR_ANCHOR_MSG, ERROR_MESSAGE_TEMPLATE
from papermill.inspection import _infer_parameters
from papermill.parameterize import parameterize_notebook
from papermill.translators import PythonTranslator

logging.disable(logging.CRITICAL)
HERE = pathlib.Path(__file__).parent
rng = random.Random(7)

# Parameters as papermill writes them into the injected cell.
parameters = [
    {"a": 1, "b": -2, "c": 10**30},
    {"x": 0.5, "y": 1e-7, "z": 1e16, "w": -0.0, "v": 123456.789, "u": 5e-324},
    {"t": True, "f": False, "n": None},
    {"s": "plain", "q": "quote \" and ' and \\", "l": "two\nlines\ttab\r", "c": "\x00\x1f\x7f\x80\xa0\xff"},
    {"e": "é漢字😀\u2028", "empty": ""},
    {"list": [1, [2, "x"], {"k": None}], "dict": {"a": {"b": [True]}, "é": 1.5}, "none": [], "nothing": {}},
    {"inf": float("inf"), "ninf": float("-inf"), "nan": float("nan")},
]
sources = [{"json": json.dumps(p), "source": PythonTranslator.codify(p)} for p in parameters]


# Where the injected cell goes.
def order(tags):
    nb = new_notebook(
        cells=[new_code_cell(f"cell {i}", metadata={"tags": t or []}) for i, t in enumerate(tags)],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "p"}, "papermill": {}},
    )
    nb = parameterize_notebook(nb, {"a": 1})
    return [c.source for c in nb.cells]


layouts = [
    [None, None],
    [["parameters"], None],
    [None, ["parameters"], None],
    [["parameters"], ["injected-parameters"], None],
    [["injected-parameters"], None, ["parameters"]],
    [["parameters"], None, ["parameters"]],
    [],
]
orders = [{"tags": t, "sources": order(t)} for t in layouts]

# What papermill infers from a cell of parameters.
declarations = [
    "a = 1",
    "a = 0.5  # the weight",
    "a: float = 1\nb: int = 2  # count",
    "s = 'text'  # type: str  what it is called",
    "a = 1\n\n# comment\nb = None",
    "sizes = [\n    1,\n    2\n]  # all sizes",
    "d = {'a': 1}",
]
inferred = []
for src in declarations:
    nb = new_notebook(
        cells=[new_code_cell(src, metadata={"tags": ["parameters"]})],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "p"}},
    )
    inferred.append({"source": src, "params": [{"name": p.name, "help": p.help} for p in _infer_parameters(nb)]})

# Carriage returns as nbclient resolves them when it joins streams.
alphabet = ["a", "bc", "\r", "\n", "\r\n", "é"]
texts = ["", "\r", "a\rb", "a\r\n", "a\r\r\nb", "10%\r20%\r\n", "x\r\ry\n\rz"]
texts += ["".join(rng.choice(alphabet) for _ in range(rng.randrange(1, 12))) for _ in range(200)]
returns = [{"text": t, "resolved": nbclient._RGX_CARRIAGERETURN.sub("", t)} for t in texts]

# Lines as nbformat splits them.
alphabet = ["a", "\r", "\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029", "\u2027", "é", "\xa0"]
texts = ["".join(rng.choice(alphabet) for _ in range(rng.randrange(0, 10))) for _ in range(300)]
lines = [{"text": t, "lines": t.splitlines(True)} for t in texts]

# Floats as Python's json module writes them.
floats = [0.1, 1.0, -0.0, 1e15, 1e16, 123456789012345680.0, 1e-4, 9.999e-5, 1e100, 5e-324, 1.7976931348623157e308]
floats += [rng.uniform(-1, 1) * 10 ** rng.randrange(-30, 30) for _ in range(200)]

with open(HERE / "oracles.json", "w", encoding="utf-8") as f:
    json.dump(
        {
            "parameters": sources,
            "orders": orders,
            "inferred": inferred,
            "returns": returns,
            "lines": lines,
            "floats": [{"hex": x.hex(), "text": json.dumps(x)} for x in floats],
            "error_link": ERROR_MESSAGE_TEMPLATE % "3",
            "error_anchor": ERROR_ANCHOR_MSG,
        },
        f,
        indent=1,
    )
    f.write("\n")

"""Writes percent.json: how jupytext reads percent scripts (pip install jupytext). The Go tests compare their reader.

Left out are the keys in which jupytext remembers blank lines and quotes for writing back, and marks that are indented,
which jupytext takes for marks and Monge for comments.
"""
import json
import pathlib

import jupytext

HERE = pathlib.Path(__file__).parent
BOOKKEEPING = {"cell_marker", "lines_to_next_cell"}

scripts = [
    "a = 1\nprint(a)\n",
    "# %%\na\n\n# %%\nb\n",
    "# %% [markdown]\n# # Title\n#\n# text\n\n# %%\na = 1\n",
    '# %% [markdown]\n"""\n# Title\ntext\n"""\n\n# %%\na = 1\n',
    "# %% [raw]\n# raw text\n\n# %%\na\n",
    "# %% A title\na\n",
    '# %% tags=["parameters"]\na = 1\n',
    '# %% A title tags=["a", "b"] key="value" n=3 flag=true\na = 1\n',
    '# %% [markdown] slideshow={"slide_type": "slide"}\n# text\n',
    "import x\n\n# %%\na\n",
    "# %%\n# a comment\na\n# another\n",
    "# %%\n# %time f()\n# %%\n# %%timeit\n# g()\n",
    "# %%\n\n\na\n\n\n# %%\nb\n",
    "#%%\na\n#%% title\nb\n",
    "# ---\n# jupyter:\n#   kernelspec:\n#     display_name: Python 3\n#     language: python\n#     name: python3\n# ---\n\n# %%\na\n",
]

out = []
for text in scripts:
    nb = jupytext.reads(text, fmt="py:percent")
    out.append(
        {
            "text": text,
            "cells": [
                {"type": c.cell_type, "source": c.source, "metadata": {k: v for k, v in c.metadata.items() if k not in BOOKKEEPING}} for c in nb.cells
            ],
            "kernelspec": nb.metadata.get("kernelspec", {}).get("name", ""),
        }
    )
with open(HERE / "percent.json", "w", encoding="utf-8") as f:
    json.dump(out, f, indent=1)
    f.write("\n")

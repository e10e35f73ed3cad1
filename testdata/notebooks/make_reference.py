"""Writes the reference notebooks beside this script with nbformat 5 (pip install nbformat).

The Go tests read each *.ipynb here and must write it back byte for byte.
"""
import pathlib

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

HERE = pathlib.Path(__file__).parent


def write(name, nb):
    for i, cell in enumerate(nb.cells):
        if nb.nbformat_minor >= 5:
            cell["id"] = f"cell-{i}"
        else:
            cell.pop("id", None)
    nbformat.validate(nb)
    nbformat.write(nb, HERE / name)


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\n"
)

# Everything nbformat splits into lines, and everything it does not.
outputs = new_notebook(
    metadata={
        "kernelspec": {"display_name": "Monge", "language": "monge", "name": "monge"},
        "language_info": {"name": "monge", "file_extension": ".mg"},
        "zebra": {"b": [1, 2, {"a": []}], "a": {}},
        "numbers": [0, -1, 10**30, 0.1, -0.0, 1e-7, 1e16, 1e22, 123456.789, 5e-324, 1.7976931348623157e308],
        "words": [True, False, None],
    },
    cells=[
        new_markdown_cell("# Title\n\nText with `code`\n"),
        new_markdown_cell(""),
        new_raw_cell("raw\r\nwith\rreturns"),
        new_code_cell(
            "print('x')\nx",
            execution_count=3,
            metadata={"tags": ["a", "b"], "collapsed": False, "execution": {"iopub.status.busy": "t"}},
            outputs=[
                new_output("stream", name="stdout", text="one\ntwo\nno newline"),
                new_output("stream", name="stderr", text=""),
                new_output(
                    "display_data",
                    data={
                        "text/plain": "<Figure>",
                        "text/html": "<b>\n</b>\n",
                        "text/latex": ["$a$\n", "$b$"],
                        "image/svg+xml": "<svg>\n</svg>\n",
                        "image/png": PNG,
                        "application/javascript": "f();\ng();",
                        "application/json": {"b": [1, {"a": "line\nline"}], "a": None},
                        "application/vnd.test+json": ["a\n", "b\n"],
                        "application/pdf": "abc\ndef\n",
                    },
                    metadata={"image/png": {"width": 640, "height": 480}},
                ),
                new_output("execute_result", data={"text/plain": "array([1.,\n       2.])"}, execution_count=3),
                new_output("error", ename="ValueError", evalue="bad", traceback=["\x1b[31mline 1\x1b[0m", "ValueError: bad\nsecond"]),
            ],
        ),
        new_code_cell("", execution_count=None),
    ],
)
write("outputs.ipynb", outputs)

# Characters: escapes, line ends of str.splitlines, planes beyond the first.
unicode = new_notebook(
    cells=[
        new_code_cell("s = 'é ü 漢字 😀 \u2028 \u2029 \x85 \x0b \x0c \x1c \x1d \x1e \x1f \x7f'\nend\n\n"),
        new_code_cell("quotes \" \\ / \t tab \b \f \x00 \x01"),
        new_markdown_cell("\n\n\n"),
        new_markdown_cell("\r\n\r\r\n"),
        new_markdown_cell("<script>&amp;</script> 'single'"),
    ],
    metadata={"é": 1, "😀": 2, "z": 3, "": 4, "\uffff": 5, "A": 6, "a": 7},
)
write("unicode.ipynb", unicode)

# Attachments, unknown keys at every level.
extra = new_notebook(
    cells=[
        new_markdown_cell(
            "![i](attachment:i.png)", attachments={"i.png": {"image/png": PNG, "text/plain": "two\nlines"}}
        ),
        new_code_cell("1", metadata={"jupyter": {"source_hidden": True}, "scrolled": "auto", "name": "n"}),
    ],
    metadata={"papermill": {"parameters": {"a": 1.5}}, "authors": [{"name": "A"}]},
)
write("attachments.ipynb", extra)

# A file of format 4.2, without cell ids.
old = new_notebook(cells=[new_code_cell("1 + 1"), new_markdown_cell("text")])
old["nbformat_minor"] = 2
write("minor2.ipynb", old)

write("empty.ipynb", new_notebook())

# Many cells with many keys in one object.
write(
    "large.ipynb",
    new_notebook(
        cells=[new_code_cell(f"x{i} = {i}", metadata={f"key{j}": j for j in range(40)}) for i in range(30)]
    ),
)

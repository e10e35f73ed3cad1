"""JupyterLab in headless Chromium: what a person does with a notebook, with a screenshot at every station."""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

KERNEL = os.environ.get("LAB_KERNEL", "monge")
TOP = pathlib.Path(__file__).resolve().parents[2]


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        path = shutil.which(name)
        if path:
            return path
    return None


pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine")

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# A notebook\n", "with a formula: $e^{i\\pi} = -1$"]},
        {"cell_type": "code", "id": "sum", "metadata": {}, "execution_count": None, "outputs": [],
         "source": ["total = sum(k * k for k in range(10))\n", "print('the total is', total)\n", "total / 7"]},
        {"cell_type": "code", "id": "plot", "metadata": {}, "execution_count": None, "outputs": [],
         "source": ["import numpy as np\n", "import matplotlib.pyplot as plt\n", "x = np.linspace(0, 6, 200)\n",
                    "plt.plot(x, np.sin(x), label='sine')\n", "plt.plot(x, np.exp(-x), label='decay')\n",
                    "plt.xlabel('x')\n", "plt.legend()\n", "plt.show()"]},
        {"cell_type": "code", "id": "fail", "metadata": {"tags": ["raises-exception"]}, "execution_count": None, "outputs": [],
         "source": ["def ratio(a, b):\n", "    return a / b\n", "\n", "ratio(total, 0)"]},
    ],
    "metadata": {"kernelspec": {"name": KERNEL, "display_name": KERNEL, "language": "monge"}},
    "nbformat": 4, "nbformat_minor": 5,
}


def free_port():
    with contextlib.closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    root = tmp_path_factory.mktemp("lab")
    (root / "first.ipynb").write_text(json.dumps(NOTEBOOK))
    shutil.copy(TOP / "notebooks" / "gallery" / "quickstart.ipynb", root)
    settings = root.parent / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    port = free_port()
    log = open(root / "server.log", "w")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--ServerApp.ip=127.0.0.1",
         "--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={root}",
         "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"],
        stdout=log, stderr=log, cwd=root, env=os.environ | {"JUPYTERLAB_SETTINGS_DIR": str(root.parent / "settings")})
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(url + "/api", timeout=1)
            break
        except OSError:
            if server.poll() is not None:
                pytest.fail((root / "server.log").read_text())
            time.sleep(0.1)
    else:
        pytest.fail("JupyterLab did not start:\n" + (root / "server.log").read_text())
    yield url
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="module")
def page(lab):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium(), args=[
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"])
        page = browser.new_page(viewport={"width": 1280, "height": 1500})
        page.set_default_timeout(60_000)
        page.goto(lab + "/lab/tree/first.ipynb?reset")
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
        page.wait_for_selector(".jp-NotebookPanel-toolbar .jp-Notebook-ExecutionIndicator[data-status='idle']")
        yield page
        shoot(page, pathlib.Path(os.environ.get("ARTEFACTS", TOP / "build" / "artefacts")), "last")
        browser.close()


def shoot(page, artefacts, name):
    page.screenshot(path=str(artefacts / f"lab-{name}.png"))


def command(page, text):
    """Run an entry of the menus through the command palette."""
    page.keyboard.press("Control+Shift+C")
    box = page.locator(".lm-CommandPalette-input:visible")
    box.fill(text)
    page.locator(".lm-CommandPalette-item:visible").first.click()


def cell(page, index):
    return page.locator(".jp-NotebookPanel .jp-Cell").nth(index)


def edit_last(page, code):
    """Write code into the last cell and leave the cursor at its end."""
    last = page.locator(".jp-NotebookPanel .jp-CodeCell").last
    last.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Backspace")
    page.keyboard.insert_text(code)
    return last


def idle(page):
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")


def run_all(page):
    """Run > Run All Cells. The menu is asked again when JupyterLab was still settling and swallowed the click."""
    for attempt in range(5):
        page.locator(".jp-NotebookPanel .jp-CodeCell .cm-content").first.click()
        page.locator("li.lm-MenuBar-item", has_text="Run").first.click()
        page.locator(".lm-Menu-item", has_text="Run All Cells").first.click()
        try:
            page.wait_for_function("""() => /\\[(\\d+|\\*)\\]/.test(
                document.querySelector('.jp-NotebookPanel .jp-CodeCell .jp-InputPrompt')?.innerText ?? '')""", timeout=10_000)
            return
        except Exception:
            page.keyboard.press("Escape")
    raise AssertionError("the cells did not start to run")


def test_run_all_shows_text_plot_and_error(page, artefacts):
    run_all(page)
    out = page.locator(".jp-OutputArea-output")
    page.wait_for_selector("text=ZeroDivisionError")
    idle(page)
    shoot(page, artefacts, "run-all")
    assert "the total is 285" in cell(page, 1).inner_text()
    assert "40.714285714285715" in cell(page, 1).inner_text()
    picture = cell(page, 2).locator(".jp-OutputArea-output img, .jp-OutputArea-output svg")
    assert picture.count() == 1
    box = picture.bounding_box()
    assert box["width"] > 300 and box["height"] > 200
    text = cell(page, 3).inner_text()
    assert "division by zero" in text and "return a / b" in text
    assert out.count() >= 4


def test_tab_completes(page, artefacts):
    edit_last(page, "import numpy as np\nnp.linsp")
    page.keyboard.press("Tab")
    page.wait_for_function("""() => [...document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell .cm-content')]
        .at(-1).innerText.includes('np.linspace') || document.querySelector('.jp-Completer:not(.lm-mod-hidden)')""")
    shoot(page, artefacts, "completion-one")
    page.keyboard.press("Escape")
    edit_last(page, "np.ar")
    page.keyboard.press("Tab")
    page.wait_for_selector(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item")
    items = page.locator(".jp-Completer-item").all_inner_texts()
    shoot(page, artefacts, "completion")
    assert any("arange" in i for i in items) and any("array" in i for i in items)
    page.keyboard.press("Escape")


def test_shift_tab_shows_help(page, artefacts):
    edit_last(page, "np.linspace(")
    page.keyboard.press("Shift+Tab")
    page.wait_for_selector(".jp-Tooltip")
    text = page.locator(".jp-Tooltip").inner_text()
    shoot(page, artefacts, "tooltip")
    assert "linspace" in text and "num" in text
    page.keyboard.press("Escape")


def test_interrupt_ends_an_endless_loop(page, artefacts):
    last = edit_last(page, "kept = 42\nwhile True:\n    pass")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='busy']")
    page.locator("li.lm-MenuBar-item", has_text="Kernel").first.click()
    page.locator(".lm-Menu-item", has_text="Interrupt Kernel").first.click()
    page.wait_for_selector("text=KeyboardInterrupt")
    idle(page)
    shoot(page, artefacts, "interrupt")
    assert "KeyboardInterrupt" in last.inner_text()
    last = edit_last(page, "kept + 1")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("""() => [...document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell')].at(-1)
        .querySelector('.jp-OutputArea')?.innerText.includes('43')""")


def test_restart_forgets_the_names(page, artefacts):
    page.locator("li.lm-MenuBar-item", has_text="Kernel").first.click()
    page.locator(".lm-Menu-item", has_text="Restart Kernel…").first.click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.wait_for_selector(".jp-Dialog", state="detached")
    idle(page)
    last = edit_last(page, "kept")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("""() => [...document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell')].at(-1)
        .querySelector('.jp-OutputArea')?.innerText.includes('NameError')""")
    shoot(page, artefacts, "restart")
    assert "name 'kept' is not defined" in last.inner_text()


def test_gallery_notebook_looks_right(lab, page, artefacts):
    page.set_viewport_size({"width": 1100, "height": 1400})
    page.goto(lab + "/lab/tree/quickstart.ipynb?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    idle(page)
    run_all(page)
    page.wait_for_timeout(1000)
    idle(page)
    page.wait_for_function("() => !document.querySelector('.jp-Notebook-ExecutionIndicator[data-status=busy]')")
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']").count() == 0
    cells = page.locator(".jp-NotebookPanel .jp-Cell")
    page.mouse.move(600, 700)
    page.mouse.wheel(0, -100_000)
    for shot in range(12):
        page.wait_for_timeout(500)
        shoot(page, artefacts, f"quickstart-{shot}")
        seen = cells.last.is_visible() and cells.last.bounding_box()["y"] < 1300
        if seen:
            break
        page.mouse.wheel(0, 1150)
    assert seen, "the end of the notebook was not reached"
    assert shot > 1

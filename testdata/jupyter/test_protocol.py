"""What only a real client shows: losslessness through nbclient, interrupt, restart, stdin, orphans, other transports.

The rest of the protocol is tested in Go, in kernel/.
"""
import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest
import zmq
from jupyter_client import KernelManager
from jupyter_client.session import Session
from nbclient import NotebookClient

TIMEOUT = 30


@pytest.fixture
def kernel():
    km = KernelManager(kernel_name="monge")
    km.start_kernel()
    kc = km.client()
    kc.start_channels()
    kc.wait_for_ready(timeout=TIMEOUT)
    yield km, kc
    kc.stop_channels()
    if km.has_kernel:
        km.shutdown_kernel()


def run(kc, code, **options):
    """Execute and return the content of the reply and the iopub messages up to idle."""
    outputs = []
    reply = kc.execute_interactive(code, timeout=TIMEOUT, output_hook=outputs.append, **options)
    return reply["content"], outputs


def text(outputs, name="stdout"):
    return "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream" and m["content"]["name"] == name)


def result(outputs):
    return [m["content"]["data"]["text/plain"] for m in outputs if m["msg_type"] == "execute_result"]


def notebook(*cells):
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nb.metadata["kernelspec"] = {"name": "monge", "display_name": "Monge", "language": "monge"}
    return nb


@pytest.mark.parametrize("attempt", range(10))
def test_no_line_is_lost_through_nbclient(attempt):
    flush = ", flush=True" if attempt % 2 else ""
    nb = notebook(f"for i in range(20000):\n    print(i{flush})", "'done'")
    NotebookClient(nb, timeout=120).execute()
    got = "".join(o.text for o in nb.cells[0].outputs)
    assert got == "".join(f"{i}\n" for i in range(20000))
    assert nb.cells[1].outputs[0].data["text/plain"] == "'done'"


def test_streams_keep_their_order_through_nbclient():
    nb = notebook("import sys\nfor i in range(200):\n    print(i)\n    print(-i, file=sys.stderr)")
    NotebookClient(nb, timeout=60).execute()
    lines = "".join(o.text for o in nb.cells[0].outputs).split()
    assert [abs(int(x)) for x in lines] == [i for i in range(200) for _ in (0, 1)]


def test_update_reaches_the_display_of_an_earlier_cell():
    nb = notebook("h = display('first', display_id='d')", "update_display('second', display_id='d')")
    NotebookClient(nb, timeout=60).execute()
    assert "second" in nb.cells[0].outputs[0].data["text/plain"]


def test_nbclient_records_timing_and_language():
    nb = notebook("1")
    NotebookClient(nb, timeout=60, record_timing=True).execute()
    times = nb.cells[0].metadata.execution
    assert times["iopub.status.busy"] <= times["iopub.execute_input"] <= times["shell.execute_reply"]
    assert nb.metadata.language_info.name == "monge"


def test_interrupt_request_stops_an_endless_loop_and_keeps_state(kernel):
    km, kc = kernel
    run(kc, "x = 42")
    msg_id = kc.execute("while True:\n    pass")
    time.sleep(0.3)
    began = time.monotonic()
    km.interrupt_kernel()
    reply = kc.get_shell_msg(timeout=TIMEOUT)
    assert time.monotonic() - began < 1.0
    assert reply["parent_header"]["msg_id"] == msg_id
    assert reply["content"]["ename"] == "KeyboardInterrupt"
    assert result(run(kc, "x")[1]) == ["42"]


def test_sigint_is_the_same_and_harmless_when_idle(kernel):
    km, kc = kernel
    pid = km.provisioner.pid
    for _ in range(3):
        os.kill(pid, signal.SIGINT)
        time.sleep(0.05)
    run(kc, "x = 42")
    kc.execute("while True:\n    pass")
    time.sleep(0.3)
    os.kill(pid, signal.SIGINT)
    assert kc.get_shell_msg(timeout=TIMEOUT)["content"]["ename"] == "KeyboardInterrupt"
    assert result(run(kc, "x")[1]) == ["42"]


def test_interrupt_aborts_what_waits(kernel):
    km, kc = kernel
    ids = [kc.execute("while True:\n    pass")] + [kc.execute(f"print({i})") for i in range(3)]
    time.sleep(0.3)
    km.interrupt_kernel()
    replies = {}
    while len(replies) < 4:
        m = kc.get_shell_msg(timeout=TIMEOUT)
        replies[m["parent_header"]["msg_id"]] = m["content"]["status"]
    assert [replies[i] for i in ids] == ["error", "aborted", "aborted", "aborted"]


def test_interrupt_cancels_the_wait_for_input(kernel):
    km, kc = kernel
    kc.execute("input('name? ')", allow_stdin=True)
    assert kc.get_stdin_msg(timeout=TIMEOUT)["content"] == {"prompt": "name? ", "password": False}
    km.interrupt_kernel()
    assert kc.get_shell_msg(timeout=TIMEOUT)["content"]["ename"] == "KeyboardInterrupt"


def test_stdin_through_the_blocking_client(kernel):
    _, kc = kernel
    asked = []

    def answer(msg):
        asked.append((msg["content"]["prompt"], msg["content"]["password"]))
        kc.input("Ada")

    reply, outputs = run(kc, "name = input('name? ')\nprint('hello', name)", allow_stdin=True, stdin_hook=answer)
    assert reply["status"] == "ok" and asked == [("name? ", False)] and text(outputs) == "hello Ada\n"
    reply, _ = run(kc, "input()", allow_stdin=False)
    assert reply["status"] == "error"


def test_restart_forgets_variables_and_has_a_new_session(kernel):
    km, kc = kernel
    run(kc, "x = 42")
    first = kc.kernel_info(reply=True, timeout=TIMEOUT)["header"]["session"]
    km.restart_kernel()
    kc.wait_for_ready(timeout=TIMEOUT)
    assert kc.kernel_info(reply=True, timeout=TIMEOUT)["header"]["session"] != first
    assert run(kc, "x")[0]["ename"] == "NameError"
    assert result(run(kc, "1 + 1")[1]) == ["2"]


def test_shutdown_is_orderly_and_quick(kernel):
    km, kc = kernel
    process = km.provisioner.process
    began = time.monotonic()
    km.shutdown_kernel()
    assert process.returncode == 0
    assert time.monotonic() - began < 2.5


def test_heartbeat_beats_while_a_cell_runs(kernel):
    km, kc = kernel
    kc.hb_channel.unpause()
    kc.execute("while True:\n    pass")
    time.sleep(2.5)
    assert kc.hb_channel.is_beating()
    km.interrupt_kernel()
    kc.get_shell_msg(timeout=TIMEOUT)


def test_completion_and_help_while_a_cell_runs(kernel):
    km, kc = kernel
    run(kc, "number = 1")
    running = kc.execute("while True:\n    pass")
    time.sleep(0.3)
    kc.complete("numb")
    assert kc.get_shell_msg(timeout=TIMEOUT)["content"]["matches"] == ["number"]
    kc.inspect("zip")
    assert kc.get_shell_msg(timeout=TIMEOUT)["content"]["found"]
    km.interrupt_kernel()
    assert kc.get_shell_msg(timeout=TIMEOUT)["parent_header"]["msg_id"] == running


def test_completion_counts_code_points(kernel):
    _, kc = kernel
    run(kc, "number = 1")
    code = "'🚀é'; numb"
    kc.complete(code, cursor_pos=len(code))
    content = kc.get_shell_msg(timeout=TIMEOUT)["content"]
    assert content["matches"] == ["number"]
    assert code[content["cursor_start"]:content["cursor_end"]] == "numb"


def test_user_expressions(kernel):
    _, kc = kernel
    reply, _ = run(kc, "x = 6", user_expressions={"a": "x * 7", "b": "1 / 0"})
    assert reply["user_expressions"]["a"]["data"]["text/plain"] == "42"
    assert reply["user_expressions"]["b"]["ename"] == "ZeroDivisionError"


def test_exit_ends_the_kernel_with_a_payload(kernel):
    km, kc = kernel
    kc.execute("exit()")
    reply = kc.get_shell_msg(timeout=TIMEOUT)
    assert [p["source"] for p in reply["content"]["payload"]] == ["ask_exit"]
    assert km.provisioner.process.wait(timeout=5) == 0


def test_hundred_queued_cells_keep_their_order(kernel):
    _, kc = kernel
    ids = [kc.execute(f"print({i})") for i in range(100)]
    assert [kc.get_shell_msg(timeout=TIMEOUT)["parent_header"]["msg_id"] for _ in ids] == ids


def test_stranger_without_the_key_is_ignored(kernel):
    km, kc = kernel
    stranger = Session(key=b"wrong")
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://{km.ip}:{km.shell_port}")
    for _ in range(3):
        stranger.send(socket, "kernel_info_request", {})
        socket.send_multipart([b"x"])
    assert socket.poll(300) == 0
    socket.close()
    assert result(run(kc, "1 + 1")[1]) == ["2"]


def test_ipc_transport():
    km = KernelManager(kernel_name="monge", transport="ipc")
    km.start_kernel()
    kc = km.client()
    kc.start_channels()
    try:
        kc.wait_for_ready(timeout=TIMEOUT)
        assert result(run(kc, "1 + 1")[1]) == ["2"]
    finally:
        kc.stop_channels()
        km.shutdown_kernel()


def test_kernel_ends_with_the_client_that_started_it():
    code = (
        "from jupyter_client import KernelManager\n"
        "import sys, time\n"
        "km = KernelManager(kernel_name='monge'); km.start_kernel(); kc = km.client(); kc.start_channels()\n"
        "kc.wait_for_ready(timeout=30); print(km.provisioner.pid, flush=True); time.sleep(60)\n"
    )
    client = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(client.stdout.readline())
    client.kill()
    client.wait()
    end = time.monotonic() + 3
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat") as f:
                if f.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return
        except (ProcessLookupError, FileNotFoundError):
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    raise AssertionError("the kernel is an orphan")

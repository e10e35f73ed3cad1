"""Start-up, round trips and memory of the kernel, beside ipykernel in the same run.

    python bench_kernel.py [--rounds 7] [path of the monge binary]

Prints medians (minimum) for both and their ratio. Only ratios of one run compare: a busy machine changes all numbers.
The clock of the first line starts before the process does, and ends at the first kernel_info_reply on a raw socket.
"""
import argparse
import json
import os
import pathlib
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client.session import Session

TOP = pathlib.Path(__file__).resolve().parents[3]


class Kernel:
    """A kernel process and raw sockets to it."""

    def __init__(self, argv, dir):
        holders = [socket.socket() for _ in range(5)]
        for s in holders:
            s.bind(("127.0.0.1", 0))
        ports = [s.getsockname()[1] for s in holders]
        for s in holders:
            s.close()
        self.key = secrets.token_hex(16)
        info = dict(zip(["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"], ports))
        info |= {"transport": "tcp", "ip": "127.0.0.1", "key": self.key, "signature_scheme": "hmac-sha256"}
        path = os.path.join(dir, f"kernel-{ports[0]}.json")
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w") as f:
            json.dump(info, f)
        self.session = Session(key=self.key.encode())
        self.context = zmq.Context()
        began = time.perf_counter()
        self.process = subprocess.Popen([a.replace("{connection_file}", path) for a in argv], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # libzmq tries a refused connection again after 100 ms unless told otherwise; that wait is not the kernel's.
        self.shell = self.connect(zmq.DEALER, ports[0])
        self.iopub = self.connect(zmq.SUB, ports[1])
        self.iopub.subscribe(b"")
        self.control = self.connect(zmq.DEALER, ports[3])
        self.hb = self.connect(zmq.REQ, ports[4])
        self.request("kernel_info_request", {})
        self.start = time.perf_counter() - began
        while not self.iopub.poll(100):  # the subscription may still be on its way
            self.request("kernel_info_request", {})

    def connect(self, kind, port):
        s = self.context.socket(kind)
        s.linger = 0
        s.reconnect_ivl = 2
        s.connect(f"tcp://127.0.0.1:{port}")
        return s

    def recv(self, s):
        if not s.poll(30000):
            raise TimeoutError
        return self.session.recv(s, mode=0)[1]

    def request(self, kind, content, channel=None):
        channel = channel or self.shell
        sent = self.session.send(channel, kind, content)
        while True:
            m = self.recv(channel)
            if m["parent_header"].get("msg_id") == sent["header"]["msg_id"]:
                return m

    def execute(self, code):
        """Seconds to the reply and to idle, and the number of iopub messages."""
        began = time.perf_counter()
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        sent = self.session.send(self.shell, "execute_request", content)["header"]["msg_id"]
        reply = idle = None
        messages = 0
        poller = zmq.Poller()
        poller.register(self.shell, zmq.POLLIN)
        poller.register(self.iopub, zmq.POLLIN)
        while reply is None or idle is None:
            ready = poller.poll(30000)
            if not ready:
                raise TimeoutError(f"no answer to {code!r}: reply after {reply}, idle after {idle}")
            for s, _ in ready:
                m = self.recv(s)
                if m["parent_header"].get("msg_id") != sent:
                    continue
                now = time.perf_counter() - began
                if s is self.shell:
                    assert m["content"]["status"] == "ok", m["content"]
                    reply = now
                else:
                    messages += 1
                    if m["msg_type"] == "status" and m["content"]["execution_state"] == "idle":
                        idle = now
        return reply, idle, messages

    def memory(self):
        """Resident and proportional memory in MB."""
        def read(path, name):
            try:
                for line in open(path):
                    if line.startswith(name):
                        return int(line.split()[1]) / 1024
            except OSError:
                pass
            return float("nan")

        pid = self.process.pid
        return read(f"/proc/{pid}/status", "VmRSS"), read(f"/proc/{pid}/smaps_rollup", "Pss:")

    def heartbeat(self):
        began = time.perf_counter()
        self.hb.send(b"ping")
        self.hb.recv()
        return time.perf_counter() - began

    def interrupt(self):
        """Seconds from interrupt_request to the reply of an endless loop; None if nothing comes."""
        self.session.send(self.shell, "execute_request", {"code": "while True:\n    pass", "allow_stdin": False})
        time.sleep(0.3)
        began = time.perf_counter()
        self.session.send(self.control, "interrupt_request", {})
        if not self.shell.poll(5000):
            return None
        self.recv(self.shell)
        return time.perf_counter() - began

    def stop(self):
        began = time.perf_counter()
        self.session.send(self.control, "shutdown_request", {"restart": False})
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.context.destroy(linger=0)
        return time.perf_counter() - began


def measure(argv, rounds, dir):
    """Median and minimum of each quantity."""
    q = {}

    def add(name, *values):
        q.setdefault(name, []).extend(values)

    for i in range(rounds):
        k = Kernel(argv, dir)
        add("start to kernel_info_reply, ms", 1e3 * k.start)
        if i == 0:
            rss, pss = k.memory()
            add("resident memory after start, MB", rss)
            add("proportional memory after start, MB", pss)
            for _ in range(20):
                k.execute("1 + 1")
            runs = [k.execute("1 + 1") for _ in range(300)]
            add("execute to reply, ms", *(1e3 * r[0] for r in runs))
            add("execute to idle, ms", *(1e3 * r[1] for r in runs))
            for _ in range(200):
                began = time.perf_counter()
                k.request("kernel_info_request", {})
                add("kernel_info round trip, ms", 1e3 * (time.perf_counter() - began))
            add("heartbeat, ms", *(1e3 * k.heartbeat() for _ in range(200)))
            lines = [k.execute("for i in range(1000):\n    print(i)") for _ in range(10)]
            add("print 1000 lines, ms", *(1e3 * r[1] for r in lines))
            add("print 1000 lines, messages", *(r[2] - 3 for r in lines))
            add("print 10 MB at once, ms", *(1e3 * k.execute("print('x' * 10_000_000)")[1] for _ in range(3)))
            add("resident memory at the end, MB", k.memory()[0])
            t = k.interrupt()
            add("interrupt of an endless loop, ms", float("nan") if t is None else 1e3 * t)
        add("shutdown, ms", 1e3 * k.stop())
    return {name: (statistics.median(v), min(v)) for name, v in q.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("monge", nargs="?", default=os.environ.get("MONGE", str(TOP / "build" / "monge")))
    p.add_argument("--rounds", type=int, default=7, help="process starts of each kernel")
    p.add_argument("--json", help="also write the numbers to this file")
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as dir:
        os.environ["IPYTHONDIR"] = os.environ["XDG_DATA_HOME"] = dir
        ours = measure([a.monge, "kernel", "-f", "{connection_file}"], a.rounds, dir)
        theirs = measure([sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"], a.rounds, dir)
    print(f"{'median (minimum)':38} {'monge':>20} {'ipykernel':>20} {'ratio':>8}")
    for name in ours:
        (m, mn), (i, im) = ours[name], theirs[name]
        ratio = f"{m / i:8.3f}" if i else "       -"
        print(f"{name:38} {m:10.2f} ({mn:7.2f}) {i:10.2f} ({im:7.2f}) {ratio}")
    if a.json:
        with open(a.json, "w") as f:
            json.dump({"monge": ours, "ipykernel": theirs}, f, indent=1)


if __name__ == "__main__":
    main()

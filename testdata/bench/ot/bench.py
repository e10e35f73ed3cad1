"""Compares solvers/ot with POT (pip install pot numpy) on the same problems, in one run, at the same accuracy.

    python testdata/bench/ot/bench.py [--threads 1] [--repeat 5] [--only cloud-500] [--out results.json]

For each problem POT is run first to a small error; the L1 error of both marginals that its plan really has is then the
tolerance given to Monge. Both are timed in turns, medians are reported. POT's methods: sinkhorn (scaling form) and, where
that fails, sinkhorn_log.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--repeat", type=int, default=5)
parser.add_argument("--only", default="")
parser.add_argument("--limit", type=float, default=60, help="seconds that POT may take for one solve")
parser.add_argument("--out", default="")
args = parser.parse_args()
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(args.threads)

import numpy as np  # noqa: E402  (after the thread limits)
import ot  # noqa: E402

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(os.path.dirname(here)))
sys.path.insert(0, os.path.join(root, "testdata", "ot"))
from instances import by_name  # noqa: E402

warnings.filterwarnings("ignore")
PROBLEMS = [
    ("lap-500-1", 1200), ("lap-500-7", 100), ("lap-500-7", 1200), ("cloud-500", 50), ("cloud-500", 200),
    ("cloud-500", 1200), ("cloud-1000", 50), ("cloud-1000", 200), ("cloud-1000", 1200), ("image-28-2", 1200),
    ("image-28-1", 1200), ("dens-1000-2", 1200), ("cloud-2000", 50), ("cloud-2000", 200),
]


def marginal_error(plan, a, b):
    return float(abs(plan.sum(axis=1) - a).sum() + abs(plan.sum(axis=0) - b).sum())


def pot_solver(c, a, b, eta):
    """The fastest of POT's methods that reaches an error below 1e-7, as a function without arguments."""
    stop = 1e-9 / np.sqrt(len(b))
    for method in ("sinkhorn", "sinkhorn_log"):
        def run(method=method):
            return ot.sinkhorn(a, b, c, 1 / eta, method=method, numItermax=1_000_000, stopThr=stop, warn=False)
        start = time.perf_counter()
        plan = run()
        seconds = time.perf_counter() - start
        error = marginal_error(plan, a, b)
        if np.isfinite(error) and error < 1e-7:
            return method, run, error, seconds
    return "fails", None, float("nan"), float("nan")


def main():
    work = tempfile.mkdtemp()
    binary = os.path.join(work, "ot-bench")
    subprocess.run(["go", "build", "-o", binary, "./testdata/bench/ot"], check=True, cwd=root)
    server = subprocess.Popen([binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def monge(request):
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        return json.loads(server.stdout.readline())

    rows = []
    print(f"POT {ot.__version__}, numpy {np.__version__}, {args.threads} thread(s), medians of {args.repeat}")
    print(f"{'problem':<14}{'eta':>6}  {'POT':<13}{'ms':>10}{'error':>10}{'Monge ms':>11}{'error':>10}{'sweeps':>8}{'ratio':>8}")
    for name, eta in PROBLEMS:
        if args.only not in name:
            continue
        c, a, b = by_name(name)
        files = {}
        for key, array in (("C", c), ("A", a), ("B", b)):
            files[key] = os.path.join(work, key)
            np.ascontiguousarray(array, dtype="<f8").tofile(files[key])
        method, pot, error, first = pot_solver(c, a, b, eta)
        request = dict(N=len(a), M=len(b), Eta=eta, Tol=error if error == error else 1e-8, Threads=args.threads, **files)
        answer = monge(request)
        pot_times, monge_times = [], []
        for _ in range(args.repeat):
            if pot is not None and first < args.limit:
                start = time.perf_counter()
                pot()
                pot_times.append(time.perf_counter() - start)
            answer = monge(request)
            monge_times.append(answer["seconds"])
        theirs = statistics.median(pot_times) if pot_times else first
        ours = statistics.median(monge_times)
        row = dict(problem=name, eta=eta, pot=method, pot_ms=1e3 * theirs, pot_error=error, monge_ms=1e3 * ours,
                   monge_error=answer["error"], sweeps=answer["sweeps"], ratio=theirs / ours, message=answer["message"])
        rows.append(row)
        print(f"{name:<14}{eta:>6}  {method:<13}{1e3 * theirs:>10.1f}{error:>10.1e}{1e3 * ours:>11.1f}"
              f"{answer['error']:>10.1e}{answer['sweeps']:>8}{theirs / ours:>8.1f}  {answer['message']}")
    server.stdin.close()
    if args.out:
        with open(args.out, "w") as f:
            json.dump(dict(pot=ot.__version__, numpy=np.__version__, threads=args.threads, rows=rows), f, indent=1)


main()

"""Runs bench.mg under NumPy and under Monge, alternating, and prints the ratios of the best times.

    go build -o /tmp/monge . && python testdata/bench/np/compare.py /tmp/monge [rounds]

Run it with a Python that has NumPy; OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 GOMAXPROCS=1 compares single threads.
"""

import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def run(*command):
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1]) for line in out.splitlines() if line}


def main():
    monge, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    script = os.path.join(HERE, "bench.mg")
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(run(sys.executable, script))
        ours.append(run(monge, "run", script))
    print(f"{'operation':32} {'NumPy':>10} {'Monge':>10}  NumPy/Monge")
    for name in theirs[0]:
        t = statistics.median(r[name] for r in theirs)
        o = statistics.median(r[name] for r in ours)
        print(f"{name:32} {t:10.2e} {o:10.2e}  {t / o:6.2f}")


if __name__ == "__main__":
    main()

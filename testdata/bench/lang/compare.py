#!/usr/bin/env python3.12
"""Runs loops.mg under Monge and under this Python and prints the times and their ratios.

    python3.12 testdata/bench/lang/compare.py [monge-binary] [rounds]

The two take turns, and the best round of each counts, so that other load on the machine does little harm.
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def times(command):
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(ns) for name, ns in (line.split() for line in out.splitlines())}


def main(monge="monge", rounds="3"):
    program = str(HERE / "loops.mg")
    best = [{}, {}]
    for _ in range(int(rounds)):
        for i, command in enumerate(([monge, "run", program], [sys.executable, program])):
            for name, ns in times(command).items():
                best[i][name] = min(ns, best[i].get(name, ns))
    print(f"{'':10} {'monge':>10} {'CPython':>10} {'ratio':>6}")
    for name, ns in best[0].items():
        print(f"{name:10} {ns:10.1f} {best[1][name]:10.1f} {ns / best[1][name]:6.2f}")


main(*sys.argv[1:])

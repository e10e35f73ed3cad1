"""Writes pot.json: entropic and exact transport costs as computed by POT (pip install pot numpy), for the tests of
solvers/ot and stdlib/ot. Run it in this folder: python pot_reference.py"""
import json

import numpy as np
import ot

from instances import by_name

cases = []
for name, etas in {
    "lap-5-1": [1, 10, 50],
    "lap-40-3": [10, 50],
    "cloud-6": [10, 100],
    "cloud-60": [10, 50, 200],
    "image-8-2": [20, 200],
    "image-8-1": [20, 100],
    "dens-80-2": [30, 300],
    "dens-80-1": [30, 100],
}.items():
    c, a, b = by_name(name)
    exact = ot.emd2(a, b, c, numItermax=10**7)
    for eta in etas:
        plan, log = ot.bregman.sinkhorn_log(a, b, c, 1 / eta, numItermax=200_000, stopThr=1e-15, log=True, warn=False)
        error = abs(plan.sum(axis=1) - a).sum() + abs(plan.sum(axis=0) - b).sum()
        cases.append({
            "name": name, "eta": eta, "cost": float((plan * c).sum()), "exact": float(exact), "error": float(error),
            "first_row": plan[0].tolist(), "entropy": float(-(plan * (np.log(np.maximum(plan, 1e-300)) - 1)).sum()),
        })
        print(name, eta, cases[-1]["cost"], error)

with open("pot.json", "w") as f:
    json.dump({"pot": ot.__version__, "numpy": np.__version__, "cases": cases}, f, indent=1)
    f.write("\n")

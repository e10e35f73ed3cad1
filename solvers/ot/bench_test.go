package ot

import (
	"context"
	"testing"
)

// BenchmarkSolve times whole solves to 1e-9; testdata/bench/ot/bench.py compares with POT.
func BenchmarkSolve(b *testing.B) {
	for _, k := range []struct {
		in  instance
		eta float64
	}{{cloud(500), 50}, {cloud(500), 200}, {cloud(500), 1200}, {lap(500, 7), 100}, {lap(500, 1), 1200}, {image(28, 2), 1200}, {cloud(2000), 50}} {
		ws := &Workspace{}
		for _, threads := range []int{1, 2} {
			b.Run(k.in.name+"/"+map[int]string{1: "one", 2: "two"}[threads], func(b *testing.B) {
				var r *Result
				for b.Loop() {
					r, _ = Solve(context.Background(), Dense(k.in.c), k.in.a, k.in.b, 1/k.eta, &Options{Threads: threads, Workspace: ws})
				}
				b.ReportMetric(float64(r.Stats.Sweeps), "sweeps")
				b.ReportMetric(r.RowErr, "error")
			})
		}
	}
}

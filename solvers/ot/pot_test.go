package ot

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestAgreesWithPOT compares with the numbers in testdata/ot/pot.json, made by pot_reference.py with the Python library
// POT: its log-domain Sinkhorn run to stagnation and its exact solver.
func TestAgreesWithPOT(t *testing.T) {
	raw, err := os.ReadFile("../../testdata/ot/pot.json")
	if err != nil {
		t.Fatal(err)
	}
	var ref struct {
		Cases []struct {
			Name     string
			Eta      float64
			Cost     float64
			Exact    float64
			Entropy  float64
			FirstRow []float64 `json:"first_row"`
		}
	}
	if err := json.Unmarshal(raw, &ref); err != nil {
		t.Fatal(err)
	}
	if len(ref.Cases) == 0 {
		t.Fatal("no reference cases")
	}
	for _, c := range ref.Cases {
		in := byName(c.Name)
		r := mustSolve(t, Dense(in.c), in.a, in.b, 1/c.Eta, &Options{Tol: 1e-13, MaxPasses: 200_000, Bounds: true})
		near(t, c.Name+" cost", r.Cost, c.Cost, 1e-11)
		near(t, c.Name+" entropy", r.Entropy, c.Entropy, 1e-9)
		if r.LPLower > c.Exact+1e-12 || r.LPUpper < c.Exact-1e-12 {
			t.Errorf("%s: the bracket [%v, %v] misses %v", c.Name, r.LPLower, r.LPUpper, c.Exact)
		}
		diff := 0.0
		for j, p := range r.PlanRow(nil, 0) {
			diff += math.Abs(p - c.FirstRow[j])
		}
		near(t, c.Name+" first row", diff, 0, 1e-11)
	}
}

// byName makes the instance called "cloud-60", "lap-40-3" and so on.
func byName(name string) instance {
	parts := strings.Split(name, "-")
	num := func(k int) int {
		v, err := strconv.Atoi(parts[k])
		if err != nil {
			panic(err)
		}
		return v
	}
	switch parts[0] {
	case "lap":
		return lap(num(1), uint64(num(2)))
	case "cloud":
		return cloud(num(1))
	case "image":
		return image(num(1), num(2))
	}
	return density(num(1), num(2))
}

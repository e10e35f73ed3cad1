package ot

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"monge/internal/parallel"
)

// supportAt evaluates the support of an instance at the given potentials of its reduced cost.
func supportAt(t *testing.T, in instance, eta float64, f, g []float64, theta float64, wide bool) (*newton, *mat.Dense) {
	t.Helper()
	o := (&Options{}).settled()
	ws := &Workspace{}
	p, err := newProblem(context.Background(), (*parallel.Pool)(nil), Dense(in.c), in.a, in.b, 1/eta, &o)
	if err != nil {
		t.Fatal(err)
	}
	e := newEngine(context.Background(), p, nil, ws, &Stats{})
	nt := newNewton(&sinkhorn{engine: e, opt: o, history: newRecorder(nil)})
	copy(nt.f, f)
	copy(nt.g, g)
	nt.sup.wide = wide
	if ok, err := nt.refresh(theta); err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	plan := mat.NewDense(p.n, p.m, nil)
	for i := range p.n {
		for j := range p.m {
			d := in.c.At(i, j) - p.alpha[i] - p.beta[j]
			plan.Set(i, j, math.Exp(eta*(nt.f[i]+nt.g[j]-d)))
		}
	}
	return nt, plan
}

// randomInstance has n rows and m columns, random costs, weights and potentials.
func randomInstance(rng *rand.Rand, n, m int) (in instance, f, g []float64) {
	in.c = mat.NewDense(n, m, nil)
	in.a, in.b, f, g = make([]float64, n), make([]float64, m), make([]float64, n), make([]float64, m)
	for i := range n {
		in.a[i], f[i] = .1+rng.Float64(), 0.1*rng.NormFloat64()
		for j := range m {
			in.c.Set(i, j, rng.Float64())
		}
	}
	for j := range m {
		in.b[j], g[j] = .1+rng.Float64(), 0.1*rng.NormFloat64()
	}
	normalised(in.a)
	normalised(in.b)
	return in, f, g
}

func TestForestSolvesItsMatrix(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for trial := range 30 {
		n, m := 1+rng.IntN(20), 1+rng.IntN(20)
		in, f, g := randomInstance(rng, n, m)
		nt, _ := supportAt(t, in, 30, f, g, []float64{1e-2, 0.3}[trial%2], false)
		nt.lin.assemble(1e-3)
		fo := nt.lin.forest
		fo.build(&nt.sup, nt.lin.d1, nt.lin.d2)
		// The matrix, from the forest's own edges and the diagonal before elimination.
		a := mat.NewDense(n+m, n+m, nil)
		edges := 0
		for _, v := range fo.order {
			if p := fo.parent[v]; p >= 0 {
				a.Set(int(v), int(p), -fo.weight[v])
				a.Set(int(p), int(v), -fo.weight[v])
				edges++
			}
		}
		for v := range n + m {
			a.Set(v, v, fo.diag[v])
		}
		for _, v := range fo.order {
			if p := int(fo.parent[v]); p >= 0 {
				a.Set(p, p, a.At(p, p)+fo.weight[v]*fo.weight[v]/fo.diag[v])
			}
		}
		r, z := make([]float64, n+m), make([]float64, n+m)
		for v := range r {
			r[v] = rng.NormFloat64()
		}
		fo.solve(z, r)
		var want mat.VecDense
		if err := want.SolveVec(a, mat.NewVecDense(n+m, r)); err != nil {
			continue
		}
		for v := range z {
			if math.Abs(z[v]-want.AtVec(v)) > 1e-9*(1+mat.Norm(&want, 2)) {
				t.Fatalf("trial %d: entry %d is %v, want %v", trial, v, z[v], want.AtVec(v))
			}
		}
		if heaviest := heaviestForest(nt); math.Abs(heaviest-weightOf(fo)) > 1e-12*heaviest {
			t.Errorf("trial %d: forest of weight %v, Kruskal finds %v", trial, weightOf(fo), heaviest)
		}
	}
}

func weightOf(f *forest) float64 {
	sum := 0.0
	for _, v := range f.order {
		if f.parent[v] >= 0 {
			sum += f.weight[v]
		}
	}
	return sum
}

// heaviestForest is the weight that Kruskal's algorithm finds, by repeated search for the heaviest useful edge.
func heaviestForest(nt *newton) float64 {
	n, m := nt.n, nt.m
	comp := iota0(n + m)
	sum := 0.0
	for {
		best, bi, bj := -1.0, 0, 0
		for i := range n {
			idx, val := nt.sup.entries(i)
			for k, j := range idx {
				if w := val[k] * nt.sup.scale[j]; comp[i] != comp[n+int(j)] && w > best {
					best, bi, bj = w, i, n+int(j)
				}
			}
		}
		if best < 0 {
			return sum
		}
		sum += best
		from, to := comp[bi], comp[bj]
		for v := range comp {
			if comp[v] == from {
				comp[v] = to
			}
		}
	}
}

package ndarray

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
)

func TestResultsDoNotDependOnTheNumberOfProcessors(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	random := func(shape ...int) *Array {
		a, err := New(Float64, shape...)
		if err != nil {
			t.Fatal(err)
		}
		for i := range elems[float64](a) {
			elems[float64](a)[i] = rng.NormFloat64()
		}
		return a
	}
	long, m := random(600000), random(300, 300)
	jobs := map[string]func() (*Array, error){
		"exp":    func() (*Array, error) { r, _, err := Exp.Call(long, nil); return r, err },
		"add":    func() (*Array, error) { r, _, err := Add.Call(long, long, nil); return r, err },
		"sum":    func() (*Array, error) { return Sum(long, ReduceOpts{}) },
		"std":    func() (*Array, error) { return Std(m, 0, ReduceOpts{Axes: []int{0}}) },
		"matmul": func() (*Array, error) { return MatMul(m, m.T()) },
		"solve":  func() (*Array, error) { return Solve(m, m) },
		"svd":    func() (*Array, error) { _, s, _, err := SVD(m, false, true); return s, err },
		"eigh":   func() (*Array, error) { w, _, err := EigH(m, false, true); return w, err },
		"sort":   func() (*Array, error) { return Sort(long, 0) },
	}
	old := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(old)
	for name, job := range jobs {
		runtime.GOMAXPROCS(1)
		one, err := job()
		if err != nil {
			t.Fatal(name, err)
		}
		for _, procs := range []int{2, 4} {
			runtime.GOMAXPROCS(procs)
			more, err := job()
			if err != nil {
				t.Fatal(name, err)
			}
			for i := range one.size {
				if math.Float64bits(one.FloatAt(i)) != math.Float64bits(more.FloatAt(i)) {
					t.Errorf("%s: element %d is %v on one processor and %v on %d", name, i, one.FloatAt(i), more.FloatAt(i), procs)
					break
				}
			}
		}
	}
}

func TestLargeArraysReportExceptions(t *testing.T) {
	a, err := New(Float64, 300000)
	if err != nil {
		t.Fatal(err)
	}
	copyInto(a, FloatScalar(1))
	elems[float64](a)[299999] = -1
	if _, st, _ := Log.Call(a, nil); st != Invalid {
		t.Errorf("log: status %v", st)
	}
	elems[float64](a)[150000] = 0
	if _, st, _ := Divide.Call(FloatScalar(1), a, nil); st != DivideByZero {
		t.Errorf("divide: status %v", st)
	}
}

package runtime_test

import (
	"runtime"
	"testing"

	"github.com/go-python/gpython/py"

	lang "monge/dsl/runtime"
)

// TestPairsAreTuples checks that the one-allocation pairs are ordinary tuples, also across collections of garbage.
func TestPairsAreTuples(t *testing.T) {
	var kept []py.Object
	for i := range 10000 {
		kept = append(kept, lang.NewPair(py.Int(1000+i), py.String("x")))
		if i%1000 == 0 {
			runtime.GC()
		}
	}
	runtime.GC()
	for i, o := range kept {
		tup, ok := o.(py.Tuple)
		if !ok || len(tup) != 2 || tup[0] != py.Object(py.Int(1000+i)) || tup[1] != py.Object(py.String("x")) {
			t.Fatalf("pair %d is %v", i, o)
		}
	}
	if n := testing.AllocsPerRun(100, func() { lang.NewPair(kept[0], kept[1]) }); n > 1 {
		t.Errorf("%v allocations", n)
	}
}

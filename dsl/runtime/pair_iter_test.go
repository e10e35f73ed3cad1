package runtime_test

import (
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// TestNextPairGivesWhatNextGives walks the same iterators both ways.
func TestNextPairGivesWhatNextGives(t *testing.T) {
	for _, src := range []string{
		"iter({1: 2, 'a': 'b', (1,): None}.items())", "reversed({1: 2, 3: 4}.items())", "iter({}.items())",
		"enumerate('abc')", "enumerate([], 5)", "enumerate('ab', 2**63 - 2)", "zip([1, 2, 3], 'ab')", "zip('a', [])",
	} {
		walk := func(pairs bool) (out []string) {
			e := newEvaluator()
			o, err := e.evalText(src)
			if err != nil {
				t.Fatal(err)
			}
			it := o.(runtime.PairIterator)
			for {
				var a, b py.Object
				if pairs && it.Pairs() {
					a, b, err = it.NextPair(e.t)
				} else {
					var v py.Object
					if v, err = it.Next(e.t); v != nil {
						a, b = v.(py.Tuple)[0], v.(py.Tuple)[1]
					}
				}
				if err != nil {
					t.Fatal(err)
				}
				if a == nil {
					return out
				}
				s, _ := runtime.Repr(e.t, py.Tuple{a, b})
				out = append(out, s)
			}
		}
		x, y := walk(false), walk(true)
		if len(x) != len(y) {
			t.Fatalf("%s: %v and %v", src, x, y)
		}
		for i := range x {
			if x[i] != y[i] {
				t.Errorf("%s: %v and %v", src, x, y)
			}
		}
	}
}

package ndarray

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// randomShape has up to three dimensions of length 0 to 5.
func randomShape(rng *rand.Rand) []int {
	shape := make([]int, rng.IntN(4))
	for i := range shape {
		shape[i] = rng.IntN(6)
	}
	return shape
}

// ramp is an array whose elements are their own flat indices.
func ramp(t testing.TB, shape []int) *Array {
	t.Helper()
	s := make([]float64, product(shape))
	for i := range s {
		s[i] = float64(i)
	}
	a, err := fromSlice(s, shape)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// randomView applies random slices, transpositions and new axes.
func randomView(rng *rand.Rand, a *Array) *Array {
	for range rng.IntN(3) {
		idx := make([]Index, len(a.shape))
		for k, n := range a.shape {
			start, stop, step := rng.IntN(2*n+3)-n-1, rng.IntN(2*n+3)-n-1, rng.IntN(3)+1
			if rng.IntN(3) == 0 {
				step = -step
			}
			idx[k] = Colon()
			switch rng.IntN(4) {
			case 0:
				idx[k] = Slice(&start, &stop, &step)
			case 1:
				idx[k] = Slice(nil, nil, &step)
			}
		}
		v, err := a.Get(idx...)
		if err != nil {
			continue
		}
		if a = v; rng.IntN(2) == 0 {
			a = a.T()
		}
	}
	return a
}

func TestWritingThroughAViewChangesItsBase(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		base := ramp(t, randomShape(rng))
		v := randomView(rng, base)
		if v.size == 0 {
			continue
		}
		for i := range v.size {
			place := int(v.FloatAt(i)) // the element says where it lies in the base
			if err := v.element(i).Assign(FloatScalar(-1)); err != nil {
				t.Fatal(err)
			}
			if got := base.FloatAt(place); got != -1 {
				t.Fatalf("element %d of a view of shape %v: base[%d] = %v", i, v.shape, place, got)
			}
			if err := v.element(i).Assign(FloatScalar(float64(place))); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestSlicesSelectWhatPythonSelects(t *testing.T) {
	for n := range 5 {
		a := ramp(t, []int{n})
		for start := -n - 2; start <= n+2; start++ {
			for stop := -n - 2; stop <= n+2; stop++ {
				for _, step := range []int{-3, -2, -1, 1, 2, 3} {
					v, err := a.Get(Slice(&start, &stop, &step))
					if err != nil {
						t.Fatal(err)
					}
					var want []float64
					lo, hi := start, stop
					if lo < 0 {
						lo += n
					}
					if hi < 0 {
						hi += n
					}
					if step > 0 {
						for i := max(lo, 0); i < min(hi, n); i += step {
							want = append(want, float64(i))
						}
					} else {
						for i := min(lo, n-1); i > max(hi, -1); i += step {
							want = append(want, float64(i))
						}
					}
					if fmt.Sprint(v.Floats()) != fmt.Sprint(want) && v.size+len(want) > 0 {
						t.Fatalf("n=%d [%d:%d:%d] = %v, want %v", n, start, stop, step, v.Floats(), want)
					}
				}
			}
		}
	}
}

func TestResultsDoNotDependOnTheLayout(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 300 {
		v := randomView(rng, ramp(t, randomShape(rng)))
		c, err := v.Copy()
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range []*Unary{Exp, Sin, Sqrt, Negative, Floor, IsNaN} {
			p, _, err := u.Call(v, nil)
			if err != nil {
				t.Fatal(err)
			}
			q, _, _ := u.Call(c, nil)
			if p.String() != q.String() || fmt.Sprint(p.shape) != fmt.Sprint(q.shape) {
				t.Fatalf("%s of a view of shape %v differs from that of its copy", u.Name, v.shape)
			}
		}
		for _, u := range []*Binary{Add, Multiply, Divide, Power, Maximum, Less} {
			p, _, err := u.Call(v, c, nil)
			if err != nil {
				t.Fatal(err)
			}
			q, _, _ := u.Call(c, c, nil)
			if same, err := ArrayEqual(p, q, p.dtype != Bool); err != nil || !same {
				t.Fatalf("%s of a view of shape %v differs from that of its copy", u.Name, v.shape)
			}
		}
	}
}

func TestReductionsEqualNaiveOnes(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 400 {
		v := randomView(rng, ramp(t, randomShape(rng)))
		var axes []int
		for i := range v.shape {
			if rng.IntN(2) == 0 {
				axes = append(axes, i)
			}
		}
		if axes == nil {
			axes = []int{}
		}
		r, err := newReduction(v, ReduceOpts{Axes: axes})
		if err != nil {
			t.Fatal(err)
		}
		sums, tops := map[string]float64{}, map[string]float64{}
		idx := make([]int, len(v.shape))
		for i := range v.size {
			k := i
			for d := len(idx) - 1; d >= 0; d-- {
				idx[d] = k % v.shape[d]
				k /= v.shape[d]
			}
			key := ""
			for d, x := range idx {
				if !r.red[d] {
					key += fmt.Sprint(x, ",")
				}
			}
			x := v.FloatAt(i)
			if _, ok := tops[key]; !ok {
				tops[key] = math.Inf(-1)
			}
			sums[key] += x
			tops[key] = math.Max(tops[key], x)
		}
		s, err := Sum(v, ReduceOpts{Axes: axes})
		if err != nil {
			t.Fatal(err)
		}
		top, topErr := Max(v, ReduceOpts{Axes: axes})
		for i := range s.size {
			k, key := i, ""
			for d := len(s.shape) - 1; d >= 0; d-- {
				key = fmt.Sprint(k%s.shape[d], ",") + key
				k /= s.shape[d]
			}
			if s.FloatAt(i) != sums[key] { // small whole numbers: exact
				t.Fatalf("sum over %v of shape %v: [%s] = %v, want %v", axes, v.shape, key, s.FloatAt(i), sums[key])
			}
			if topErr == nil && top.FloatAt(i) != tops[key] {
				t.Fatalf("max over %v of shape %v: [%s] = %v, want %v", axes, v.shape, key, top.FloatAt(i), tops[key])
			}
		}
	}
}

func TestPairwiseSumIsAccurate(t *testing.T) {
	s := make([]float64, 1<<20)
	for i := range s {
		s[i] = 0.1
	}
	want := 0.1 * float64(len(s))
	if got := pairwiseRun(s); math.Abs(got-want) > 1e-12*want {
		t.Errorf("sum = %v, want %v", got, want)
	}
	strided := make([]float64, 3000)
	packed := make([]float64, 1000)
	rng := rand.New(rand.NewPCG(4, 4))
	for i := range packed {
		packed[i] = rng.NormFloat64()
		strided[3*i] = packed[i]
	}
	if a, b := pairwiseSum(1000, vec[float64]{strided, 0, 3}), pairwiseRun(packed); a != b {
		t.Errorf("strided sum %v, contiguous sum %v", a, b)
	}
}

func TestEinsumEqualsLoops(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	const letters = "ijkl"
	sizes := map[byte]int{'i': 2, 'j': 3, 'k': 4, 'l': 1}
	for range 400 {
		var terms []string
		var ops []*Array
		used := map[byte]bool{}
		for range 1 + rng.IntN(3) {
			term := ""
			var shape []int
			for range rng.IntN(4) {
				c := letters[rng.IntN(len(letters))]
				term += string(c)
				shape = append(shape, sizes[c])
				used[c] = true
			}
			a := ramp(t, shape)
			terms, ops = append(terms, term), append(ops, randomView(rng, a))
			if !sameShape(ops[len(ops)-1].shape, shape) {
				ops[len(ops)-1] = a
			}
		}
		out := ""
		for _, p := range rng.Perm(len(letters)) {
			if c := letters[p]; used[c] && rng.IntN(2) == 0 {
				out += string(c)
			}
		}
		spec := strings.Join(terms, ",") + "->" + out
		got, err := Einsum(spec, ops...)
		if err != nil {
			t.Fatalf("%s: %v", spec, err)
		}
		want := map[string]float64{}
		at := map[byte]int{}
		var loop func(k int)
		loop = func(k int) {
			if k == len(letters) {
				p := 1.0
				for n, term := range terms {
					flat := 0
					for d := range term {
						flat = flat*sizes[term[d]] + at[term[d]]
					}
					p *= ops[n].FloatAt(flat)
				}
				key := ""
				for d := range out {
					key += fmt.Sprint(at[out[d]], ",")
				}
				want[key] += p
				return
			}
			n := 1
			if used[letters[k]] {
				n = sizes[letters[k]]
			}
			for at[letters[k]] = 0; at[letters[k]] < n; at[letters[k]]++ {
				loop(k + 1)
			}
		}
		loop(0)
		for i := range got.size {
			k, key := i, ""
			for d := len(got.shape) - 1; d >= 0; d-- {
				key = fmt.Sprint(k%got.shape[d], ",") + key
				k /= got.shape[d]
			}
			if g, w := got.FloatAt(i), want[key]; math.Abs(g-w) > 1e-12*math.Abs(w) {
				t.Fatalf("%s: [%s] = %v, want %v", spec, key, g, w)
			}
		}
	}
}

func TestGatherAndScatterAreInverse(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	for range 200 {
		a := ramp(t, []int{4, 3, 5})
		idx := make([]Index, 3)
		perm := func(n int) *Array {
			s := make([]int64, n)
			for i, p := range rng.Perm(n) {
				s[i] = int64(p)
			}
			return vector(s)
		}
		for k, n := range a.shape {
			idx[k] = Colon()
			if rng.IntN(3) == 0 {
				idx[k] = By(perm(n))
			}
			if rng.IntN(5) == 0 {
				idx[k] = At(rng.IntN(n))
			}
		}
		g, err := a.Get(idx...)
		if err != nil {
			continue // two permutations of different lengths do not broadcast
		}
		b, _ := New(Float64, a.shape...)
		if err := b.Set(g, idx...); err != nil {
			t.Fatal(err)
		}
		h, err := b.Get(idx...)
		if err != nil {
			t.Fatal(err)
		}
		if same, _ := ArrayEqual(g, h, false); !same {
			t.Fatalf("what was stored is not what is read")
		}
		for i := range b.size { // every stored element is at its old place
			if x := b.FloatAt(i); x != 0 && x != float64(i) {
				t.Fatalf("element %d holds %v", i, x)
			}
		}
	}
}

func TestHugeShapesAreRefusedBeforeAllocating(t *testing.T) {
	for _, shape := range [][]int{{1 << 40, 1 << 40}, {1 << 62, 3}, {1 << 45}, {math.MaxInt, 2}} {
		if _, err := New(Float64, shape...); err == nil {
			t.Errorf("New(%v) did not fail", shape)
		}
	}
	old := SetLimit(1000)
	defer SetLimit(old)
	_, err := New(Float64, 200)
	if e, ok := err.(*Error); !ok || e.Kind != MemoryError || !strings.Contains(e.Msg, "Unable to allocate 1.56 KiB for an array with shape (200,) and data type float64") {
		t.Errorf("error %v", err)
	}
	a, err := New(Float64, 10)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := a.BroadcastTo(1<<20, 10) // costs nothing
	if err != nil {
		t.Fatal(err)
	}
	if _, err := wide.Copy(); err == nil {
		t.Error("the copy of a large broadcast view did not fail")
	}
	if _, err := Tile(a, 1<<40); err == nil {
		t.Error("tile did not fail")
	}
	if _, err := Repeat(a, IntScalar(1<<40), nil); err == nil {
		t.Error("repeat did not fail")
	}
	if _, _, err := Linspace(FloatScalar(0), FloatScalar(1), 1<<40, true, 0, nil); err == nil {
		t.Error("linspace did not fail")
	}
}

func TestElementwiseAllocatesOnlyTheResult(t *testing.T) {
	a, b := ramp(t, []int{100}), ramp(t, []int{100})
	out := ramp(t, []int{100})
	if n := testing.AllocsPerRun(100, func() { _, _, _ = Add.Call(a, b, nil) }); n > 2 {
		t.Errorf("a + b makes %v allocations, want 2 (header and elements)", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _, _ = Add.Call(a, b, out) }); n > 0 {
		t.Errorf("a + b into out makes %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = Sum(a, ReduceOpts{}) }); n > 1 {
		t.Errorf("sum makes %v allocations, want 1", n)
	}
}

func TestDenseSharesMemoryWhereTheLayoutAllows(t *testing.T) {
	a := ramp(t, []int{4, 6})
	part, err := a.Get(Span(1, 3), Span(2, 5))
	if err != nil {
		t.Fatal(err)
	}
	m, shared, err := part.Dense()
	if err != nil || !shared {
		t.Fatal(shared, err)
	}
	m.Set(0, 1, -7)
	if a.FloatAt(1*6+3) != -7 {
		t.Error("writing to the matrix did not reach the array")
	}
	if _, shared, err = part.T().Dense(); err != nil || shared {
		t.Error("a transposed view cannot be shared", err)
	}
	if back := FromDense(m); back.FloatAt(1) != -7 || !back.SharesMemory(a) {
		t.Error("the way back copied")
	}
}

func FuzzEinsum(f *testing.F) {
	for _, s := range []string{"ij,jk->ik", "ii", "...j,j", "i,i->", "->", "ij->ji", "i...->...i", " i j , j k ", "i,,", ".", "....", "->->", "ij,jk->ijkl"} {
		f.Add(s, uint8(2))
	}
	f.Fuzz(func(t *testing.T, spec string, dims uint8) {
		a, b := ramp(t, []int{2, 3}), ramp(t, []int{3, 2})
		switch dims % 3 {
		case 0:
			_, _ = Einsum(spec, a)
		case 1:
			_, _ = Einsum(spec, a, b)
		default:
			_, _ = Einsum(spec, ramp(t, []int{2, 2, 2}), ramp(t, nil))
		}
	})
}

func FuzzIndex(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5})
	f.Add([]byte{200, 7, 9, 30, 40, 50, 60, 70, 80})
	f.Fuzz(func(t *testing.T, code []byte) {
		a := ramp(t, []int{3, 4, 2})
		var idx []Index
		for len(code) >= 3 && len(idx) < 6 {
			p, q, r := int(int8(code[1]))/16, int(int8(code[2]))/16, int(code[0])
			switch r % 8 {
			case 0:
				idx = append(idx, At(p))
			case 1:
				idx = append(idx, Slice(&p, &q, nil))
			case 2:
				idx = append(idx, Slice(&q, nil, &p))
			case 3:
				idx = append(idx, NewAxis())
			case 4:
				idx = append(idx, Ellipsis())
			case 5:
				idx = append(idx, By(vector([]int64{int64(p), int64(q)})))
			case 6:
				idx = append(idx, By(vector([]bool{p > 0, q > 0, r > 100})))
			default:
				idx = append(idx, By(BoolScalar(p > 0)))
			}
			code = code[3:]
		}
		v, err := a.Get(idx...)
		if err != nil {
			if _, ok := err.(*Error); !ok {
				t.Fatalf("error of type %T", err)
			}
			return
		}
		c, err := v.Copy()
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Set(c, idx...); err != nil {
			t.Fatalf("what can be read cannot be written: %v", err)
		}
		if same, _ := ArrayEqual(a, ramp(t, []int{3, 4, 2}), false); !same {
			t.Fatal("writing back what was read changed the array")
		}
	})
}

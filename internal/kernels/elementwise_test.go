package kernels

import (
	"math"
	"math/rand/v2"
	"testing"
)

// awkward mixes ordinary numbers with zeros of both signs, infinities, NaN, subnormal and equal numbers.
func awkward(rng *rand.Rand, n int) []float64 {
	x := random(rng, n)
	special := []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), 5e-324, -1e308, 1, 1}
	for i := range x {
		if rng.IntN(3) == 0 {
			x[i] = special[rng.IntN(len(special))]
		}
	}
	return x
}

func sameBits(x, y float64) bool {
	return math.Float64bits(x) == math.Float64bits(y) || x != x && y != y
}

var definitions = map[Op]func(x, y float64) float64{
	Add: func(x, y float64) float64 { return x + y },
	Sub: func(x, y float64) float64 { return x - y },
	Mul: func(x, y float64) float64 { return x * y },
	Div: func(x, y float64) float64 { return x / y },
	Max: func(x, y float64) float64 {
		if x >= y || x != x {
			return x
		}
		return y
	},
	Min: func(x, y float64) float64 {
		if x <= y || x != x {
			return x
		}
		return y
	},
}

var relations = map[Op]func(x, y float64) bool{
	Equal:        func(x, y float64) bool { return x == y },
	NotEqual:     func(x, y float64) bool { return x != y },
	Less:         func(x, y float64) bool { return x < y },
	LessEqual:    func(x, y float64) bool { return x <= y },
	Greater:      func(x, y float64) bool { return x > y },
	GreaterEqual: func(x, y float64) bool { return x >= y },
}

func TestElementwiseLoopsFollowTheirDefinition(t *testing.T) {
	if !useAVX2 {
		t.Skip("no vector loops on this machine")
	}
	rng := rand.New(rand.NewPCG(11, 12))
	at := func(x []float64, i int) float64 {
		if len(x) == 1 {
			return x[0]
		}
		return x[i]
	}
	for n := VectorFrom; n < 90; n++ {
		for range 3 {
			for form := range 3 {
				x, y := awkward(rng, n), awkward(rng, n)
				switch form {
				case 1:
					x = x[:1]
				case 2:
					y = y[:1]
				}
				for op, f := range definitions {
					dst := make([]float64, n+1)
					dst[n] = 17
					Arith(op, dst[:n], x, y)
					for i, v := range dst[:n] {
						if want := f(at(x, i), at(y, i)); !sameBits(v, want) {
							t.Fatalf("op %d form %d n=%d: %v and %v give %v, want %v", op, form, n, at(x, i), at(y, i), v, want)
						}
					}
					if dst[n] != 17 {
						t.Fatalf("op %d writes past the end", op)
					}
				}
				for op, f := range relations {
					dst := make([]bool, n+1)
					Compare(op, dst[:n], x, y)
					for i, v := range dst[:n] {
						if want := f(at(x, i), at(y, i)); v != want {
							t.Fatalf("op %d form %d n=%d: %v and %v give %v", op, form, n, at(x, i), at(y, i), v)
						}
					}
					if dst[n] {
						t.Fatalf("op %d writes past the end", op)
					}
				}
			}
		}
	}
}

func TestRootsFinitenessAndExtremesFollowTheirDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for n := 1; n < 120; n++ {
		for kind := range 4 {
			x := random(rng, n)
			switch kind {
			case 1:
				x = awkward(rng, n)
			case 2: // one bad entry
				x[rng.IntN(n)] = []float64{math.NaN(), math.Inf(1), math.Inf(-1)}[rng.IntN(3)]
			case 3: // the extreme is a zero
				for i := range x {
					x[i] = math.Copysign(float64(rng.IntN(3)/2), -1)
				}
			}
			finite, top, least := true, x[0], x[0]
			for _, v := range x {
				finite = finite && v-v == 0
				top, least = max(top, v), min(least, v)
			}
			if AllFinite(x) != finite {
				t.Fatalf("n=%d: finite %v, want %v", n, !finite, finite)
			}
			if got := MaxOf(x); !sameBits(got, top) {
				t.Fatalf("n=%d: maximum %v, want %v of %v", n, got, top, x)
			}
			if got := MinOf(x); !sameBits(got, least) {
				t.Fatalf("n=%d: minimum %v, want %v of %v", n, got, least, x)
			}
			dst := make([]float64, n)
			if Sqrt(dst, x) {
				for i, v := range x {
					if !sameBits(dst[i], math.Sqrt(v)) {
						t.Fatalf("the root of %v is %v", v, dst[i])
					}
				}
			}
		}
	}
}

func BenchmarkElementwise(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 4))
	const n = 2000
	x, y, dst, flags := random(rng, n), random(rng, n), make([]float64, n), make([]bool, n)
	for _, bench := range []struct {
		name string
		f    func()
	}{
		{"add", func() { Arith(Add, dst, x, y) }},
		{"div", func() { Arith(Div, dst, x, y) }},
		{"max", func() { Arith(Max, dst, x, y) }},
		{"less", func() { Compare(Less, flags, x, y) }},
		{"sqrt", func() { Sqrt(dst, x) }},
		{"finite", func() { AllFinite(x) }},
		{"maxOf", func() { MaxOf(x) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				bench.f()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/entry")
		})
	}
}

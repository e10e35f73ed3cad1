package stream_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"monge/sampling/stream"
)

// The reference numbers can be had in any language with integers modulo 2^64.
func TestReferenceNumbers(t *testing.T) {
	for _, c := range []struct {
		seed, k uint64
		want    float64
	}{
		{1, 0, 0.9557038184179468}, {1, 1, 0.7486828894513605}, {7, 0, 0.8314423694173285}, {7, 249999, 0.9860208581680567},
	} {
		if got := stream.At(c.seed, c.k); got != c.want {
			t.Errorf("At(%d, %d) = %v, want %v", c.seed, c.k, got, c.want)
		}
	}
}

func TestAStreamWalksAlongTheDefinition(t *testing.T) {
	s := stream.New(5)
	for k := range uint64(100) {
		if got, want := s.Float64(), stream.At(5, k); got != want {
			t.Fatalf("number %d is %v, want %v", k, got, want)
		}
	}
}

// chiSquare compares counts with equal probabilities; bound is exceeded once in about 10^6 by right code (Wilson and
// Hilferty's approximation at 4.75 standard deviations).
func chiSquare(t *testing.T, what string, counts []int) {
	t.Helper()
	total := 0
	for _, c := range counts {
		total += c
	}
	expect := float64(total) / float64(len(counts))
	sum := 0.0
	for _, c := range counts {
		sum += (float64(c) - expect) * (float64(c) - expect) / expect
	}
	df := float64(len(counts) - 1)
	bound := df * math.Pow(1-2/(9*df)+4.75*math.Sqrt(2/(9*df)), 3)
	if sum > bound {
		t.Errorf("%s: chi square %.1f over %.1f", what, sum, bound)
	}
}

func TestNumbersAreUniform(t *testing.T) {
	for _, seed := range []uint64{0, 1, 2, 1 << 40} {
		s := stream.New(seed)
		ones, pairs := make([]int, 100), make([]int, 100)
		for range 100_000 {
			x, y := s.Float64(), s.Float64()
			ones[int(100*x)]++
			pairs[10*int(10*x)+int(10*y)]++
		}
		chiSquare(t, fmt.Sprint("seed ", seed), ones)
		chiSquare(t, fmt.Sprint("pairs of seed ", seed), pairs)
	}
}

func TestNeighbouringSeedsAreIndependent(t *testing.T) {
	counts := make([]int, 100)
	for seed := range uint64(100_000) {
		counts[10*int(10*stream.At(seed, 0))+int(10*stream.At(seed+1, 0))]++
	}
	chiSquare(t, "first numbers of neighbouring seeds", counts)
}

func TestIntNIsFair(t *testing.T) {
	s := stream.New(3)
	counts := make([]int, 7)
	for range 70_000 {
		counts[s.IntN(7)]++
	}
	chiSquare(t, "IntN(7)", counts)
	for range 100 {
		if n := s.IntN(1); n != 0 {
			t.Fatal(n)
		}
	}
	// A size for which plain reduction would favour the lower half visibly.
	low := []int{0, 0, 0}
	const n = 3 << 61
	for range 30_000 {
		low[s.IntN(n)>>61]++
	}
	chiSquare(t, "IntN(3·2^61)", low)
}

func TestNormalHasItsMomentsAndTails(t *testing.T) {
	const n = 400_000
	s := stream.New(11)
	var m [5]float64
	tail := 0
	for range n {
		x := s.Normal()
		p := 1.0
		for k := range m {
			m[k] += p / n
			p *= x
		}
		if math.Abs(x) > 3 {
			tail++
		}
	}
	// Standard errors of the moments of a standard normal: 1, sqrt 2, sqrt 15, sqrt 96 over sqrt n; five of them.
	for k, c := range []struct{ want, sd float64 }{{1, 0}, {0, 1}, {1, math.Sqrt2}, {0, math.Sqrt(15)}, {3, math.Sqrt(96)}} {
		if math.Abs(m[k]-c.want) > 5*c.sd/math.Sqrt(n)+1e-9 {
			t.Errorf("moment %d is %v", k, m[k])
		}
	}
	if want := 0.0026997960632601866 * n; math.Abs(float64(tail)-want) > 5*math.Sqrt(want) {
		t.Errorf("%d of %d beyond 3, expected %.0f", tail, n, want)
	}
}

func TestPermIsAPermutationAndFair(t *testing.T) {
	s := stream.New(4)
	counts := map[string]int{}
	for range 24_000 {
		p := s.Perm(4)
		counts[fmt.Sprint(p)]++
		slices.Sort(p)
		if !slices.Equal(p, []int{0, 1, 2, 3}) {
			t.Fatal(p)
		}
	}
	var list []int
	for _, c := range counts {
		list = append(list, c)
	}
	if len(list) != 24 {
		t.Fatalf("%d of 24 permutations", len(list))
	}
	chiSquare(t, "permutations", list)
}

func TestSplitDoesNotDependOnUse(t *testing.T) {
	a, b := stream.New(9), stream.New(9)
	for range 1000 {
		b.Uint64()
	}
	seen := map[uint64]bool{}
	for i := range uint64(1000) {
		x, y := a.Split(i).Uint64(), b.Split(i).Uint64()
		if x != y {
			t.Fatalf("block %d differs", i)
		}
		if seen[x] {
			t.Fatalf("block %d begins as another one", i)
		}
		seen[x] = true
	}
}

func ExampleAt() {
	fmt.Println(stream.At(1, 0), stream.At(1, 1))
	// Output: 0.9557038184179468 0.7486828894513605
}

func BenchmarkFloat64(b *testing.B) {
	s := stream.New(1)
	sum := 0.0
	for b.Loop() {
		sum += s.Float64()
	}
	_ = sum
}

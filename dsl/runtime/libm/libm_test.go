package libm

import (
	"bufio"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

var unary = map[string]func(float64) float64{
	"exp": Exp, "exp2": Exp2, "expm1": Expm1, "log": Log, "log2": Log2, "log10": Log10, "log1p": Log1p, "sin": Sin, "cos": Cos, "tan": Tan,
	"asin": Asin, "acos": Acos, "atan": Atan, "sinh": Sinh, "cosh": Cosh, "tanh": Tanh, "asinh": Asinh, "acosh": Acosh, "atanh": Atanh,
	"cbrt": Cbrt, "erf": Erf, "erfc": Erfc,
	"gamma":  func(x float64) float64 { r, _ := Gamma(x); return r },
	"lgamma": func(x float64) float64 { r, _ := Lgamma(x); return r },
}

var binary = map[string]func(x, y float64) float64{"pow": Pow, "atan2": Atan2, "hypot": Hypot}

// worst and agree bound the distance from CPython in units of the last place and the share of equal results. The C
// library itself is off by up to a unit or two in the functions with the looser bounds.
var bounds = map[string]struct {
	worst int64
	agree float64
}{
	"expm1": {1, .95}, "log1p": {1, .93}, "sinh": {2, .9}, "cosh": {1, .95}, "tanh": {3, .9}, "asinh": {2, .9}, "acosh": {2, .93}, "atanh": {2, .9},
	"cbrt": {2, .4}, "log10": {1, .97}, "erf": {1, .95}, "erfc": {2, .9},
}

func ulps(a, b float64) int64 {
	d := int64(math.Float64bits(a)) - int64(math.Float64bits(b))
	if d < 0 {
		d = -d
	}
	return d
}

// TestFunctionsAgreeWithCPython compares with values that CPython computed through the C library.
func TestFunctionsAgreeWithCPython(t *testing.T) {
	f, err := os.Open("../../../testdata/lang/libm.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type count struct {
		n, equal int
		worst    int64
		at       []float64
	}
	counts := map[string]*count{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fields := strings.Split(sc.Text(), "\t")
		var v []float64
		for _, s := range fields[1:] {
			x, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			v = append(v, x)
		}
		var got float64
		if len(v) == 3 {
			got = binary[fields[0]](v[1], v[2])
		} else {
			got = unary[fields[0]](v[1])
		}
		c := counts[fields[0]]
		if c == nil {
			c = &count{}
			counts[fields[0]] = c
		}
		c.n++
		if got == v[0] {
			c.equal++
		} else if d := ulps(got, v[0]); d > c.worst {
			c.worst, c.at = d, v[1:]
		}
	}
	for name, c := range counts {
		b, ok := bounds[name]
		if !ok {
			b.worst, b.agree = 1, .97
		}
		share := float64(c.equal) / float64(c.n)
		t.Logf("%-7s %6.2f%% equal, at most %d ulp off at %v", name, 100*share, c.worst, c.at)
		if share < b.agree || c.worst > b.worst {
			t.Errorf("%s: %.2f%% equal (want %.0f%%), %d ulp off at %v (want at most %d)", name, 100*share, 100*b.agree, c.worst, c.at, b.worst)
		}
	}
}

// TestExactCasesAreExact checks arguments whose results are floats.
func TestExactCasesAreExact(t *testing.T) {
	for i := -20; i <= 22; i++ {
		p := math.Pow10(i)
		if i >= 0 && Log10(p) != float64(i) {
			t.Errorf("log10(1e%d) = %v", i, Log10(p))
		}
		if r := Pow(10, float64(i)); r != p {
			t.Errorf("10**%d = %v", i, r)
		}
	}
	for i := -1074; i < 1024; i++ {
		p := math.Ldexp(1, i)
		if Log2(p) != float64(i) || Exp2(float64(i)) != p || Pow(2, float64(i)) != p {
			t.Errorf("powers of two at %d: %v %v %v", i, Log2(p), Exp2(float64(i)), Pow(2, float64(i)))
		}
	}
	for n := 1.0; n < 100; n++ {
		if Cbrt(n*n*n) != n || Pow(n, 3) != n*n*n {
			t.Errorf("cubes at %v", n)
		}
	}
	if Hypot(3, 4) != 5 || Hypot(1e200, 1e200) != math.Sqrt2*1e200 {
		t.Error("hypot")
	}
}

// TestExpIsCorrectlyRounded compares with a big-float Taylor series.
func TestExpIsCorrectlyRounded(t *testing.T) {
	x := 0.1
	for i := 0; i < 300; i++ {
		x = math.Mod(x*1.7320508+0.37, 30)
		z := new(big.Float).SetPrec(300).SetFloat64(x)
		sum, term := new(big.Float).SetPrec(300).SetInt64(1), new(big.Float).SetPrec(300).SetInt64(1)
		for n := int64(1); n < 300; n++ {
			term.Mul(term, z)
			term.Quo(term, new(big.Float).SetInt64(n))
			sum.Add(sum, term)
		}
		if want, _ := sum.Float64(); Exp(x) != want {
			t.Errorf("exp(%v) = %v, want %v", x, Exp(x), want)
		}
		if back := Log(Exp(x)); math.Abs(back-x) > 1e-15*math.Abs(x) {
			t.Errorf("log(exp(%v)) = %v", x, back)
		}
	}
}

// TestFirstTriesAgreeWithSlowFunctions checks that the fast ways never differ from the double-double ones.
func TestFirstTriesAgreeWithSlowFunctions(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	certainly := map[string]int{}
	const n = 200000
	for range n {
		x := (rnd.Float64() - 0.5) * math.Pow(10, rnd.Float64()*4-1)
		hi, lo, k := expFast(x/100, 0)
		if r, ok := certain(hi, lo, 0x1p-58); ok {
			certainly["exp"]++
			if want := ldexp(expdd(fromf(x / 100))); scaleBy(r, k) != want {
				t.Fatalf("exp(%v): %v, want %v", x/100, scaleBy(r, k), want)
			}
		}
		a := math.Abs(x)
		l := logFast(a)
		if r, ok := certain(l.hi, l.lo, 0x1p-64); ok {
			certainly["log"]++
			m, e := logOf(a)
			if want := m.add(ln2dd.mulf(e)).val(); r != want {
				t.Fatalf("log(%v): %v, want %v", a, r, want)
			}
		}
		for q := range 2 {
			if r, ok := sinFast(x, q); ok {
				certainly["sin"]++
				s, c := sincos(x)
				want := s.val()
				if q == 1 {
					want = c.val()
				}
				if r != want {
					t.Fatalf("quarter %d of %v: %v, want %v", q, x, r, want)
				}
			}
		}
	}
	for name, c := range certainly {
		if name != "sin" && c < n*9/10 || name == "sin" && c < 2*n*9/10 {
			t.Errorf("%s: only %d of the first tries were certain", name, c)
		}
		t.Logf("%s: %d certain", name, c)
	}
}

func BenchmarkExp(b *testing.B) {
	for b.Loop() {
		Exp(1.234)
	}
}

func BenchmarkSin(b *testing.B) {
	for b.Loop() {
		Sin(1.234)
	}
}

func BenchmarkPow(b *testing.B) {
	for b.Loop() {
		Pow(1.234, 5.678)
	}
}

func BenchmarkLog(b *testing.B) {
	for b.Loop() {
		Log(1.234)
	}
}

package runtime_test

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// limited is a thread whose allocations are bounded, so that a fuzzer's widths do not eat the machine.
func limited() *runtime.Thread {
	e := newEvaluator()
	e.t.MemoryLimit = 1 << 20
	return e.t
}

// onlyExceptions fails on errors that are no exceptions of the language.
func onlyExceptions(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	e, ok := err.(*runtime.Exception)
	if !ok {
		t.Fatalf("%T: %v", err, err)
	}
	for _, c := range []*py.Type{py.ValueError, py.TypeError, py.OverflowError, py.MemoryError, py.LookupError, py.AttributeError} {
		if e.IsA(c) {
			return
		}
	}
	t.Fatalf("unexpected %v", e)
}

func FuzzFormatSpec(f *testing.F) {
	for _, s := range []string{"", "d", "<10", "*^9.3f", "+,.2f", "#x", "08,", "é>5", "_b", "z.1f", "%", "010.3e", "{", "9999999999", ".99"} {
		f.Add(s)
	}
	z, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	values := []py.Object{py.Int(-42), py.Float(-1234.5), py.Float(math.Inf(1)), py.String("aé"), py.True, py.Complex(complex(1, -2)), runtime.BigObj(z), py.None}
	f.Fuzz(func(t *testing.T, spec string) {
		th := limited()
		for _, v := range values {
			s, err := runtime.Format(th, v, spec)
			onlyExceptions(t, err)
			if err == nil && len(s) > 1<<22 {
				t.Fatalf("%d bytes for %q", len(s), spec)
			}
		}
	})
}

func FuzzPercentFormat(f *testing.F) {
	for _, s := range []string{"%d", "%5.2f|", "%(a)s", "%-*d", "%%", "%c%r", "%", "%.10g%s", "%#x", "%+ 05i"} {
		f.Add(s)
	}
	d := runtime.NewDict()
	d.SetStr("a", py.Int(1))
	args := []py.Object{py.Int(7), py.Float(2.5), py.Tuple{py.Int(1), py.String("x"), py.Float(0)}, d, py.String("s"), py.None}
	f.Fuzz(func(t *testing.T, format string) {
		th := limited()
		for _, a := range args {
			_, err := runtime.PercentFormat(th, format, a)
			onlyExceptions(t, err)
		}
	})
}

func FuzzStrFormat(f *testing.F) {
	for _, s := range []string{"{}", "{0!r:>10}", "{a.real}", "{0[1]}", "{:{}}", "{{}}", "{", "}", "{!x}", "{0:{1}.{2}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, format string) {
		th := limited()
		_, err := runtime.StrFormat(th, format, []py.Object{py.Int(5), py.String("x"), runtime.NewList([]py.Object{py.Int(1)})}, runtime.Kwargs{{Name: "a", Value: py.Float(1.5)}})
		onlyExceptions(t, err)
	})
}

func FuzzParseNumbers(f *testing.F) {
	for _, s := range []string{"0", "1_000", "0x1f", "-0b101", "1e5", "1.5j", "nan", "-inf", " 7 ", "١٢", "1__0", "(1+2j)", "0_7", "+"} {
		f.Add(s, 10)
	}
	f.Fuzz(func(t *testing.T, s string, base int) {
		th := limited()
		v, err := runtime.ParseInt(th, s, base)
		onlyExceptions(t, err)
		if err == nil && base == 10 {
			// What was read must be written as itself.
			text, err := runtime.Repr(th, v)
			if err == nil {
				again, err := runtime.ParseInt(th, text, 10)
				if err != nil {
					t.Fatalf("%q -> %s -> %v", s, text, err)
				}
				if eq, _ := runtime.Equal(th, v, again); !eq {
					t.Fatalf("%q -> %s -> %v", s, text, again)
				}
			}
		}
		if x, ok := runtime.ParseFloat(s); ok && x == x {
			y, err := strconv.ParseFloat(runtime.FloatRepr(x), 64)
			if err != nil || y != x {
				t.Fatalf("float %q: %v is written %s", s, x, runtime.FloatRepr(x))
			}
		}
		runtime.ParseComplex(s)
	})
}

// FuzzDictAgainstModel runs random operations on a Dict and on a plain model of it.
func FuzzDictAgainstModel(f *testing.F) {
	f.Add([]byte{1, 2, 3, 1, 129, 2, 200, 7, 7, 135})
	f.Add([]byte(strings.Repeat("abcdefghijklmnop\xe1\xe2\xe3\xff", 20)))
	f.Fuzz(func(t *testing.T, ops []byte) {
		th := limited()
		d := runtime.NewDict()
		set := runtime.NewSet()
		model := map[int]int{}
		var order []int
		key := func(b byte) (py.Object, int) {
			n := int(b & 31)
			switch {
			case n < 12:
				return py.Int(n << 40), n
			case n < 24:
				return py.String(strconv.Itoa(n)), n
			}
			return py.Tuple{py.Int(n), py.String("t")}, n
		}
		remove := func(n int) {
			delete(model, n)
			for i, x := range order {
				if x == n {
					order = append(order[:i:i], order[i+1:]...)
					return
				}
			}
		}
		for step, b := range ops {
			k, n := key(b)
			switch b >> 5 {
			case 0, 1, 2, 3:
				if err := d.Set(th, k, py.Int(step)); err != nil {
					t.Fatal(err)
				}
				if err := set.Add(th, k); err != nil {
					t.Fatal(err)
				}
				if _, ok := model[n]; !ok {
					order = append(order, n)
				}
				model[n] = step
			case 4, 5:
				ok, err := d.Delete(th, k)
				if err != nil {
					t.Fatal(err)
				}
				gone, err := set.Discard(th, k)
				if _, want := model[n]; ok != want || gone != want || err != nil {
					t.Fatalf("step %d: delete %d: %v %v, want %v", step, n, ok, gone, want)
				}
				remove(n)
			case 6:
				k, v, ok := d.PopEnd(b&1 == 0)
				if ok != (len(order) > 0) {
					t.Fatal("popitem of an empty dict")
				}
				if ok {
					at := len(order) - 1
					if b&1 != 0 {
						at = 0
					}
					n := order[at]
					if int(v.(py.Int)) != model[n] {
						t.Fatalf("step %d: popped %v", step, k)
					}
					if _, err := set.Discard(th, k); err != nil {
						t.Fatal(err)
					}
					remove(n)
				}
			case 7:
				if b == 255 {
					d.Clear()
					set.Clear()
					clear(model)
					order = nil
				} else {
					d = d.Copy()
					set = set.Copy()
				}
			}
			if d.Len() != len(model) || set.Len() != len(model) {
				t.Fatalf("step %d: %d and %d entries, want %d", step, d.Len(), set.Len(), len(model))
			}
			i := 0
			for k, v := range d.All() {
				want, _ := key(byte(order[i]))
				if eq, _ := runtime.Equal(th, k, want); !eq || int(v.(py.Int)) != model[order[i]] {
					t.Fatalf("step %d: entry %d is %v: %v", step, i, k, v)
				}
				if in, _ := set.Has(th, k); !in {
					t.Fatalf("step %d: %v is not in the set", step, k)
				}
				i++
			}
		}
	})
}

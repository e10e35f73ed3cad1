package np_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"monge/dsl"
	"monge/dsl/bind"
	"monge/internal/ndarray"
)

// arguments that calls are made of: ordinary ones and ones that nobody should pass.
var arguments = []string{
	"A", "B", "V", "M", "F", "np.zeros((0, 3))", "np.zeros(())", "np.array([nan, inf, -1.0])", "np.array([True, False, True])", "np.array([1 + 2j, 3])",
	"np.arange(3)", "np.float32(2)", "np.ones((2, 3), dtype=np.float32)", "A[::-1, ::2]", "A.T", "np.broadcast_to(5, (2, 3))", "[]", "[[]]", "[1, [2, 3]]", "[1, 2, 3]", "[[1, 2], [3, 4]]",
	"0", "1", "-1", "2", "3", "7", "10 ** 9", "-10 ** 9", "2 ** 62", "10 ** 30", "0.5", "-2.5", "nan", "inf", "-inf", "1j", "True", "None", "...", "'x'", "''", "'linear'", "'ij,jk'", "'float64'", "int", "np.float64", "lambda *a: 1",
	"(0, 1)", "(1, 0)", "(2, 2)", "(-1, -2)", "(0, 0)", "()", "(1, 2, 3, 4)", "slice(None)", "slice(1, 2)", "{}", "{1, 2}", "range(3)", "np", "np.add", "object()", "np.random.default_rng(0)", "b'ab'", "[None]", "['a']", "[A, A]", "[V, V]", "(A, F)",
}

// TestNoCallPanics calls every function and method with arguments of all kinds. Exceptions are right answers; an
// internal error, a crash or a hang is not.
func TestNoCallPanics(t *testing.T) {
	defer ndarray.SetLimit(ndarray.SetLimit(1 << 24))
	seed := uint64(11)
	if text := os.Getenv("MONGE_HOSTILE_SEED"); text != "" { // for longer hunts
		seed, _ = strconv.ParseUint(text, 10, 64)
	}
	rng := rand.New(rand.NewPCG(seed, seed))
	m, _ := bind.Lookup("np")
	var calls []string
	count := func(f *bind.Func) int {
		n := 0
		for _, p := range f.Params {
			if !p.KwOnly && !p.StarStar {
				n++
			}
		}
		return n
	}
	pick := func() string { return arguments[rng.IntN(len(arguments))] }
	call := func(prefix string, f *bind.Func) {
		for range 12 {
			n := rng.IntN(count(f) + 2)
			if n < 4 && rng.IntN(2) == 0 {
				n = min(count(f), 1+rng.IntN(3))
			}
			args := make([]string, n)
			for i := range args {
				args[i] = pick()
			}
			if rng.IntN(3) == 0 && len(f.Params) > 0 {
				args = append(args, f.Params[rng.IntN(len(f.Params))].Name+"="+pick())
			}
			calls = append(calls, prefix+"("+strings.Join(args, ", ")+")")
		}
	}
	for _, f := range m.Funcs {
		call("np."+f.Name, f)
	}
	for _, sub := range m.Subs {
		for _, f := range sub.Funcs {
			call(sub.Name+"."+f.Name, f)
		}
	}
	for _, c := range m.Classes {
		if c.New != nil {
			call("np."+c.Name, c.New)
		}
		for _, f := range c.Methods {
			switch c.Name {
			case "ndarray":
				call([]string{"A.copy()", "F.copy()", "np.zeros((0, 3))", "np.array(5)"}[rng.IntN(4)]+"."+f.Name, f)
			case "float64", "int64", "complex128":
				call("np."+c.Name+"(2)."+f.Name, f)
			}
		}
	}
	for _, c := range m.Subs {
		for _, cls := range c.Classes {
			for _, f := range cls.Methods {
				if cls.Name == "Generator" {
					call("np.random.default_rng(1)."+f.Name, f)
				}
			}
		}
	}
	for range 3000 { // operators, subscripts and assignments
		x, y := pick(), pick()
		if !strings.ContainsAny(x+y, "ABVMF") && !strings.Contains(x+y, "np.") { // the language's own values are not the matter here
			x = "A"
		}
		op := []string{"+", "-", "*", "/", "//", "%", "**", "@", "<<", "&", "==", "<", ">="}[rng.IntN(13)]
		calls = append(calls, fmt.Sprintf("(%s) %s (%s)", x, op, y), fmt.Sprintf("A[%s, %s]", x, y), fmt.Sprintf("B[%s]", x), fmt.Sprintf("a = A.copy(); a[%s] = %s", x, y),
			fmt.Sprintf("f = F.copy(); f %s= %s", []string{"+", "*", "//", "**", "@"}[rng.IntN(5)], y))
	}
	s := dsl.NewSession()
	setup := "import numpy as np\nnan = np.nan\ninf = np.inf\nA = np.arange(12).reshape(3, 4)\nB = np.arange(24).reshape(2, 3, 4)\nF = np.arange(6.0).reshape(2, 3) / 4\nM = np.eye(3) + 1\nV = np.array([3.0, -1.0, 2.0])"
	if got := run(s, setup); got != "" {
		t.Fatal(got)
	}
	for i, c := range calls {
		start := time.Now()
		watch := time.AfterFunc(20*time.Second, func() { panic("a call hangs: " + c) })
		got := run(s, c)
		watch.Stop()
		if strings.Contains(got, "internal error") || strings.Contains(got, "SystemError") {
			t.Errorf("%s\n  %s", c, got)
		}
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%s took %v", c, d)
		}
		if i%200 == 0 { // undo what the calls may have changed
			run(s, setup+"\nnp.set_printoptions(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr='nan', infstr='inf', sign='-', floatmode='maxprec', formatter=None)")
		}
	}
	t.Logf("%d calls", len(calls))
}

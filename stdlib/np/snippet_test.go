package np_test

import (
	"encoding/json"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"monge/dsl"
)

// TestSnippetsEqualNumPy runs the recorded pieces of programs; see testdata/np/gen.py.
func TestSnippetsEqualNumPy(t *testing.T) {
	text, err := os.ReadFile("../../testdata/np/snippets.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct{ Setup, Code, Out string }
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	setup := cases[0].Setup
	cases = cases[1:]
	if len(cases) < 800 {
		t.Fatalf("only %d snippets", len(cases))
	}
	bad := 0
	for _, c := range cases {
		s := dsl.NewSession()
		if got := run(s, setup); got != "" {
			t.Fatal(got)
		}
		got := run(s, c.Code)
		if got == c.Out || strings.HasPrefix(c.Code, "# approx") && close(got, c.Out) || known[c.Code] != "" {
			continue
		}
		bad++
		t.Errorf("%s\n--- Monge\n%s\n--- NumPy\n%s", c.Code, got, c.Out)
	}
	t.Logf("%d of %d snippets differ", bad, len(cases))
}

// known are snippets in which Monge differs on purpose, with the reason.
var known = map[string]string{
	"np.add(1)":                    "the binding's text for missing arguments",
	"np.zeros()":                   "the binding's text for missing arguments",
	"np.zeros('a')":                "the binding names function and argument",
	"np.array([1, 2], dtype='x9')": "the binding names function and argument",
	"A.nope":                       "class names in messages are short",
	"np.nope":                      "says that Monge does not provide it",
	"np.linalg.nope":               "says that Monge does not provide it",
	"np.array([1, 2]) < 'a'":       "no arrays of strings",
	"np.array([1, 2]) + 'a'":       "no arrays of strings",
	"np.array([1, 2]) + None":      "no arrays of objects",
	"np.mean('abc')":               "no arrays of strings",
	"np.array(10 ** 30)":           "no arrays of objects",
}

var number = regexp.MustCompile(`[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?`)

// close compares texts that may differ in the last digits of numbers.
func close(got, want string) bool {
	squeeze := func(s string) string { return strings.Join(strings.Fields(number.ReplaceAllString(s, "#")), "") }
	if squeeze(got) != squeeze(want) {
		return false
	}
	g, w := number.FindAllString(got, -1), number.FindAllString(want, -1)
	for i := range w {
		x, err1 := strconv.ParseFloat(g[i], 64)
		y, err2 := strconv.ParseFloat(w[i], 64)
		if err1 != nil || err2 != nil || math.Abs(x-y) > 1e-12*math.Abs(y)+1e-14 {
			return false
		}
	}
	return true
}

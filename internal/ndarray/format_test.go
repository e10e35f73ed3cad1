package ndarray

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"
)

type formatCase struct {
	Dtype string
	Shape []int
	Data  []any
	Opt   map[string]any
	Repr  string
	Str   string
}

// array rebuilds the array from the bits of its elements.
func (c *formatCase) array(t *testing.T) *Array {
	t.Helper()
	word := func(i, bits int) uint64 {
		switch v := c.Data[i].(type) {
		case float64:
			return uint64(v)
		case string:
			if n, err := strconv.ParseInt(v, 10, 64); err == nil {
				return uint64(n)
			}
			n, err := strconv.ParseUint(v, 10, bits)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		t.Fatalf("element %v", c.Data[i])
		return 0
	}
	d, err := DtypeByName(c.Dtype)
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(d, c.Shape...)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.size {
		switch d {
		case Bool:
			elems[bool](a)[i] = word(i, 64) != 0
		case Int64:
			elems[int64](a)[i] = int64(word(i, 64))
		case Float32:
			elems[float32](a)[i] = math.Float32frombits(uint32(word(i, 32)))
		case Float64:
			elems[float64](a)[i] = math.Float64frombits(word(i, 64))
		case Complex128:
			elems[complex128](a)[i] = complex(math.Float64frombits(word(2*i, 64)), math.Float64frombits(word(2*i+1, 64)))
		}
	}
	return a
}

func (c *formatCase) options() PrintOptions {
	o := DefaultPrint()
	for k, v := range c.Opt {
		switch k {
		case "precision":
			o.Precision = int(v.(float64))
		case "suppress":
			o.Suppress = v.(bool)
		case "floatmode":
			o.FloatMode = v.(string)
		case "linewidth":
			o.LineWidth = int(v.(float64))
		case "threshold":
			o.Threshold = int(v.(float64))
		case "edgeitems":
			o.EdgeItems = int(v.(float64))
		case "sign":
			o.Sign = v.(string)[0]
		case "nanstr":
			o.NaN = v.(string)
		case "infstr":
			o.Inf = v.(string)
		}
	}
	return o
}

func TestStrAndReprEqualNumPy(t *testing.T) {
	text, err := os.ReadFile("../../testdata/np/format.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []formatCase
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 300 {
		t.Fatalf("only %d cases", len(cases))
	}
	bad := 0
	for i := range cases {
		c := &cases[i]
		a := c.array(t)
		if got := a.Repr(c.options()); got != c.Repr {
			t.Errorf("case %d %v: repr\n got %s\nwant %s", i, c.Opt, got, c.Repr)
			bad++
		}
		if got := a.Str(c.options()); got != c.Str {
			t.Errorf("case %d %v: str\n got %s\nwant %s", i, c.Opt, got, c.Str)
			bad++
		}
		if bad > 10 {
			t.Fatal("too many differences")
		}
	}
}

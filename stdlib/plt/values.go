package plt

import (
	"errors"
	"math"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// values is an array of numbers taken from an argument: an array of np, a list, a range, anything that can be
// iterated. None counts as NaN. names is set instead of v when the argument holds strings.
type values struct {
	v     []float64
	shape []int
	names []string
	whole bool // integers
}

func (d *values) ndim() int { return len(d.shape) }

// column returns column j of a matrix.
func (d *values) column(j int) []float64 {
	rows, cols := d.shape[0], d.shape[1]
	out := make([]float64, rows)
	for i := range out {
		out[i] = d.v[i*cols+j]
	}
	return out
}

func (d *values) grid() figure.Grid {
	return figure.Grid{Rows: d.shape[0], Cols: d.shape[1], V: d.v}
}

// toValues converts any array-like object.
func toValues(t *runtime.Thread, o py.Object) (*values, error) {
	if d, ok, err := fromArray(t, o); ok || err != nil {
		return d, err
	}
	switch x := o.(type) {
	case py.Float:
		return &values{v: []float64{float64(x)}}, nil
	case py.String, py.NoneType:
		return nil, errors.New("must be numbers")
	case *runtime.Dict:
		return nil, errors.New("must be a sequence of numbers, not a dict")
	}
	items, err := runtime.Collect(t, o)
	if err != nil {
		if !runtime.IsException(err, py.TypeError) {
			return nil, err
		}
		f, ferr := runtime.AsFloat(t, o)
		if ferr != nil {
			return nil, errors.New("must be numbers")
		}
		_, whole := o.(py.Int)
		return &values{v: []float64{f}, whole: whole}, nil
	}
	return fromItems(t, items)
}

// fromItems converts the items of a sequence: numbers, strings, or sequences of equal shape.
func fromItems(t *runtime.Thread, items []py.Object) (*values, error) {
	d := &values{shape: []int{len(items)}, whole: true}
	if len(items) == 0 {
		d.v = []float64{}
		return d, nil
	}
	if _, ok := items[0].(py.String); ok {
		for i, it := range items {
			s, ok := it.(py.String)
			if !ok {
				return nil, runtime.TypeErrorf("[%d] = %s: names and numbers are mixed", i, bind.Short(t, it))
			}
			d.names = append(d.names, string(s))
		}
		return d, nil
	}
	d.v = make([]float64, 0, len(items))
	for i, it := range items {
		if i&1023 == 1023 {
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
		switch x := it.(type) {
		case py.Float:
			d.v, d.whole = append(d.v, float64(x)), false
			continue
		case py.Int:
			d.v = append(d.v, float64(x))
			continue
		case py.NoneType:
			d.v, d.whole = append(d.v, math.NaN()), false
			continue
		}
		sub, err := toValues(t, it)
		if err != nil {
			if runtime.IsException(err, py.KeyboardInterrupt) {
				return nil, err
			}
			return nil, runtime.TypeErrorf("[%d] = %s: must be a number", i, bind.Short(t, it))
		}
		if sub.names != nil {
			return nil, runtime.TypeErrorf("[%d]: must be numbers, not strings", i)
		}
		if len(sub.shape) > 0 {
			if i > 0 && !sameShape(d.shape[1:], sub.shape) {
				return nil, runtime.ValueErrorf("[%d]: has another length than [0]: rows must have equal lengths", i)
			}
			if i == 0 {
				d.shape = append(d.shape, sub.shape...)
			}
		} else if len(d.shape) > 1 {
			return nil, runtime.ValueErrorf("[%d]: has another length than [0]: rows must have equal lengths", i)
		}
		d.whole = d.whole && sub.whole
		d.v = append(d.v, sub.v...)
	}
	return d, nil
}

func sameShape(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Types of arguments.
var (
	// arrayT is any array of numbers or strings.
	arrayT = bind.Type{Name: "array_like", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		return wrap(toValues(t, o))
	}}
	// vectorT is one-dimensional; a number is a vector of one.
	vectorT = bind.Type{Name: "array_like, 1-D", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		d, err := toValues(t, o)
		if err != nil {
			return nil, err
		}
		if d.ndim() == 0 {
			d.shape = []int{1}
		}
		if d.ndim() == 2 && (d.shape[0] == 1 || d.shape[1] == 1) {
			d.shape = []int{len(d.v)}
		}
		if d.ndim() != 1 {
			return nil, errors.New("must be one-dimensional")
		}
		return d, nil
	}}
	// numbersT is a number or one-dimensional, of any shape flattened.
	numbersT = bind.Type{Name: "number or array_like", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		d, err := toValues(t, o)
		if err != nil {
			return nil, err
		}
		if d.names != nil {
			return nil, errors.New("must be numbers")
		}
		return d, nil
	}}
	pairT = bind.Type{Name: "(float, float)", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		items, err := runtime.Collect(t, o)
		if err != nil || len(items) != 2 {
			return nil, errors.New("must be a pair of numbers")
		}
		var p [2]float64
		for i, it := range items {
			if it == py.None {
				p[i] = math.NaN()
				continue
			}
			if p[i], err = runtime.AsFloat(t, it); err != nil {
				return nil, errors.New("must be a pair of numbers")
			}
		}
		return p, nil
	}}
	// sizeT is a text size in points or by name.
	sizeT = bind.Type{Name: "float or str", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if s, ok := o.(py.String); ok {
			k, ok := sizeNames[string(s)]
			if !ok {
				return nil, runtime.ValueErrorf("%s: sizes by name are xx-small, x-small, small, medium, large, x-large, xx-large", bind.Short(t, o))
			}
			return k * 10, nil
		}
		f, err := runtime.AsFloat(t, o)
		if err != nil || !(f > 0) || f > 1000 {
			return nil, errors.New("must be a positive number of points or a name such as 'large'")
		}
		return f, nil
	}}
	// labelT is anything, shown by its str().
	labelT = bind.Type{Name: "str", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		return runtime.Str(t, o)
	}}
	// labelsT is a label or a sequence of them.
	labelsT = bind.Type{Name: "str or list of str", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		return toLabels(t, o)
	}}
	boolsT = bind.Type{Name: "array_like of bool", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		d, err := toValues(t, o)
		if err != nil || d.names != nil {
			return nil, errors.New("must be a sequence of True and False")
		}
		b := make([]bool, len(d.v))
		for i, v := range d.v {
			b[i] = v != 0
		}
		return b, nil
	}}
	// weightT is 'bold', 'normal' or a number from 100 to 900.
	weightT = bind.Type{Name: "str or int", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if n, err := runtime.AsFloat(t, o); err == nil {
			if n >= 600 {
				return "bold", nil
			}
			return "normal", nil
		}
		switch s, _ := o.(py.String); s {
		case "bold", "semibold", "demibold", "demi", "heavy", "black", "extra bold":
			return "bold", nil
		case "normal", "regular", "light", "medium", "book", "roman":
			return "normal", nil
		}
		return nil, errors.New("must be 'bold' or 'normal'")
	}}
)

var sizeNames = map[string]float64{
	"xx-small": 0.58, "x-small": 0.69, "small": 0.83, "medium": 1, "large": 1.2, "x-large": 1.44, "xx-large": 1.73,
}

func wrap(d *values, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}

func toLabels(t *runtime.Thread, o py.Object) ([]string, error) {
	if s, ok := o.(py.String); ok {
		return []string{string(s)}, nil
	}
	items, err := runtime.Collect(t, o)
	if err != nil {
		s, err := runtime.Str(t, o)
		return []string{s}, err
	}
	out := make([]string, len(items))
	for i, it := range items {
		if out[i], err = runtime.Str(t, it); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// vec returns the numbers of an argument, nil when it is absent.
func vec(c *bind.Call, name string) []float64 {
	if d := bind.Get[*values](c, name); d != nil {
		return d.v
	}
	return nil
}

// places returns the numbers of an argument, names as places on a categorical axis.
func places(c *bind.Call, name string, axis *figure.Axis) []float64 {
	return onAxis(bind.Get[*values](c, name), axis)
}

func onAxis(d *values, axis *figure.Axis) []float64 {
	if d == nil {
		return nil
	}
	if d.names == nil {
		return d.v
	}
	out := make([]float64, len(d.names))
	for i, s := range d.names {
		out[i] = axis.Category(s)
	}
	return out
}

// number returns a number given by the first of several names of the same argument.
func number(c *bind.Call, names ...string) (float64, bool) {
	for _, n := range names {
		if c.Has(n) {
			return c.Float(n), true
		}
	}
	return 0, false
}

// either returns the one of two names of an argument that was given, "" for none.
func either(c *bind.Call, names ...string) (string, error) {
	found := ""
	for _, n := range names {
		if !c.Has(n) {
			continue
		}
		if found != "" {
			return "", runtime.TypeErrorf("%s() got both '%s' and '%s', which mean the same", c.Func.Name, found, n)
		}
		found = n
	}
	return found, nil
}

// arange is 0, 1, ..., n-1.
func arange(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(i)
	}
	return out
}

// refuse makes a ValueError of an error of package figure; both name the function.
func refuse(c *bind.Call, err error) error {
	if err == nil {
		return nil
	}
	if _, ok := err.(*runtime.Exception); ok {
		return err
	}
	s := strings.TrimPrefix(err.Error(), "figure: ")
	s = strings.TrimPrefix(s, c.Func.Name+": ")
	return c.Errorf("%s", s)
}

func str(s string) py.Object { return py.String(s) }

func list(items ...py.Object) py.Object { return py.NewListFromItems(items) }

func floats(vs []float64) []py.Object {
	out := make([]py.Object, len(vs))
	for i, v := range vs {
		out[i] = py.Float(v)
	}
	return out
}

package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

var printParams = []bind.Param{
	{Name: "precision", Type: bind.Natural, Default: "None", Help: "digits after the point"},
	{Name: "threshold", Type: bind.Float, Default: "None", Help: "more elements are summarised"},
	{Name: "edgeitems", Type: bind.Natural, Default: "None", Help: "items at each edge of a summary"},
	{Name: "linewidth", Type: bind.Natural, Default: "None", Help: "longest line"},
	{Name: "suppress", Type: bind.Bool, Default: "None", Help: "no exponents for small numbers"},
	{Name: "nanstr", Type: bind.Str, Default: "None", Help: "text of NaN"},
	{Name: "infstr", Type: bind.Str, Default: "None", Help: "text of infinity"},
	{Name: "formatter", Default: "None", Help: "dict of functions that write elements, by 'float', 'int', 'bool', 'all', ..."},
	{Name: "sign", Type: bind.OneOf("-", "+", " "), Default: "None", Help: "sign of positive numbers"},
	{Name: "floatmode", Type: bind.OneOf("maxprec", "fixed", "unique", "maxprec_equal"), Default: "None", Help: "how precision is used"},
}

// printArgs overlays the print options that a call gives.
func printArgs(c *bind.Call, o ndarray.PrintOptions) (ndarray.PrintOptions, error) {
	if has(c, "precision") {
		o.Precision = c.Int("precision")
	}
	if has(c, "threshold") {
		switch v := c.Value("threshold").(type) {
		case int:
			o.Threshold = v
		case float64:
			if v != v {
				return o, runtime.ValueErrorf("threshold must be non-NAN, try sys.maxsize for untruncated representation")
			}
			o.Threshold = int(min(v, 1<<62))
		}
	}
	if has(c, "edgeitems") {
		o.EdgeItems = c.Int("edgeitems")
	}
	for _, n := range []string{"linewidth", "max_line_width"} {
		if has(c, n) {
			o.LineWidth = c.Int(n)
		}
	}
	for _, n := range []string{"suppress", "suppress_small"} {
		if has(c, n) {
			o.Suppress = c.Bool(n)
		}
	}
	if has(c, "nanstr") {
		o.NaN = c.Str("nanstr")
	}
	if has(c, "infstr") {
		o.Inf = c.Str("infstr")
	}
	if has(c, "sign") {
		o.Sign = c.Str("sign")[0]
	}
	if has(c, "floatmode") {
		o.FloatMode = c.Str("floatmode")
	}
	if has(c, "formatter") && c.Obj("formatter") != py.None {
		d, ok := c.Obj("formatter").(*runtime.Dict)
		if !ok {
			return o, runtime.TypeErrorf("formatter must be a dict of functions")
		}
		o.Format = elementFormatter(c.Thread, d)
	}
	return o, nil
}

// elementFormatter writes elements through functions of the language; one that fails falls back to str.
func elementFormatter(t *runtime.Thread, d *runtime.Dict) func(any) string {
	return func(e any) string {
		var names []string
		switch e.(type) {
		case bool:
			names = []string{"bool", "all"}
		case int64:
			names = []string{"int", "int_kind", "all"}
		case complex128:
			names = []string{"complexfloat", "complex_kind", "all"}
		default:
			names = []string{"float", "float_kind", "all"}
		}
		for _, n := range names {
			if fn, ok := d.GetStr(n); ok {
				if v, err := runtime.Call(t, fn, []py.Object{scalarOf(e)}, nil); err == nil {
					if s, err := runtime.Str(t, v); err == nil {
						return s
					}
				}
			}
		}
		return ndarray.FormatScalar(e)
	}
}

var errParams = []bind.Param{
	{Name: "all", Type: errMode, Default: "None", Help: "for all of them"},
	{Name: "divide", Type: errMode, Default: "None", Help: "division by zero"},
	{Name: "over", Type: errMode, Default: "None", Help: "overflow"},
	{Name: "under", Type: errMode, Default: "None", Help: "underflow"},
	{Name: "invalid", Type: errMode, Default: "None", Help: "invalid values such as 0 / 0"},
}

var errMode = bind.OneOf("ignore", "warn", "raise", "call", "print", "log")

func setErr(c *bind.Call) {
	s := stateOf(c.Thread)
	for k := range s.err {
		if c.Has("all") {
			s.err[k] = c.Str("all")
		}
		if c.Has(k) {
			s.err[k] = c.Str(k)
		}
	}
}

func errDict(t *runtime.Thread) *runtime.Dict {
	d := runtime.NewDict()
	s := stateOf(t)
	for _, k := range []string{"divide", "over", "under", "invalid"} {
		d.SetStr(k, py.String(s.err[k]))
	}
	return d
}

// scope is a context manager that puts settings back: numpy.errstate and numpy.printoptions.
type scope struct {
	class       *bind.Class
	enter, exit func(t *runtime.Thread)
}

func (s *scope) Type() *py.Type { return s.class.Type() }

var scopeMethods = func() []*bind.Func {
	return []*bind.Func{
		{Name: "__enter__", Doc: "Applies the settings.", Returns: "self", Fn: func(c *bind.Call) (py.Object, error) {
			c.Self.(*scope).enter(c.Thread)
			return c.Self, nil
		}},
		{Name: "__exit__", Doc: "Puts the old settings back.", Returns: "False", Params: []bind.Param{{Name: "exc", Star: true, Help: "the exception, if any"}}, Fn: func(c *bind.Call) (py.Object, error) {
			c.Self.(*scope).exit(c.Thread)
			return py.False, nil
		}},
	}
}

var errstateClass = &bind.Class{
	Name: "errstate", Module: "numpy",
	Doc:     "Context manager: other reactions to floating-point exceptions inside.",
	Example: ">>> with np.errstate(divide='ignore'):\n...     print(np.array([1.0]) / 0)\n[inf]",
	Methods: scopeMethods(),
	New: &bind.Func{Name: "errstate", Doc: "Other reactions to floating-point exceptions inside a with statement.", Returns: "context manager", Params: errParams,
		Fn: func(c *bind.Call) (py.Object, error) {
			set := map[string]string{}
			for _, k := range []string{"divide", "over", "under", "invalid"} {
				if c.Has("all") {
					set[k] = c.Str("all")
				}
				if c.Has(k) {
					set[k] = c.Str(k)
				}
			}
			return newScope("errstate", func(s *state) {
				fresh := map[string]string{}
				for k, v := range s.err {
					fresh[k] = v
				}
				for k, v := range set {
					fresh[k] = v
				}
				s.err = fresh
			}), nil
		}},
}

var printoptionsClass = &bind.Class{
	Name: "printoptions", Module: "numpy",
	Doc:     "Context manager: other print options inside.",
	Example: ">>> with np.printoptions(precision=2):\n...     print(np.array([1 / 3]))\n[0.33]",
	Methods: scopeMethods(),
	New: &bind.Func{Name: "printoptions", Doc: "Other print options inside a with statement.", Returns: "context manager", Params: printParams,
		Fn: func(c *bind.Call) (py.Object, error) {
			if _, err := printArgs(c, ndarray.DefaultPrint()); err != nil {
				return nil, err
			}
			call := *c
			return newScope("printoptions", func(s *state) {
				if o, err := printArgs(&call, s.print); err == nil {
					s.print = o
				}
			}), nil
		}},
}

var scopeClasses map[string]*bind.Class

func init() {
	scopeClasses = map[string]*bind.Class{"errstate": errstateClass, "printoptions": printoptionsClass}
}

// newScope saves the settings on entry, changes them, and restores them on exit.
func newScope(class string, change func(s *state)) *scope {
	var saved []state
	return &scope{
		class: scopeClasses[class],
		enter: func(t *runtime.Thread) {
			s := stateOf(t)
			saved = append(saved, *s)
			change(s)
		},
		exit: func(t *runtime.Thread) {
			if n := len(saved); n > 0 {
				s := stateOf(t)
				s.err, s.print = saved[n-1].err, saved[n-1].print
				saved = saved[:n-1]
			}
		},
	}
}

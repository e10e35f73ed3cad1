package bind

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Call holds the parsed arguments of one call. The typed accessors name a declared parameter and panic on a name that
// is not declared or has another Go type: both are errors of the declaration, found by its example.
type Call struct {
	Thread *runtime.Thread
	Func   *Func
	// Self is the receiver of a method.
	Self py.Object
	// Rest holds the arguments taken by a Star parameter, Kw those taken by a StarStar parameter.
	Rest []py.Object
	Kw   runtime.Kwargs

	vals  []any
	given uint64 // bit i: argument i was passed
	buf   [12]any
}

// parse distributes args and kw over the parameters, with CPython's error texts.
func (c *Call) parse(args []py.Object, kw runtime.Kwargs) error {
	ps := c.Func.Params
	if len(ps) <= len(c.buf) {
		c.vals = c.buf[:len(ps)]
	} else {
		c.vals = make([]any, len(ps))
	}
	copy(c.vals, c.Func.defs)
	n := 0 // positional arguments used
	starStar := false
	positional := 0
	for i := range ps {
		switch p := &ps[i]; {
		case p.Star:
			if n < len(args) {
				c.Rest = append([]py.Object(nil), args[n:]...)
				n = len(args)
			}
		case p.StarStar:
			starStar = true
		case p.KwOnly:
		default:
			positional++
			if n < len(args) {
				if err := c.set(i, args[n]); err != nil {
					return err
				}
				n++
			}
		}
	}
	if n < len(args) {
		required := 0
		for _, p := range ps {
			if !p.KwOnly && !p.Star && !p.StarStar && p.Default == "" {
				required++
			}
		}
		takes := fmt.Sprint(positional)
		if required != positional {
			takes = fmt.Sprintf("from %d to %d", required, positional)
		}
		return runtime.TypeErrorf("%s() takes %s positional argument%s but %d %s given", c.Func.Name, takes,
			plural(positional), len(args), was(len(args)))
	}
	for _, k := range kw {
		i, ok := c.Func.slots[k.Name]
		if ok && (ps[i].PosOnly || ps[i].Star || ps[i].StarStar) {
			ok = false
		}
		if !ok {
			if starStar {
				c.Kw = append(c.Kw, k)
				continue
			}
			return runtime.TypeErrorf("%s() got an unexpected keyword argument '%s'%s", c.Func.Name, k.Name, c.suggest(k.Name))
		}
		if c.given&(1<<i) != 0 {
			return runtime.TypeErrorf("%s() got multiple values for argument '%s'", c.Func.Name, k.Name)
		}
		if err := c.set(i, k.Value); err != nil {
			return err
		}
	}
	var missing []string
	for i, p := range ps {
		if p.Default == "" && !p.Star && !p.StarStar && c.given&(1<<i) == 0 {
			missing = append(missing, "'"+p.Name+"'")
		}
	}
	if len(missing) > 0 {
		return runtime.TypeErrorf("%s() missing %d required argument%s: %s", c.Func.Name, len(missing),
			plural(len(missing)), join(missing))
	}
	return nil
}

// set converts and stores argument i.
func (c *Call) set(i int, o py.Object) error {
	p := &c.Func.Params[i]
	c.given |= 1 << i
	if o == py.None && p.Default == "None" {
		c.vals[i] = nil
		return nil
	}
	v, err := p.Type.convert(c.Thread, o)
	if err != nil {
		return c.blame(p, o, err)
	}
	c.vals[i] = v
	return nil
}

// blame prefixes a conversion error with function, argument and value.
func (c *Call) blame(p *Param, o py.Object, err error) error {
	cls := py.TypeError
	if e, ok := err.(*runtime.Exception); ok {
		if !runtime.IsSubclass(e.Type(), py.TypeError) && !runtime.IsSubclass(e.Type(), py.ValueError) {
			return err
		}
		cls = e.Type()
		return runtime.Errorf(cls, "%s: %s%s", c.Func.QualName(), p.Name, glue(message(c.Thread, e)))
	}
	return runtime.Errorf(cls, "%s: %s = %s: %s", c.Func.QualName(), p.Name, Short(c.Thread, o), err)
}

func (c *Call) suggest(name string) string {
	best, dist := "", 3
	for _, p := range c.Func.Params {
		if p.Star || p.StarStar || p.PosOnly {
			continue
		}
		if d := editDistance(name, p.Name); d < dist {
			best, dist = p.Name, d
		}
	}
	if best == "" {
		return ""
	}
	return ". Did you mean '" + best + "'?"
}

// Has reports whether the argument holds a value: passed, or from a default, and not None.
func (c *Call) Has(name string) bool { return c.vals[c.slot(name)] != nil }

// Given reports whether the caller passed the argument, even if None.
func (c *Call) Given(name string) bool { return c.given&(1<<c.slot(name)) != 0 }

// Value returns the converted argument, nil when absent.
func (c *Call) Value(name string) any { return c.vals[c.slot(name)] }

// Obj returns an argument of type Any, None when absent.
func (c *Call) Obj(name string) py.Object {
	if o, ok := c.Value(name).(py.Object); ok {
		return o
	}
	return py.None
}

// Int, Float, Bool, Str return the argument or the zero value when it is absent.
func (c *Call) Int(name string) int       { return get[int](c, name) }
func (c *Call) Float(name string) float64 { return get[float64](c, name) }
func (c *Call) Bool(name string) bool     { return get[bool](c, name) }
func (c *Call) Str(name string) string    { return get[string](c, name) }

// Get returns the argument as the Go type that its Type converts to, the zero value when absent.
func Get[T any](c *Call, name string) T { return get[T](c, name) }

func get[T any](c *Call, name string) T {
	var zero T
	v := c.Value(name)
	if v == nil {
		return zero
	}
	x, ok := v.(T)
	if !ok {
		panic(fmt.Sprintf("bind: %s: argument %s is %T, not %T", c.Func.QualName(), name, v, zero))
	}
	return x
}

func (c *Call) slot(name string) int {
	for i := range c.Func.Params {
		if c.Func.Params[i].Name == name {
			return i
		}
	}
	panic("bind: " + c.Func.QualName() + " declares no parameter " + name)
}

// Errorf returns a ValueError that begins with the function's name: "ot.solve: b[17] = -0.2: ...".
func (c *Call) Errorf(format string, args ...any) error {
	return runtime.ValueErrorf("%s: %s", c.Func.QualName(), fmt.Sprintf(format, args...))
}

// Short is repr(o) cut to a length fit for an error text.
func Short(t *runtime.Thread, o py.Object) string {
	s, err := runtime.Repr(t, o)
	if err != nil {
		s = "<" + o.Type().Name + ">"
	}
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:57]) + "..."
	}
	return s
}

func logPanic(name string, r any, stack []byte) {
	slog.Error("panic in a bound function", "function", name, "panic", fmt.Sprint(r), "stack", string(stack))
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func was(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

func join(names []string) string {
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

// editDistance is Levenshtein's.
func editDistance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := prev[0]
		prev[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = prev[j]
			prev[j] = min(cost, prev[j]+1, prev[j-1]+1)
		}
	}
	return prev[len(b)]
}

// glue joins a conversion message to the argument's name: an element's "[3] = ..." directly, a value with " = ".
func glue(msg string) string {
	if end := strings.IndexByte(msg, ']'); end > 0 && msg[0] == '[' {
		if rest := msg[end+1:]; strings.HasPrefix(rest, " = ") || strings.HasPrefix(rest, "[") {
			return msg
		}
	}
	return " = " + msg
}

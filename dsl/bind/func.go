package bind

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Func declares one function or method.
type Func struct {
	Name   string
	Params []Param
	// Returns is "type: what it is"; several results are lines.
	Returns string
	// Doc: the first line is the summary; paragraphs after a blank line follow in the reference.
	Doc string
	// Example is a doctest: lines ">>> code" and "... code", each followed by its output. Tests run it.
	Example string
	// Raises lists "ErrorClass: when" lines, Source the paper or book and equation. Both optional.
	Raises, Source string
	// SeeAlso lists names of related functions. Optional.
	SeeAlso []string
	Fn      func(c *Call) (py.Object, error)

	prefix string // "ot." or "ndarray.", set on registration
	once   sync.Once
	defs   []any // converted defaults
	slots  map[string]int
}

// Param declares one parameter.
type Param struct {
	Name string
	// Type converts and checks the argument; the zero Type is Any.
	Type Type
	// Default is the default's text in the language ("None", "1e-9", "'auto'"). Empty: the parameter is required.
	// A default of None makes None an accepted argument that reads as absent (Call.Has is false).
	Default string
	// KwOnly: after '*'. PosOnly: before '/'.
	KwOnly, PosOnly bool
	// Star takes all further positional arguments (Call.Rest), StarStar all further keywords (Call.Kw).
	Star, StarStar bool
	Help           string
}

// QualName is the name with its module or class: "ot.solve".
func (f *Func) QualName() string { return f.prefix + f.Name }

// Signature is "(a, b=1, *, tol=1e-9)".
func (f *Func) Signature() string {
	var b strings.Builder
	b.WriteByte('(')
	sep := ""
	star, posOnly := false, false
	for _, p := range f.Params {
		if posOnly && !p.PosOnly {
			b.WriteString(sep + "/")
			sep = ", "
		}
		posOnly = p.PosOnly
		if p.Star {
			star = true
		}
		if p.KwOnly && !star {
			b.WriteString(sep + "*")
			sep, star = ", ", true
		}
		b.WriteString(sep)
		sep = ", "
		switch {
		case p.Star:
			b.WriteString("*" + p.Name)
		case p.StarStar:
			b.WriteString("**" + p.Name)
		case p.Default != "":
			b.WriteString(p.Name + "=" + p.Default)
		default:
			b.WriteString(p.Name)
		}
	}
	if posOnly {
		b.WriteString(sep + "/")
	}
	b.WriteByte(')')
	return b.String()
}

// prepare converts the defaults once.
func (f *Func) prepare() {
	f.once.Do(func() {
		f.defs = make([]any, len(f.Params))
		f.slots = make(map[string]int, len(f.Params))
		for i, p := range f.Params {
			f.slots[p.Name] = i
			if p.Default == "" || p.Default == "None" || p.Star || p.StarStar {
				continue
			}
			o, err := parseLiteral(p.Default)
			if err != nil {
				continue // documentation only, such as "float64": reads as absent
			}
			v, err := p.Type.convert(nil, o)
			if err != nil {
				panic(fmt.Sprintf("bind: %s: default %s of %s: %v", f.QualName(), p.Default, p.Name, err))
			}
			f.defs[i] = v
		}
	})
}

// invoke parses the arguments, calls Fn and turns a panic into an exception.
func (f *Func) invoke(t *runtime.Thread, self py.Object, args []py.Object, kw runtime.Kwargs) (res py.Object, err error) {
	f.prepare()
	var c Call
	c.Thread, c.Func, c.Self = t, f, self
	if err := c.parse(args, kw); err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil {
			logPanic(f.QualName(), r, debug.Stack())
			res, err = nil, runtime.Errorf(py.SystemError, "internal error in %s: %v", f.QualName(), r)
		}
	}()
	res, err = f.Fn(&c)
	switch {
	case err == nil && res == nil:
		res = py.None
	case errors.Is(err, context.Canceled):
		t.ClearInterrupt() // this error is the interrupt
	}
	return res, err
}

// Native makes the function callable from the language.
func (f *Func) Native() *runtime.Native {
	n := runtime.NewNative(f.Name, "", func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
		return f.invoke(t, nil, args, kw)
	})
	n.Sig = f
	return n
}

// method makes the function a method: the first argument is the receiver.
func (f *Func) method() *runtime.Native {
	n := runtime.NewNative(f.Name, "", func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, runtime.TypeErrorf("unbound method %s() needs an argument", f.QualName())
		}
		return f.invoke(t, args[0], args[1:], kw)
	})
	n.Sig = f
	return n
}

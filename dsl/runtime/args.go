package runtime

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// argSpec is the parameter list of a builtin, written like "a, b=, /, c=, *, d=": a name ending in "=" is optional and
// arrives as nil when absent; parameters before "/" are positional only, those after "*" keyword only; "*args"
// collects the rest of the positional ones and must come last.
type argSpec struct {
	fname    string
	names    []string
	required []bool
	posOnly  int
	maxPos   int
	minPos   int
	variadic bool
}

func parseArgSpec(fname, text string) *argSpec {
	s := &argSpec{fname: fname, maxPos: -1}
	if text = strings.TrimSpace(text); text != "" {
		for _, p := range strings.Split(text, ",") {
			p = strings.TrimSpace(p)
			switch {
			case p == "/":
				s.posOnly = len(s.names)
			case p == "*":
				s.maxPos = len(s.names)
			case strings.HasPrefix(p, "*"):
				s.variadic = true
				s.maxPos = len(s.names)
			default:
				name, optional := strings.CutSuffix(p, "=")
				s.names = append(s.names, name)
				s.required = append(s.required, !optional)
			}
		}
	}
	if s.maxPos < 0 {
		s.maxPos = len(s.names)
	}
	for i, r := range s.required {
		if r && i < s.maxPos {
			s.minPos++
		}
	}
	return s
}

// shortName drops the class in front of a method's name.
func shortName(fname string) string { return fname[strings.LastIndexByte(fname, '.')+1:] }

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// bind sorts the arguments of a call by parameter. The result may share args.
func (s *argSpec) bind(args []py.Object, kw Kwargs) ([]py.Object, error) {
	if len(kw) == 0 && len(args) == len(s.names) && s.maxPos == len(s.names) {
		return args, nil
	}
	if len(args) > s.maxPos && !s.variadic {
		return nil, s.tooMany(len(args), len(kw))
	}
	out := make([]py.Object, len(s.names), max(len(s.names), len(args)))
	n := copy(out, args[:min(len(args), s.maxPos)])
	if s.variadic && len(args) > n {
		out = append(out, args[n:]...)
	}
	for _, k := range kw {
		at := -1
		for i := s.posOnly; i < len(s.names); i++ {
			if s.names[i] == k.Name {
				at = i
			}
		}
		if at < 0 {
			if s.posOnly == len(s.names) {
				return nil, TypeErrorf("%s() takes no keyword arguments", s.fname)
			}
			return nil, TypeErrorf("'%s' is an invalid keyword argument for %s()", k.Name, shortName(s.fname))
		}
		if out[at] != nil {
			return nil, TypeErrorf("argument for %s() given by name ('%s') and position (%d)", s.fname, k.Name, at+1)
		}
		out[at] = k.Value
	}
	for i, r := range s.required {
		if r && out[i] == nil {
			return nil, s.missing(len(args), i)
		}
	}
	return out, nil
}

func (s *argSpec) tooMany(got, kws int) error {
	if s.posOnly >= s.maxPos {
		short := shortName(s.fname)
		switch {
		case s.maxPos == 0 && len(s.names) > 0:
			return TypeErrorf("%s() takes no positional arguments", short)
		case s.maxPos == 0:
			return TypeErrorf("%s() takes no arguments (%d given)", s.fname, got)
		case s.maxPos == 1 && s.minPos == 1:
			return TypeErrorf("%s() takes exactly one argument (%d given)", s.fname, got)
		case s.minPos == s.maxPos:
			return TypeErrorf("%s expected %d argument%s, got %d", short, s.maxPos, plural(s.maxPos), got)
		}
		return TypeErrorf("%s expected at most %d argument%s, got %d", short, s.maxPos, plural(s.maxPos), got)
	}
	short := shortName(s.fname)
	how := "at most"
	if s.minPos == s.maxPos {
		how = "exactly"
	}
	if s.maxPos < len(s.names) {
		return TypeErrorf("%s() takes %s %d positional argument%s (%d given)", short, how, s.maxPos, plural(s.maxPos), got)
	}
	return TypeErrorf("%s() takes %s %d argument%s (%d given)", short, how, s.maxPos, plural(s.maxPos), got+kws)
}

func (s *argSpec) missing(got, i int) error {
	short := shortName(s.fname)
	if i < s.posOnly {
		switch {
		case len(s.names) > s.posOnly:
			how := "at least"
			if s.minPos == s.maxPos {
				how = "exactly"
			}
			return TypeErrorf("%s() takes %s %d positional argument%s (%d given)", short, how, s.minPos, plural(s.minPos), got)
		case s.maxPos == 1 && s.minPos == 1 && len(s.names) == 1 && !s.variadic:
			return TypeErrorf("%s() takes exactly one argument (%d given)", s.fname, got)
		case s.minPos == s.maxPos && !s.variadic:
			return TypeErrorf("%s expected %d argument%s, got %d", short, s.minPos, plural(s.minPos), got)
		}
		return TypeErrorf("%s expected at least %d argument%s, got %d", short, s.minPos, plural(s.minPos), got)
	}
	if i >= s.maxPos {
		return TypeErrorf("%s() missing required keyword-only argument: '%s'", short, s.names[i])
	}
	return TypeErrorf("%s() missing required argument '%s' (pos %d)", short, s.names[i], i+1)
}

// BindArgs sorts the arguments of a call by a parameter list written as for argSpec; module packages use it through
// Func.
func BindArgs(fname, spec string) func(args []py.Object, kw Kwargs) ([]py.Object, error) {
	return parseArgSpec(fname, spec).bind
}

// Func makes a native whose arguments are sorted by a parameter list such as "x, base=, /, *, key=": a name ending in
// "=" is optional and arrives as nil when absent. Positional arguments beyond a "*rest" follow the named ones.
func Func(name, spec, doc string, fn func(t *Thread, a []py.Object) (py.Object, error)) *Native {
	s := parseArgSpec(name, spec)
	return NewNative(name, doc, func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		a, err := s.bind(args, kw)
		if err != nil {
			return nil, err
		}
		return fn(t, a)
	})
}

// TypeMethod adds a method to a Go-defined class. S is the Go type of self; an instance of a derived class of the
// language is accepted for the value it carries.
func TypeMethod[S py.Object](typ *py.Type, name, spec, doc string, fn func(t *Thread, self S, a []py.Object) (py.Object, error)) {
	// Class names with a module in front ("collections.deque") are shown without it.
	short := typ.Name
	if i := strings.LastIndexByte(short, '.'); i >= 0 {
		short = short[i+1:]
	}
	s := parseArgSpec(short+"."+name, spec)
	n := NewMethod(name, doc, func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, TypeErrorf("unbound method %s.%s() needs an argument", short, name)
		}
		self, ok := args[0].(S)
		if !ok {
			if self, ok = Payload(args[0]).(S); !ok {
				return nil, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, typ.Name, typeName(args[0]))
			}
		}
		a, err := s.bind(args[1:], kw)
		if err != nil {
			return nil, err
		}
		return fn(t, self, a)
	})
	n.Qualname = short + "." + name
	typ.Dict[name] = n
}

// TypeGetter adds a read-only attribute to a Go-defined class.
func TypeGetter[S py.Object](typ *py.Type, name, doc string, get func(self S) py.Object) {
	typ.Dict[name] = &GetSet{Name: name, Doc: doc, Get: func(t *Thread, o py.Object) (py.Object, error) {
		self, ok := o.(S)
		if !ok {
			if self, ok = Payload(o).(S); !ok {
				return nil, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, typ.Name, typeName(o))
			}
		}
		return get(self), nil
	}}
}

// TypeNew sets the constructor of a Go-defined class. fn gets the class that was called, which may derive from typ;
// the value it returns is put into an instance of that class when the class is one of the language.
func TypeNew(typ *py.Type, spec, doc string, fn func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error)) {
	short := typ.Name
	if i := strings.LastIndexByte(short, '.'); i >= 0 {
		short = short[i+1:]
	}
	s := parseArgSpec(short, spec)
	typ.Dict["__new__"] = NewNative("__new__", doc, func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		cls, err := newTarget(typ, args)
		if err != nil {
			return nil, err
		}
		rest := args[1:]
		if cls != typ {
			// A derived class may have an __init__ with parameters of its own; what this constructor does not know is left to it.
			if init := LookupType(cls, "__init__"); init != nil && !isObjectDefault(init, "__init__") {
				if len(rest) > s.maxPos && !s.variadic {
					rest = rest[:s.maxPos]
				}
				kw = s.known(kw)
			}
		}
		a, err := s.bind(rest, kw)
		if err != nil {
			return nil, err
		}
		v, err := fn(t, cls, a)
		if err != nil {
			return nil, err
		}
		return wrapNew(cls, v), nil
	})
}

// known drops keyword arguments that the spec does not have.
func (s *argSpec) known(kw Kwargs) Kwargs {
	var out Kwargs
	for _, k := range kw {
		for i := s.posOnly; i < len(s.names); i++ {
			if s.names[i] == k.Name {
				out = append(out, k)
			}
		}
	}
	return out
}

// newTarget is the class that a __new__ was called for.
func newTarget(typ *py.Type, args []py.Object) (*py.Type, error) {
	if len(args) == 0 {
		return nil, TypeErrorf("%s.__new__(): not enough arguments", typ.Name)
	}
	cls, ok := args[0].(*py.Type)
	if !ok {
		return nil, TypeErrorf("%s.__new__(X): X is not a type object (%s)", typ.Name, typeName(args[0]))
	}
	if !IsSubclass(cls, typ) {
		return nil, TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", typ.Name, cls.Name, cls.Name, typ.Name)
	}
	return cls, nil
}

// wrapNew puts a fresh value into an instance when cls is a class of the language.
func wrapNew(cls *py.Type, v py.Object) py.Object {
	if !IsUserClass(cls) || v.Type() == cls {
		return v
	}
	in := NewInstance(cls)
	in.Value = v
	return in
}

// None is the value of functions that return nothing.
var None py.Object = py.None

// WrapNew gives the value of a Go-made class's __new__ for class cls: the value itself, or an instance that carries it
// when cls is a class of the language.
func WrapNew(cls *py.Type, v py.Object) py.Object { return wrapNew(cls, v) }

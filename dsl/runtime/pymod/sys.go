package pymod

import (
	"math"
	"os"
	goruntime "runtime"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

var (
	versionInfo = newStructSeq("sys", "version_info", "The version of the language in parts.", "major", "minor", "micro", "releaselevel", "serial")
	floatInfo   = newStructSeq("sys", "float_info", "What a float can hold.", "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")
	intInfo     = newStructSeq("sys", "int_info", "How ints are stored.", "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")
	hashInfo    = newStructSeq("sys", "hash_info", "How hashes of numbers are computed.", "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")
)

// stdin is sys.stdin: it asks the front for lines.
type stdin struct{ eof bool }

var stdinType = newType("_io", "TextIOWrapper", "", nil)

func (s *stdin) Type() *py.Type { return stdinType }

// Next is the next line; the end of input ends the iteration.
func (s *stdin) Next(t *thread) (object, error) {
	v, err := s.readline(t)
	if err != nil || v == "" {
		return nil, err
	}
	return str(v), nil
}

func (s *stdin) readline(t *thread) (string, error) {
	input, ok := t.Builtins.GetStr("input")
	if !ok || s.eof {
		return "", nil
	}
	v, err := runtime.Call(t, input, nil, nil)
	if err != nil {
		if runtime.IsException(err, py.EOFError) {
			s.eof = true
			return "", nil
		}
		return "", err
	}
	line, err := runtime.AsString(t, v)
	return line + "\n", err
}

func init() {
	stdinType.Dict["__next__"] = runtime.NewMethod("__next__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		v, err := args[0].(*stdin).Next(t)
		if v == nil && err == nil {
			return nil, runtime.NewException(py.StopIteration)
		}
		return v, err
	})
	runtime.TypeMethod(stdinType, "readline", "size=, /", "Read one line.", func(t *thread, s *stdin, a []object) (object, error) {
		line, err := s.readline(t)
		return str(line), err
	})
	runtime.TypeMethod(stdinType, "read", "size=, /", "Read everything.", func(t *thread, s *stdin, a []object) (object, error) {
		var b strings.Builder
		for {
			line, err := s.readline(t)
			if err != nil || line == "" {
				return str(b.String()), err
			}
			b.WriteString(line)
		}
	})
	runtime.TypeMethod(stdinType, "isatty", "/", "", func(t *thread, s *stdin, a []object) (object, error) { return py.False, nil })

	m := newModule("sys", "Information about and settings of the running session.")
	m.value("version", str("3.12.1 (Monge) ["+goruntime.Version()+"]"))
	m.value("version_info", versionInfo.make(num(3), num(12), num(1), str("final"), num(0)))
	m.value("hexversion", num(0x030c01f0))
	m.value("api_version", num(1013))
	m.value("copyright", str("Copyright of Monge: see its licence."))
	m.value("maxsize", num(math.MaxInt64))
	m.value("maxunicode", num(0x10ffff))
	m.value("byteorder", str("little"))
	m.value("platform", str(goruntime.GOOS))
	m.value("float_repr_style", str("short"))
	m.value("dont_write_bytecode", py.True)
	m.value("builtin_module_names", py.Tuple{})
	m.value("float_info", floatInfo.make(flt(math.MaxFloat64), num(1024), num(308), flt(0x1p-1022), num(-1021), num(-307), num(15), num(53), flt(0x1p-52), num(2), num(1)))
	m.value("int_info", intInfo.make(num(30), num(4), num(4300), num(640)))
	m.value("hash_info", hashInfo.make(num(64), num(1<<61-1), num(314159), num(0), num(1000003), str("monge"), num(64), num(0), num(0)))
	m.value("prefix", str(""))
	m.value("ps1", str(">>> "))
	m.value("ps2", str("... "))
	m.fn("getrecursionlimit", "/", "How deep calls may go.", func(t *thread, a []object) (object, error) {
		return num(*recursionLimit(t)), nil
	})
	m.fn("setrecursionlimit", "limit, /", "Set how deep calls may go.", func(t *thread, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, runtime.ValueErrorf("recursion limit must be greater or equal than 1")
		}
		if n <= t.Depth() {
			return nil, runtime.NewException(runtime.RecursionError, py.String("cannot set the recursion limit to "+itoa(n)+" at the recursion depth "+itoa(t.Depth())+": the limit is too low"))
		}
		*recursionLimit(t) = n
		t.MaxDepth = min(n, deepest)
		return none, nil
	})
	m.fn("get_int_max_str_digits", "/", "How many digits an int may have when converted to or from str; 0 for no limit.", func(t *thread, a []object) (object, error) {
		return num(t.MaxStrDigits()), nil
	})
	m.fn("set_int_max_str_digits", "maxdigits", "Set how many digits an int may have when converted to or from str; 0 for no limit.", func(t *thread, a []object) (object, error) {
		n, err := runtime.AsInt(t, a[0])
		if err != nil {
			return nil, err
		}
		if n != 0 && n < 640 {
			return nil, runtime.ValueErrorf("maxdigits must be 0 or larger than 640")
		}
		t.SetMaxStrDigits(n)
		return none, nil
	})
	m.fn("exit", "status=, /", "Leave the program: raises SystemExit with this status.", func(t *thread, a []object) (object, error) {
		if a[0] == nil {
			return nil, runtime.NewException(py.SystemExit)
		}
		return nil, runtime.NewException(py.SystemExit, a[0])
	})
	m.fn("exc_info", "/", "The exception being handled as (type, value, traceback); three times None outside of handlers.", func(t *thread, a []object) (object, error) {
		e := t.Handled()
		if e == nil {
			return py.Tuple{none, none, none}, nil
		}
		var tb object = none
		if e.TB != nil {
			tb = e.TB
		}
		return py.Tuple{e.Class, e, tb}, nil
	})
	m.fn("exception", "/", "The exception being handled, or None.", func(t *thread, a []object) (object, error) {
		if e := t.Handled(); e != nil {
			return e, nil
		}
		return none, nil
	})
	m.fn("intern", "string, /", "The string itself; there is nothing to gain here.", func(t *thread, a []object) (object, error) {
		if _, ok := a[0].(py.String); !ok {
			return nil, runtime.TypeErrorf("intern() argument must be str, not %s", runtime.TypeName(a[0]))
		}
		return a[0], nil
	})
	m.fn("getdefaultencoding", "/", "The encoding used when none is named: 'utf-8'.", func(t *thread, a []object) (object, error) { return str("utf-8"), nil })
	m.fn("getfilesystemencoding", "/", "The encoding of the names of files: 'utf-8'.", func(t *thread, a []object) (object, error) { return str("utf-8"), nil })
	m.fn("getsizeof", "object, default=", "About how many bytes an object takes.", func(t *thread, a []object) (object, error) {
		return num(sizeOf(a[0])), nil
	})
	m.fn("displayhook", "value, /", "Show a value as the session does: print its repr() unless it is None, and keep it as _.", func(t *thread, a []object) (object, error) {
		if a[0] == none {
			return none, nil
		}
		s, err := runtime.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		t.Builtins.SetStr("_", a[0])
		return none, runtime.WriteTo(t, runtime.CurrentStdout(t), s+"\n")
	})
	m.perThread(func(t *thread, mod *runtime.Module) error {
		mod.Dict.SetStr("stdout", runtime.Stdout)
		mod.Dict.SetStr("__stdout__", runtime.Stdout)
		mod.Dict.SetStr("stderr", runtime.Stderr)
		mod.Dict.SetStr("__stderr__", runtime.Stderr)
		mod.Dict.SetStr("stdin", &stdin{})
		if t.Modules != nil {
			mod.Dict.SetStr("modules", t.Modules)
		}
		mod.Dict.SetStr("path", list(str("")))
		mod.Dict.SetStr("argv", list(str("")))
		mod.Dict.SetStr("warnoptions", list())
		exe, _ := os.Executable()
		mod.Dict.SetStr("executable", str(exe))
		ns := runtime.NewModule("sys.implementation", "")
		ns.Dict.SetStr("name", str("monge"))
		ns.Dict.SetStr("version", versionInfo.make(num(3), num(12), num(1), str("final"), num(0)))
		mod.Dict.SetStr("implementation", ns)
		return nil
	})
}

// deepest is where recursion ends whatever limit is set: the stack of Go would run out at some hundred thousand levels,
// and that cannot be caught.
const deepest = 100000

// recursionLimit is the limit that the session was given.
func recursionLimit(t *thread) *int {
	return t.State("recursionlimit", func() any {
		n := t.MaxDepth
		if n == 0 {
			n = 1000
		}
		return &n
	}).(*int)
}

func itoa(n int) string {
	s, _ := runtime.Str(nil, num(n))
	return s
}

// sizeOf estimates the memory of the object itself, without what it refers to.
func sizeOf(o object) int {
	switch x := runtime.Payload(o).(type) {
	case py.Int, py.Float, py.Bool:
		return 24
	case *py.BigInt:
		z, _ := runtime.AsBig(x)
		return 32 + z.BitLen()/8
	case py.String:
		return 16 + len(x)
	case py.Bytes:
		return 24 + len(x)
	case *py.List:
		return 24 + 16*cap(x.Items)
	case py.Tuple:
		return 24 + 16*len(x)
	case *runtime.Dict:
		return 96 + 48*x.Len()
	case *runtime.Set:
		return 96 + 40*x.Len()
	}
	return 64
}

package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// pyFunc adds a function that treats its arguments as one written in the language does. A parameter "name=" is
// optional and arrives as nil.
func (s *modSpec) pyFunc(name, params, doc string, f func(t *thread, a []object) (object, error)) {
	sig := &signature{name: name}
	for _, p := range strings.Split(params, ", ") {
		n, optional := strings.CutSuffix(p, "=")
		sig.params = append(sig.params, n)
		if optional {
			sig.defaults = append(sig.defaults, notGiven)
		} else {
			sig.defaults = append(sig.defaults, nil)
		}
	}
	s.raw(name, doc, func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		a, err := sig.bind(args, kw)
		if err != nil {
			return nil, err
		}
		for i := range a {
			if a[i] == notGiven {
				a[i] = nil
			}
		}
		return f(t, a)
	})
}

// notGiven stands for an optional argument that was not given.
var notGiven object = &keyObject{none, none}

// count0 reads the number of replacements or splits, 0 for all.
func count0(t *thread, o object) (int, error) {
	if o == nil {
		return 0, nil
	}
	return runtime.AsInt(t, o)
}

func init() {
	m := newModule("_re", "Regular expressions: the part of module re that is written in Go.")
	m.value("error", reErrorType)
	m.class(patternType)
	m.class(matchType)
	runtime.MakeGeneric(patternType)
	runtime.MakeGeneric(matchType)
	m.pyFunc("compile", "pattern, flags=", "Prepare a regular expression for use: a Pattern.", func(t *thread, a []object) (object, error) {
		p, err := compilePattern(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		return p, nil
	})
	for name, doc := range map[string]string{
		"match":     "A Match if the pattern fits at the start of string, else None.",
		"fullmatch": "A Match if the pattern fits all of string, else None.",
		"search":    "A Match for the first place in string where the pattern fits, None if there is none.",
		"findall":   "All places where the pattern fits, as a list of str; of the groups, if the pattern has any.",
		"finditer":  "A Match for each place where the pattern fits, one after the other.",
	} {
		run := func(t *thread, p *pattern, text, pos, end object) (object, error) {
			switch name {
			case "findall":
				return p.findall(t, text, pos, end)
			case "finditer":
				return p.finditer(t, text, pos, end)
			}
			return p.once(t, name, text, pos, end)
		}
		m.pyFunc(name, "pattern, string, flags=", doc, func(t *thread, a []object) (object, error) {
			p, err := compilePattern(t, a[0], a[2])
			if err != nil {
				return nil, err
			}
			return run(t, p, a[1], nil, nil)
		})
		runtime.TypeMethod(patternType, name, "string, pos=, endpos=", doc, func(t *thread, p *pattern, a []object) (object, error) {
			return run(t, p, a[0], a[1], a[2])
		})
	}
	sub := func(t *thread, p *pattern, repl, text, count object, withNumber bool) (object, error) {
		c, err := count0(t, count)
		if err != nil {
			return nil, err
		}
		r, n, err := p.sub(t, repl, text, c)
		if err != nil || !withNumber {
			return r, err
		}
		return py.Tuple{r, num(n)}, nil
	}
	for name, number := range map[string]bool{"sub": false, "subn": true} {
		doc := "string with each match replaced by repl, a template or a function of the Match. count limits how many."
		if number {
			doc = "As sub(), but returns (new string, how many were replaced)."
		}
		m.pyFunc(name, "pattern, repl, string, count=, flags=", doc, func(t *thread, a []object) (object, error) {
			p, err := compilePattern(t, a[0], a[4])
			if err != nil {
				return nil, err
			}
			return sub(t, p, a[1], a[2], a[3], number)
		})
		runtime.TypeMethod(patternType, name, "repl, string, count=", doc, func(t *thread, p *pattern, a []object) (object, error) {
			return sub(t, p, a[0], a[1], a[2], number)
		})
	}
	split := func(t *thread, p *pattern, text, n object) (object, error) {
		c, err := count0(t, n)
		if err != nil {
			return nil, err
		}
		return p.split(t, text, c)
	}
	splitDoc := "The pieces of string between the matches, as a list; groups of the pattern are put in between."
	m.pyFunc("split", "pattern, string, maxsplit=, flags=", splitDoc, func(t *thread, a []object) (object, error) {
		p, err := compilePattern(t, a[0], a[3])
		if err != nil {
			return nil, err
		}
		return split(t, p, a[1], a[2])
	})
	runtime.TypeMethod(patternType, "split", "string, maxsplit=", splitDoc, func(t *thread, p *pattern, a []object) (object, error) {
		return split(t, p, a[0], a[1])
	})
	m.pyFunc("escape", "pattern", "Put a backslash before each character that means something in a pattern.", func(t *thread, a []object) (object, error) {
		quote := func(s string) string {
			var b strings.Builder
			for i := range len(s) {
				if strings.IndexByte("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", s[i]) >= 0 {
					b.WriteByte('\\')
				}
				b.WriteByte(s[i])
			}
			return b.String()
		}
		switch s := runtime.Payload(a[0]).(type) {
		case py.String:
			return str(quote(string(s))), nil
		case py.Bytes:
			return py.Bytes(quote(string(s))), nil
		}
		return nil, runtime.TypeErrorf("decoding to str: need a bytes-like object, %s found", runtime.TypeName(a[0]))
	})
	m.fn("purge", "/", "Forget the patterns kept for reuse.", func(t *thread, a []object) (object, error) {
		patternCacheMu.Lock()
		defer patternCacheMu.Unlock()
		clear(patternCache)
		return none, nil
	})
	runtime.TypeGetter(patternType, "pattern", "The text of the pattern.", func(p *pattern) object { return p.source })
	runtime.TypeGetter(patternType, "flags", "The flags in effect, as an int.", func(p *pattern) object { return num(p.flags) })
	runtime.TypeGetter(patternType, "groups", "How many groups the pattern has.", func(p *pattern) object { return num(p.re.groups) })
	runtime.TypeGetter(patternType, "groupindex", "The numbers of the named groups, by name.", func(p *pattern) object {
		d := runtime.NewDict()
		for _, n := range p.order {
			d.SetStr(n, num(p.names[n]))
		}
		return d
	})
	initMatch()

	full := newModule("re", "Regular expressions: find, split and replace text by patterns.")
	full.source = library("re")
}

func initMatch() {
	runtime.TypeMethod(matchType, "group", "*groups", "The text of a group, given by number or name; of several, a tuple. Group 0, the default, is the whole match.", func(t *thread, m *match, a []object) (object, error) {
		switch len(a) {
		case 0:
			return m.group(0), nil
		case 1:
			return m.GetItem(t, a[0])
		}
		out := make(py.Tuple, len(a))
		for i := range a {
			v, err := m.GetItem(t, a[i])
			if err != nil {
				return nil, err
			}
			out[i] = v
		}
		return out, nil
	})
	runtime.TypeMethod(matchType, "__getitem__", "key, /", "m[g] is m.group(g).", func(t *thread, m *match, a []object) (object, error) { return m.GetItem(t, a[0]) })
	orDefault := func(v, def object) object {
		if v == none && def != nil {
			return def
		}
		return v
	}
	runtime.TypeMethod(matchType, "groups", "default=", "The texts of all groups as a tuple, default for those that took no part.", func(t *thread, m *match, a []object) (object, error) {
		out := make(py.Tuple, m.p.re.groups)
		for i := range out {
			out[i] = orDefault(m.group(i+1), a[0])
		}
		return out, nil
	})
	runtime.TypeMethod(matchType, "groupdict", "default=", "The texts of the named groups as a dict, default for those that took no part.", func(t *thread, m *match, a []object) (object, error) {
		d := runtime.NewDict()
		for _, n := range m.p.order {
			d.SetStr(n, orDefault(m.group(m.p.names[n]), a[0]))
		}
		return d, nil
	})
	place := func(name, doc string, f func(a, b int) object) {
		runtime.TypeMethod(matchType, name, "group=, /", doc, func(t *thread, m *match, a []object) (object, error) {
			i := 0
			if a[0] != nil {
				var err error
				if i, err = m.groupNumber(t, a[0]); err != nil {
					return nil, err
				}
			}
			return f(m.marks[2*i], m.marks[2*i+1]), nil
		})
	}
	place("start", "Where the group begins in the string; -1 if it took no part.", func(a, b int) object { return num(a) })
	place("end", "Where the group ends in the string; -1 if it took no part.", func(a, b int) object { return num(b) })
	place("span", "Where the group begins and ends; (-1, -1) if it took no part.", func(a, b int) object { return py.Tuple{num(a), num(b)} })
	runtime.TypeMethod(matchType, "expand", "template", "Fill a template as sub() does: \\1 and \\g<name> stand for groups.", func(t *thread, m *match, a []object) (object, error) {
		src, err := runtime.AsString(t, a[0])
		if err != nil {
			return nil, err
		}
		pieces, err := m.p.template(src)
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		(&scan{p: m.p, in: m.in, m: &matcher{marks: m.marks}}).expand(&b, pieces)
		return m.p.object(b.String()), nil
	})
	same := func(t *thread, m *match, a []object) (object, error) { return m, nil }
	runtime.TypeMethod(matchType, "__copy__", "/", "", same)
	runtime.TypeMethod(matchType, "__deepcopy__", "memo, /", "", same)
	runtime.TypeMethod(patternType, "__copy__", "/", "", func(t *thread, p *pattern, a []object) (object, error) { return p, nil })
	runtime.TypeMethod(patternType, "__deepcopy__", "memo, /", "", func(t *thread, p *pattern, a []object) (object, error) { return p, nil })
	runtime.TypeGetter(matchType, "string", "The string that was searched.", func(m *match) object { return m.text })
	runtime.TypeGetter(matchType, "re", "The Pattern that was used.", func(m *match) object { return m.p })
	runtime.TypeGetter(matchType, "pos", "Where in the string the search began.", func(m *match) object { return num(m.pos) })
	runtime.TypeGetter(matchType, "endpos", "Where in the string the search had to stop.", func(m *match) object { return num(m.endpos) })
	runtime.TypeGetter(matchType, "lastindex", "Number of the group that closed last, or None.", func(m *match) object {
		if m.last == 0 {
			return none
		}
		return num(m.last)
	})
	runtime.TypeGetter(matchType, "lastgroup", "Name of the group that closed last, or None.", func(m *match) object {
		for n, i := range m.p.names {
			if i == m.last && m.last > 0 {
				return str(n)
			}
		}
		return none
	})
	runtime.TypeGetter(matchType, "regs", "", func(m *match) object {
		out := make(py.Tuple, m.p.re.groups+1)
		for i := range out {
			out[i] = py.Tuple{num(m.marks[2*i]), num(m.marks[2*i+1])}
		}
		return out
	})
}

package dsl

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
	"monge/dsl/vm"
)

// Complete implements Evaluator.
func (s *Session) Complete(code string, cursor int) Completions {
	n := len([]rune(code))
	cursor = min(max(cursor, 0), n)
	c := Completions{Start: cursor, End: cursor}
	s.look(func() {
		p := lookAround(code, cursor)
		c.Start = p.start
		c.Matches = s.candidates(code, cursor, &p)
		c.Start = p.start
	})
	if len(c.Matches) == 0 {
		c.Start = cursor
	}
	return c
}

// IsComplete implements Evaluator.
func (s *Session) IsComplete(code string) Completeness {
	if text := strings.TrimSpace(code); strings.HasPrefix(text, "%%") {
		if strings.HasSuffix(code, "\n\n") || strings.HasSuffix(code, "\n") && strings.Count(text, "\n") == 0 {
			return Completeness{Status: "complete"}
		}
		return Completeness{Status: "incomplete"}
	}
	expanded, err := s.expandMagics(code)
	if err != nil {
		return Completeness{Status: "invalid"}
	}
	status, indent := syntax.Completeness(expanded)
	return Completeness{Status: status, Indent: indent}
}

// candidates collects what fits at a place.
func (s *Session) candidates(code string, cursor int, p *place) []Completion {
	set := &candidateSet{prefix: p.prefix}
	switch {
	case p.inString:
		s.inString(set, p)
	case p.inComment:
		return nil
	case p.fromModule != "":
		if m, err := s.importModule(s.thread, p.fromModule); err == nil {
			s.attributes(set, m)
		}
	case p.importing:
		for _, name := range s.moduleNames() {
			if p.expr != "" {
				name, _ = strings.CutPrefix(name, p.expr+".")
			}
			if !strings.Contains(name, ".") {
				set.add(name, "module", "")
			}
		}
	case p.expr != "":
		if o, ok := s.resolve(p.expr); ok {
			s.attributes(set, o)
		}
	default:
		if line := lineBefore(code, cursor); strings.HasPrefix(strings.TrimSpace(line), "%") {
			s.magics(set, p, strings.TrimSpace(line))
			break
		}
		if p.call != nil {
			s.keywordArguments(set, *p.call)
		}
		if p.prefix == "" {
			break // all names would be no help
		}
		s.names(set)
	}
	return set.sorted()
}

type candidateSet struct {
	prefix string
	list   []Completion
	seen   map[string]bool
}

// add takes a name that fits the prefix; names with a leading underscore only when the prefix has one.
func (c *candidateSet) add(name, kind, signature string) {
	if !strings.HasPrefix(name, c.prefix) || c.seen[name] {
		return
	}
	if strings.HasPrefix(name, "_") && !strings.HasPrefix(c.prefix, "_") {
		return
	}
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	c.seen[name] = true
	c.list = append(c.list, Completion{Text: name, Type: kind, Signature: signature})
}

// sorted puts parameters first, then names alphabetically without regard to case.
func (c *candidateSet) sorted() []Completion {
	sort.SliceStable(c.list, func(i, j int) bool {
		a, b := c.list[i], c.list[j]
		if (a.Type == "param") != (b.Type == "param") {
			return a.Type == "param"
		}
		if a.Type == "param" {
			return false
		}
		if x, y := strings.ToLower(a.Text), strings.ToLower(b.Text); x != y {
			return x < y
		}
		return a.Text < b.Text
	})
	return c.list
}

// names adds globals, builtins, prelude modules and keywords.
func (s *Session) names(set *candidateSet) {
	for _, d := range []*runtime.Dict{s.main.Dict, s.thread.Builtins} {
		for k, v := range d.All() {
			if name, ok := k.(py.String); ok {
				kind, sig := s.kindOf(v)
				set.add(string(name), kind, sig)
			}
		}
	}
	for name := range prelude {
		if _, ok := bind.Lookup(name); ok {
			set.add(name, "module", "")
		}
	}
	for name := range keywordHelp {
		set.add(name, "keyword", "")
	}
}

// attributes adds the attributes of a value, found without running code of the language.
func (s *Session) attributes(set *candidateSet, o py.Object) {
	addDict := func(d *runtime.Dict) {
		for k, v := range d.All() {
			if name, ok := k.(py.String); ok {
				kind, sig := s.kindOf(v)
				set.add(string(name), kind, sig)
			}
		}
	}
	if m, ok := o.(*runtime.Module); ok {
		addDict(m.Dict)
		return
	}
	if h, ok := o.(runtime.DictHolder); ok {
		if d := h.InstanceDict(false); d != nil {
			addDict(d)
		}
	}
	cls, isType := o.(*py.Type)
	if !isType {
		cls = o.Type()
	}
	for _, c := range cls.Mro {
		for _, name := range sortedNames(c.(*py.Type).Dict) {
			kind, sig := s.kindOf(c.(*py.Type).Dict[name])
			if kind == "function" && !isType {
				sig = dropSelfOf(c.(*py.Type).Dict[name], sig)
			}
			set.add(name, kind, sig)
		}
	}
}

// dropSelfOf removes self from signatures that show it.
func dropSelfOf(fn py.Object, sig string) string {
	if _, ok := fn.(*vm.Function); ok {
		return dropSelf(sig)
	}
	return sig
}

// kindOf gives the icon and the signature of a candidate.
func (s *Session) kindOf(o py.Object) (kind, signature string) {
	switch x := o.(type) {
	case *runtime.Native:
		if f, ok := x.Sig.(*bind.Func); ok {
			return "function", f.Signature()
		}
		return "function", ""
	case *vm.Function:
		return "function", s.signature(x)
	case *runtime.BoundMethod:
		_, sig := s.kindOf(x.Fn)
		return "function", dropSelfOf(x.Fn, sig)
	case *py.Type:
		if d, ok := bind.ClassOf(x); ok && d.New != nil {
			return "class", d.New.Signature()
		}
		if init, ok := runtime.LookupType(x, "__init__").(*vm.Function); ok {
			return "class", dropSelf(s.signature(init))
		}
		return "class", ""
	case *runtime.Module:
		return "module", ""
	case *runtime.GetSet, *runtime.Property:
		return "property", ""
	}
	return "instance", ""
}

// parameters are the names by which a callee takes keyword arguments.
func (s *Session) parameters(o py.Object) []string {
	switch x := o.(type) {
	case *runtime.Native:
		if f, ok := x.Sig.(*bind.Func); ok {
			return declaredParameters(f)
		}
	case *runtime.BoundMethod:
		names := s.parameters(x.Fn)
		if _, ok := x.Fn.(*vm.Function); ok && len(names) > 0 {
			names = names[1:]
		}
		return names
	case *vm.Function:
		return parameterNames(x)
	case *py.Type:
		if d, ok := bind.ClassOf(x); ok && d.New != nil {
			return declaredParameters(d.New)
		}
		if init, ok := runtime.LookupType(x, "__init__").(*vm.Function); ok {
			if names := parameterNames(init); len(names) > 0 {
				return names[1:]
			}
		}
	}
	return nil
}

func declaredParameters(f *bind.Func) []string {
	var names []string
	for _, p := range f.Params {
		if !p.Star && !p.StarStar && !p.PosOnly {
			names = append(names, p.Name)
		}
	}
	return names
}

func (s *Session) keywordArguments(set *candidateSet, c callSite) {
	if c.keyword != "" {
		return
	}
	fn, ok := s.resolve(c.callee)
	if !ok {
		return
	}
	used := map[string]bool{}
	for _, k := range c.keywords {
		used[k] = true
	}
	for _, name := range s.parameters(fn) {
		if !used[name] {
			set.add(name+"=", "param", "")
		}
	}
}

// inString completes keys of dicts in d["...", the values of enumerated arguments, and file names.
func (s *Session) inString(set *candidateSet, p *place) {
	set.prefix = p.stringHead
	if p.index != "" {
		if o, ok := s.resolve(p.index); ok {
			if d, ok := o.(*runtime.Dict); ok {
				for k := range d.All() {
					if name, ok := k.(py.String); ok {
						set.add(string(name), "key", "")
					}
				}
			}
		}
		return
	}
	if p.call != nil {
		if o, ok := s.resolve(p.call.callee); ok {
			if values := enumerated(o, *p.call); values != nil {
				for _, v := range values {
					set.add(v, "value", "")
				}
				return
			}
		}
	}
	s.files(set, p)
}

// enumerated are the strings that the argument at the cursor accepts.
func enumerated(o py.Object, c callSite) []string {
	n, ok := o.(*runtime.Native)
	if !ok {
		return nil
	}
	f, ok := n.Sig.(*bind.Func)
	if !ok {
		return nil
	}
	for i, p := range f.Params {
		if p.Name == c.keyword || c.keyword == "" && i == c.arg && !p.KwOnly {
			return p.Type.Values
		}
	}
	return nil
}

func (s *Session) files(set *candidateSet, p *place) {
	dir, base := filepath.Split(p.stringHead)
	look := dir
	if !filepath.IsAbs(look) {
		look = filepath.Join(s.dir, dir)
	}
	entries, err := os.ReadDir(look)
	if err != nil || len(entries) > 2000 {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(base, ".") {
			continue
		}
		name := dir + e.Name()
		if e.IsDir() {
			name += "/"
		}
		set.add(name, "path", "")
	}
}

// magics completes %name and %%name; the replaced text includes the signs.
func (s *Session) magics(set *candidateSet, p *place, line string) {
	signs := line[:len(line)-len(strings.TrimLeft(line, "%"))]
	if strings.Contains(line, " ") {
		return
	}
	p.start -= len(signs)
	set.prefix = signs + p.prefix
	if signs == "%" {
		for name := range lineMagics {
			set.add("%"+name, "magic", "")
		}
	}
	for name := range cellMagics {
		set.add("%%"+name, "magic", "")
	}
}

func lineBefore(code string, cursor int) string {
	runes := []rune(code)[:cursor]
	text := string(runes)
	return text[strings.LastIndexByte(text, '\n')+1:]
}

func sortedNames(d py.StringDict) []string {
	names := make([]string, 0, len(d))
	for n := range d {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

package dsl

import (
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
	"monge/dsl/vm"
)

// lookPatience is how long completion and inspection wait for a running cell to reach a safe point.
const lookPatience = 200 * time.Millisecond

// look runs f while the namespace is at rest: at once when no cell runs, else at the running cell's next safe point. It
// returns false when the cell does not get there in time.
func (s *Session) look(f func()) bool {
	if s.mu.TryLock() {
		defer s.mu.Unlock()
		guarded(f)
		return true
	}
	const (
		waiting = iota
		started
		abandoned
	)
	state := make(chan int, 1)
	state <- waiting
	done := make(chan struct{})
	s.thread.AtSafePoint(func() {
		defer close(done)
		if <-state == abandoned {
			return
		}
		state <- started
		guarded(f)
	})
	timer := time.NewTimer(lookPatience)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
	}
	if <-state == started {
		state <- started
		<-done
		return true
	}
	state <- abandoned
	return false
}

// guarded keeps an error of ours in a mere look from ending the cell.
func guarded(f func()) {
	defer func() { _ = recover() }()
	f()
}

// Inspect implements Evaluator.
func (s *Session) Inspect(code string, cursor, detail int) (b display.Bundle, ok bool) {
	s.look(func() {
		for _, name := range inspectTargets(code, cursor) {
			if b, ok = s.inspectName(name, detail); ok {
				return
			}
		}
	})
	return b, ok
}

// inspectName describes what a dotted name stands for.
func (s *Session) inspectName(name string, detail int) (display.Bundle, bool) {
	o, ok := s.resolve(name)
	if !ok {
		if doc, ok := keywordHelp[name]; ok {
			return display.Text("keyword " + name + "\n\n" + doc), true
		}
		return display.Bundle{}, false
	}
	return s.describeValue(o, name, detail), true
}

// resolve finds the value of an expression as far as that can be told without running code of the language: names,
// attributes, literals, and constant subscripts of lists, tuples and dicts.
func (s *Session) resolve(expr string) (py.Object, bool) {
	x, err := syntax.ParseExpr("", expr)
	if err != nil {
		return nil, false
	}
	return s.valueOf(x)
}

func (s *Session) valueOf(x syntax.Expr) (py.Object, bool) {
	switch x := x.(type) {
	case *syntax.Name:
		return s.lookupName(x.ID)
	case *syntax.Attribute:
		if o, ok := s.valueOf(x.X); ok {
			return s.safeAttr(o, x.Attr)
		}
	case *syntax.Subscript:
		o, ok := s.valueOf(x.X)
		if !ok {
			return nil, false
		}
		key, ok := s.valueOf(x.Index)
		if !ok {
			return nil, false
		}
		switch o.(type) {
		case *py.List, py.Tuple, *runtime.Dict:
			v, err := runtime.GetItem(s.thread, o, key)
			return v, err == nil
		}
	case *syntax.Str:
		return py.String(x.Value), true
	case *syntax.FString:
		return py.String(""), true
	case *syntax.Bytes:
		return py.Bytes(x.Value), true
	case *syntax.Int:
		return runtime.BigObj(x.Value), true
	case *syntax.Float:
		return py.Float(x.Value), true
	case *syntax.List:
		return py.NewList(), true
	case *syntax.Dict:
		return runtime.NewDict(), true
	case *syntax.Tuple:
		return py.Tuple{}, true
	}
	return nil, false
}

// lookupName finds a global, a builtin, or a prelude module that has not been used yet.
func (s *Session) lookupName(name string) (py.Object, bool) {
	if v, ok := s.main.Dict.GetStr(name); ok {
		return v, true
	}
	if v, ok := s.thread.Builtins.GetStr(name); ok && name != "__magic__" {
		return v, true
	}
	if prelude[name] {
		if _, ok := bind.Lookup(name); ok {
			if m, err := s.importModule(s.thread, name); err == nil {
				return m, true
			}
		}
	}
	return nil, false
}

// safeAttr reads an attribute only where that cannot run code of the language: namespaces, methods, and attributes that
// Go types compute.
func (s *Session) safeAttr(o py.Object, name string) (py.Object, bool) {
	if m, ok := o.(*runtime.Module); ok {
		return m.Dict.GetStr(name)
	}
	if h, ok := o.(runtime.DictHolder); ok {
		if d := h.InstanceDict(false); d != nil {
			if v, ok := d.GetStr(name); ok {
				return v, true
			}
		}
	}
	cls, isType := o.(*py.Type)
	if !isType {
		cls = o.Type()
	}
	v := runtime.LookupType(cls, name)
	switch d := v.(type) {
	case nil:
		return nil, false
	case *runtime.GetSet:
		if isType {
			return nil, false
		}
		r, err := d.Get(s.thread, o)
		return r, err == nil
	case *runtime.Property:
		return nil, false
	case *runtime.ClassMethod:
		return d.Fn, true
	case *runtime.StaticMethod:
		return d.Fn, true
	case runtime.Binder:
		if !isType && d.BindsSelf() {
			return &runtime.BoundMethod{Self: o, Fn: v}, true
		}
	}
	return v, true
}

// describeValue is the text of help, inspection and the pager.
func (s *Session) describeValue(o py.Object, name string, detail int) display.Bundle {
	if fn, ok := o.(*runtime.BoundMethod); ok {
		o = fn.Fn
	}
	switch x := o.(type) {
	case *runtime.Native:
		if f, ok := x.Sig.(*bind.Func); ok {
			b := display.Text(f.Text())
			b.Data["text/html"] = f.HTML()
			return b
		}
		return nativeHelp(x)
	case *vm.Function:
		return s.functionHelp(x, detail)
	case *py.Type:
		return s.classHelp(x, detail)
	case *runtime.Module:
		if m, ok := bind.Lookup(x.Name); ok {
			return display.Text(m.Text())
		}
		return display.Text("module " + x.Name + "\n\n" + x.Doc)
	}
	return s.valueHelp(o, name)
}

func nativeHelp(n *runtime.Native) display.Bundle {
	doc := strings.TrimSpace(n.Doc)
	if !strings.HasPrefix(doc, n.Name+"(") {
		doc = n.Name + "(...)\n\n" + doc
	}
	return display.Text(strings.TrimSpace(doc))
}

// functionHelp: signature, docstring, at detail 1 the source.
func (s *Session) functionHelp(f *vm.Function, detail int) display.Bundle {
	var b strings.Builder
	b.WriteString(f.Name + s.signature(f) + "\n")
	if doc := strings.TrimSpace(dedent(docOf(f))); doc != "" {
		b.WriteString("\n" + doc + "\n")
	}
	file, first, last := linesOf(f)
	if detail > 0 {
		if src := s.sourceOf(file, first, last); src != "" {
			b.WriteString("\nSource\n" + src + "\n")
		}
	}
	fmt.Fprintf(&b, "\nDefined in %s, line %d", file, first)
	return withHTML(b.String())
}

// classHelp: a declared class has its own text; otherwise constructor, docstring and methods.
func (s *Session) classHelp(c *py.Type, detail int) display.Bundle {
	if d, ok := bind.ClassOf(c); ok {
		return withHTML(d.Text())
	}
	var b strings.Builder
	b.WriteString("class " + className(c))
	if init, ok := runtime.LookupType(c, "__init__").(*vm.Function); ok {
		b.WriteString(dropSelf(s.signature(init)))
	}
	b.WriteString("\n")
	if doc, ok := c.Dict["__doc__"].(py.String); ok {
		b.WriteString("\n" + strings.TrimSpace(dedent(string(doc))) + "\n")
	} else if c.Doc != "" {
		b.WriteString("\n" + strings.TrimSpace(c.Doc) + "\n")
	}
	var lines []string
	for _, name := range sortedNames(c.Dict) {
		if strings.HasPrefix(name, "_") {
			continue
		}
		switch m := c.Dict[name].(type) {
		case *vm.Function:
			line := "  " + name + dropSelf(s.signature(m))
			if sum := firstLine(docOf(m)); sum != "" {
				line += "\n      " + sum
			}
			lines = append(lines, line)
		case *runtime.Native:
			lines = append(lines, "  "+name+"(...)")
		}
	}
	if lines != nil {
		b.WriteString("\nMethods\n" + strings.Join(lines, "\n") + "\n")
	}
	return withHTML(strings.TrimRight(b.String(), "\n"))
}

// valueHelp: type and a short look at the value, never all of a large one.
func (s *Session) valueHelp(o py.Object, name string) display.Bundle {
	var b strings.Builder
	if name != "" {
		b.WriteString(name + " : ")
	}
	b.WriteString(className(o.Type()) + "\n")
	if sum := s.summary(o); sum != "" {
		b.WriteString("\n" + sum + "\n")
	}
	if d, ok := bind.ClassOf(o.Type()); ok {
		b.WriteString("\n" + d.Text())
	} else if doc, ok := o.Type().Dict["__doc__"].(py.String); ok {
		b.WriteString("\n" + strings.TrimSpace(dedent(string(doc))))
	} else if o.Type().Doc != "" {
		b.WriteString("\n" + strings.TrimSpace(o.Type().Doc))
	}
	return withHTML(strings.TrimRight(b.String(), "\n"))
}

func withHTML(text string) display.Bundle {
	b := display.Text(text)
	b.Data["text/html"] = "<pre>" + html.EscapeString(text) + "</pre>"
	return b
}

// summary is a value in one line, made without running code of the language and without walking large values.
func (s *Session) summary(o py.Object) string {
	switch x := o.(type) {
	case *py.List:
		if len(x.Items) > 20 {
			return fmt.Sprintf("list of %d items", len(x.Items))
		}
	case py.Tuple:
		if len(x) > 20 {
			return fmt.Sprintf("tuple of %d items", len(x))
		}
	case *runtime.Dict:
		if x.Len() > 20 {
			return fmt.Sprintf("dict of %d items", x.Len())
		}
	case py.String:
		if len(x) > 200 {
			return fmt.Sprintf("str of %d characters", len([]rune(string(x))))
		}
	case *runtime.Instance:
		return "<" + className(o.Type()) + " object>"
	case *runtime.Module:
		return "<module '" + x.Name + "'>"
	}
	return bind.Short(s.thread, o)
}

func (s *Session) sourceOf(file string, first, last int) string {
	lines := s.sources[file]
	if first < 1 || first > len(lines) {
		return ""
	}
	return dedent(strings.Join(lines[first-1:min(last, len(lines))], "\n"))
}

// Variables implements Evaluator.
func (s *Session) Variables() (list []Variable) {
	s.look(func() { list = s.variables() })
	return list
}

// variables lists the names that the user made.
func (s *Session) variables() []Variable {
	var list []Variable
	for key, v := range s.main.Dict.All() {
		k, ok := key.(py.String)
		name := string(k)
		if !ok || strings.HasPrefix(name, "_") || name == "In" || name == "Out" {
			continue
		}
		list = append(list, Variable{Name: name, Type: v.Type().Name, Summary: s.summary(v)})
	}
	return list
}

// dropSelf removes the first parameter.
func dropSelf(sig string) string {
	inner := strings.TrimPrefix(sig, "(")
	for i, depth := 0, 0; i < len(inner); i++ {
		switch inner[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth == 0 {
				return "(" + inner[i:]
			}
			depth--
		case ',':
			if depth == 0 {
				return "(" + strings.TrimPrefix(inner[i+1:], " ")
			}
		}
	}
	return sig
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return s
}

// dedent removes the common indentation of all lines but the first.
func dedent(s string) string {
	lines := strings.Split(s, "\n")
	margin := -1
	for i, l := range lines {
		trimmed := strings.TrimLeft(l, " \t")
		if trimmed == "" || i == 0 && trimmed == l {
			continue
		}
		if n := len(l) - len(trimmed); margin < 0 || n < margin {
			margin = n
		}
	}
	for i, l := range lines {
		if margin > 0 && len(l)-len(strings.TrimLeft(l, " \t")) >= margin {
			lines[i] = l[margin:]
		}
	}
	return strings.Join(lines, "\n")
}

// keywordHelp is one line for each keyword of the language.
var keywordHelp = map[string]string{
	"and": "x and y: y if x is true, else x", "or": "x or y: x if x is true, else y", "not": "not x: True if x is false",
	"if": "if CONDITION: ... elif CONDITION: ... else: ...", "elif": "a further condition of an if statement",
	"else":  "what runs when no condition held, or when a loop ended without break",
	"for":   "for NAME in ITERABLE: ... repeats a block for each item",
	"while": "while CONDITION: ... repeats a block as long as the condition holds",
	"break": "leaves the innermost loop", "continue": "goes on with the next round of the innermost loop",
	"pass": "does nothing", "def": "def NAME(PARAMETERS): ... defines a function", "return": "return VALUE ends a function",
	"yield":  "yield VALUE gives a value from a generator and waits for the next request",
	"lambda": "lambda PARAMETERS: VALUE is a function without a name",
	"class":  "class NAME(BASES): ... defines a class", "try": "try: ... except CLASS as NAME: ... else: ... finally: ...",
	"except": "handles exceptions of a try statement", "finally": "runs however the try statement ends",
	"raise": "raise EXCEPTION from CAUSE", "with": "with MANAGER as NAME: ... enters and surely leaves a context",
	"import": "import MODULE as NAME", "from": "from MODULE import NAME as NAME", "as": "gives a name",
	"in": "membership, or the items of a for loop", "is": "identity", "None": "the value that stands for no value",
	"True": "the true value", "False": "the false value", "global": "assigns to a name of the module from inside a function",
	"nonlocal": "assigns to a name of the enclosing function", "del": "removes a name, item or attribute",
	"assert": "assert CONDITION, MESSAGE raises AssertionError when the condition does not hold",
	"match":  "match SUBJECT: case PATTERN if GUARD: ...", "case": "a pattern of a match statement",
}

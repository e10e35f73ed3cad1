package dsl

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/vm"
)

// parameter is one parameter of a function of the language.
type parameter struct {
	name                        string
	star                        string // "", "*" or "**"
	def, annotation             py.Object
	positionalOnly, keywordOnly bool
}

// parametersOf reads a function's parameters off its code object.
func parametersOf(f *vm.Function) []parameter {
	code := f.Code
	var list []parameter
	argc, kwc := int(code.Argcount), int(code.Kwonlyargcount)
	vars := code.Varnames
	firstDefault := argc - len(f.Defaults)
	annotations := f.Annotations()
	add := func(p parameter) {
		if annotations != nil {
			p.annotation, _ = annotations.GetStr(p.name)
		}
		list = append(list, p)
	}
	for i := 0; i < argc && i < len(vars); i++ {
		p := parameter{name: vars[i], positionalOnly: i < code.PosOnly}
		if i >= firstDefault {
			p.def = f.Defaults[i-firstDefault]
		}
		add(p)
	}
	next := argc + kwc
	if code.Flags&py.CO_VARARGS != 0 && next < len(vars) {
		add(parameter{name: vars[next], star: "*"})
		next++
	}
	for i := argc; i < argc+kwc && i < len(vars); i++ {
		p := parameter{name: vars[i], keywordOnly: true}
		if f.KwDefaults != nil {
			p.def, _ = f.KwDefaults.GetStr(p.name)
		}
		add(p)
	}
	if code.Flags&py.CO_VARKEYWORDS != 0 && next < len(vars) {
		add(parameter{name: vars[next], star: "**"})
	}
	return list
}

// signature is "(a, b: int = 1, *args, key=None) -> str".
func (s *Session) signature(f *vm.Function) string {
	var b strings.Builder
	b.WriteByte('(')
	sep := ""
	put := func(text string) {
		b.WriteString(sep + text)
		sep = ", "
	}
	slash, star := false, false
	for _, p := range parametersOf(f) {
		if slash && !p.positionalOnly {
			put("/")
		}
		slash = p.positionalOnly
		star = star || p.star == "*"
		if p.keywordOnly && !star {
			put("*")
			star = true
		}
		text := p.star + p.name
		eq := "="
		if p.annotation != nil {
			text += ": " + s.annotationText(p.annotation)
			eq = " = "
		}
		if p.def != nil {
			text += eq + s.summary(p.def)
		}
		put(text)
	}
	if slash {
		put("/")
	}
	b.WriteByte(')')
	if a := f.Annotations(); a != nil {
		if r, ok := a.GetStr("return"); ok {
			b.WriteString(" -> " + s.annotationText(r))
		}
	}
	return b.String()
}

func (s *Session) annotationText(o py.Object) string {
	switch x := o.(type) {
	case *py.Type:
		return className(x)
	case py.String:
		return string(x)
	}
	return s.summary(o)
}

// parameterNames are the names by which arguments can be passed.
func parameterNames(f *vm.Function) []string {
	var names []string
	for _, p := range parametersOf(f) {
		if p.star == "" && !p.positionalOnly {
			names = append(names, p.name)
		}
	}
	return names
}

// docOf is a function's docstring.
func docOf(f *vm.Function) string {
	doc, _ := f.Doc.(py.String)
	return string(doc)
}

// linesOf is where a function stands: the first and last line that its code mentions.
func linesOf(f *vm.Function) (file string, first, last int) {
	first = int(f.Code.Firstlineno)
	last = first
	for _, sp := range f.Code.Spans {
		last = max(last, int(sp.End.Line))
	}
	return f.Code.Filename, first, last
}

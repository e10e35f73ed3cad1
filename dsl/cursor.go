package dsl

import (
	"strings"
	"unicode/utf8"

	"monge/dsl/syntax"
)

// place is what stands before a cursor, in the terms of completion.
type place struct {
	path   []string // the dotted name before the cursor without its last part: "a.b|" gives ["a"]
	prefix string   // the last part as far as it is written: "b"
	known  bool     // what stands before the last dot is a plain dotted name
	start  int      // code-point offset of prefix

	inString   bool     // the cursor is inside a string literal
	stringHead string   // what is written of it
	index      []string // the dotted name that the string subscripts: d["

	call *callSite // the innermost call around the cursor

	fromModule string // "from M import |": M
	importing  bool   // "import |" or "from |"
}

// callSite is a call whose parentheses enclose the cursor.
type callSite struct {
	path     []string // the callee as a dotted name, nil when it is not one
	arg      int      // index of the argument that the cursor is in
	keyword  string   // name of the keyword argument that the cursor is in
	keywords []string // keyword arguments already written
}

// lookAround describes the place of a cursor counted in code points.
func lookAround(code string, cursor int) place {
	at := syntax.At(code, cursor)
	p := place{prefix: at.Prefix, known: !at.InComment, start: utf8.RuneCountInString(code[:at.Start])}
	if at.Expr != "" {
		p.path, p.known = dotted(at.Expr)
	}
	if c, ok := syntax.CallAt(code, cursor); ok {
		site := callSite{arg: c.Arg, keyword: c.Name, keywords: c.Names}
		site.path, _ = dotted(c.Fun)
		p.call = &site
	}
	if at.InString {
		p.openString(code, at.Start)
	}
	if at.Import != "" {
		p.importing = true
		if from, ok := strings.CutPrefix(at.Import, "from"); ok {
			if module, _, ok := strings.Cut(from, "import"); ok {
				p.fromModule = strings.TrimSpace(module)
			}
		}
	}
	return p
}

// openString finds the string literal around a byte offset and what it subscripts.
func (p *place) openString(code string, off int) {
	toks := syntax.Tokens(code)
	for i, t := range toks {
		if t.Kind != syntax.StringToken || t.Start >= off || t.End < off {
			continue
		}
		text := code[t.Start:off]
		body := strings.TrimLeft(text, "rRbBuUfF")
		q := body[:min(1, len(body))]
		if q != "" && strings.HasPrefix(body, q+q+q) {
			q = q + q + q
		}
		p.inString = true
		p.stringHead = strings.TrimPrefix(body, q)
		p.start = utf8.RuneCountInString(code[:off-len(p.stringHead)])
		if i > 1 && toks[i-1].Text == "[" {
			if name, _ := syntax.ExpressionAt(code[:toks[i-2].End], utf8.RuneCountInString(code[:toks[i-2].End])); name != "" {
				p.index, _ = dotted(name)
			}
		}
		return
	}
}

// dotted splits "a.b.c"; false for anything but names.
func dotted(expr string) ([]string, bool) {
	path := strings.Split(expr, ".")
	for i, name := range path {
		path[i] = strings.TrimSpace(name)
		if !isQuestion(path[i]) {
			return nil, false
		}
	}
	return path, true
}

// inspectTargets lists dotted names that the cursor may mean, best first: the name under it, then the callee of the call
// around it.
func inspectTargets(code string, cursor int) []string {
	var names []string
	if expr, _ := syntax.ExpressionAt(code, cursor); expr != "" {
		names = append(names, expr)
	}
	if c, ok := syntax.CallAt(code, cursor); ok {
		names = append(names, c.Fun)
	}
	return names
}

package dsl

import (
	"strings"
	"unicode/utf8"

	"monge/dsl/syntax"
)

// place is what stands before a cursor, in the terms of completion.
type place struct {
	expr      string // what stands before the last dot in front of the cursor: "a" in "a.b|"
	prefix    string // the name as far as it is written: "b"
	start     int    // code-point offset of prefix
	inComment bool

	inString   bool   // the cursor is inside a string literal
	stringHead string // what is written of it
	index      string // the expression that the string subscripts: d["

	call *callSite // the innermost call around the cursor

	fromModule string // "from M import |": M
	importing  bool   // "import |" or "from |"
}

// callSite is a call whose parentheses enclose the cursor.
type callSite struct {
	callee   string   // the expression called
	arg      int      // index of the argument that the cursor is in
	keyword  string   // name of the keyword argument that the cursor is in
	keywords []string // keyword arguments already written
}

// lookAround describes the place of a cursor counted in code points.
func lookAround(code string, cursor int) place {
	at := syntax.At(code, cursor)
	p := place{expr: at.Expr, prefix: at.Prefix, inComment: at.InComment, start: utf8.RuneCountInString(code[:at.Start])}
	if c, ok := syntax.CallAt(code, cursor); ok {
		p.call = &callSite{callee: c.Fun, arg: c.Arg, keyword: c.Name, keywords: c.Names}
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
			head := code[:toks[i-2].End] + "."
			p.index = syntax.At(head, utf8.RuneCountInString(head)).Expr
		}
		return
	}
}

// inspectTargets lists expressions that the cursor may mean, best first: the one under it, then the callee of the call
// around it.
func inspectTargets(code string, cursor int) []string {
	var names []string
	if expr, _ := syntax.ExpressionAt(code, cursor); expr != "" {
		names = append(names, expr)
	}
	for _, t := range syntax.Tokens(code) {
		if off := utf8.RuneCountInString(code[:t.Start]); t.Kind == syntax.KeywordToken && off <= cursor && cursor <= off+len(t.Text) {
			names = append(names, t.Text)
		}
	}
	if c, ok := syntax.CallAt(code, cursor); ok {
		names = append(names, c.Fun)
	}
	return names
}

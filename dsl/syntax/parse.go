package syntax

import (
	"strings"
	"unicode/utf8"
)

// Limits against texts that would exhaust the stack of the parser or of those who walk the tree.
const (
	maxNest  = 1500  // expressions within expressions
	maxChain = 20000 // operators in a row, which nest to the left
)

// Parse reads a cell or a script. The error, if any, is an *Error.
func Parse(name, src string) (*File, error) {
	p, e := newParser(name, src)
	if e != nil {
		return nil, e
	}
	f, e := parseWith(p, (*parser).file)
	if e != nil {
		return nil, e
	}
	if err := Check(f); err != nil {
		return nil, err
	}
	return f, nil
}

// ParseExpr reads one expression, as eval takes it: blanks before it are allowed, a tuple needs no parentheses.
func ParseExpr(name, src string) (Expr, error) {
	src = strings.TrimLeft(src, " \t")
	p, e := newParser(name, src)
	if e != nil {
		return nil, e
	}
	p.dropLastNewline()
	x, e := parseWith(p, (*parser).evalInput)
	if e != nil {
		return nil, e
	}
	if err := checkExpr(name, p.src, x); err != nil {
		return nil, err
	}
	return x, nil
}

// parser holds the tokens of one text and how far it has got.
//
// Every rule is a method that returns nil (or false) when the text does not fit, and may leave the mark i anywhere:
// who tries alternatives puts it back with reset. A mistake found for certain is raised; from then on the mark stands
// on a token that fits nothing and reset does nothing, so that all rules fail and the parser unwinds.
type parser struct {
	name string
	src  string
	lx   *lexer
	t    []token
	i    int
	far  int // the furthest token looked at: where "invalid syntax" is reported
	nest int // depth of expressions within expressions
	// blocks is the depth of indented blocks.
	blocks int

	// diag is set in the second pass, invalid while the rules for mistakes are on in it.
	diag, invalid bool
	// memo is nil until the first mistake.
	memo map[memoKey]memoVal

	err   *Error
	plain bool // err is final: no broken token explains it better
}

type memoKey struct {
	rule rule
	at   int
}

type memoVal struct {
	node any
	end  int
}

// rule names the rules whose results the second pass remembers; without that it would take exponential time.
type rule uint8

const (
	ruleExpression rule = iota
	ruleStarExpression
	ruleDisjunction
	ruleConjunction
	ruleInversion
	ruleBitwiseOr
	ruleFactor
	rulePrimary
	ruleNamedInvalid
	ruleArguments
	ruleBlock
	ruleSimpleStmt
	ruleStarTarget
	ruleDelTarget
	ruleStrings
	ruleTPrimary
	ruleClosedPattern
	ruleStarPattern
)

func newParser(name, src string) (*parser, *Error) {
	src = normalise(src)
	if i := strings.IndexByte(src, 0); i >= 0 {
		line := int32(1 + strings.Count(src[:i], "\n"))
		e := &Error{Msg: "source code string cannot contain null bytes", Kind: "SyntaxError", Pos: Pos{line, 0}, End: Pos{line, 0}}
		return nil, e.fill(name, src)
	}
	lx := newLexer(src)
	lx.run()
	return &parser{name: name, src: src, lx: lx, t: lx.toks}, nil
}

// dropLastNewline takes away the newline that the lexer adds at the end: an expression needs none, and its end is where
// a mistake is reported.
func (p *parser) dropLastNewline() {
	n := len(p.t)
	if n >= 2 && p.t[n-2].kind == kNewline && !strings.HasSuffix(p.src, "\n") {
		p.t = append(p.t[:n-2], p.t[n-1])
		p.t[n-2].pos.Col--
		p.t[n-2].stop.Col--
	}
}

// normalise drops a byte order mark and writes all line ends as \n.
func normalise(src string) string {
	src = strings.TrimPrefix(src, "\ufeff")
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(src, "\r\n", "\n")
		src = strings.ReplaceAll(src, "\r", "\n")
	}
	return src
}

// parseWith runs a start rule, and once more with the rules for mistakes when it failed.
func parseWith[T any](p *parser, start func(*parser) (T, bool)) (T, *Error) {
	var zero T
	p.touch()
	res, ok := start(p)
	if ok && p.err == nil {
		return res, nil
	}
	incomplete := p.atEndOfText()
	if p.err == nil {
		last := p.t[p.far]
		p.second()
		start(p)
		if p.err == nil {
			p.generic(last)
		}
	}
	e := p.final()
	e.Incomplete = incomplete
	return zero, e
}

// second prepares the second pass.
func (p *parser) second() {
	p.i, p.nest, p.blocks = 0, 0, 0
	p.diag, p.invalid = true, true
	p.memo = make(map[memoKey]memoVal)
}

// generic raises the error for a text that no rule explains: it does not go on at token t.
func (p *parser) generic(t token) {
	switch t.kind {
	case kIndent:
		p.raiseAt(t.pos, t.pos, "unexpected indent")
		p.err.Kind, p.plain = "IndentationError", true
	case kDedent:
		p.raiseAt(t.pos, t.pos, "unexpected unindent")
		p.err.Kind, p.plain = "IndentationError", true
	default:
		p.raiseToken(t, "invalid syntax")
	}
}

// final is the error to report: a broken token anywhere, or a bracket that was left open on an earlier line, explains
// more than what the parser says.
func (p *parser) final() *Error {
	e := p.err
	if lx := p.lx.err; lx != nil && !p.fromLexer() && !p.plain {
		if p.lx.hard {
			e = lx
		} else if n := len(p.lx.brackets); n > 0 && len(p.lx.fstrings) == 0 && p.t[p.far].pos.Line > p.lx.brackets[n-1].line {
			b := p.lx.brackets[n-1]
			e = &Error{Msg: "'" + string(rune(b.c)) + "' was never closed", Kind: "SyntaxError", Pos: b.pos, End: b.pos}
		}
	}
	return e.fill(p.name, p.src)
}

func (p *parser) fromLexer() bool { return p.err == p.lx.err }

// atEndOfText reports whether the first pass failed for want of more text.
func (p *parser) atEndOfText() bool {
	if p.lx.err != nil {
		return p.lx.atEnd && p.far == len(p.t)-1
	}
	if p.err != nil {
		return false
	}
	switch p.t[p.far].kind {
	case kEOF:
		return true
	case kDedent:
		for _, t := range p.t[p.far:] {
			if t.kind != kDedent && t.kind != kEOF {
				return false
			}
		}
		return true
	}
	return false
}

// Marks and tokens.

// touch notes that the token at the mark was looked at; looking at a broken token raises its error.
func (p *parser) touch() {
	if p.i >= p.far && p.err == nil {
		p.far = p.i
		if p.t[p.i].kind == kError {
			p.err = p.lx.err
		}
	}
}

func (p *parser) advance() {
	if p.i < len(p.t)-1 {
		p.i++
	}
	if p.i > p.far {
		p.touch()
	}
}

func (p *parser) reset(mark int) {
	if p.err == nil {
		p.i = mark
	}
}

func (p *parser) kind() kind { return p.t[p.i].kind }

func (p *parser) at(k kind) bool { return p.t[p.i].kind == k }

// ahead is the kind of the token after the one at the mark; it does not count as looked at.
func (p *parser) ahead() kind {
	if p.i+1 < len(p.t) {
		return p.t[p.i+1].kind
	}
	return kEOF
}

func (p *parser) accept(k kind) bool {
	if p.t[p.i].kind == k {
		p.advance()
		return true
	}
	return false
}

func (p *parser) text(i int) string { return p.src[p.t[i].start:p.t[i].end] }

// atWord reports whether the mark stands on a name with this spelling: a soft keyword.
func (p *parser) atWord(w string) bool {
	t := &p.t[p.i]
	return t.kind == kName && int(t.end-t.start) == len(w) && p.src[t.start:t.end] == w
}

// span covers the tokens from start up to the mark.
func (p *parser) span(start int) Span {
	return Span{p.t[start].pos, p.t[p.i-1].stop}
}

// ident reads a name and returns its normal form.
func (p *parser) ident() (string, bool) {
	if !p.at(kName) {
		return "", false
	}
	s := nameText(p.text(p.i))
	p.advance()
	return s, true
}

// Errors.

// raise stops the parser with a mistake between two places.
func (p *parser) raiseAt(pos, end Pos, msg string) {
	if p.err != nil {
		return
	}
	p.err = &Error{Msg: msg, Pos: pos, End: end, Kind: "SyntaxError"}
	// A broken token at the end of the list fits nothing.
	if n := len(p.t); p.t[n-1].kind != kError {
		last := p.t[n-1]
		last.kind = kError
		p.t = append(p.t, last)
	}
	p.i = len(p.t) - 1
}

func (p *parser) raise(n Node, msg string) {
	s := n.Range()
	p.raiseAt(s.Start, s.End, msg)
}

func (p *parser) raiseRange(a, b Node, msg string) {
	p.raiseAt(a.Range().Start, b.Range().End, msg)
}

// raiseTok raises at token i, raiseToks from token i to token j. Tokens without text stand for their
// line as a whole.
func (p *parser) raiseTok(i int, msg string) { p.raiseToken(p.t[i], msg) }

func (p *parser) raiseToken(t token, msg string) {
	if t.kind == kIndent || t.kind == kDedent || t.kind == kEOF {
		t.pos.Col = -1
		t.stop = t.pos
	}
	p.raiseAt(t.pos, t.stop, msg)
}

func (p *parser) raiseToks(i, j int, msg string) { p.raiseAt(p.t[i].pos, p.t[j].stop, msg) }

// raiseFrom raises from a place to the furthest token looked at, whose last character CPython leaves out.
func (p *parser) raiseFrom(pos Pos, msg string) {
	end := p.t[p.far].stop
	end.Col--
	p.raiseAt(pos, end, msg)
}

// raiseFar raises at the furthest token looked at, as CPython does where a rule names no place.
func (p *parser) raiseFar(msg string) { p.raiseAt(p.t[p.far].pos, p.t[p.far].stop, msg) }

// raiseIndent raises an IndentationError at the furthest token looked at.
func (p *parser) raiseIndent(msg string) {
	if p.err == nil {
		p.raiseFar(msg)
		p.err.Kind = "IndentationError"
	}
}

// refuse raises for a feature of Python that this language leaves out.
func (p *parser) refuse(i, j int, what string) {
	p.raiseToks(i, j, what)
	p.plain = true
}

// force reads a token that must come here, else raises at once.
func (p *parser) force(k kind, spelling string) bool {
	if p.accept(k) {
		return true
	}
	p.raiseTok(p.i, "expected '"+spelling+"'")
	return false
}

// deeper guards recursion; every true needs a p.nest--.
func (p *parser) deeper() bool {
	if p.nest >= maxNest {
		p.raiseTok(p.i, "too many nested expressions")
		return false
	}
	p.nest++
	return true
}

// remember runs a rule, or once there was a mistake takes its result from the memory.
func remember[T comparable](p *parser, r rule, f func(*parser) T) T {
	var zero T
	key := memoKey{r, p.i}
	if p.memo == nil {
		x := f(p)
		if p.memo != nil {
			p.store(key, x, x != zero)
		}
		return x
	}
	if p.err != nil {
		return zero
	}
	if v, ok := p.memo[key]; ok {
		p.i = v.end
		p.touch()
		if v.node == nil {
			return zero
		}
		return v.node.(T)
	}
	x := f(p)
	p.store(key, x, x != zero)
	return x
}

func (p *parser) store(key memoKey, x any, ok bool) {
	if p.err != nil {
		return
	}
	v := memoVal{end: p.i}
	if ok {
		v.node = x
	}
	p.memo[key] = v
}

// Start rules.

func (p *parser) file() (*File, bool) {
	body := p.statements()
	if !p.at(kEOF) || p.err != nil {
		return nil, false
	}
	f := &File{Name: p.name, Source: p.src, Body: body}
	f.Start = Pos{1, 0}
	f.End = Pos{p.t[p.i].pos.Line, p.t[p.i].pos.Col}
	f.Silent = p.silent(body)
	return f, true
}

// silent reports whether the text ends with an expression and a semicolon.
func (p *parser) silent(body []Stmt) bool {
	if len(body) == 0 {
		return false
	}
	if _, ok := body[len(body)-1].(*ExprStmt); !ok {
		return false
	}
	for i := p.i - 1; i >= 0; i-- {
		if k := p.t[i].kind; k != kNewline {
			return k == kSemi
		}
	}
	return false
}

func (p *parser) evalInput() (Expr, bool) {
	x := p.expressions()
	for p.accept(kNewline) {
	}
	if x == nil || !p.at(kEOF) {
		return nil, false
	}
	return x, true
}

// runeCount is the number of code points of s.
func runeCount(s string) int32 { return int32(utf8.RuneCountInString(s)) }

package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Primaries (a.b, a[b], a(b)), atoms, displays, comprehensions.

func (p *parser) primary() Expr {
	return remember(p, rulePrimary, (*parser).primaryRaw)
}

func (p *parser) primaryRaw() Expr {
	if p.at(kwAwait) {
		p.refuse(p.i, p.i, "'await' is not supported: the language has no asynchronous code")
		return nil
	}
	start := p.i
	x := p.atom()
	for n := 0; x != nil; n++ {
		if n > maxChain {
			p.raiseTok(p.i, "too many nested expressions")
			return nil
		}
		m := p.i
		y := p.trailer(start, x)
		if y == nil {
			p.reset(m)
			break
		}
		x = y
	}
	if p.err != nil {
		return nil
	}
	return x
}

// trailer reads one ".name", "(args)" or "[index]" after x, or nothing.
func (p *parser) trailer(start int, x Expr) Expr {
	if p.invalid {
		// A lone generator expression is tried first, and so are the mistakes of comprehensions in any bracket.
		switch m := p.i; p.kind() {
		case kLParen:
			p.genexp()
			p.reset(m)
		case kLBracket, kLBrace:
			p.invalidComprehension()
			p.reset(m)
		}
	}
	switch p.kind() {
	case kDot:
		p.advance()
		at := p.i
		name, ok := p.ident()
		if !ok {
			return nil
		}
		return &Attribute{Span: p.span(start), X: x, Attr: name, AttrSpan: p.span(at)}
	case kLParen:
		call := &Call{Fun: x}
		p.advance()
		if !p.at(kRParen) {
			m := p.i
			if !p.arguments(call) {
				call.Args, call.Keywords = nil, nil
				p.reset(m)
			}
		}
		if !p.accept(kRParen) {
			return nil
		}
		call.Span = p.span(start)
		return call
	case kLBracket:
		p.advance()
		index := p.slices()
		if index == nil || !p.accept(kRBracket) {
			return nil
		}
		return &Subscript{Span: p.span(start), X: x, Index: index}
	}
	return nil
}

// slices is the inside of a subscript.
func (p *parser) slices() Expr {
	start := p.i
	var elts []Expr
	for {
		m := p.i
		var x Expr
		if p.at(kStar) {
			x = p.starredExpression()
		} else {
			x = p.slice()
		}
		if x == nil {
			p.reset(m)
			if len(elts) == 0 {
				return nil
			}
			break
		}
		_, star := x.(*Starred)
		if len(elts) == 0 && !p.at(kComma) && !star {
			return x
		}
		elts = append(elts, x)
		if !p.accept(kComma) {
			break
		}
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

func (p *parser) slice() Expr {
	start := p.i
	var low Expr
	if !p.at(kColon) {
		if p.at(kName) && p.ahead() == kColonEq {
			return p.assignmentExpression()
		}
		low = p.expression()
		if low == nil || !p.at(kColon) {
			if p.invalid {
				p.reset(start)
				return p.namedExpression()
			}
			if p.at(kColonEq) {
				return nil
			}
			return low
		}
	}
	p.advance()
	s := &Slice{Low: low}
	s.High = p.optionalExpression()
	if p.accept(kColon) {
		s.Step = p.optionalExpression()
	}
	s.Span = p.span(start)
	return s
}

func (p *parser) optionalExpression() Expr {
	switch p.kind() {
	case kColon, kRBracket, kComma:
		return nil
	}
	m := p.i
	x := p.expression()
	if x == nil {
		p.reset(m)
	}
	return x
}

func (p *parser) atom() Expr {
	start := p.i
	switch p.kind() {
	case kName:
		id, _ := p.ident()
		return &Name{Span: p.span(start), ID: id}
	case kwTrue, kwFalse, kwNone:
		text := p.text(start)
		p.advance()
		return &Const{Span: p.span(start), Value: text}
	case kEllipsis:
		p.advance()
		return &Const{Span: p.span(start), Value: "Ellipsis"}
	case kNumber:
		return p.number()
	case kString, kFStart:
		return p.strings()
	case kLParen:
		return p.paren()
	case kLBracket:
		return p.list()
	case kLBrace:
		return p.brace()
	}
	return nil
}

// number gives a numeric literal its value.
func (p *parser) number() Expr {
	start := p.i
	text := p.text(start)
	p.advance()
	span := p.span(start)
	digits := strings.ReplaceAll(text, "_", "")
	if len(digits) <= 18 {
		if v, ok := smallInt(digits); ok {
			return &Int{Span: span, Value: big.NewInt(v)}
		}
	}
	if len(digits) > 1 && digits[0] == '0' {
		switch digits[1] {
		case 'x', 'X', 'o', 'O', 'b', 'B':
			v, _ := new(big.Int).SetString(digits, 0)
			return &Int{Span: span, Value: v}
		}
	}
	last := digits[len(digits)-1]
	imag := last == 'j' || last == 'J'
	if imag {
		digits = digits[:len(digits)-1]
	}
	if !imag && !strings.ContainsAny(digits, ".eE") {
		const limit = 4300
		if len(digits) > limit {
			p.raiseTok(start, fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", limit, len(digits)))
			return nil
		}
		v, _ := new(big.Int).SetString(digits, 10)
		return &Int{Span: span, Value: v}
	}
	f, _ := strconv.ParseFloat(digits, 64) // out of range gives an infinity, as it should
	if imag {
		return &Imag{Span: span, Value: f}
	}
	return &Float{Span: span, Value: f}
}

func smallInt(s string) (int64, bool) {
	var v int64
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return 0, false
		}
		v = v*10 + int64(s[i]-'0')
	}
	return v, true
}

// paren is a tuple, a group, or a generator expression.
func (p *parser) paren() Expr {
	start := p.i
	p.advance()
	if p.accept(kRParen) {
		return &Tuple{Span: p.span(start), Paren: true}
	}
	var x Expr
	if p.at(kwYield) {
		x = p.yieldExpr()
		if x != nil && p.accept(kRParen) {
			return x
		}
	} else if x = p.starNamedExpression(); x != nil {
		_, star := x.(*Starred)
		switch {
		case p.at(kComma):
			p.advance()
			elts := append([]Expr{x}, p.starNamedExpressions()...)
			if p.accept(kRParen) {
				return &Tuple{Span: p.span(start), Elts: elts, Paren: true}
			}
		case p.at(kRParen) && !star:
			p.advance()
			return x
		case p.atFor() && !star:
			if c := p.clauses(); c != nil && p.accept(kRParen) {
				return &Comp{Span: p.span(start), Kind: GenExp, Key: x, Clauses: c}
			}
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidGroup()
		p.reset(start)
		p.genexp()
	}
	return nil
}

// genexp is a generator expression with its parentheses.
func (p *parser) genexp() Expr {
	start := p.i
	if !p.accept(kLParen) {
		return nil
	}
	x := p.assignmentExpression()
	if x == nil && !(p.at(kName) && p.ahead() == kColonEq) {
		x = p.plainExpression()
	}
	if x != nil && p.atFor() {
		if c := p.clauses(); c != nil && p.accept(kRParen) {
			return &Comp{Span: p.span(start), Kind: GenExp, Key: x, Clauses: c}
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidComprehension()
	}
	return nil
}

// list is a list display or comprehension.
func (p *parser) list() Expr {
	start := p.i
	p.advance()
	if p.accept(kRBracket) {
		return &List{Span: p.span(start)}
	}
	x := p.starNamedExpression()
	if x != nil {
		_, star := x.(*Starred)
		switch {
		case p.atFor() && !star:
			if c := p.clauses(); c != nil && p.accept(kRBracket) {
				return &Comp{Span: p.span(start), Kind: ListComp, Key: x, Clauses: c}
			}
		case p.at(kRBracket):
			p.advance()
			return &List{Span: p.span(start), Elts: []Expr{x}}
		case p.at(kComma):
			p.advance()
			elts := append([]Expr{x}, p.starNamedExpressions()...)
			if p.accept(kRBracket) {
				return &List{Span: p.span(start), Elts: elts}
			}
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidComprehension()
	}
	return nil
}

// brace is a dict or set, as display or comprehension.
func (p *parser) brace() Expr {
	start := p.i
	p.advance()
	if p.accept(kRBrace) {
		return &Dict{Span: p.span(start)}
	}
	d, first := p.dict(start)
	if d != nil {
		return d
	}
	if first == nil || p.invalid {
		// CPython asks for these mistakes in the first pass already.
		if p.memo == nil {
			p.memo = make(map[memoKey]memoVal)
		}
		p.reset(start)
		p.invalidDict()
	}
	if first == nil || p.diag || p.at(kColonEq) {
		p.reset(start + 1)
		first = p.starNamedExpression()
	}
	if first != nil {
		if s := p.set(start, first); s != nil {
			return s
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidDictComprehension()
		p.reset(start)
		p.invalidComprehension()
	}
	return nil
}

// dict reads what follows the brace of a non-empty dict. When the first element has no colon it is returned instead,
// and may be the first of a set.
func (p *parser) dict(start int) (dict, first Expr) {
	d := &Dict{}
	for !p.at(kRBrace) {
		if p.at(kDStar) {
			p.advance()
			v := p.bitwiseOr()
			if v == nil {
				return nil, nil
			}
			d.Keys, d.Values = append(d.Keys, nil), append(d.Values, v)
		} else {
			k := p.expression()
			if k == nil || !p.accept(kColon) {
				if len(d.Keys) > 0 {
					k = nil
				}
				return nil, k
			}
			v := p.expression()
			if v == nil {
				return nil, nil
			}
			if p.atFor() && len(d.Keys) == 0 {
				if c := p.clauses(); c != nil && p.accept(kRBrace) {
					return &Comp{Span: p.span(start), Kind: DictComp, Key: k, Value: v, Clauses: c}, nil
				}
				return nil, nil
			}
			d.Keys, d.Values = append(d.Keys, k), append(d.Values, v)
		}
		if !p.accept(kComma) {
			break
		}
	}
	if !p.accept(kRBrace) {
		return nil, nil
	}
	d.Span = p.span(start)
	return d, nil
}

// set reads what follows the first element of a set.
func (p *parser) set(start int, x Expr) Expr {
	elts := []Expr{x}
	switch {
	case p.atFor():
		if _, star := x.(*Starred); star {
			return nil
		}
		if c := p.clauses(); c != nil && p.accept(kRBrace) {
			return &Comp{Span: p.span(start), Kind: SetComp, Key: x, Clauses: c}
		}
		return nil
	case p.accept(kComma):
		elts = append(elts, p.starNamedExpressions()...)
	}
	if !p.accept(kRBrace) {
		return nil
	}
	return &Set{Span: p.span(start), Elts: elts}
}

// atFor reports whether a clause of a comprehension begins.
func (p *parser) atFor() bool { return p.at(kwFor) || p.at(kwAsync) }

// clauses are the "for ... in ... if ..." of a comprehension.
func (p *parser) clauses() []*CompFor {
	var list []*CompFor
	for {
		m := p.i
		c := p.clause()
		if c == nil {
			p.reset(m)
			return list
		}
		list = append(list, c)
	}
}

func (p *parser) clause() *CompFor {
	start := p.i
	if p.at(kwAsync) {
		if p.ahead() == kwFor {
			p.refuse(p.i, p.i+1, "'async for' is not supported: the language has no asynchronous code")
		}
		p.advance()
		return nil
	}
	if !p.accept(kwFor) {
		return nil
	}
	target := p.starTargets()
	if target != nil && p.accept(kwIn) {
		// From here the clause is certain: no other rule is tried.
		iter := p.disjunction()
		if iter == nil {
			return nil
		}
		c := &CompFor{Target: target, Iter: iter}
		for p.at(kwIf) {
			m := p.i
			p.advance()
			x := p.disjunction()
			if x == nil {
				p.reset(m)
				break
			}
			c.Ifs = append(c.Ifs, x)
		}
		c.Span = p.span(start)
		return c
	}
	if p.invalid {
		p.reset(start)
		p.invalidForTarget()
	}
	return nil
}

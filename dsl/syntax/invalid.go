package syntax

import (
	"fmt"
	"strings"
)

// The rules of the second pass. Each looks for one well-known mistake and raises an error that explains it; it never
// accepts anything. They follow the order and the wording of CPython 3.12, so that an error means the same in both.
//
// A rule stands where the grammar would go on with the mistake: callers put the mark back before and after.

// withoutInvalid runs f with these rules off.
func withoutInvalid[T any](p *parser, f func(*parser) T) T {
	old := p.invalid
	p.invalid = false
	x := f(p)
	p.invalid = old
	return x
}

// invalidExpression: a missing comma, a conditional without else, a lambda that an f-string cuts off.
func (p *parser) invalidExpression() {
	start := p.i
	soft := p.at(kName) && (p.ahead() == kString || softKeyword(p.text(p.i)))
	if !soft {
		a := p.disjunction()
		if a != nil {
			b := withoutInvalid(p, func(p *parser) Expr {
				if p.at(kwLambda) {
					return p.lambda()
				}
				return p.conditional()
			})
			if b != nil && !legacy(a) && p.t[p.i-1].level > 0 {
				p.raiseRange(a, b, "invalid syntax. Perhaps you forgot a comma?")
				return
			}
		}
		p.reset(start)
	}
	if a := p.disjunction(); a != nil && p.accept(kwIf) {
		if b := p.disjunction(); b != nil && !p.at(kwElse) && !p.at(kColon) {
			p.raiseRange(a, b, "expected 'else' after 'if' expression")
			return
		}
	}
	p.reset(start)
	if p.accept(kwLambda) {
		if a := p.params(kColon); a != nil && p.at(kColon) {
			colon := p.i
			p.advance()
			if p.at(kFMiddle) {
				p.raiseToks(start, colon, "f-string: lambda expressions are not allowed without parentheses")
			}
		}
	}
}

// softKeyword reports whether s begins a soft keyword: CPython 3.12 compares only so far, and gives plainer messages
// for names such as "c" and "m".
func softKeyword(s string) bool {
	return strings.HasPrefix("match", s) || strings.HasPrefix("case", s) || s == "_" || strings.HasPrefix("type", s)
}

// legacy reports whether x is the name of a statement of Python 2.
func legacy(x Expr) bool {
	n, ok := x.(*Name)
	return ok && (n.ID == "print" || n.ID == "exec")
}

// invalidLegacy: print and exec used as statements.
func (p *parser) invalidLegacy() {
	if !p.at(kName) || p.ahead() == kLParen {
		return
	}
	a := p.nameExpr()
	if b := p.starExpressions(); b != nil && legacy(a) {
		p.raiseRange(a, b, fmt.Sprintf("Missing parentheses in call to '%s'. Did you mean %s(...)?", a.ID, a.ID))
	}
}

// invalidNamedExpression: ":=" after something that is no name, and "=" where "==" or ":=" is meant.
func (p *parser) invalidNamedExpression() {
	remember(p, ruleNamedInvalid, func(p *parser) Expr {
		start := p.i
		if a := p.expression(); a != nil && p.accept(kColonEq) && p.expression() != nil {
			p.raise(a, "cannot use assignment expressions with "+exprName(a))
			return nil
		}
		p.reset(start)
		if p.at(kName) {
			a := p.nameExpr()
			if p.accept(kAssign) {
				if b := p.bitwiseOr(); b != nil && !p.at(kAssign) && !p.at(kColonEq) {
					p.raiseRange(a, b, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
					return nil
				}
			}
			p.reset(start)
		}
		if p.bracketedAhead() {
			return nil
		}
		if a := p.bitwiseOr(); a != nil && p.accept(kAssign) {
			if p.bitwiseOr() != nil && !p.at(kAssign) && !p.at(kColonEq) {
				p.raise(a, "cannot assign to "+exprName(a)+" here. Maybe you meant '==' instead of '='?")
			}
		}
		return nil
	})
}

// bracketedAhead reports whether a list, tuple, generator expression, True, None or False begins at the mark.
func (p *parser) bracketedAhead() bool {
	m := p.i
	defer p.reset(m)
	switch p.kind() {
	case kwTrue, kwFalse, kwNone:
		return true
	case kLBracket:
		l, ok := p.list().(*List)
		return ok && l != nil
	case kLParen:
		switch x := p.paren().(type) {
		case *Tuple:
			return x.Paren && x.Start == p.t[m].pos
		case *Comp:
			return x.Kind == GenExp && x.Start == p.t[m].pos
		}
	}
	return false
}

// invalidTarget raises for the part of x that cannot be assigned to or deleted.
func (p *parser) invalidTarget(x Expr, use targetUse) {
	w := wrongTarget(x, use)
	if w == nil {
		if use != starUse {
			return
		}
		p.raiseFar("invalid syntax")
		return
	}
	verb := "assign to"
	if use == delUse {
		verb = "delete"
	}
	p.raise(w, "cannot "+verb+" "+exprName(w))
}

// invalidGroup: a star in parentheses that make no tuple.
func (p *parser) invalidGroup() {
	start := p.i
	p.advance()
	if a := p.starredExpression(); a != nil && p.at(kRParen) {
		p.raise(a, "cannot use starred expression here")
		return
	}
	p.reset(start + 1)
	m := p.i
	if p.accept(kDStar) && p.expression() != nil && p.at(kRParen) {
		p.raiseTok(m, "cannot use double starred expression here")
	}
}

// invalidComprehension: unpacking in a comprehension, and a target tuple without parentheses.
func (p *parser) invalidComprehension() {
	start := p.i
	p.advance()
	if a := p.starredExpression(); a != nil && p.clauses() != nil {
		p.raise(a, "iterable unpacking cannot be used in comprehension")
		return
	}
	p.reset(start)
	if p.at(kLParen) {
		return
	}
	p.advance()
	a := p.starNamedExpression()
	if a == nil || !p.accept(kComma) {
		return
	}
	comma := p.i - 1
	if b := p.starNamedExpressions(); b != nil && p.clauses() != nil {
		p.raiseRange(a, b[len(b)-1], "did you forget parentheses around the comprehension target?")
		return
	}
	p.reset(comma + 1)
	if p.clauses() != nil {
		p.raiseAt(a.Range().Start, p.t[comma].stop, "did you forget parentheses around the comprehension target?")
	}
}

func (p *parser) invalidDictComprehension() {
	p.advance()
	m := p.i
	if p.accept(kDStar) && p.bitwiseOr() != nil && p.clauses() != nil && p.at(kRBrace) {
		p.raiseTok(m, "dict unpacking cannot be used in dict comprehension")
	}
}

// invalidDict: pairs that are none.
func (p *parser) invalidDict() {
	p.advance()
	m := p.i
	last := -1 // behind the comma that the last good pair was followed by
	for p.pair() && p.accept(kComma) {
		last = p.i
	}
	if last >= 0 {
		p.reset(last)
		p.invalidPair()
	}
	p.reset(m)
	if p.expression() != nil && p.accept(kColon) {
		p.starOrNothing(p.i - 1)
	}
}

// pair reads one element of a dict display.
func (p *parser) pair() bool {
	m := p.i
	if p.accept(kDStar) {
		if p.bitwiseOr() != nil {
			return true
		}
	} else if p.expression() != nil && p.accept(kColon) && p.expression() != nil {
		return true
	}
	p.reset(m)
	return false
}

func (p *parser) invalidPair() {
	a := p.expression()
	if a == nil {
		return
	}
	if !p.at(kColon) {
		s := a.Range()
		at := Pos{s.Start.Line, s.End.Col - 1}
		p.raiseAt(at, at, "':' expected after dictionary key")
		return
	}
	p.advance()
	p.starOrNothing(p.i - 1)
}

// starOrNothing looks behind the colon of a pair.
func (p *parser) starOrNothing(colon int) {
	m := p.i
	if p.accept(kStar) && p.bitwiseOr() != nil {
		p.raiseFrom(p.t[m].pos, "cannot use a starred expression in a dictionary value")
		return
	}
	p.reset(m)
	if p.at(kRBrace) || p.at(kComma) {
		p.raiseTok(colon, "expression expected after dictionary key and ':'")
	}
}

// invalidField: what can be wrong with a replacement field of an f-string. The mark is on its brace.
func (p *parser) invalidField() {
	start := p.i
	p.advance()
	next := p.i
	switch p.kind() {
	case kAssign, kExclaim, kColon, kRBrace:
		p.raiseTok(next, "f-string: valid expression required before '"+p.text(next)+"'")
		return
	}
	if p.annotatedRHS() == nil {
		if p.err == nil {
			p.raiseTok(next, "f-string: expecting a valid expression after '{'")
		}
		return
	}
	k := p.kind()
	if k != kAssign && k != kExclaim && k != kColon && k != kRBrace {
		p.raiseTok(p.i, "f-string: expecting '=', or '!', or ':', or '}'")
		return
	}
	if p.accept(kAssign) {
		if k = p.kind(); k != kExclaim && k != kColon && k != kRBrace {
			p.raiseTok(p.i, "f-string: expecting '!', or ':', or '}'")
			return
		}
	}
	if p.at(kExclaim) {
		p.advance()
		switch {
		case p.at(kColon) || p.at(kRBrace):
			p.raiseTok(p.i, "f-string: missing conversion character")
			return
		case !p.at(kName):
			p.raiseTok(p.i, "f-string: invalid conversion character")
			return
		}
		p.advance()
		if !p.at(kColon) && !p.at(kRBrace) {
			p.raiseTok(p.i, "f-string: expecting ':' or '}'")
			return
		}
	}
	if p.at(kColon) {
		p.formatSpec(false)
		if !p.at(kRBrace) {
			p.raiseTok(p.i, "f-string: expecting '}', or format specs")
		}
		return
	}
	if !p.at(kRBrace) {
		p.raiseTok(p.i, "f-string: expecting '}'")
	}
	p.reset(start)
}

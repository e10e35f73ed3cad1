package syntax

import "math/big"

// The match statement and its patterns. "match" and "case" are ordinary names elsewhere.

func (p *parser) matchStmt() Stmt {
	start := p.i
	p.advance()
	s := &Match{}
	if s.Subject = p.subject(); s.Subject != nil && p.accept(kColon) && p.accept(kNewline) && p.accept(kIndent) {
		for p.atWord("case") {
			m := p.i
			c := p.caseBlock()
			if c == nil {
				p.reset(m)
				break
			}
			s.Cases = append(s.Cases, c)
		}
		if len(s.Cases) > 0 && p.accept(kDedent) {
			s.Span = p.blockSpan(start)
			return s
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidMatch()
	}
	return nil
}

// subject is an expression, or a tuple of elements that may be starred.
func (p *parser) subject() Expr {
	start := p.i
	x := p.starNamedExpression()
	if x != nil && p.accept(kComma) {
		elts := append([]Expr{x}, p.starNamedExpressions()...)
		return &Tuple{Span: p.span(start), Elts: elts}
	}
	if _, star := x.(*Starred); star {
		p.reset(start)
		return p.namedExpression()
	}
	return x
}

func (p *parser) caseBlock() *MatchCase {
	start := p.i
	if p.invalid {
		p.invalidCase()
		p.reset(start)
	}
	p.advance()
	c := &MatchCase{Pattern: p.patterns()}
	if c.Pattern == nil {
		return nil
	}
	c.Guard = p.guard()
	if !p.accept(kColon) {
		return nil
	}
	if c.Body = p.block(); c.Body == nil {
		return nil
	}
	c.Span = p.blockSpan(start)
	return c
}

func (p *parser) guard() Expr {
	if !p.at(kwIf) {
		return nil
	}
	m := p.i
	p.advance()
	x := p.namedExpression()
	if x == nil {
		p.reset(m)
	}
	return x
}

// patterns is the whole of a case: a pattern or an open sequence.
func (p *parser) patterns() Pattern {
	start := p.i
	x := p.maybeStarPattern()
	if x != nil && p.at(kComma) {
		elts := p.openSequence(x)
		return &MatchSequence{Span: p.span(start), Elts: elts}
	}
	if _, star := x.(*MatchStar); star {
		return nil
	}
	return x
}

// openSequence reads the commas and patterns after the first element.
func (p *parser) openSequence(first Pattern) []Pattern {
	elts := []Pattern{first}
	for p.accept(kComma) {
		m := p.i
		x := p.maybeStarPattern()
		if x == nil {
			p.reset(m)
			break
		}
		elts = append(elts, x)
	}
	return elts
}

func (p *parser) maybeStarPattern() Pattern {
	if p.at(kStar) {
		return p.starPattern()
	}
	return p.pattern()
}

func (p *parser) starPattern() Pattern {
	start := p.i
	p.advance()
	if p.atWord("_") {
		p.advance()
		return &MatchStar{Span: p.span(start)}
	}
	name, ok := p.captureName()
	if !ok {
		return nil
	}
	return &MatchStar{Span: p.span(start), Name: name}
}

// pattern is an or-pattern with an optional "as name".
func (p *parser) pattern() Pattern {
	if !p.deeper() {
		return nil
	}
	defer func() { p.nest-- }()
	start := p.i
	x := p.orPattern()
	if x == nil || !p.at(kwAs) {
		return x
	}
	m := p.i
	p.advance()
	if name, ok := p.captureName(); ok {
		return &MatchAs{Span: p.span(start), Pattern: x, Name: name}
	}
	if p.invalid {
		p.reset(m)
		p.invalidAs()
	}
	p.reset(m)
	return x
}

func (p *parser) orPattern() Pattern {
	start := p.i
	x := p.closedPattern()
	if x == nil || !p.at(kBar) {
		return x
	}
	alts := []Pattern{x}
	for p.at(kBar) {
		m := p.i
		p.advance()
		y := p.closedPattern()
		if y == nil {
			p.reset(m)
			break
		}
		alts = append(alts, y)
	}
	if len(alts) == 1 {
		return x
	}
	return &MatchOr{Span: p.span(start), Alts: alts}
}

// captureName is a name that a pattern binds: not "_", and not the beginning of a dotted name, class or keyword.
func (p *parser) captureName() (string, bool) {
	if p.atWord("_") {
		return "", false
	}
	name, ok := p.ident()
	if !ok || p.at(kDot) || p.at(kLParen) || p.at(kAssign) {
		return "", false
	}
	return name, true
}

func (p *parser) closedPattern() Pattern {
	return remember(p, ruleClosedPattern, (*parser).closedPatternRaw)
}

func (p *parser) closedPatternRaw() Pattern {
	start := p.i
	switch p.kind() {
	case kNumber, kMinus, kString, kFStart, kwNone, kwTrue, kwFalse:
		x := p.literalPattern()
		if x == nil {
			return nil
		}
		if c, ok := x.(*Const); ok {
			return &MatchSingleton{Span: c.Span, Value: c.Value}
		}
		return &MatchValue{Span: p.span(start), X: x}
	case kName:
		return p.namePattern()
	case kLParen:
		p.advance()
		if p.accept(kRParen) {
			return &MatchSequence{Span: p.span(start)}
		}
		x := p.maybeStarPattern()
		if x == nil {
			return nil
		}
		if _, star := x.(*MatchStar); !star && p.accept(kRParen) {
			return x
		}
		if !p.at(kComma) {
			return nil
		}
		elts := p.openSequence(x)
		if !p.accept(kRParen) {
			return nil
		}
		return &MatchSequence{Span: p.span(start), Elts: elts}
	case kLBracket:
		p.advance()
		var elts []Pattern
		if !p.at(kRBracket) {
			x := p.maybeStarPattern()
			if x == nil {
				return nil
			}
			elts = p.openSequence(x)
		}
		if !p.accept(kRBracket) {
			return nil
		}
		return &MatchSequence{Span: p.span(start), Elts: elts}
	case kLBrace:
		return p.mappingPattern()
	}
	return nil
}

// literalPattern is a number with its sign, a complex number, a string, or None, True, False.
func (p *parser) literalPattern() Expr {
	start := p.i
	switch p.kind() {
	case kString, kFStart:
		return p.strings()
	case kwNone, kwTrue, kwFalse:
		return p.atom()
	}
	neg := p.at(kMinus)
	if neg {
		p.advance()
	}
	if !p.at(kNumber) {
		return nil
	}
	x := p.number()
	if x == nil {
		return nil
	}
	_, complex := x.(*Imag)
	if neg {
		x = &Unary{Span: p.span(start), Op: Neg, X: x}
	}
	if !p.at(kPlus) && !p.at(kMinus) {
		return x
	}
	op, opAt := Add, p.i
	if p.at(kMinus) {
		op = Sub
	}
	if complex {
		p.raiseRange(x, x, "real number required in complex literal")
		return nil
	}
	p.advance()
	if !p.at(kNumber) {
		return nil
	}
	y := p.number()
	if y == nil {
		return nil
	}
	if _, ok := y.(*Imag); !ok {
		p.raise(y, "imaginary number required in complex literal")
		return nil
	}
	return &Binary{Span: p.span(start), Op: op, L: x, R: y, OpPos: Span{p.t[opAt].pos, p.t[opAt].stop}}
}

// namePattern is a capture, the wildcard, a dotted value, or a class pattern.
func (p *parser) namePattern() Pattern {
	start := p.i
	if name, ok := p.captureName(); ok {
		return &MatchAs{Span: p.span(start), Name: name}
	}
	p.reset(start)
	wild := p.atWord("_")
	x := p.nameOrAttr()
	if x == nil {
		return nil
	}
	_, isName := x.(*Name)
	if wild && isName {
		// "_" matches anything before the class rule is asked.
		return &MatchAs{Span: p.span(start)}
	}
	if p.at(kLParen) {
		return p.classPattern(start, x)
	}
	if isName || p.at(kDot) || p.at(kAssign) {
		return nil
	}
	return &MatchValue{Span: p.span(start), X: x}
}

func (p *parser) nameOrAttr() Expr {
	start := p.i
	n := p.nameExpr()
	if n == nil {
		return nil
	}
	var x Expr = n
	for p.at(kDot) {
		m := p.i
		p.advance()
		at := p.i
		name, ok := p.ident()
		if !ok {
			p.reset(m)
			break
		}
		x = &Attribute{Span: p.span(start), X: x, Attr: name, AttrSpan: p.span(at)}
	}
	return x
}

func (p *parser) classPattern(start int, cls Expr) Pattern {
	open := p.i
	p.advance()
	c := &MatchClass{Cls: cls}
	for !p.at(kRParen) {
		if p.at(kName) && p.ahead() == kAssign {
			name, _ := p.ident()
			p.advance()
			v := p.pattern()
			if v == nil {
				return nil
			}
			c.KwNames = append(c.KwNames, name)
			c.KwValues = append(c.KwValues, v)
		} else {
			if len(c.KwNames) > 0 {
				break
			}
			v := p.pattern()
			if v == nil {
				break
			}
			c.Args = append(c.Args, v)
		}
		if !p.accept(kComma) {
			break
		}
	}
	if p.accept(kRParen) {
		c.Span = p.span(start)
		return c
	}
	if p.invalid {
		p.reset(open)
		p.invalidClassPattern()
	}
	return nil
}

func (p *parser) mappingPattern() Pattern {
	start := p.i
	p.advance()
	m := &MatchMapping{}
	for !p.at(kRBrace) {
		if p.at(kDStar) {
			p.advance()
			name, ok := p.captureName()
			if !ok {
				return nil
			}
			m.Rest = name
			p.accept(kComma)
			break
		}
		var key Expr
		if p.at(kName) {
			if key = p.nameOrAttr(); key != nil {
				if _, ok := key.(*Name); ok {
					return nil
				}
			}
		} else {
			key = p.literalPattern()
		}
		if key == nil || !p.accept(kColon) {
			return nil
		}
		v := p.pattern()
		if v == nil {
			return nil
		}
		m.Keys = append(m.Keys, key)
		m.Patterns = append(m.Patterns, v)
		if !p.accept(kComma) {
			break
		}
	}
	if !p.accept(kRBrace) {
		return nil
	}
	m.Span = p.span(start)
	return m
}

// numericKey gives equal keys of a mapping pattern the same text.
func numericKey(x Expr) (*big.Int, bool) {
	switch x := x.(type) {
	case *Int:
		return x.Value, true
	case *Unary:
		if n, ok := x.X.(*Int); ok {
			return new(big.Int).Neg(n.Value), true
		}
	}
	return nil, false
}

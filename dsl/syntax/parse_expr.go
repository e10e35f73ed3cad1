package syntax

// Expressions, from the loosest binding to the tightest.

// expressions is one expression or a tuple of them without stars.
func (p *parser) expressions() Expr {
	start := p.i
	x := p.expression()
	if x == nil || !p.at(kComma) {
		return x
	}
	elts := []Expr{x}
	for p.at(kComma) {
		p.advance()
		m := p.i
		y := p.expression()
		if y == nil {
			p.reset(m)
			break
		}
		elts = append(elts, y)
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

// starExpressions is the right side of an assignment: elements may be starred.
func (p *parser) starExpressions() Expr {
	start := p.i
	x := p.starExpression()
	if x == nil || !p.at(kComma) {
		return x
	}
	elts := []Expr{x}
	for p.at(kComma) {
		p.advance()
		m := p.i
		y := p.starExpression()
		if y == nil {
			p.reset(m)
			break
		}
		elts = append(elts, y)
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

func (p *parser) starExpression() Expr {
	return remember(p, ruleStarExpression, (*parser).starExpressionRaw)
}

func (p *parser) starExpressionRaw() Expr {
	if p.at(kStar) {
		return p.starredOr()
	}
	return p.expression()
}

// starredOr is "*" with an operand that binds as tightly as "|".
func (p *parser) starredOr() Expr {
	start := p.i
	p.advance()
	if x := p.bitwiseOr(); x != nil {
		return &Starred{Span: p.span(start), X: x}
	}
	return nil
}

// starNamedExpression is an element of a display.
func (p *parser) starNamedExpression() Expr {
	if p.at(kStar) {
		return p.starredOr()
	}
	return p.namedExpression()
}

// starNamedExpressions reads elements separated by commas, with an optional comma at the end; nil when there is none.
func (p *parser) starNamedExpressions() []Expr {
	var elts []Expr
	for {
		m := p.i
		x := p.starNamedExpression()
		if x == nil {
			p.reset(m)
			return elts
		}
		elts = append(elts, x)
		if !p.accept(kComma) {
			return elts
		}
	}
}

// assignmentExpression is "name := value"; once ":=" is seen nothing else fits.
func (p *parser) assignmentExpression() Expr {
	if !p.at(kName) || p.ahead() != kColonEq {
		return nil
	}
	start := p.i
	name := p.nameExpr()
	p.advance()
	value := p.expression()
	if value == nil {
		return nil
	}
	return &NamedExpr{Span: p.span(start), Target: name, Value: value}
}

func (p *parser) nameExpr() *Name {
	start := p.i
	id, ok := p.ident()
	if !ok {
		return nil
	}
	return &Name{Span: p.span(start), ID: id}
}

func (p *parser) namedExpression() Expr {
	if p.at(kName) && p.ahead() == kColonEq {
		return p.assignmentExpression()
	}
	if p.invalid {
		m := p.i
		p.invalidNamedExpression()
		p.reset(m)
	}
	return p.plainExpression()
}

// plainExpression is an expression that no ":=" follows.
func (p *parser) plainExpression() Expr {
	x := p.expression()
	if x == nil || p.at(kColonEq) {
		return nil
	}
	return x
}

func (p *parser) expression() Expr {
	return remember(p, ruleExpression, (*parser).expressionRaw)
}

func (p *parser) expressionRaw() Expr {
	if !p.deeper() {
		return nil
	}
	defer func() { p.nest-- }()
	if p.invalid {
		m := p.i
		p.invalidExpression()
		p.reset(m)
		p.invalidLegacy()
		p.reset(m)
	}
	return p.conditional()
}

// conditional is an expression without the rules for mistakes at its top.
func (p *parser) conditional() Expr {
	if p.at(kwLambda) {
		return p.lambda()
	}
	start := p.i
	x := p.disjunction()
	if x == nil || !p.at(kwIf) {
		return x
	}
	m := p.i
	p.advance()
	if cond := p.disjunction(); cond != nil && p.accept(kwElse) {
		if other := p.expression(); other != nil {
			return &IfExp{Span: p.span(start), Cond: cond, Then: x, Else: other}
		}
	}
	p.reset(m)
	return x
}

func (p *parser) lambda() Expr {
	start := p.i
	p.advance()
	args := p.params(kColon)
	if args == nil || !p.accept(kColon) {
		return nil
	}
	body := p.expression()
	if body == nil {
		return nil
	}
	return &Lambda{Span: p.span(start), Args: args, Body: body}
}

func (p *parser) disjunction() Expr {
	return remember(p, ruleDisjunction, (*parser).disjunctionRaw)
}

func (p *parser) disjunctionRaw() Expr {
	return p.boolChain(kwOr, false, (*parser).conjunction)
}

func (p *parser) conjunction() Expr {
	return remember(p, ruleConjunction, (*parser).conjunctionRaw)
}

func (p *parser) conjunctionRaw() Expr {
	return p.boolChain(kwAnd, true, (*parser).inversion)
}

func (p *parser) boolChain(op kind, and bool, operand func(*parser) Expr) Expr {
	start := p.i
	x := operand(p)
	if x == nil || !p.at(op) {
		return x
	}
	xs := []Expr{x}
	for p.at(op) {
		m := p.i
		p.advance()
		y := operand(p)
		if y == nil {
			p.reset(m)
			break
		}
		xs = append(xs, y)
	}
	if len(xs) == 1 {
		return x
	}
	return &BoolOp{Span: p.span(start), And: and, X: xs}
}

func (p *parser) inversion() Expr {
	return remember(p, ruleInversion, (*parser).inversionRaw)
}

func (p *parser) inversionRaw() Expr {
	if !p.at(kwNot) {
		return p.comparison()
	}
	if !p.deeper() {
		return nil
	}
	defer func() { p.nest-- }()
	start := p.i
	p.advance()
	x := p.inversion()
	if x == nil {
		return nil
	}
	return &Unary{Span: p.span(start), Op: Not, X: x}
}

func (p *parser) comparison() Expr {
	start := p.i
	l := p.bitwiseOr()
	if l == nil {
		return nil
	}
	var cmp *Compare
	for {
		m := p.i
		op, ok := p.compareOp()
		if !ok {
			p.reset(m)
			break
		}
		r := p.bitwiseOr()
		if r == nil {
			p.reset(m)
			break
		}
		if cmp == nil {
			cmp = &Compare{L: l}
		}
		cmp.Ops = append(cmp.Ops, op)
		cmp.Rights = append(cmp.Rights, r)
		cmp.Span = p.span(start)
	}
	if cmp == nil {
		return l
	}
	return cmp
}

func (p *parser) compareOp() (CompareOp, bool) {
	var op CompareOp
	switch p.kind() {
	case kEq:
		op = Eq
	case kNotEq:
		op = NotEq
	case kLt:
		op = Lt
	case kLtE:
		op = LtE
	case kGt:
		op = Gt
	case kGtE:
		op = GtE
	case kwIn:
		op = In
	case kwNot:
		p.advance()
		return NotIn, p.accept(kwIn)
	case kwIs:
		p.advance()
		if p.accept(kwNot) {
			return IsNot, true
		}
		return Is, true
	default:
		return 0, false
	}
	p.advance()
	return op, true
}

// binaryOps gives the binding strength of each binary operator, 0 for other tokens.
var binaryOps = [nKinds]struct {
	strength uint8
	op       BinaryOp
}{
	kBar: {1, BitOr}, kCaret: {2, BitXor}, kAmp: {3, BitAnd}, kLShift: {4, LShift}, kRShift: {4, RShift},
	kPlus: {5, Add}, kMinus: {5, Sub},
	kStar: {6, Mul}, kSlash: {6, Div}, kDSlash: {6, FloorDiv}, kPercent: {6, Mod}, kAt: {6, MatMul},
}

func (p *parser) bitwiseOr() Expr {
	return remember(p, ruleBitwiseOr, (*parser).bitwiseOrRaw)
}

func (p *parser) bitwiseOrRaw() Expr { return p.binary(1) }

// binary reads a chain of operators that bind at least as strongly as min, by precedence climbing. An operator without
// a right operand is left to the caller.
func (p *parser) binary(min uint8) Expr {
	start := p.i
	x := p.factor()
	for n := 0; x != nil; n++ {
		o := &binaryOps[p.kind()]
		if o.strength == 0 || o.strength < min {
			break
		}
		if n > maxChain {
			p.raiseTok(p.i, "too many nested expressions")
			return nil
		}
		m := p.i
		p.advance()
		y := p.binary(o.strength + 1)
		if y == nil {
			p.reset(m)
			break
		}
		x = &Binary{Span: p.span(start), Op: o.op, L: x, R: y, OpPos: Span{p.t[m].pos, p.t[m].stop}}
	}
	return x
}

func (p *parser) factor() Expr {
	return remember(p, ruleFactor, (*parser).factorRaw)
}

func (p *parser) factorRaw() Expr {
	var op UnaryOp
	switch p.kind() {
	case kPlus:
		op = Plus
	case kMinus:
		op = Neg
	case kTilde:
		op = Invert
	default:
		return p.power()
	}
	if !p.deeper() {
		return nil
	}
	defer func() { p.nest-- }()
	start := p.i
	p.advance()
	x := p.factor()
	if x == nil {
		return nil
	}
	return &Unary{Span: p.span(start), Op: op, X: x}
}

func (p *parser) power() Expr {
	start := p.i
	x := p.primary()
	if x == nil || !p.at(kDStar) {
		return x
	}
	if !p.deeper() {
		return nil
	}
	defer func() { p.nest-- }()
	m := p.i
	p.advance()
	y := p.factor()
	if y == nil {
		p.reset(m)
		return x
	}
	return &Binary{Span: p.span(start), Op: Pow, L: x, R: y, OpPos: Span{p.t[m].pos, p.t[m].stop}}
}

// yieldExpr is "yield", "yield x" or "yield from x".
func (p *parser) yieldExpr() Expr {
	if !p.at(kwYield) {
		return nil
	}
	start := p.i
	p.advance()
	if p.at(kwFrom) {
		p.advance()
		x := p.expression()
		if x == nil {
			return nil
		}
		return &YieldFrom{Span: p.span(start), X: x}
	}
	m := p.i
	x := p.starExpressions()
	if x == nil {
		p.reset(m)
	}
	return &Yield{Span: p.span(start), X: x}
}

// annotatedRHS is what may stand right of "=": a yield or star expressions.
func (p *parser) annotatedRHS() Expr {
	if p.at(kwYield) {
		return p.yieldExpr()
	}
	return p.starExpressions()
}

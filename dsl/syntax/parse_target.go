package syntax

// Targets of assignment, for, with, comprehension and del. They are read as CPython's grammar does, not as expressions
// that are checked afterwards, because "for x in y" must stop before "in".

// starTargets is one target, or a tuple of them when commas follow.
func (p *parser) starTargets() Expr {
	start := p.i
	x := p.starTarget()
	if x == nil || !p.at(kComma) {
		return x
	}
	elts := []Expr{x}
	for p.at(kComma) {
		p.advance()
		m := p.i
		y := p.starTarget()
		if y == nil {
			p.reset(m)
			break
		}
		elts = append(elts, y)
	}
	return &Tuple{Span: p.span(start), Elts: elts}
}

func (p *parser) starTarget() Expr {
	return remember(p, ruleStarTarget, (*parser).starTargetRaw)
}

func (p *parser) starTargetRaw() Expr {
	if !p.at(kStar) {
		return p.target(false)
	}
	start := p.i
	p.advance()
	if p.at(kStar) {
		return nil
	}
	x := p.target(false)
	if x == nil {
		return nil
	}
	return &Starred{Span: p.span(start), X: x}
}

// target is an attribute, a subscript, a name, or a bracketed list of targets; del allows no stars.
func (p *parser) target(del bool) Expr {
	if p.at(kName) && !trailerStart(p.ahead()) {
		return p.nameExpr()
	}
	m := p.i
	if x := p.attributeOrSubscript(); x != nil {
		return x
	}
	p.reset(m)
	switch p.kind() {
	case kName:
		return p.nameExpr()
	case kLParen:
		return p.targetGroup(del, kRParen)
	case kLBracket:
		return p.targetGroup(del, kRBracket)
	}
	return nil
}

func trailerStart(k kind) bool { return k == kDot || k == kLParen || k == kLBracket }

// attributeOrSubscript is a primary that ends in ".name" or "[index]".
func (p *parser) attributeOrSubscript() Expr {
	switch p.kind() {
	case kName, kwTrue, kwFalse, kwNone, kEllipsis, kNumber, kString, kFStart, kLParen, kLBracket, kLBrace:
	default:
		return nil
	}
	switch x := p.primary().(type) {
	case *Attribute:
		return x
	case *Subscript:
		return x
	}
	return nil
}

// targetGroup is targets in parentheses or brackets.
func (p *parser) targetGroup(del bool, close kind) Expr {
	if !p.deeper() {
		return nil
	}
	defer func() { p.nest-- }()
	start := p.i
	p.advance()
	var elts []Expr
	comma := false
	for !p.at(close) {
		m := p.i
		var x Expr
		if del {
			x = p.target(true)
		} else {
			x = p.starTarget()
		}
		if x == nil {
			p.reset(m)
			break
		}
		elts = append(elts, x)
		if !p.at(kComma) {
			break
		}
		comma = true
		p.advance()
	}
	if !p.accept(close) {
		return nil
	}
	if close == kRBracket {
		return &List{Span: p.span(start), Elts: elts}
	}
	if len(elts) == 1 && !comma {
		if _, star := elts[0].(*Starred); star {
			return nil
		}
		return elts[0]
	}
	return &Tuple{Span: p.span(start), Elts: elts, Paren: true}
}

// singleTarget is a target of an annotation or augmented assignment: a name, attribute or subscript.
func (p *parser) singleTarget() Expr {
	m := p.i
	if x := p.attributeOrSubscript(); x != nil {
		return x
	}
	p.reset(m)
	if p.at(kName) {
		return p.nameExpr()
	}
	if p.accept(kLParen) {
		if x := p.singleTarget(); x != nil && p.accept(kRParen) {
			return x
		}
	}
	return nil
}

// isTarget reports whether an expression, as parsed, may be assigned to. The value of a starred element must be a
// target too. paren tells whether the expression is an element in brackets, where a star is allowed.
func isTarget(x Expr) bool {
	switch x := x.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Starred:
		if _, twice := x.X.(*Starred); twice {
			return false
		}
		return isTarget(x.X)
	case *Tuple:
		return allTargets(x.Elts)
	case *List:
		return allTargets(x.Elts)
	}
	return false
}

func allTargets(xs []Expr) bool {
	for _, x := range xs {
		if !isTarget(x) {
			return false
		}
	}
	return true
}

// targetUse says which statement a wrong target belongs to.
type targetUse uint8

const (
	starUse targetUse = iota
	delUse
	forUse
)

// wrongTarget finds the part of x that cannot be a target, or nil.
func wrongTarget(x Expr, use targetUse) Expr {
	switch x := x.(type) {
	case *List:
		return wrongTargets(x.Elts, use)
	case *Tuple:
		return wrongTargets(x.Elts, use)
	case *Starred:
		if use == delUse {
			return x
		}
		return wrongTarget(x.X, use)
	case *Compare:
		// "for a in b in c": the target is what stands before the first "in".
		if use != forUse {
			return x
		}
		if x.Ops[0] == In {
			return wrongTarget(x.L, use)
		}
		return nil
	case *Name, *Attribute, *Subscript:
		return nil
	}
	return x
}

func wrongTargets(xs []Expr, use targetUse) Expr {
	for _, x := range xs {
		if w := wrongTarget(x, use); w != nil {
			return w
		}
	}
	return nil
}

// exprName is how messages call a kind of expression.
func exprName(x Expr) string {
	switch x := x.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *Binary, *Unary:
		return "expression"
	case *Comp:
		return [...]string{"list comprehension", "set comprehension", "dict comprehension", "generator expression"}[x.Kind]
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *FString, *FValue:
		return "f-string expression"
	case *Const:
		if x.Value == "Ellipsis" {
			return "ellipsis"
		}
		return x.Value
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "literal"
}

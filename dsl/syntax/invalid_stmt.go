package syntax

import "fmt"

// Mistakes in statements.

// assignmentSlowly reads an assignment or expression statement in the order of CPython's grammar, because which
// mistake is found first depends on it.
func (p *parser) assignmentSlowly() Stmt {
	start := p.i
	if s := p.assignment(); s != nil || p.err != nil {
		return s
	}
	p.reset(start)
	if p.invalid {
		p.invalidAssignment()
		p.reset(start)
	}
	x := p.starExpressions()
	if x != nil {
		if n, ok := x.(*Name); ok && n.ID == "type" && p.at(kName) {
			return nil // the first pass has refused the statement
		}
		return &ExprStmt{Span: p.span(start), X: x}
	}
	p.reset(start)
	if x = p.yieldExpr(); x != nil {
		return &ExprStmt{Span: p.span(start), X: x}
	}
	return nil
}

func (p *parser) assignment() Stmt {
	start := p.i
	if p.at(kName) {
		x := p.nameExpr()
		if p.at(kColon) {
			if s := p.annAssign(start, x); s != nil {
				return s
			}
		}
		p.reset(start)
	}
	var x Expr
	if p.accept(kLParen) {
		if x = p.singleTarget(); x != nil && !p.accept(kRParen) {
			x = nil
		}
	}
	if x == nil {
		p.reset(start)
		x = p.attributeOrSubscript()
	}
	if x != nil && p.at(kColon) {
		if s := p.annAssign(start, x); s != nil {
			return s
		}
	}
	p.reset(start)
	var targets []Expr
	for {
		m := p.i
		x := p.starTargets()
		if x == nil || !p.accept(kAssign) {
			p.reset(m)
			break
		}
		targets = append(targets, x)
	}
	if len(targets) > 0 {
		if v := p.annotatedRHS(); v != nil && !p.at(kAssign) {
			return &Assign{Span: p.span(start), Targets: targets, Value: v}
		}
	}
	p.reset(start)
	if x := p.singleTarget(); x != nil {
		if k := p.kind(); kPlusEq <= k && k <= kCaretEq {
			p.advance()
			v := p.annotatedRHS()
			if v == nil {
				return nil
			}
			return &AugAssign{Span: p.span(start), Target: x, Op: Add + BinaryOp(k-kPlusEq), Value: v}
		}
	}
	return nil
}

func (p *parser) invalidAssignment() {
	start := p.i
	if a := p.annTarget(); a != nil && p.accept(kColon) && p.expression() != nil {
		p.raise(a, "only single target (not "+exprName(a)+") can be annotated")
		return
	}
	p.reset(start)
	if a := p.starNamedExpression(); a != nil && p.accept(kComma) {
		for {
			m := p.i
			if p.starNamedExpressions() == nil {
				p.reset(m)
				break
			}
		}
		if p.accept(kColon) && p.expression() != nil {
			p.raise(a, "only single target (not tuple) can be annotated")
			return
		}
	}
	p.reset(start)
	if a := p.expression(); a != nil && p.accept(kColon) && p.expression() != nil {
		p.raise(a, "illegal target for annotation")
		return
	}
	p.reset(start)
	p.targetsAndEq()
	if a := p.starExpressions(); a != nil && p.accept(kAssign) {
		p.invalidTarget(a, starUse)
		return
	}
	p.reset(start)
	p.targetsAndEq()
	if a := p.yieldExpr(); a != nil && p.accept(kAssign) {
		p.raise(a, "assignment to yield expression not possible")
		return
	}
	p.reset(start)
	if a := p.starExpressions(); a != nil {
		if k := p.kind(); kPlusEq <= k && k <= kCaretEq {
			p.advance()
			if p.annotatedRHS() != nil {
				p.raise(a, "'"+exprName(a)+"' is an illegal expression for augmented assignment")
			}
		}
	}
}

// targetsAndEq reads "a = b = ..." up to the last target that is right.
func (p *parser) targetsAndEq() {
	for {
		m := p.i
		if p.starTargets() == nil || !p.accept(kAssign) {
			p.reset(m)
			return
		}
	}
}

// annTarget is a list or tuple, perhaps in parentheses.
func (p *parser) annTarget() Expr {
	start := p.i
	switch p.kind() {
	case kLBracket:
		if l, ok := p.list().(*List); ok {
			return l
		}
	case kLParen:
		if t, ok := p.paren().(*Tuple); ok && t.Start == p.t[start].pos {
			return t
		}
		p.reset(start + 1)
		if a := p.annTarget(); a != nil && p.accept(kRParen) {
			return a
		}
	}
	return nil
}

func (p *parser) invalidDel() {
	p.advance()
	if a := p.starExpressions(); a != nil {
		p.invalidTarget(a, delUse)
	}
}

// invalidForTarget: something that cannot be assigned to between "for" and "in".
func (p *parser) invalidForTarget() {
	if !p.accept(kwFor) {
		return
	}
	if a := p.starExpressions(); a != nil {
		p.invalidTarget(a, forUse)
	}
}

// invalidImport: "import a from b".
func (p *parser) invalidImport() {
	start := p.i
	p.advance()
	for p.dottedName() != "" && p.accept(kComma) {
	}
	if p.t[p.i-1].kind == kName && p.accept(kwFrom) && p.dottedName() != "" {
		p.raiseFrom(p.t[start].pos, "Did you mean to use 'from ... import ...' instead?")
	}
}

func (p *parser) invalidImportTargets() {
	if len(p.importAliases()) > 0 && p.accept(kComma) && p.at(kNewline) {
		p.raiseFar("trailing comma not allowed without surrounding parentheses")
	}
}

// expectColon raises when the line ends where a colon should be.
func (p *parser) expectColon() {
	if p.at(kNewline) {
		p.raiseFar("expected ':'")
	}
}

// expectBlock raises when a line that ends in a colon has no indented block after it. The mark is on the colon; owner
// says whose block, start is its first token.
func (p *parser) expectBlock(start int, owner string) {
	if !p.accept(kColon) || !p.accept(kNewline) || p.at(kIndent) || p.err != nil {
		return
	}
	p.raiseIndent(fmt.Sprintf("expected an indented block after %s on line %d", owner, p.t[start].pos.Line))
}

// invalidKeywordBlock handles else and finally, which have nothing between the word and the colon.
func (p *parser) invalidKeywordBlock(owner string) {
	start := p.i
	p.advance()
	p.expectBlock(start, owner)
}

func (p *parser) invalidIf() {
	start := p.i
	word := p.text(start)
	p.advance()
	if p.namedExpression() == nil {
		return
	}
	p.expectColon()
	p.expectBlock(start, "'"+word+"' statement")
}

func (p *parser) invalidWhile() { p.invalidIf() }

func (p *parser) invalidFor() {
	start := p.i
	p.advance()
	if p.starTargets() == nil || !p.accept(kwIn) || p.starExpressions() == nil {
		return
	}
	p.expectColon()
	p.expectBlock(start, "'for' statement")
}

func (p *parser) invalidDef() {
	start := p.i
	p.advance()
	if _, ok := p.ident(); !ok || !p.accept(kLParen) || p.params(kRParen) == nil || !p.accept(kRParen) {
		return
	}
	if p.accept(kArrow) && p.expression() == nil {
		return
	}
	p.expectBlock(start, "function definition")
}

func (p *parser) invalidClass() {
	start := p.i
	p.advance()
	if _, ok := p.ident(); !ok {
		return
	}
	if p.at(kLParen) {
		m := p.i
		p.advance()
		inner := p.i
		if !p.at(kRParen) && !p.arguments(&Call{}) {
			p.reset(inner)
		}
		if !p.accept(kRParen) {
			p.reset(m)
		}
	}
	p.expectColon()
	p.expectBlock(start, "class definition")
}

// withHead reads the items of a with statement as the rules for mistakes see them: an item may be a tuple when it
// stands in parentheses.
func (p *parser) withHead(tuples bool) bool {
	for {
		var x Expr
		if tuples {
			x = p.expressions()
		} else {
			x = p.expression()
		}
		if x == nil {
			return false
		}
		if p.at(kwAs) {
			m := p.i
			p.advance()
			if p.starTarget() == nil {
				p.reset(m)
			}
		}
		if !p.at(kComma) {
			return true
		}
		m := p.i
		p.advance()
		n := p.i
		if p.expression() == nil {
			p.reset(m)
			return true
		}
		p.reset(n)
	}
}

// withParen is withHead in parentheses.
func (p *parser) withParen() bool {
	if !p.accept(kLParen) || !p.withHead(true) {
		return false
	}
	p.accept(kComma)
	return p.accept(kRParen)
}

func (p *parser) invalidWithIndent() {
	start := p.i
	p.advance()
	if p.withHead(false) {
		p.expectBlock(start, "'with' statement")
	}
	p.reset(start + 1)
	if p.withParen() {
		p.expectBlock(start, "'with' statement")
	}
}

func (p *parser) invalidWith() {
	start := p.i
	p.advance()
	if p.withHead(false) {
		p.expectColon()
	}
	p.reset(start + 1)
	if p.withParen() {
		p.expectColon()
	}
}

func (p *parser) invalidWithItem() {
	if p.expression() == nil || !p.accept(kwAs) {
		return
	}
	if a := p.expression(); a != nil && (p.at(kComma) || p.at(kRParen) || p.at(kColon)) {
		p.invalidTarget(a, starUse)
	}
}

func (p *parser) invalidTry() {
	start := p.i
	p.advance()
	p.expectBlock(start, "'try' statement")
	p.reset(start + 1)
	if p.accept(kColon) && p.block() != nil && !p.at(kwExcept) && !p.at(kwFinally) {
		p.raiseFar("expected 'except' or 'finally' block")
	}
}

func (p *parser) invalidExceptIndent() {
	start := p.i
	p.advance()
	if !p.at(kColon) {
		if p.expression() == nil {
			return
		}
		p.asName()
	}
	p.expectBlock(start, "'except' statement")
}

func (p *parser) invalidExcept() {
	start := p.i
	p.advance()
	if a := p.expression(); a != nil && p.accept(kComma) && p.expressions() != nil {
		p.asName()
		if p.at(kColon) {
			p.raiseAt(a.Range().Start, p.t[p.i].pos, "multiple exception types must be parenthesized")
			return
		}
	}
	p.reset(start + 1)
	if p.expression() != nil {
		p.asName()
		p.expectColon()
	}
	p.reset(start + 1)
	p.expectColon()
}

func (p *parser) invalidMatch() {
	start := p.i
	p.advance()
	if p.subject() == nil {
		return
	}
	p.expectColon()
	p.expectBlock(start, "'match' statement")
}

func (p *parser) invalidCase() {
	start := p.i
	p.advance()
	if p.patterns() == nil {
		return
	}
	p.guard()
	p.expectColon()
	p.expectBlock(start, "'case' statement")
}

// invalidAs looks behind the "as" of a pattern.
func (p *parser) invalidAs() {
	p.advance()
	if p.atWord("_") {
		p.raiseTok(p.i, "cannot use '_' as a target")
		return
	}
	if p.at(kName) {
		return
	}
	if a := p.expression(); a != nil {
		p.raise(a, "invalid pattern target")
	}
}

// invalidClassPattern: positional patterns behind keyword patterns. The mark is on the parenthesis.
func (p *parser) invalidClassPattern() {
	p.advance()
	keywords := false
	var first, last Pattern
	for {
		m := p.i
		if p.at(kName) && p.ahead() == kAssign {
			if first != nil {
				break
			}
			p.advance()
			p.advance()
			if p.pattern() == nil {
				break
			}
			keywords = true
		} else {
			x := p.pattern()
			if x == nil {
				p.reset(m)
				break
			}
			if keywords {
				if first == nil {
					first = x
				}
				last = x
			}
		}
		if !p.accept(kComma) {
			break
		}
	}
	if first != nil {
		p.raiseRange(first, last, "positional patterns follow keyword patterns")
	}
}

package syntax

import "strings"

// Statements of one line.

// statements reads statements until one does not fit.
func (p *parser) statements() []Stmt {
	var list []Stmt
	for {
		m := p.i
		next, ok := p.statement(list)
		if !ok {
			p.reset(m)
			return list
		}
		list = next
		if p.blocks == 0 && p.diag {
			clear(p.memo) // nothing goes back over a statement of the outermost level
		}
	}
}

// statement appends one line of statements, or one compound statement, to list.
func (p *parser) statement(list []Stmt) ([]Stmt, bool) {
	switch p.kind() {
	case kEOF, kDedent, kNewline:
		return list, false
	}
	m := p.i
	s, done := p.compound()
	if s != nil {
		return append(list, s), true
	}
	if done || p.err != nil {
		return list, false
	}
	p.reset(m)
	return p.simpleStmts(list)
}

// simpleStmts reads statements separated by semicolons, up to the end of the line.
func (p *parser) simpleStmts(list []Stmt) ([]Stmt, bool) {
	for {
		m := p.i
		s := p.simpleStmt()
		if s == nil {
			p.reset(m)
			return list, false
		}
		list = append(list, s)
		if !p.accept(kSemi) {
			break
		}
		if p.at(kNewline) {
			break
		}
	}
	return list, p.accept(kNewline)
}

func (p *parser) simpleStmt() Stmt {
	return remember(p, ruleSimpleStmt, (*parser).simpleStmtRaw)
}

func (p *parser) simpleStmtRaw() Stmt {
	start := p.i
	switch p.kind() {
	case kwImport:
		return p.importName()
	case kwFrom:
		return p.importFrom()
	case kwReturn:
		p.advance()
		m := p.i
		x := p.starExpressions()
		if x == nil {
			p.reset(m)
		}
		return &Return{Span: p.span(start), X: x}
	case kwRaise:
		return p.raiseStmt()
	case kwPass:
		p.advance()
		return &Pass{p.span(start)}
	case kwBreak:
		p.advance()
		return &Break{p.span(start)}
	case kwContinue:
		p.advance()
		return &Continue{p.span(start)}
	case kwDel:
		return p.delStmt()
	case kwAssert:
		return p.assertStmt()
	case kwGlobal, kwNonlocal:
		return p.scopeStmt()
	case kwAsync:
		p.refuseAsync()
		return nil
	}
	if p.diag {
		return p.assignmentSlowly()
	}
	return p.assignmentOrExpr()
}

// assignmentOrExpr reads an expression and sees from what follows whether it was the target of an assignment.
func (p *parser) assignmentOrExpr() Stmt {
	start := p.i
	x := p.annotatedRHS()
	if x == nil {
		return nil
	}
	switch k := p.kind(); {
	case k == kColon:
		return p.annAssign(start, x)
	case k == kAssign:
		var targets []Expr
		for p.at(kAssign) {
			if !isTarget(x) {
				return nil
			}
			targets = append(targets, x)
			p.advance()
			if x = p.annotatedRHS(); x == nil {
				return nil
			}
		}
		return &Assign{Span: p.span(start), Targets: targets, Value: x}
	case kPlusEq <= k && k <= kCaretEq:
		switch x.(type) {
		case *Name, *Attribute, *Subscript:
		default:
			return nil
		}
		p.advance()
		v := p.annotatedRHS()
		if v == nil {
			return nil
		}
		return &AugAssign{Span: p.span(start), Target: x, Op: Add + BinaryOp(k-kPlusEq), Value: v}
	case k == kName:
		if n, ok := x.(*Name); ok && n.ID == "type" && p.i == start+1 && (p.ahead() == kAssign || p.ahead() == kLBracket) {
			p.refuse(start, p.i, "the 'type' statement is not supported: assign the type to a name instead")
			return nil
		}
	}
	return &ExprStmt{Span: p.span(start), X: x}
}

// annAssign reads ": annotation" and perhaps "= value" after a target.
func (p *parser) annAssign(start int, target Expr) Stmt {
	s := &AnnAssign{Target: target}
	switch target.(type) {
	case *Name:
		s.Simple = p.t[start].kind == kName
	case *Attribute, *Subscript:
		if p.groupTarget(start) {
			return nil
		}
	default:
		return nil
	}
	p.advance()
	if s.Annotation = p.expression(); s.Annotation == nil {
		return nil
	}
	if p.at(kAssign) {
		m := p.i
		p.advance()
		if s.Value = p.annotatedRHS(); s.Value == nil {
			p.reset(m)
		}
	}
	s.Span = p.span(start)
	return s
}

// groupTarget reports whether the statement begins with a target in parentheses. CPython's grammar then wants the colon
// right behind them, and refuses "(a).b: int".
func (p *parser) groupTarget(start int) bool {
	if p.t[start].kind != kLParen {
		return false
	}
	m := p.i
	defer p.reset(m)
	p.reset(start + 1)
	return p.singleTarget() != nil && p.accept(kRParen) && p.i < m
}

func (p *parser) raiseStmt() Stmt {
	start := p.i
	p.advance()
	s := &Raise{}
	m := p.i
	if s.X = p.expression(); s.X == nil {
		p.reset(m)
	} else if p.at(kwFrom) {
		m = p.i
		p.advance()
		if s.Cause = p.expression(); s.Cause == nil {
			p.reset(m)
		}
	}
	s.Span = p.span(start)
	return s
}

func (p *parser) delStmt() Stmt {
	start := p.i
	p.advance()
	s := &Delete{}
	for {
		m := p.i
		x := p.delTarget()
		if x == nil {
			p.reset(m)
			break
		}
		s.Targets = append(s.Targets, x)
		if !p.accept(kComma) {
			break
		}
	}
	if len(s.Targets) > 0 && (p.at(kSemi) || p.at(kNewline)) {
		s.Span = p.span(start)
		return s
	}
	if p.invalid {
		p.reset(start)
		p.invalidDel()
	}
	return nil
}

func (p *parser) delTarget() Expr {
	return remember(p, ruleDelTarget, func(p *parser) Expr { return p.target(true) })
}

func (p *parser) assertStmt() Stmt {
	start := p.i
	p.advance()
	s := &Assert{Test: p.expression()}
	if s.Test == nil {
		return nil
	}
	if p.at(kComma) {
		m := p.i
		p.advance()
		if s.Msg = p.expression(); s.Msg == nil {
			p.reset(m)
		}
	}
	s.Span = p.span(start)
	return s
}

// scopeStmt is "global a, b" or "nonlocal a, b".
func (p *parser) scopeStmt() Stmt {
	start := p.i
	global := p.at(kwGlobal)
	p.advance()
	var names []string
	for {
		m := p.i
		name, ok := p.ident()
		if !ok {
			if len(names) == 0 {
				return nil
			}
			p.reset(m - 1)
			break
		}
		names = append(names, name)
		if !p.accept(kComma) {
			break
		}
	}
	if global {
		return &Global{Span: p.span(start), Names: names}
	}
	return &Nonlocal{Span: p.span(start), Names: names}
}

// dottedName reads "a.b.c".
func (p *parser) dottedName() string {
	name, ok := p.ident()
	if !ok {
		return ""
	}
	for p.at(kDot) {
		m := p.i
		p.advance()
		part, ok := p.ident()
		if !ok {
			p.reset(m)
			break
		}
		name += "." + part
	}
	return name
}

// asName reads an optional "as name".
func (p *parser) asName() string {
	if !p.at(kwAs) {
		return ""
	}
	m := p.i
	p.advance()
	name, ok := p.ident()
	if !ok {
		p.reset(m)
	}
	return name
}

func (p *parser) importName() Stmt {
	start := p.i
	if p.invalid {
		p.invalidImport()
		p.reset(start)
	}
	p.advance()
	s := &Import{}
	for {
		m := p.i
		name := p.dottedName()
		if name == "" {
			if len(s.Names) == 0 {
				return nil
			}
			p.reset(m - 1)
			break
		}
		as := p.asName()
		s.Names = append(s.Names, &Alias{Span: p.span(m), Name: name, AsName: as})
		if !p.accept(kComma) {
			break
		}
	}
	s.Span = p.span(start)
	return s
}

func (p *parser) importFrom() Stmt {
	start := p.i
	p.advance()
	s := &ImportFrom{}
	for p.at(kDot) || p.at(kEllipsis) {
		s.Level += len(p.text(p.i))
		p.advance()
	}
	s.Module = p.dottedName()
	if s.Module == "" && s.Level == 0 || !p.accept(kwImport) {
		return nil
	}
	m := p.i
	switch {
	case p.at(kStar):
		p.advance()
		s.Names = []*Alias{{Span: p.span(m), Name: "*"}}
	case p.at(kLParen):
		p.advance()
		s.Names = p.importAliases()
		p.accept(kComma)
		if len(s.Names) == 0 || !p.accept(kRParen) {
			return nil
		}
	default:
		s.Names = p.importAliases()
		if len(s.Names) == 0 || p.at(kComma) {
			if p.invalid {
				p.reset(m)
				p.invalidImportTargets()
			}
			return nil
		}
	}
	s.Span = p.span(start)
	return s
}

// importAliases reads names with commas between them, and stops before a comma that no name follows.
func (p *parser) importAliases() []*Alias {
	var list []*Alias
	for {
		m := p.i
		name, ok := p.ident()
		if !ok {
			if len(list) > 0 {
				m--
			}
			p.reset(m)
			return list
		}
		as := p.asName()
		list = append(list, &Alias{Span: p.span(m), Name: name, AsName: as})
		if !p.accept(kComma) {
			return list
		}
	}
}

// refuseAsync names what follows "async".
func (p *parser) refuseAsync() {
	what := "async " + strings.TrimSpace(p.text(min(p.i+1, len(p.t)-1)))
	end := p.i
	switch p.ahead() {
	case kwDef, kwFor, kwWith:
		end++
	default:
		what = "async"
	}
	p.refuse(p.i, end, "'"+what+"' is not supported: the language has no asynchronous code")
}

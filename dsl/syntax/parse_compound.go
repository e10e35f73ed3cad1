package syntax

// Statements that hold blocks.

// compound reads a compound statement. done tells that the first word belongs to one, so that nothing else is tried.
func (p *parser) compound() (s Stmt, done bool) {
	switch p.kind() {
	case kwIf:
		s = p.ifStmt()
	case kwWhile:
		s = p.whileStmt()
	case kwFor:
		s = p.forStmt()
	case kwDef:
		s = p.funcDef(p.i, nil)
	case kwClass:
		s = p.classDef(p.i, nil)
	case kwTry:
		s = p.tryStmt()
	case kwWith:
		s = p.withStmt()
	case kAt:
		s = p.decorated()
	case kwAsync:
		p.refuseAsync()
	case kName:
		if p.atWord("match") {
			return p.matchStmt(), false
		}
		return nil, false
	default:
		return nil, false
	}
	return s, true
}

// block is what follows a colon: an indented block, or statements on the same line.
func (p *parser) block() []Stmt {
	b := remember(p, ruleBlock, func(p *parser) *[]Stmt {
		if list := p.blockRaw(); list != nil {
			return &list
		}
		return nil
	})
	if b == nil {
		return nil
	}
	return *b
}

func (p *parser) blockRaw() []Stmt {
	if !p.at(kNewline) {
		list, ok := p.simpleStmts(nil)
		if !ok {
			return nil
		}
		return list
	}
	p.advance()
	if !p.at(kIndent) {
		if p.invalid {
			p.raiseIndent("expected an indented block")
		}
		return nil
	}
	p.advance()
	p.blocks++
	list := p.statements()
	p.blocks--
	if len(list) == 0 || !p.accept(kDedent) {
		return nil
	}
	return list
}

func (p *parser) ifStmt() Stmt {
	start := p.i
	if p.invalid {
		p.invalidIf()
		p.reset(start)
	}
	p.advance()
	s := &If{Cond: p.namedExpression()}
	if s.Cond == nil || !p.accept(kColon) {
		return nil
	}
	if s.Then = p.block(); s.Then == nil {
		return nil
	}
	switch {
	case p.at(kwElif):
		if !p.deeper() {
			return nil
		}
		m := p.i
		if next := p.ifStmt(); next != nil {
			s.Else = []Stmt{next}
		} else {
			p.reset(m)
		}
		p.nest--
	case p.at(kwElse):
		s.Else = p.elseBlock()
	}
	if p.err != nil {
		return nil
	}
	s.Span = p.blockSpan(start)
	return s
}

// blockSpan covers a statement from its first token to the last one of its blocks: the tokens that end a block stand on
// the next line and do not belong to it.
func (p *parser) blockSpan(start int) Span {
	i := p.i - 1
	for i > start {
		if k := p.t[i].kind; k != kNewline && k != kIndent && k != kDedent {
			break
		}
		i--
	}
	return Span{p.t[start].pos, p.t[i].stop}
}

// elseBlock reads "else:" and its block; nil when it does not fit.
func (p *parser) elseBlock() []Stmt {
	start := p.i
	if p.invalid {
		p.invalidKeywordBlock("'else' statement")
		p.reset(start)
	}
	p.advance()
	if !p.force(kColon, ":") {
		return nil
	}
	b := p.block()
	if b == nil {
		p.reset(start)
	}
	return b
}

func (p *parser) optionalElse() []Stmt {
	if p.at(kwElse) {
		return p.elseBlock()
	}
	return nil
}

func (p *parser) whileStmt() Stmt {
	start := p.i
	if p.invalid {
		p.invalidWhile()
		p.reset(start)
	}
	p.advance()
	s := &While{Cond: p.namedExpression()}
	if s.Cond == nil || !p.accept(kColon) {
		return nil
	}
	if s.Body = p.block(); s.Body == nil {
		return nil
	}
	s.Else = p.optionalElse()
	s.Span = p.blockSpan(start)
	return s
}

func (p *parser) forStmt() Stmt {
	start := p.i
	if p.invalid {
		p.invalidFor()
		p.reset(start)
	}
	p.advance()
	s := &For{Target: p.starTargets()}
	if s.Target == nil || !p.accept(kwIn) {
		if p.invalid {
			p.reset(start)
			p.invalidForTarget()
		}
		return nil
	}
	if s.Iter = p.starExpressions(); s.Iter == nil || !p.accept(kColon) {
		return nil
	}
	if s.Body = p.block(); s.Body == nil {
		return nil
	}
	s.Else = p.optionalElse()
	s.Span = p.blockSpan(start)
	return s
}

func (p *parser) withStmt() Stmt {
	start := p.i
	if p.invalid {
		p.invalidWithIndent()
		p.reset(start)
	}
	p.advance()
	s := &With{}
	m := p.i
	if p.accept(kLParen) {
		if s.Items = p.withItems(); s.Items != nil {
			p.accept(kComma)
			if p.accept(kRParen) && p.accept(kColon) {
				if s.Body = p.block(); s.Body != nil {
					s.Span = p.blockSpan(start)
					return s
				}
			}
		}
		p.reset(m)
	}
	if s.Items = p.withItems(); s.Items != nil && p.accept(kColon) {
		if s.Body = p.block(); s.Body != nil {
			s.Span = p.blockSpan(start)
			return s
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidWith()
	}
	return nil
}

func (p *parser) withItems() []*WithItem {
	var items []*WithItem
	for {
		m := p.i
		it := p.withItem()
		if it == nil {
			if len(items) > 0 {
				m--
			}
			p.reset(m)
			return items
		}
		items = append(items, it)
		if !p.accept(kComma) {
			return items
		}
	}
}

func (p *parser) withItem() *WithItem {
	start := p.i
	x := p.expression()
	if x == nil {
		return nil
	}
	if !p.at(kwAs) {
		return &WithItem{Span: p.span(start), X: x}
	}
	m := p.i
	p.advance()
	target := p.starTarget()
	if target != nil && (p.at(kComma) || p.at(kRParen) || p.at(kColon)) {
		return &WithItem{Span: p.span(start), X: x, Target: target}
	}
	if p.invalid {
		p.reset(start)
		p.invalidWithItem()
	}
	p.reset(m)
	return &WithItem{Span: p.span(start), X: x}
}

func (p *parser) tryStmt() Stmt {
	start := p.i
	if p.invalid {
		p.invalidTry()
		p.reset(start)
	}
	p.advance()
	if !p.force(kColon, ":") {
		return nil
	}
	s := &Try{Body: p.block()}
	if s.Body == nil {
		return nil
	}
	for p.at(kwExcept) {
		m := p.i
		if p.ahead() == kStar {
			p.refuse(m, m+1, "'except*' is not supported: the language has no exception groups")
			return nil
		}
		h := p.exceptBlock()
		if h == nil {
			p.reset(m)
			break
		}
		s.Handlers = append(s.Handlers, h)
	}
	if len(s.Handlers) > 0 {
		s.Else = p.optionalElse()
	}
	if p.at(kwFinally) {
		m := p.i
		if p.invalid {
			p.invalidKeywordBlock("'finally' statement")
			p.reset(m)
		}
		p.advance()
		if !p.force(kColon, ":") {
			return nil
		}
		if s.Finally = p.block(); s.Finally == nil {
			p.reset(m)
		}
	}
	if len(s.Handlers) == 0 && s.Finally == nil || p.err != nil {
		return nil
	}
	s.Span = p.blockSpan(start)
	return s
}

func (p *parser) exceptBlock() *ExceptHandler {
	start := p.i
	if p.invalid {
		p.invalidExceptIndent()
		p.reset(start)
	}
	p.advance()
	h := &ExceptHandler{}
	ok := true
	if !p.at(kColon) {
		h.Type = p.expression()
		ok = h.Type != nil
		if ok && p.accept(kwAs) {
			h.Name, ok = p.ident()
		}
	}
	if ok && p.accept(kColon) {
		if h.Body = p.block(); h.Body != nil {
			h.Span = p.blockSpan(start)
			return h
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidExcept()
	}
	return nil
}

// decorated reads decorators and the function or class that they belong to.
func (p *parser) decorated() Stmt {
	var list []Expr
	for p.at(kAt) {
		m := p.i
		p.advance()
		x := p.namedExpression()
		if x == nil || !p.accept(kNewline) {
			p.reset(m)
			break
		}
		list = append(list, x)
	}
	if len(list) == 0 {
		return nil
	}
	switch p.kind() {
	case kwDef:
		return p.funcDef(p.i, list)
	case kwClass:
		return p.classDef(p.i, list)
	case kwAsync:
		p.refuseAsync()
	}
	return nil
}

func (p *parser) funcDef(start int, decorators []Expr) Stmt {
	if p.invalid {
		p.invalidDef()
		p.reset(start)
	}
	p.advance()
	f := &FuncDef{Decorators: decorators}
	var ok bool
	if f.Name, ok = p.ident(); !ok {
		return nil
	}
	p.refuseTypeParams()
	if !p.force(kLParen, "(") {
		return nil
	}
	if f.Args = p.params(kRParen); f.Args == nil || !p.accept(kRParen) {
		return nil
	}
	if p.accept(kArrow) {
		m := p.i - 1
		if f.Returns = p.expression(); f.Returns == nil {
			p.reset(m)
		}
	}
	if !p.force(kColon, ":") {
		return nil
	}
	if f.Body = p.block(); f.Body == nil {
		return nil
	}
	f.Doc, f.HasDoc = docstring(f.Body)
	f.Span = p.blockSpan(start)
	return f
}

// refuseTypeParams refuses "def f[T](...)" and "class C[T]".
func (p *parser) refuseTypeParams() {
	if !p.at(kLBracket) || p.ahead() != kName && p.ahead() != kStar && p.ahead() != kDStar {
		return
	}
	start := p.i
	depth := 0
	for i := p.i; i < len(p.t); i++ {
		switch p.t[i].kind {
		case kLBracket:
			depth++
		case kRBracket:
			depth--
		case kNewline, kEOF, kError:
			return
		}
		if depth == 0 {
			p.refuse(start, i, "type parameters are not supported: leave out the brackets after the name")
			return
		}
	}
}

func (p *parser) classDef(start int, decorators []Expr) Stmt {
	if p.invalid {
		p.invalidClass()
		p.reset(start)
	}
	p.advance()
	c := &ClassDef{Decorators: decorators}
	var ok bool
	if c.Name, ok = p.ident(); !ok {
		return nil
	}
	p.refuseTypeParams()
	if p.accept(kLParen) {
		if !p.at(kRParen) {
			call := &Call{}
			m := p.i
			if p.arguments(call) {
				c.Bases, c.Keywords = call.Args, call.Keywords
			} else {
				p.reset(m)
			}
		}
		if !p.accept(kRParen) {
			return nil
		}
	}
	if !p.accept(kColon) {
		return nil
	}
	if c.Body = p.block(); c.Body == nil {
		return nil
	}
	c.Doc, c.HasDoc = docstring(c.Body)
	c.Span = p.blockSpan(start)
	return c
}

// docstring is the string that a body begins with.
func docstring(body []Stmt) (string, bool) {
	if s, ok := body[0].(*ExprStmt); ok {
		if t, ok := s.X.(*Str); ok {
			return t.Value, true
		}
	}
	return "", false
}

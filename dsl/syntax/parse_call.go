package syntax

// Call arguments.

// arguments reads the arguments of a call into call, up to but not including the closing parenthesis.
func (p *parser) arguments(call *Call) bool {
	if p.memo == nil {
		return p.argumentList(call)
	}
	m := p.i
	got := remember(p, ruleArguments, func(p *parser) *Call {
		c := new(Call)
		if p.argumentList(c) {
			return c
		}
		return nil
	})
	if got == nil {
		p.reset(m)
		return false
	}
	call.Args, call.Keywords = got.Args, got.Keywords
	return true
}

func (p *parser) argumentList(call *Call) bool {
	m := p.i
	if p.args(call) {
		if p.atFor() && len(call.Args) == 1 && len(call.Keywords) == 0 {
			if _, star := call.Args[0].(*Starred); !star {
				if c := p.clauses(); c != nil && p.at(kRParen) {
					// A lone generator expression shares the parentheses of the call.
					g := &Comp{Kind: GenExp, Key: call.Args[0], Clauses: c}
					g.Span = Span{p.t[m-1].pos, p.t[p.i].stop}
					call.Args[0] = g
					return true
				}
			}
		} else {
			p.accept(kComma)
			if p.at(kRParen) {
				return true
			}
		}
	}
	if p.invalid {
		p.reset(m)
		p.invalidArguments()
	}
	return false
}

// args reads arguments in their order: positional and starred ones first, then keywords and starred ones, then
// keywords and double-starred ones. It stops where no further argument fits, before the comma.
func (p *parser) args(call *Call) bool {
	end := p.i
	n := 0
	for {
		x := p.positional()
		if x == nil {
			p.reset(end)
			break
		}
		call.Args = append(call.Args, x)
		n++
		end = p.i
		if !p.at(kComma) {
			return true
		}
		p.advance()
	}
	if n > 0 {
		p.advance() // the comma at end
	}
	if p.kwargs(call) {
		return true
	}
	p.reset(end)
	return n > 0
}

// positional is an argument without keyword.
func (p *parser) positional() Expr {
	if p.at(kStar) {
		return p.starredExpression()
	}
	var x Expr
	if p.at(kName) && p.ahead() == kColonEq {
		x = p.assignmentExpression()
	} else if p.at(kName) && p.ahead() == kAssign && !p.invalid {
		p.advance()
		return nil
	} else {
		x = p.plainExpression()
	}
	if x == nil || p.at(kAssign) {
		return nil
	}
	return x
}

// kwargs reads keyword arguments; false when there is none.
func (p *parser) kwargs(call *Call) bool {
	start, end := p.i, -1
	double := false
	for {
		m := p.i
		if p.invalid {
			p.invalidKwarg()
			p.reset(m)
		}
		ok := false
		switch {
		case p.at(kName):
			name, _ := p.ident()
			if p.accept(kAssign) {
				if v := p.expression(); v != nil {
					call.Keywords = append(call.Keywords, &Keyword{Span: p.span(m), Name: name, Value: v})
					ok = true
				}
			}
		case p.at(kDStar):
			p.advance()
			if v := p.expression(); v != nil {
				call.Keywords = append(call.Keywords, &Keyword{Span: p.span(m), Value: v})
				ok, double = true, true
			}
		case p.at(kStar) && !double:
			if x := p.starredExpression(); x != nil {
				call.Args = append(call.Args, x)
				ok = true
			}
		}
		if !ok {
			break
		}
		end = p.i
		if !p.at(kComma) {
			return true
		}
		p.advance()
	}
	if end < 0 {
		p.reset(start)
		return false
	}
	p.reset(end)
	return true
}

// starredExpression is "*x" in a call or subscript.
func (p *parser) starredExpression() Expr {
	start := p.i
	if !p.accept(kStar) {
		return nil
	}
	x := p.expression()
	if x == nil {
		return nil
	}
	if p.invalid && p.at(kAssign) {
		m := p.i
		p.advance()
		if b := p.expression(); b != nil {
			p.raiseAt(p.t[start].pos, b.Range().End, "cannot assign to iterable argument unpacking")
			return nil
		}
		p.reset(m)
	}
	return &Starred{Span: p.span(start), X: x}
}

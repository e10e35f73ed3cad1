package syntax

// Mistakes in call arguments and in parameter lists.

// invalidArguments is asked when the arguments of a call do not fit. The mark is behind the opening parenthesis.
func (p *parser) invalidArguments() {
	start := p.i
	var call Call
	if p.args(&call) && len(call.Keywords) > 0 && p.accept(kComma) && p.at(kStar) {
		p.raiseTok(p.i, "iterable argument unpacking follows keyword argument unpacking")
		return
	}
	p.reset(start)
	if p.kwargs(new(Call)) && p.accept(kComma) && p.at(kStar) {
		p.raiseTok(p.i, "iterable argument unpacking follows keyword argument unpacking")
		return
	}
	p.reset(start)
	if a := p.expression(); a != nil {
		if c := p.clauses(); c != nil && p.accept(kComma) {
			// What follows the comma does not matter, only that it parses.
			m := p.i
			if !p.args(new(Call)) {
				p.reset(m)
				if p.expression() == nil || p.clauses() == nil {
					p.reset(m)
				}
			}
			p.raiseGenexp(a, c)
			return
		}
	}
	p.reset(start)
	if p.keywordGenexp() {
		return
	}
	p.reset(start)
	if p.args(new(Call)) && p.accept(kComma) && p.keywordWithoutValue() {
		return
	}
	p.reset(start)
	if p.keywordWithoutValue() {
		return
	}
	call = Call{}
	if p.args(&call) {
		end := p.i
		if c := p.clauses(); c != nil {
			p.nonparenGenexp(&call, c)
			return
		}
		p.reset(end)
		if p.accept(kComma) {
			if a := p.expression(); a != nil {
				if c := p.clauses(); c != nil {
					p.raiseGenexp(a, c)
					return
				}
			}
		}
		p.reset(end)
		if p.accept(kComma) && p.args(new(Call)) {
			msg := "positional argument follows keyword argument"
			for _, k := range call.Keywords {
				if k.Name == "" {
					msg = "positional argument follows keyword argument unpacking"
				}
			}
			p.raiseFar(msg)
		}
	}
}

// raiseGenexp complains of a generator expression that is not the only argument.
func (p *parser) raiseGenexp(a Expr, c []*CompFor) {
	p.raiseAt(a.Range().Start, comprehensionEnd(c), "Generator expression must be parenthesized")
}

// comprehensionEnd is the end of the last expression of the clauses.
func comprehensionEnd(c []*CompFor) Pos {
	last := c[len(c)-1]
	if n := len(last.Ifs); n > 0 {
		return last.Ifs[n-1].Range().End
	}
	return last.Iter.Range().End
}

// nonparenGenexp: the last of several positional arguments is followed by "for".
func (p *parser) nonparenGenexp(call *Call, c []*CompFor) {
	if len(call.Args) <= 1 || len(call.Keywords) > 0 {
		return
	}
	p.raiseAt(call.Args[len(call.Args)-1].Range().Start, comprehensionEnd(c), "Generator expression must be parenthesized")
}

// keywordGenexp: "f(a=b for c in d)".
func (p *parser) keywordGenexp() bool {
	start := p.i
	if p.at(kName) && p.ahead() == kAssign {
		p.advance()
		p.advance()
		if p.expression() != nil && p.clauses() != nil {
			p.raiseToks(start, start+1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			return true
		}
	}
	return p.err != nil
}

// keywordWithoutValue: "f(a=)".
func (p *parser) keywordWithoutValue() bool {
	start := p.i
	if p.at(kName) && p.ahead() == kAssign {
		p.advance()
		p.advance()
		if p.at(kComma) || p.at(kRParen) {
			p.raiseToks(start, start+1, "expected argument value expression")
		}
		p.reset(start)
	}
	return p.err != nil
}

// invalidKwarg is asked before each keyword argument.
func (p *parser) invalidKwarg() {
	start := p.i
	switch p.kind() {
	case kwTrue, kwFalse, kwNone:
		if p.ahead() == kAssign {
			p.raiseToks(start, start+1, "cannot assign to "+p.text(start))
			return
		}
	case kName:
		if p.ahead() == kAssign {
			p.keywordGenexp()
			return
		}
	case kDStar:
		p.advance()
		if p.expression() != nil && p.accept(kAssign) {
			if b := p.expression(); b != nil {
				p.raiseAt(p.t[start].pos, b.Range().End, "cannot assign to keyword argument unpacking")
			}
		}
		return
	}
	if a := p.expression(); a != nil && p.at(kAssign) {
		p.raiseAt(a.Range().Start, p.t[p.i].stop, `expression cannot contain assignment, perhaps you meant "=="?`)
	}
}

// Parameters. The small rules below read one parameter each, as param does, but differ in whether it has a default.

func (p *parser) paramNoDefault(end kind) *Param {
	m := p.i
	x := p.paramName(end, false)
	if x == nil || !p.paramEnd(end) {
		p.reset(m)
		return nil
	}
	return x
}

func (p *parser) paramWithDefault(end kind) bool {
	m := p.i
	if x := p.param(end); x != nil && x.Default != nil {
		return true
	}
	p.reset(m)
	return false
}

func (p *parser) paramMaybeDefault(end kind) bool {
	m := p.i
	if p.param(end) != nil {
		return true
	}
	p.reset(m)
	return false
}

// slashNoDefault reads parameters without defaults and the slash after them; slashWithDefault allows defaults, of
// which there must be one.
func (p *parser) slashNoDefault(end kind) bool {
	m := p.i
	n := 0
	for p.paramNoDefault(end) != nil {
		n++
	}
	if n > 0 && p.accept(kSlash) && p.paramEnd(end) {
		return true
	}
	p.reset(m)
	return false
}

func (p *parser) slashWithDefault(end kind) bool {
	m := p.i
	for p.paramNoDefault(end) != nil {
	}
	n := 0
	for p.paramWithDefault(end) {
		n++
	}
	if n > 0 && p.accept(kSlash) && p.paramEnd(end) {
		return true
	}
	p.reset(m)
	return false
}

func (p *parser) slashAny(end kind) bool {
	return p.slashNoDefault(end) || p.slashWithDefault(end)
}

// invalidParams is asked before each parameter list.
func (p *parser) invalidParams(end kind) {
	start := p.i
	what := "Function parameters cannot be parenthesized"
	if end == kColon {
		what = "Lambda expression parameters cannot be parenthesized"
	}
	if p.at(kSlash) && p.ahead() == kComma {
		p.raiseTok(start, "at least one argument must precede /")
		return
	}
	if p.slashAny(end) {
		for p.paramMaybeDefault(end) {
		}
		if p.at(kSlash) {
			p.raiseTok(p.i, "/ may appear only once")
			return
		}
	}
	p.reset(start)
	p.slashNoDefault(end)
	for p.paramNoDefault(end) != nil {
	}
	if p.defaultsAhead(end) {
		if x := p.paramNoDefault(end); x != nil {
			p.raise(x, "parameter without a default follows parameter with a default")
			return
		}
	}
	p.reset(start)
	for p.paramNoDefault(end) != nil {
	}
	if p.at(kLParen) {
		open := p.i
		p.advance()
		n := 0
		if end == kColon {
			for p.paramName(end, false) != nil {
				n++
				if !p.at(kComma) || p.ahead() != kName {
					break
				}
				p.advance()
			}
		} else {
			for p.paramNoDefault(end) != nil {
				n++
			}
		}
		p.accept(kComma)
		if n > 0 && p.at(kRParen) {
			p.raiseToks(open, p.i, what)
			return
		}
	}
	p.reset(start)
	p.slashAny(end)
	for p.paramMaybeDefault(end) {
	}
	if p.accept(kStar) && (p.accept(kComma) || p.paramNoDefault(end) != nil) {
		for p.paramMaybeDefault(end) {
		}
		if p.at(kSlash) {
			p.raiseTok(p.i, "/ must be ahead of *")
			return
		}
	}
	p.reset(start)
	n := 0
	for p.paramMaybeDefault(end) {
		n++
	}
	if n > 0 && p.accept(kSlash) && p.at(kStar) {
		p.raiseTok(p.i, "expected comma between / and *")
	}
}

// defaultsAhead reads parameters with defaults, perhaps with a slash among them.
func (p *parser) defaultsAhead(end kind) bool {
	if p.slashWithDefault(end) {
		return true
	}
	n := 0
	for p.paramWithDefault(end) {
		n++
	}
	return n > 0
}

// invalidDefault: "=" without a value.
func (p *parser) invalidDefault(end kind) {
	at := p.i
	p.advance()
	if p.at(kRParen) || p.at(kComma) {
		p.raiseTok(at, "expected default value expression")
	}
}

func (p *parser) invalidStarEtc(end kind) {
	star := p.i
	if !p.accept(kStar) {
		return
	}
	if p.at(end) || p.at(kComma) && (p.ahead() == end || p.ahead() == kDStar) {
		if p.at(kComma) {
			p.advance()
		}
		if end == kColon {
			p.raiseFar("named arguments must follow bare *")
		} else {
			p.raiseTok(star, "named arguments must follow bare *")
		}
		return
	}
	if p.paramName(end, false) != nil && p.at(kAssign) {
		p.raiseTok(p.i, "var-positional argument cannot have default value")
		return
	}
	p.reset(star + 1)
	if p.paramNoDefault(end) != nil || p.accept(kComma) {
		for p.paramMaybeDefault(end) {
		}
		at := p.i
		if p.accept(kStar) && (p.paramNoDefault(end) != nil || p.at(kComma)) {
			p.raiseTok(at, "* argument may appear only once")
		}
	}
}

func (p *parser) invalidKwds(end kind) {
	if !p.accept(kDStar) || p.paramName(end, false) == nil {
		return
	}
	if p.at(kAssign) {
		p.raiseTok(p.i, "var-keyword argument cannot have default value")
		return
	}
	if !p.accept(kComma) {
		return
	}
	switch p.kind() {
	case kStar, kDStar, kSlash:
		p.raiseTok(p.i, "arguments cannot follow var-keyword argument")
	case kName:
		if x := p.paramName(end, false); x != nil {
			p.raise(x, "arguments cannot follow var-keyword argument")
		}
	}
}

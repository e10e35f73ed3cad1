package syntax

// params reads a parameter list up to but not including end: ")" for def, ":" for lambda, which has no annotations.
// What does not fit is left to the caller. It returns nil only when a mistake was raised.
func (p *parser) params(end kind) *Arguments {
	start := p.i
	if p.invalid {
		p.invalidParams(end)
		p.reset(start)
	}
	a := &Arguments{}
	defaults := false // a parameter with a default was seen
	good := p.i       // behind the last parameter that fits
	slash := false
loop:
	for {
		switch p.kind() {
		case kSlash:
			if slash || len(a.Params) == 0 {
				break loop
			}
			p.advance()
			if !p.paramEnd(end) {
				break loop
			}
			slash = true
			a.PosOnly, a.Params = a.Params, nil
		case kName:
			m := p.param(end)
			if m == nil || defaults && m.Default == nil {
				break loop
			}
			defaults = m.Default != nil
			a.Params = append(a.Params, m)
		case kStar, kDStar:
			if p.starEtc(a, end) {
				good = p.i
			}
			break loop
		default:
			break loop
		}
		good = p.i
		if p.t[p.i-1].kind != kComma {
			break
		}
	}
	p.reset(good)
	if p.err != nil {
		return nil
	}
	if p.i == start {
		a.Span = Span{p.t[start].pos, p.t[start].pos}
	} else {
		a.Span = p.span(start)
	}
	return a
}

// paramEnd is what must follow a parameter: a comma, which is read, or the end of the list.
func (p *parser) paramEnd(end kind) bool {
	return p.accept(kComma) || p.at(end)
}

// param reads one parameter with its comma, or nothing. In def it may have an annotation.
func (p *parser) param(end kind) *Param {
	m := p.paramName(end, false)
	if m == nil {
		return nil
	}
	if p.at(kAssign) {
		at := p.i
		p.advance()
		m.Default = p.expression()
		if m.Default == nil {
			if p.invalid {
				p.reset(at)
				p.invalidDefault(end)
			}
			return nil
		}
	}
	if !p.paramEnd(end) {
		return nil
	}
	return m
}

// paramName is a name with its annotation; star allows "*args: *Ts".
func (p *parser) paramName(end kind, star bool) *Param {
	start := p.i
	name, ok := p.ident()
	if !ok {
		return nil
	}
	m := &Param{Name: name}
	if end == kRParen && p.at(kColon) {
		p.advance()
		if star && p.at(kStar) {
			m.Annotation = p.starExpression()
		} else {
			m.Annotation = p.expression()
		}
		if m.Annotation == nil {
			return nil
		}
	}
	m.Span = p.span(start)
	return m
}

// starEtc reads "*args", "*", keyword-only parameters and "**kwargs". It sets nothing when it does not fit.
func (p *parser) starEtc(a *Arguments, end kind) bool {
	start := p.i
	if p.invalid {
		p.invalidStarEtc(end)
		p.reset(start)
	}
	if p.at(kDStar) {
		return p.kwds(a, end)
	}
	p.advance()
	bare := p.at(kComma)
	var vararg *Param
	if bare {
		p.advance()
	} else {
		vararg = p.paramName(end, true)
		if vararg == nil || !p.paramEnd(end) {
			return false
		}
	}
	var only []*Param
	for p.at(kName) && p.t[p.i-1].kind == kComma {
		m := p.i
		x := p.param(end)
		if x == nil {
			p.reset(m)
			break
		}
		only = append(only, x)
	}
	if bare && len(only) == 0 {
		return false
	}
	a.VarArg, a.KwOnly = vararg, only
	if p.at(kDStar) && p.t[p.i-1].kind == kComma {
		m := p.i
		if !p.kwds(a, end) {
			p.reset(m)
		}
	}
	return true
}

func (p *parser) kwds(a *Arguments, end kind) bool {
	start := p.i
	if p.invalid {
		p.invalidKwds(end)
		p.reset(start)
	}
	p.advance()
	m := p.paramName(end, false)
	if m == nil || !p.paramEnd(end) {
		return false
	}
	a.KwArg = m
	return true
}

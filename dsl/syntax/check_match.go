package syntax

import "fmt"

// What match statements demand beyond the grammar: names are bound once, alternatives bind the same names, and a
// pattern that always matches comes last.

func (c *checker) match(x *Match) {
	c.expr(x.Subject)
	for i, cs := range x.Cases {
		if c.err != nil {
			return
		}
		pc := &patternCheck{checker: c, last: cs.Guard != nil || i == len(x.Cases)-1, names: map[string]bool{}}
		pc.pattern(cs.Pattern)
		c.expr(cs.Guard)
		c.stmts(cs.Body)
	}
}

// patternCheck goes through one case. last is set where a pattern that always matches is allowed.
type patternCheck struct {
	*checker
	last  bool
	names map[string]bool
	order []string
}

func (pc *patternCheck) bind(name string, at Span) {
	if name == "" {
		return
	}
	pc.store(name, at)
	if pc.names[name] {
		pc.fail(at, fmt.Sprintf("multiple assignments to name '%s' in pattern", name))
		return
	}
	pc.names[name] = true
	pc.order = append(pc.order, name)
}

// sub checks a part of a pattern, which may match anything.
func (pc *patternCheck) sub(p Pattern) {
	old := pc.last
	pc.last = true
	pc.pattern(p)
	pc.last = old
}

func (pc *patternCheck) pattern(p Pattern) {
	if pc.err != nil {
		return
	}
	switch p := p.(type) {
	case *MatchValue:
		pc.value(p)
	case *MatchAs:
		if p.Pattern == nil {
			if !pc.last {
				if p.Name != "" {
					pc.fail(p.Span, fmt.Sprintf("name capture '%s' makes remaining patterns unreachable", p.Name))
				} else {
					pc.fail(p.Span, "wildcard makes remaining patterns unreachable")
				}
				return
			}
		} else {
			pc.pattern(p.Pattern)
		}
		pc.bind(p.Name, p.Span)
	case *MatchStar:
		pc.bind(p.Name, p.Span)
	case *MatchOr:
		pc.or(p)
	case *MatchSequence:
		pc.sequence(p)
	case *MatchMapping:
		pc.mapping(p)
	case *MatchClass:
		pc.class(p)
	}
}

// value allows literals and dotted names.
func (pc *patternCheck) value(p *MatchValue) {
	if _, ok := p.X.(*FString); ok {
		pc.fail(p.X.Range(), "patterns may only match literals and attribute lookups")
		return
	}
	pc.expr(p.X)
}

func (pc *patternCheck) or(p *MatchOr) {
	outer, outerOrder, last := pc.names, pc.order, pc.last
	var first map[string]bool
	var firstOrder []string
	for i, alt := range p.Alts {
		pc.names, pc.order = map[string]bool{}, nil
		pc.last = last && i == len(p.Alts)-1
		pc.pattern(alt)
		if pc.err != nil {
			return
		}
		if i == 0 {
			first, firstOrder = pc.names, pc.order
			continue
		}
		same := len(first) == len(pc.names)
		for n := range first {
			same = same && pc.names[n]
		}
		if !same {
			pc.fail(p.Span, "alternative patterns bind different names")
			return
		}
	}
	pc.names, pc.order, pc.last = outer, outerOrder, last
	for _, n := range firstOrder {
		pc.bind(n, p.Span)
	}
}

func (pc *patternCheck) sequence(p *MatchSequence) {
	star := false
	for _, e := range p.Elts {
		if _, ok := e.(*MatchStar); ok {
			if star {
				pc.fail(p.Span, "multiple starred names in sequence pattern")
				return
			}
			star = true
		}
	}
	for _, e := range p.Elts {
		pc.sub(e)
	}
}

func (pc *patternCheck) mapping(p *MatchMapping) {
	seen := map[string]bool{}
	for _, k := range p.Keys {
		if _, ok := k.(*FString); ok {
			pc.fail(p.Span, "mapping pattern keys may only match literals and attribute lookups")
			return
		}
		id, text := literalKey(k)
		if id != "" {
			if seen[id] {
				pc.fail(p.Span, "mapping pattern checks duplicate key ("+text+")")
				return
			}
			seen[id] = true
		}
		pc.expr(k)
	}
	for _, sub := range p.Patterns {
		pc.sub(sub)
	}
	pc.bind(p.Rest, p.Span)
}

// literalKey identifies a literal key, equal numbers alike, and gives it as repr writes it. It gives "" for names.
func literalKey(x Expr) (id, text string) {
	switch x := x.(type) {
	case *Str:
		text = fmt.Sprintf("'%s'", x.Value)
		return "s" + x.Value, text
	case *Bytes:
		return "b" + x.Value, fmt.Sprintf("b'%s'", x.Value)
	case *Const:
		switch x.Value {
		case "True":
			return "n1", x.Value
		case "False":
			return "n0", x.Value
		}
		return x.Value, x.Value
	case *Float:
		if x.Value == float64(int64(x.Value)) {
			return fmt.Sprint("n", int64(x.Value)), fmt.Sprintf("%.1f", x.Value)
		}
		return fmt.Sprint("n", x.Value), fmt.Sprint(x.Value)
	}
	if n, ok := numericKey(x); ok {
		return "n" + n.String(), n.String()
	}
	return "", ""
}

func (pc *patternCheck) class(p *MatchClass) {
	for i, n := range p.KwNames {
		pc.store(n, p.KwValues[i].Range())
		for j := i + 1; j < len(p.KwNames); j++ {
			if p.KwNames[j] == n {
				pc.fail(p.KwValues[j].Range(), "attribute name repeated in class pattern: "+n)
				return
			}
		}
	}
	pc.expr(p.Cls)
	for _, a := range p.Args {
		pc.sub(a)
	}
	for _, v := range p.KwValues {
		pc.sub(v)
	}
}

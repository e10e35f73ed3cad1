package compile

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// captures collects the names that a pattern binds and the registers that hold their values until the whole pattern
// has matched.
type captures struct {
	names []string
	regs  []int32
}

func (c *captures) add(n syntax.Node, name string, reg int32) {
	for _, other := range c.names {
		if other == name {
			fail(n, "multiple assignments to name '%s' in pattern", name)
		}
	}
	c.names = append(c.names, name)
	c.regs = append(c.regs, reg)
}

func (u *unit) match(s *syntax.Match) {
	u.expr(s.Subject)
	subject := u.settleTop()
	end := newLabel()
	for i, c := range s.Cases {
		depth := u.depth()
		next := newLabel()
		u.at = c.Pattern.Range()
		if irrefutable(c.Pattern) && c.Guard == nil && i < len(s.Cases)-1 {
			if a, ok := c.Pattern.(*syntax.MatchAs); ok && a.Name != "" {
				fail(c.Pattern, "name capture '%s' makes remaining patterns unreachable", a.Name)
			}
			fail(c.Pattern, "wildcard makes remaining patterns unreachable")
		}
		var caps captures
		u.pattern(c.Pattern, subject, next, &caps)
		for j, name := range caps.names {
			t := u.pushTemp()
			u.emit(Move, 0, t, caps.regs[j], 0)
			u.store(name)
		}
		if c.Guard != nil {
			u.cond(c.Guard, false, next)
		}
		u.cut(depth)
		u.stmts(c.Body)
		if !u.dead {
			u.jump(Jump, 0, 0, 0, end)
		}
		u.bind(next)
	}
	u.bind(end)
	u.pop()
}

// irrefutable reports whether a pattern matches everything.
func irrefutable(p syntax.Pattern) bool {
	switch p := p.(type) {
	case *syntax.MatchAs:
		return p.Pattern == nil || irrefutable(p.Pattern)
	case *syntax.MatchOr:
		return irrefutable(p.Alts[len(p.Alts)-1])
	}
	return false
}

// pattern tests the value in a register and jumps to no when it does not match. Temporaries that it needs stay pending
// until the case ends.
func (u *unit) pattern(p syntax.Pattern, reg int32, no *label, caps *captures) {
	old := u.setAt(p)
	defer func() { u.at = old }()
	switch p := p.(type) {
	case *syntax.MatchValue:
		u.expr(p.X)
		v := u.pop()
		u.jump(JumpCmp, int(syntax.Eq), reg, v, no)
	case *syntax.MatchSingleton:
		v := literal(&syntax.Const{Value: p.Value})
		u.jump(JumpIs, 0, reg, -u.constant(v)-1, no)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			u.pattern(p.Pattern, reg, no, caps)
		}
		if p.Name != "" {
			caps.add(p, p.Name, reg)
		}
	case *syntax.MatchOr:
		u.orPattern(p, reg, no, caps)
	case *syntax.MatchSequence:
		u.sequencePattern(p, reg, no, caps)
	case *syntax.MatchStar:
		if p.Name != "" {
			caps.add(p, p.Name, reg)
		}
	case *syntax.MatchMapping:
		u.mappingPattern(p, reg, no, caps)
	case *syntax.MatchClass:
		u.classPattern(p, reg, no, caps)
	default:
		fail(p, "unsupported pattern")
	}
}

func (u *unit) orPattern(p *syntax.MatchOr, reg int32, no *label, caps *captures) {
	found := newLabel()
	var names []string
	var regs []int32
	for i, alt := range p.Alts {
		if i < len(p.Alts)-1 && irrefutable(alt) {
			if a, ok := alt.(*syntax.MatchAs); ok && a.Name != "" {
				fail(alt, "name capture '%s' makes remaining patterns unreachable", a.Name)
			}
			fail(alt, "wildcard makes remaining patterns unreachable")
		}
		next := newLabel()
		target := next
		if i == len(p.Alts)-1 {
			target = no
		}
		// The names' registers lie below what the alternatives use.
		var here captures
		if i == 0 {
			n := countNames(alt)
			first := u.pushTemps(n)
			for k := range n {
				regs = append(regs, first+int32(k))
			}
		}
		depth := u.depth()
		u.pattern(alt, reg, target, &here)
		if i == 0 {
			names = here.names
		} else if !sameNames(names, here.names) {
			fail(p, "alternative patterns bind different names")
		}
		for j, name := range here.names {
			for k, want := range names {
				if want == name {
					u.emit(Move, 0, regs[k], here.regs[j], 0)
				}
			}
		}
		u.cut(depth)
		if i < len(p.Alts)-1 {
			u.jump(Jump, 0, 0, 0, found)
			u.bind(next)
		}
	}
	u.bind(found)
	for k, name := range names {
		caps.add(p, name, regs[k])
	}
}

func sameNames(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	set := map[string]bool{}
	for _, n := range a {
		set[n] = true
	}
	for _, n := range b {
		if !set[n] {
			return false
		}
	}
	return true
}

// countNames is the number of names a pattern binds.
func countNames(p syntax.Pattern) int {
	n := 0
	switch p := p.(type) {
	case *syntax.MatchAs:
		if p.Pattern != nil {
			n = countNames(p.Pattern)
		}
		if p.Name != "" {
			n++
		}
	case *syntax.MatchOr:
		n = countNames(p.Alts[0])
	case *syntax.MatchSequence:
		for _, e := range p.Elts {
			n += countNames(e)
		}
	case *syntax.MatchStar:
		if p.Name != "" {
			n = 1
		}
	case *syntax.MatchMapping:
		for _, e := range p.Patterns {
			n += countNames(e)
		}
		if p.Rest != "" {
			n++
		}
	case *syntax.MatchClass:
		for _, e := range append(append([]syntax.Pattern(nil), p.Args...), p.KwValues...) {
			n += countNames(e)
		}
	}
	return n
}

func (u *unit) sequencePattern(p *syntax.MatchSequence, reg int32, no *label, caps *captures) {
	star := -1
	for i, e := range p.Elts {
		if _, ok := e.(*syntax.MatchStar); ok {
			if star >= 0 {
				fail(e, "multiple starred expressions in sequence pattern")
			}
			star = i
		}
	}
	n := len(p.Elts)
	if star >= 0 {
		u.jump(MatchSeq, 1, reg, int32(n-1), no)
	} else {
		u.jump(MatchSeq, 0, reg, int32(n), no)
	}
	if n == 0 {
		return
	}
	if star >= 0 && isWildcard(p.Elts[star]) || allWildcards(p.Elts) {
		// What no name needs is not fetched: a pattern may match the ends of a very long sequence.
		for i, e := range p.Elts {
			if i == star || isWildcard(e) {
				continue
			}
			item := u.pushTemp()
			if i < star {
				u.emit(MatchItem, 0, item, reg, int32(i))
			} else {
				u.emit(MatchItem, 1, item, reg, int32(n-i))
			}
			u.pattern(e, item, no, caps)
		}
		return
	}
	first := u.pushTemps(n)
	if star >= 0 {
		u.emit(UnpackEx, n-star-1, first, reg, int32(star))
	} else {
		u.emit(Unpack, 0, first, reg, int32(n))
	}
	for i, e := range p.Elts {
		u.pattern(e, first+int32(i), no, caps)
	}
}

// isWildcard reports whether a pattern is "_" or "*_".
func isWildcard(p syntax.Pattern) bool {
	switch p := p.(type) {
	case *syntax.MatchAs:
		return p.Pattern == nil && p.Name == ""
	case *syntax.MatchStar:
		return p.Name == ""
	}
	return false
}

func allWildcards(ps []syntax.Pattern) bool {
	for _, p := range ps {
		if !isWildcard(p) {
			return false
		}
	}
	return true
}

func (u *unit) mappingPattern(p *syntax.MatchMapping, reg int32, no *label, caps *captures) {
	u.jump(MatchMap, 0, reg, int32(len(p.Keys)), no)
	if len(p.Keys) == 0 && p.Rest == "" {
		return
	}
	base := u.depth()
	seen := map[string]bool{}
	for _, k := range p.Keys {
		if v := fold(k); v != nil {
			if key, ok := constKey(v); ok {
				if seen[key] {
					fail(p, "mapping pattern checks duplicate key (%s)", unparse(k))
				}
				seen[key] = true
			}
		}
		u.expr(k)
	}
	u.settleFrom(base)
	u.cut(base)
	keys := u.pushTemp()
	u.emit(BuildTuple, 0, keys, u.reg(base), int32(len(p.Keys)))
	if len(p.Keys) > 0 {
		values := u.pushTemp()
		u.emit(MatchKeys, 0, values, reg, keys)
		u.jump(JumpNone, 0, values, 0, no)
		first := u.pushTemps(len(p.Keys))
		u.emit(Unpack, 0, first, values, int32(len(p.Keys)))
		for i, e := range p.Patterns {
			u.pattern(e, first+int32(i), no, caps)
		}
	}
	if p.Rest != "" {
		rest := u.pushTemp()
		u.emit(MatchRest, 0, rest, reg, keys)
		caps.add(p, p.Rest, rest)
	}
}

func (u *unit) classPattern(p *syntax.MatchClass, reg int32, no *label, caps *captures) {
	seen := map[string]bool{}
	names := make(py.Tuple, len(p.KwNames))
	for i, n := range p.KwNames {
		if seen[n] {
			fail(p, "attribute name repeated in class pattern: %s", n)
		}
		seen[n] = true
		names[i] = py.String(n) // not mangled, as in CPython
	}
	u.expr(p.Cls)
	cls := u.settleTop()
	u.pushConst(names)
	u.settleTop()
	values := u.pushTemp()
	u.emit(MatchClass, len(p.Args), values, reg, cls)
	u.jump(JumpNone, 0, values, 0, no)
	n := len(p.Args) + len(names)
	if n == 0 {
		return
	}
	first := u.pushTemps(n)
	u.emit(Unpack, 0, first, values, int32(n))
	for i, e := range append(append([]syntax.Pattern(nil), p.Args...), p.KwValues...) {
		u.pattern(e, first+int32(i), no, caps)
	}
}

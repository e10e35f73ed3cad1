package compile

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// comp compiles a comprehension into the code around it (its variables have registers of their own), and a generator
// expression into a generator function that is called at once.
func (u *unit) comp(x *syntax.Comp) {
	s := u.t.scopes[x]
	u.expr(x.Clauses[0].Iter)
	r := u.pop()
	it := u.pushTemp()
	u.emit(GetIter, 0, it, r, 0)
	if x.Kind == syntax.GenExp {
		u.genExp(x, s)
		return
	}
	u.settleAll()
	result := u.pushTemp()
	switch x.Kind {
	case syntax.SetComp:
		u.emit(BuildSet, 0, result, 0, 0)
	case syntax.DictComp:
		u.emit(BuildDict, 0, result, 0, 0)
	default:
		u.emit(BuildList, 0, result, 0, 0)
	}
	here := u.here
	u.here = s
	for _, y := range s.order {
		if y.owner != s {
			continue
		}
		if y.captured {
			u.emit(NewCell, 0, int32(y.index), 0, 0)
		} else if len(x.Clauses) > 1 {
			u.emit(DeleteFast, 1, int32(y.index), 0, 0)
		}
		u.bound[y.index] = false
	}
	before := u.snapshot()
	u.clauses(x, it, 0, func() {
		u.expr(x.Key)
		switch x.Kind {
		case syntax.SetComp:
			u.at = x.Key.Range()
			u.emit(SetAdd, 0, result, u.pop(), 0)
		case syntax.DictComp:
			u.expr(x.Value)
			v, k := u.pop(), u.pop()
			u.at = x.Key.Range()
			u.emit(DictSet, 0, result, k, v)
		default:
			u.emit(ListAppend, 0, result, u.pop(), 0)
		}
	})
	u.restore(before)
	u.here = here
	// The result takes the place of the iterator.
	u.at = x.Span
	u.popN(2)
	u.result(Move, 0, result, 0)
}

// clauses compiles the loops of a comprehension from the i-th on, the first of which runs over the iterator in it.
func (u *unit) clauses(x *syntax.Comp, it int32, i int, body func()) {
	c := x.Clauses[i]
	if i > 0 {
		u.expr(c.Iter)
		u.at = x.Span
		r := u.pop()
		it = u.pushTemp()
		u.emit(GetIter, 0, it, r, 0)
	}
	depth := u.depth()
	top, next := newLabel(), newLabel()
	u.at = x.Span
	u.jump(Jump, 0, 0, 0, next)
	u.dead = false
	before := u.snapshot()
	top.pc = u.pc()
	u.last = -1
	item := u.forTarget(c.Target)
	for _, f := range c.Ifs {
		u.cond(f, false, next)
	}
	if i+1 < len(x.Clauses) {
		u.clauses(x, 0, i+1, body)
	} else {
		u.at = x.Key.Range()
		body()
	}
	u.cut(depth)
	u.restore(before)
	u.bind(next)
	u.restore(before)
	u.at = x.Span
	u.emit(ForIter, 0, item, it, int32(top.pc))
	if i > 0 {
		u.pop()
	}
}

// forTarget is the beginning of a loop's body: it says into which register ForIter puts the item, and assigns it to the
// target when that is not simply a variable in a register.
func (u *unit) forTarget(target syntax.Expr) int32 {
	if n, ok := target.(*syntax.Name); ok {
		if y := u.lookup(n.ID); y.place == inFast {
			u.bound[y.index] = true
			return int32(y.index)
		}
	}
	item := u.pushTemp()
	u.assign(target)
	return item
}

// genExp makes and calls the generator function; the iterator is on top of the stack.
func (u *unit) genExp(x *syntax.Comp, s *scope) {
	g := newUnit(u.t, s, u)
	g.code.Kind = FunctionCode
	g.code.Generator = true
	g.code.Argcount = 1
	g.at = x.Span
	g.code.Firstlineno = x.Start.Line
	g.pushSlot(0)
	// The argument is an iterator already; it is kept in a temporary like every loop's.
	it := g.settleTop()
	for _, y := range s.order {
		if y.owner == s && y.name != ".0" && !y.captured {
			g.bound[y.index] = false
		}
	}
	g.clauses(x, it, 0, func() {
		g.expr(x.Key)
		r := g.pop()
		g.at = x.Key.Range()
		g.result(Yield, 0, r, 0)
		g.pop()
	})
	g.at = x.Span
	g.emit(Return, 0, 0, -g.constant(py.None)-1, 0)
	code := g.finish()
	u.at = x.Span
	itPos := u.depth() - 1
	fn := u.pushTemp()
	u.emit(MakeFunction, 0, fn, 0, u.constant(code))
	arg := u.pushTemp()
	u.emit(Move, 0, arg, u.reg(itPos), 0)
	u.popN(3)
	u.result(Call, 1, fn, 0)
}

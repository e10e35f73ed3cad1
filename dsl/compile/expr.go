package compile

import (
	"unicode/utf8"

	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// expr pushes the value of an expression.
func (u *unit) expr(x syntax.Expr) {
	if v := fold(x); v != nil {
		u.pushConst(v)
		return
	}
	old := u.setAt(x)
	defer func() { u.at = old }()
	switch x := x.(type) {
	case *syntax.Name:
		u.load(x.ID)
	case *syntax.FString:
		u.fstring(x)
	case *syntax.FValue:
		u.fvalue(x)
	case *syntax.Tuple:
		u.display(x.Elts, BuildTuple)
	case *syntax.List:
		u.display(x.Elts, BuildList)
	case *syntax.Set:
		u.display(x.Elts, BuildSet)
	case *syntax.Dict:
		u.dict(x)
	case *syntax.Starred:
		fail(x, "can't use starred expression here")
	case *syntax.Unary:
		u.unary(x)
	case *syntax.Binary:
		u.binary(x)
	case *syntax.BoolOp:
		u.boolOp(x)
	case *syntax.Compare:
		u.compare(x)
	case *syntax.IfExp:
		u.ifExp(x)
	case *syntax.Lambda:
		u.lambda(x)
	case *syntax.NamedExpr:
		u.expr(x.Value)
		u.storeAt(u.depth()-1, x.Target.ID)
	case *syntax.Attribute:
		u.expr(x.X)
		r := u.pop()
		u.at = attrSpan(x.Span, x)
		u.result(GetAttr, 0, r, u.name(mangle(u.here.class, x.Attr)))
	case *syntax.Subscript:
		u.expr(x.X)
		u.index(x.Index)
		k, o := u.pop(), u.pop()
		u.result(GetItem, 0, o, k)
		u.anchor(syntax.Span{Start: x.X.Range().End, End: x.Span.End})
	case *syntax.Slice:
		u.slice(x)
	case *syntax.Call:
		u.call(x)
	case *syntax.Comp:
		u.comp(x)
	case *syntax.Yield:
		if x.X == nil {
			u.pushConst(py.None)
		} else {
			u.expr(x.X)
		}
		// What is pending lives on in the frame; the top is handed out.
		r := u.pop()
		u.result(Yield, 0, r, 0)
	case *syntax.YieldFrom:
		u.expr(x.X)
		r := u.pop()
		it := u.pushTemp()
		u.emit(GetIter, 1, it, r, 0)
		sent := u.pushTemp()
		u.emit(Move, 0, sent, -u.constant(py.None)-1, 0)
		u.popN(2)
		u.result(YieldFrom, 0, it, sent)
	default:
		fail(x, "unsupported expression")
	}
}

// attrSpan is the source of an access to an attribute, or of a call of it: the attribute's name alone when it stands on a
// later line than the beginning of sp.
func attrSpan(sp syntax.Span, x *syntax.Attribute) syntax.Span {
	if sp.Start.Line == x.End.Line {
		return sp
	}
	sp.Start = syntax.Pos{Line: x.End.Line, Col: x.End.Col - int32(utf8.RuneCountInString(x.Attr))}
	return sp
}

// index pushes a subscript.
func (u *unit) index(x syntax.Expr) {
	t, ok := x.(*syntax.Tuple)
	if !ok || fold(x) != nil {
		u.expr(x)
		return
	}
	u.display(t.Elts, BuildTuple)
}

func (u *unit) slice(x *syntax.Slice) {
	base := u.depth()
	for _, part := range []syntax.Expr{x.Low, x.High, x.Step} {
		if part == nil {
			u.pushConst(py.None)
		} else {
			u.expr(part)
		}
	}
	u.settleFrom(base)
	u.popN(3)
	u.result(BuildSlice, 0, u.reg(base), 0)
}

func hasStar(elts []syntax.Expr) bool {
	for _, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			return true
		}
	}
	return false
}

// display builds a tuple, list or set.
func (u *unit) display(elts []syntax.Expr, op Op) {
	base := u.depth()
	if !hasStar(elts) && len(elts) < 1<<16 {
		for _, e := range elts {
			u.expr(e)
		}
		u.settleFrom(base)
		u.popN(len(elts))
		u.result(op, 0, u.reg(base), int32(len(elts)))
		return
	}
	build, add, extend := BuildList, ListAppend, ListExtend
	if op == BuildSet {
		build, add, extend = BuildSet, SetAdd, SetUpdate
	}
	// Elements before the first star are built in one go.
	n := 0
	for n < len(elts) && n < 1<<15 {
		if _, ok := elts[n].(*syntax.Starred); ok {
			break
		}
		u.expr(elts[n])
		n++
	}
	u.settleFrom(base)
	u.popN(n)
	list := u.pushTemp()
	u.emit(build, 0, list, u.reg(base), int32(n))
	for _, e := range elts[n:] {
		if s, ok := e.(*syntax.Starred); ok {
			u.expr(s.X)
			u.emit(extend, 0, list, u.pop(), 0)
		} else {
			u.expr(e)
			u.emit(add, 0, list, u.pop(), 0)
		}
	}
	if op == BuildTuple {
		u.pop()
		u.result(ListTuple, 0, list, 0)
	}
}

func (u *unit) dict(x *syntax.Dict) {
	base := u.depth()
	n := 0
	for n < len(x.Values) && x.Keys[n] != nil && n < 1<<14 {
		u.expr(x.Keys[n])
		u.expr(x.Values[n])
		n++
	}
	u.settleFrom(base)
	u.popN(2 * n)
	if n == len(x.Values) {
		u.result(BuildDict, 0, u.reg(base), int32(n))
		return
	}
	d := u.pushTemp()
	u.emit(BuildDict, 0, d, u.reg(base), int32(n))
	for i := n; i < len(x.Values); i++ {
		if x.Keys[i] == nil {
			u.expr(x.Values[i])
			u.emit(DictUpdate, 0, d, u.pop(), 0)
			continue
		}
		u.expr(x.Keys[i])
		u.expr(x.Values[i])
		v, k := u.pop(), u.pop()
		u.emit(DictSet, 0, d, k, v)
	}
}

func (u *unit) unary(x *syntax.Unary) {
	if x.Op == syntax.Not {
		// "not a == b" is not turned into "a != b": the operators may be anything.
		u.expr(x.X)
		r := u.pop()
		u.result(Not, 0, r, 0)
		return
	}
	u.expr(x.X)
	r := u.pop()
	u.result(map[syntax.UnaryOp]Op{syntax.Plus: Pos, syntax.Neg: Neg, syntax.Invert: Invert}[x.Op], 0, r, 0)
}

// binary compiles a chain that leans to the left without recursion, so that long sums do not nest.
func (u *unit) binary(x *syntax.Binary) {
	chain := []*syntax.Binary{x}
	for {
		l, ok := chain[len(chain)-1].L.(*syntax.Binary)
		if !ok || fold(l) != nil {
			break
		}
		chain = append(chain, l)
	}
	u.expr(chain[len(chain)-1].L)
	for i := len(chain) - 1; i >= 0; i-- {
		b := chain[i]
		u.expr(b.R)
		u.at = b.Span
		u.arith(b.Op, 0, b.OpPos)
	}
}

// arith pops two operands and pushes the result; inPlace is 1 for augmented assignment.
func (u *unit) arith(op syntax.BinaryOp, inPlace int, at syntax.Span) {
	r, l := u.pop(), u.pop()
	switch op {
	case syntax.Add:
		u.result(Add, inPlace, l, r)
	case syntax.Sub:
		u.result(Sub, inPlace, l, r)
	case syntax.Mul:
		u.result(Mul, inPlace, l, r)
	default:
		u.result(Arith, int(op)<<1|inPlace, l, r)
	}
	if inPlace == 0 {
		u.anchor(at)
	}
}

func (u *unit) boolOp(x *syntax.BoolOp) {
	end := newLabel()
	op := JumpIf
	if x.And {
		op = JumpIfNot
	}
	for i, e := range x.X {
		u.expr(e)
		u.settleAll()
		if i < len(x.X)-1 {
			u.jump(op, 0, u.rk(u.depth()-1), 0, end)
			u.pop()
		}
	}
	u.bind(end)
}

func (u *unit) ifExp(x *syntax.IfExp) {
	if truth, known := constTruth(x.Cond); known {
		if truth {
			u.expr(x.Then)
		} else {
			u.expr(x.Else)
		}
		return
	}
	els, end := newLabel(), newLabel()
	u.settleAll()
	u.cond(x.Cond, false, els)
	u.expr(x.Then)
	u.settleTop()
	u.jump(Jump, 0, 0, 0, end)
	u.pop()
	u.bind(els)
	u.expr(x.Else)
	u.settleTop()
	u.bind(end)
}

// comparison pops two operands and pushes their comparison.
func (u *unit) comparison(op syntax.CompareOp) {
	r, l := u.pop(), u.pop()
	switch op {
	case syntax.In, syntax.NotIn:
		u.result(InOp, int(op-syntax.In), l, r)
	case syntax.Is, syntax.IsNot:
		u.result(IsOp, int(op-syntax.Is), l, r)
	default:
		u.result(Compare, int(op), l, r)
	}
}

// right pushes the right operand of a comparison; a list or set display of constants after "in" becomes a constant.
func (u *unit) right(op syntax.CompareOp, x syntax.Expr) {
	if op == syntax.In || op == syntax.NotIn {
		if l, ok := x.(*syntax.List); ok {
			if v := fold(&syntax.Tuple{Span: l.Span, Elts: l.Elts}); v != nil {
				u.pushConst(v)
				return
			}
		}
	}
	u.expr(x)
}

func (u *unit) compare(x *syntax.Compare) {
	u.expr(x.L)
	if len(x.Ops) == 1 {
		u.right(x.Ops[0], x.Rights[0])
		u.at = x.Span
		u.comparison(x.Ops[0])
		return
	}
	// a < b < c: the result lies where a was; b is kept beside it.
	end := newLabel()
	u.settleAll()
	for i, op := range x.Ops {
		u.right(op, x.Rights[i])
		u.at = x.Span
		if i == len(x.Ops)-1 {
			u.comparison(op)
			break
		}
		u.settleAll()
		at := u.depth() - 2
		l, r := u.reg(at), u.reg(at+1)
		u.cut(at)
		u.push(operand{kind: inTemp})
		u.pushTemp() // r stays where it is
		switch op {
		case syntax.In, syntax.NotIn:
			u.emit(InOp, int(op-syntax.In), l, l, r)
		case syntax.Is, syntax.IsNot:
			u.emit(IsOp, int(op-syntax.Is), l, l, r)
		default:
			u.emit(Compare, int(op), l, l, r)
		}
		u.jump(JumpIfNot, 0, l, 0, end)
		u.emit(Move, 0, l, r, 0)
		u.pop()
	}
	u.bind(end)
}

// cond jumps to l if the truth of x is want, and goes on otherwise. Pending operands must be settled.
func (u *unit) cond(x syntax.Expr, want bool, l *label) {
	if truth, known := constTruth(x); known {
		if truth == want {
			u.jump(Jump, 0, 0, 0, l)
		}
		return
	}
	old := u.setAt(x)
	defer func() { u.at = old }()
	f := 0
	if want {
		f = 1
	}
	switch x := x.(type) {
	case *syntax.Unary:
		if x.Op == syntax.Not {
			u.cond(x.X, !want, l)
			return
		}
	case *syntax.BoolOp:
		// and: false as soon as one is false. or: true as soon as one is true.
		if x.And != want {
			for _, e := range x.X {
				u.cond(e, want, l)
			}
			return
		}
		skip := newLabel()
		for _, e := range x.X[:len(x.X)-1] {
			u.cond(e, !want, skip)
		}
		u.cond(x.X[len(x.X)-1], want, l)
		u.bind(skip)
		return
	case *syntax.Compare:
		if len(x.Ops) == 1 {
			op := x.Ops[0]
			u.expr(x.L)
			u.right(op, x.Rights[0])
			u.at = x.Span
			b, a := u.pop(), u.pop()
			switch op {
			case syntax.In, syntax.NotIn:
				u.jump(JumpIn, f^int(op-syntax.In), a, b, l)
			case syntax.Is, syntax.IsNot:
				u.jump(JumpIs, f^int(op-syntax.Is), a, b, l)
			default:
				u.jump(JumpCmp, f<<8|int(op), a, b, l)
			}
			return
		}
	}
	u.expr(x)
	r := u.pop()
	if want {
		u.jump(JumpIf, 0, r, 0, l)
	} else {
		u.jump(JumpIfNot, 0, r, 0, l)
	}
}

func (u *unit) fstring(x *syntax.FString) {
	base := u.depth()
	for _, p := range x.Parts {
		u.expr(p)
	}
	n := u.depth() - base
	switch {
	case n == 0:
		u.pushConst(py.String(""))
	case n == 1:
		// One field is already a string.
	default:
		u.settleFrom(base)
		u.popN(n)
		u.result(BuildString, 0, u.reg(base), int32(n))
	}
}

func (u *unit) fvalue(x *syntax.FValue) {
	u.expr(x.X)
	if x.Spec == nil {
		r := u.pop()
		u.result(Format, int(x.Conv), r, 0)
		return
	}
	u.expr(x.Spec)
	s, r := u.pop(), u.pop()
	u.result(Format, int(x.Conv)|256, r, s)
}

package compile

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// call compiles a call. Callee and arguments lie in consecutive registers.
func (u *unit) call(x *syntax.Call) {
	if hasStar(x.Args) || hasDoubleStar(x.Keywords) || len(x.Args)+len(x.Keywords) > 60000 {
		u.callEx(x)
		return
	}
	base := u.depth()
	method := false
	at := u.at
	if a, ok := x.Fun.(*syntax.Attribute); ok {
		method = true
		u.method(a)
		at = attrSpan(x.Span, a)
	} else {
		u.expr(x.Fun)
	}
	for _, a := range x.Args {
		u.expr(a)
	}
	argc := len(x.Args) + len(x.Keywords)
	if len(x.Keywords) > 0 {
		names := make(py.Tuple, len(x.Keywords))
		seen := map[string]bool{}
		for i, k := range x.Keywords {
			if seen[k.Name] {
				fail(k, "keyword argument repeated: %s", k.Name)
			}
			seen[k.Name] = true
			names[i] = py.String(mangle(u.here.class, k.Name))
			u.expr(k.Value)
		}
		u.settleFrom(base)
		u.cut(base)
		u.at = at
		op := CallKw
		if method {
			op = CallMethodKw
		}
		u.result(op, argc, u.reg(base), u.constant(names))
		return
	}
	u.settleFrom(base)
	u.cut(base)
	u.at = at
	op := Call
	if method {
		op = CallMethod
	}
	u.result(op, argc, u.reg(base), 0)
}

func hasDoubleStar(kws []*syntax.Keyword) bool {
	for _, k := range kws {
		if k.Name == "" {
			return true
		}
	}
	return false
}

// method pushes two temporaries: the function and self, as LoadMethod gives them.
func (u *unit) method(a *syntax.Attribute) {
	name := u.name(mangle(u.here.class, a.Attr))
	if u.superParts(a.X) {
		old := u.setAt(a)
		u.at = attrSpan(a.Span, a)
		first := u.reg(u.depth() - 3)
		u.popN(3)
		u.pushTemps(2)
		u.emit(SuperMeth, 0, first, first, name)
		u.at = old
		return
	}
	u.expr(a.X)
	r := u.pop()
	old := u.setAt(a)
	u.at = attrSpan(a.Span, a)
	fn := u.pushTemps(2)
	u.emit(LoadMethod, 0, fn, r, name)
	u.at = old
}

// superParts pushes super, __class__ and the first parameter when x is "super()" inside a method, for the instructions
// that need no super object.
func (u *unit) superParts(x syntax.Expr) bool {
	c, ok := x.(*syntax.Call)
	if !ok || len(c.Args) > 0 || len(c.Keywords) > 0 {
		return false
	}
	n, ok := c.Fun.(*syntax.Name)
	if !ok || n.ID != "super" || u.scope.kind != funcScope || u.code.Argcount == 0 || u.scope.isComp() {
		return false
	}
	y := u.here.symbols["__class__"]
	if y == nil || y.place != inFree && y.place != inCell || u.lookup("super").place != inGlobal {
		return false
	}
	first := u.scope.order[0]
	if first.deleted {
		return false
	}
	old := u.setAt(c)
	defer func() { u.at = old }()
	base := u.depth()
	u.expr(n)
	u.settleTop()
	u.load("__class__")
	u.settleTop()
	if first.place == inCell {
		u.result(LoadCell, 0, int32(first.index), 0)
	} else {
		u.pushSlot(first.index)
	}
	u.settleFrom(base)
	return true
}

// callEx compiles a call with stars: positional arguments become a tuple or list, keywords a dict.
func (u *unit) callEx(x *syntax.Call) {
	base := u.depth()
	u.expr(x.Fun)
	u.settleTop()
	u.exParts(x.Args, x.Keywords, u.reg(base))
	u.cut(base)
	u.result(CallEx, 0, u.reg(base), 0)
}

// exParts settles positional and keyword arguments into the two registers on top of the stack and leaves them there.
func (u *unit) exParts(args []syntax.Expr, kws []*syntax.Keyword, fn int32) {
	if s, ok := loneStar(args); ok {
		// f(*a): the sequence is copied by the callee's binding, iterated here when it is no tuple or list.
		u.expr(s.X)
	} else {
		u.display(args, BuildTuple)
	}
	u.settleTop()
	if len(kws) == 0 {
		d := u.pushTemp()
		u.emit(DeleteFast, 1, d, 0, 0)
		return
	}
	d := u.pushTemp()
	u.emit(BuildDict, 0, d, 0, 0)
	seen := map[string]bool{}
	stars := false
	for _, k := range kws {
		old := u.setAt(k)
		u.expr(k.Value)
		switch {
		case k.Name == "":
			stars = true
			u.at = old
			u.emit(DictMerge, 0, d, u.pop(), fn)
		case seen[k.Name]:
			fail(k, "keyword argument repeated: %s", k.Name)
		default:
			seen[k.Name] = true
			name := py.String(mangle(u.here.class, k.Name))
			if !stars {
				u.emit(DictSet, 0, d, -u.constant(name)-1, u.pop())
				break
			}
			// A keyword after **d must not repeat a key of d.
			v := u.settleTop()
			one := u.pushTemp()
			u.pushConst(name)
			u.settleTop()
			k := u.pushTemp()
			u.emit(Move, 0, k, v, 0)
			u.emit(BuildDict, 0, one, u.reg(u.depth()-2), 1)
			u.emit(DictMerge, 0, d, one, fn)
			u.popN(4)
		}
		u.at = old
	}
}

// loneStar is the only argument when it is starred.
func loneStar(args []syntax.Expr) (*syntax.Starred, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*syntax.Starred)
	return s, ok
}

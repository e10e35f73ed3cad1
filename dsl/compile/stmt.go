package compile

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// compileFile compiles a file; with value set, a last expression statement gives the code's value.
func compileFile(f *syntax.File, value bool, o Options) (code *Code, err error) {
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(bail)
			if !ok {
				panic(r)
			}
			b.err.File = f.Name
			err = b.err
		}
	}()
	for _, s := range f.Body {
		if i, ok := s.(*syntax.ImportFrom); ok && i.Module == "__future__" && i.Level == 0 {
			for _, a := range i.Names {
				o.Annotations = o.Annotations || a.Name == "annotations"
			}
		}
	}
	t := &symtable{file: f, scopes: map[any]*scope{}, opts: o}
	root := t.enter(moduleScope, f, "<module>")
	root.qualname = "<module>"
	t.stmts(f.Body)
	t.resolve(root)

	u := newUnit(t, root, nil)
	u.code.Kind = ModuleCode
	if o.Names {
		u.code.Kind = NamesCode
	}
	u.code.Firstlineno = 1
	if d, ok := docstring(f.Body); ok && !value {
		u.at = f.Body[0].Range()
		u.pushConst(py.String(d))
		u.store("__doc__")
		u.code.Doc = py.String(d)
	}
	if root.annotation {
		u.emit(Annotations, 0, 0, 0, 0)
	}
	body := f.Body
	var last syntax.Expr
	if n := len(body); value && n > 0 {
		if x, ok := body[n-1].(*syntax.ExprStmt); ok {
			last, body = x.X, body[:n-1]
		}
	}
	u.stmts(body)
	if last != nil {
		u.code.HasValue = true
		u.expr(last)
		u.at = last.Range()
		u.emit(Return, 0, 0, u.pop(), 0)
	} else {
		u.returnNone()
	}
	return u.finish(), nil
}

func docstring(body []syntax.Stmt) (string, bool) {
	if len(body) > 0 {
		if x, ok := body[0].(*syntax.ExprStmt); ok {
			if s, ok := x.X.(*syntax.Str); ok {
				return s.Value, true
			}
		}
	}
	return "", false
}

func (u *unit) returnNone() {
	u.emit(Return, 0, 0, -u.constant(py.None)-1, 0)
	u.dead = true
}

func (u *unit) stmts(list []syntax.Stmt) {
	for _, s := range list {
		u.stmt(s)
	}
}

// stmt compiles a statement. Between statements only what outlives one is pending: iterators, exit methods and the like,
// all in their registers.
func (u *unit) stmt(s syntax.Stmt) {
	old := u.setAt(s)
	defer func() { u.at = old }()
	switch s := s.(type) {
	case *syntax.ExprStmt:
		if u.t.opts.Single && u.scope.kind == moduleScope {
			u.expr(&syntax.Call{Span: s.Span, Fun: &syntax.Name{Span: s.Span, ID: "__displayhook__"}, Args: []syntax.Expr{s.X}})
			u.pop()
		} else if fold(s.X) == nil {
			u.expr(s.X)
			u.pop()
		}
	case *syntax.Assign:
		u.assignment(s)
	case *syntax.AugAssign:
		u.augAssign(s)
	case *syntax.AnnAssign:
		u.annAssign(s)
	case *syntax.Return:
		u.returnStmt(s)
	case *syntax.Raise:
		u.raise(s)
	case *syntax.Delete:
		for _, x := range s.Targets {
			u.delTarget(x)
		}
	case *syntax.Pass, *syntax.Global, *syntax.Nonlocal:
	case *syntax.Break:
		u.leaveLoop(s, true)
	case *syntax.Continue:
		u.leaveLoop(s, false)
	case *syntax.Assert:
		u.assert(s)
	case *syntax.Import:
		for _, a := range s.Names {
			u.importName(a)
		}
	case *syntax.ImportFrom:
		u.importFrom(s)
	case *syntax.If:
		u.ifStmt(s)
	case *syntax.While:
		u.while(s)
	case *syntax.For:
		u.forStmt(s)
	case *syntax.With:
		u.with(s, 0)
	case *syntax.Try:
		u.try(s)
	case *syntax.FuncDef:
		u.funcDef(s)
	case *syntax.ClassDef:
		u.classDef(s)
	case *syntax.Match:
		u.match(s)
	default:
		fail(s, "unsupported statement")
	}
}

func (u *unit) assignment(s *syntax.Assign) {
	// "a, b = b, a" needs no tuple: the parts are pending together, then stored in order.
	if len(s.Targets) == 1 {
		if l, r := elements(s.Targets[0]), elements(s.Value); len(l) > 0 && len(l) == len(r) && len(l) < 8 && !hasStar(l) && !hasStar(r) {
			if _, list := s.Value.(*syntax.List); !list {
				u.assignParts(l, r)
				return
			}
		}
	}
	u.expr(s.Value)
	for _, t := range s.Targets[:len(s.Targets)-1] {
		u.assignCopy(t)
	}
	u.assign(s.Targets[len(s.Targets)-1])
}

// elements are the parts of a tuple or list, nil for anything else.
func elements(x syntax.Expr) []syntax.Expr {
	switch x := x.(type) {
	case *syntax.Tuple:
		return x.Elts
	case *syntax.List:
		return x.Elts
	}
	return nil
}

func (u *unit) assignParts(targets, values []syntax.Expr) {
	base := u.depth()
	for _, v := range values {
		u.expr(v)
	}
	for i, t := range targets {
		if n, ok := t.(*syntax.Name); ok {
			u.at = n.Span
			u.storeAt(base+i, n.ID)
			continue
		}
		u.push(u.stack[base+i])
		if u.stack[base+i].kind == inTemp {
			u.emit(Move, 0, u.reg(u.depth()-1), u.reg(base+i), 0)
		}
		u.assign(t)
	}
	u.cut(base)
}

// assignCopy assigns the top of the stack and leaves it there.
func (u *unit) assignCopy(t syntax.Expr) {
	pos := u.depth() - 1
	if n, ok := t.(*syntax.Name); ok {
		old := u.setAt(t)
		u.storeAt(pos, n.ID)
		u.at = old
		return
	}
	u.push(u.stack[pos])
	if u.stack[pos].kind == inTemp {
		u.emit(Move, 0, u.reg(pos+1), u.reg(pos), 0)
	}
	u.assign(t)
}

// assign pops the top of the stack into a target.
func (u *unit) assign(t syntax.Expr) {
	old := u.at
	defer func() { u.at = old }()
	switch t := t.(type) {
	case *syntax.Name:
		u.at = t.Span
		u.store(t.ID)
	case *syntax.Attribute:
		u.expr(t.X)
		u.at = attrSpan(t.Span, t)
		o := u.pop()
		u.emit(SetAttr, 0, o, u.pop(), u.name(mangle(u.here.class, t.Attr)))
	case *syntax.Subscript:
		u.expr(t.X)
		u.index(t.Index)
		u.at = t.Span
		k, o := u.pop(), u.pop()
		u.emit(SetItem, 0, o, k, u.pop())
		u.anchor(syntax.Span{Start: t.X.Range().End, End: t.Span.End})
	case *syntax.Tuple:
		u.at = t.Span
		u.unpack(t.Elts)
	case *syntax.List:
		u.at = t.Span
		u.unpack(t.Elts)
	case *syntax.Starred:
		fail(t, "starred assignment target must be in a list or tuple")
	default:
		fail(t, "cannot assign to this expression")
	}
}

// unpack pops an iterable and assigns its items.
func (u *unit) unpack(elts []syntax.Expr) {
	star := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			if star >= 0 {
				fail(e, "multiple starred expressions in assignment")
			}
			star = i
		}
	}
	src := u.pop()
	base := u.depth()
	first := u.pushTemps(len(elts))
	if len(elts) == 0 {
		first = u.reg(base)
	}
	if star >= 0 {
		u.emit(UnpackEx, len(elts)-star-1, first, src, int32(star))
	} else {
		u.emit(Unpack, 0, first, src, int32(len(elts)))
	}
	for i, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			e = s.X
		}
		if n, ok := e.(*syntax.Name); ok {
			u.at = n.Span
			u.storeAt(base+i, n.ID)
			continue
		}
		t := u.pushTemp()
		u.emit(Move, 0, t, u.reg(base+i), 0)
		u.assign(e)
	}
	u.cut(base)
}

func (u *unit) augAssign(s *syntax.AugAssign) {
	switch t := s.Target.(type) {
	case *syntax.Name:
		u.at = t.Span
		u.load(t.ID)
		u.expr(s.Value)
		u.at = s.Span
		u.arith(s.Op, 1, syntax.Span{})
		u.store(t.ID)
	case *syntax.Attribute:
		name := u.name(mangle(u.here.class, t.Attr))
		u.expr(t.X)
		base := u.depth() - 1
		u.at = t.Span
		u.result(GetAttr, 0, u.rk(base), name)
		u.expr(s.Value)
		u.at = s.Span
		u.arith(s.Op, 1, syntax.Span{})
		v := u.pop()
		u.at = t.Span
		u.emit(SetAttr, 0, u.rk(base), v, name)
		u.cut(base)
	case *syntax.Subscript:
		u.expr(t.X)
		u.index(t.Index)
		base := u.depth() - 2
		u.at = t.Span
		u.result(GetItem, 0, u.rk(base), u.rk(base+1))
		u.anchor(syntax.Span{Start: t.X.Range().End, End: t.Span.End})
		u.expr(s.Value)
		u.at = s.Span
		u.arith(s.Op, 1, syntax.Span{})
		v := u.pop()
		u.at = t.Span
		u.emit(SetItem, 0, u.rk(base), u.rk(base+1), v)
		u.anchor(syntax.Span{Start: t.X.Range().End, End: t.Span.End})
		u.cut(base)
	default:
		fail(s.Target, "illegal expression for augmented assignment")
	}
}

func (u *unit) annAssign(s *syntax.AnnAssign) {
	if s.Value != nil {
		u.expr(s.Value)
		u.assign(s.Target)
	} else if a, ok := s.Target.(*syntax.Attribute); ok {
		u.expr(a.X)
		u.pop()
	} else if a, ok := s.Target.(*syntax.Subscript); ok {
		u.expr(a.X)
		u.pop()
		u.index(a.Index)
		u.pop()
	}
	if u.scope.kind == funcScope {
		return
	}
	if !s.Simple {
		if !u.t.opts.Annotations {
			u.expr(s.Annotation)
			u.pop()
		}
		return
	}
	u.annotation(s.Annotation)
	u.load("__annotations__")
	u.pushConst(py.String(mangle(u.here.class, s.Target.(*syntax.Name).ID)))
	k, d := u.pop(), u.pop()
	u.emit(SetItem, 0, d, k, u.pop())
}

// annotation pushes the value of an annotation.
func (u *unit) annotation(x syntax.Expr) {
	if u.t.opts.Annotations {
		u.pushConst(py.String(unparse(x)))
		return
	}
	u.expr(x)
}

func (u *unit) delTarget(x syntax.Expr) {
	old := u.setAt(x)
	defer func() { u.at = old }()
	switch x := x.(type) {
	case *syntax.Name:
		u.del(x.ID)
	case *syntax.Attribute:
		u.expr(x.X)
		u.at = attrSpan(x.Span, x)
		u.emit(DelAttr, 0, u.pop(), 0, u.name(mangle(u.here.class, x.Attr)))
	case *syntax.Subscript:
		u.expr(x.X)
		u.index(x.Index)
		k, o := u.pop(), u.pop()
		u.emit(DelItem, 0, o, k, 0)
		u.anchor(syntax.Span{Start: x.X.Range().End, End: x.Span.End})
	case *syntax.Tuple:
		for _, e := range x.Elts {
			u.delTarget(e)
		}
	case *syntax.List:
		for _, e := range x.Elts {
			u.delTarget(e)
		}
	default:
		fail(x, "cannot delete this expression")
	}
}

func (u *unit) raise(s *syntax.Raise) {
	n := 0
	if s.X != nil {
		u.expr(s.X)
		n = 1
	}
	if s.Cause != nil {
		u.expr(s.Cause)
		n = 2
	}
	var a, b int32
	if n == 2 {
		b = u.pop()
	}
	if n >= 1 {
		a = u.pop()
	}
	u.emit(Raise, n, a, b, 0)
	u.dead = true
}

func (u *unit) assert(s *syntax.Assert) {
	ok := newLabel()
	u.cond(s.Test, true, ok)
	n := 0
	var a int32
	if s.Msg != nil {
		u.expr(s.Msg)
		n, a = 1, u.pop()
	}
	u.at = s.Span
	u.emit(AssertFail, n, a, 0, 0)
	u.dead = true
	u.bind(ok)
}

func (u *unit) importName(a *syntax.Alias) {
	if a.AsName == "" {
		first, _, _ := strings.Cut(a.Name, ".")
		u.result(ImportName, 0, 0, u.name(a.Name))
		u.store(first)
		return
	}
	u.result(ImportName, 0, 1, u.name(a.Name))
	u.store(a.AsName)
}

func (u *unit) importFrom(s *syntax.ImportFrom) {
	if s.Module == "__future__" && s.Level == 0 {
		u.future(s)
		return
	}
	m := u.pushTemp()
	u.emit(ImportName, s.Level, m, 1, u.name(s.Module))
	for _, a := range s.Names {
		if a.Name == "*" {
			u.emit(ImportStar, 0, 0, m, 0)
			continue
		}
		u.result(ImportFrom, 0, m, u.name(a.Name))
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		u.store(name)
	}
	u.pop()
}

// future accepts the features of CPython 3.12's __future__, all but one of which are always on.
func (u *unit) future(s *syntax.ImportFrom) {
	for _, a := range s.Names {
		switch a.Name {
		case "annotations", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
			"generators", "nested_scopes", "generator_stop":
		case "braces":
			fail(s, "not a chance")
		default:
			fail(s, "future feature %s is not defined", a.Name)
		}
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		u.pushConst(py.True)
		u.store(name)
	}
}

func (u *unit) ifStmt(s *syntax.If) {
	els := newLabel()
	u.cond(s.Cond, false, els)
	u.stmts(s.Then)
	if len(s.Else) == 0 {
		u.bind(els)
		return
	}
	end := newLabel()
	if !u.dead {
		u.jump(Jump, 0, 0, 0, end)
	}
	u.bind(els)
	u.stmts(s.Else)
	u.bind(end)
}

func (u *unit) while(s *syntax.While) {
	truth, known := constTruth(s.Cond)
	if known && !truth {
		u.stmts(s.Else)
		return
	}
	els, end, next := newLabel(), newLabel(), newLabel()
	if !known {
		u.cond(s.Cond, false, els)
	}
	before := u.snapshot()
	top := newLabel()
	top.pc = u.pc()
	u.last = -1
	b := u.enterBlock(&block{kind: loopBlock, onBreak: end, onContinue: next})
	u.stmts(s.Body)
	u.leaveBlock(b)
	u.bind(next)
	u.restore(before)
	if known {
		u.jump(Jump, 0, 0, 0, top)
	} else {
		u.cond(s.Cond, true, top)
		u.bind(els)
		u.restore(before)
		u.stmts(s.Else)
	}
	u.bind(end)
}

func (u *unit) forStmt(s *syntax.For) {
	u.expr(s.Iter)
	r := u.pop()
	it := u.pushTemp()
	// A generator that was made for this loop is closed when the loop is left early, as CPython does when the last
	// reference goes.
	made := isMade(s.Iter)
	if made {
		u.emit(GetIter, 2, it, r, 0)
	} else {
		u.emit(GetIter, 0, it, r, 0)
	}
	end, next := newLabel(), newLabel()
	before := u.snapshot()
	u.jump(Jump, 0, 0, 0, next)
	u.dead = false
	top := u.pc()
	u.last = -1
	item := u.forTarget(s.Target)
	b := u.enterBlock(&block{kind: loopBlock, onBreak: end, onContinue: next, made: made, iter: it})
	u.stmts(s.Body)
	u.leaveBlock(b)
	u.bind(next)
	u.restore(before)
	u.at = s.Span
	u.emit(ForIter, 0, item, it, int32(top))
	if made {
		over := newLabel()
		u.jump(Jump, 0, 0, 0, over)
		exc := u.handler(b, before)
		u.emit(CloseIter, 0, it, 0, 0)
		u.emit(Reraise, 0, exc, 0, 0)
		u.dead = true
		u.handled = b.handled
		u.pop()
		u.bind(over)
	}
	u.pop()
	u.stmts(s.Else)
	u.bind(end)
}

// isMade reports whether an expression may make a generator that nothing else refers to.
func isMade(x syntax.Expr) bool {
	switch x := x.(type) {
	case *syntax.Call:
		return true
	case *syntax.Comp:
		return x.Kind == syntax.GenExp
	}
	return false
}

package compile

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// function compiles a function's code and pushes the function. decorate counts nothing here: decorators are applied by
// the caller.
func (u *unit) function(s *scope, name string, a *syntax.Arguments, returns syntax.Expr, at syntax.Span, body func(f *unit)) {
	base := u.depth()
	flags := u.functionParts(a, returns)
	f := newUnit(u.t, s, u)
	c := f.code
	c.Kind = FunctionCode
	c.Generator = s.generator
	c.Firstlineno = at.Start.Line
	c.Flags = py.CO_OPTIMIZED | py.CO_NEWLOCALS
	if a != nil {
		c.PosOnly = len(a.PosOnly)
		c.Argcount = int32(len(a.PosOnly) + len(a.Params))
		c.Kwonlyargcount = int32(len(a.KwOnly))
		if a.VarArg != nil {
			c.Flags |= py.CO_VARARGS
		}
		if a.KwArg != nil {
			c.Flags |= py.CO_VARKEYWORDS
		}
	}
	if s.generator {
		c.Flags |= py.CO_GENERATOR
	}
	f.at = at
	body(f)
	code := f.finish()
	u.settleFrom(base)
	u.cut(base)
	u.result(MakeFunction, flags, u.reg(base), u.constant(code))
}

// functionParts pushes defaults, keyword-only defaults and annotations, and tells which there are.
func (u *unit) functionParts(a *syntax.Arguments, returns syntax.Expr) (flags int) {
	if a == nil {
		a = &syntax.Arguments{}
	}
	var defaults []syntax.Expr
	for _, list := range [][]*syntax.Param{a.PosOnly, a.Params} {
		for _, p := range list {
			if p.Default != nil {
				defaults = append(defaults, p.Default)
			}
		}
	}
	if len(defaults) > 0 {
		flags |= FuncDefaults
		if v := fold(&syntax.Tuple{Elts: defaults}); v != nil {
			u.pushConst(v)
		} else {
			u.display(defaults, BuildTuple)
		}
		u.settleTop()
	}
	var kwDefaults, notes []keyed
	for _, p := range a.KwOnly {
		if p.Default != nil {
			kwDefaults = append(kwDefaults, keyed{mangle(u.here.class, p.Name), func() { u.expr(p.Default) }})
		}
	}
	if u.keyedDict(kwDefaults) {
		flags |= FuncKwDefaults
	}
	// CPython's order: positional, *args, keyword-only, **kwargs, return.
	params := append(append([]*syntax.Param(nil), a.PosOnly...), a.Params...)
	if a.VarArg != nil {
		params = append(params, a.VarArg)
	}
	params = append(params, a.KwOnly...)
	if a.KwArg != nil {
		params = append(params, a.KwArg)
	}
	for _, p := range params {
		if p.Annotation != nil {
			notes = append(notes, keyed{mangle(u.here.class, p.Name), func() { u.annotation(p.Annotation) }})
		}
	}
	if returns != nil {
		notes = append(notes, keyed{"return", func() { u.annotation(returns) }})
	}
	if u.keyedDict(notes) {
		flags |= FuncAnnotations
	}
	return flags
}

// keyed is an entry of a dict under construction: push puts its value on the stack.
type keyed struct {
	key  string
	push func()
}

// keyedDict pushes a dict unless it would be empty.
func (u *unit) keyedDict(entries []keyed) bool {
	if len(entries) == 0 {
		return false
	}
	d := u.pushTemp()
	u.emit(BuildDict, 0, d, 0, 0)
	for _, e := range entries {
		e.push()
		u.emit(DictSet, 0, d, -u.constant(py.String(e.key))-1, u.pop())
	}
	return true
}

func (u *unit) lambda(x *syntax.Lambda) {
	u.function(u.t.scopes[x], "<lambda>", x.Args, nil, x.Span, func(f *unit) {
		f.expr(x.Body)
		f.at = x.Body.Range()
		if f.code.Generator {
			f.settleTop()
		}
		f.emit(Return, 0, 0, f.pop(), 0)
	})
}

// decorators pushes decorators' values; applyDecorators calls them, last first, on the top of the stack.
func (u *unit) decorators(list []syntax.Expr) {
	for _, d := range list {
		u.expr(d)
		u.settleTop()
	}
}

func (u *unit) applyDecorators(list []syntax.Expr) {
	for i := len(list) - 1; i >= 0; i-- {
		u.at = list[i].Range()
		u.settleTop()
		u.popN(2)
		u.result(Call, 1, u.reg(u.depth()), 0)
	}
}

func (u *unit) funcDef(s *syntax.FuncDef) {
	at := u.at
	u.decorators(s.Decorators)
	u.at = at
	u.function(u.t.scopes[s], s.Name, s.Args, s.Returns, s.Span, func(f *unit) {
		if s.HasDoc {
			f.code.Doc = py.String(s.Doc)
		}
		f.stmts(s.Body)
		if n := len(s.Body); n > 0 {
			f.at = s.Body[n-1].Range()
		}
		f.returnNone()
	})
	u.applyDecorators(s.Decorators)
	u.at = at
	u.store(s.Name)
}

func (u *unit) classDef(s *syntax.ClassDef) {
	at := u.at
	u.decorators(s.Decorators)
	u.at = at
	sc := u.t.scopes[s]
	f := newUnit(u.t, sc, u)
	f.code.Kind = ClassCode
	f.code.Firstlineno = s.Start.Line
	f.code.ClassCell = sc.classCell
	f.at = s.Span
	f.load("__name__")
	f.emit(StoreName, 0, f.name("__module__"), f.pop(), 0)
	f.emit(StoreName, 0, f.name("__qualname__"), -f.constant(py.String(sc.qualname))-1, 0)
	if sc.annotation {
		f.emit(Annotations, 0, 0, 0, 0)
	}
	if s.HasDoc {
		f.code.Doc = py.String(s.Doc)
		f.emit(StoreName, 0, f.name("__doc__"), -f.constant(py.String(s.Doc))-1, 0)
	}
	f.stmts(s.Body)
	f.returnNone()
	code := f.finish()

	base := u.depth()
	fn := u.pushTemp()
	u.emit(MakeFunction, 0, fn, 0, u.constant(code))
	u.exParts(s.Bases, s.Keywords, fn)
	u.cut(base)
	u.at = syntax.Span{Start: s.Start, End: s.End}
	u.result(BuildClass, 0, u.reg(base), u.constant(py.String(s.Name)))
	u.applyDecorators(s.Decorators)
	u.at = at
	u.store(s.Name)
}

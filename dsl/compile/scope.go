package compile

import (
	"fmt"
	"strings"

	"monge/dsl/syntax"
)

// scopeKind is the kind of a scope.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	funcScope
	compScope // a comprehension, compiled into the code around it
)

// where is how a name is reached from a scope.
type where uint8

const (
	unresolved  where = iota
	inFast            // a register
	inCell            // a register holding a cell
	inFree            // a free variable
	inGlobal          // globals, then builtins
	inNames           // the namespace of a module or class body
	inNamesFree       // a class's namespace, else a free variable
)

// symbol is a name in a scope.
type symbol struct {
	name                   string
	bound, param, deleted  bool
	global, nonlocal, used bool
	annotated, iterVar     bool
	at                     syntax.Span // first use or binding, for error messages
	declared               syntax.Span
	outer                  bool // bound by a walrus in a comprehension inside
	everywhere             bool // declared global somewhere inside the module
	place                  where
	index                  int // register, or index among free variables
	captured               bool
	owner                  *scope // the scope whose variable it is, once resolved
}

// scope is one scope of a program.
type scope struct {
	kind      scopeKind
	node      any
	parent    *scope
	name      string
	qualname  string
	class     string // innermost class name, for mangling
	symbols   map[string]*symbol
	order     []*symbol
	children  []*scope
	generator bool
	// needsClass: a function inside uses __class__ or super, so the class body provides the cell.
	needsClass bool
	// What follows belongs to the code object, hence to scopes that are not comprehensions.
	slots      []Slot
	frees      []freeVar
	freeIndex  map[freeVar]int
	cells      []int32
	params     int
	classCell  int
	iterDepth  int
	annotation bool
}

// unitScope is the scope whose code object this scope is compiled into.
func (s *scope) unitScope() *scope {
	for s.kind == compScope {
		s = s.parent
	}
	return s
}

// symtable collects the scopes of a file.
type symtable struct {
	file   *syntax.File
	scopes map[any]*scope
	opts   Options
	cur    *scope
}

// bail carries a syntax error out of the recursion.
type bail struct{ err *syntax.Error }

func fail(n syntax.Node, format string, args ...any) {
	sp := n.Range()
	panic(bail{&syntax.Error{Msg: fmt.Sprintf(format, args...), Kind: "SyntaxError", Pos: sp.Start, End: sp.End}})
}

func failAt(sp syntax.Span, format string, args ...any) {
	panic(bail{&syntax.Error{Msg: fmt.Sprintf(format, args...), Kind: "SyntaxError", Pos: sp.Start, End: sp.End}})
}

// mangle applies the rule for private names in classes.
func mangle(class, name string) string {
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

func (t *symtable) enter(kind scopeKind, node any, name string) *scope {
	s := &scope{kind: kind, node: node, parent: t.cur, name: name, symbols: map[string]*symbol{}, classCell: -1}
	if p := t.cur; p != nil {
		s.class = p.class
		p.children = append(p.children, s)
		s.qualname = name
		up := p
		for up.kind == compScope {
			up = up.parent
		}
		switch up.kind {
		case classScope:
			s.qualname = up.qualname + "." + name
		case funcScope:
			s.qualname = up.qualname + ".<locals>." + name
		}
		if kind == funcScope || kind == classScope {
			if sym := up.symbols[mangle(up.class, name)]; sym != nil && sym.global {
				s.qualname = name
			}
		}
	}
	t.scopes[node] = s
	t.cur = s
	return s
}

func (t *symtable) leave() { t.cur = t.cur.parent }

// sym is the symbol of a name in a scope, made when new.
func (s *scope) sym(name string, at syntax.Span) *symbol {
	y := s.symbols[name]
	if y == nil {
		y = &symbol{name: name, at: at}
		s.symbols[name] = y
		s.order = append(s.order, y)
	}
	return y
}

func (t *symtable) use(name string, at syntax.Span) {
	name = mangle(t.cur.class, name)
	t.cur.sym(name, at).used = true
	if name == "super" && t.cur.unitScope().kind == funcScope {
		t.cur.sym("__class__", at).used = true // super() without arguments needs it
	}
}

func (t *symtable) bind(name string, at syntax.Span) *symbol {
	name = mangle(t.cur.class, name)
	y := t.cur.sym(name, at)
	y.bound = true
	return y
}

func (t *symtable) unbind(name string, at syntax.Span) {
	t.bind(name, at).deleted = true
}

func (t *symtable) stmts(list []syntax.Stmt) {
	for _, s := range list {
		t.stmt(s)
	}
}

func (t *symtable) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		t.expr(s.X)
	case *syntax.Assign:
		t.expr(s.Value)
		for _, x := range s.Targets {
			t.target(x)
		}
	case *syntax.AugAssign:
		t.expr(s.Value)
		if n, ok := s.Target.(*syntax.Name); ok {
			t.use(n.ID, n.Span)
		}
		t.target(s.Target)
	case *syntax.AnnAssign:
		if n, ok := s.Target.(*syntax.Name); ok {
			y := t.cur.symbols[mangle(t.cur.class, n.ID)]
			if s.Simple && y != nil && (y.global || y.nonlocal) {
				what := "global"
				if y.nonlocal {
					what = "nonlocal"
				}
				fail(s, "annotated name '%s' can't be %s", n.ID, what)
			}
			if s.Simple || s.Value != nil {
				t.bind(n.ID, n.Span).annotated = true
			}
		} else {
			t.target(s.Target)
		}
		t.annotationExpr(s.Annotation)
		if s.Simple && t.cur.kind != funcScope {
			t.cur.annotation = true
			t.bind("__annotations__", s.Span)
			t.use("__annotations__", s.Span)
		}
		if s.Value != nil {
			t.expr(s.Value)
		}
	case *syntax.Return:
		if s.X != nil {
			t.expr(s.X)
		}
	case *syntax.Raise:
		t.opt(s.X)
		t.opt(s.Cause)
	case *syntax.Delete:
		for _, x := range s.Targets {
			t.deleted(x)
		}
	case *syntax.Global:
		t.declare(s.Names, s.Span, true)
	case *syntax.Nonlocal:
		if t.cur.kind == moduleScope {
			fail(s, "nonlocal declaration not allowed at module level")
		}
		t.declare(s.Names, s.Span, false)
	case *syntax.Assert:
		t.expr(s.Test)
		t.opt(s.Msg)
	case *syntax.Import:
		for _, a := range s.Names {
			name := a.AsName
			if name == "" {
				name, _, _ = strings.Cut(a.Name, ".")
			}
			t.bind(name, a.Span)
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			if a.Name == "*" {
				if t.cur.kind != moduleScope {
					fail(s, "import * only allowed at module level")
				}
				continue
			}
			name := a.AsName
			if name == "" {
				name = a.Name
			}
			t.bind(name, a.Span)
		}
	case *syntax.If:
		t.expr(s.Cond)
		t.stmts(s.Then)
		t.stmts(s.Else)
	case *syntax.While:
		t.expr(s.Cond)
		t.stmts(s.Body)
		t.stmts(s.Else)
	case *syntax.For:
		t.expr(s.Iter)
		t.target(s.Target)
		t.stmts(s.Body)
		t.stmts(s.Else)
	case *syntax.With:
		for _, i := range s.Items {
			t.expr(i.X)
			if i.Target != nil {
				t.target(i.Target)
			}
		}
		t.stmts(s.Body)
	case *syntax.Try:
		t.stmts(s.Body)
		for _, h := range s.Handlers {
			t.opt(h.Type)
			if h.Name != "" {
				t.unbind(h.Name, h.Span)
			}
			t.stmts(h.Body)
		}
		t.stmts(s.Else)
		t.stmts(s.Finally)
	case *syntax.FuncDef:
		for _, d := range s.Decorators {
			t.expr(d)
		}
		t.bind(s.Name, s.Span)
		t.defaults(s.Args)
		t.annotations(s.Args, s.Returns)
		t.function(s, s.Name, s.Args, func() { t.stmts(s.Body) })
	case *syntax.ClassDef:
		for _, d := range s.Decorators {
			t.expr(d)
		}
		t.bind(s.Name, s.Span)
		for _, b := range s.Bases {
			t.expr(b)
		}
		for _, k := range s.Keywords {
			t.expr(k.Value)
		}
		sc := t.enter(classScope, s, s.Name)
		sc.class = s.Name
		t.stmts(s.Body)
		t.leave()
	case *syntax.Match:
		t.expr(s.Subject)
		for _, c := range s.Cases {
			t.pattern(c.Pattern)
			t.opt(c.Guard)
			t.stmts(c.Body)
		}
	}
}

// declare handles global and nonlocal statements.
func (t *symtable) declare(names []string, at syntax.Span, global bool) {
	what := "nonlocal"
	if global {
		what = "global"
	}
	for _, name := range names {
		name = mangle(t.cur.class, name)
		if y := t.cur.symbols[name]; y != nil {
			switch {
			case y.param:
				failAt(at, "name '%s' is parameter and %s", name, what)
			case global && y.nonlocal || !global && y.global:
				failAt(at, "name '%s' is nonlocal and global", name)
			case y.annotated:
				failAt(at, "annotated name '%s' can't be %s", name, what)
			case y.bound && !y.global && !y.nonlocal:
				failAt(at, "name '%s' is assigned to before %s declaration", name, what)
			case y.used && !y.global && !y.nonlocal:
				failAt(at, "name '%s' is used prior to %s declaration", name, what)
			}
		}
		y := t.cur.sym(name, at)
		y.declared = at
		if global {
			y.global = true
			// CPython makes the name global at module level too, which exec with two namespaces shows.
			root := t.scopes[t.file]
			root.sym(name, at).everywhere = true
		} else {
			y.nonlocal = true
		}
	}
}

func (t *symtable) opt(x syntax.Expr) {
	if x != nil {
		t.expr(x)
	}
}

func (t *symtable) exprs(list []syntax.Expr) {
	for _, x := range list {
		t.opt(x)
	}
}

func (t *symtable) annotationExpr(x syntax.Expr) {
	if x != nil && !t.opts.Annotations {
		t.expr(x)
	}
}

func (t *symtable) annotations(a *syntax.Arguments, returns syntax.Expr) {
	for _, p := range allParams(a) {
		t.annotationExpr(p.Annotation)
	}
	t.annotationExpr(returns)
}

func (t *symtable) defaults(a *syntax.Arguments) {
	for _, p := range allParams(a) {
		t.opt(p.Default)
	}
}

// allParams are the parameters in the order of their registers: positional ones, keyword-only ones, *args, **kwargs.
func allParams(a *syntax.Arguments) []*syntax.Param {
	if a == nil {
		return nil
	}
	var out []*syntax.Param
	out = append(out, a.PosOnly...)
	out = append(out, a.Params...)
	out = append(out, a.KwOnly...)
	if a.VarArg != nil {
		out = append(out, a.VarArg)
	}
	if a.KwArg != nil {
		out = append(out, a.KwArg)
	}
	return out
}

func (t *symtable) function(node any, name string, a *syntax.Arguments, body func()) {
	s := t.enter(funcScope, node, name)
	s.params = len(allParams(a))
	for _, p := range allParams(a) {
		mangled := mangle(s.class, p.Name)
		if s.symbols[mangled] != nil {
			fail(p, "duplicate argument '%s' in function definition", p.Name)
		}
		y := s.sym(mangled, p.Span)
		y.bound, y.param = true, true
	}
	body()
	t.leave()
}

func (t *symtable) target(x syntax.Expr) {
	switch x := x.(type) {
	case *syntax.Name:
		t.bind(x.ID, x.Span)
	case *syntax.Tuple:
		for _, e := range x.Elts {
			t.target(e)
		}
	case *syntax.List:
		for _, e := range x.Elts {
			t.target(e)
		}
	case *syntax.Starred:
		t.target(x.X)
	default:
		t.expr(x)
	}
}

func (t *symtable) deleted(x syntax.Expr) {
	switch x := x.(type) {
	case *syntax.Name:
		t.unbind(x.ID, x.Span)
	case *syntax.Tuple:
		for _, e := range x.Elts {
			t.deleted(e)
		}
	case *syntax.List:
		for _, e := range x.Elts {
			t.deleted(e)
		}
	default:
		t.expr(x)
	}
}

func (t *symtable) expr(x syntax.Expr) {
	switch x := x.(type) {
	case *syntax.Name:
		t.use(x.ID, x.Span)
	case *syntax.FString:
		t.exprs(x.Parts)
	case *syntax.FValue:
		t.expr(x.X)
		if x.Spec != nil {
			t.expr(x.Spec)
		}
	case *syntax.Tuple:
		t.exprs(x.Elts)
	case *syntax.List:
		t.exprs(x.Elts)
	case *syntax.Set:
		t.exprs(x.Elts)
	case *syntax.Dict:
		for i := range x.Values {
			t.opt(x.Keys[i])
			t.expr(x.Values[i])
		}
	case *syntax.Starred:
		t.expr(x.X)
	case *syntax.Unary:
		t.expr(x.X)
	case *syntax.Binary:
		// Chains of operators lean to the left and may be long.
		var rights []syntax.Expr
		l := syntax.Expr(x)
		for {
			b, ok := l.(*syntax.Binary)
			if !ok {
				break
			}
			rights = append(rights, b.R)
			l = b.L
		}
		t.expr(l)
		for i := len(rights) - 1; i >= 0; i-- {
			t.expr(rights[i])
		}
	case *syntax.BoolOp:
		t.exprs(x.X)
	case *syntax.Compare:
		t.expr(x.L)
		t.exprs(x.Rights)
	case *syntax.IfExp:
		t.expr(x.Cond)
		t.expr(x.Then)
		t.expr(x.Else)
	case *syntax.Lambda:
		t.defaults(x.Args)
		t.function(x, "<lambda>", x.Args, func() { t.expr(x.Body) })
	case *syntax.NamedExpr:
		t.expr(x.Value)
		t.walrus(x)
	case *syntax.Attribute:
		t.expr(x.X)
	case *syntax.Subscript:
		t.expr(x.X)
		t.expr(x.Index)
	case *syntax.Slice:
		t.opt(x.Low)
		t.opt(x.High)
		t.opt(x.Step)
	case *syntax.Call:
		t.expr(x.Fun)
		t.exprs(x.Args)
		for _, k := range x.Keywords {
			t.expr(k.Value)
		}
	case *syntax.Comp:
		t.comp(x)
	case *syntax.Yield:
		t.yield(x, "yield")
		t.opt(x.X)
	case *syntax.YieldFrom:
		t.yield(x, "yield from")
		t.expr(x.X)
	}
}

func (t *symtable) yield(x syntax.Expr, what string) {
	s := t.cur
	switch {
	case s.kind == compScope:
		fail(x, "'%s' inside %s", what, compName(s.node.(*syntax.Comp)))
	case s.kind != funcScope:
		fail(x, "'%s' outside function", what)
	}
	if c, ok := s.node.(*syntax.Comp); ok {
		fail(x, "'%s' inside %s", what, compName(c))
	}
	s.generator = true
}

func compName(c *syntax.Comp) string {
	switch c.Kind {
	case syntax.ListComp:
		return "list comprehension"
	case syntax.SetComp:
		return "set comprehension"
	case syntax.DictComp:
		return "dict comprehension"
	}
	return "generator expression"
}

// walrus binds the target of := in the nearest scope that is not a comprehension.
func (t *symtable) walrus(x *syntax.NamedExpr) {
	name := mangle(t.cur.class, x.Target.ID)
	s := t.cur
	if s.iterDepth > 0 {
		fail(x, "assignment expression cannot be used in a comprehension iterable expression")
	}
	for s.isComp() {
		if y := s.symbols[name]; y != nil && y.iterVar {
			fail(x.Target, "assignment expression cannot rebind comprehension iteration variable '%s'", x.Target.ID)
		}
		s = s.parent
		if s.iterDepth > 0 {
			fail(x, "assignment expression cannot be used in a comprehension iterable expression")
		}
	}
	if s == t.cur {
		t.bind(x.Target.ID, x.Target.Span)
		return
	}
	if s.kind == classScope {
		fail(x, "assignment expression within a comprehension cannot be used in a class body")
	}
	y := s.sym(name, x.Target.Span)
	y.bound = true
	for c := t.cur; c != s; c = c.parent {
		cy := c.sym(name, x.Target.Span)
		cy.outer, cy.used = true, true
	}
}

// isComp reports whether the scope is a comprehension or generator expression.
func (s *scope) isComp() bool {
	_, ok := s.node.(*syntax.Comp)
	return ok
}

func (t *symtable) comp(x *syntax.Comp) {
	outer := t.cur
	outer.iterDepth++
	t.expr(x.Clauses[0].Iter)
	outer.iterDepth--
	kind, name := compScope, compCodeName(x)
	if x.Kind == syntax.GenExp {
		kind = funcScope
	}
	s := t.enter(kind, x, name)
	if kind == funcScope {
		s.generator = true
		y := s.sym(".0", x.Span)
		y.bound, y.param = true, true
		s.params = 1
	}
	for i, c := range x.Clauses {
		if i > 0 {
			s.iterDepth++
			t.expr(c.Iter)
			s.iterDepth--
		}
		t.compTarget(c.Target)
		t.exprs(c.Ifs)
	}
	t.expr(x.Key)
	t.opt(x.Value)
	t.leave()
}

func compCodeName(x *syntax.Comp) string {
	switch x.Kind {
	case syntax.ListComp:
		return "<listcomp>"
	case syntax.SetComp:
		return "<setcomp>"
	case syntax.DictComp:
		return "<dictcomp>"
	}
	return "<genexpr>"
}

func (t *symtable) compTarget(x syntax.Expr) {
	switch x := x.(type) {
	case *syntax.Name:
		name := mangle(t.cur.class, x.ID)
		if y := t.cur.symbols[name]; y != nil && y.outer {
			fail(x, "comprehension inner loop cannot rebind assignment expression target '%s'", x.ID)
		}
		t.bind(x.ID, x.Span).iterVar = true
	case *syntax.Tuple:
		for _, e := range x.Elts {
			t.compTarget(e)
		}
	case *syntax.List:
		for _, e := range x.Elts {
			t.compTarget(e)
		}
	case *syntax.Starred:
		t.compTarget(x.X)
	default:
		t.expr(x)
	}
}

func (t *symtable) pattern(p syntax.Pattern) {
	switch p := p.(type) {
	case *syntax.MatchValue:
		t.expr(p.X)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			t.pattern(p.Pattern)
		}
		if p.Name != "" {
			t.bind(p.Name, p.Span)
		}
	case *syntax.MatchOr:
		for _, a := range p.Alts {
			t.pattern(a)
		}
	case *syntax.MatchSequence:
		for _, e := range p.Elts {
			t.pattern(e)
		}
	case *syntax.MatchStar:
		if p.Name != "" {
			t.bind(p.Name, p.Span)
		}
	case *syntax.MatchMapping:
		for i := range p.Keys {
			t.expr(p.Keys[i])
			t.pattern(p.Patterns[i])
		}
		if p.Rest != "" {
			t.bind(p.Rest, p.Span)
		}
	case *syntax.MatchClass:
		t.expr(p.Cls)
		for _, a := range p.Args {
			t.pattern(a)
		}
		for _, a := range p.KwValues {
			t.pattern(a)
		}
	}
}

// resolve decides the place of every name, outer scopes first, then lays out the registers.
func (t *symtable) resolve(root *scope) {
	t.resolveScope(root)
	t.layout(root)
}

func (t *symtable) resolveScope(s *scope) {
	// Children may still capture variables of s, so owners are found for all before places are given.
	for i := 0; i < len(s.order); i++ {
		t.findOwner(s, s.order[i])
	}
	for _, c := range s.children {
		t.resolveScope(c)
	}
}

// findOwner decides whose variable a name is; nil owner means global.
func (t *symtable) findOwner(s *scope, y *symbol) {
	if y.owner != nil || y.place == inGlobal || y.place == inNames {
		return
	}
	switch {
	case y.global, y.everywhere:
		y.place = inGlobal
		return
	case y.nonlocal:
		o := t.enclosing(s, y.name)
		if o == nil {
			failAt(y.declared, "no binding for nonlocal '%s' found", y.name)
		}
		y.owner = o
		t.capture(s, o, y.name)
		return
	case y.bound && (s.kind == funcScope || s.kind == compScope) && !y.outer:
		y.owner = s
		return
	case y.bound && !y.outer:
		if s.kind == moduleScope && !t.opts.Names {
			y.place = inGlobal
		} else {
			y.place = inNames
		}
		return
	}
	if o := t.enclosing(s, y.name); o != nil {
		y.owner = o
		t.capture(s, o, y.name)
		return
	}
	y.place = inGlobal
	if s.kind == classScope || s.kind == moduleScope && t.opts.Names {
		y.place = inNames
	}
	if s.kind == compScope && t.opts.Names {
		if u := s.unitScope(); u.kind == moduleScope {
			y.place = inNames
		}
	}
}

// enclosing finds the scope around s whose variable name is, nil when it is global.
func (t *symtable) enclosing(s *scope, name string) *scope {
	for p := s.parent; p != nil; p = p.parent {
		switch p.kind {
		case moduleScope:
			return nil
		case classScope:
			if name == "__class__" && s.unitScope() != p {
				p.needsClass = true
				return p
			}
			continue
		}
		if y := p.symbols[name]; y != nil {
			if y.global {
				return nil
			}
			if y.bound && !y.outer && !y.nonlocal {
				return p
			}
		}
	}
	return nil
}

// capture makes the variable of o reachable from s: every code object between gets it as a free variable.
func (t *symtable) capture(s, o *scope, name string) {
	ou := o.unitScope()
	u := s.unitScope()
	if u == ou {
		return
	}
	if o.kind != classScope {
		o.symbols[name].captured = true
	}
	key := freeVar{o, name}
	for ; u != ou; u = u.parent.unitScope() {
		if u.freeIndex == nil {
			u.freeIndex = map[freeVar]int{}
		}
		if _, ok := u.freeIndex[key]; !ok {
			u.freeIndex[key] = len(u.frees)
			u.frees = append(u.frees, key)
		}
	}
}

// freeVar names a free variable by the scope that owns it, for scopes may have variables of the same name.
type freeVar struct {
	owner *scope
	name  string
}

// layout gives registers to the variables of each code object and places to all names.
func (t *symtable) layout(s *scope) {
	if s.kind != compScope {
		t.layoutUnit(s)
	}
	for _, c := range s.children {
		t.layout(c)
	}
}

func (t *symtable) layoutUnit(s *scope) {
	if s.kind == classScope && s.needsClass {
		s.classCell = len(s.slots)
		s.slots = append(s.slots, Slot{Name: "__class__", Cell: true, Hidden: true})
		s.cells = append(s.cells, int32(s.classCell))
	}
	t.layoutVars(s, s)
	t.placeAll(s, s)
}

// layoutVars allots registers for s's own variables and those of comprehensions inside it.
func (t *symtable) layoutVars(s, u *scope) {
	if s.kind == funcScope || s.kind == compScope {
		for _, y := range s.order {
			if y.owner != s {
				continue
			}
			y.index = len(u.slots)
			y.place = inFast
			if y.captured {
				y.place = inCell
				if s.kind == funcScope {
					u.cells = append(u.cells, int32(y.index))
				}
			}
			u.slots = append(u.slots, Slot{Name: y.name, Cell: y.captured, Hidden: s.kind == compScope})
		}
	}
	for _, c := range s.children {
		if c.kind == compScope {
			t.layoutVars(c, u)
		}
	}
}

// placeAll decides how each name of s and of comprehensions inside it is reached from the code u.
func (t *symtable) placeAll(s, u *scope) {
	for _, y := range s.order {
		if y.owner == nil || y.owner == s {
			continue
		}
		o := y.owner
		if o.unitScope() == u {
			oy := o.symbols[y.name]
			if o.kind == classScope {
				y.place, y.index = inCell, o.classCell
			} else {
				y.place, y.index = oy.place, oy.index
			}
			continue
		}
		idx := u.freeIndex[freeVar{o, y.name}]
		if s.kind == classScope && !y.nonlocal {
			y.place, y.index = inNamesFree, idx
			if y.name == "__class__" && o.kind == classScope {
				y.place = inFree
			}
			continue
		}
		y.place, y.index = inFree, idx
	}
	for _, c := range s.children {
		if c.kind == compScope {
			t.placeAll(c, u)
		}
	}
}

package syntax

// Names and scopes: what "global" and "nonlocal" say, repeated parameters, and where a walrus in a comprehension binds.
// The pass goes over the whole text first, then over the scopes from the outside in, as CPython's symbol table does:
// which mistake is reported first depends on it.

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	functionScope
	classScope
	compScope // a comprehension: a function that binds no names of its own but its loop variables
)

type symFlags uint8

const (
	symLocal symFlags = 1 << iota
	symParam
	symGlobal
	symNonlocal
	symUse
	symAnnotated
	symLoop   // loop variable of a comprehension
	symImport // bound by an import, which may come before "global"
)

type scope struct {
	kind       scopeKind
	comp       CompKind
	parent     *scope
	children   []*scope
	symbols    map[string]symFlags
	order      []string
	directives map[string]Span
	inTarget   bool // reading the loop variables of a comprehension
	inIter     int  // reading what a comprehension loops over
}

// scoper builds the scopes. It stops at the first mistake.
type scoper struct {
	root, cur *scope
	err       *Error
}

func checkScopes(body []Stmt) *Error {
	s := &scoper{}
	s.root = s.enter(moduleScope)
	s.stmts(body)
	if s.err == nil {
		s.analyse(s.root, nil)
	}
	return s.err
}

func (s *scoper) fail(at Span, msg string) {
	if s.err == nil {
		s.err = &Error{Msg: msg, Pos: at.Start, End: at.End, Kind: "SyntaxError"}
	}
}

func (s *scoper) enter(kind scopeKind) *scope {
	sc := &scope{kind: kind, parent: s.cur, symbols: make(map[string]symFlags)}
	if s.cur != nil {
		s.cur.children = append(s.cur.children, sc)
		sc.inIter = s.cur.inIter
	}
	s.cur = sc
	return sc
}

func (s *scoper) leave() { s.cur = s.cur.parent }

func (s *scoper) define(name string, f symFlags, at Span) { s.defineIn(s.cur, name, f, at) }

func (s *scoper) defineIn(sc *scope, name string, f symFlags, at Span) {
	old, known := sc.symbols[name]
	if f&symParam != 0 && old&symParam != 0 {
		s.fail(at, "duplicate argument '"+name+"' in function definition")
		return
	}
	if !known {
		sc.order = append(sc.order, name)
	}
	add := f
	f |= old
	if sc.inTarget {
		if f&(symGlobal|symNonlocal) != 0 {
			s.fail(at, "comprehension inner loop cannot rebind assignment expression target '"+name+"'")
			return
		}
		f |= symLoop
	}
	sc.symbols[name] = f
	if add&symGlobal != 0 {
		// A global name is one of the module, also where only a function says so.
		if _, known := s.root.symbols[name]; !known {
			s.root.order = append(s.root.order, name)
		}
		s.root.symbols[name] |= symGlobal
	}
}

func (s *scoper) direct(sc *scope, name string, at Span) {
	if sc.directives == nil {
		sc.directives = make(map[string]Span)
	}
	if _, ok := sc.directives[name]; !ok {
		sc.directives[name] = at
	}
}

func (s *scoper) stmts(list []Stmt) {
	for _, x := range list {
		if s.err != nil {
			return
		}
		s.stmt(x)
	}
}

func (s *scoper) stmt(x Stmt) {
	switch x := x.(type) {
	case *FuncDef:
		s.define(x.Name, symLocal, x.Span)
		s.defaults(x.Args)
		s.exprs(x.Decorators)
		s.annotations(x.Args)
		s.expr(x.Returns)
		s.enter(functionScope)
		s.params(x.Args)
		s.stmts(x.Body)
		s.leave()
	case *ClassDef:
		s.define(x.Name, symLocal, x.Span)
		s.exprs(x.Decorators)
		s.exprs(x.Bases)
		s.keywords(x.Keywords)
		s.enter(classScope)
		s.stmts(x.Body)
		s.leave()
	case *ExprStmt:
		s.expr(x.X)
	case *Assign:
		for _, t := range x.Targets {
			s.target(t)
		}
		s.expr(x.Value)
	case *AugAssign:
		s.target(x.Target)
		s.expr(x.Value)
	case *AnnAssign:
		s.annAssign(x)
	case *Return:
		s.expr(x.X)
	case *Raise:
		s.expr(x.X)
		s.expr(x.Cause)
	case *Delete:
		for _, t := range x.Targets {
			s.target(t)
		}
	case *Global:
		s.declare(x.Names, symGlobal, "global", x.Span)
	case *Nonlocal:
		s.declare(x.Names, symNonlocal, "nonlocal", x.Span)
	case *Assert:
		s.expr(x.Test)
		s.expr(x.Msg)
	case *Import:
		s.aliases(x.Names)
	case *ImportFrom:
		s.aliases(x.Names)
	case *If:
		s.expr(x.Cond)
		s.stmts(x.Then)
		s.stmts(x.Else)
	case *While:
		s.expr(x.Cond)
		s.stmts(x.Body)
		s.stmts(x.Else)
	case *For:
		s.target(x.Target)
		s.expr(x.Iter)
		s.stmts(x.Body)
		s.stmts(x.Else)
	case *With:
		for _, it := range x.Items {
			s.expr(it.X)
			s.target(it.Target)
		}
		s.stmts(x.Body)
	case *Try:
		s.stmts(x.Body)
		s.stmts(x.Else)
		for _, h := range x.Handlers {
			s.expr(h.Type)
			if h.Name != "" {
				s.define(h.Name, symLocal, h.Span)
			}
			s.stmts(h.Body)
		}
		s.stmts(x.Finally)
	case *Match:
		s.expr(x.Subject)
		for _, c := range x.Cases {
			s.pattern(c.Pattern)
			s.expr(c.Guard)
			s.stmts(c.Body)
		}
	}
}

func (s *scoper) annAssign(x *AnnAssign) {
	if n, ok := x.Target.(*Name); ok {
		if f := s.cur.symbols[n.ID]; f&(symGlobal|symNonlocal) != 0 && s.cur.kind != moduleScope && x.Simple {
			what := "global"
			if f&symGlobal == 0 {
				what = "nonlocal"
			}
			s.fail(x.Span, "annotated name '"+n.ID+"' can't be "+what)
			return
		}
		if x.Simple {
			s.define(n.ID, symLocal|symAnnotated, n.Span)
		} else if x.Value != nil {
			s.define(n.ID, symLocal, n.Span)
		}
	} else {
		s.target(x.Target)
	}
	s.expr(x.Annotation)
	s.expr(x.Value)
}

// declare handles a global or nonlocal statement.
func (s *scoper) declare(names []string, flag symFlags, word string, at Span) {
	for _, name := range names {
		if f := s.cur.symbols[name]; f&(symParam|symLocal|symUse|symAnnotated) != 0 {
			switch {
			case f&symParam != 0:
				s.fail(at, "name '"+name+"' is parameter and "+word)
			case f&symUse != 0:
				s.fail(at, "name '"+name+"' is used prior to "+word+" declaration")
			case f&symAnnotated != 0:
				s.fail(at, "annotated name '"+name+"' can't be "+word)
			default:
				s.fail(at, "name '"+name+"' is assigned to before "+word+" declaration")
			}
			return
		}
		s.define(name, flag, at)
		s.direct(s.cur, name, at)
	}
}

func (s *scoper) aliases(names []*Alias) {
	for _, a := range names {
		if a.Name == "*" {
			if s.cur.kind != moduleScope {
				s.fail(a.Span, "import * only allowed at module level")
			}
			continue
		}
		name := a.AsName
		if name == "" {
			name = firstPart(a.Name)
		}
		s.define(name, symImport, a.Span)
	}
}

// firstPart is the name that "import a.b.c" binds.
func firstPart(dotted string) string {
	for i := 0; i < len(dotted); i++ {
		if dotted[i] == '.' {
			return dotted[:i]
		}
	}
	return dotted
}

func (s *scoper) defaults(a *Arguments) {
	for _, p := range a.PosOnly {
		s.expr(p.Default)
	}
	for _, p := range a.Params {
		s.expr(p.Default)
	}
	for _, p := range a.KwOnly {
		s.expr(p.Default)
	}
}

func (a *Arguments) each(f func(*Param)) {
	for _, p := range a.PosOnly {
		f(p)
	}
	for _, p := range a.Params {
		f(p)
	}
	for _, p := range a.KwOnly {
		f(p)
	}
	if a.VarArg != nil {
		f(a.VarArg)
	}
	if a.KwArg != nil {
		f(a.KwArg)
	}
}

func (s *scoper) annotations(a *Arguments) { a.each(func(p *Param) { s.expr(p.Annotation) }) }

func (s *scoper) params(a *Arguments) {
	a.each(func(p *Param) { s.define(p.Name, symParam, p.Span) })
}

func (s *scoper) exprs(xs []Expr) {
	for _, x := range xs {
		s.expr(x)
	}
}

func (s *scoper) keywords(ks []*Keyword) {
	for _, k := range ks {
		s.expr(k.Value)
	}
}

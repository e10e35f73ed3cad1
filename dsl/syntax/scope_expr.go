package syntax

// target is an expression that is assigned to or deleted.
func (s *scoper) target(x Expr) {
	switch x := x.(type) {
	case *Name:
		s.define(x.ID, symLocal, x.Span)
	case *Tuple:
		for _, e := range x.Elts {
			s.target(e)
		}
	case *List:
		for _, e := range x.Elts {
			s.target(e)
		}
	case *Starred:
		s.target(x.X)
	default:
		s.expr(x)
	}
}

func (s *scoper) expr(x Expr) {
	if s.err != nil {
		return
	}
	switch x := x.(type) {
	case *Name:
		s.define(x.ID, symUse, x.Span)
	case *FString:
		s.exprs(x.Parts)
	case *FValue:
		s.expr(x.X)
		if x.Spec != nil {
			s.exprs(x.Spec.Parts)
		}
	case *Tuple:
		s.exprs(x.Elts)
	case *List:
		s.exprs(x.Elts)
	case *Set:
		s.exprs(x.Elts)
	case *Dict:
		s.exprs(x.Keys)
		s.exprs(x.Values)
	case *Starred:
		s.expr(x.X)
	case *Unary:
		s.expr(x.X)
	case *Binary:
		s.expr(x.L)
		s.expr(x.R)
	case *BoolOp:
		s.exprs(x.X)
	case *Compare:
		s.expr(x.L)
		s.exprs(x.Rights)
	case *IfExp:
		s.expr(x.Cond)
		s.expr(x.Then)
		s.expr(x.Else)
	case *Lambda:
		s.defaults(x.Args)
		s.enter(functionScope)
		s.params(x.Args)
		s.expr(x.Body)
		s.leave()
	case *NamedExpr:
		s.walrus(x)
	case *Attribute:
		s.expr(x.X)
	case *Subscript:
		s.expr(x.X)
		s.expr(x.Index)
	case *Slice:
		s.expr(x.Low)
		s.expr(x.High)
		s.expr(x.Step)
	case *Call:
		s.expr(x.Fun)
		s.exprs(x.Args)
		s.keywords(x.Keywords)
	case *Comp:
		s.comprehension(x)
	case *Yield:
		s.expr(x.X)
		s.yieldPlace(x.Span)
	case *YieldFrom:
		s.expr(x.X)
		s.yieldPlace(x.Span)
	}
}

func (s *scoper) yieldPlace(at Span) {
	if s.cur.kind == compScope {
		s.fail(at, "'yield' inside "+[...]string{"list comprehension", "set comprehension", "dict comprehension", "generator expression"}[s.cur.comp])
	}
}

// walrus binds in the innermost scope that is no comprehension.
func (s *scoper) walrus(x *NamedExpr) {
	if s.cur.inIter > 0 {
		s.fail(x.Span, "assignment expression cannot be used in a comprehension iterable expression")
		return
	}
	if s.cur.kind == compScope {
		s.walrusInComp(x)
	}
	s.expr(x.Value)
	s.target(x.Target)
}

func (s *scoper) walrusInComp(x *NamedExpr) {
	name, at := x.Target.ID, x.Target.Span
	for sc := s.cur; sc != nil; sc = sc.parent {
		switch sc.kind {
		case compScope:
			// A name that a target only uses, as in "for x[name] in y", is no loop variable.
			if f := sc.symbols[name]; f&symLoop != 0 && f&symLocal != 0 {
				s.fail(at, "assignment expression cannot rebind comprehension iteration variable '"+name+"'")
				return
			}
		case functionScope:
			flag := symNonlocal
			if sc.symbols[name]&symGlobal != 0 {
				flag = symGlobal
			}
			s.define(name, flag, at)
			s.direct(s.cur, name, at)
			s.defineIn(sc, name, symLocal, at)
			return
		case moduleScope:
			s.define(name, symGlobal, at)
			s.direct(s.cur, name, at)
			s.defineIn(sc, name, symGlobal, at)
			return
		case classScope:
			s.fail(at, "assignment expression within a comprehension cannot be used in a class body")
			return
		}
	}
}

func (s *scoper) comprehension(x *Comp) {
	first := x.Clauses[0]
	s.cur.inIter++
	s.expr(first.Iter)
	s.cur.inIter--
	sc := s.enter(compScope)
	sc.comp = x.Kind
	s.loopTarget(first.Target)
	s.exprs(first.Ifs)
	for _, c := range x.Clauses[1:] {
		s.loopTarget(c.Target)
		sc.inIter++
		s.expr(c.Iter)
		sc.inIter--
		s.exprs(c.Ifs)
	}
	s.expr(x.Value)
	s.expr(x.Key)
	s.leave()
}

func (s *scoper) loopTarget(x Expr) {
	s.cur.inTarget = true
	s.target(x)
	s.cur.inTarget = false
}

func (s *scoper) patterns(ps []Pattern) {
	for _, p := range ps {
		s.pattern(p)
	}
}

func (s *scoper) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		s.expr(p.X)
	case *MatchAs:
		if p.Pattern != nil {
			s.pattern(p.Pattern)
		}
		if p.Name != "" {
			s.define(p.Name, symLocal, p.Span)
		}
	case *MatchOr:
		s.patterns(p.Alts)
	case *MatchSequence:
		s.patterns(p.Elts)
	case *MatchStar:
		if p.Name != "" {
			s.define(p.Name, symLocal, p.Span)
		}
	case *MatchMapping:
		s.exprs(p.Keys)
		s.patterns(p.Patterns)
		if p.Rest != "" {
			s.define(p.Rest, symLocal, p.Span)
		}
	case *MatchClass:
		s.expr(p.Cls)
		s.patterns(p.Args)
		s.patterns(p.KwValues)
	}
}

// analyse resolves nonlocal names. bound holds the names of the enclosing functions, nil at module level.
func (s *scoper) analyse(sc *scope, bound map[string]bool) {
	if s.err != nil {
		return
	}
	inner := make(map[string]bool, len(bound))
	for n := range bound {
		inner[n] = true
	}
	for _, name := range sc.order {
		f := sc.symbols[name]
		switch {
		case f&symGlobal != 0:
			if f&symNonlocal != 0 {
				s.fail(sc.directives[name], "name '"+name+"' is nonlocal and global")
				return
			}
			delete(inner, name)
		case f&symNonlocal != 0:
			if bound == nil {
				s.fail(sc.directives[name], "nonlocal declaration not allowed at module level")
				return
			}
			if !bound[name] {
				s.fail(sc.directives[name], "no binding for nonlocal '"+name+"' found")
				return
			}
		case f&(symLocal|symParam|symImport) != 0:
			if sc.kind == functionScope || sc.kind == compScope {
				inner[name] = true
			}
		}
	}
	if sc.kind == classScope {
		inner["__class__"] = true
	}
	for _, c := range sc.children {
		s.analyse(c, inner)
	}
}

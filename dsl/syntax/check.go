package syntax

// Check finds what the grammar allows but the language does not: misplaced return, break and yield, repeated keyword
// arguments, starred expressions where none can stand, patterns that shadow others, and what scope.go looks for. The
// error, if any, is an *Error. Parse calls it.
func Check(f *File) error {
	e := checkScopes(f.Body)
	if e == nil {
		c := &checker{futureOK: true}
		c.stmts(f.Body)
		e = c.err
	}
	if e == nil {
		return nil
	}
	return e.fill(f.Name, f.Source)
}

// checkExpr is Check for a lone expression.
func checkExpr(name, src string, x Expr) error {
	body := []Stmt{&ExprStmt{Span: x.Range(), X: x}}
	return Check(&File{Name: name, Source: src, Body: body})
}

// maxBlocks is how deep loops, try and with statements may nest.
const maxBlocks = 20

// checker walks the tree in the order in which CPython generates code, so that the same mistake comes first.
type checker struct {
	err      *Error
	function bool // inside a function, where return and yield are right
	loops    int
	blocks   int
	futureOK bool // only imports from __future__ and a docstring came before
}

func (c *checker) fail(at Span, msg string) {
	if c.err == nil {
		c.err = &Error{Msg: msg, Pos: at.Start, End: at.End, Kind: "SyntaxError"}
	}
}

func (c *checker) stmts(list []Stmt) {
	for i, x := range list {
		if c.err != nil {
			return
		}
		if c.futureOK {
			c.future(i, x)
		}
		c.stmt(x)
	}
}

// future keeps track of whether an import from __future__ may still come.
func (c *checker) future(i int, x Stmt) {
	switch x := x.(type) {
	case *ImportFrom:
		if x.Module == "__future__" && x.Level == 0 {
			return
		}
	case *ExprStmt:
		if _, ok := x.X.(*Str); ok && i == 0 {
			return
		}
	}
	c.futureOK = false
}

// futureFeatures are the names that may be imported from __future__; all of them are the rule by now.
var futureFeatures = map[string]bool{
	"nested_scopes": true, "generators": true, "division": true, "absolute_import": true, "with_statement": true,
	"print_function": true, "unicode_literals": true, "barry_as_FLUFL": true, "generator_stop": true, "annotations": true,
}

func (c *checker) importFrom(x *ImportFrom) {
	if x.Module == "__future__" && x.Level == 0 {
		if !c.futureOK {
			c.fail(x.Span, "from __future__ imports must occur at the beginning of the file")
			return
		}
		for _, a := range x.Names {
			at := Span{x.Start, x.Start}
			if a.Name == "braces" {
				c.fail(at, "not a chance")
			} else if !futureFeatures[a.Name] {
				c.fail(at, "future feature "+a.Name+" is not defined")
			}
		}
	}
	c.aliases(x.Names)
}

func (c *checker) aliases(list []*Alias) {
	for _, a := range list {
		name := a.AsName
		if name == "" {
			name = firstPart(a.Name)
		}
		c.store(name, a.Span)
	}
}

// store checks a name that is bound.
func (c *checker) store(name string, at Span) {
	if name == "__debug__" {
		c.fail(at, "cannot assign to __debug__")
	}
}

func (c *checker) enterBlock(at Span) bool {
	if c.blocks >= maxBlocks {
		c.fail(at, "too many statically nested blocks")
		return false
	}
	c.blocks++
	return true
}

// scope runs f for the body of a function or class, where loops outside do not count.
func (c *checker) scope(function bool, f func()) {
	old := *c
	c.function, c.loops, c.blocks = function, 0, 0
	f()
	c.function, c.loops, c.blocks = old.function, old.loops, old.blocks
}

func (c *checker) stmt(x Stmt) {
	switch x := x.(type) {
	case *FuncDef:
		c.exprs(x.Decorators)
		c.defaults(x.Args)
		x.Args.each(func(p *Param) { c.annotation(p.Annotation) })
		c.expr(x.Returns)
		x.Args.each(func(p *Param) { c.store(p.Name, p.Span) })
		c.scope(true, func() { c.stmts(x.Body) })
		c.store(x.Name, x.Span)
	case *ClassDef:
		c.exprs(x.Decorators)
		c.scope(false, func() { c.stmts(x.Body) })
		c.call(x.Bases, x.Keywords)
		c.store(x.Name, x.Span)
	case *ExprStmt:
		c.expr(x.X)
	case *Assign:
		c.expr(x.Value)
		for _, t := range x.Targets {
			c.target(t)
		}
	case *AugAssign:
		c.target(x.Target)
		c.expr(x.Value)
	case *AnnAssign:
		if x.Value != nil {
			c.expr(x.Value)
		}
		c.target(x.Target)
		c.expr(x.Annotation)
	case *Return:
		if !c.function {
			c.fail(x.Span, "'return' outside function")
			return
		}
		c.expr(x.X)
	case *Raise:
		c.expr(x.X)
		c.expr(x.Cause)
	case *Delete:
		for _, t := range x.Targets {
			c.deleted(t)
		}
	case *Break:
		if c.loops == 0 {
			c.fail(x.Span, "'break' outside loop")
		}
	case *Continue:
		if c.loops == 0 {
			c.fail(x.Span, "'continue' not properly in loop")
		}
	case *Assert:
		c.expr(x.Test)
		c.expr(x.Msg)
	case *Import:
		c.aliases(x.Names)
	case *ImportFrom:
		c.importFrom(x)
	case *If:
		c.expr(x.Cond)
		c.stmts(x.Then)
		c.stmts(x.Else)
	case *While:
		if !c.enterBlock(x.Span) {
			return
		}
		c.expr(x.Cond)
		c.loops++
		c.stmts(x.Body)
		c.loops--
		c.blocks--
		c.stmts(x.Else)
	case *For:
		if !c.enterBlock(x.Span) {
			return
		}
		c.expr(x.Iter)
		c.target(x.Target)
		c.loops++
		c.stmts(x.Body)
		c.loops--
		c.blocks--
		c.stmts(x.Else)
	case *With:
		for _, it := range x.Items {
			c.expr(it.X)
			if !c.enterBlock(x.Span) {
				return
			}
			c.target(it.Target)
		}
		c.stmts(x.Body)
		c.blocks -= len(x.Items)
	case *Try:
		c.try(x)
	case *Match:
		c.match(x)
	}
}

func (c *checker) try(x *Try) {
	depth := c.blocks
	if x.Finally != nil && !c.enterBlock(x.Span) {
		return
	}
	if x.Handlers != nil && !c.enterBlock(x.Span) {
		return
	}
	c.stmts(x.Body)
	if x.Handlers != nil {
		c.blocks--
	}
	c.stmts(x.Else)
	for i, h := range x.Handlers {
		if h.Type == nil && i < len(x.Handlers)-1 {
			c.fail(h.Span, "default 'except:' must be last")
			return
		}
		c.expr(h.Type)
		if h.Name != "" {
			c.store(h.Name, h.Span)
		}
		c.stmts(h.Body)
	}
	c.blocks = depth
	c.stmts(x.Finally)
}

func (c *checker) defaults(a *Arguments) {
	for _, p := range a.PosOnly {
		c.expr(p.Default)
	}
	for _, p := range a.Params {
		c.expr(p.Default)
	}
	for _, p := range a.KwOnly {
		c.expr(p.Default)
	}
}

// annotation allows the star of "*args: *Ts".
func (c *checker) annotation(x Expr) {
	if s, ok := x.(*Starred); ok {
		x = s.X
	}
	c.expr(x)
}

func (c *checker) exprs(xs []Expr) {
	for _, x := range xs {
		c.expr(x)
	}
}

// elements are expressions that may be starred.
func (c *checker) elements(xs []Expr) {
	for _, x := range xs {
		if s, ok := x.(*Starred); ok {
			x = s.X
		}
		c.expr(x)
	}
}

// call checks arguments of a call or class.
func (c *checker) call(args []Expr, keywords []*Keyword) {
	c.keywordNames(keywords)
	c.elements(args)
	for _, k := range keywords {
		c.expr(k.Value)
	}
}

func (c *checker) keywordNames(keywords []*Keyword) {
	for i, k := range keywords {
		if k.Name == "" {
			continue
		}
		c.store(k.Name, k.Span)
		for _, other := range keywords[i+1:] {
			if other.Name == k.Name {
				c.fail(other.Span, "keyword argument repeated: "+k.Name)
				return
			}
		}
	}
}

// target is an expression that is assigned to.
func (c *checker) target(x Expr) {
	switch x := x.(type) {
	case nil:
	case *Name:
		c.store(x.ID, x.Span)
	case *Attribute:
		c.expr(x.X)
		c.store(x.Attr, x.Span)
	case *Starred:
		c.fail(x.Span, "starred assignment target must be in a list or tuple")
	case *Tuple:
		c.unpack(x.Elts, x.Span)
	case *List:
		c.unpack(x.Elts, x.Span)
	default:
		c.expr(x)
	}
}

func (c *checker) unpack(elts []Expr, at Span) {
	star := false
	for i, e := range elts {
		if _, ok := e.(*Starred); !ok {
			continue
		}
		if star {
			c.fail(at, "multiple starred expressions in assignment")
			return
		}
		star = true
		if i >= 1<<8 || len(elts)-i-1 >= 1<<23 {
			c.fail(at, "too many expressions in star-unpacking assignment")
			return
		}
	}
	for _, e := range elts {
		if s, ok := e.(*Starred); ok {
			e = s.X
		}
		c.target(e)
	}
}

// deleted is an expression that is deleted.
func (c *checker) deleted(x Expr) {
	switch x := x.(type) {
	case *Name:
		if x.ID == "__debug__" {
			c.fail(x.Span, "cannot delete __debug__")
		}
	case *Attribute:
		c.expr(x.X)
		if x.Attr == "__debug__" {
			c.fail(x.Span, "cannot delete __debug__")
		}
	case *Tuple:
		for _, e := range x.Elts {
			c.deleted(e)
		}
	case *List:
		for _, e := range x.Elts {
			c.deleted(e)
		}
	default:
		c.expr(x)
	}
}

func (c *checker) expr(x Expr) {
	if c.err != nil {
		return
	}
	switch x := x.(type) {
	case *FString:
		c.exprs(x.Parts)
	case *FValue:
		c.expr(x.X)
		if x.Spec != nil {
			c.exprs(x.Spec.Parts)
		}
	case *Tuple:
		c.elements(x.Elts)
	case *List:
		c.elements(x.Elts)
	case *Set:
		c.elements(x.Elts)
	case *Dict:
		for i := range x.Keys {
			c.expr(x.Keys[i])
			c.expr(x.Values[i])
		}
	case *Starred:
		c.fail(x.Span, "can't use starred expression here")
	case *Unary:
		c.expr(x.X)
	case *Binary:
		c.expr(x.L)
		c.expr(x.R)
	case *BoolOp:
		c.exprs(x.X)
	case *Compare:
		c.expr(x.L)
		c.exprs(x.Rights)
	case *IfExp:
		c.expr(x.Cond)
		c.expr(x.Then)
		c.expr(x.Else)
	case *Lambda:
		x.Args.each(func(p *Param) { c.store(p.Name, p.Span) })
		c.defaults(x.Args)
		c.scope(true, func() { c.expr(x.Body) })
	case *NamedExpr:
		c.expr(x.Value)
		c.target(x.Target)
	case *Attribute:
		c.expr(x.X)
	case *Subscript:
		c.expr(x.X)
		c.expr(x.Index)
	case *Slice:
		c.expr(x.Low)
		c.expr(x.High)
		c.expr(x.Step)
	case *Call:
		c.keywordNames(x.Keywords)
		c.expr(x.Fun)
		c.call(x.Args, x.Keywords)
	case *Comp:
		c.comprehension(x)
	case *Yield:
		if !c.function {
			c.fail(x.Span, "'yield' outside function")
			return
		}
		c.expr(x.X)
	case *YieldFrom:
		if !c.function {
			c.fail(x.Span, "'yield' outside function")
			return
		}
		c.expr(x.X)
	}
}

func (c *checker) comprehension(x *Comp) {
	c.expr(x.Clauses[0].Iter)
	c.scope(true, func() {
		for i, cl := range x.Clauses {
			if i > 0 {
				c.expr(cl.Iter)
			}
			c.target(cl.Target)
			c.exprs(cl.Ifs)
		}
		c.expr(x.Key)
		c.expr(x.Value)
	})
}

package syntax

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// Dump writes a tree as nested lists, each with the name of its node, its place (line:column-line:column), and its
// parts in order; "-" stands for an absent part. Two texts with equal dumps mean the same. It is meant for tests: the
// script testdata/lang/gen_syntax.py writes CPython's trees in the same form.
func Dump(n Node) string {
	var d dumper
	d.node(n)
	return d.b.String()
}

type dumper struct{ b strings.Builder }

// open begins the list of a node; head begins one for a node whose place does not count.
func (d *dumper) open(name string, s Span) {
	fmt.Fprintf(&d.b, "(%s %d:%d-%d:%d", name, s.Start.Line, s.Start.Col, s.End.Line, s.End.Col)
}

func (d *dumper) head(name string) { d.b.WriteString("(" + name) }
func (d *dumper) close()           { d.b.WriteByte(')') }

func (d *dumper) word(s string) {
	if s == "" {
		s = "-"
	}
	d.b.WriteByte(' ')
	d.b.WriteString(s)
}

func (d *dumper) sub(n Node) {
	d.b.WriteByte(' ')
	d.node(n)
}

// expr and pattern exist because a nil of their types is no nil Node.
func (d *dumper) expr(x Expr) {
	if x == nil {
		d.word("")
		return
	}
	d.sub(x)
}

func list[T Node](d *dumper, xs []T) {
	d.b.WriteString(" [")
	for i, x := range xs {
		if i > 0 {
			d.b.WriteByte(' ')
		}
		d.node(x)
	}
	d.b.WriteByte(']')
}

// exprs is a list that may hold nil.
func (d *dumper) exprs(xs []Expr) {
	d.b.WriteString(" [")
	for i, x := range xs {
		if i > 0 {
			d.b.WriteByte(' ')
		}
		if x == nil {
			d.b.WriteByte('-')
		} else {
			d.node(x)
		}
	}
	d.b.WriteByte(']')
}

func (d *dumper) words(xs []string) { d.b.WriteString(" [" + strings.Join(xs, " ") + "]") }

// quote writes text in ASCII; bytes are taken one by one.
func (d *dumper) quote(s string, bytes bool) {
	d.b.WriteString(` "`)
	for i := 0; i < len(s); {
		c, n := rune(s[i]), 1
		if !bytes && c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
			if c == utf8.RuneError && n == 1 && i+2 < len(s) && s[i] == 0xED {
				// a lone surrogate, as unescape writes it
				c, n = rune(s[i]&0xF)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F), 3
			}
		}
		if ' ' <= c && c < 0x7F && c != '"' && c != '\\' {
			d.b.WriteByte(byte(c))
		} else {
			fmt.Fprintf(&d.b, "\\{%x}", c)
		}
		i += n
	}
	d.b.WriteByte('"')
}

func (d *dumper) float(name string, s Span, v float64) {
	d.open(name, s)
	fmt.Fprintf(&d.b, " %016x)", math.Float64bits(v))
}

func (d *dumper) node(n Node) {
	switch n := n.(type) {
	case Expr:
		d.exprNode(n)
	case Stmt:
		d.stmtNode(n)
	case Pattern:
		d.patternNode(n)
	case *File:
		d.head("File")
		list(d, n.Body)
		d.close()
	case *Keyword:
		d.open("Keyword", n.Span)
		d.word(n.Name)
		d.expr(n.Value)
		d.close()
	case *CompFor:
		d.head("For")
		d.expr(n.Target)
		d.expr(n.Iter)
		d.exprs(n.Ifs)
		d.close()
	case *Arguments:
		d.head("Args")
		list(d, n.PosOnly)
		list(d, n.Params)
		d.param(n.VarArg)
		list(d, n.KwOnly)
		d.param(n.KwArg)
		d.close()
	case *Param:
		d.open("Param", n.Span)
		d.word(n.Name)
		d.expr(n.Annotation)
		d.expr(n.Default)
		d.close()
	case *Alias:
		d.open("Alias", n.Span)
		d.word(n.Name)
		d.word(n.AsName)
		d.close()
	case *WithItem:
		d.head("Item")
		d.expr(n.X)
		d.expr(n.Target)
		d.close()
	case *ExceptHandler:
		d.open("Except", n.Span)
		d.expr(n.Type)
		d.word(n.Name)
		list(d, n.Body)
		d.close()
	case *MatchCase:
		d.head("Case")
		d.sub(n.Pattern)
		d.expr(n.Guard)
		list(d, n.Body)
		d.close()
	default:
		fmt.Fprintf(&d.b, "(%T)", n)
	}
}

func (d *dumper) param(p *Param) {
	if p == nil {
		d.word("")
		return
	}
	d.sub(p)
}

func (d *dumper) exprNode(x Expr) {
	switch x := x.(type) {
	case *Name:
		d.open("Name", x.Span)
		d.word(x.ID)
		d.close()
	case *Int:
		d.open("Int", x.Span)
		d.word(x.Value.String())
		d.close()
	case *Float:
		d.float("Float", x.Span, x.Value)
	case *Imag:
		d.float("Imag", x.Span, x.Value)
	case *Str:
		d.open("Str", x.Span)
		d.quote(x.Value, false)
		d.close()
	case *Bytes:
		d.open("Bytes", x.Span)
		d.quote(x.Value, true)
		d.close()
	case *Const:
		d.open("Const", x.Span)
		d.word(x.Value)
		d.close()
	case *FString:
		d.open("FString", x.Span)
		d.exprs(x.Parts)
		d.close()
	case *FValue:
		d.open("FValue", x.Span)
		d.expr(x.X)
		if x.Conv == 0 {
			d.word("")
		} else {
			d.word(string(rune(x.Conv)))
		}
		if x.Spec == nil {
			d.word("")
		} else {
			d.sub(x.Spec)
		}
		d.close()
	case *Tuple:
		d.open("Tuple", x.Span)
		d.exprs(x.Elts)
		d.close()
	case *List:
		d.open("List", x.Span)
		d.exprs(x.Elts)
		d.close()
	case *Set:
		d.open("Set", x.Span)
		d.exprs(x.Elts)
		d.close()
	case *Dict:
		d.open("Dict", x.Span)
		d.exprs(x.Keys)
		d.exprs(x.Values)
		d.close()
	case *Starred:
		d.open("Starred", x.Span)
		d.expr(x.X)
		d.close()
	case *Unary:
		d.open("Unary", x.Span)
		d.word([...]string{"+", "-", "~", "not"}[x.Op])
		d.expr(x.X)
		d.close()
	case *Binary:
		d.open("Binary", x.Span)
		d.word(OpText[x.Op])
		d.expr(x.L)
		d.expr(x.R)
		d.close()
	case *BoolOp:
		d.open("BoolOp", x.Span)
		if x.And {
			d.word("and")
		} else {
			d.word("or")
		}
		d.exprs(x.X)
		d.close()
	case *Compare:
		d.open("Compare", x.Span)
		d.expr(x.L)
		for i, op := range x.Ops {
			d.word(CompareText[op])
			d.expr(x.Rights[i])
		}
		d.close()
	case *IfExp:
		d.open("IfExp", x.Span)
		d.expr(x.Cond)
		d.expr(x.Then)
		d.expr(x.Else)
		d.close()
	case *Lambda:
		d.open("Lambda", x.Span)
		d.sub(x.Args)
		d.expr(x.Body)
		d.close()
	case *NamedExpr:
		d.open("NamedExpr", x.Span)
		d.sub(x.Target)
		d.expr(x.Value)
		d.close()
	case *Attribute:
		d.open("Attribute", x.Span)
		d.expr(x.X)
		d.word(x.Attr)
		d.close()
	case *Subscript:
		d.open("Subscript", x.Span)
		d.expr(x.X)
		d.expr(x.Index)
		d.close()
	case *Slice:
		d.open("Slice", x.Span)
		d.expr(x.Low)
		d.expr(x.High)
		d.expr(x.Step)
		d.close()
	case *Call:
		d.open("Call", x.Span)
		d.expr(x.Fun)
		d.exprs(x.Args)
		list(d, x.Keywords)
		d.close()
	case *Comp:
		d.open([...]string{"ListComp", "SetComp", "DictComp", "GenExp"}[x.Kind], x.Span)
		d.expr(x.Key)
		d.expr(x.Value)
		list(d, x.Clauses)
		d.close()
	case *Yield:
		d.open("Yield", x.Span)
		d.expr(x.X)
		d.close()
	case *YieldFrom:
		d.open("YieldFrom", x.Span)
		d.expr(x.X)
		d.close()
	}
}

func (d *dumper) stmtNode(s Stmt) {
	switch s := s.(type) {
	case *ExprStmt:
		d.open("Expr", s.Span)
		d.expr(s.X)
	case *Assign:
		d.open("Assign", s.Span)
		d.exprs(s.Targets)
		d.expr(s.Value)
	case *AugAssign:
		d.open("AugAssign", s.Span)
		d.expr(s.Target)
		d.word(OpText[s.Op])
		d.expr(s.Value)
	case *AnnAssign:
		d.open("AnnAssign", s.Span)
		d.expr(s.Target)
		d.expr(s.Annotation)
		d.expr(s.Value)
		if s.Simple {
			d.word("simple")
		} else {
			d.word("")
		}
	case *Return:
		d.open("Return", s.Span)
		d.expr(s.X)
	case *Raise:
		d.open("Raise", s.Span)
		d.expr(s.X)
		d.expr(s.Cause)
	case *Delete:
		d.open("Delete", s.Span)
		d.exprs(s.Targets)
	case *Pass:
		d.open("Pass", s.Span)
	case *Break:
		d.open("Break", s.Span)
	case *Continue:
		d.open("Continue", s.Span)
	case *Global:
		d.open("Global", s.Span)
		d.words(s.Names)
	case *Nonlocal:
		d.open("Nonlocal", s.Span)
		d.words(s.Names)
	case *Assert:
		d.open("Assert", s.Span)
		d.expr(s.Test)
		d.expr(s.Msg)
	case *Import:
		d.open("Import", s.Span)
		list(d, s.Names)
	case *ImportFrom:
		d.open("ImportFrom", s.Span)
		d.word(s.Module)
		list(d, s.Names)
		d.word(fmt.Sprint(s.Level))
	case *If:
		d.open("If", s.Span)
		d.expr(s.Cond)
		list(d, s.Then)
		list(d, s.Else)
	case *While:
		d.open("While", s.Span)
		d.expr(s.Cond)
		list(d, s.Body)
		list(d, s.Else)
	case *For:
		d.open("For", s.Span)
		d.expr(s.Target)
		d.expr(s.Iter)
		list(d, s.Body)
		list(d, s.Else)
	case *With:
		d.open("With", s.Span)
		list(d, s.Items)
		list(d, s.Body)
	case *Try:
		d.open("Try", s.Span)
		list(d, s.Body)
		list(d, s.Handlers)
		list(d, s.Else)
		list(d, s.Finally)
	case *FuncDef:
		d.open("FuncDef", s.Span)
		d.word(s.Name)
		d.sub(s.Args)
		d.expr(s.Returns)
		list(d, s.Body)
		d.exprs(s.Decorators)
	case *ClassDef:
		d.open("ClassDef", s.Span)
		d.word(s.Name)
		d.exprs(s.Bases)
		list(d, s.Keywords)
		list(d, s.Body)
		d.exprs(s.Decorators)
	case *Match:
		d.open("Match", s.Span)
		d.expr(s.Subject)
		list(d, s.Cases)
	}
	d.close()
}

func (d *dumper) patternNode(x Pattern) {
	switch x := x.(type) {
	case *MatchValue:
		d.open("MatchValue", x.Span)
		d.expr(x.X)
	case *MatchSingleton:
		d.open("MatchSingleton", x.Span)
		d.word(x.Value)
	case *MatchAs:
		d.open("MatchAs", x.Span)
		if x.Pattern == nil {
			d.word("")
		} else {
			d.sub(x.Pattern)
		}
		d.word(x.Name)
	case *MatchOr:
		d.open("MatchOr", x.Span)
		list(d, x.Alts)
	case *MatchSequence:
		d.open("MatchSequence", x.Span)
		list(d, x.Elts)
	case *MatchStar:
		d.open("MatchStar", x.Span)
		d.word(x.Name)
	case *MatchMapping:
		d.open("MatchMapping", x.Span)
		d.exprs(x.Keys)
		list(d, x.Patterns)
		d.word(x.Rest)
	case *MatchClass:
		d.open("MatchClass", x.Span)
		d.expr(x.Cls)
		list(d, x.Args)
		d.words(x.KwNames)
		list(d, x.KwValues)
	}
	d.close()
}

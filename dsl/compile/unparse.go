package compile

import (
	"math/big"
	"strconv"
	"strings"

	"monge/dsl/syntax"
)

// unparse writes an expression as CPython's ast.unparse does, as far as annotations and messages need it.
func unparse(x syntax.Expr) string { return unparseAt(x, 0) }

// Precedences, loosest first.
const (
	precTest = iota
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precTerm
	precUnary
	precPower
	precAtom
)

var binaryPrec = [...]int{
	syntax.Add: precSum, syntax.Sub: precSum, syntax.Mul: precTerm, syntax.Div: precTerm, syntax.FloorDiv: precTerm,
	syntax.Mod: precTerm, syntax.Pow: precPower, syntax.MatMul: precTerm, syntax.LShift: precShift,
	syntax.RShift: precShift, syntax.BitAnd: precBitAnd, syntax.BitOr: precBitOr, syntax.BitXor: precBitXor,
}

func unparseAt(x syntax.Expr, prec int) string {
	paren := func(own int, s string) string {
		if own < prec {
			return "(" + s + ")"
		}
		return s
	}
	switch x := x.(type) {
	case nil:
		return ""
	case *syntax.Name:
		return x.ID
	case *syntax.Int:
		return new(big.Int).Set(x.Value).String()
	case *syntax.Float:
		s := strconv.FormatFloat(x.Value, 'g', -1, 64)
		if !strings.ContainsAny(s, ".en") {
			s += ".0"
		}
		return s
	case *syntax.Imag:
		return strconv.FormatFloat(x.Value, 'g', -1, 64) + "j"
	case *syntax.Str:
		return quote(x.Value)
	case *syntax.Bytes:
		return "b" + quote(x.Value)
	case *syntax.Const:
		if x.Value == "Ellipsis" {
			return "..."
		}
		return x.Value
	case *syntax.Attribute:
		return unparseAt(x.X, precAtom) + "." + x.Attr
	case *syntax.Subscript:
		if t, ok := x.Index.(*syntax.Tuple); ok && len(t.Elts) > 0 && !hasStar(t.Elts) {
			s := unparseList(t.Elts)
			if len(t.Elts) == 1 {
				s += ","
			}
			return unparseAt(x.X, precAtom) + "[" + s + "]"
		}
		return unparseAt(x.X, precAtom) + "[" + unparse(x.Index) + "]"
	case *syntax.Slice:
		s := unparse(x.Low) + ":" + unparse(x.High)
		if x.Step != nil {
			s += ":" + unparse(x.Step)
		}
		return s
	case *syntax.Tuple:
		s := unparseList(x.Elts)
		if len(x.Elts) == 1 {
			s += ","
		}
		return "(" + s + ")"
	case *syntax.List:
		return "[" + unparseList(x.Elts) + "]"
	case *syntax.Set:
		return "{" + unparseList(x.Elts) + "}"
	case *syntax.Dict:
		var parts []string
		for i, v := range x.Values {
			if x.Keys[i] == nil {
				parts = append(parts, "**"+unparseAt(v, precBitOr))
			} else {
				parts = append(parts, unparse(x.Keys[i])+": "+unparse(v))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case *syntax.Starred:
		return "*" + unparseAt(x.X, precBitOr)
	case *syntax.Unary:
		if x.Op == syntax.Not {
			return paren(precNot, "not "+unparseAt(x.X, precNot))
		}
		op := map[syntax.UnaryOp]string{syntax.Plus: "+", syntax.Neg: "-", syntax.Invert: "~"}[x.Op]
		return paren(precUnary, op+unparseAt(x.X, precUnary))
	case *syntax.Binary:
		own := binaryPrec[x.Op]
		l, r := own, own+1
		if x.Op == syntax.Pow {
			l, r = own+1, own
		}
		return paren(own, unparseAt(x.L, l)+" "+syntax.OpText[x.Op]+" "+unparseAt(x.R, r))
	case *syntax.BoolOp:
		own, op := precOr, " or "
		if x.And {
			own, op = precAnd, " and "
		}
		parts := make([]string, len(x.X))
		for i, e := range x.X {
			parts[i] = unparseAt(e, own+1)
		}
		return paren(own, strings.Join(parts, op))
	case *syntax.Compare:
		s := unparseAt(x.L, precCompare+1)
		for i, op := range x.Ops {
			s += " " + syntax.CompareText[op] + " " + unparseAt(x.Rights[i], precCompare+1)
		}
		return paren(precCompare, s)
	case *syntax.IfExp:
		return paren(precTest, unparseAt(x.Then, precTest+1)+" if "+unparseAt(x.Cond, precTest+1)+" else "+unparse(x.Else))
	case *syntax.Call:
		var parts []string
		for _, a := range x.Args {
			parts = append(parts, unparse(a))
		}
		for _, k := range x.Keywords {
			if k.Name == "" {
				parts = append(parts, "**"+unparse(k.Value))
			} else {
				parts = append(parts, k.Name+"="+unparse(k.Value))
			}
		}
		return unparseAt(x.Fun, precAtom) + "(" + strings.Join(parts, ", ") + ")"
	}
	return "..."
}

func unparseList(list []syntax.Expr) string {
	parts := make([]string, len(list))
	for i, e := range list {
		parts[i] = unparse(e)
	}
	return strings.Join(parts, ", ")
}

// quote writes a string literal with single quotes where that needs no escape.
func quote(s string) string {
	q := strconv.Quote(s)
	q = q[1 : len(q)-1]
	if strings.Contains(s, "'") && !strings.Contains(s, "\"") {
		return "\"" + q + "\""
	}
	q = strings.ReplaceAll(q, "\\\"", "\"")
	return "'" + strings.ReplaceAll(q, "'", "\\'") + "'"
}

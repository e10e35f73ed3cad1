// Package compile turns a syntax tree (dsl/syntax) into code objects that dsl/vm runs.
//
// The way of a program:
//
//	scope.go   resolves every name of every scope: local, cell, free, global, or namespace
//	unit.go    one code object under construction: registers, operands, labels, ranges of handlers
//	stmt.go    statements; try.go those with handlers; match.go the match statement
//	expr.go    expressions; call.go calls; comp.go comprehensions
//	func.go    functions, lambdas and classes
//	fold.go    constants known before the program runs
//	code.go    the result; op.go its instructions
//
// The machine has registers. A code object's first registers are its variables, the others hold intermediate values; an
// operand of an instruction is a register or a constant. While an expression is compiled, its pending operands lie on a
// stack that exists only at compile time: a local variable or a constant that is pushed there costs no instruction
// unless something forces it into its register (a branch, a call, an assignment to the variable). So "s += i" is one
// instruction and the order of evaluation is still Python's.
//
// Start with Module, Cell and Eval below.
package compile

import (
	"monge/dsl/syntax"
)

// Options change how a file is compiled.
type Options struct {
	// Names makes module-level code look names up in a namespace that may differ from the globals, as exec with two
	// dictionaries needs. Code compiled so is slower.
	Names bool
	// Annotations keeps annotations as text (from __future__ import annotations).
	Annotations bool
	// Single hands the values of expression statements to the builtin __displayhook__, as compile(..., 'single') does.
	Single bool
}

// Module compiles a whole file. Its value is None.
func Module(f *syntax.File) (*Code, error) { return compileFile(f, false, Options{}) }

// Cell compiles a file whose last statement, when it is an expression, gives the code's value: HasValue tells.
func Cell(f *syntax.File) (*Code, error) { return compileFile(f, true, Options{}) }

// ModuleOpt is Module with options.
func ModuleOpt(f *syntax.File, o Options) (*Code, error) { return compileFile(f, false, o) }

// Eval compiles one expression; running the code gives its value.
func Eval(x syntax.Expr, filename string) (*Code, error) { return EvalOpt(x, filename, Options{}) }

// EvalOpt is Eval with options.
func EvalOpt(x syntax.Expr, filename string, o Options) (*Code, error) {
	f := &syntax.File{Span: x.Range(), Name: filename, Body: []syntax.Stmt{&syntax.ExprStmt{Span: x.Range(), X: x}}}
	c, err := compileFile(f, true, o)
	if c != nil {
		c.Name, c.Qualname = "<module>", "<module>"
	}
	return c, err
}

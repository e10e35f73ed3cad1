// Package syntax turns source text into a syntax tree. The language is the part of Python 3.12 that Monge supports;
// what is left out (async, except*, type statements, type parameters) is refused by name.
//
// The way through the package:
//
//	token.go, lex*.go      text to tokens: indentation, brackets, numbers, strings, f-strings
//	unescape.go            the value of a string literal
//	parse*.go              tokens to tree: a recursive-descent parser with one file per part of the grammar
//	invalid*.go            the second pass over a text that does not parse: it looks for well-known mistakes
//	check*.go, scope*.go   what the grammar allows but the language does not: return outside a function, ...
//	errors.go              Error, the one error type, with the caret display of a traceback
//	dump.go                the tree as text, for tests
//	complete.go            is this text ready to run? (Completeness)
//	cursor.go              Tokens and what surrounds a cursor, for completion and inspection of broken code
//	ast.go                 the nodes
//
// Parse is the way in. A text is parsed once, quickly; only when that fails is it parsed a second time with the rules
// that explain mistakes, so that right programs do not pay for them.
//
// Places are spans of lines and code points. The package imports nothing of Monge.
package syntax

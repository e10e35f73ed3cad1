// Package ot is the module ot of the language: entropic optimal transport (solvers/ot) with results that show
// themselves, and the names of the Python library POT for the part of it that is provided.
//
// The declarations are in solve.go (ot.solve and the result class) and pot.go (ot.sinkhorn, ot.sinkhorn2, ot.unif,
// ot.dist); array.go converts arguments and results, picture.go draws a result.
package ot

import "monge/dsl/bind"

var module = &bind.Module{
	Name: "ot",
	Doc: `Optimal transport: move one distribution onto another as cheaply as possible.

solve finds the entropic transport plan and returns a result with a certificate: marginal errors, duality gap and, on
request, a bracket of the unregularised cost. sinkhorn, sinkhorn2, unif and dist have the arguments of the Python library POT.`,
	Funcs:   append([]*bind.Func{solveFunc}, potFuncs...),
	Classes: []*bind.Class{resultClass},
	Missing: "is not provided by Monge's ot",
}

func init() { bind.Register(module) }

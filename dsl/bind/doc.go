// Package bind is how Go functions and types are declared to the language: one table per function says its name,
// parameters (type, default, help), returns, documentation and an example. The table is the only source for argument
// parsing, error texts, signature help, completion of keyword arguments, help(), inspection and the reference pages.
//
//	var module = &bind.Module{
//		Name: "ot",
//		Doc:  "Optimal transport.",
//		Funcs: []*bind.Func{{
//			Name: "unif",
//			Params: []bind.Param{
//				{Name: "n", Type: bind.Int, Help: "number of weights"},
//			},
//			Returns: "array of shape (n,): weights 1/n",
//			Doc:     "Uniform weights that sum to one.",
//			Example: ">>> ot.unif(4)\narray([0.25, 0.25, 0.25, 0.25])",
//			Fn: func(c *bind.Call) (py.Object, error) { n := c.Int("n"); ... },
//		}},
//	}
//
//	func init() { bind.Register(module) }  // cheap: it stores a pointer
//
// Read on: Func and Param (func.go), Call and its accessors (call.go), Type and the ready-made types (types.go), Class
// for Go types with methods and attributes (class.go), Module and the registry (module.go), the texts made from the
// tables (doctext.go), and Check, which tests call so that no declaration lacks help or a correct example.
package bind

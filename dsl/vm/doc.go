// Package vm runs code objects of dsl/compile.
//
//	machine.go   frames and the register stack of a thread; Run
//	loop.go      the evaluation loop
//	cache.go     inline caches for names and attributes
//	slow.go      what the loop does seldom: errors of unbound names, deletions, formatting, unpacking
//	function.go  functions and the binding of arguments
//	generator.go generators
//	raise.go     raising, tracebacks, handlers, with statements
//	imports.go   the import statements
//	match.go     the match statement
//	code.go      what programs see of code objects, functions and frames
//	exec.go      the builtins compile, eval and exec, and gpython's own call hooks
//
// A frame's registers are a window of one stack per thread; the arguments of a call become the first registers of the
// callee where they lie. A call from one function of the language to another stays in the same run of the loop; a call
// through Go code (sorted with a key, for example) starts another one. Generators own their registers.
//
// Start with Run.
package vm

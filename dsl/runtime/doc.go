// Package runtime is what programs of the language run on: values, operators, attributes, calls, classes, exceptions
// and builtins. It imports the object model of gpython (package py) and, of Monge, only display; the compiler and the
// evaluation loop (dsl/vm) are built on it.
//
// # Values
//
// An int is a py.Int when it fits 64 bits, else a normalised *py.BigInt; float, complex, str, bytes, bool, list and tuple
// are py.Float, py.Complex, py.String (UTF-8), py.Bytes, py.Bool, *py.List and py.Tuple. Dict, Set (set and frozenset),
// Range and ByteArray are this package's. Every class is a *py.Type; an instance of a class of the language is an
// *Instance, whose Value holds the built-in value inside when the class derives from int, str, list, ... (Payload
// takes it out). Exceptions are *Exception. Functions of the language belong to dsl/vm; those of Go are *Native.
//
// # What a Go type may implement
//
// A type of another package takes part in the language by implementing py.Object and any of: BinaryOperator,
// InPlaceOperator, UnaryOperator, CompareOperator (NotImplemented declines), ItemGetter, ItemSetter, ItemDeleter,
// Iterable, Iterator, Reversible, Sized, Container, Truther, Hasher, Reprer, Strer, Formatter, AttrGetter, AttrSetter,
// Callable, DictHolder, Descriptor, Binder, InstanceChecker. Each is asked before gpython's M__add__-like interfaces,
// which are honoured too. Methods and constructors are added with TypeMethod, TypeGetter and TypeNew.
//
// # Where to look
//
//	thread.go state.go memory.go      the thread: interrupts, recursion, streams, limits
//	call.go attr.go class.go          calls, attribute access, classes; object.go, property.go, module.go
//	exception.go exctypes.go          exceptions
//	types.go                          the type table, identity, boxed small ints
//	ops*.go compare.go hash.go        operators, comparison, hashing, subscripts; truth.go: bool, len, in
//	iter.go iterators.go range.go     iteration; pair.go
//	dict*.go set*.go                  hash tables
//	int.go float.go complex.go        numbers; libm.go and package libm: elementary functions
//	str*.go bytes*.go codec.go        text and bytes; strindex.go: positions in UTF-8 text
//	list.go sort.go                   lists, tuples, sorting
//	repr.go format*.go percent.go     representations and formatting; strformat.go: str.format
//	builtins*.go file.go              the builtins namespace, files and streams
//	slots.go generic.go args.go       special methods of built-in types, list[int], argument lists
//
// The modules in the manner of the standard library are in package pymod.
//
// The promise is to behave as CPython 3.12 does. Its values, messages and orders (also the order of sets of numbers) are
// recorded under testdata/lang and compared in the tests.
package runtime

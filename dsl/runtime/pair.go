package runtime

import (
	"unsafe"

	"github.com/go-python/gpython/py"
)

// pair is a two-item tuple with its items behind its slice header: one allocation instead of two. Loops over items(),
// enumerate and zip make one such tuple per round.
type pair struct {
	header py.Tuple
	items  [2]py.Object
}

// tupleWord is the type word of a tuple in an interface.
var tupleWord = func() unsafe.Pointer {
	var o py.Object = py.Tuple{}
	return (*objWords)(unsafe.Pointer(&o)).typ
}()

// NewPair is the tuple (a, b).
func NewPair(a, b py.Object) py.Object {
	p := &pair{items: [2]py.Object{a, b}}
	p.header = p.items[:]
	// An interface holding a slice is its type word and a pointer to the header.
	var o py.Object
	w := (*objWords)(unsafe.Pointer(&o))
	w.typ, w.data = tupleWord, unsafe.Pointer(&p.header)
	return o
}

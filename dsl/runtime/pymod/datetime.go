package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// The classes of datetime are written in the language; in messages they carry the module's name, as classes made by
// Go code do.
func init() {
	m := newModule("_datetime", "What module datetime needs of Go code.")
	m.fn("name_in_messages", "cls, name, /", "", func(t *thread, a []object) (object, error) {
		cls, ok := a[0].(*py.Type)
		if !ok {
			return nil, runtime.TypeErrorf("name_in_messages() needs a class")
		}
		name, err := runtime.AsString(t, a[1])
		if err != nil {
			return nil, err
		}
		cls.Name = name
		return none, nil
	})
}

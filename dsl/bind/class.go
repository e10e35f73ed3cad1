package bind

import (
	"sync"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Class declares a Go type to the language: its attributes and methods. Operators, indexing, iteration, repr and the
// like are Go methods of the type itself (see the hooks of package runtime); the type's Type method returns
// class.Type().
type Class struct {
	Name   string
	Module string // the module's name as shown: "numpy"
	Doc    string
	// Example is a doctest of typical use.
	Example string
	// New declares the constructor; nil: the class cannot be instantiated from the language.
	New     *Func
	Attrs   []Attr
	Methods []*Func
	// Bases are classes that instances also belong to, for isinstance (py.FloatType for a float scalar). Optional.
	Base *py.Type

	once sync.Once
	typ  *py.Type
}

// declared finds the declaration of a class object.
var declared sync.Map // *py.Type -> *Class

// ClassOf returns the declaration that made a class object.
func ClassOf(typ *py.Type) (*Class, bool) {
	c, ok := declared.Load(typ)
	if !ok {
		return nil, false
	}
	return c.(*Class), true
}

// Attr is a computed attribute. Set nil: read-only.
type Attr struct {
	Name string
	Type string // as documented: "tuple of int"
	Doc  string
	Get  func(t *runtime.Thread, self py.Object) (py.Object, error)
	Set  func(t *runtime.Thread, self, v py.Object) error
}

// QualName is "numpy.ndarray".
func (c *Class) QualName() string {
	if c.Module == "" {
		return c.Name
	}
	return c.Module + "." + c.Name
}

// Type is the class object, made at the first call.
func (c *Class) Type() *py.Type {
	c.once.Do(func() {
		c.typ = runtime.NewNativeType(c.QualName(), c.Text(), c.Base)
		for _, f := range c.Methods {
			f.prefix = c.Name + "."
			c.typ.Dict[f.Name] = f.method()
		}
		for _, a := range c.Attrs {
			c.typ.Dict[a.Name] = &runtime.GetSet{Name: a.Name, Doc: a.Doc, Get: a.Get, Set: a.Set}
		}
		if c.New != nil {
			c.typ.Dict["__new__"] = c.New.method()
		}
		runtime.TypeModified()
		declared.Store(c.typ, c)
	})
	return c.typ
}

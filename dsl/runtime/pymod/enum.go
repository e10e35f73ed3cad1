package pymod

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// enum is written in the language, but for the class of enumerations: a metaclass has to be made by Go code. Each
// session has one of its own, since its methods are functions of the language.
func init() {
	m := newModule("enum", "Enumerations: classes with a fixed set of named values.")
	m.perThread(func(t *thread, mod *runtime.Module) error {
		meta := newType("enum", "EnumType", "Type of enumerations.", py.TypeType)
		mod.Dict.SetStr("EnumType", meta)
		mod.Dict.SetStr("_method", runtime.Func("_method", "fn, /", "", func(t *thread, a []object) (object, error) {
			name, err := runtime.GetAttr(t, a[0], "__name__")
			if err != nil {
				return nil, err
			}
			s, err := runtime.AsString(t, name)
			if err != nil {
				return nil, err
			}
			meta.Dict[s] = a[0]
			runtime.TypeModified()
			return a[0], nil
		}))
		mod.Dict.SetStr("_members", runtime.Func("_members", "get, /", "", func(t *thread, a []object) (object, error) {
			meta.Dict["__members__"] = runtime.NewProperty(a[0], nil, nil, str("The members by name, aliases included."))
			runtime.TypeModified()
			return none, nil
		}))
		return nil
	})
	m.source = library("enum")
}

func qualname(cls *py.Type) string {
	if cls.Qualname != "" {
		return cls.Qualname
	}
	return cls.Name
}

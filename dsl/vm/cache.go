package vm

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
)

// cache is what one instruction remembers of its last lookup. Which fields count depends on the instruction.
type cache struct {
	name  string
	hash  int64
	epoch uint64   // ClassEpoch when the entry was made
	cls   *py.Type // class of the object, or the class object itself
	dict  *runtime.Dict
	// builtin is set when a global was found among the builtins; version is then the globals' KeyVersion.
	builtin bool
	version uint64
	index   int
	kind    runtime.AttrKind
	value   py.Object
	// direct is set when assignment goes straight to the instance's dictionary.
	direct bool
}

// Kinds of entries beside those of package runtime: value is what the class object cls has under the name; value is the
// builtin method of values of type cls.
const (
	attrOfClass runtime.AttrKind = 100 + iota
	attrOfBuiltin
)

// cachesOf is the cache table of a code object, one place per instruction that has one, made at first use.
func cachesOf(c *compile.Code) []*cache {
	if t, ok := c.Data.([]*cache); ok {
		return t
	}
	t := make([]*cache, len(c.Instrs))
	for i, in := range c.Instrs {
		name := int32(-1)
		switch in.Op {
		case compile.LoadGlobal:
			name = in.B
		case compile.StoreGlobal:
			name = in.A
		case compile.GetAttr, compile.SetAttr, compile.LoadMethod:
			name = in.C
		case compile.Call:
			t[i] = &cache{}
		}
		if name >= 0 {
			t[i] = &cache{name: c.Names[name], hash: runtime.HashStr(c.Names[name]), index: -1}
		}
	}
	c.Data = t
	return t
}

// loadGlobal is the part of LoadGlobal after a miss.
func (m *machine) loadGlobal(f *frame, c *cache) (py.Object, error) {
	if i := f.globals.IndexStr(c.name); i >= 0 {
		c.dict, c.index, c.builtin = f.globals, i, false
		v, _ := f.globals.AtStr(i, c.name)
		return v, nil
	}
	if i := f.builtins.IndexStr(c.name); i >= 0 {
		c.dict, c.index, c.builtin, c.version = f.globals, i, true, f.globals.KeyVersion()
		v, _ := f.builtins.AtStr(i, c.name)
		return v, nil
	}
	return nil, f.nameError(c.name)
}

// getAttr is GetAttr with an inline cache.
func (m *machine) getAttr(c *cache, o py.Object) (py.Object, error) {
	t := m.t
	switch x := o.(type) {
	case *runtime.Instance:
		if c.cls != x.Class || c.epoch != runtime.ClassEpoch() || c.kind >= attrOfClass {
			c.cls, c.epoch = x.Class, runtime.ClassEpoch()
			c.kind, c.value = runtime.ClassifyAttr(x.Class, c.name)
		}
		switch c.kind {
		case runtime.AttrInstance:
			if x.Dict == nil {
				break
			}
			if v, ok := x.Dict.AtStr(c.index, c.name); ok {
				return v, nil
			}
			if i := x.Dict.IndexStr(c.name); i >= 0 {
				c.index = i
				v, _ := x.Dict.AtStr(i, c.name)
				return v, nil
			}
		case runtime.AttrProperty:
			if fn, ok := c.value.(*Function); ok {
				return fn.call1(t, o)
			}
		case runtime.AttrValue:
			if x.Dict == nil || x.Dict.LacksStr(c.hash) {
				return c.value, nil
			}
		}
	case *runtime.Module:
		if c.dict == x.Dict {
			if v, ok := x.Dict.AtStr(c.index, c.name); ok {
				return v, nil
			}
		}
		if i := x.Dict.IndexStr(c.name); i >= 0 {
			c.dict, c.index = x.Dict, i
			v, _ := x.Dict.AtStr(i, c.name)
			return v, nil
		}
	case *py.Type:
		if c.cls == x && c.epoch == runtime.ClassEpoch() && c.kind == attrOfClass {
			return c.value, nil
		}
		if v, ok := runtime.ClassifyTypeAttr(x, c.name); ok {
			c.cls, c.epoch, c.value, c.kind = x, runtime.ClassEpoch(), v, attrOfClass
			return v, nil
		}
	}
	return runtime.GetAttr(t, o, c.name)
}

// loadMethod is LoadMethod with an inline cache.
func (m *machine) loadMethod(c *cache, o py.Object) (fn, self py.Object, err error) {
	switch x := o.(type) {
	case *runtime.Instance:
		if c.cls != x.Class || c.epoch != runtime.ClassEpoch() || c.kind >= attrOfClass {
			c.cls, c.epoch = x.Class, runtime.ClassEpoch()
			c.kind, c.value = runtime.ClassifyAttr(x.Class, c.name)
		}
		if c.kind == runtime.AttrMethod && (x.Dict == nil || x.Dict.LacksStr(c.hash)) {
			return c.value, o, nil
		}
		if c.kind == runtime.AttrInstance {
			fn, err = m.getAttr(c, o)
			return fn, nil, err
		}
	case *runtime.Module, *py.Type:
		fn, err = m.getAttr(c, o)
		return fn, nil, err
	case *py.List:
		if v := c.builtinMethod(py.ListType); v != nil {
			return v, o, nil
		}
	case py.String:
		if v := c.builtinMethod(py.StringType); v != nil {
			return v, o, nil
		}
	}
	return runtime.LoadMethod(m.t, o, c.name)
}

// builtinMethod is the method of a builtin type whose values have no attributes of their own, nil when there is none.
func (c *cache) builtinMethod(typ *py.Type) py.Object {
	if c.cls == typ && c.kind == attrOfBuiltin && c.epoch == runtime.ClassEpoch() {
		return c.value
	}
	if v, ok := runtime.LookupType(typ, c.name).(*runtime.Native); ok {
		c.cls, c.epoch, c.value, c.kind = typ, runtime.ClassEpoch(), v, attrOfBuiltin
		return v
	}
	return nil
}

// setAttr is SetAttr with an inline cache.
func (m *machine) setAttr(c *cache, o, v py.Object) error {
	x, ok := o.(*runtime.Instance)
	if !ok {
		return runtime.SetAttr(m.t, o, c.name, v)
	}
	if c.cls != x.Class || c.epoch != runtime.ClassEpoch() {
		c.cls, c.epoch = x.Class, runtime.ClassEpoch()
		c.direct = runtime.ClassifySet(x.Class, c.name)
	}
	if !c.direct || x.Dict == nil {
		return runtime.SetAttr(m.t, o, c.name, v)
	}
	if x.Dict.SetAtStr(c.index, c.name, v) {
		return nil
	}
	x.Dict.SetStr(c.name, v)
	c.index = x.Dict.IndexStr(c.name)
	return nil
}

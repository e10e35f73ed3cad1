package pymod

import (
	"math/bits"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Enumerations. EnumMeta, the class of enum classes, turns the plain values of a class body into members when the
// class is made, and gives the class itself length, iteration, lookup by name and by value.

var (
	enumMeta = newType("", "EnumType", "Metaclass for Enum", py.TypeType)
	enumBase = enumClass("Enum", "Create a collection of name/value pairs.", nil)
	intEnum  = enumClass("IntEnum", "Enum where members are also (and must be) ints", nil)
	strEnum  = enumClass("StrEnum", "Enum where members are also (and must be) strings", nil)
	flagBase = enumClass("Flag", "Support for flags", enumBase)
	intFlag  = enumClass("IntFlag", "Support for integer-based Flags", nil)
	autoType = newType("enum", "auto", "Instances are replaced with an appropriate value in Enum class suites.", nil)
)

// auto stands for a value to be chosen when the class is made; v is the value then.
type auto struct{ v object }

func (*auto) Type() *py.Type { return autoType }

// deferred is an operation on auto values in the class body, such as READ | WRITE.
type deferred struct {
	op   runtime.BinOp
	l, r object
}

func (*deferred) Type() *py.Type { return autoType }

func deferOp(x object, op runtime.BinOp, other object, reflected bool) (object, error) {
	if reflected {
		return &deferred{op, other, x}, nil
	}
	return &deferred{op, x, other}, nil
}

// BinaryOp puts the operation off.
func (a *auto) BinaryOp(t *thread, op runtime.BinOp, other object, reflected bool) (object, error) {
	return deferOp(a, op, other, reflected)
}

// BinaryOp puts the operation off.
func (d *deferred) BinaryOp(t *thread, op runtime.BinOp, other object, reflected bool) (object, error) {
	return deferOp(d, op, other, reflected)
}

// settle computes what was put off.
func settle(t *thread, o object) (object, error) {
	switch x := o.(type) {
	case *auto:
		if x.v == nil {
			return nil, runtime.TypeErrorf("auto() was used before it had a value")
		}
		return x.v, nil
	case *deferred:
		l, err := settle(t, x.l)
		if err != nil {
			return nil, err
		}
		r, err := settle(t, x.r)
		if err != nil {
			return nil, err
		}
		return runtime.Binary(t, x.op, l, r)
	}
	return o, nil
}

func enumClass(name, doc string, base *py.Type) *py.Type {
	typ := runtime.NewPlainType(name, doc, base)
	typ.ObjectType = enumMeta
	typ.Qualname = name
	typ.Dict["__module__"] = py.String("enum")
	return typ
}

func init() {
	// IntEnum, StrEnum and IntFlag mix a value type in: the order of bases decides who formats and compares.
	mix := func(typ *py.Type, value, enum *py.Type) {
		typ.Bases = py.Tuple{value, enum}
		typ.Base = value
		typ.Mro = append(py.Tuple{typ, value}, enum.Mro...)
		typ.Flags = runtime.NewBuiltinType("x", "", value).Flags
	}
	mix(intEnum, py.IntType, enumBase)
	mix(strEnum, py.StringType, enumBase)
	mix(intFlag, py.IntType, flagBase)
}

// enumState is what EnumMeta knows of one class.
type enumState struct {
	names   []string // in order of definition, aliases left out
	members map[string]object
	byValue *runtime.Dict // hashable values
	flag    bool
	value   *py.Type // the mixed-in value type, nil when there is none
}

// stateKey is where the class keeps its state.
const stateKey = "_monge_enum_"

// enumHolder makes the state an object, so that it can lie in the class's dictionary.
type enumHolder struct{ *enumState }

func (enumHolder) Type() *py.Type { return enumMeta }

func enumOf(cls *py.Type) *enumState {
	if h, ok := cls.Dict[stateKey].(enumHolder); ok {
		return h.enumState
	}
	return nil
}

// isMemberValue reports whether a name of a class body with that value becomes a member.
func isMemberValue(name string, v object) bool {
	if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") || name == "_ignore_" || name == "_order_" ||
		strings.HasPrefix(name, "_") && strings.HasSuffix(name, "_") && len(name) > 2 {
		return false
	}
	switch v.(type) {
	case *runtime.Property, *runtime.ClassMethod, *runtime.StaticMethod, *runtime.Native, runtime.Binder, runtime.Descriptor, *py.Type, *nonMember:
		return false
	}
	if in, ok := v.(*runtime.Instance); ok && runtime.LookupType(in.Class, "__get__") != nil {
		return false
	}
	return true
}

// nonMember and memberMark are enum.nonmember and enum.member.
type nonMember struct{ v object }

func (*nonMember) Type() *py.Type { return nonMemberType }

var nonMemberType = newType("enum", "nonmember", "Protects item from becoming an Enum member during class creation.", nil)

// setUp makes the members of a new enum class.
func setUp(t *thread, cls *py.Type, ns *runtime.Dict) error {
	st := &enumState{members: map[string]object{}, byValue: runtime.NewDict()}
	for _, c := range cls.Mro[1:] {
		b := c.(*py.Type)
		if s := enumOf(b); s != nil && len(s.names) > 0 {
			return runtime.TypeErrorf("<enum '%s'> cannot extend <enum '%s'>", cls.Name, b.Name)
		}
		if b == flagBase {
			st.flag = true
		}
		if b == py.IntType || b == py.StringType || b == py.FloatType || b == py.TupleType {
			st.value = b
		}
	}
	runtime.SetClassAttr(cls, stateKey, enumHolder{st})
	userNew := runtime.LookupType(cls, "__new__")
	if s, ok := userNew.(*runtime.StaticMethod); ok {
		userNew = s.Fn
	}
	if _, native := userNew.(*runtime.Native); native {
		userNew = nil
	}
	var last []object
	for k, v := range ns.All() {
		s, ok := k.(py.String)
		if !ok || !isMemberValue(string(s), v) {
			if n, ok := v.(*nonMember); ok {
				runtime.SetClassAttr(cls, string(s), n.v)
			}
			continue
		}
		name := string(s)
		var err error
		if v, err = chooseAuto(t, cls, st, name, v, last); err != nil {
			return err
		}
		last = append(last, v)
		if err := st.add(t, cls, name, v, userNew); err != nil {
			return err
		}
	}
	return nil
}

// chooseAuto replaces auto() by the next value.
func chooseAuto(t *thread, cls *py.Type, st *enumState, name string, v object, last []object) (object, error) {
	if tup, ok := v.(py.Tuple); ok {
		out := append(py.Tuple(nil), tup...)
		for i, x := range out {
			switch x.(type) {
			case *auto, *deferred:
				var err error
				if out[i], err = chooseAuto(t, cls, st, name, x, last); err != nil {
					return nil, err
				}
			}
		}
		return out, nil
	}
	a, ok := v.(*auto)
	if !ok {
		return settle(t, v)
	}
	if a.v != nil {
		return a.v, nil
	}
	var err error
	a.v, err = nextAuto(t, cls, st, name, last)
	return a.v, err
}

// nextAuto is the value of auto() for a member.
func nextAuto(t *thread, cls *py.Type, st *enumState, name string, last []object) (object, error) {
	if fn := runtime.LookupType(cls, "_generate_next_value_"); fn != nil {
		if s, ok := fn.(*runtime.StaticMethod); ok {
			fn = s.Fn
		}
		return runtime.Call(t, fn, []object{str(name), num(1), num(len(last)), list(last...)}, nil)
	}
	if st.value == py.StringType {
		return str(strings.ToLower(name)), nil
	}
	best := int64(0)
	for _, x := range last {
		if i, ok := runtime.Payload(x).(py.Int); ok && (int64(i) > best || best == 0 && !st.flag) {
			best = max(best, int64(i))
		}
	}
	if st.flag {
		if best == 0 {
			return num(1), nil
		}
		return num(1 << bits.Len64(uint64(best))), nil
	}
	return runtime.IntObj(best + 1), nil
}

// add makes a member, or an alias of the member that has the same value.
func (st *enumState) add(t *thread, cls *py.Type, name string, v, userNew object) error {
	if _, ok := st.members[name]; ok {
		return runtime.TypeErrorf("'%s' already defined as %s", name, name)
	}
	in := runtime.NewInstance(cls)
	args := []object{v}
	if tup, ok := v.(py.Tuple); ok && st.value != py.TupleType {
		args = tup
	}
	if userNew != nil {
		o, err := runtime.Call(t, userNew, append([]object{cls}, args...), nil)
		if err != nil {
			return err
		}
		made, ok := o.(*runtime.Instance)
		if !ok {
			return runtime.TypeErrorf("%s.__new__() did not return a member", cls.Name)
		}
		in = made
		if x, ok := in.InstanceDict(true).GetStr("_value_"); ok {
			v = x
		}
	} else if st.value != nil {
		p, err := runtime.Call(t, st.value, args, nil)
		if err != nil {
			return err
		}
		if st.value == py.StringType {
			if _, ok := v.(py.String); !ok && runtime.IsSubclass(cls, strEnum) {
				s, err := runtime.Repr(t, v)
				if err != nil {
					return err
				}
				return runtime.TypeErrorf("%s is not a string", s)
			}
		}
		in.Value = p
		v = p
	}
	d := in.InstanceDict(true)
	d.SetStr("_value_", v)
	d.SetStr("_name_", str(name))
	d.SetStr("__objclass__", cls)
	d.SetStr("_sort_order_", num(len(st.names)))
	if init := runtime.LookupType(cls, "__init__"); init != nil && runtime.IsUserClass(cls) {
		if _, native := init.(*runtime.Native); !native {
			if _, err := runtime.Call(t, init, append([]object{in}, args...), nil); err != nil {
				return err
			}
			if x, ok := d.GetStr("_value_"); ok {
				v = x
			}
		}
	}
	old, found, err := st.byValue.Get(t, v)
	if err != nil {
		// An unhashable value is looked for one by one.
		found = false
		for _, n := range st.names {
			m := st.members[n]
			if eq, err := runtime.Equal(t, memberValue(m), v); err != nil {
				return err
			} else if eq {
				old, found = m, true
			}
		}
	}
	var member object = in
	if found {
		member = old
	} else {
		if err == nil {
			if err := st.byValue.Set(t, v, in); err != nil {
				return err
			}
		}
		if st.flag && !singleBit(v) {
			// Zero and combinations are not listed when the flag is iterated.
			d.SetStr("_combined_", py.True)
		}
		st.names = append(st.names, name)
	}
	st.members[name] = member
	runtime.SetClassAttr(cls, name, member)
	return nil
}

func singleBit(v object) bool {
	i, ok := runtime.Payload(v).(py.Int)
	return !ok || i > 0 && i&(i-1) == 0
}

func memberValue(m object) object {
	if in, ok := m.(*runtime.Instance); ok {
		if v, ok := in.InstanceDict(true).GetStr("_value_"); ok {
			return v
		}
	}
	return none
}

func memberName(m object) string {
	if in, ok := m.(*runtime.Instance); ok {
		if v, ok := in.InstanceDict(true).GetStr("_name_"); ok {
			if s, ok := v.(py.String); ok {
				return string(s)
			}
		}
	}
	return ""
}

// visible are the members that iteration shows.
func (st *enumState) visible() []object {
	var out []object
	for _, n := range st.names {
		m := st.members[n]
		if in, ok := m.(*runtime.Instance); ok && st.flag {
			if _, combined := in.InstanceDict(true).GetStr("_combined_"); combined {
				continue
			}
		}
		out = append(out, m)
	}
	return out
}

// find is Class(value).
func (st *enumState) find(t *thread, cls *py.Type, v object) (object, error) {
	if v.Type() == cls {
		return v, nil
	}
	if m, ok, err := st.byValue.Get(t, v); err == nil && ok {
		return m, nil
	}
	for _, n := range st.names {
		if eq, err := runtime.Equal(t, memberValue(st.members[n]), v); err != nil {
			return nil, err
		} else if eq {
			return st.members[n], nil
		}
	}
	if st.flag {
		if i, ok := runtime.Payload(v).(py.Int); ok {
			return st.combination(t, cls, int64(i))
		}
	}
	if fn := runtime.LookupType(cls, "_missing_"); fn != nil {
		bound, err := runtime.GetAttr(t, cls, "_missing_")
		if err != nil {
			return nil, err
		}
		m, err := call1(t, bound, v)
		if err != nil {
			return nil, err
		}
		if m != none {
			return m, nil
		}
	}
	s, err := runtime.Repr(t, v)
	if err != nil {
		return nil, err
	}
	return nil, runtime.ValueErrorf("%s is not a valid %s", s, qualname(cls))
}

func qualname(cls *py.Type) string {
	if cls.Qualname != "" {
		return cls.Qualname
	}
	return cls.Name
}

// mask are all bits that members of a flag have.
func (st *enumState) mask() int64 {
	m := int64(0)
	for _, n := range st.names {
		if i, ok := runtime.Payload(memberValue(st.members[n])).(py.Int); ok {
			m |= int64(i)
		}
	}
	return m
}

// combination is the member for several bits at once; it is made when first needed.
func (st *enumState) combination(t *thread, cls *py.Type, v int64) (object, error) {
	if v < 0 {
		v &= st.mask()
	}
	if m, ok, err := st.byValue.Get(t, runtime.IntObj(v)); err == nil && ok {
		return m, nil
	}
	if v&^st.mask() != 0 && !runtime.IsSubclass(cls, py.IntType) {
		return nil, runtime.ValueErrorf("%s: invalid value %d\n    given 0b0 %b\n  allowed 0b0 %b", runtime.TypeRepr(cls), v, v, st.mask())
	}
	in := runtime.NewInstance(cls)
	d := in.InstanceDict(true)
	d.SetStr("_value_", runtime.IntObj(v))
	var names []string
	for _, m := range st.visible() {
		if i, ok := runtime.Payload(memberValue(m)).(py.Int); ok && int64(i)&v != 0 {
			names = append(names, memberName(m))
		}
	}
	var name object = none
	if len(names) > 0 {
		text := strings.Join(names, "|")
		if extra := v &^ st.mask(); extra != 0 {
			text += "|" + itoa(int(extra))
		}
		name = str(text)
	}
	d.SetStr("_name_", name)
	if st.value != nil {
		in.Value = runtime.IntObj(v)
	}
	return in, st.byValue.Set(t, runtime.IntObj(v), in)
}

func init() {
	metaMethod := func(name string, f func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error)) {
		enumMeta.Dict[name] = runtime.NewMethod(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			cls, ok := args[0].(*py.Type)
			if !ok {
				return nil, runtime.TypeErrorf("%s() needs an enum class", name)
			}
			st := enumOf(cls)
			if st == nil {
				st = &enumState{members: map[string]object{}, byValue: runtime.NewDict()}
			}
			return f(t, cls, st, args[1:], kw)
		})
	}
	enumMeta.Dict["__init__"] = runtime.NewMethod("__init__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) < 4 {
			return none, nil
		}
		cls, ok := args[0].(*py.Type)
		ns, ok2 := args[3].(*runtime.Dict)
		if !ok || !ok2 {
			return none, nil
		}
		return none, setUp(t, cls, ns)
	})
	metaMethod("__len__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		return num(len(st.visible())), nil
	})
	metaMethod("__bool__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		return py.True, nil
	})
	metaMethod("__iter__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		return runtime.Iter(t, py.Tuple(st.visible()))
	})
	metaMethod("__reversed__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		return runtime.Reversed(t, py.Tuple(st.visible()))
	})
	metaMethod("__contains__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		if runtime.IsSubclass(args[0].Type(), cls) {
			return py.True, nil
		}
		_, ok, err := st.byValue.Get(t, args[0])
		return boolean(ok && err == nil), nil
	})
	metaMethod("__getitem__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		if s, ok := runtime.Payload(args[0]).(py.String); ok {
			if m, ok := st.members[string(s)]; ok {
				return m, nil
			}
		}
		return nil, runtime.KeyErr(args[0])
	})
	metaMethod("__call__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) == 1 && len(kw) == 0 {
			return st.find(t, cls, args[0])
		}
		if len(st.names) > 0 {
			return st.find(t, cls, py.Tuple(append([]object(nil), args...)))
		}
		return functionalEnum(t, cls, args, kw)
	})
	metaMethod("__repr__", func(t *thread, cls *py.Type, st *enumState, args []object, kw runtime.Kwargs) (object, error) {
		if runtime.IsSubclass(cls, flagBase) {
			return str("<flag '" + cls.Name + "'>"), nil
		}
		return str("<enum '" + cls.Name + "'>"), nil
	})
	enumMeta.Dict["__members__"] = &runtime.GetSet{Name: "__members__", Get: func(t *thread, o object) (object, error) {
		d := runtime.NewDict()
		if cls, ok := o.(*py.Type); ok {
			if st := enumOf(cls); st != nil {
				// Aliases too, in order of definition.
				for _, n := range runtime.ClassInfoOf(cls).Names() {
					if m, ok := st.members[n]; ok {
						d.SetStr(n, m)
					}
				}
			}
		}
		return &runtime.MappingProxy{D: d}, nil
	}}
	enumMembers()
	enumFlags()

	m := newModule("enum", "Enumerations.")
	m.value("Enum", enumBase)
	m.value("IntEnum", intEnum)
	m.value("StrEnum", strEnum)
	m.value("Flag", flagBase)
	m.value("IntFlag", intFlag)
	m.value("EnumType", enumMeta)
	m.value("EnumMeta", enumMeta)
	runtime.TypeNew(autoType, "", "", func(t *thread, cls *py.Type, a []object) (object, error) { return &auto{}, nil })
	m.value("auto", autoType)
	runtime.TypeNew(nonMemberType, "value", "", func(t *thread, cls *py.Type, a []object) (object, error) { return &nonMember{a[0]}, nil })
	m.value("nonmember", nonMemberType)
	m.fn("member", "value", "Forces item to become an Enum member during class creation.", func(t *thread, a []object) (object, error) { return a[0], nil })
	m.value("property", py.PropertyType)
	m.fn("unique", "enumeration", "Class decorator for enumerations ensuring unique member values.", func(t *thread, a []object) (object, error) {
		cls, ok := a[0].(*py.Type)
		if !ok || enumOf(cls) == nil {
			return nil, runtime.TypeErrorf("unique() needs an enum class")
		}
		st := enumOf(cls)
		var dup []string
		for _, n := range runtime.ClassInfoOf(cls).Names() {
			if m, ok := st.members[n]; ok && memberName(m) != n {
				dup = append(dup, n+" -> "+memberName(m))
			}
		}
		if len(dup) > 0 {
			s, err := runtime.Repr(t, cls)
			if err != nil {
				return nil, err
			}
			return nil, runtime.ValueErrorf("duplicate values found in %s: %s", s, strings.Join(dup, ", "))
		}
		return cls, nil
	})
	for _, n := range []string{"STRICT", "CONFORM", "EJECT", "KEEP"} {
		m.value(n, str(strings.ToLower(n)))
	}
}

// functionalEnum is Enum('Name', 'A B C').
func functionalEnum(t *thread, base *py.Type, args []object, kw runtime.Kwargs) (object, error) {
	if len(args) < 2 {
		return nil, runtime.TypeErrorf("%s() needs a name and members", base.Name)
	}
	name, err := text(args[0], base.Name, 1)
	if err != nil {
		return nil, err
	}
	start := 1
	if v := kw.Get("start"); v != nil {
		if start, err = runtime.AsInt(t, v); err != nil {
			return nil, err
		}
	}
	ns := runtime.NewDict()
	ns.SetStr("__module__", str(callerModule(t)))
	next := 0
	value := func(n string) object {
		next++
		switch {
		case runtime.IsSubclass(base, strEnum):
			return str(strings.ToLower(n))
		case runtime.IsSubclass(base, flagBase):
			return num(1 << (next - 1))
		}
		return num(start + next - 1)
	}
	switch x := runtime.Payload(args[1]).(type) {
	case py.String:
		for _, n := range strings.Fields(strings.ReplaceAll(string(x), ",", " ")) {
			ns.SetStr(n, value(n))
		}
	case *runtime.Dict:
		if err := ns.Update(t, x); err != nil {
			return nil, err
		}
	default:
		if err := runtime.ForEach(t, x, func(o object) error {
			if s, ok := o.(py.String); ok {
				ns.SetStr(string(s), value(string(s)))
				return nil
			}
			pair, err := runtime.Unpack(t, o, 2, -1)
			if err != nil {
				return err
			}
			return ns.Set(t, pair[0], pair[1])
		}); err != nil {
			return nil, err
		}
	}
	return runtime.NewClass(t, enumMeta, name, []*py.Type{base}, ns, nil)
}

func enumMembers() {
	get := func(typ *py.Type, name string, f func(o object) object) {
		typ.Dict[name] = &runtime.GetSet{Name: name, Get: func(t *thread, o object) (object, error) { return f(o), nil }}
	}
	get(enumBase, "value", memberValue)
	get(enumBase, "name", func(o object) object {
		if in, ok := o.(*runtime.Instance); ok {
			if v, ok := in.InstanceDict(true).GetStr("_name_"); ok {
				return v
			}
		}
		return none
	})
	method := func(typ *py.Type, name string, n int, f func(t *thread, args []object) (object, error)) {
		typ.Dict[name] = runtime.NewMethod(name, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) != n+1 {
				return nil, runtime.TypeErrorf("%s() takes %d positional arguments but %d were given", name, n+1, len(args))
			}
			return f(t, args)
		})
	}
	reprOf := func(t *thread, args []object) (object, error) {
		v, err := runtime.Repr(t, memberValue(args[0]))
		if err != nil {
			return nil, err
		}
		n := memberName(args[0])
		if n != "" {
			n = "." + n
		}
		return str("<" + args[0].Type().Name + n + ": " + v + ">"), nil
	}
	method(enumBase, "__repr__", 0, reprOf)
	strOf := func(t *thread, args []object) (object, error) {
		return str(args[0].Type().Name + "." + memberName(args[0])), nil
	}
	method(enumBase, "__str__", 0, strOf)
	method(enumBase, "__hash__", 0, func(t *thread, args []object) (object, error) {
		h, err := runtime.Hash(t, str(memberName(args[0])))
		return runtime.IntObj(h), err
	})
	method(enumBase, "__format__", 1, func(t *thread, args []object) (object, error) {
		spec, err := runtime.AsString(t, args[1])
		if err != nil {
			return nil, err
		}
		s, err := runtime.Str(t, args[0])
		if err != nil {
			return nil, err
		}
		s, err = runtime.Format(t, str(s), spec)
		return str(s), err
	})
	for _, n := range []string{"__copy__", "__deepcopy__"} {
		enumBase.Dict[n] = runtime.NewMethod(n, "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) { return args[0], nil })
	}
	method(enumBase, "__reduce_ex__", 1, func(t *thread, args []object) (object, error) {
		return py.Tuple{args[0].Type(), py.Tuple{memberValue(args[0])}}, nil
	})
	// Members that are ints or strings print and format as those, but are shown as members.
	for _, typ := range []*py.Type{intEnum, strEnum, intFlag} {
		method(typ, "__repr__", 0, reprOf)
		method(typ, "__str__", 0, func(t *thread, args []object) (object, error) {
			s, err := runtime.Str(t, runtime.Payload(args[0]))
			return str(s), err
		})
		method(typ, "__format__", 1, func(t *thread, args []object) (object, error) {
			spec, err := runtime.AsString(t, args[1])
			if err != nil {
				return nil, err
			}
			s, err := runtime.Format(t, runtime.Payload(args[0]), spec)
			return str(s), err
		})
	}
}

func enumFlags() {
	bitsOf := func(o object) (int64, bool) {
		if in, ok := o.(*runtime.Instance); ok {
			if v, ok := in.InstanceDict(true).GetStr("_value_"); ok {
				o = v
			}
		}
		i, ok := runtime.Payload(o).(py.Int)
		return int64(i), ok
	}
	binary := func(name string, f func(a, b int64) int64) {
		fn := func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			if len(args) != 2 {
				return nil, runtime.TypeErrorf("%s() takes 2 positional arguments but %d were given", name, len(args))
			}
			cls := args[0].Type()
			isInt := runtime.IsSubclass(cls, py.IntType)
			if args[1].Type() != cls && !isInt {
				return runtime.NotImplemented, nil
			}
			a, ok := bitsOf(args[0])
			b, ok2 := bitsOf(args[1])
			if !ok || !ok2 {
				return runtime.NotImplemented, nil
			}
			return enumOf(cls).combination(t, cls, f(a, b))
		}
		for _, typ := range []*py.Type{flagBase, intFlag} {
			typ.Dict["__"+name+"__"] = runtime.NewMethod("__"+name+"__", "", fn)
			typ.Dict["__r"+name+"__"] = runtime.NewMethod("__r"+name+"__", "", fn)
		}
	}
	binary("or", func(a, b int64) int64 { return a | b })
	binary("and", func(a, b int64) int64 { return a & b })
	binary("xor", func(a, b int64) int64 { return a ^ b })
	for _, typ := range []*py.Type{flagBase, intFlag} {
		typ.Dict["__invert__"] = runtime.NewMethod("__invert__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
			cls := args[0].Type()
			st := enumOf(cls)
			v, _ := bitsOf(args[0])
			return st.combination(t, cls, st.mask()&^v)
		})
	}
	flagBase.Dict["__bool__"] = runtime.NewMethod("__bool__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		v, _ := bitsOf(args[0])
		return boolean(v != 0), nil
	})
	flagBase.Dict["__contains__"] = runtime.NewMethod("__contains__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if args[1].Type() != args[0].Type() {
			return nil, runtime.TypeErrorf("unsupported operand type(s) for 'in': %s and %s", runtime.QuoteString(runtime.TypeName(args[1]), false), runtime.QuoteString(runtime.TypeName(args[0]), false))
		}
		a, _ := bitsOf(args[0])
		b, _ := bitsOf(args[1])
		return boolean(a&b == b), nil
	})
	flagBase.Dict["__iter__"] = runtime.NewMethod("__iter__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		v, _ := bitsOf(args[0])
		var out py.Tuple
		for _, m := range enumOf(args[0].Type()).visible() {
			if b, _ := bitsOf(m); b&v != 0 {
				out = append(out, m)
			}
		}
		return runtime.Iter(t, out)
	})
	flagBase.Dict["__len__"] = runtime.NewMethod("__len__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		v, _ := bitsOf(args[0])
		return num(bits.OnesCount64(uint64(v))), nil
	})
	flagBase.Dict["__str__"] = runtime.NewMethod("__str__", "", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if n := memberName(args[0]); n != "" {
			return str(args[0].Type().Name + "." + n), nil
		}
		v, _ := bitsOf(args[0])
		return str(args[0].Type().Name + "(" + itoa(int(v)) + ")"), nil
	})
}

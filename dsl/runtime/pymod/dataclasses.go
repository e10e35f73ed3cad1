package pymod

import (
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// dataField is dataclasses.Field.
type dataField struct {
	name                string
	typ                 object
	def, factory        object // noDefault when absent
	init, repr, compare bool
	hash                object // None: as compare
	kwOnly              object // noDefault, True or False
	metadata            object
	initVar, classVar   bool
}

// noDefault marks an absent default; initVar is dataclasses.InitVar[...].
type (
	missingType struct{}
	initVar     struct{ typ object }
)

var (
	fieldType             = newType("dataclasses", "Field", "What a dataclass knows of one field: name, type, default and settings.", nil)
	missingClass          = newType("dataclasses", "_MISSING_TYPE", "", nil)
	initVarType           = newType("dataclasses", "InitVar", "", nil)
	kwOnlyClass           = newType("dataclasses", "_KW_ONLY_TYPE", "", nil)
	noDefault      object = missingType{}
	frozenInstance        = runtime.NewExceptionType("dataclasses.FrozenInstanceError", "", py.AttributeError)
)

const (
	fieldsKey = "__dataclass_fields__"
	paramsKey = "__dataclass_params__"
)

func (missingType) Type() *py.Type { return missingClass }
func (missingType) Repr(t *thread) (string, error) {
	return "<dataclasses._MISSING_TYPE object at " + runtime.Address(noDefault) + ">", nil
}
func (f *dataField) Type() *py.Type { return fieldType }
func (v *initVar) Type() *py.Type   { return initVarType }

// Repr is "dataclasses.InitVar[int]".
func (v *initVar) Repr(t *thread) (string, error) {
	if c, ok := v.typ.(*py.Type); ok {
		return "dataclasses.InitVar[" + c.Name + "]", nil
	}
	s, err := runtime.Repr(t, v.typ)
	return "dataclasses.InitVar[" + s + "]", err
}

func (f *dataField) Repr(t *thread) (string, error) {
	parts := []struct {
		name string
		v    object
	}{{"name", str(f.name)}, {"type", orNone(f.typ)}, {"default", f.def}, {"default_factory", f.factory}, {"init", boolean(f.init)},
		{"repr", boolean(f.repr)}, {"hash", f.hash}, {"compare", boolean(f.compare)}, {"metadata", f.metadata}, {"kw_only", f.kwOnly}}
	var b strings.Builder
	b.WriteString("Field(")
	for i, p := range parts {
		if i > 0 {
			b.WriteString(",")
		}
		s, err := runtime.Repr(t, p.v)
		if err != nil {
			return "", err
		}
		b.WriteString(p.name + "=" + s)
	}
	kind := "_FIELD"
	if f.classVar {
		kind = "_FIELD_CLASSVAR"
	} else if f.initVar {
		kind = "_FIELD_INITVAR"
	}
	return b.String() + ",_field_type=" + kind + ")", nil
}

// dataOptions are the arguments of the decorator.
type dataOptions struct {
	init, repr, eq, order, unsafeHash, frozen, matchArgs, kwOnly bool
}

// dataInfo is what a dataclass keeps about itself, in its dictionary.
type dataInfo struct {
	fields []*dataField
	opts   dataOptions
}

func (*dataInfo) Type() *py.Type { return fieldType }

func dataInfoOf(cls *py.Type) *dataInfo {
	d, _ := runtime.LookupType(cls, paramsKey).(*dataInfo)
	return d
}

// ownAnnotations are the annotations of a class body.
func ownAnnotations(cls *py.Type) *runtime.Dict {
	d, _ := cls.Dict["__annotations__"].(*runtime.Dict)
	return d
}

// isClassVar recognises ClassVar annotations, also as text.
func isClassVar(ann object) bool {
	switch a := ann.(type) {
	case py.String:
		s := string(a)
		return strings.HasPrefix(s, "ClassVar") || strings.HasPrefix(s, "typing.ClassVar")
	case *runtime.GenericAlias:
		ann = a.Origin
	}
	s, ok := ann.(*typingName)
	return ok && s.name == "ClassVar"
}

func isInitVar(ann object) bool {
	switch a := ann.(type) {
	case *initVar:
		return true
	case *py.Type:
		return a == initVarType
	case py.String:
		return strings.HasPrefix(string(a), "InitVar") || strings.HasPrefix(string(a), "dataclasses.InitVar")
	}
	return false
}

// collectFields finds the fields of a class: those of its bases, then its own.
func collectFields(t *thread, cls *py.Type, opts dataOptions) ([]*dataField, error) {
	var fields []*dataField
	put := func(f *dataField) {
		for i := range fields {
			if fields[i].name == f.name {
				fields[i] = f
				return
			}
		}
		fields = append(fields, f)
	}
	for i := len(cls.Mro) - 1; i > 0; i-- {
		if d, ok := cls.Mro[i].(*py.Type).Dict[paramsKey].(*dataInfo); ok {
			for _, f := range d.fields {
				put(f)
			}
			if d.opts.frozen != opts.frozen {
				if opts.frozen {
					return nil, runtime.TypeErrorf("cannot inherit frozen dataclass from a non-frozen one")
				}
				return nil, runtime.TypeErrorf("cannot inherit non-frozen dataclass from a frozen one")
			}
		}
	}
	anns := ownAnnotations(cls)
	if anns == nil {
		return fields, nil
	}
	kwOnly := opts.kwOnly
	for k, ann := range anns.All() {
		name := string(k.(py.String))
		if ann == object(kwOnlyClass) {
			kwOnly = true
			continue
		}
		def, has := cls.Dict[name]
		f, isField := def.(*dataField)
		if !isField {
			f = &dataField{def: noDefault, factory: noDefault, init: true, repr: true, compare: true, hash: none, kwOnly: noDefault, metadata: emptyProxy}
			if has {
				f.def = def
			}
		}
		f.name, f.typ = name, ann
		f.classVar, f.initVar = isClassVar(ann), isInitVar(ann)
		if f.kwOnly == noDefault {
			f.kwOnly = boolean(kwOnly)
		}
		if (f.classVar || f.initVar) && f.factory != noDefault {
			return nil, runtime.TypeErrorf("field %s cannot have a default factory", name)
		}
		switch d := f.def.(type) {
		case *py.List, *runtime.Dict, *runtime.Set:
			if s, ok := d.(*runtime.Set); !ok || !s.Frozen() {
				return nil, runtime.ValueErrorf("mutable default %s for field %s is not allowed: use default_factory", runtime.TypeRepr(d.Type()), name)
			}
		case *runtime.Instance:
			if h := runtime.LookupType(d.Class, "__hash__"); h == none {
				return nil, runtime.ValueErrorf("mutable default %s for field %s is not allowed: use default_factory", runtime.TypeRepr(d.Type()), name)
			}
		}
		if isField {
			// The class attribute becomes the default, or goes away when there is none.
			if f.def != noDefault {
				runtime.SetClassAttr(cls, name, f.def)
			} else {
				runtime.SetClassAttr(cls, name, nil)
			}
		}
		put(f)
	}
	for name, v := range cls.Dict {
		if _, ok := v.(*dataField); ok {
			if _, annotated := anns.GetStr(name); !annotated {
				return nil, runtime.TypeErrorf("%s is a field but has no type annotation", runtime.QuoteString(name, false))
			}
		}
	}
	return fields, nil
}

var emptyProxy object = &runtime.MappingProxy{D: runtime.NewDict()}

// real are the fields that instances have.
func (d *dataInfo) real() []*dataField {
	var out []*dataField
	for _, f := range d.fields {
		if !f.classVar && !f.initVar {
			out = append(out, f)
		}
	}
	return out
}

// makeDataclass does the work of the decorator.
func makeDataclass(t *thread, cls *py.Type, opts dataOptions) error {
	fields, err := collectFields(t, cls, opts)
	if err != nil {
		return err
	}
	info := &dataInfo{fields, opts}
	if opts.order && !opts.eq {
		return runtime.ValueErrorf("eq must be true if order is true")
	}
	byName := runtime.NewDict()
	for _, f := range fields {
		byName.SetStr(f.name, f)
	}
	runtime.SetClassAttr(cls, fieldsKey, byName)
	runtime.SetClassAttr(cls, paramsKey, info)
	own := func(name string) bool {
		v, ok := cls.Dict[name]
		return ok && v != nil
	}
	method := func(name string, f runtime.NativeFunc) {
		m := runtime.NewMethod(name, "", f)
		m.Qualname = qualname(cls) + "." + name
		runtime.SetClassAttr(cls, name, m)
	}
	if opts.init {
		init, err := dataInit(cls, info)
		if err != nil {
			return err
		}
		method("__init__", init)
	}
	if opts.repr && !own("__repr__") {
		method("__repr__", dataRepr(info))
	}
	hasEq := own("__eq__")
	if opts.eq && !hasEq {
		method("__eq__", dataCompare(cls, info, runtime.CmpEq))
	}
	if opts.order {
		for op, name := range map[runtime.CmpOp]string{runtime.CmpLt: "__lt__", runtime.CmpLe: "__le__", runtime.CmpGt: "__gt__", runtime.CmpGe: "__ge__"} {
			if own(name) {
				return runtime.TypeErrorf("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering", name, cls.Name)
			}
			method(name, dataCompare(cls, info, op))
		}
	}
	if opts.frozen {
		if own("__setattr__") || own("__delattr__") {
			return runtime.TypeErrorf("Cannot overwrite attribute __setattr__ in class %s", cls.Name)
		}
		method("__setattr__", dataFrozen(cls, info, "cannot assign to field", py.ObjectType.Dict["__setattr__"]))
		method("__delattr__", dataFrozen(cls, info, "cannot delete field", py.ObjectType.Dict["__delattr__"]))
	}
	// A __hash__ of None that came with __eq__ in the class body does not count as the user's own.
	h, ownHash := cls.Dict["__hash__"]
	ownHash = ownHash && !(h == none && hasEq)
	switch {
	case opts.unsafeHash:
		if ownHash && h != none {
			return runtime.TypeErrorf("Cannot overwrite attribute __hash__ in class %s", cls.Name)
		}
		method("__hash__", dataHash(info))
	case opts.eq && opts.frozen && !ownHash:
		method("__hash__", dataHash(info))
	case opts.eq && !opts.frozen && !ownHash:
		runtime.SetClassAttr(cls, "__hash__", none)
	}
	if opts.matchArgs && !own("__match_args__") {
		var names py.Tuple
		for _, f := range fields {
			if f.init && !f.classVar && f.kwOnly != object(py.True) {
				names = append(names, str(f.name))
			}
		}
		if names == nil {
			names = py.Tuple{}
		}
		runtime.SetClassAttr(cls, "__match_args__", names)
	}
	if d, ok := cls.Dict["__doc__"]; !ok || d == none {
		sig, err := dataSignature(t, info)
		if err != nil {
			return err
		}
		runtime.SetClassAttr(cls, "__doc__", str(cls.Name+sig))
	}
	return nil
}

// dataSignature is the parameter list shown as documentation.
func dataSignature(t *thread, info *dataInfo) (string, error) {
	var parts []string
	star := false
	for _, kw := range []bool{false, true} {
		for _, f := range info.fields {
			if !f.init || f.classVar || (f.kwOnly == object(py.True)) != kw {
				continue
			}
			if kw && !star {
				parts = append(parts, "*")
				star = true
			}
			typ := ""
			switch a := f.typ.(type) {
			case *py.Type:
				typ = runtime.TypeFullName(a)
			case py.String:
				typ = runtime.QuoteString(string(a), false)
			default:
				s, err := runtime.Repr(t, a)
				if err != nil {
					return "", err
				}
				typ = s
			}
			s := f.name + ": " + typ
			if f.def != noDefault {
				d, err := runtime.Repr(t, f.def)
				if err != nil {
					return "", err
				}
				s += " = " + d
			} else if f.factory != noDefault {
				s += " = <factory>"
			}
			parts = append(parts, s)
		}
	}
	return "(" + strings.Join(parts, ", ") + ")", nil
}

// flag reads an optional bool argument.
func flag(t *thread, o object, def bool) (bool, error) {
	if o == nil {
		return def, nil
	}
	return runtime.Truth(t, o)
}

const dataParams = "*, init=, repr=, eq=, order=, unsafe_hash=, frozen=, match_args=, kw_only=, slots=, weakref_slot="

func readOptions(t *thread, a []object) (dataOptions, error) {
	o := dataOptions{}
	targets := []struct {
		p   *bool
		def bool
	}{{&o.init, true}, {&o.repr, true}, {&o.eq, true}, {&o.order, false}, {&o.unsafeHash, false}, {&o.frozen, false}, {&o.matchArgs, true}, {&o.kwOnly, false}}
	for i, x := range targets {
		var err error
		if *x.p, err = flag(t, a[i], x.def); err != nil {
			return o, err
		}
	}
	return o, nil
}

// Dataclass is the decorator dataclasses.dataclass.
var Dataclass = runtime.Func("dataclass", "cls=, /, "+dataParams, "Turn cls into a class of records: annotated names become fields, and __init__, __repr__, __eq__ and what else is asked for are written for it.", func(t *thread, a []object) (object, error) {
	opts, err := readOptions(t, a[1:])
	if err != nil {
		return nil, err
	}
	apply := func(t *thread, o object) (object, error) {
		cls, ok := o.(*py.Type)
		if !ok || !runtime.IsUserClass(cls) {
			return nil, runtime.TypeErrorf("dataclass() should be applied to a class")
		}
		return cls, makeDataclass(t, cls, opts)
	}
	if given(a[0]) {
		return apply(t, a[0])
	}
	return runtime.Func("wrap", "cls", "", func(t *thread, a []object) (object, error) { return apply(t, a[0]) }), nil
})

func init() {
	m := newModule("dataclasses", "Classes that mainly hold data: @dataclass writes their usual methods.")
	Dataclass.Module = "dataclasses"
	m.value("dataclass", Dataclass)
	m.value("MISSING", noDefault)
	m.value("KW_ONLY", kwOnlyClass)
	m.value("InitVar", initVarType)
	m.value("FrozenInstanceError", frozenInstance)
	m.value("Field", fieldType)
	initVarType.Dict["__class_getitem__"] = &runtime.ClassMethod{Fn: runtime.Func("__class_getitem__", "cls, type", "", func(t *thread, a []object) (object, error) {
		return &initVar{a[1]}, nil
	})}
	for name, get := range map[string]func(f *dataField) object{
		"name": func(f *dataField) object { return str(f.name) }, "type": func(f *dataField) object { return orNone(f.typ) },
		"default": func(f *dataField) object { return f.def }, "default_factory": func(f *dataField) object { return f.factory },
		"init": func(f *dataField) object { return boolean(f.init) }, "repr": func(f *dataField) object { return boolean(f.repr) },
		"compare": func(f *dataField) object { return boolean(f.compare) }, "hash": func(f *dataField) object { return f.hash },
		"metadata": func(f *dataField) object { return f.metadata }, "kw_only": func(f *dataField) object { return f.kwOnly },
	} {
		runtime.TypeGetter(fieldType, name, "", get)
	}
	m.fn("field", "*, default=, default_factory=, init=, repr=, hash=, compare=, metadata=, kw_only=", "Settings of one field, as in x: list = field(default_factory=list).", func(t *thread, a []object) (object, error) {
		f := &dataField{def: noDefault, factory: noDefault, hash: none, kwOnly: noDefault, metadata: emptyProxy}
		if a[0] != nil {
			f.def = a[0]
		}
		if a[1] != nil {
			f.factory = a[1]
		}
		if f.def != noDefault && f.factory != noDefault {
			return nil, runtime.ValueErrorf("cannot specify both default and default_factory")
		}
		var err error
		if f.init, err = flag(t, a[2], true); err != nil {
			return nil, err
		}
		if f.repr, err = flag(t, a[3], true); err != nil {
			return nil, err
		}
		if a[4] != nil {
			f.hash = a[4]
		}
		if f.compare, err = flag(t, a[5], true); err != nil {
			return nil, err
		}
		if d, ok := runtime.Payload(orNone(a[6])).(*runtime.Dict); ok {
			f.metadata = &runtime.MappingProxy{D: d}
		}
		if a[7] != nil {
			f.kwOnly = a[7]
		}
		return f, nil
	})
	info := func(o object, what string) (*dataInfo, error) {
		cls, ok := o.(*py.Type)
		if !ok {
			cls = o.Type()
		}
		if d := dataInfoOf(cls); d != nil {
			return d, nil
		}
		return nil, runtime.TypeErrorf("%s", what)
	}
	m.fn("fields", "class_or_instance", "The Field objects of a dataclass or of one of its instances, as a tuple.", func(t *thread, a []object) (object, error) {
		d, err := info(a[0], "must be called with a dataclass type or instance")
		if err != nil {
			return nil, err
		}
		out := py.Tuple{}
		for _, f := range d.real() {
			out = append(out, f)
		}
		return out, nil
	})
	m.fn("is_dataclass", "obj", "Is obj a dataclass or made by one?", func(t *thread, a []object) (object, error) {
		_, err := info(a[0], "")
		return boolean(err == nil), nil
	})
	m.fn("asdict", "obj, *, dict_factory=", "The fields of obj as {name: value}; dataclasses, lists, tuples and dicts inside are converted as well.", func(t *thread, a []object) (object, error) {
		if _, isClass := a[0].(*py.Type); isClass || dataInfoOf(a[0].Type()) == nil {
			return nil, runtime.TypeErrorf("asdict() should be called on dataclass instances")
		}
		return asDict(t, a[0], a[1], false)
	})
	m.fn("astuple", "obj, *, tuple_factory=", "The field values of obj as a tuple; dataclasses, lists, tuples and dicts inside are converted as well.", func(t *thread, a []object) (object, error) {
		if _, isClass := a[0].(*py.Type); isClass || dataInfoOf(a[0].Type()) == nil {
			return nil, runtime.TypeErrorf("astuple() should be called on dataclass instances")
		}
		return asDict(t, a[0], a[1], true)
	})
	m.raw("replace", "A copy of obj in which the fields given as keywords have other values.", func(t *thread, args []object, kw runtime.Kwargs) (object, error) {
		if len(args) != 1 {
			return nil, runtime.TypeErrorf("replace() takes 1 positional argument but %d were given", len(args))
		}
		if _, isClass := args[0].(*py.Type); isClass || dataInfoOf(args[0].Type()) == nil {
			return nil, runtime.TypeErrorf("replace() should be called on dataclass instances")
		}
		kw = append(runtime.Kwargs(nil), kw...)
		for _, f := range dataInfoOf(args[0].Type()).fields {
			if f.classVar {
				continue
			}
			has := kw.Get(f.name) != nil
			if !f.init {
				if has {
					return nil, runtime.ValueErrorf("field %s is declared with init=False, it cannot be specified with replace()", f.name)
				}
				continue
			}
			if !has {
				if f.initVar && f.def == noDefault {
					return nil, runtime.ValueErrorf("InitVar %s must be specified with replace()", runtime.QuoteString(f.name, false))
				}
				v, err := runtime.GetAttr(t, args[0], f.name)
				if err != nil {
					return nil, err
				}
				kw = append(kw, runtime.Kwarg{Name: f.name, Value: v})
			}
		}
		return runtime.Call(t, args[0].Type(), nil, kw)
	})
	m.fn("make_dataclass", "cls_name, fields, *, bases=, namespace=, init=, repr=, eq=, order=, unsafe_hash=, frozen=, match_args=, kw_only=, slots=, weakref_slot=, module=", "Make a dataclass from a name and a list of fields: name, (name, type) or (name, type, field()).", func(t *thread, a []object) (object, error) {
		name, err := text(a[0], "make_dataclass", 1)
		if err != nil {
			return nil, err
		}
		ns, anns := runtime.NewDict(), runtime.NewDict()
		if given(a[3]) {
			if err := updateDict(t, ns, []object{a[3]}, nil); err != nil {
				return nil, err
			}
		}
		ns.SetStr("__module__", str(callerModule(t)))
		if err := runtime.ForEach(t, a[1], func(o object) error {
			if s, ok := o.(py.String); ok {
				anns.SetStr(string(s), str("typing.Any"))
				return nil
			}
			parts, err := runtime.Collect(t, o)
			if err != nil {
				return err
			}
			if len(parts) < 2 || len(parts) > 3 {
				return runtime.TypeErrorf("Invalid field: %v", o)
			}
			n, err := runtime.AsString(t, parts[0])
			if err != nil {
				return err
			}
			anns.SetStr(n, parts[1])
			if len(parts) == 3 {
				ns.SetStr(n, parts[2])
			}
			return nil
		}); err != nil {
			return nil, err
		}
		ns.SetStr("__annotations__", anns)
		bases := []*py.Type{py.ObjectType}
		if given(a[2]) {
			bases = nil
			if err := runtime.ForEach(t, a[2], func(o object) error {
				b, ok := o.(*py.Type)
				if !ok {
					return runtime.TypeErrorf("bases must be types")
				}
				bases = append(bases, b)
				return nil
			}); err != nil {
				return nil, err
			}
			if len(bases) == 0 {
				bases = []*py.Type{py.ObjectType}
			}
		}
		cls, err := runtime.NewClass(t, py.TypeType, name, bases, ns, nil)
		if err != nil {
			return nil, err
		}
		opts, err := readOptions(t, a[4:])
		if err != nil {
			return nil, err
		}
		return cls, makeDataclass(t, cls, opts)
	})
}

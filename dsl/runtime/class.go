package runtime

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
	"weak"

	"github.com/go-python/gpython/py"
)

// Instance is an instance of a class of the language. Value is the built-in value inside when the class derives from a
// built-in type such as int, str or list; otherwise it is nil.
type Instance struct {
	Class *py.Type
	Dict  *Dict
	Value py.Object
}

// Type is the instance's class.
func (i *Instance) Type() *py.Type { return i.Class }

// InstanceDict is __dict__.
func (i *Instance) InstanceDict(create bool) *Dict {
	if i.Dict == nil && create {
		i.Dict = NewDict()
	}
	return i.Dict
}

// Class is a class made by the language. Its Type comes first, so that a *py.Type whose flags say heap type can be
// turned back into the Class around it.
type Class struct {
	py.Type
	// order are the names of Dict in order of definition.
	order []string
	// payload is the built-in type whose values instances carry, nil when there is none.
	payload *py.Type
	// abstract are the names that keep the class from being instantiated.
	abstract []string
	// hooks caches, for one class epoch, which attribute hooks the class has: epoch<<8 | flags.
	hooks atomic.Uint64
}

const (
	hookGetattribute = 1 << iota
	hookSetattr
	hookKnown
)

// isHeap reports whether typ was made by the language rather than by Go code.
func isHeap(typ *py.Type) bool { return typ.Flags&py.TPFLAGS_HEAPTYPE != 0 }

// IsUserClass reports whether typ was made by a class statement or another call of type at run time.
func IsUserClass(typ *py.Type) bool { return isHeap(typ) }

// ClassInfoOf is the Class around a user class, nil for a type made by Go code.
func ClassInfoOf(typ *py.Type) *Class { return classOf(typ) }

func classOf(typ *py.Type) *Class {
	if typ.Flags&py.TPFLAGS_HEAPTYPE == 0 {
		return nil
	}
	return (*Class)(unsafe.Pointer(typ))
}

// hookFlags tells which attribute hooks instances have.
func (c *Class) hookFlags() uint64 {
	if c == nil {
		return 0
	}
	epoch := classEpoch.Load()
	if h := c.hooks.Load(); h>>8 == epoch && h&hookKnown != 0 {
		return h
	}
	h := epoch<<8 | hookKnown
	if _, owner := lookupOwner(&c.Type, "__getattribute__"); owner != py.ObjectType {
		h |= hookGetattribute
	}
	for _, name := range []string{"__setattr__", "__delattr__"} {
		if _, owner := lookupOwner(&c.Type, name); owner != py.ObjectType {
			h |= hookSetattr
		}
	}
	c.hooks.Store(h)
	return h
}

func (c *Class) hasGetattribute() bool { return c.hookFlags()&hookGetattribute != 0 }

// PlainGet reports whether reading attributes of instances follows object.__getattribute__; PlainSet the same for
// assignment. Inline caches ask.
func PlainGet(typ *py.Type) bool { return classOf(typ).hookFlags()&hookGetattribute == 0 }

// PlainSet reports whether assignment to attributes of instances follows object.__setattr__.
func PlainSet(typ *py.Type) bool { return classOf(typ).hookFlags()&hookSetattr == 0 }

// PayloadType is the built-in type whose values instances of the class carry, nil when there is none.
func (c *Class) PayloadType() *py.Type { return c.payload }

// Names are the names in the class's dictionary in order of definition.
func (c *Class) Names() []string { return c.order }

// Namespace is the class dictionary as an ordered Dict (a copy).
func Namespace(typ *py.Type) *Dict {
	d := NewDict()
	if c := classOf(typ); c != nil {
		for _, name := range c.order {
			if v, ok := typ.Dict[name]; ok {
				d.SetStr(name, v)
			}
		}
		return d
	}
	for _, name := range sortedNames(typ.Dict) {
		d.SetStr(name, typ.Dict[name])
	}
	return d
}

// SetClassAttr stores (v nil: removes) an entry of a class dictionary. Go code that changes a class in use calls it.
func SetClassAttr(typ *py.Type, name string, v py.Object) {
	if c := classOf(typ); c != nil {
		_, had := typ.Dict[name]
		switch {
		case v == nil:
			for i, n := range c.order {
				if n == name {
					c.order = append(append([]string(nil), c.order[:i]...), c.order[i+1:]...)
					break
				}
			}
		case !had:
			c.order = append(c.order, name)
		}
	}
	if v == nil {
		delete(typ.Dict, name)
	} else {
		typ.Dict[name] = v
	}
	TypeModified()
}

// typeExtra is what Go code attaches to the types it makes.
type typeExtra struct {
	construct *Native
	decl      any
	keywords  []string
}

var (
	typeExtras    sync.Map // *py.Type -> *typeExtra
	typeExtrasMu  sync.Mutex
	subclassLinks sync.Map // *py.Type -> *subclassList
)

// NewNativeType makes a class for Go values. The name may be dotted: "numpy.ndarray" is the class ndarray of module
// numpy. base nil means object.
func NewNativeType(name, doc string, base *py.Type) *py.Type {
	module := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, name = name[:i], name[i+1:]
	}
	typ := NewBuiltinType(name, doc, base)
	if module != "" {
		typ.Dict["__module__"] = py.String(module)
	}
	return typ
}

func extraOf(typ *py.Type) *typeExtra {
	typeExtrasMu.Lock()
	defer typeExtrasMu.Unlock()
	if x, ok := typeExtras.Load(typ); ok {
		return x.(*typeExtra)
	}
	x := &typeExtra{}
	typeExtras.Store(typ, x)
	return x
}

// SetConstructor gives a Go-made class the function that makes its instances; it does not receive the class. Classes of
// the language that derive from typ get an Instance around the value.
func SetConstructor(typ *py.Type, ctor *Native) {
	extraOf(typ).construct = ctor
	typ.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(args) == 0 {
			return nil, TypeErrorf("%s.__new__(): not enough arguments", typ.Name)
		}
		v, err := ctor.Fn(t, args[1:], kw)
		if err != nil {
			return nil, err
		}
		if cls, ok := args[0].(*py.Type); ok && isHeap(cls) {
			return &Instance{Class: cls, Dict: NewDict(), Value: v}, nil
		}
		return v, nil
	})
}

// SetDeclaration attaches the table a Go-made class was declared by; Declaration reads it back.
func SetDeclaration(typ *py.Type, decl any) { extraOf(typ).decl = decl }

// Declaration is what SetDeclaration attached, nil when there is none.
func Declaration(typ *py.Type) any {
	if x, ok := typeExtras.Load(typ); ok {
		return x.(*typeExtra).decl
	}
	return nil
}

// ConstructorOf is what SetConstructor attached, nil when there is none.
func ConstructorOf(typ *py.Type) *Native {
	if x, ok := typeExtras.Load(typ); ok {
		return x.(*typeExtra).construct
	}
	return nil
}

// SetMetaKeywords names the keywords of a class statement that a Go-made metaclass takes for itself: its __init__ sees
// them, __init_subclass__ does not.
func SetMetaKeywords(meta *py.Type, names ...string) { extraOf(meta).keywords = names }

// subclassKeywords are the keywords of a class statement that the metaclass leaves to __init_subclass__.
func subclassKeywords(meta *py.Type, kw Kwargs) Kwargs {
	x, ok := typeExtras.Load(meta)
	if !ok || len(kw) == 0 {
		return kw
	}
	var rest Kwargs
	for _, k := range kw {
		if !slices.Contains(x.(*typeExtra).keywords, k.Name) {
			rest = append(rest, k)
		}
	}
	return rest
}

// IsSubclass reports whether a is b or derives from it.
func IsSubclass(a, b *py.Type) bool {
	if a == b {
		return true
	}
	for _, c := range a.Mro {
		if c == py.Object(b) {
			return true
		}
	}
	return false
}

// InstanceChecker is implemented by Go values that may stand in the second place of isinstance and issubclass, such as
// unions.
type InstanceChecker interface {
	InstanceCheck(t *Thread, o py.Object) (bool, error)
	SubclassCheck(t *Thread, cls *py.Type) (bool, error)
}

// IsInstance is isinstance(o, cls).
func IsInstance(t *Thread, o, cls py.Object) (bool, error) {
	switch c := cls.(type) {
	case *py.Type:
		if IsSubclass(o.Type(), c) {
			return true, nil
		}
		if cls, err := claimedClass(t, o); cls != nil && IsSubclass(cls, c) || err != nil {
			return err == nil, err
		}
		if c.ObjectType != py.TypeType {
			if res, found, err := CallSpecial(t, c, "__instancecheck__", o); found || err != nil {
				if err != nil {
					return false, err
				}
				return Truth(t, res)
			}
		}
		return false, nil
	case py.Tuple:
		for _, x := range c {
			if ok, err := IsInstance(t, o, x); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case InstanceChecker:
		return c.InstanceCheck(t, o)
	}
	if res, found, err := CallSpecial(t, cls, "__instancecheck__", o); found || err != nil {
		if err != nil {
			return false, err
		}
		return Truth(t, res)
	}
	return false, TypeErrorf("isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// claimedClass is the class that an object of the language gives as its __class__ when that is not its own, else nil.
func claimedClass(t *Thread, o py.Object) (*py.Type, error) {
	if !isHeap(o.Type()) {
		return nil, nil
	}
	if _, owner := lookupOwner(o.Type(), "__class__"); owner == py.ObjectType && !classOf(o.Type()).hasGetattribute() {
		return nil, nil
	}
	v, err := GetAttrOrNil(t, o, "__class__")
	cls, _ := v.(*py.Type)
	return cls, err
}

// IsSubclassOf is issubclass(cls, of).
func IsSubclassOf(t *Thread, cls, of py.Object) (bool, error) {
	a, ok := cls.(*py.Type)
	if !ok {
		return false, TypeErrorf("issubclass() arg 1 must be a class")
	}
	switch c := of.(type) {
	case *py.Type:
		if IsSubclass(a, c) {
			return true, nil
		}
		if c.ObjectType != py.TypeType {
			if res, found, err := CallSpecial(t, c, "__subclasscheck__", a); found || err != nil {
				if err != nil {
					return false, err
				}
				return Truth(t, res)
			}
		}
		return false, nil
	case py.Tuple:
		for _, x := range c {
			if ok, err := IsSubclassOf(t, cls, x); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case InstanceChecker:
		return c.SubclassCheck(t, a)
	}
	return false, TypeErrorf("issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

// Cell is a variable shared between a function and the functions inside it. V is nil while it is unbound.
type Cell struct{ V py.Object }

// CellType is the class of cells.
var CellType = NewFinalType("cell", "A variable that inner functions share with the function around them.")

// Type makes a Cell a value of the language.
func (c *Cell) Type() *py.Type { return CellType }

// BuildClass carries out a class statement: body runs with the new class's namespace.
func BuildClass(t *Thread, name string, bases []py.Object, kw Kwargs, body func(ns *Dict) error) (py.Object, error) {
	types, replaced, odd, err := resolveBases(t, bases)
	if err != nil {
		return nil, err
	}
	if odd != nil {
		// CPython takes the class of such a base for the metaclass and calls it.
		ns := NewDict()
		if err := body(ns); err != nil {
			return nil, err
		}
		ns.DelStr("__classcell__")
		return Call(t, odd.Type(), []py.Object{py.String(name), copyTuple(bases), ns}, kw)
	}
	meta, kw, err := metaclassOf(types, kw)
	if err != nil {
		return nil, err
	}
	ns := NewDict()
	if err := body(ns); err != nil {
		return nil, err
	}
	if replaced {
		ns.SetStr("__orig_bases__", copyTuple(bases))
	}
	return NewClass(t, meta, name, types, ns, kw)
}

// resolveBases turns the bases of a class statement into classes, asking other objects for __mro_entries__. odd is the
// first base that is no class and has none.
func resolveBases(t *Thread, bases []py.Object) (types []*py.Type, replaced bool, odd py.Object, err error) {
	for _, b := range bases {
		if cls, ok := b.(*py.Type); ok {
			types = append(types, cls)
			continue
		}
		fn, err := GetAttrOrNil(t, b, "__mro_entries__")
		if err != nil {
			return nil, false, nil, err
		}
		if fn == nil {
			return nil, false, b, nil
		}
		res, err := Call(t, fn, []py.Object{copyTuple(bases)}, nil)
		if err != nil {
			return nil, false, nil, err
		}
		list, ok := res.(py.Tuple)
		if !ok {
			return nil, false, nil, TypeErrorf("__mro_entries__ must return a tuple")
		}
		replaced = true
		for _, x := range list {
			cls, ok := x.(*py.Type)
			if !ok {
				return nil, false, nil, TypeErrorf("bases must be types")
			}
			types = append(types, cls)
		}
	}
	return types, replaced, nil, nil
}

// metaclassOf picks the most derived class of the bases' classes and takes metaclass= out of the keywords. Metaclasses
// are Go-made; ones of the language are refused.
func metaclassOf(bases []*py.Type, kw Kwargs) (*py.Type, Kwargs, error) {
	meta := py.TypeType
	for i, k := range kw {
		if k.Name != "metaclass" {
			continue
		}
		m, ok := k.Value.(*py.Type)
		if !ok || isHeap(m) || !IsSubclass(m, py.TypeType) {
			return nil, nil, TypeErrorf("metaclasses other than type are not supported")
		}
		meta = m
		kw = append(append(Kwargs(nil), kw[:i]...), kw[i+1:]...)
		break
	}
	for _, b := range bases {
		m := b.ObjectType
		switch {
		case IsSubclass(meta, m):
		case IsSubclass(m, meta):
			meta = m
		default:
			return nil, nil, TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, kw, nil
}

// NewClass makes a class from its parts, as type(name, bases, namespace, **kw) does: it runs __set_name__,
// __init_subclass__ and the initialiser of a Go-made metaclass.
func NewClass(t *Thread, meta *py.Type, name string, bases []*py.Type, ns *Dict, kw Kwargs) (*py.Type, error) {
	if len(bases) == 0 {
		bases = []*py.Type{py.ObjectType}
	}
	c := &Class{}
	typ := &c.Type
	typ.ObjectType = meta
	typ.Name, typ.Qualname = name, name
	typ.Flags = py.TPFLAGS_HEAPTYPE | py.TPFLAGS_BASETYPE | py.TPFLAGS_READY
	for i, b := range bases {
		if b == py.TypeType || IsSubclass(b, py.TypeType) {
			return nil, TypeErrorf("metaclasses other than type are not supported: class '%s' derives from '%s'", name, b.Name)
		}
		if b.Flags&py.TPFLAGS_BASETYPE == 0 && !IsSubclass(b, py.BaseException) {
			return nil, TypeErrorf("type '%s' is not an acceptable base type", b.Name)
		}
		for _, other := range bases[:i] {
			if other == b {
				return nil, TypeErrorf("duplicate base class %s", b.Name)
			}
		}
		typ.Bases = append(typ.Bases, b)
		typ.Flags |= b.Flags & py.TPFLAGS_BASE_EXC_SUBCLASS
	}
	mro, err := linearize(typ, bases)
	if err != nil {
		return nil, err
	}
	typ.Mro = mro
	if err := c.settleLayout(bases); err != nil {
		return nil, err
	}
	cell, err := c.fillDict(t, ns)
	if err != nil {
		return nil, err
	}
	if cell != nil {
		cell.V = typ
	}
	for _, b := range bases {
		linkSubclass(b, c)
	}
	if err := c.setNames(t); err != nil {
		return nil, err
	}
	if _, err := (&Super{This: typ, Self: typ, SelfType: typ}).callMethod(t, "__init_subclass__", nil, subclassKeywords(meta, kw)); err != nil {
		return nil, err
	}
	if meta != py.TypeType {
		if init, owner := lookupOwner(meta, "__init__"); init != nil && owner != py.ObjectType && owner != py.TypeType {
			if _, err := Call(t, init, []py.Object{typ, py.String(name), typ.Bases, ns}, kw); err != nil {
				return nil, err
			}
		}
	}
	return typ, nil
}

// settleLayout finds the built-in type that instances carry a value of, and the class's Base.
func (c *Class) settleLayout(bases []*py.Type) error {
	exception := false
	for _, b := range bases {
		p := payloadOf(b)
		if IsSubclass(b, py.BaseException) {
			exception = true
			if c.Base == nil || !IsSubclass(c.Base, py.BaseException) {
				c.Base = b
			}
		}
		if p == nil {
			continue
		}
		switch {
		case c.payload == nil || IsSubclass(p, c.payload):
			c.payload, c.Base = p, b
		case IsSubclass(c.payload, p):
		default:
			return TypeErrorf("multiple bases have instance lay-out conflict")
		}
	}
	if exception && c.payload != nil {
		return TypeErrorf("multiple bases have instance lay-out conflict")
	}
	if c.Base == nil {
		c.Base = bases[0]
	}
	return nil
}

// payloadOf is the built-in type whose values instances of typ hold, nil when instances are plain.
func payloadOf(typ *py.Type) *py.Type {
	if c := classOf(typ); c != nil {
		return c.payload
	}
	if typ == py.ObjectType || typ.Flags&typePlain != 0 || IsSubclass(typ, py.BaseException) {
		return nil
	}
	return typ
}

// typePlain marks Go-made base classes whose instances in the language are ordinary Instances without a value
// (abc.ABC, enum.Enum and the like).
const typePlain uint = 1 << 40

// NewPlainType makes a Go-made class that adds methods only: classes of the language may derive from it freely.
func NewPlainType(name, doc string, base *py.Type) *py.Type {
	typ := NewNativeType(name, doc, base)
	typ.Flags |= typePlain
	return typ
}

// fillDict copies the namespace into the class, as type.__new__ does, and returns the __class__ cell if there is one.
func (c *Class) fillDict(t *Thread, ns *Dict) (*Cell, error) {
	typ := &c.Type
	typ.Dict = make(py.StringDict, ns.Len()+2)
	var cell *Cell
	for k, v := range ns.All() {
		s, ok := k.(py.String)
		if !ok {
			continue
		}
		key := string(s)
		switch key {
		case "__classcell__":
			if cc, ok := v.(*Cell); ok {
				cell = cc
				continue
			}
			return nil, TypeErrorf("__classcell__ must be a nonlocal cell, not %s", TypeRepr(v.Type()))
		case "__qualname__":
			q, ok := v.(py.String)
			if !ok {
				return nil, TypeErrorf("type __qualname__ must be a str, not %s", v.Type().Name)
			}
			typ.Qualname = string(q)
			continue
		case "__new__":
			if _, ok := v.(Binder); ok {
				v = &StaticMethod{Fn: v}
			}
		case "__init_subclass__", "__class_getitem__":
			if _, ok := v.(Binder); ok {
				v = &ClassMethod{Fn: v}
			}
		case "__doc__":
			if d, ok := v.(py.String); ok {
				typ.Doc = string(d)
			}
		}
		typ.Dict[key] = v
		c.order = append(c.order, key)
	}
	if _, ok := typ.Dict["__doc__"]; !ok {
		typ.Dict["__doc__"] = py.None
		c.order = append(c.order, "__doc__")
	}
	if _, ok := typ.Dict["__module__"]; !ok {
		module := py.Object(py.String("__main__"))
		if f := t.TopFrame(); f != nil {
			if v, ok := f.Globals().GetStr("__name__"); ok {
				module = v
			}
		}
		typ.Dict["__module__"] = module
		c.order = append(c.order, "__module__")
	}
	if _, ok := typ.Dict["__eq__"]; ok {
		if _, ok := typ.Dict["__hash__"]; !ok {
			typ.Dict["__hash__"] = py.None
			c.order = append(c.order, "__hash__")
		}
	}
	c.findAbstract()
	return cell, nil
}

// findAbstract collects the abstract names of classes that have a Go-made metaclass named ABCMeta.
func (c *Class) findAbstract() {
	if !hasABCMeta(c) {
		return
	}
	names := map[string]bool{}
	for i := len(c.Mro) - 1; i >= 0; i-- {
		for name, v := range c.Mro[i].(*py.Type).Dict {
			if isAbstract(v) {
				names[name] = true
			} else {
				delete(names, name)
			}
		}
	}
	c.abstract = sortedNames(names)
}

// hasABCMeta reports whether the class's metaclass checks for abstract methods.
func hasABCMeta(c *Class) bool {
	for _, m := range c.ObjectType.Mro {
		if m.(*py.Type).Name == "ABCMeta" {
			return true
		}
	}
	return false
}

// isAbstract reports whether a class attribute was marked by abc.abstractmethod.
func isAbstract(v py.Object) bool {
	switch d := v.(type) {
	case *Property:
		return d.Get != nil && isAbstract(d.Get) || d.Set != nil && isAbstract(d.Set)
	case *ClassMethod:
		return isAbstract(d.Fn)
	case *StaticMethod:
		return isAbstract(d.Fn)
	case DictHolder:
		if ns := d.InstanceDict(false); ns != nil {
			m, ok := ns.GetStr("__isabstractmethod__")
			return ok && m == py.Object(py.True)
		}
	}
	return false
}

// setNames calls __set_name__ of the values in the class dictionary.
func (c *Class) setNames(t *Thread) error {
	for _, name := range append([]string(nil), c.order...) {
		v := c.Dict[name]
		var err error
		switch d := v.(type) {
		case *Property:
			if d.name == "" {
				d.name = name
			}
			continue
		case *Native, *StaticMethod, *ClassMethod, Binder:
			continue
		case interface {
			SetName(t *Thread, owner *py.Type, name string) error
		}:
			err = d.SetName(t, &c.Type, name)
		case *Instance:
			_, _, err = CallSpecial(t, d, "__set_name__", &c.Type, py.String(name))
		}
		if err != nil {
			e := AsException(err)
			e.AddNote("Error calling __set_name__ on '" + v.Type().Name + "' instance '" + name + "' in '" + c.Name + "'")
			return e
		}
	}
	return nil
}

// linearize computes the C3 method resolution order.
func linearize(typ *py.Type, bases []*py.Type) (py.Tuple, error) {
	seqs := make([][]py.Object, 0, len(bases)+1)
	for _, b := range bases {
		seqs = append(seqs, b.Mro)
	}
	direct := make([]py.Object, len(bases))
	for i, b := range bases {
		direct[i] = b
	}
	seqs = append(seqs, direct)
	mro := py.Tuple{typ}
	for {
		var next py.Object
		done := true
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			done = false
			if !inTails(s[0], seqs) {
				next = s[0]
				break
			}
		}
		if done {
			return mro, nil
		}
		if next == nil {
			var names []string
			seen := map[py.Object]bool{}
			for _, s := range seqs {
				if len(s) > 0 && !seen[s[0]] {
					seen[s[0]] = true
					names = append(names, s[0].(*py.Type).Name)
				}
			}
			return nil, TypeErrorf("Cannot create a consistent method resolution\norder (MRO) for bases %s", strings.Join(names, ", "))
		}
		mro = append(mro, next)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == next {
				seqs[i] = s[1:]
			}
		}
	}
}

func inTails(c py.Object, seqs [][]py.Object) bool {
	for _, s := range seqs {
		if len(s) < 2 {
			continue
		}
		for _, x := range s[1:] {
			if x == c {
				return true
			}
		}
	}
	return false
}

// subclassList holds the direct subclasses of a class without keeping them alive.
type subclassList struct {
	mu   sync.Mutex
	list []weak.Pointer[Class]
}

func linkSubclass(base *py.Type, c *Class) {
	l, _ := subclassLinks.LoadOrStore(base, &subclassList{})
	s := l.(*subclassList)
	s.mu.Lock()
	defer s.mu.Unlock()
	live := s.list[:0]
	for _, w := range s.list {
		if w.Value() != nil {
			live = append(live, w)
		}
	}
	s.list = append(live, weak.Make(c))
}

// Subclasses are the direct subclasses of a class made by the language.
func Subclasses(base *py.Type) []py.Object {
	l, ok := subclassLinks.Load(base)
	if !ok {
		return nil
	}
	s := l.(*subclassList)
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []py.Object
	for _, w := range s.list {
		if c := w.Value(); c != nil {
			out = append(out, &c.Type)
		}
	}
	return out
}

// NewInstance makes an instance of a user class without calling __new__ or __init__.
func NewInstance(cls *py.Type) *Instance {
	x := &struct {
		Instance
		d Dict
	}{}
	x.Class = cls
	x.Dict = &x.d
	return &x.Instance
}

// CallType is a call of a class: type(x), or __new__ followed by __init__.
func CallType(t *Thread, cls *py.Type, args []py.Object, kw Kwargs) (py.Object, error) {
	if cls.ObjectType != py.TypeType {
		if fn, owner := lookupOwner(cls.ObjectType, "__call__"); fn != nil && owner != py.TypeType {
			return Call(t, fn, append([]py.Object{cls}, args...), kw)
		}
	}
	if cls == py.TypeType && len(args) == 1 && len(kw) == 0 {
		return args[0].Type(), nil
	}
	return Construct(t, cls, args, kw)
}

// Construct is type.__call__: __new__, then __init__ if the result is an instance of cls.
func Construct(t *Thread, cls *py.Type, args []py.Object, kw Kwargs) (py.Object, error) {
	if cls.Flags&(py.TPFLAGS_BASE_EXC_SUBCLASS|py.TPFLAGS_HEAPTYPE) == py.TPFLAGS_BASE_EXC_SUBCLASS {
		// Builtin exceptions need no search for __new__ and __init__.
		e, err := newException(cls, args, kw)
		if err == nil {
			err = e.initFields(args, kw)
		}
		if err != nil {
			return nil, err
		}
		return e, nil
	}
	if !isHeap(cls) {
		if ctor := Constructor(cls); ctor != nil {
			return ctor(t, args, kw)
		}
		if x, ok := typeExtras.Load(cls); ok {
			if ctor := x.(*typeExtra).construct; ctor != nil {
				return ctor.Fn(t, args, kw)
			}
		}
	}
	fn, owner := lookupOwner(cls, "__new__")
	var obj py.Object
	var err error
	if owner == py.ObjectType {
		if obj, err = objectNew(t, cls, len(args)+len(kw) > 0, args, kw); err != nil {
			return nil, err
		}
	} else {
		var buf [6]py.Object
		all := append(append(buf[:0], cls), args...)
		if s, ok := fn.(*StaticMethod); ok {
			fn = s.Fn
		} else if _, ok := fn.(*Native); !ok {
			if fn, err = bindAttr(t, fn, nil, cls, owner); err != nil {
				return nil, err
			}
		}
		if obj, err = Call(t, fn, all, kw); err != nil {
			return nil, err
		}
		if !IsSubclass(obj.Type(), cls) {
			return obj, nil
		}
	}
	init, initOwner := lookupOwner(obj.Type(), "__init__")
	if initOwner == py.ObjectType {
		return obj, nil
	}
	res, err := callInit(t, init, initOwner, obj, args, kw)
	if err != nil {
		return nil, err
	}
	if res != py.Object(py.None) {
		return nil, TypeErrorf("__init__() should return None, not '%s'", res.Type().Name)
	}
	return obj, nil
}

func callInit(t *Thread, init py.Object, owner *py.Type, obj py.Object, args []py.Object, kw Kwargs) (py.Object, error) {
	if bindsPlainly(init, owner) {
		var buf [6]py.Object
		return Call(t, init, append(append(buf[:0], obj), args...), kw)
	}
	bound, err := bindAttr(t, init, obj, obj.Type(), owner)
	if err != nil {
		return nil, err
	}
	return Call(t, bound, args, kw)
}

// objectNew is object.__new__.
func objectNew(t *Thread, cls *py.Type, excess bool, args []py.Object, kw Kwargs) (py.Object, error) {
	if excess {
		if _, owner := lookupOwner(cls, "__new__"); owner != py.ObjectType {
			return nil, TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if _, owner := lookupOwner(cls, "__init__"); owner == py.ObjectType {
			return nil, TypeErrorf("%s() takes no arguments", cls.Name)
		}
	}
	c := classOf(cls)
	if c == nil {
		if cls == py.ObjectType || cls.Flags&typePlain != 0 {
			return &Instance{Class: cls}, nil
		}
		if cls.New != nil {
			return gpythonResult(cls.New(cls, copyTuple(args), kw.stringDict()))
		}
		return nil, TypeErrorf("cannot create '%s' instances", cls.Name)
	}
	if len(c.abstract) > 0 {
		s, what := "", "implementation for abstract method"
		if len(c.abstract) > 1 {
			s = "s"
		}
		quoted := make([]string, len(c.abstract))
		for i, n := range c.abstract {
			quoted[i] = "'" + n + "'"
		}
		return nil, TypeErrorf("Can't instantiate abstract class %s without an %s%s %s", cls.Name, what, s, strings.Join(quoted, ", "))
	}
	if c.payload != nil {
		return nil, TypeErrorf("object.__new__(%s) is not safe, use %s.__new__()", cls.Name, c.payload.Name)
	}
	return NewInstance(cls), nil
}

// TypeRepr is the representation of a class: "<class '__main__.C'>".
func TypeRepr(cls *py.Type) string {
	return "<class '" + TypeFullName(cls) + "'>"
}

// TypeFullName is the qualified name with the module in front, except for builtins.
func TypeFullName(cls *py.Type) string {
	name := qualnameOf(cls)
	if m, ok := cls.Dict["__module__"].(py.String); ok && m != "builtins" {
		return string(m) + "." + name
	}
	return name
}

func qualnameOf(cls *py.Type) string {
	if cls.Qualname != "" {
		return cls.Qualname
	}
	return cls.Name
}

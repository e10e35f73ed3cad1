package vm

import (
	"math"
	"strings"
	"unsafe"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// Numbers are boxed sixteen at a time, which costs far less than one allocation each. A box that is kept keeps its
// fifteen neighbours, 128 bytes in all.
const boxes = 16

// words is the layout of an interface value.
type words struct{ tab, data unsafe.Pointer }

var (
	intTab   = tabOf(py.Int(0))
	floatTab = tabOf(py.Float(0))
)

func tabOf(o py.Object) unsafe.Pointer { return (*words)(unsafe.Pointer(&o)).tab }

// boxInt makes an object of an int.
func (m *machine) boxInt(z py.Int) py.Object {
	if uint64(z+256) < 1280 {
		return runtime.IntObj(int64(z))
	}
	if len(m.ints) == 0 {
		m.ints = make([]py.Int, boxes)
	}
	p := &m.ints[0]
	m.ints = m.ints[1:]
	*p = z
	var o py.Object
	*(*words)(unsafe.Pointer(&o)) = words{intTab, unsafe.Pointer(p)}
	return o
}

// boxFloat makes an object of a float.
func (m *machine) boxFloat(z py.Float) py.Object {
	if len(m.floats) == 0 {
		m.floats = make([]py.Float, boxes)
	}
	p := &m.floats[0]
	m.floats = m.floats[1:]
	*p = z
	var o py.Object
	*(*words)(unsafe.Pointer(&o)) = words{floatTab, unsafe.Pointer(p)}
	return o
}

// arith is a binary operator in general.
func (m *machine) arith(op runtime.BinOp, inPlace uint16, a, b py.Object) (py.Object, error) {
	if inPlace != 0 {
		return runtime.InPlace(m.t, op, a, b)
	}
	return runtime.Binary(m.t, op, a, b)
}

// quickArith does division and the like for plain numbers; nil sends the caller to arith.
func (m *machine) quickArith(op runtime.BinOp, a, b py.Object) py.Object {
	switch x := a.(type) {
	case py.Int:
		y, ok := b.(py.Int)
		if !ok {
			return nil
		}
		switch op {
		case runtime.OpFloorDiv:
			if y > 0 || y < -1 {
				q := x / y
				if r := x - q*y; r != 0 && (r < 0) != (y < 0) {
					q--
				}
				return m.boxInt(q)
			}
		case runtime.OpMod:
			if y > 0 || y < -1 {
				r := x % y
				if r != 0 && (r < 0) != (y < 0) {
					r += y
				}
				return m.boxInt(r)
			}
		case runtime.OpDiv:
			const exact = 1 << 53
			if y != 0 && x < exact && x > -exact && y < exact && y > -exact {
				return m.boxFloat(py.Float(x) / py.Float(y))
			}
		case runtime.OpBitAnd:
			return m.boxInt(x & y)
		case runtime.OpBitOr:
			return m.boxInt(x | y)
		case runtime.OpBitXor:
			return m.boxInt(x ^ y)
		case runtime.OpRShift:
			if y >= 0 {
				return m.boxInt(x >> min(uint64(y), 63))
			}
		case runtime.OpLShift:
			if y >= 0 && y < 32 && x == py.Int(int32(x)) {
				return m.boxInt(x << uint64(y))
			}
		case runtime.OpPow:
			if y == 2 && x == py.Int(int32(x)) {
				return m.boxInt(x * x)
			}
		}
	case py.Float:
		y, ok := b.(py.Float)
		if !ok {
			return nil
		}
		switch op {
		case runtime.OpDiv:
			if y != 0 {
				return m.boxFloat(x / y)
			}
		case runtime.OpPow:
			if y == 2 && !math.IsInf(float64(x*x), 0) {
				return m.boxFloat(x * x)
			}
		}
	}
	return nil
}

// quickCompare compares plain numbers and short strings; ok is false when it cannot tell.
func quickCompare(op syntax.CompareOp, a, b py.Object) (r, ok bool) {
	switch x := a.(type) {
	case py.Int:
		y, ok := b.(py.Int)
		if !ok {
			return false, false
		}
		switch op {
		case syntax.Eq:
			return x == y, true
		case syntax.NotEq:
			return x != y, true
		case syntax.Lt:
			return x < y, true
		case syntax.LtE:
			return x <= y, true
		case syntax.Gt:
			return x > y, true
		case syntax.GtE:
			return x >= y, true
		}
	case py.Float:
		y, ok := b.(py.Float)
		if !ok {
			return false, false
		}
		switch op {
		case syntax.Eq:
			return x == y, true
		case syntax.NotEq:
			return x != y, true
		case syntax.Lt:
			return x < y, true
		case syntax.LtE:
			return x <= y, true
		case syntax.Gt:
			return x > y, true
		case syntax.GtE:
			return x >= y, true
		}
	case py.String:
		y, ok := b.(py.String)
		if !ok {
			return false, false
		}
		switch op {
		case syntax.Eq:
			return x == y, true
		case syntax.NotEq:
			return x != y, true
		}
	}
	return false, false
}

// truth is the truth of a value, quickly for the frequent kinds.
func (m *machine) truth(o py.Object) (bool, error) {
	switch x := o.(type) {
	case py.Bool:
		return bool(x), nil
	case py.Int:
		return x != 0, nil
	case py.NoneType:
		return false, nil
	case py.String:
		return x != "", nil
	case *py.List:
		return len(x.Items) > 0, nil
	}
	return runtime.Truth(m.t, o)
}

// unbound is the error of reading a variable register that holds nothing.
func (f *frame) unbound(slot int) error {
	s := f.code.Slots[slot]
	return runtime.Errorf(py.UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", s.Name)
}

// unboundFree is the same for a free variable.
func (f *frame) unboundFree(i int) error {
	name := f.code.Freevars[i]
	e := runtime.NameErrorf("cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	return e.SetField("name", py.String(name))
}

// nameError is the error of a name found nowhere; it remembers the names that were in reach.
func (f *frame) nameError(name string) error {
	scope := &runtime.NameScope{Globals: f.globals, Builtins: f.builtins}
	for i, s := range f.code.Slots {
		if !s.Hidden && f.regs[i] != nil {
			scope.Locals = append(scope.Locals, s.Name)
		}
	}
	scope.Locals = append(scope.Locals, f.code.Freevars...)
	if f.locals != nil && f.locals != f.globals {
		for k := range f.locals.All() {
			if s, ok := k.(py.String); ok {
				scope.Locals = append(scope.Locals, string(s))
			}
		}
	}
	if f.fn != nil && f.code.Argcount > 0 && f.code.Slots[0].Name == "self" {
		scope.Self = f.regs[0]
		if c, ok := scope.Self.(*runtime.Cell); ok {
			scope.Self = c.V
		}
	}
	return runtime.NameErrorf("name '%s' is not defined", name).SetField("name", py.String(name)).SetScope(scope)
}

// loadName is LoadName.
func (m *machine) loadName(f *frame, name string) (py.Object, error) {
	if f.locals != nil {
		if v, ok := f.locals.GetStr(name); ok {
			return v, nil
		}
	}
	if v, ok := f.globals.GetStr(name); ok {
		return v, nil
	}
	if v, ok := f.builtins.GetStr(name); ok {
		return v, nil
	}
	return nil, f.nameError(name)
}

// deleteVar is the del statement for variables outside registers.
func (m *machine) deleteVar(f *frame, in *compile.Instr) error {
	switch in.Op {
	case compile.DeleteCell:
		c := f.regs[in.A].(*runtime.Cell)
		if c.V == nil {
			return f.unbound(int(in.A))
		}
		c.V = nil
	case compile.DeleteFree:
		c := f.closure[in.A]
		if c.V == nil {
			return f.unboundFree(int(in.A))
		}
		c.V = nil
	case compile.DeleteGlobal:
		if name := f.code.Names[in.A]; !f.globals.DelStr(name) {
			return f.nameError(name)
		}
	case compile.DeleteName:
		if name := f.code.Names[in.A]; !f.locals.DelStr(name) {
			return f.nameError(name)
		}
	}
	return nil
}

// joinStrings puts the parts of an f-string together.
func joinStrings(parts []py.Object) py.Object {
	n := 0
	for _, p := range parts {
		n += len(p.(py.String))
	}
	var b strings.Builder
	b.Grow(n)
	for _, p := range parts {
		b.WriteString(string(p.(py.String)))
	}
	return py.String(b.String())
}

// format is one field of an f-string.
func (m *machine) format(v py.Object, conv byte, spec py.Object) (py.Object, error) {
	t := m.t
	var s string
	var err error
	switch conv {
	case 'r':
		s, err = runtime.Repr(t, v)
	case 's':
		s, err = runtime.Str(t, v)
	case 'a':
		s, err = runtime.ASCII(t, v)
	default:
		if x, ok := v.(py.String); ok && spec == nil {
			return x, nil
		}
		sp, _ := spec.(py.String)
		s, err = runtime.Format(t, v, string(sp))
		return py.String(s), err
	}
	if err != nil {
		return nil, err
	}
	if sp, ok := spec.(py.String); ok && sp != "" {
		s, err = runtime.Format(t, py.String(s), string(sp))
	}
	return py.String(s), err
}

// unpack is Unpack.
func (m *machine) unpack(regs []py.Object, first int32, src py.Object, n int) error {
	switch x := src.(type) {
	case py.Tuple:
		if len(x) == n {
			copy(regs[first:], x)
			return nil
		}
	case *py.List:
		if len(x.Items) == n {
			copy(regs[first:], x.Items)
			return nil
		}
	}
	items, err := runtime.Unpack(m.t, src, n, -1)
	copy(regs[first:], items)
	return err
}

// spread is the items of a starred element in a display.
func (m *machine) spread(o py.Object) ([]py.Object, error) {
	switch x := o.(type) {
	case py.Tuple:
		return x, nil
	case *py.List:
		return x.Items, nil
	}
	items, err := runtime.Collect(m.t, o)
	if err != nil && runtime.IsException(err, py.TypeError) && !isIterable(m.t, o) {
		return nil, runtime.TypeErrorf("Value after * must be an iterable, not %s", o.Type().Name)
	}
	return items, err
}

// setUpdate adds the items of a starred element to a set.
func (m *machine) setUpdate(s *runtime.Set, o py.Object) error {
	items, err := runtime.Collect(m.t, o)
	if err != nil {
		return err
	}
	for _, v := range items {
		if err := s.Add(m.t, v); err != nil {
			return err
		}
	}
	return nil
}

// mapping gives the pairs of a mapping: a dict as it is, others through keys() and their items. A nil dict means that o
// is no mapping.
func (m *machine) mapping(o py.Object) (*runtime.Dict, error) {
	t := m.t
	if d, ok := runtime.Payload(o).(*runtime.Dict); ok {
		return d, nil
	}
	keys, err := runtime.GetAttrOrNil(t, o, "keys")
	if err != nil || keys == nil {
		return nil, err
	}
	list, err := runtime.Call(t, keys, nil, nil)
	if err != nil {
		return nil, err
	}
	names, err := runtime.Collect(t, list)
	if err != nil {
		return nil, err
	}
	d := runtime.NewDict()
	for _, k := range names {
		v, err := runtime.GetItem(t, o, k)
		if err != nil {
			return nil, err
		}
		if err := d.Set(t, k, v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// dictUpdate is "**o" in a dict display.
func (m *machine) dictUpdate(d *runtime.Dict, o py.Object) error {
	src, err := m.mapping(o)
	if err != nil {
		return err
	}
	if src == nil {
		return runtime.TypeErrorf("'%s' object is not a mapping", o.Type().Name)
	}
	return d.Update(m.t, src)
}

// dictMerge is "**o" in a call of fn.
func (m *machine) dictMerge(d *runtime.Dict, o, fn py.Object) error {
	t := m.t
	src, err := m.mapping(o)
	if err != nil {
		return err
	}
	if src == nil {
		return runtime.TypeErrorf("%s argument after ** must be a mapping, not %s", calleeName(t, fn), o.Type().Name)
	}
	for k, v := range src.All() {
		s, ok := runtime.Payload(k).(py.String)
		if !ok {
			return runtime.TypeErrorf("keywords must be strings")
		}
		if _, dup := d.GetStr(string(s)); dup {
			return runtime.TypeErrorf("%s got multiple values for keyword argument '%s'", calleeName(t, fn), string(s))
		}
		d.SetStr(string(s), v)
	}
	return nil
}

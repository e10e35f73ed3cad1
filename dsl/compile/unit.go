package compile

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// unit is one code object under construction.
type unit struct {
	t     *symtable
	scope *scope // of the code object
	here  *scope // the scope whose names are meant now: scope or a comprehension inside it
	code  *Code
	outer *unit

	names  map[string]int32
	consts map[string]int32
	// stack holds pending operands. Position p belongs to register NSlots+p.
	stack    []operand
	maxStack int
	// last is the instruction that put the top of the stack into its register and could put it elsewhere; -1: none.
	last int
	// bound are the variables known to be bound here; dead: this place cannot be reached.
	bound []bool
	dead  bool
	// handled is how many exceptions of this frame are being handled here.
	handled int32
	blocks  []*block
	at      syntax.Span
}

// operand is a pending value: a temporary in its own register, a variable, or a constant.
type operand struct {
	kind  operandKind
	index int32
}

type operandKind uint8

const (
	inTemp operandKind = iota
	inSlot
	isConst
)

// label is a place in the code; jumps to it are patched when it is bound.
type label struct {
	pc    int
	refs  []int
	bound []bool // what is bound on all jumps here so far
	live  bool
}

func newLabel() *label { return &label{pc: -1} }

func newUnit(t *symtable, s *scope, outer *unit) *unit {
	u := &unit{t: t, scope: s, here: s, outer: outer, names: map[string]int32{}, consts: map[string]int32{}, last: -1}
	u.code = &Code{Qualname: s.qualname, Slots: s.slots, NSlots: len(s.slots), ClassCell: -1, ClassFree: -1}
	u.code.Name = s.name
	u.code.Filename = t.file.Name
	u.bound = make([]bool, len(s.slots))
	for i := 0; i < s.params; i++ {
		u.bound[i] = true
	}
	return u
}

// finish completes the code object.
func (u *unit) finish() *Code {
	c := u.code
	c.NRegs = c.NSlots + u.maxStack
	c.Stacksize = int32(u.maxStack)
	c.Nlocals = int32(c.NSlots)
	for _, s := range c.Slots {
		if !s.Hidden {
			c.Varnames = append(c.Varnames, s.Name)
		}
		if s.Cell {
			c.Cellvars = append(c.Cellvars, s.Name)
		}
	}
	for i, f := range u.scope.frees {
		c.Freevars = append(c.Freevars, f.name)
		if f.name == "__class__" && f.owner.kind == classScope {
			c.ClassFree = i
		}
		capture := Capture{}
		if f.owner.unitScope() == u.outer.scope {
			if f.owner.kind == classScope {
				capture.Index = int32(f.owner.classCell)
			} else {
				capture.Index = int32(f.owner.symbols[f.name].index)
			}
		} else {
			capture.Free, capture.Index = true, int32(u.outer.scope.freeIndex[f])
		}
		c.Captures = append(c.Captures, capture)
	}
	for _, i := range u.scope.cells {
		if int(i) < u.scope.params {
			c.Cells = append(c.Cells, i)
		} else {
			c.Empty = append(c.Empty, i)
		}
	}
	return c
}

// Emission.

// emit appends an instruction and returns its place.
func (u *unit) emit(op Op, f int, a, b, c int32) int {
	u.last = -1
	u.code.Instrs = append(u.code.Instrs, Instr{Op: op, F: uint16(f), A: a, B: b, C: c})
	u.code.Spans = append(u.code.Spans, u.at)
	return len(u.code.Instrs) - 1
}

func (u *unit) pc() int { return len(u.code.Instrs) }

// setAt makes n the source of the instructions that follow and returns the former one.
func (u *unit) setAt(n syntax.Node) syntax.Span {
	old := u.at
	u.at = n.Range()
	return old
}

// result appends an instruction whose result goes to a new temporary on the stack.
func (u *unit) result(op Op, f int, b, c int32) int32 {
	a := u.pushTemp()
	u.last = u.emit(op, f, a, b, c)
	return a
}

// anchor marks the operator inside the source of the last instruction.
func (u *unit) anchor(sp syntax.Span) {
	if sp.Start.Line == 0 {
		return
	}
	if u.code.Anchors == nil {
		u.code.Anchors = map[int]syntax.Span{}
	}
	u.code.Anchors[u.pc()-1] = sp
}

// Registers and pending operands.

func (u *unit) reg(pos int) int32 { return int32(u.code.NSlots + pos) }

func (u *unit) depth() int { return len(u.stack) }

func (u *unit) push(o operand) {
	u.stack = append(u.stack, o)
	if len(u.stack) > u.maxStack {
		u.maxStack = len(u.stack)
	}
}

// pushTemp pushes a temporary and returns its register.
func (u *unit) pushTemp() int32 {
	u.push(operand{kind: inTemp})
	return u.reg(len(u.stack) - 1)
}

// pushTemps pushes n temporaries and returns the first register.
func (u *unit) pushTemps(n int) int32 {
	first := u.reg(len(u.stack))
	for range n {
		u.pushTemp()
	}
	return first
}

func (u *unit) pushSlot(i int) { u.push(operand{inSlot, int32(i)}) }

func (u *unit) pushConst(v py.Object) { u.push(operand{isConst, u.constant(v)}) }

// rk is the operand at a position as an instruction names it.
func (u *unit) rk(pos int) int32 {
	switch o := u.stack[pos]; o.kind {
	case inSlot:
		return o.index
	case isConst:
		return -o.index - 1
	}
	return u.reg(pos)
}

// pop takes the top operand off.
func (u *unit) pop() int32 {
	r := u.rk(len(u.stack) - 1)
	u.stack = u.stack[:len(u.stack)-1]
	return r
}

func (u *unit) popN(n int) { u.stack = u.stack[:len(u.stack)-n] }

func (u *unit) cut(depth int) { u.stack = u.stack[:depth] }

// settle puts the operand at a position into its own register.
func (u *unit) settle(pos int) {
	if u.stack[pos].kind != inTemp {
		u.emit(Move, 0, u.reg(pos), u.rk(pos), 0)
		u.stack[pos] = operand{kind: inTemp}
	}
}

// settleFrom settles all operands from a position up. Every branch does it with all of them.
func (u *unit) settleFrom(pos int) {
	for ; pos < len(u.stack); pos++ {
		u.settle(pos)
	}
}

func (u *unit) settleAll() { u.settleFrom(0) }

// settleTop settles the top and returns its register.
func (u *unit) settleTop() int32 {
	u.settle(len(u.stack) - 1)
	return u.reg(len(u.stack) - 1)
}

// storeSlot stores the top operand into a variable and pops it.
func (u *unit) storeSlot(slot int) {
	last := u.last
	pending := u.isPending(slot, len(u.stack)-1)
	top := u.stack[len(u.stack)-1]
	if top.kind == inTemp && last >= 0 && !pending && u.code.Instrs[last].A == u.reg(len(u.stack)-1) {
		u.code.Instrs[last].A = int32(slot)
		u.stack = u.stack[:len(u.stack)-1]
		u.last = -1
	} else {
		u.settlePending(slot, len(u.stack)-1)
		r := u.pop()
		if r != int32(slot) {
			u.emit(Move, 0, int32(slot), r, 0)
		}
	}
	u.bound[slot] = true
}

// copyToSlot stores the operand at a position into a variable without popping it.
func (u *unit) copyToSlot(pos, slot int) {
	u.settlePending(slot, pos)
	u.emit(Move, 0, int32(slot), u.rk(pos), 0)
	u.bound[slot] = true
}

// isPending reports whether a pending operand other than the one at except is the variable.
func (u *unit) isPending(slot, except int) bool {
	for p, o := range u.stack {
		if p != except && o.kind == inSlot && o.index == int32(slot) {
			return true
		}
	}
	return false
}

// settlePending saves pending uses of a variable that is about to change.
func (u *unit) settlePending(slot, except int) {
	for p, o := range u.stack {
		if p != except && o.kind == inSlot && o.index == int32(slot) {
			u.settle(p)
		}
	}
}

// Labels and what is bound.

// jump emits a jump whose target is the label.
func (u *unit) jump(op Op, f int, a, b int32, l *label) {
	pc := u.emit(op, f, a, b, int32(l.pc))
	if l.pc < 0 {
		l.refs = append(l.refs, pc)
		u.flow(l)
	}
	if op == Jump {
		u.dead = true
	}
}

// flow merges what is bound here into a label.
func (u *unit) flow(l *label) {
	if u.dead {
		return
	}
	if !l.live {
		l.live = true
		l.bound = append([]bool(nil), u.bound...)
		return
	}
	for i, b := range u.bound {
		l.bound[i] = l.bound[i] && b
	}
}

// bind makes the label stand for the next instruction, reached from above as well unless this place is dead.
func (u *unit) bind(l *label) {
	l.pc = u.pc()
	for _, r := range l.refs {
		u.code.Instrs[r].C = int32(l.pc)
	}
	l.refs = nil
	u.last = -1
	switch {
	case u.dead && l.live:
		u.bound, u.dead = append([]bool(nil), l.bound...), false
	case l.live:
		for i, b := range l.bound {
			u.bound[i] = u.bound[i] && b
		}
	}
}

// snapshot and restore serve places that are reached from unknown points, such as handlers.
func (u *unit) snapshot() []bool { return slices.Clone(u.bound) }

func (u *unit) restore(b []bool) {
	u.bound = slices.Clone(b)
	u.dead = false
	u.last = -1
}

// Names and constants.

func (u *unit) name(s string) int32 {
	if i, ok := u.names[s]; ok {
		return i
	}
	i := int32(len(u.code.Names))
	u.code.Names = append(u.code.Names, s)
	u.names[s] = i
	return i
}

// constKey tells constants apart by type and value: equal keys mean the same constant.
func constKey(v py.Object) (string, bool) {
	switch x := v.(type) {
	case py.Int:
		return "i" + strconv.FormatInt(int64(x), 10), true
	case py.Bool:
		if x {
			return "True", true
		}
		return "False", true
	case py.NoneType:
		return "None", true
	case py.EllipsisType:
		return "...", true
	case py.String:
		return "s" + strconv.Itoa(len(x)) + ":" + string(x), true
	case py.Bytes:
		return "b" + strconv.Itoa(len(x)) + ":" + string(x), true
	case py.Float:
		return "f" + strconv.FormatUint(math.Float64bits(float64(x)), 16), true
	case py.Complex:
		return "c" + strconv.FormatUint(math.Float64bits(real(x)), 16) + "," + strconv.FormatUint(math.Float64bits(imag(x)), 16), true
	case *py.BigInt:
		return "i" + (*big.Int)(x).String(), true
	case py.Tuple:
		var b strings.Builder
		b.WriteByte('(')
		for _, e := range x {
			k, ok := constKey(e)
			if !ok {
				return "", false
			}
			b.WriteString(k)
			b.WriteByte(' ')
		}
		b.WriteByte(')')
		return b.String(), true
	}
	return "", false
}

func (u *unit) constant(v py.Object) int32 {
	key, ok := constKey(v)
	if ok {
		if i, ok := u.consts[key]; ok {
			return i
		}
	}
	i := int32(len(u.code.Consts))
	u.code.Consts = append(u.code.Consts, v)
	if ok {
		u.consts[key] = i
	}
	return i
}

// Variables.

// lookup is the symbol of a name (unmangled) as seen from the present scope.
func (u *unit) lookup(name string) *symbol {
	y := u.here.symbols[mangle(u.here.class, name)]
	if y == nil {
		// Names that the compiler itself introduces, such as __module__ in a class body.
		y = &symbol{name: name, place: inNames}
		if u.scope.kind == moduleScope && !u.t.opts.Names || u.scope.kind == funcScope {
			y.place = inGlobal
		}
	}
	return y
}

// load pushes a variable.
func (u *unit) load(name string) {
	y := u.lookup(name)
	switch y.place {
	case inFast:
		if u.bound[y.index] && !y.deleted {
			u.pushSlot(y.index)
			return
		}
		u.result(LoadCheck, 0, int32(y.index), 0)
	case inCell:
		u.result(LoadCell, 0, int32(y.index), 0)
	case inFree:
		u.result(LoadFree, 0, int32(y.index), 0)
	case inGlobal:
		u.result(LoadGlobal, 0, u.name(y.name), 0)
	case inNames:
		u.result(LoadName, 0, u.name(y.name), 0)
	case inNamesFree:
		u.result(LoadNameFree, 0, u.name(y.name), int32(y.index))
	default:
		panic("compile: unresolved name " + name)
	}
}

// store pops the top into a variable.
func (u *unit) store(name string) {
	y := u.lookup(name)
	if y.place == inFast {
		u.storeSlot(y.index)
		return
	}
	u.copyTo(y, u.pop())
}

// storeAt copies the operand at a position into a variable, leaving it on the stack.
func (u *unit) storeAt(pos int, name string) {
	y := u.lookup(name)
	if y.place == inFast {
		u.copyToSlot(pos, y.index)
		return
	}
	u.copyTo(y, u.rk(pos))
}

func (u *unit) copyTo(y *symbol, r int32) {
	switch y.place {
	case inCell:
		u.emit(StoreCell, 0, int32(y.index), r, 0)
	case inFree, inNamesFree:
		u.emit(StoreFree, 0, int32(y.index), r, 0)
	case inGlobal:
		u.emit(StoreGlobal, 0, u.name(y.name), r, 0)
	case inNames:
		u.emit(StoreName, 0, u.name(y.name), r, 0)
	default:
		panic("compile: unresolved name " + y.name)
	}
}

// del unbinds a variable.
func (u *unit) del(name string) {
	y := u.lookup(name)
	switch y.place {
	case inFast:
		u.settlePending(y.index, -1)
		u.emit(DeleteFast, 0, int32(y.index), 0, 0)
		u.bound[y.index] = false
	case inCell:
		u.emit(DeleteCell, 0, int32(y.index), 0, 0)
	case inFree, inNamesFree:
		u.emit(DeleteFree, 0, int32(y.index), 0, 0)
	case inGlobal:
		u.emit(DeleteGlobal, 0, u.name(y.name), 0, 0)
	case inNames:
		u.emit(DeleteName, 0, u.name(y.name), 0, 0)
	}
}

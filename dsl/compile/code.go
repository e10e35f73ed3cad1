package compile

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// Code is a code object. The embedded py.Code carries what programs can see (names, counts, constants); its Code string
// stays empty because instructions are wide and decoded once.
type Code struct {
	py.Code
	Qualname string
	Instrs   []Instr
	// Spans gives the source of each instruction; Anchors the operator inside, for carets under binary operators and
	// subscripts.
	Spans   []syntax.Span
	Anchors map[int]syntax.Span
	// Handlers are the protected ranges, inner ones first.
	Handlers []Handler
	// NRegs is the number of registers, the first NSlots of which are variables.
	NRegs, NSlots int
	// Slots are the variables by register; names of comprehension variables are Hidden from locals().
	Slots []Slot
	// PosOnly counts positional-only parameters (they are part of Argcount).
	PosOnly int
	// Cells are the parameter registers that become cells when the function starts, Empty the other cell registers.
	Cells, Empty []int32
	// Captures tell where MakeFunction finds each free variable in the enclosing code.
	Captures []Capture
	// ClassCell is the register of the __class__ cell in a class body, -1 elsewhere; ClassFree the index of __class__
	// among the free variables of a function, -1 when it is not used.
	ClassCell, ClassFree int
	Generator            bool
	// Kind tells what the code belongs to.
	Kind Kind
	// HasValue is set on a cell whose value is that of its last expression.
	HasValue bool
	// Doc is the docstring, nil when there is none.
	Doc py.Object
	// Data belongs to dsl/vm, which keeps its caches there.
	Data any
}

// Kind is the kind of a code object.
type Kind uint8

// The kinds. ModuleCode keeps its names in the globals, NamesCode and ClassCode in a namespace of their own.
const (
	ModuleCode Kind = iota
	NamesCode
	ClassCode
	FunctionCode
)

// Slot is a variable of a code object.
type Slot struct {
	Name         string
	Cell, Hidden bool
}

// Capture is the source of a free variable: the enclosing code's own free variable, or its cell register.
type Capture struct {
	Free  bool
	Index int32
}

// Handler is a protected range of instructions [Start, End): an exception raised in it goes to r[Reg], is pushed as the
// exception being handled over the Handled ones of this frame, and execution goes on at Target.
type Handler struct {
	Start, End, Target int32
	Reg                int32
	Handled            int32
}

// FindHandler is the innermost handler of an instruction, nil when there is none.
func (c *Code) FindHandler(pc int) *Handler {
	for i := range c.Handlers {
		if h := &c.Handlers[i]; int(h.Start) <= pc && pc < int(h.End) {
			return h
		}
	}
	return nil
}

// Span is the source of an instruction.
func (c *Code) Span(pc int) syntax.Span {
	if pc >= 0 && pc < len(c.Spans) {
		return c.Spans[pc]
	}
	return syntax.Span{}
}

// Dump lists the instructions, for tests and for curiosity.
func (c *Code) Dump() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d slots, %d registers\n", c.Qualname, c.NSlots, c.NRegs)
	for i, in := range c.Instrs {
		fmt.Fprintf(&b, "%4d %-12s F=%d A=%d B=%d C=%d  line %d\n", i, in.Op, in.F, in.A, in.B, in.C, c.Spans[i].Start.Line)
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(&b, "handler [%d,%d) -> %d reg %d handled %d\n", h.Start, h.End, h.Target, h.Reg, h.Handled)
	}
	for _, k := range c.Consts {
		if child, ok := k.(*Code); ok {
			b.WriteString(child.Dump())
		}
	}
	return b.String()
}

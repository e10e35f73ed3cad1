package compile

import "strconv"

// Op is an instruction's operation.
type Op uint16

// In the comments r[x] is a register, rk(x) a register or constant, k a constant's index, n a name's index. A result
// always goes to r[A].
const (
	Nop          Op = iota
	Move            // r[A] = rk(B)
	LoadCheck       // r[A] = r[B], which may be an unbound variable
	DeleteFast      // unbind r[A], which must be bound unless F is 1
	NewCell         // r[A] = new empty cell
	LoadCell        // r[A] = *r[B]
	StoreCell       // *r[A] = rk(B)
	DeleteCell      // unbind *r[A]
	LoadFree        // r[A] = *closure[B]
	StoreFree       // *closure[A] = rk(B)
	DeleteFree      // unbind *closure[A]
	LoadGlobal      // r[A] = globals or builtins[n B]
	StoreGlobal     // globals[n A] = rk(B)
	DeleteGlobal    // del globals[n A]
	LoadName        // r[A] = locals, globals or builtins[n B]
	StoreName       // locals[n A] = rk(B)
	DeleteName      // del locals[n A]
	LoadNameFree    // r[A] = locals[n B], else *closure[C]

	// Binary arithmetic: r[A] = rk(B) op rk(C); F is 1 for augmented assignment. Arith has the operator in F>>1.
	Add
	Sub
	Mul
	Arith
	Neg    // r[A] = -rk(B)
	Pos    // r[A] = +rk(B)
	Invert // r[A] = ~rk(B)
	Not    // r[A] = not rk(B)

	Compare // r[A] = rk(B) cmp rk(C), F the operator
	IsOp    // r[A] = rk(B) is rk(C), F 1 for is not
	InOp    // r[A] = rk(B) in rk(C), F 1 for not in

	GetItem    // r[A] = rk(B)[rk(C)]
	SetItem    // rk(A)[rk(B)] = rk(C)
	DelItem    // del rk(A)[rk(B)]
	GetAttr    // r[A] = rk(B).n C
	SetAttr    // rk(A).n C = rk(B)
	DelAttr    // del rk(A).n C
	LoadMethod // r[A], r[A+1] = function and self (nil: none) for rk(B).n C
	SuperMeth  // the same for super().n C, where r[B], r[B+1], r[B+2] are super, class and first argument

	Call         // r[A] = r[B](r[B+1], ... F arguments)
	CallMethod   // r[A] = r[B](r[B+1] if not nil, r[B+2], ... F arguments)
	CallKw       // as Call, the last arguments named by the tuple k C
	CallMethodKw // as CallMethod, the last arguments named by the tuple k C
	CallEx       // r[A] = r[B](*r[B+1], **r[B+2]); r[B+2] may be nil
	Return       // return rk(B)
	Yield        // r[A] = yield rk(B)
	YieldFrom    // r[A] = yield from r[B]; r[C] holds what is to be sent

	BuildTuple  // r[A] = (r[B], ... C of them)
	BuildList   // r[A] = [r[B], ... C of them]
	BuildSet    // r[A] = {r[B], ... C of them}
	BuildDict   // r[A] = {r[B]: r[B+1], ... C pairs}
	BuildString // r[A] = the strings r[B], ... C of them, joined
	BuildSlice  // r[A] = slice(r[B], r[B+1], r[B+2])
	ListAppend  // r[A].append(rk(B))
	SetAdd      // r[A].add(rk(B))
	DictSet     // r[A][rk(B)] = rk(C)
	ListExtend  // r[A].extend(rk(B))
	SetUpdate   // r[A].update(rk(B))
	DictUpdate  // r[A].update(rk(B)) in a display
	DictMerge   // r[A].update(rk(B)) for keyword arguments of r[C]; keys must be new strings
	ListTuple   // r[A] = tuple(r[B]), B a list made by the code itself
	Format      // r[A] = format(rk(B), rk(C)); F is the conversion, +256 when there is a specification
	Unpack      // r[A], ... C of them = rk(B)
	UnpackEx    // r[A], ... = rk(B) with C before and F after the starred one

	GetIter     // r[A] = iter(rk(B)); F 1: for yield from, F 2: rk(B) was made by the instruction before
	CloseIter   // close r[A] if it is a generator that only this loop knows
	ForIter     // r[A] = next(r[B]) and jump to C; go on at its end
	Jump        // jump to C
	JumpIf      // jump to C if rk(A) is true
	JumpIfNot   // jump to C if rk(A) is false
	JumpNone    // jump to C if r[A] is None
	JumpCmp     // jump to C if rk(A) cmp rk(B) has the truth F>>8 ; F&255 the operator
	JumpIs      // jump to C if (rk(A) is rk(B)) has the truth F
	JumpIn      // jump to C if (rk(A) in rk(B)) has the truth F
	JumpNoMatch // jump to C unless the exception r[A] matches the class rk(B)

	Raise      // raise (F 0), raise rk(A) (F 1), raise rk(A) from rk(B) (F 2)
	Reraise    // raise r[A] again, leaving its traceback
	PopHandled // forget handled exceptions beyond the A-th of this frame
	AssertFail // raise AssertionError, with rk(A) if F is 1
	WithEnter  // r[A] = exit method, r[A+1] = value of rk(B).__enter__()
	WithExit   // r[A](None, None, None)
	WithExcept // r[A] = truth of r[B](type, r[C], traceback)

	MakeFunction // r[A] = function of code k C; r[B], ... are its parts as F says
	BuildClass   // r[A] = class with body r[B], bases r[B+1], keywords r[B+2] (nil: none), name k C
	ImportName   // r[A] = import of n C at level F; B 0: first part, 1: whole, 2: nothing bound
	ImportFrom   // r[A] = attribute n C of module r[B]
	ImportStar   // names of r[B] into the namespace
	Annotations  // make __annotations__ if it is missing

	MatchSeq   // jump to C unless r[A] is a sequence of B items (F 1: at least B)
	MatchMap   // jump to C unless r[A] is a mapping with at least B items
	MatchKeys  // r[A] = tuple of the values of r[B] at the keys r[C], None if one is missing
	MatchRest  // r[A] = dict of r[B] without the keys r[C]
	MatchItem  // r[A] = r[B][C], or r[B][len(r[B]) - C] if F is 1
	MatchClass // r[A] = tuple of attributes of r[B] by class r[C] (F positional, names r[C+1]), None if no instance
)

var opNames = [...]string{
	"Nop", "Move", "LoadCheck", "DeleteFast", "NewCell", "LoadCell", "StoreCell", "DeleteCell", "LoadFree",
	"StoreFree", "DeleteFree", "LoadGlobal", "StoreGlobal", "DeleteGlobal", "LoadName", "StoreName", "DeleteName",
	"LoadNameFree", "Add", "Sub", "Mul", "Arith", "Neg", "Pos", "Invert", "Not", "Compare", "IsOp", "InOp",
	"GetItem", "SetItem", "DelItem", "GetAttr", "SetAttr", "DelAttr", "LoadMethod", "SuperMeth", "Call",
	"CallMethod", "CallKw", "CallMethodKw", "CallEx", "Return", "Yield", "YieldFrom", "BuildTuple", "BuildList", "BuildSet",
	"BuildDict", "BuildString", "BuildSlice", "ListAppend", "SetAdd", "DictSet", "ListExtend", "SetUpdate", "DictUpdate",
	"DictMerge", "ListTuple", "Format", "Unpack", "UnpackEx", "GetIter", "CloseIter", "ForIter", "Jump", "JumpIf", "JumpIfNot",
	"JumpNone", "JumpCmp", "JumpIs", "JumpIn", "JumpNoMatch", "Raise", "Reraise", "PopHandled", "AssertFail", "WithEnter",
	"WithExit", "WithExcept", "MakeFunction", "BuildClass", "ImportName", "ImportFrom", "ImportStar", "Annotations",
	"MatchSeq", "MatchMap", "MatchKeys", "MatchRest", "MatchItem", "MatchClass",
}

// String is the operation's name.
func (o Op) String() string {
	if int(o) < len(opNames) {
		return opNames[o]
	}
	return "Op" + strconv.Itoa(int(o))
}

// Instr is one instruction. The meaning of its operands is in the list of operations.
type Instr struct {
	Op      Op
	F       uint16
	A, B, C int32
}

// Flags of MakeFunction: which parts lie in registers from B on, in this order.
const (
	FuncDefaults    = 1 << iota // tuple of defaults
	FuncKwDefaults              // dict of keyword-only defaults
	FuncAnnotations             // dict of annotations
)

package syntax

import "math/big"

// Pos is a place in a source text. Line counts from 1; Col counts Unicode code points from 0, as CPython's col_offset
// does for ASCII text.
type Pos struct{ Line, Col int32 }

// Span covers the source from Start up to but not including End.
type Span struct{ Start, End Pos }

// Node is any part of the tree.
type Node interface{ Range() Span }

// Range makes every node that embeds a Span a Node.
func (s Span) Range() Span { return s }

// Expr is an expression; Stmt a statement; Pattern a pattern of a match statement.
type (
	Expr interface {
		Node
		expr()
	}
	Stmt interface {
		Node
		stmt()
	}
	Pattern interface {
		Node
		pattern()
	}
)

// File is a whole cell or script. Source is the text it was read from, with all line ends written as \n.
type File struct {
	Span
	Name   string
	Source string
	Body   []Stmt
	// Silent is set when the last statement is an expression that was followed by ';'.
	Silent bool
}

// Name is an identifier as an expression.
type Name struct {
	Span
	ID string
}

// Literals. Int holds any size; Imag is the imaginary part of a complex literal; Str and Bytes are already unescaped and
// adjacent literals joined.
type (
	Int struct {
		Span
		Value *big.Int
	}
	Float struct {
		Span
		Value float64
	}
	Imag struct {
		Span
		Value float64
	}
	Str struct {
		Span
		Value string
	}
	Bytes struct {
		Span
		Value string
	}
	// Const is None, True, False or Ellipsis ("...").
	Const struct {
		Span
		Value string // "None", "True", "False", "Ellipsis"
	}
	// FString is an f-string, with adjacent plain literals merged into it. Parts are *Str and *FValue.
	FString struct {
		Span
		Parts []Expr
	}
	// FValue is one replacement field. For "{x=}" the parser emits a preceding *Str with the text up to and
	// including '=', and sets Conv to 'r' when neither a conversion nor a format spec was given.
	FValue struct {
		Span
		X    Expr
		Conv byte     // 0, 'r', 's', 'a'
		Spec *FString // nil when absent
	}
)

// Compound expressions.
type (
	// Tuple, List and Set hold elements that may be *Starred.
	Tuple struct {
		Span
		Elts  []Expr
		Paren bool // written with parentheses
	}
	List struct {
		Span
		Elts []Expr
	}
	Set struct {
		Span
		Elts []Expr
	}
	// Dict holds pairs; a nil key means "**value".
	Dict struct {
		Span
		Keys, Values []Expr
	}
	Starred struct {
		Span
		X Expr
	}
	Unary struct {
		Span
		Op UnaryOp
		X  Expr
	}
	Binary struct {
		Span
		Op   BinaryOp
		L, R Expr
		// OpPos is the operator's place, for carets.
		OpPos Span
	}
	// BoolOp is a chain of "and" or of "or" with at least two operands.
	BoolOp struct {
		Span
		And bool
		X   []Expr
	}
	// Compare is a chain L Ops[0] Rights[0] Ops[1] Rights[1] ...
	Compare struct {
		Span
		L      Expr
		Ops    []CompareOp
		Rights []Expr
	}
	IfExp struct {
		Span
		Cond, Then, Else Expr
	}
	Lambda struct {
		Span
		Args *Arguments
		Body Expr
	}
	// NamedExpr is "Target := Value".
	NamedExpr struct {
		Span
		Target *Name
		Value  Expr
	}
	Attribute struct {
		Span
		X        Expr
		Attr     string
		AttrSpan Span
	}
	// Subscript is X[Index]; an index with commas is a *Tuple.
	Subscript struct {
		Span
		X     Expr
		Index Expr
	}
	// Slice occurs only inside a Subscript; absent parts are nil.
	Slice struct {
		Span
		Low, High, Step Expr
	}
	// Call has positional Args (which may be *Starred) and Keywords; a keyword with Name "" is "**Value".
	Call struct {
		Span
		Fun      Expr
		Args     []Expr
		Keywords []*Keyword
	}
	Keyword struct {
		Span
		Name  string
		Value Expr
	}
	// Comp is a comprehension or generator expression. Value is set only for dict comprehensions (Key: Value).
	Comp struct {
		Span
		Kind    CompKind
		Key     Expr // the element, or the key of a dict comprehension
		Value   Expr
		Clauses []*CompFor
	}
	CompFor struct {
		Span
		Target Expr
		Iter   Expr
		Ifs    []Expr
	}
	Yield struct {
		Span
		X Expr // nil for a bare yield
	}
	YieldFrom struct {
		Span
		X Expr
	}
)

// CompKind says what a comprehension builds.
type CompKind uint8

const (
	ListComp CompKind = iota
	SetComp
	DictComp
	GenExp
)

// UnaryOp, BinaryOp and CompareOp name operators. BinaryOp values index OpText.
type (
	UnaryOp   uint8
	BinaryOp  uint8
	CompareOp uint8
)

const (
	Plus UnaryOp = iota // +x
	Neg                 // -x
	Invert
	Not
)

const (
	Add BinaryOp = iota
	Sub
	Mul
	Div
	FloorDiv
	Mod
	Pow
	MatMul
	LShift
	RShift
	BitAnd
	BitOr
	BitXor
)

// OpText is the spelling of each BinaryOp.
var OpText = [...]string{"+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"}

const (
	Eq CompareOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	In
	NotIn
	Is
	IsNot
)

// CompareText is the spelling of each CompareOp.
var CompareText = [...]string{"==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not"}

// Arguments is a parameter list in order: positional-only, positional-or-keyword, *vararg, keyword-only, **kwarg.
type Arguments struct {
	Span
	PosOnly []*Param
	Params  []*Param
	VarArg  *Param // nil when absent; a bare "*" leaves it nil and KwOnly non-empty
	KwOnly  []*Param
	KwArg   *Param
}

// Param is one parameter.
type Param struct {
	Span
	Name       string
	Annotation Expr // nil when absent
	Default    Expr // nil when absent
}

// Statements.
type (
	ExprStmt struct {
		Span
		X Expr
	}
	// Assign is "T1 = T2 = ... = Value".
	Assign struct {
		Span
		Targets []Expr
		Value   Expr
	}
	AugAssign struct {
		Span
		Target Expr
		Op     BinaryOp
		Value  Expr
	}
	// AnnAssign is "Target: Annotation = Value"; Value may be nil. Simple: the target is an unparenthesised name.
	AnnAssign struct {
		Span
		Target     Expr
		Annotation Expr
		Value      Expr
		Simple     bool
	}
	Return struct {
		Span
		X Expr // nil when absent
	}
	Raise struct {
		Span
		X, Cause Expr // both may be nil
	}
	Delete struct {
		Span
		Targets []Expr
	}
	Pass     struct{ Span }
	Break    struct{ Span }
	Continue struct{ Span }
	Global   struct {
		Span
		Names []string
	}
	Nonlocal struct {
		Span
		Names []string
	}
	Assert struct {
		Span
		Test, Msg Expr
	}
	Import struct {
		Span
		Names []*Alias
	}
	// ImportFrom: Level counts leading dots; Names[0].Name may be "*".
	ImportFrom struct {
		Span
		Module string
		Names  []*Alias
		Level  int
	}
	Alias struct {
		Span
		Name, AsName string
	}
	// If: "elif" is an If as the only statement of Else.
	If struct {
		Span
		Cond       Expr
		Then, Else []Stmt
	}
	While struct {
		Span
		Cond       Expr
		Body, Else []Stmt
	}
	For struct {
		Span
		Target, Iter Expr
		Body, Else   []Stmt
	}
	With struct {
		Span
		Items []*WithItem
		Body  []Stmt
	}
	WithItem struct {
		Span
		X      Expr
		Target Expr // nil when absent
	}
	Try struct {
		Span
		Body     []Stmt
		Handlers []*ExceptHandler
		Else     []Stmt
		Finally  []Stmt
	}
	// ExceptHandler: Type nil is a bare except, Name "" when there is no "as".
	ExceptHandler struct {
		Span
		Type Expr
		Name string
		Body []Stmt
	}
	FuncDef struct {
		Span
		Name       string
		Args       *Arguments
		Returns    Expr
		Body       []Stmt
		Decorators []Expr
		// Doc is the docstring, HasDoc whether there is one (it stays in Body too).
		Doc    string
		HasDoc bool
	}
	ClassDef struct {
		Span
		Name       string
		Bases      []Expr // may hold *Starred
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
		Doc        string
		HasDoc     bool
	}
	Match struct {
		Span
		Subject Expr
		Cases   []*MatchCase
	}
	MatchCase struct {
		Span
		Pattern Pattern
		Guard   Expr // nil when absent
		Body    []Stmt
	}
)

// Patterns.
type (
	// MatchValue compares by ==; X is a literal or a dotted name.
	MatchValue struct {
		Span
		X Expr
	}
	// MatchSingleton compares by identity with None, True or False.
	MatchSingleton struct {
		Span
		Value string
	}
	// MatchAs: Pattern nil and Name "" is the wildcard "_"; Pattern nil is a capture.
	MatchAs struct {
		Span
		Pattern Pattern
		Name    string
	}
	MatchOr struct {
		Span
		Alts []Pattern
	}
	// MatchSequence may hold at most one *MatchStar.
	MatchSequence struct {
		Span
		Elts []Pattern
	}
	// MatchStar is "*name"; Name "" is "*_".
	MatchStar struct {
		Span
		Name string
	}
	// MatchMapping: Rest is the name after "**", "" when absent.
	MatchMapping struct {
		Span
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}
	MatchClass struct {
		Span
		Cls      Expr
		Args     []Pattern
		KwNames  []string
		KwValues []Pattern
	}
)

func (*Name) expr()      {}
func (*Int) expr()       {}
func (*Float) expr()     {}
func (*Imag) expr()      {}
func (*Str) expr()       {}
func (*Bytes) expr()     {}
func (*Const) expr()     {}
func (*FString) expr()   {}
func (*FValue) expr()    {}
func (*Tuple) expr()     {}
func (*List) expr()      {}
func (*Set) expr()       {}
func (*Dict) expr()      {}
func (*Starred) expr()   {}
func (*Unary) expr()     {}
func (*Binary) expr()    {}
func (*BoolOp) expr()    {}
func (*Compare) expr()   {}
func (*IfExp) expr()     {}
func (*Lambda) expr()    {}
func (*NamedExpr) expr() {}
func (*Attribute) expr() {}
func (*Subscript) expr() {}
func (*Slice) expr()     {}
func (*Call) expr()      {}
func (*Comp) expr()      {}
func (*Yield) expr()     {}
func (*YieldFrom) expr() {}

func (*ExprStmt) stmt()   {}
func (*Assign) stmt()     {}
func (*AugAssign) stmt()  {}
func (*AnnAssign) stmt()  {}
func (*Return) stmt()     {}
func (*Raise) stmt()      {}
func (*Delete) stmt()     {}
func (*Pass) stmt()       {}
func (*Break) stmt()      {}
func (*Continue) stmt()   {}
func (*Global) stmt()     {}
func (*Nonlocal) stmt()   {}
func (*Assert) stmt()     {}
func (*Import) stmt()     {}
func (*ImportFrom) stmt() {}
func (*If) stmt()         {}
func (*While) stmt()      {}
func (*For) stmt()        {}
func (*With) stmt()       {}
func (*Try) stmt()        {}
func (*FuncDef) stmt()    {}
func (*ClassDef) stmt()   {}
func (*Match) stmt()      {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
func (*MatchSequence) pattern()  {}
func (*MatchStar) pattern()      {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}

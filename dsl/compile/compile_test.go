package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

func mustCompile(t testing.TB, src string) *Code {
	t.Helper()
	f, err := syntax.Parse("test", src)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Cell(f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryOpHasItsName(t *testing.T) {
	if Nop.String() != "Nop" || MatchClass.String() != "MatchClass" || ForIter.String() != "ForIter" || GetAttr.String() != "GetAttr" {
		t.Error("opNames is out of step with the operations")
	}
	if len(opNames) != int(MatchClass)+1 {
		t.Errorf("%d names for %d operations", len(opNames), int(MatchClass)+1)
	}
}

// operands says what each field of an instruction is: r register, k register or constant, n name, c constant, f free
// variable, j jump target, . something else. A number after r means that many registers from there.
var operands = map[Op]string{
	Nop: "...", Move: "rk.", LoadCheck: "rr.", DeleteFast: "r..", NewCell: "r..", LoadCell: "rr.", StoreCell: "rk.",
	DeleteCell: "r..", LoadFree: "rf.", StoreFree: "fk.", DeleteFree: "f..", LoadGlobal: "rn.", StoreGlobal: "nk.",
	DeleteGlobal: "n..", LoadName: "rn.", StoreName: "nk.", DeleteName: "n..", LoadNameFree: "rnf", Add: "rkk", Sub: "rkk",
	Mul: "rkk", Arith: "rkk", Neg: "rk.", Pos: "rk.", Invert: "rk.", Not: "rk.", Compare: "rkk", IsOp: "rkk", InOp: "rkk",
	GetItem: "rkk", SetItem: "kkk", DelItem: "kk.", GetAttr: "rkn", SetAttr: "kkn", DelAttr: "k.n", LoadMethod: "rkn",
	SuperMeth: "rrn", Call: "rr.", CallMethod: "rr.", CallKw: "rrc", CallMethodKw: "rrc", CallEx: "rr.", Return: ".k.",
	Yield: "rk.", YieldFrom: "rrr", BuildTuple: "r..", BuildList: "r..", BuildSet: "r..", BuildDict: "r..",
	BuildString: "rr.", BuildSlice: "rr.", ListAppend: "rk.", SetAdd: "rk.", DictSet: "rkk", ListExtend: "rk.",
	SetUpdate: "rk.", DictUpdate: "rk.", DictMerge: "rkr", ListTuple: "rr.", Format: "rk.", Unpack: ".k.", UnpackEx: "rk.",
	GetIter: "rk.", CloseIter: "r..", ForIter: "rrj", Jump: "..j", JumpIf: "k.j", JumpIfNot: "k.j", JumpNone: "r.j",
	JumpCmp: "kkj", JumpIs: "kkj", JumpIn: "kkj", JumpNoMatch: "rkj", Raise: "...", Reraise: "r..", PopHandled: "...",
	AssertFail: "...", WithEnter: "rk.", WithExit: "r..", WithExcept: "rrr", MakeFunction: "r.c", BuildClass: "rrc",
	ImportName: "r.n", ImportFrom: "rrn", ImportStar: ".r.", Annotations: "...", MatchSeq: "r.j", MatchMap: "r.j",
	MatchKeys: "rrr", MatchRest: "rrr", MatchItem: "rr.", MatchClass: "rrr",
}

// checkCode verifies that all operands of a code object lie inside its tables.
func checkCode(t *testing.T, c *Code) {
	for pc, in := range c.Instrs {
		kinds, ok := operands[in.Op]
		if !ok {
			t.Fatalf("no operand table for %s", in.Op)
		}
		for i, x := range []int32{in.A, in.B, in.C} {
			good := true
			switch kinds[i] {
			case 'r':
				good = x >= 0 && int(x) < c.NRegs
			case 'k':
				good = int(x) < c.NRegs && int(-x-1) < len(c.Consts)
			case 'n':
				good = x >= 0 && int(x) < len(c.Names)
			case 'c':
				good = x >= 0 && int(x) < len(c.Consts)
			case 'f':
				good = x >= 0 && int(x) < len(c.Freevars)
			case 'j':
				good = x >= 0 && int(x) < len(c.Instrs)
			}
			if !good {
				t.Errorf("%s %d: %s %+v: operand %d out of range", c.Qualname, pc, in.Op, in, i)
			}
		}
		switch in.Op {
		case Call, CallKw:
			if int(in.B)+int(in.F) >= c.NRegs {
				t.Errorf("%s %d: arguments out of range", c.Qualname, pc)
			}
		case CallMethod, CallMethodKw:
			if int(in.B)+1+int(in.F) >= c.NRegs {
				t.Errorf("%s %d: arguments out of range", c.Qualname, pc)
			}
		case BuildTuple, BuildList, BuildSet, BuildString:
			if int(in.B+in.C) > c.NRegs {
				t.Errorf("%s %d: parts out of range", c.Qualname, pc)
			}
		case Unpack:
			if int(in.A+in.C) > c.NRegs {
				t.Errorf("%s %d: parts out of range", c.Qualname, pc)
			}
		}
	}
	for _, h := range c.Handlers {
		if h.Start >= h.End || int(h.End) > len(c.Instrs) || int(h.Target) >= len(c.Instrs) || int(h.Reg) >= c.NRegs {
			t.Errorf("%s: bad handler %+v", c.Qualname, h)
		}
	}
	if last := c.Instrs[len(c.Instrs)-1]; last.Op != Return && last.Op != Raise && last.Op != Jump && last.Op != Reraise {
		t.Errorf("%s: control may fall off the end after %s", c.Qualname, last.Op)
	}
	if len(c.Spans) != len(c.Instrs) {
		t.Errorf("%s: %d spans for %d instructions", c.Qualname, len(c.Spans), len(c.Instrs))
	}
	for _, k := range c.Consts {
		if child, ok := k.(*Code); ok {
			checkCode(t, child)
		}
	}
}

func TestOperandsLieInsideTheirTables(t *testing.T) {
	files, err := filepath.Glob("../../testdata/lang/core/*.mg")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		checkCode(t, mustCompile(t, string(src)))
	}
}

func TestSimpleStatementsAreOneInstruction(t *testing.T) {
	c := mustCompile(t, "def f(s, i):\n    s += i\n    s = s * 2\n    return s")
	var body *Code
	for _, k := range c.Consts {
		if child, ok := k.(*Code); ok {
			body = child
		}
	}
	var ops []string
	for _, in := range body.Instrs {
		ops = append(ops, in.Op.String())
	}
	// The second return is the one at the end of every function.
	if got := strings.Join(ops, " "); got != "Add Mul Return Return" {
		t.Error(got)
	}
}

func TestFolding(t *testing.T) {
	for src, want := range map[string]py.Object{
		"2 ** 10 - 24": py.Int(1000), "-(3)": py.Int(-3), "1 + 2j": py.Complex(1 + 2i), "'a' 'b' + 'c'": py.String("abc"),
		"7 / 2": py.Float(3.5), "not True": py.False, "~5": py.Int(-6), "1 << 4": py.Int(16), "'ab' * 2": py.String("abab"),
	} {
		x, err := syntax.ParseExpr("test", src)
		if err != nil {
			t.Fatal(err)
		}
		if got := fold(x); got != want {
			t.Errorf("%s folds to %v, want %v", src, got, want)
		}
	}
	// What would be large or would raise is left alone.
	for _, src := range []string{"2 ** 1000", "1 << 1000", "'a' * 100000", "1 / 0", "1 % 0", "'a' + 1", "x + 1", "(1, x)"} {
		x, err := syntax.ParseExpr("test", src)
		if err != nil {
			t.Fatal(err)
		}
		if got := fold(x); got != nil {
			t.Errorf("%s folds to %v", src, got)
		}
	}
}

func TestUnparseWritesWhatCPythonWrites(t *testing.T) {
	for _, src := range []string{
		"a.b[c]", "x + y * z", "(x + y) * z", "-x ** 2", "(-x) ** 2", "f(a, *b, k=1, **d)", "[1, 'a', None]", "{'k': v}",
		"dict[str, list[int]]", "a if b else c", "not a", "a and b or c", "x < y <= z", "a[1:2, ::3]", "(1,)", "int | None",
		"\"it's\"", "lambda_", "x if y else z if w else v",
	} {
		x, err := syntax.ParseExpr("test", src)
		if err != nil {
			t.Fatal(err)
		}
		if got := unparse(x); got != src {
			t.Errorf("unparse(%q) = %q", src, got)
		}
	}
}

package syntax

import "testing"

// TestDumps shows the trees of small programs, one for each kind of node.
func TestDumps(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"x", "(Expr 1:0-1:1 (Name 1:0-1:1 x))"},
		{"(x)", "(Expr 1:0-1:3 (Name 1:1-1:2 x))"},
		{"1_0", "(Expr 1:0-1:3 (Int 1:0-1:3 10))"},
		{"0xff", "(Expr 1:0-1:4 (Int 1:0-1:4 255))"},
		{"1.5", "(Expr 1:0-1:3 (Float 1:0-1:3 3ff8000000000000))"},
		{"2j", "(Expr 1:0-1:2 (Imag 1:0-1:2 4000000000000000))"},
		{"'é' 'b'", `(Expr 1:0-1:7 (Str 1:0-1:7 "\{e9}b"))`},
		{"b'\\xff'", `(Expr 1:0-1:7 (Bytes 1:0-1:7 "\{ff}"))`},
		{"...", "(Expr 1:0-1:3 (Const 1:0-1:3 Ellipsis))"},
		{"f'a{x!r:>{w}}'", `(Expr 1:0-1:14 (FString 1:0-1:14 [(Str 1:2-1:3 "a") (FValue 1:3-1:13 (Name 1:4-1:5 x) r (FString 1:7-1:12 [(Str 1:8-1:9 ">") (FValue 1:9-1:12 (Name 1:10-1:11 w) - -)]))]))`},
		{"f'{x=}'", `(Expr 1:0-1:7 (FString 1:0-1:7 [(Str 1:3-1:5 "x=") (FValue 1:2-1:6 (Name 1:3-1:4 x) r -)]))`},
		{"-a**b", "(Expr 1:0-1:5 (Unary 1:0-1:5 - (Binary 1:1-1:5 ** (Name 1:1-1:2 a) (Name 1:4-1:5 b))))"},
		{"a<b is not c", "(Expr 1:0-1:12 (Compare 1:0-1:12 (Name 1:0-1:1 a) < (Name 1:2-1:3 b) is not (Name 1:11-1:12 c)))"},
		{"ü = ñ\n+ö", "(Assign 1:0-1:5 [(Name 1:0-1:1 \u00fc)] (Name 1:4-1:5 \u00f1)) (Expr 2:0-2:2 (Unary 2:0-2:2 + (Name 2:1-2:2 \u00f6)))"},
		{"f(a, *b, c=1, **d)", "(Expr 1:0-1:18 (Call 1:0-1:18 (Name 1:0-1:1 f) [(Name 1:2-1:3 a) (Starred 1:5-1:7 (Name 1:6-1:7 b))] [(Keyword 1:9-1:12 c (Int 1:11-1:12 1)) (Keyword 1:14-1:17 - (Name 1:16-1:17 d))]))"},
		{"x[1:, None]", "(Expr 1:0-1:11 (Subscript 1:0-1:11 (Name 1:0-1:1 x) (Tuple 1:2-1:10 [(Slice 1:2-1:4 (Int 1:2-1:3 1) - -) (Const 1:6-1:10 None)])))"},
		{"lambda a, /, b=1: 0", "(Expr 1:0-1:19 (Lambda 1:0-1:19 (Args [(Param 1:7-1:8 a - -)] [(Param 1:13-1:14 b - (Int 1:15-1:16 1))] - [] -) (Int 1:18-1:19 0)))"},
		{"x: int", "(AnnAssign 1:0-1:6 (Name 1:0-1:1 x) (Name 1:3-1:6 int) - simple)"},
		{"if a: pass\nelif b: x;", "(If 1:0-2:10 (Name 1:3-1:4 a) [(Pass 1:6-1:10)] [(If 2:0-2:10 (Name 2:5-2:6 b) [(Expr 2:8-2:9 (Name 2:8-2:9 x))] [])])"},
		{"import a.b as c", "(Import 1:0-1:15 [(Alias 1:7-1:15 a.b c)])"},
		{"from ..a import b", "(ImportFrom 1:0-1:17 a [(Alias 1:16-1:17 b -)] 2)"},
		{"match x:\n  case A(1, y=_): pass", "(Match 1:0-2:22 (Name 1:6-1:7 x) [(Case (MatchClass 2:7-2:16 (Name 2:7-2:8 A) [(MatchValue 2:9-2:10 (Int 2:9-2:10 1))] [y] [(MatchAs 2:14-2:15 - -)]) - [(Pass 2:18-2:22)])])"},
	} {
		f, err := Parse("t", c.src)
		if err != nil {
			t.Errorf("%q: %v", c.src, err)
			continue
		}
		want := "(File [" + c.want + "])"
		if got := Dump(f); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.src, got, want)
		}
	}
}

func TestOperatorPlaces(t *testing.T) {
	x, err := ParseExpr("t", "aa  //\\\n bb")
	if err != nil {
		t.Fatal(err)
	}
	b := x.(*Binary)
	if want := (Span{Pos{1, 4}, Pos{1, 6}}); b.OpPos != want {
		t.Errorf("operator at %v, want %v", b.OpPos, want)
	}
	x, _ = ParseExpr("t", "a.b . cc")
	if want := (Span{Pos{1, 6}, Pos{1, 8}}); x.(*Attribute).AttrSpan != want {
		t.Errorf("attribute at %v, want %v", x.(*Attribute).AttrSpan, want)
	}
}

func TestParseExpr(t *testing.T) {
	for _, src := range []string{"1", " 1 + 2", "\t(x)\n\n", "a, b", "lambda: 0", "x if y else z", "[i for i in x]", "f(\n1)", "(y := 1)"} {
		if _, err := ParseExpr("<string>", src); err != nil {
			t.Errorf("%q: %v", src, err)
		}
	}
	for src, msg := range map[string]string{
		"":         "invalid syntax",
		"x = 1":    "invalid syntax",
		"x; y":     "invalid syntax",
		"pass":     "invalid syntax",
		"1 +":      "invalid syntax",
		"*a":       "invalid syntax",
		"yield x":  "invalid syntax",
		"(yield)":  "'yield' outside function",
		"f(":       "'(' was never closed",
		"f(a b)":   "invalid syntax. Perhaps you forgot a comma?",
		"x\ny":     "invalid syntax",
		"(x for)":  "invalid syntax",
		"f(a.b=1)": `expression cannot contain assignment, perhaps you meant "=="?`,
	} {
		if _, err := ParseExpr("<string>", src); err == nil || err.(*Error).Msg != msg {
			t.Errorf("%q: %v, want %s", src, err, msg)
		}
	}
}

func TestSilentCells(t *testing.T) {
	for src, want := range map[string]bool{
		"x": false, "x;": true, "x ; # shown not": true, "x;\n\n": true, "x = 1;": false, "x; y": false, "x; y;": true, "": false,
		"if x: y;": false, "x;\n# end\n": true,
	} {
		f, err := Parse("t", src)
		if err != nil {
			t.Fatal(err)
		}
		if f.Silent != want {
			t.Errorf("%q: silent %v, want %v", src, f.Silent, want)
		}
	}
}

func TestDocstrings(t *testing.T) {
	f, err := Parse("t", "def f():\n  'a' 'b'\n  x\nclass C:\n  \"\"\"Doc.\"\"\"\ndef g(): f'x'\ndef h(): b'x'\nclass D: ''\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		doc string
		has bool
	}{{"ab", true}, {"Doc.", true}, {"", false}, {"", false}, {"", true}} {
		var doc string
		var has bool
		switch s := f.Body[i].(type) {
		case *FuncDef:
			doc, has = s.Doc, s.HasDoc
		case *ClassDef:
			doc, has = s.Doc, s.HasDoc
		}
		if doc != want.doc || has != want.has {
			t.Errorf("statement %d: doc %q %v, want %q %v", i, doc, has, want.doc, want.has)
		}
	}
}

func TestErrorDisplay(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"if x:\n    print(a b)\n", "  File \"In [1]\", line 2\n    print(a b)\n          ^^^\nSyntaxError: invalid syntax. Perhaps you forgot a comma?\n"},
		{"x = (1,\n", "  File \"In [1]\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n"},
		{"if x:\ny", "  File \"In [1]\", line 2\n    y\n    ^\nIndentationError: expected an indented block after 'if' statement on line 1\n"},
		{"ñ = 'a\n", "  File \"In [1]\", line 1\n    ñ = 'a\n        ^\nSyntaxError: unterminated string literal (detected at line 1)\n"},
		{"f(a,\n  b c)", "  File \"In [1]\", line 2\n    b c)\n    ^^^\nSyntaxError: invalid syntax. Perhaps you forgot a comma?\n"},
	} {
		_, err := Parse("In [1]", c.src)
		e, ok := err.(*Error)
		if !ok {
			t.Fatalf("%q: %v", c.src, err)
		}
		if got := e.Format(); got != c.want {
			t.Errorf("%q:\n%s\nwant\n%s", c.src, got, c.want)
		}
	}
	_, err := Parse("In [1]", "x y")
	if got, want := err.Error(), "invalid syntax (In [1], line 1)"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
}

// TestNamesAreNormalised: identifiers that look the same are the same.
func TestNamesAreNormalised(t *testing.T) {
	x, err := ParseExpr("t", "ﬁ.ℌ")
	if err != nil {
		t.Fatal(err)
	}
	a := x.(*Attribute)
	if a.Attr != "H" || a.X.(*Name).ID != "fi" {
		t.Errorf("got %s.%s, want fi.H", a.X.(*Name).ID, a.Attr)
	}
}

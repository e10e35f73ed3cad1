package syntax

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// seeds are programs that exercise every part of the grammar.
func seeds(f *testing.F) {
	for _, s := range []string{
		"", "\n", "x", "x = 1\n", "if x:\n    y\nelse:\n    z\n", "f'{a!r:>{w}}'", "f'''{\n1}'''", "[*a, b for c in d]",
		"def f(a, /, b=1, *c, d, **e) -> f: return lambda x: x\n", "class A(B, metaclass=C):\n  x: int = 1\n",
		"match x:\n  case {'a': [1, *_], **r} if r: pass\n  case A(b=1) | None: pass\n", "try:\n  x\nexcept (A, B) as e:\n  y\n",
		"with (a as b, c): pass\n", "@d\ndef f(): yield from x\n", "x[1:2, ::3, ...]", "0x1F 1_000 1e5j", "b'\\x41' rb'\\'",
		"'''a\\\nb'''", "\\\n", "((((((((", "f'{f'{f'{1}'}'}'", "{1:2, 3 4}", "print x", "é = 'ü' # ñ\n", "\tif a:\n        b\n",
	} {
		f.Add(s)
	}
	names, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "lang", "programs", "*.py"))
	for _, n := range names {
		if b, err := os.ReadFile(n); err == nil {
			f.Add(string(b))
		}
	}
}

// FuzzParse: every text gives a tree with ordered places or an *Error with a place inside the text; nothing panics.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		file, err := Parse("fuzz", src)
		if err != nil {
			e, ok := err.(*Error)
			if !ok || e.Msg == "" || e.Kind == "" || e.Pos.Line < 1 || e.Pos.Col < -1 || e.End.Line < e.Pos.Line {
				t.Fatalf("error %#v", err)
			}
			_ = e.Format()
		} else {
			_ = Dump(file)
		}
		Completeness(src)
		ParseExpr("fuzz", src)
	})
}

// FuzzTokens: tokens of any text lie in order within it, and the questions about a cursor have answers.
func FuzzTokens(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		end := 0
		for _, tok := range Tokens(src) {
			if tok.Start < end || tok.End < tok.Start || tok.End > len(src) {
				t.Fatalf("token %+v after %d in %q", tok, end, src)
			}
			end = tok.End
		}
		n := utf8.RuneCountInString(src)
		for _, cur := range []int{0, n / 2, n} {
			At(src, cur)
			ExpressionAt(src, cur)
			CallAt(src, cur)
		}
	})
}

package syntax

import (
	"reflect"
	"strings"
	"testing"
)

// cut splits a text at the mark "|", which stands for the cursor.
func cut(t *testing.T, s string) (string, int) {
	t.Helper()
	before, after, ok := strings.Cut(s, "|")
	if !ok {
		t.Fatalf("no cursor in %q", s)
	}
	return before + after, len([]rune(before))
}

func TestTokensOfBrokenText(t *testing.T) {
	for _, c := range []struct {
		src  string
		want []string
	}{
		{"a.b(", []string{"a", ".", "b", "("}},
		{"x = 'abc", []string{"x", "=", "'abc"}},
		{"x = 'abc\ny", []string{"x", "=", "'abc", "", "y", ""}},
		{"f(]) # c", []string{"f", "(", "]", ")", "# c", ""}},
		{"1abc 0x 0777", []string{"1", "abc", "0x", "0777", ""}},
		{"a $ b ? €", []string{"a", "$", "b", "?", "€", ""}},
		{"f'a{b", []string{"f'", "a", "{", "b"}},
		{"f'a{b:>{w}}'", []string{"f'", "a", "{", "b", ":", ">", "{", "w", "}", "", "}", "'", ""}},
		{"f'}{{'", []string{"f'", "", "{", "'", ""}},
		{"é = 'ü'", []string{"é", "=", "'ü'", ""}},
		{"foo(1,\nclass A: pass", []string{"foo", "(", "1", ",", "", "class", "A", ":", "pass", ""}},
		{"if a:\n    b\n  c", []string{"if", "a", ":", "", "", "b", "", "", "c", ""}},
		{"'''a\nb", []string{"'''a\nb"}},
		{"a \\", []string{"a", ""}},
	} {
		var got []string
		for _, tok := range Tokens(c.src) {
			got = append(got, tok.Text)
		}
		if len(got) > 0 && len(c.want) > 0 && got[len(got)-1] == "" && c.want[len(c.want)-1] != "" {
			got = got[:len(got)-1]
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("Tokens(%q) = %q, want %q", c.src, got, c.want)
		}
	}
}

func TestPlaceOfCursor(t *testing.T) {
	for _, c := range []struct {
		src  string
		want Place
	}{
		{"np.li|", Place{Prefix: "li", Start: 3, End: 5, Expr: "np"}},
		{"np.|", Place{Start: 3, End: 3, Expr: "np"}},
		{"x = np.linalg.no|rm(a)", Place{Prefix: "no", Start: 14, End: 18, Expr: "np.linalg"}},
		{"f(a)[0].|", Place{Start: 8, End: 8, Expr: "f(a)[0]"}},
		{"(a + b).r|", Place{Prefix: "r", Start: 8, End: 9, Expr: "(a + b)"}},
		{"[1, 2].ap|", Place{Prefix: "ap", Start: 7, End: 9, Expr: "[1, 2]"}},
		{"'abc'.up|", Place{Prefix: "up", Start: 6, End: 8, Expr: "'abc'"}},
		{"return x.y.|", Place{Start: 11, End: 11, Expr: "x.y"}},
		{"if a.b and c.|", Place{Start: 13, End: 13, Expr: "c"}},
		{"é.ü|", Place{Prefix: "ü", Start: 3, End: 5, Expr: "é"}},
		{"foo|", Place{Prefix: "foo", Start: 0, End: 3}},
		{"import nu|", Place{Prefix: "nu", Start: 7, End: 9, Import: "import "}},
		{"from a.b import c, d|", Place{Prefix: "d", Start: 19, End: 20, Import: "from a.b import c, "}},
		{"import os.pa|", Place{Prefix: "pa", Start: 10, End: 12, Expr: "os", Import: "import os."}},
		{"'abc|'", Place{Start: 4, End: 4, InString: true}},
		{"'abc|", Place{Start: 4, End: 4, InString: true}},
		{"'abc'|", Place{Start: 5, End: 5}},
		{"f'a{b.c|}'", Place{Prefix: "c", Start: 6, End: 7, Expr: "b"}},
		{"f'a|{b}'", Place{Start: 3, End: 3, InString: true}},
		{"a # b|", Place{Start: 5, End: 5, InComment: true}},
		{"f(x).g(y, z.|", Place{Start: 12, End: 12, Expr: "z"}},
		{"x = 1\n\ny.|\nz = 2", Place{Start: 9, End: 9, Expr: "y"}},
	} {
		src, cur := cut(t, c.src)
		if got := At(src, cur); got != c.want {
			t.Errorf("At(%q) = %+v, want %+v", c.src, got, c.want)
		}
	}
}

func TestExpressionAt(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"np.dot(x|, y)", "x"},
		{"np.d|ot(x, y)", "np.dot"},
		{"n|p.dot(x, y)", "np"},
		{"np.dot(|)", "np.dot"},
		{"np.dot(1, |", "np.dot"},
		{"a[0].b.c|", "a[0].b.c"},
		{"print(np.dot|)", "np.dot"},
		{"1 + |", ""},
	} {
		src, cur := cut(t, c.src)
		if got, _ := ExpressionAt(src, cur); got != c.want {
			t.Errorf("ExpressionAt(%q) = %q, want %q", c.src, got, c.want)
		}
	}
}

func TestCallAroundCursor(t *testing.T) {
	for _, c := range []struct {
		src  string
		want CallPlace
		ok   bool
	}{
		{"f(|", CallPlace{Fun: "f"}, true},
		{"np.solve(a, |", CallPlace{Fun: "np.solve", Arg: 1}, true},
		{"g(f(1, 2), |)", CallPlace{Fun: "g", Arg: 1}, true},
		{"g(f(1, |2), 3)", CallPlace{Fun: "f", Start: 2, Arg: 1}, true},
		{"g(x=1, y=|)", CallPlace{Fun: "g", Arg: 1, Name: "y", Names: []string{"y", "x"}}, true},
		{"g(x=1, |, z=2)", CallPlace{Fun: "g", Arg: 1, Names: []string{"x", "z"}}, true},
		{"g([1, 2, |], 3)", CallPlace{Fun: "g"}, true},
		{"g(0, [1, 2, |], 3)", CallPlace{Fun: "g", Arg: 1}, true},
		{"g(1)|", CallPlace{}, false},
		{"def f(a, |", CallPlace{}, false},
		{"(1, |", CallPlace{}, false},
		{"x = f(\n    1,\n    |", CallPlace{Fun: "f", Start: 4, Arg: 2 - 1}, true},
		{"f(1, 'a|b')", CallPlace{Fun: "f", Arg: 1}, true},
		{"a.b[0](|", CallPlace{Fun: "a.b[0]"}, true},
	} {
		src, cur := cut(t, c.src)
		got, ok := CallAt(src, cur)
		if ok != c.ok || ok && !reflect.DeepEqual(got, c.want) {
			t.Errorf("CallAt(%q) = %+v %v, want %+v %v", c.src, got, ok, c.want, c.ok)
		}
	}
}

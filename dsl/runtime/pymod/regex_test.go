package pymod

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
	"unicode/utf8"

	"monge/dsl/runtime"
)

// goSearch is what Go's package regexp finds, for patterns that mean the same to both: places of all groups.
func goSearch(rx *regexp.Regexp, text string) []int { return rx.FindStringSubmatchIndex(text) }

// shared reports whether a pattern is written with constructs that Go and Python read alike, and whose groups do not
// depend on how empty iterations of loops are counted.
func shared(pat string) bool {
	for i := 0; i < len(pat); i++ {
		if pat[i] >= 128 || strings.IndexByte(`\^$[]{}?`, pat[i]) >= 0 || pat[i] < ' ' {
			return false
		}
	}
	tree, err := syntax.Parse(pat, syntax.Perl)
	if err != nil {
		return false
	}
	return !emptyLoop(tree)
}

func emptyLoop(r *syntax.Regexp) bool {
	switch r.Op {
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		if r.Sub[0].Op != syntax.OpLiteral && r.Sub[0].Op != syntax.OpAnyCharNotNL && r.Sub[0].Op != syntax.OpAnyChar {
			return true
		}
	}
	for _, s := range r.Sub {
		if emptyLoop(s) {
			return true
		}
	}
	return false
}

// FuzzPatterns: any pattern is either refused with an exception or matches without a fault, its groups lie inside the
// text, and where Go's package regexp reads the pattern alike it finds the same.
func FuzzPatterns(f *testing.F) {
	for _, p := range []string{`a|b`, `(a*)*`, `(?P<x>a)(?P=x)`, `(?<=a)b`, `(?>a+)b`, `[^a-z\d]{2,3}?`, `(?i:a)b`, `(a)?(?(1)b|c)`, `\bfoo\b`, `(.*)(b|c.)+`, `(?x) a # b`, `a++`, `(`, `[z-a]`} {
		f.Add(p, "abcab foo\n")
	}
	f.Fuzz(func(t *testing.T, pat, text string) {
		if len(pat) > 40 || len(text) > 40 || !utf8.ValidString(pat) || !utf8.ValidString(text) {
			return
		}
		th := &runtime.Thread{}
		p, err := compilePattern(th, str(pat), nil)
		if err != nil {
			if _, ok := err.(*runtime.Exception); !ok {
				t.Fatalf("%q: %T", pat, err)
			}
			return
		}
		in := newTextInput(text)
		m := newMatcher(th, p.re, in, in.n)
		m.limit = 200000
		ok, err := m.search(0, -1)
		if err != nil {
			return
		}
		if ok {
			for i, at := range m.marks {
				if at < -1 || at > in.n {
					t.Fatalf("%q on %q: mark %d is %d", pat, text, i, at)
				}
			}
		}
		if in.runes != nil || !shared(pat) {
			return
		}
		rx, err := regexp.Compile(pat)
		if err != nil {
			return
		}
		want := goSearch(rx, text)
		if ok != (want != nil) {
			t.Fatalf("%q on %q: found %v, Go finds %v", pat, text, ok, want)
		}
		for i := range want {
			if want[i] != m.marks[i] {
				t.Fatalf("%q on %q: %v, Go finds %v", pat, text, m.marks, want)
			}
		}
	})
}

// TestSearchCanBeInterrupted: a pattern that takes exponential time stops at the interrupt.
func TestSearchCanBeInterrupted(t *testing.T) {
	th := &runtime.Thread{}
	p, err := compilePattern(th, str(`(a+)+$`), nil)
	if err != nil {
		t.Fatal(err)
	}
	in := newTextInput(strings.Repeat("a", 40) + "b")
	th.Interrupt()
	_, err = newMatcher(th, p.re, in, in.n).search(0, -1)
	if err == nil || !strings.Contains(err.Error(), "KeyboardInterrupt") {
		t.Fatalf("got %v", err)
	}
}

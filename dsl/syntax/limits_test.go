package syntax

import (
	"strings"
	"testing"
	"time"
)

// TestHostileTexts: texts built to exhaust the stack or to take exponential time are answered quickly.
func TestHostileTexts(t *testing.T) {
	rep := strings.Repeat
	for _, c := range []struct{ name, src, msg string }{
		{"100000 brackets", rep("(", 100000), "too many nested parentheses"},
		{"100000 braces", rep("{", 100000), "too many nested parentheses"},
		{"open dicts", rep("{1:", 190) + "$", ""},
		{"open sets", rep("{1,", 190) + "$", ""},
		{"open lists", rep("[1,", 190) + "$", ""},
		{"open calls", rep("f(", 190) + "$", ""},
		{"open keyword calls", rep("f(a=", 190) + "$", ""},
		{"open groups", rep("(", 190) + "$", ""},
		{"group targets", rep("(", 190) + "a" + rep(")", 190) + " = $", ""},
		{"for targets", "for " + rep("(", 190) + "a" + rep(")", 190) + " in $", ""},
		{"with items", "with " + rep("(", 190) + "a" + rep(")", 190) + " as $: pass", ""},
		{"subscripts", rep("a[", 190) + "$", ""},
		{"closed mixed", rep("{1:[f(", 60) + "$" + rep(")]}", 60), ""},
		{"comprehensions", rep("[x for x in ", 190) + "$", ""},
		{"lambdas", rep("lambda: ", 100000) + "0", "too many nested expressions"},
		{"lambda defaults", rep("lambda x=", 1000) + "$", ""},
		{"minus signs", rep("-", 100000) + "1", "too many nested expressions"},
		{"nots", rep("not ", 100000) + "1", "too many nested expressions"},
		{"powers", rep("2**", 100000) + "1", "too many nested expressions"},
		{"conditionals", rep("a if b else ", 100000) + "1", "too many nested expressions"},
		{"sums", rep("a+", 100000) + "1", "too many nested expressions"},
		{"attributes", "a" + rep(".a", 100000), "too many nested expressions"},
		{"elifs", "if a: b\n" + rep("elif a: b\n", 100000), "too many nested expressions"},
		{"f-strings", rep("f'{", 100) + "1" + rep("}'", 100), ""},
		{"open f-strings", rep("f'{", 1000), ""},
		{"patterns", "match x:\n case " + rep("[", 190) + "$", ""},
		{"pattern groups", "match x:\n case " + rep("(", 190) + "a.b(" + "$", ""},
		{"blocks", func() string {
			var b strings.Builder
			for i := range 120 {
				b.WriteString(rep(" ", i) + "if a:\n")
			}
			return b.String()
		}(), "too many levels of indentation"},
		{"matches", func() string {
			var b strings.Builder
			for i := range 40 {
				b.WriteString(rep(" ", 2*i) + "match a:\n" + rep(" ", 2*i+1) + "case b:\n")
			}
			return b.String() + "$"
		}(), ""},
		{"tries", func() string {
			var b strings.Builder
			for i := range 90 {
				b.WriteString(rep(" ", i) + "try:\n")
			}
			return b.String() + rep(" ", 90) + "$"
		}(), ""},
		{"nested defs", func() string {
			var b strings.Builder
			for i := range 90 {
				b.WriteString(rep(" ", i) + "def f(a, b=1, *c, d=2):\n")
			}
			return b.String() + rep(" ", 90) + "$"
		}(), ""},
		{"long file", rep("x = f(a, b)[1:2] + {'a': [1, 2]}\n", 5000) + "$", "invalid syntax"},
	} {
		start := time.Now()
		_, err := Parse(c.name, c.src)
		took := time.Since(start)
		if err == nil && c.name != "f-strings" {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		if err != nil && c.msg != "" && err.(*Error).Msg != c.msg {
			t.Errorf("%s: %v, want %s", c.name, err, c.msg)
		}
		if took > 3*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		}
		if testing.Verbose() {
			t.Logf("%-20s %10v  %v", c.name, took.Round(time.Microsecond), err)
		}
	}
}

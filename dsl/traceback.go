package dsl

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// sources remembers the text of cells and files by the name that tracebacks use.
type sources map[string][]string

func (s sources) add(name, text string) { s[name] = strings.Split(text, "\n") }

func (s sources) line(name string, n int32) (string, bool) {
	lines := s[name]
	if n < 1 || int(n) > len(lines) {
		return "", false
	}
	return strings.TrimRight(lines[n-1], "\r"), true
}

// ANSI colours as in CPython 3.13 and IPython: class in red, place in magenta and green, marks in red.
type palette struct{ name, file, line, mark, reset string }

var (
	plain    = palette{}
	coloured = palette{name: "\x1b[1;31m", file: "\x1b[35m", line: "\x1b[32m", mark: "\x1b[1;31m", reset: "\x1b[0m"}
)

// describe turns an exception into what a front shows.
func (s *Session) describe(e *runtime.Exception, color bool) *Error {
	pal := plain
	if color {
		pal = coloured
	}
	out := &Error{Name: className(e.Class), Value: s.text(e)}
	for tb := e.TB; tb != nil; tb = tb.Next {
		if strings.HasPrefix(tb.File, "In[") {
			out.Line = int(tb.Span.Line)
		}
	}
	w := &tbWriter{s: s, pal: pal}
	w.chain(e, map[*runtime.Exception]bool{})
	out.Traceback = w.lines
	return out
}

// text is str(e), guarded: a failing __str__ must not hide the exception.
func (s *Session) text(e *runtime.Exception) string {
	t, err := runtime.Str(s.thread, e)
	if err != nil {
		return "<exception str() failed>"
	}
	return t
}

// className is how tracebacks name a class: without module for builtins and for classes of the notebook itself.
func className(c *py.Type) string {
	return strings.TrimPrefix(runtime.TypeFullName(c), "__main__.")
}

type tbWriter struct {
	s     *Session
	pal   palette
	lines []string
}

func (w *tbWriter) add(format string, args ...any) {
	w.lines = append(w.lines, fmt.Sprintf(format, args...))
}

// chain writes the causes first, as CPython does.
func (w *tbWriter) chain(e *runtime.Exception, seen map[*runtime.Exception]bool) {
	seen[e] = true
	switch {
	case e.Cause != nil && !seen[e.Cause]:
		w.chain(e.Cause, seen)
		w.lines = append(w.lines, "", "The above exception was the direct cause of the following exception:", "")
	case e.Cause == nil && e.Context != nil && !e.Suppress && !seen[e.Context]:
		w.chain(e.Context, seen)
		w.lines = append(w.lines, "", "During handling of the above exception, another exception occurred:", "")
	}
	if e.TB != nil {
		w.add("Traceback (most recent call last):")
		w.entries(e.TB)
	}
	if e.IsA(py.SyntaxError) {
		w.syntaxPlace(e)
	}
	w.final(e)
}

const repeatsShown = 3

// entries writes the frames; runs of more than three equal ones (recursion) are counted instead, and a long rest is cut
// in the middle.
func (w *tbWriter) entries(tb *runtime.Traceback) {
	var all []*runtime.Traceback
	for ; tb != nil; tb = tb.Next {
		all = append(all, tb)
	}
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && sameEntry(all[i], all[j]) {
			j++
		}
		for k := i; k < j && k < i+repeatsShown; k++ {
			w.entry(all[k])
		}
		if n := j - i - repeatsShown; n > 0 {
			times := "times"
			if n == 1 {
				times = "time"
			}
			w.add("  [Previous line repeated %d more %s]", n, times)
		}
		i = j
	}
}

func sameEntry(a, b *runtime.Traceback) bool {
	return a.File == b.File && a.Span.Line == b.Span.Line && a.Name == b.Name
}

func (w *tbWriter) entry(tb *runtime.Traceback) {
	p := w.pal
	if strings.HasPrefix(tb.File, "In[") {
		w.add("  Cell %s%s%s, line %s%d%s, in %s", p.file, tb.File, p.reset, p.line, tb.Span.Line, p.reset, tb.Name)
	} else {
		w.add("  File %s\"%s\"%s, line %s%d%s, in %s", p.file, tb.File, p.reset, p.line, tb.Span.Line, p.reset, tb.Name)
	}
	text, ok := w.s.sources.line(tb.File, tb.Span.Line)
	if !ok {
		return
	}
	trimmed := strings.TrimLeft(text, " \t\f")
	indent := len([]rune(text)) - len([]rune(trimmed))
	w.add("    %s", trimmed)
	if marks := markers(trimmed, indent, tb.Span, tb.Anchor); marks != "" {
		w.add("    %s%s%s", p.mark, marks, p.reset)
	}
}

// markers draws "~~^~~" under the part of the line that failed; "" when that is the whole line.
func markers(trimmed string, indent int, span, anchor runtime.Span) string {
	runes := []rune(trimmed)
	start := int(span.Col) - indent
	end := len(runes)
	if span.EndLine == span.Line && span.EndLine != 0 {
		end = int(span.EndCol) - indent
	}
	if span.EndLine == 0 || start < 0 || end > len(runes) || start >= end {
		return ""
	}
	body := strings.TrimRight(string(runes), " \t\r")
	if start == 0 && end >= len([]rune(body)) && anchor.Line == 0 {
		return ""
	}
	anchored := anchor.Line == span.Line && anchor.Line != 0
	a, z := int(anchor.Col)-indent, int(anchor.EndCol)-indent
	if anchor.EndLine != anchor.Line {
		z = end
	}
	if anchored && a >= 0 && a < end && runes[a] == ')' {
		// The value of a subscript is in parentheses: the marks begin at the bracket behind them.
		for a < end && runes[a] != '[' {
			a++
		}
	}
	var b strings.Builder
	b.WriteString(pad(runes[:start]))
	for i := start; i < end; i++ {
		mark := byte('^')
		if anchored {
			if i < a || i >= z {
				mark = '~'
			}
		}
		b.WriteByte(mark)
		if wide(runes[i]) {
			b.WriteByte(mark)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// pad is as many blanks as the runes take on a terminal.
func pad(runes []rune) string {
	n := 0
	for _, r := range runes {
		n++
		if wide(r) {
			n++
		}
	}
	return strings.Repeat(" ", n)
}

// syntaxPlace writes where a SyntaxError points to.
func (w *tbWriter) syntaxPlace(e *runtime.Exception) {
	num := func(name string) int {
		n, _ := e.Field(name).(py.Int)
		return int(n)
	}
	file, _ := e.Field("filename").(py.String)
	line := num("lineno")
	if line == 0 {
		return
	}
	p := w.pal
	if strings.HasPrefix(string(file), "In[") {
		w.add("  Cell %s%s%s, line %s%d%s", p.file, file, p.reset, p.line, line, p.reset)
	} else {
		w.add("  File %s\"%s\"%s, line %s%d%s", p.file, file, p.reset, p.line, line, p.reset)
	}
	text, ok := e.Field("text").(py.String)
	if !ok {
		return
	}
	raw := strings.TrimRight(string(text), "\r\n ")
	trimmed := strings.TrimLeft(raw, " \t\f")
	if trimmed == "" {
		return
	}
	indent := len([]rune(raw)) - len([]rune(trimmed))
	w.add("    %s", trimmed)
	start := num("offset") - 1 - indent
	end := start + 1
	if num("end_lineno") == line && num("end_offset") > num("offset") {
		end = num("end_offset") - 1 - indent
	}
	runes := []rune(trimmed)
	if start < 0 || start > len(runes) {
		return
	}
	w.add("    %s%s%s%s", pad(runes[:start]), p.mark, strings.Repeat("^", max(1, end-start)), p.reset)
}

// final writes "Name: text", suggestion and notes.
func (w *tbWriter) final(e *runtime.Exception) {
	p := w.pal
	text := w.s.text(e)
	if e.IsA(py.SyntaxError) {
		if m, ok := e.Field("msg").(py.String); ok {
			text = string(m)
		}
	}
	text += runtime.Suggestion(w.s.thread, e)
	lines := strings.Split(text, "\n")
	if text == "" {
		w.add("%s%s%s", p.name, className(e.Class), p.reset)
	} else {
		w.add("%s%s%s: %s", p.name, className(e.Class), p.reset, lines[0])
		w.lines = append(w.lines, lines[1:]...)
	}
	for _, n := range e.Notes() {
		w.lines = append(w.lines, strings.Split(n, "\n")...)
	}
}

// wide reports whether a terminal gives the rune two columns.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 ||
		r >= 0xffe0 && r <= 0xffe6 || r >= 0x1f300 && r <= 0x1faff || r >= 0x20000 && r <= 0x3fffd)
}

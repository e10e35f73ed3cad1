package syntax

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error is a text that is no program. Pos is where it is wrong and End behind that; where CPython names a single
// place, both are equal. A column of -1 means the line as a whole: no caret is shown. Kind is the exception class: "SyntaxError", "IndentationError" or "TabError".
type Error struct {
	Msg      string
	Pos, End Pos
	Kind     string
	File     string
	Text     string // the source line of Pos, without its newline
	// Incomplete is set when more text could make a program of it.
	Incomplete bool
}

// Error gives "message (file, line N)", as str() of the exception does.
func (e *Error) Error() string {
	return fmt.Sprintf("%s (%s, line %d)", e.Msg, e.File, e.Pos.Line)
}

// Format gives the lines that end a traceback: the place, the source line with carets, the kind and message.
func (e *Error) Format() string {
	var b strings.Builder
	fmt.Fprintf(&b, "  File %q, line %d\n", e.File, e.Pos.Line)
	line := strings.TrimLeft(e.Text, " \n\f\t")
	if line != "" {
		fmt.Fprintf(&b, "    %s\n", line)
		col := int(e.Pos.Col) - (utf8.RuneCountInString(e.Text) - utf8.RuneCountInString(line))
		if col >= 0 {
			n := 1
			if e.End.Line == e.Pos.Line && e.End.Col > e.Pos.Col {
				n = int(e.End.Col - e.Pos.Col)
			}
			b.WriteString("    ")
			i := 0
			for _, c := range line {
				if i >= col {
					break
				}
				if !unicode.IsSpace(c) {
					c = ' '
				}
				b.WriteRune(c)
				i++
			}
			b.WriteString(strings.Repeat("^", n))
			b.WriteByte('\n')
		}
	}
	fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Msg)
	return b.String()
}

// fill sets what the place of the error says about the text.
func (e *Error) fill(file, src string) *Error {
	e.File = file
	if e.Pos.Line < 1 {
		e.Pos.Line = 1
	}
	if e.Pos.Col < 0 {
		e.Pos.Col = -1
	}
	if e.End.Line < e.Pos.Line || e.End.Line == e.Pos.Line && e.End.Col < e.Pos.Col {
		e.End = e.Pos
	}
	e.Text = lineOf(src, int(e.Pos.Line))
	return e
}

// lineOf returns line n (from 1) of src without its newline.
func lineOf(src string, n int) string {
	for ; n > 1; n-- {
		i := strings.IndexByte(src, '\n')
		if i < 0 {
			return ""
		}
		src = src[i+1:]
	}
	if i := strings.IndexByte(src, '\n'); i >= 0 {
		src = src[:i]
	}
	return src
}

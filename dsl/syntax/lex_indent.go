package syntax

import "strings"

// indentation measures the white space at the beginning of a line and opens or closes blocks. Lines that hold only
// white space or a comment do not count.
func (l *lexer) indentation() bool {
	var col, alt int
	joined := 0 // the indentation before a line that a backslash continues is the one that counts, if there is any
	for l.pos < len(l.src) {
		switch c := l.src[l.pos]; c {
		case ' ':
			col++
			alt++
		case '\t':
			col = (col/tabSize + 1) * tabSize
			alt++
		case '\f':
			col, alt = 0, 0
		case '\\':
			if joined == 0 {
				joined = col
			}
			if !l.joinLine() {
				return false
			}
			continue
		case '\r':
			if l.peekAt(1) != '\n' {
				goto measured
			}
		default:
			goto measured
		}
		l.pos++
	}
measured:
	if l.pos < len(l.src) && (l.src[l.pos] == '#' || l.src[l.pos] == '\n') {
		return true
	}
	if l.pos >= len(l.src) || len(l.brackets) > 0 {
		return true // end of text: end closes the blocks
	}
	if joined > 0 {
		col, alt = joined, joined
	}
	return l.setIndent(col, alt)
}

func (l *lexer) setIndent(col, alt int) bool {
	top := l.indents[len(l.indents)-1]
	// The parser's messages place an error at an indentation on the last character of the white space.
	pos := l.place(l.pos)
	pos.Col--
	switch {
	case col == top.col:
		if alt != top.alt && !l.lenient {
			return l.tabError()
		}
	case col > top.col:
		if !l.lenient {
			if len(l.indents) >= maxIndents {
				at := Pos{l.line, 0}
				return l.softFail("IndentationError", at, at, "too many levels of indentation")
			}
			if alt <= top.alt {
				return l.tabError()
			}
		}
		l.indents = append(l.indents, indent{col, alt})
		l.emitAt(kIndent, pos)
	default:
		for len(l.indents) > 1 && col < l.indents[len(l.indents)-1].col {
			l.indents = l.indents[:len(l.indents)-1]
			l.emitAt(kDedent, pos)
		}
		top = l.indents[len(l.indents)-1]
		if l.lenient {
			break
		}
		if col != top.col {
			// CPython finds this before it hands out the dedents.
			for len(l.toks) > 0 && l.toks[len(l.toks)-1].kind == kDedent {
				l.toks = l.toks[:len(l.toks)-1]
			}
			end := len(l.src)
			if i := strings.IndexByte(l.src[l.pos:], '\n'); i >= 0 {
				end = l.pos + i
			}
			at := l.place(end)
			return l.softFail("IndentationError", at, at, "unindent does not match any outer indentation level")
		}
		if alt != top.alt {
			return l.tabError()
		}
	}
	return true
}

func (l *lexer) tabError() bool {
	at := Pos{l.line, 0}
	return l.softFail("TabError", at, at, "inconsistent use of tabs and spaces in indentation")
}

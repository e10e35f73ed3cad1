package syntax

// str reads a string literal that is not an f-string; start is the place of its prefix, l.pos that of the quote.
func (l *lexer) str(start int) bool {
	pos := l.place(start)
	line, lineStart := l.line, l.lineStart
	quote := l.src[l.pos]
	size := l.quoteSize(quote)
	l.pos += size
	if size == 2 {
		l.emit(kString, start) // the empty string
		return true
	}
	for run := 0; run < size; {
		if l.pos >= len(l.src) || size == 1 && l.src[l.pos] == '\n' {
			if l.lenient {
				break
			}
			return l.unterminated(start, line, lineStart, quote, size)
		}
		c := l.src[l.pos]
		l.pos++
		if c == quote {
			run++
			continue
		}
		run = 0
		if c == '\\' && l.pos < len(l.src) {
			c = l.src[l.pos]
			l.pos++
			if c == '\r' && l.peek() == '\n' {
				c = '\n'
				l.pos++
			}
		}
		if c == '\n' {
			l.newline()
		}
	}
	l.emitFrom(kString, start, pos)
	return true
}

// quoteSize is 1 or 3 for the opening quote at l.pos, and 2 for an empty string.
func (l *lexer) quoteSize(quote byte) int {
	if l.peekAt(1) != quote {
		return 1
	}
	if l.peekAt(2) == quote {
		return 3
	}
	return 2
}

// unterminated reports a string without end. The error stands on the opening quote (or prefix).
func (l *lexer) unterminated(start int, line int32, lineStart int, quote byte, size int) bool {
	last := l.line
	if l.pos >= len(l.src) && l.lineStart == l.pos && l.pos > 0 && last > line {
		last-- // the text ended with a newline
	}
	l.atEnd = l.pos >= len(l.src) && size == 3
	l.line, l.lineStart, l.mark, l.markCol = line, lineStart, lineStart, 0
	l.pos = start + 1
	if n := len(l.fstrings); n > 0 {
		if f := l.fstrings[n-1]; f.quote == quote && f.size == size {
			return l.fail("f-string: expecting '}'")
		}
	}
	if size == 3 {
		return l.fail("unterminated triple-quoted string literal (detected at line %d)", last)
	}
	return l.fail("unterminated string literal (detected at line %d)", last)
}

// fstringStart reads the prefix and opening quotes of an f-string.
func (l *lexer) fstringStart(start int, raw bool) bool {
	pos := l.place(start)
	quote := l.src[l.pos]
	size := l.quoteSize(quote)
	if size == 2 {
		size = 1
	}
	l.pos += size
	if len(l.fstrings) >= maxFStringNest && !l.lenient {
		return l.fail("too many nested f-strings")
	}
	l.fstrings = append(l.fstrings, fstring{quote: quote, size: size, raw: raw, start: start, startPos: pos, lineStart: l.lineStart, expr: -1})
	l.emitFrom(kFStart, start, pos)
	return true
}

// fstringText reads the text of an f-string up to the next field, doubled brace, or end.
func (l *lexer) fstringText() bool {
	f := &l.fstrings[len(l.fstrings)-1]
	start, pos := l.pos, l.place(l.pos)
	if l.peek() == '{' && l.peekAt(1) != '{' {
		return l.enterField(f)
	}
	if l.atQuotes(f) {
		l.pos += f.size
		l.emit(kFEnd, start)
		l.fstrings = l.fstrings[:len(l.fstrings)-1]
		return true
	}
	escape := false // inside \N{...}
	spec := f.expr >= 0
	for {
		if l.pos >= len(l.src) || f.size == 1 && l.src[l.pos] == '\n' {
			if spec && l.pos < len(l.src) || l.lenient && spec {
				// A format spec ends with the line; the parser will miss the brace.
				f.inField = true
				l.emitFrom(kFMiddle, start, pos)
				return true
			}
			if l.lenient {
				l.emitFrom(kFMiddle, start, pos)
				l.dropFString()
				return true
			}
			return l.unterminatedF(f)
		}
		if l.atQuotes(f) {
			l.emitFrom(kFMiddle, start, pos)
			return true
		}
		c := l.src[l.pos]
		switch c {
		case '{':
			if l.peekAt(1) == '{' && !spec {
				l.doubledBrace(start, pos)
				return true
			}
			if escape {
				l.pos++
				continue
			}
			l.emitFrom(kFMiddle, start, pos)
			return l.enterField(f)
		case '}':
			if escape {
				l.pos++
				l.emitFrom(kFMiddle, start, pos)
				return true
			}
			if l.peekAt(1) == '}' && !spec && f.depth == 0 {
				l.doubledBrace(start, pos)
				return true
			}
			l.emitFrom(kFMiddle, start, pos)
			f.inField = true
			if l.lenient && f.depth == 0 {
				f.inField = false
				l.pos++
			}
			return true
		case '\\':
			l.pos++
			n := l.peek()
			if n == '{' || n == '}' || n == 0 {
				continue
			}
			if n == '\r' && l.peekAt(1) == '\n' {
				l.pos++
				n = '\n'
			}
			l.pos++
			if n == '\n' {
				l.newline()
			}
			if n == 'N' && !f.raw && l.peek() == '{' {
				l.pos++
				escape = true
			}
		case '\n':
			l.pos++
			l.newline()
		default:
			l.pos++
		}
	}
}

// doubledBrace ends a text with the brace that two stand for. The place of the text covers both.
func (l *lexer) doubledBrace(start int, pos Pos) {
	l.pos++
	l.emitFrom(kFMiddle, start, pos)
	l.pos++
	l.toks[len(l.toks)-1].stop.Col++
}

// enterField goes over to code at an opening brace.
func (l *lexer) enterField(f *fstring) bool {
	f.expr++
	if f.expr >= maxFieldNest && !l.lenient {
		return l.fail("f-string: expressions nested too deeply")
	}
	f.inField = true
	return l.open('{')
}

// atQuotes reports whether the closing quotes of f stand at l.pos.
func (l *lexer) atQuotes(f *fstring) bool {
	if l.peek() != f.quote {
		return false
	}
	return f.size == 1 || l.peekAt(1) == f.quote && l.peekAt(2) == f.quote
}

func (l *lexer) unterminatedF(f *fstring) bool {
	last := l.line
	if l.pos >= len(l.src) && l.lineStart == l.pos && l.pos > 0 && last > f.startPos.Line {
		last--
	}
	l.atEnd = l.pos >= len(l.src) && f.size == 3
	l.line, l.lineStart, l.mark, l.markCol = f.startPos.Line, f.lineStart, f.lineStart, 0
	l.pos = f.start + 1
	if f.size == 3 {
		return l.fail("unterminated triple-quoted f-string literal (detected at line %d)", last)
	}
	return l.fail("unterminated f-string literal (detected at line %d)", last)
}

// dropFString forgets the innermost f-string and the brackets opened in it (lenient mode).
func (l *lexer) dropFString() {
	f := l.fstrings[len(l.fstrings)-1]
	l.fstrings = l.fstrings[:len(l.fstrings)-1]
	if n := len(l.brackets) - f.depth; n >= 0 {
		l.brackets = l.brackets[:n]
	}
}

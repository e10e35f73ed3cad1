package syntax

// operator reads an operator or bracket.
func (l *lexer) operator(c byte) bool {
	start := l.pos
	if n := len(l.fstrings); n > 0 {
		f := &l.fstrings[n-1]
		if c == ':' && f.depth-1 == f.expr {
			// A colon at the level of the field ends the expression, whatever follows.
			l.pos++
			l.emit(kColon, start)
			f.inField = false
			return true
		}
	}
	if c == '.' && l.peekAt(1) == '.' && l.peekAt(2) == '.' {
		l.pos += 3
		l.emit(kEllipsis, start)
		return true
	}
	if two := twoChars(c, l.peekAt(1)); two != 0 {
		l.pos += 2
		if three := threeChars(two, l.peek()); three != 0 {
			two = three
			l.pos++
		}
		l.emit(two, start)
		return true
	}
	switch c {
	case '(', '[', '{':
		return l.open(c)
	case ')', ']', '}':
		return l.close(c)
	}
	k := oneChar[c&0x7f]
	if k == 0 {
		k = kOther
		if (c < ' ' || c == 0x7f) && !l.lenient {
			l.pos++
			return l.fail("invalid non-printable character U+%04X", c)
		}
	}
	l.pos++
	l.emit(k, start)
	return true
}

func (l *lexer) open(c byte) bool {
	start := l.pos
	l.pos++
	if len(l.brackets) >= maxBrackets && !l.lenient {
		return l.fail("too many nested parentheses")
	}
	l.brackets = append(l.brackets, bracket{c, l.line, l.place(start)})
	if n := len(l.fstrings); n > 0 {
		l.fstrings[n-1].depth++
	}
	l.emit(oneChar[c], start)
	return true
}

func (l *lexer) close(c byte) bool {
	start := l.pos
	l.pos++
	var f *fstring
	if n := len(l.fstrings); n > 0 {
		f = &l.fstrings[n-1]
		if f.depth == 0 && c == '}' && !l.lenient {
			return l.fail("f-string: single '}' is not allowed")
		}
	}
	n := len(l.brackets)
	if n == 0 {
		if l.lenient {
			l.emit(oneChar[c], start)
			return true
		}
		return l.fail("unmatched '%c'", c)
	}
	open := l.brackets[n-1]
	if !matches(open.c, c) && !l.lenient {
		if f != nil && open.c == '{' && f.depth-1 == f.expr {
			return l.fail("f-string: unmatched '%c'", c)
		}
		if open.line != l.line {
			return l.fail("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, open.c, open.line)
		}
		return l.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.c)
	}
	if !matches(open.c, c) {
		// Lenient: a bracket that closes an outer one closes what stands between; else it closes nothing.
		for i := n - 2; i >= 0; i-- {
			if matches(l.brackets[i].c, c) && f == nil {
				n = i + 1
				break
			}
		}
		if f != nil || !matches(l.brackets[n-1].c, c) {
			l.emit(oneChar[c], start)
			return true
		}
	}
	l.brackets = l.brackets[:n-1]
	l.emit(oneChar[c], start)
	if f != nil && f.depth > 0 {
		f.depth--
		if c == '}' && f.depth == f.expr {
			f.expr--
			f.inField = false
		}
	}
	return true
}

func matches(open, close byte) bool {
	return open == '(' && close == ')' || open == '[' && close == ']' || open == '{' && close == '}'
}

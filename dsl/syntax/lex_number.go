package syntax

import "strings"

// number reads a numeric literal and complains where CPython does. The value is computed by the parser.
func (l *lexer) number() bool {
	start := l.pos
	if l.peek() == '0' && l.pos+1 < len(l.src) {
		switch l.src[l.pos+1] {
		case 'x', 'X':
			return l.radix(start, "hexadecimal", isHexDigit)
		case 'o', 'O':
			return l.radix(start, "octal", func(c byte) bool { return '0' <= c && c <= '7' })
		case 'b', 'B':
			return l.radix(start, "binary", func(c byte) bool { return c == '0' || c == '1' })
		}
	}
	zeros := 0 // end of leading zeros when other digits follow
	if l.peek() == '0' {
		for l.peek() == '0' || l.peek() == '_' {
			if l.peek() == '_' {
				l.pos++
				if !isDigit(l.peek()) && !l.lenient {
					return l.fail("invalid decimal literal")
				}
				continue
			}
			l.pos++
		}
		if isDigit(l.peek()) {
			zeros = l.pos
			if !l.digits() {
				return false
			}
		}
	} else if l.peek() != '.' && !l.digits() {
		return false
	}
	whole := true
	if l.peek() == '.' {
		whole = false
		l.pos++
		if isDigit(l.peek()) && !l.digits() {
			return false
		}
	}
	if c := l.peek(); c == 'e' || c == 'E' {
		next := l.peekAt(1)
		switch {
		case next == '+' || next == '-':
			l.pos += 2
			if !isDigit(l.peek()) {
				if l.lenient {
					break
				}
				return l.fail("invalid decimal literal")
			}
			whole = false
			if !l.digits() {
				return false
			}
		case isDigit(next):
			whole = false
			l.pos++
			if !l.digits() {
				return false
			}
		default:
			return l.numberEnd(start, "decimal")
		}
	}
	if c := l.peek(); c == 'j' || c == 'J' {
		l.pos++
		return l.numberEnd(start, "imaginary")
	}
	if zeros > 0 && whole && !l.lenient {
		return l.failAt("SyntaxError", l.place(start), l.place(zeros),
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	}
	return l.numberEnd(start, "decimal")
}

// digits passes over decimal digits with single underscores between them.
func (l *lexer) digits() bool {
	for {
		for isDigit(l.peek()) {
			l.pos++
		}
		if l.peek() != '_' {
			return true
		}
		l.pos++
		if !isDigit(l.peek()) {
			if l.lenient {
				return true
			}
			return l.fail("invalid decimal literal")
		}
	}
}

func isHexDigit(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// radix reads what follows 0x, 0o or 0b.
func (l *lexer) radix(start int, name string, is func(byte) bool) bool {
	l.pos += 2
	for {
		if l.peek() == '_' {
			l.pos++
		}
		if !is(l.peek()) {
			if l.lenient {
				break
			}
			if c := l.peek(); isDigit(c) {
				l.pos++
				return l.fail("invalid digit '%c' in %s literal", c, name)
			}
			return l.fail("invalid %s literal", name)
		}
		for is(l.peek()) {
			l.pos++
		}
		if l.peek() != '_' {
			break
		}
	}
	if c := l.peek(); isDigit(c) && !l.lenient {
		l.pos++
		return l.fail("invalid digit '%c' in %s literal", c, name)
	}
	return l.numberEnd(start, name)
}

// numberEnd refuses a letter right after a number, unless it begins a keyword that may follow ("1if x else 2").
func (l *lexer) numberEnd(start int, name string) bool {
	rest := l.src[l.pos:]
	if rest != "" && rest[0] < 0x80 && isNameByte(rest[0]) && !l.lenient {
		ok := false
		for _, kw := range [...]string{"and", "else", "for", "or", "not"} {
			if strings.HasPrefix(rest, kw) && (len(rest) == len(kw) || !isNameByte(rest[len(kw)])) {
				ok = true
				break
			}
		}
		for _, kw := range [...]string{"if", "in", "is"} {
			ok = ok || strings.HasPrefix(rest, kw)
		}
		if !ok {
			return l.fail("invalid %s literal", name)
		}
	}
	l.emit(kNumber, start)
	return true
}

package syntax

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// name reads an identifier or keyword, or finds that the letters were the prefix of a string.
func (l *lexer) name() bool {
	start := l.pos
	var b, u, r, f bool
	for prefix := true; l.pos < len(l.src) && isNameByte(l.src[l.pos]); {
		c := l.src[l.pos]
		if prefix {
			switch {
			case (c == 'b' || c == 'B') && !b && !u && !f:
				b = true
			case (c == 'u' || c == 'U') && !b && !u && !r && !f:
				u = true
			case (c == 'r' || c == 'R') && !r && !u:
				r = true
			case (c == 'f' || c == 'F') && !f && !b && !u:
				f = true
			default:
				prefix = false
			}
		}
		l.pos++
		if prefix && l.pos < len(l.src) && (l.src[l.pos] == '"' || l.src[l.pos] == '\'') {
			if f {
				return l.fstringStart(start, r)
			}
			return l.str(start)
		}
	}
	text := l.src[start:l.pos]
	if !l.ascii {
		if n := badNameByte(text); n >= 0 && !l.lenient {
			c, size := utf8.DecodeRuneInString(text[n:])
			l.pos = start + n + size
			switch {
			case c == utf8.RuneError && size == 1:
				return l.fail("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte", text[n], start+n)
			case unicode.IsPrint(c):
				return l.fail("invalid character '%c' (U+%04X)", c, c)
			}
			return l.fail("invalid non-printable character U+%04X", c)
		}
	}
	k := kName
	if n := len(text); n >= 2 && n <= 8 {
		if kw, ok := keywords[text]; ok {
			k = kw
		}
	}
	l.emit(k, start)
	return true
}

// badNameByte returns the offset of the first character that cannot stand in an identifier, or -1. CPython decides by
// the compatibility form of each character.
func badNameByte(s string) int {
	for i, c := range s {
		if c < utf8.RuneSelf {
			continue
		}
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
		if i == 0 && !idStart(c) || i > 0 && !idStart(c) && !idContinue(c) {
			return i
		}
	}
	return -1
}

// idStart and idContinue are Unicode's XID_Start and XID_Continue: the character and its compatibility form must both
// be allowed.
func idStart(c rune) bool {
	if !unicode.IsLetter(c) && !unicode.Is(unicode.Nl, c) && c != '_' && !unicode.Is(unicode.Other_ID_Start, c) {
		return false
	}
	return xid(c, true)
}

func idContinue(c rune) bool {
	if !unicode.IsLetter(c) && c != '_' &&
		!unicode.In(c, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Start, unicode.Other_ID_Continue) {
		return false
	}
	return xid(c, false)
}

// xid checks the compatibility form of c, letter by letter.
func xid(c rune, start bool) bool {
	form := norm.NFKC.String(string(c))
	for i, d := range form {
		ok := unicode.IsLetter(d) || d == '_' || unicode.Is(unicode.Nl, d) || unicode.Is(unicode.Other_ID_Start, d)
		if !ok && (i > 0 || !start) {
			ok = unicode.In(d, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
		}
		if !ok {
			return false
		}
	}
	return true
}

// nameText is the identifier that a name token stands for: names that differ only in compatibility forms are the same.
func nameText(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return norm.NFKC.String(s)
		}
	}
	return s
}

package syntax

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"
)

// unescape gives the value of the text between the quotes of a string literal. An error message is CPython's, with the
// byte positions that it counts.
func unescape(s string) (string, string) {
	if strings.IndexByte(s, '\\') < 0 {
		return s, ""
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' {
			b.WriteByte(c)
			i++
			continue
		}
		at := i
		i++
		if i >= len(s) {
			return "", unicodeError(s, at, at, "\\ at end of string")
		}
		c = s[i]
		i++
		switch c {
		case '\n':
		case '\\', '\'', '"':
			b.WriteByte(c)
		case 'a':
			b.WriteByte('\a')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 'v':
			b.WriteByte('\v')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := rune(c - '0')
			for n := 0; n < 2 && i < len(s) && '0' <= s[i] && s[i] <= '7'; n++ {
				v = v*8 + rune(s[i]-'0')
				i++
			}
			b.WriteRune(v)
		case 'x', 'u', 'U':
			n, what := 2, "truncated \\xXX escape"
			if c == 'u' {
				n, what = 4, "truncated \\uXXXX escape"
			} else if c == 'U' {
				n, what = 8, "truncated \\UXXXXXXXX escape"
			}
			v, got := hexDigits(s[i:], n)
			i += got
			if got < n {
				return "", unicodeError(s, at, i-1, what)
			}
			if v > utf8.MaxRune {
				return "", unicodeError(s, at, i-1, "illegal Unicode character")
			}
			writeRune(&b, rune(v))
		case 'N':
			if i >= len(s) || s[i] != '{' {
				return "", unicodeError(s, at, i-1, "malformed \\N character escape")
			}
			end := strings.IndexByte(s[i:], '}')
			if end < 0 {
				return "", unicodeError(s, at, len(s)-1, "malformed \\N character escape")
			}
			name := s[i+1 : i+end]
			i += end + 1
			if name == "" {
				return "", unicodeError(s, at, i-2, "malformed \\N character escape")
			}
			r, ok := runeByName(name)
			if !ok {
				return "", unicodeError(s, at, i-1, "unknown Unicode character name")
			}
			b.WriteRune(r)
		default:
			b.WriteByte('\\')
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}

// writeRune writes v, also a lone surrogate, which Go strings can hold only in its three-byte form.
func writeRune(b *strings.Builder, v rune) {
	if 0xD800 <= v && v <= 0xDFFF {
		b.Write([]byte{0xE0 | byte(v>>12), 0x80 | byte(v>>6)&0x3F, 0x80 | byte(v)&0x3F})
		return
	}
	b.WriteRune(v)
}

// unicodeError words a failure. CPython decodes an intermediate form in which each character above ASCII is written
// as a ten-byte escape, and counts positions in that.
func unicodeError(s string, from, to int, what string) string {
	count := func(end int) int {
		n := 0
		for _, c := range s[:end] {
			if c < utf8.RuneSelf {
				n++
			} else {
				n += 10
			}
		}
		return n
	}
	a, b := count(from), count(to+1)-1
	if a == b {
		return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", a, what)
	}
	return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", a, b, what)
}

func hexDigits(s string, max int) (v uint64, n int) {
	for n < max && n < len(s) && isHexDigit(s[n]) {
		c := s[n] | 0x20
		if c >= 'a' {
			c -= 'a' - 10
		} else {
			c -= '0'
		}
		if s[n] <= '9' {
			c = s[n] - '0'
		}
		v = v<<4 | uint64(c)
		n++
	}
	return v, n
}

// unescapeBytes gives the value of a bytes literal as a string of bytes.
func unescapeBytes(s string) (string, string) {
	if strings.IndexByte(s, '\\') < 0 {
		return s, ""
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		i++
		if c != '\\' {
			b.WriteByte(c)
			continue
		}
		if i >= len(s) {
			return "", "(value error) Trailing \\ in string"
		}
		c = s[i]
		i++
		switch c {
		case '\n':
		case '\\', '\'', '"':
			b.WriteByte(c)
		case 'a':
			b.WriteByte('\a')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 'v':
			b.WriteByte('\v')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := int(c - '0')
			for n := 0; n < 2 && i < len(s) && '0' <= s[i] && s[i] <= '7'; n++ {
				v = v*8 + int(s[i]-'0')
				i++
			}
			b.WriteByte(byte(v))
		case 'x':
			v, n := hexDigits(s[i:], 2)
			if n < 2 {
				return "", fmt.Sprintf("(value error) invalid \\x escape at position %d", i-2)
			}
			b.WriteByte(byte(v))
			i += 2
		default:
			b.WriteByte('\\')
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}

// runeByName finds the character of a \N{...} escape; upper and lower case do not matter. The table of names is built
// when the first such escape is met.
func runeByName(name string) (rune, bool) {
	runeNames.once.Do(func() {
		m := make(map[string]rune, 40000)
		for r := rune(0); r <= utf8.MaxRune; r++ {
			if r == 0x3400 { // skip the ideographs, whose names are computed
				r = 0x4DC0
			} else if r == 0x4E00 {
				r = 0xA000
			} else if r == 0xAC00 {
				r = 0xF900
			} else if r == 0x17000 {
				r = 0x18800
			} else if r == 0x20000 {
				r = 0x2F800
			} else if r == 0x30000 {
				r = 0xE0000
			} else if r == 0xE0200 {
				break
			}
			if n := runenames.Name(r); n != "" && n[0] != '<' {
				m[n] = r
			}
		}
		runeNames.byName = m
	})
	name = strings.ToUpper(name)
	if r, ok := runeNames.byName[name]; ok {
		return r, true
	}
	if r, ok := nameAliases[name]; ok {
		return r, true
	}
	return computedName(name)
}

var runeNames struct {
	once   sync.Once
	byName map[string]rune
}

// nameAliases are the formal names of characters that the name table lists only as <control>.
var nameAliases = map[string]rune{
	"NULL": 0, "START OF HEADING": 1, "START OF TEXT": 2, "END OF TEXT": 3, "END OF TRANSMISSION": 4, "ENQUIRY": 5,
	"ACKNOWLEDGE": 6, "ALERT": 7, "BEL": 7, "BACKSPACE": 8, "CHARACTER TABULATION": 9, "HORIZONTAL TABULATION": 9,
	"TAB": 9, "LINE FEED": 10, "NEW LINE": 10, "END OF LINE": 10, "LF": 10, "LINE TABULATION": 11,
	"VERTICAL TABULATION": 11, "FORM FEED": 12, "FF": 12, "CARRIAGE RETURN": 13, "CR": 13, "SHIFT OUT": 14,
	"SHIFT IN": 15, "ESCAPE": 27, "ESC": 27, "SPACE": 32, "SP": 32, "DELETE": 127, "DEL": 127, "NEXT LINE": 0x85,
	"NBSP": 0xA0, "SHY": 0xAD, "BYTE ORDER MARK": 0xFEFF, "BOM": 0xFEFF, "ZERO WIDTH NO-BREAK SPACE": 0xFEFF,
}

// computedName handles the names that Unicode derives from the code point.
func computedName(name string) (rune, bool) {
	for _, p := range [...]string{"CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-"} {
		if rest, ok := strings.CutPrefix(name, p); ok {
			v, n := hexDigits(rest, 6)
			if n == len(rest) && n >= 4 && strings.HasPrefix(p, "CJK") {
				return rune(v), true
			}
		}
	}
	return hangulSyllable(name)
}

// hangulSyllable composes a syllable from the short names of its letters.
func hangulSyllable(name string) (rune, bool) {
	rest, ok := strings.CutPrefix(name, "HANGUL SYLLABLE ")
	if !ok {
		return 0, false
	}
	lead := strings.Split("G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H", ",")
	vowel := strings.Split("A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I", ",")
	tail := strings.Split(",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H", ",")
	for l, a := range lead {
		if !strings.HasPrefix(rest, a) {
			continue
		}
		for v, b := range vowel {
			if !strings.HasPrefix(rest[len(a):], b) {
				continue
			}
			for t, c := range tail {
				if rest == a+b+c {
					return rune(0xAC00 + (l*21+v)*28 + t), true
				}
			}
		}
	}
	return 0, false
}

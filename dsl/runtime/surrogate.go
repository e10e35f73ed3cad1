package runtime

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Lone surrogates (U+D800 to U+DFFF) are no characters and have no place in UTF-8, but strings of the language may hold
// them. They are kept in the three bytes that the UTF-8 scheme would give them; the functions here read and write such
// text. Text without the byte 0xED, which is nearly all text, takes the ways of package utf8.

func isSurrogate(r rune) bool { return r >= 0xd800 && r < 0xe000 }

// decodeRune is utf8.DecodeRuneInString that knows surrogates.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xed && s[1]&0xe0 == 0xa0 && s[2]&0xc0 == 0x80 {
		return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}

// decodeLastRune is utf8.DecodeLastRuneInString that knows surrogates.
func decodeLastRune(s string) (rune, int) {
	r, n := utf8.DecodeLastRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 {
		if r, n := decodeRune(s[len(s)-3:]); n == 3 {
			return r, n
		}
	}
	return r, n
}

// hasSurrogate reports whether text holds a lone surrogate.
func hasSurrogate(s string) bool {
	for {
		i := strings.IndexByte(s, 0xed)
		if i < 0 {
			return false
		}
		s = s[i:]
		if len(s) >= 3 && s[1]&0xe0 == 0xa0 {
			return true
		}
		s = s[1:]
	}
}

// runeCount is the number of code points.
func runeCount(s string) int {
	n := utf8.RuneCountInString(s)
	// Each surrogate was counted as three bytes.
	if strings.IndexByte(s, 0xed) >= 0 && hasSurrogate(s) {
		n = 0
		for range eachRune(s) {
			n++
		}
	}
	return n
}

// eachRune ranges over byte offsets and code points.
func eachRune(s string) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		for i := 0; i < len(s); {
			r, n := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, n = decodeRune(s[i:])
			}
			if !yield(i, r) {
				return
			}
			i += n
		}
	}
}

// toRunes is []rune(s).
func toRunes(s string) []rune {
	if !hasSurrogate(s) {
		return []rune(s)
	}
	var out []rune
	for _, r := range eachRune(s) {
		out = append(out, r)
	}
	return out
}

// appendRune appends the bytes of a code point, a surrogate included.
func appendRune(b []byte, r rune) []byte {
	if isSurrogate(r) {
		return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(b, r)
}

// writeRune writes a code point, a surrogate included.
func writeRune(b *strings.Builder, r rune) {
	if isSurrogate(r) {
		b.Write(appendRune(nil, r))
		return
	}
	b.WriteRune(r)
}

// RuneText is the one-character string of a code point, a surrogate included.
func RuneText(r rune) string { return string(appendRune(nil, r)) }

// fromRunes is string(runes).
func fromRunes(runes []rune) string {
	b := make([]byte, 0, len(runes))
	for _, r := range runes {
		b = appendRune(b, r)
	}
	return string(b)
}

// DecodeRune is utf8.DecodeRuneInString that knows surrogates.
func DecodeRune(s string) (rune, int) { return decodeRune(s) }

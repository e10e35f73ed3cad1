package runtime

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Character classes and case mappings as Python's str methods see them.

func inRanges(table [][2]rune, r rune) bool {
	i := sort.Search(len(table), func(i int) bool { return table[i][1] >= r })
	return i < len(table) && table[i][0] <= r
}

func isDecimal(r rune) bool { return unicode.Is(unicode.Nd, r) }
func isDigit(r rune) bool   { return isDecimal(r) || inRanges(digitRanges, r) }
func isNumeric(r rune) bool { return isDigit(r) || inRanges(numericRanges, r) }
func isAlpha(r rune) bool   { return unicode.IsLetter(r) }
func isAlnum(r rune) bool   { return isAlpha(r) || isNumeric(r) }

func isSpace(r rune) bool {
	switch {
	case r < 0x80:
		return r == ' ' || r >= '\t' && r <= '\r' || r >= 0x1c && r <= 0x1f
	case r == 0x85, r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a, r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000:
		return true
	}
	return false
}

// isLineEnd reports whether splitlines splits after r.
func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r)
}

func isTitle(r rune) bool { return unicode.Is(unicode.Lt, r) }
func isCased(r rune) bool { return isLower(r) || isUpper(r) || isTitle(r) }

// isCaseIgnorable approximates the Unicode property by the categories that make it up.
func isCaseIgnorable(r rune) bool {
	switch r {
	case '\'', '.', ':', '^', '`', 0xa8, 0xad, 0xaf, 0xb4, 0xb7, 0xb8, 0x2019, 0x2018, 0x2024, 0x2027:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// IsPrintable reports whether repr shows r as itself.
func isPrintable(r rune) bool { return unicode.IsPrint(r) }

func isIDStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) && !inRanges(idStartNot, r) || inRanges(idStartRanges, r)
}

func isIDContinue(r rune) bool { return isIDStart(r) || inRanges(idContinueRanges, r) }

// IsIdentifier is str.isidentifier.
func IsIdentifier(s string) bool {
	for i, r := range eachRune(s) {
		if i == 0 && !isIDStart(r) || i > 0 && !isIDContinue(r) {
			return false
		}
	}
	return s != ""
}

func strUpper(s string) string {
	if isASCII(s) {
		return strings.ToUpper(s)
	}
	return mapFull(s, upperFull, unicode.ToUpper)
}

func mapFull(s string, full map[rune]string, simple func(rune) rune) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range eachRune(s) {
		if m, ok := full[r]; ok {
			b.WriteString(m)
		} else {
			writeRune(&b, simple(r))
		}
	}
	return b.String()
}

const capitalSigma = 'Σ'

func strLower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range eachRune(s) {
		writeLower(&b, s, i, r)
	}
	return b.String()
}

// writeLower writes the lower case of the character r at offset i of s; a capital sigma at the end of a word has a
// form of its own.
func writeLower(b *strings.Builder, s string, i int, r rune) {
	if r == capitalSigma {
		if finalSigma(s, i) {
			writeRune(b, 'ς')
		} else {
			writeRune(b, 'σ')
		}
		return
	}
	if m, ok := lowerFull[r]; ok {
		b.WriteString(m)
		return
	}
	writeRune(b, unicode.ToLower(r))
}

func finalSigma(s string, i int) bool {
	before := false
	for j := i; j > 0; {
		r, n := decodeLastRune(s[:j])
		j -= n
		if isCaseIgnorable(r) {
			continue
		}
		before = isCased(r)
		break
	}
	if !before {
		return false
	}
	for _, r := range s[i+len("Σ"):] {
		if !isCaseIgnorable(r) {
			return !isCased(r)
		}
	}
	return true
}

func strFold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range eachRune(s) {
		if m, ok := foldFull[r]; ok {
			b.WriteString(m)
		} else if m, ok := lowerFull[r]; ok {
			b.WriteString(m)
		} else {
			writeRune(&b, unicode.ToLower(r))
		}
	}
	return b.String()
}

func writeTitle(b *strings.Builder, r rune) {
	if m, ok := titleFull[r]; ok {
		b.WriteString(m)
		return
	}
	writeRune(b, unicode.ToTitle(r))
}

func strTitle(s string) string {
	var b strings.Builder
	prev := false
	for i, r := range eachRune(s) {
		if prev {
			writeLower(&b, s, i, r)
		} else {
			writeTitle(&b, r)
		}
		prev = isCased(r)
	}
	return b.String()
}

func strCapitalize(s string) string {
	var b strings.Builder
	for i, r := range eachRune(s) {
		if i == 0 {
			writeTitle(&b, r)
		} else {
			writeLower(&b, s, i, r)
		}
	}
	return b.String()
}

func strSwapcase(s string) string {
	var b strings.Builder
	for i, r := range eachRune(s) {
		switch {
		case isUpper(r):
			writeLower(&b, s, i, r)
		case isLower(r):
			if m, ok := upperFull[r]; ok {
				b.WriteString(m)
			} else {
				writeRune(&b, unicode.ToUpper(r))
			}
		default:
			writeRune(&b, r)
		}
	}
	return b.String()
}

// allRunes reports whether s is not empty and all its characters satisfy f.
func allRunes(s string, f func(rune) bool) bool {
	for _, r := range eachRune(s) {
		if !f(r) {
			return false
		}
	}
	return s != ""
}

func strIsLower(s string) bool {
	cased := false
	for _, r := range eachRune(s) {
		if isUpper(r) || isTitle(r) {
			return false
		}
		cased = cased || isLower(r)
	}
	return cased
}

func strIsUpper(s string) bool {
	cased := false
	for _, r := range eachRune(s) {
		if isLower(r) || isTitle(r) {
			return false
		}
		cased = cased || isUpper(r)
	}
	return cased
}

func strIsTitle(s string) bool {
	cased, prev := false, false
	for _, r := range eachRune(s) {
		switch {
		case isUpper(r) || isTitle(r):
			if prev {
				return false
			}
			prev, cased = true, true
		case isLower(r):
			if !prev {
				return false
			}
			prev, cased = true, true
		default:
			prev = false
		}
	}
	return cased
}

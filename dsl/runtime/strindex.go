package runtime

import (
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// Strings are UTF-8 and are indexed by code point. For ASCII text the two agree; for other text of some length a table
// of byte offsets is kept in a small cache, so that a loop over positions is not quadratic.

// isASCII tells whether all bytes are below 0x80, eight at a time.
func isASCII(s string) bool {
	for len(s) >= 8 {
		if le64(s)&0x8080808080808080 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const (
	strCacheMin  = 64 // shorter strings are scanned each time
	strCacheSize = 16
	strStride    = 64 // code points between noted offsets
)

// strInfo is what the cache knows of one string.
type strInfo struct {
	s     string
	runes int
	// offsets[i] is the byte offset of code point i*strStride; nil for ASCII.
	offsets []int
}

var strCache [strCacheSize]atomic.Pointer[strInfo]

func infoOf(s string) *strInfo {
	p := uintptr(unsafe.Pointer(unsafe.StringData(s)))
	slot := &strCache[(p>>4^p>>12^uintptr(len(s)))%strCacheSize]
	if in := slot.Load(); in != nil && len(in.s) == len(s) && unsafe.StringData(in.s) == unsafe.StringData(s) {
		return in
	}
	in := &strInfo{s: s, runes: len(s)}
	if !isASCII(s) {
		in.runes = 0
		for at := range eachRune(s) {
			if in.runes%strStride == 0 {
				in.offsets = append(in.offsets, at)
			}
			in.runes++
		}
	}
	slot.Store(in)
	return in
}

// strLen is the number of code points.
func strLen(s string) int {
	if len(s) < strCacheMin {
		return runeCount(s)
	}
	return infoOf(s).runes
}

// strASCII is isASCII with the help of the cache.
func strASCII(s string) bool {
	if len(s) < strCacheMin {
		return isASCII(s)
	}
	return infoOf(s).offsets == nil
}

// byteOffset is the byte offset of code point i, which may be the length.
func byteOffset(s string, i int) int {
	at := 0
	if len(s) >= strCacheMin {
		in := infoOf(s)
		if in.offsets == nil {
			return i
		}
		if i >= in.runes {
			return len(s)
		}
		at = in.offsets[i/strStride]
		i %= strStride
	} else if isASCII(s) {
		return i
	}
	for ; i > 0 && at < len(s); i-- {
		_, n := decodeRune(s[at:])
		at += n
	}
	return at
}

// runeIndex is the code point position of a byte offset.
func runeIndex(s string, at int) int {
	if at < 0 || strASCII(s) {
		return at
	}
	return runeCount(s[:at])
}

// strAt is the one-character string at position i, which is in range.
func strAt(s string, i int) string {
	at := byteOffset(s, i)
	_, n := decodeRune(s[at:])
	return s[at : at+n]
}

// strSlice is s[i:j] by code points, 0 <= i <= j <= length.
func strSlice(s string, i, j int) string {
	if i >= j {
		return ""
	}
	from := byteOffset(s, i)
	if j-i < strStride {
		rest := s[from:]
		return rest[:shortOffset(rest, j-i)]
	}
	return s[from:byteOffset(s, j)]
}

// shortOffset is the byte offset of a code point near the start.
func shortOffset(s string, i int) int {
	at := 0
	for ; i > 0 && at < len(s); i-- {
		if s[at] < utf8.RuneSelf {
			at++
			continue
		}
		_, n := decodeRune(s[at:])
		at += n
	}
	return at
}

package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Limits of CPython's tokenizer, kept so that the same texts are refused.
const (
	maxBrackets    = 200
	maxIndents     = 100
	maxFStringNest = 150
	maxFieldNest   = 3 // fields in format specs of fields
	tabSize        = 8
)

// lexer cuts a text into tokens. It reads the whole text at once; the first mistake ends the token list with a kError
// token, and err says what it was. In lenient mode there are no mistakes: whatever is broken is passed over as well as
// can be, for Tokens.
type lexer struct {
	src       string
	ascii     bool // then columns are byte distances
	pos       int  // next byte
	line      int32
	lineStart int
	mark      int // columns of this line are counted from here when the text is not ASCII
	markCol   int32

	toks     []token
	bol      bool // at the beginning of a logical line, where indentation counts
	indents  []indent
	brackets []bracket
	fstrings []fstring
	lenient  bool

	err *Error
	// hard is set for mistakes that outrank those of the parser, wherever they are: a text with a broken token is
	// reported for that. Mistakes inside f-strings, unclosed brackets and wrong indentation only count when the parser
	// gets there.
	hard bool
	// atEnd is set for mistakes that more text could mend.
	atEnd bool
}

// indent is one level of indentation, measured with tabs of eight columns and of one: both must agree on every
// comparison, else the text means different things to different readers.
type indent struct{ col, alt int }

type bracket struct {
	c    byte
	line int32
	pos  Pos
}

// fstring is one f-string being read. Fields of a nested format spec raise expr; depth counts the brackets opened
// since the string began.
type fstring struct {
	quote     byte
	size      int
	raw       bool
	start     int // byte offset of the prefix
	startPos  Pos
	lineStart int
	depth     int  // open brackets within the string
	expr      int  // depth of fields, -1 outside
	inField   bool // reading code, not text
}

func newLexer(src string) *lexer {
	l := &lexer{src: src, line: 1, bol: true, indents: make([]indent, 1, 8)}
	l.ascii = true
	for i := 0; i < len(src); i++ {
		if src[i] >= utf8.RuneSelf {
			l.ascii = false
			break
		}
	}
	l.toks = make([]token, 0, len(src)/4+8)
	return l
}

// run reads the whole text.
func (l *lexer) run() {
	for {
		var more bool
		if n := len(l.fstrings); n > 0 && !l.fstrings[n-1].inField {
			more = l.fstringText()
		} else {
			more = l.code()
		}
		if !more {
			return
		}
	}
}

// peek returns the next byte, or 0 at the end of the text (which cannot contain 0).
func (l *lexer) peek() byte {
	if l.pos < len(l.src) {
		return l.src[l.pos]
	}
	return 0
}

func (l *lexer) peekAt(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

// col is the column of a byte offset on the current line.
func (l *lexer) col(off int) int32 {
	if l.ascii {
		return int32(off - l.lineStart)
	}
	if off < l.mark {
		return int32(utf8.RuneCountInString(l.src[l.lineStart:off]))
	}
	l.markCol += int32(utf8.RuneCountInString(l.src[l.mark:off]))
	l.mark = off
	return l.markCol
}

func (l *lexer) place(off int) Pos { return Pos{l.line, l.col(off)} }

// newline notes that the byte at l.pos-1 was a newline.
func (l *lexer) newline() {
	l.line++
	l.lineStart, l.mark, l.markCol = l.pos, l.pos, 0
}

// emit adds a token that ends at l.pos and lies on the current line.
func (l *lexer) emit(k kind, start int) {
	l.emitFrom(k, start, l.place(start))
}

// emitFrom adds a token that may have begun on an earlier line.
func (l *lexer) emitFrom(k kind, start int, pos Pos) {
	l.toks = append(l.toks, token{kind: k, level: int16(len(l.brackets)), start: int32(start), end: int32(l.pos), pos: pos, stop: l.place(l.pos)})
}

// emitAt adds a token without text at a given place: indentation and the end.
func (l *lexer) emitAt(k kind, pos Pos) {
	l.toks = append(l.toks, token{kind: k, level: int16(len(l.brackets)), start: int32(l.pos), end: int32(l.pos), pos: pos, stop: pos})
}

// fail ends the token list with an error placed on the character before l.pos.
func (l *lexer) fail(format string, args ...any) bool {
	pos := l.place(l.pos)
	if pos.Col > 0 {
		pos.Col--
	}
	return l.failAt("SyntaxError", pos, pos, format, args...)
}

// failAt ends the token list with a mistake that outranks the parser's.
func (l *lexer) failAt(kindName string, pos, end Pos, format string, args ...any) bool {
	l.hard = len(l.fstrings) == 0
	return l.softFail(kindName, pos, end, format, args...)
}

func (l *lexer) softFail(kindName string, pos, end Pos, format string, args ...any) bool {
	if l.err == nil {
		l.err = &Error{Msg: fmt.Sprintf(format, args...), Pos: pos, End: end, Kind: kindName}
		l.emitAt(kError, pos)
	}
	return false
}

// code reads one token of code, with the white space before it.
func (l *lexer) code() bool {
	if l.bol {
		l.bol = false
		if !l.indentation() {
			return false
		}
	}
	for {
		for l.pos < len(l.src) && isBlank(l.src[l.pos]) {
			l.pos++
		}
		start := l.pos
		if l.pos >= len(l.src) {
			return l.end(start)
		}
		c := l.src[l.pos]
		if c == '#' {
			l.comment()
			if l.lenient {
				l.emit(kComment, start)
				start = l.pos
			}
			c = l.peek()
			if l.pos >= len(l.src) {
				return l.end(start)
			}
		}
		switch {
		case c == '\n':
			if l.lenient {
				l.mend()
			}
			if len(l.brackets) > 0 || l.blankLine() {
				l.pos++
				l.newline()
				if len(l.brackets) == 0 {
					l.bol = true
					return true
				}
				continue
			}
			l.emit(kNewline, start)
			l.toks[len(l.toks)-1].stop.Col++
			l.pos++
			l.newline()
			l.bol = true
			return true
		case c == '\\':
			if !l.joinLine() {
				return false
			}
			continue
		case isNameStart(c):
			return l.name()
		case isDigit(c) || c == '.' && isDigit(l.peekAt(1)):
			return l.number()
		case c == '"' || c == '\'':
			return l.str(start)
		}
		return l.operator(c)
	}
}

// blankLine reports whether nothing was read since the last newline, so that another one means nothing.
func (l *lexer) blankLine() bool {
	i := len(l.toks) - 1
	for i >= 0 && l.toks[i].kind == kComment {
		i--
	}
	if i < 0 {
		return true
	}
	switch l.toks[i].kind {
	case kNewline, kIndent, kDedent:
		return true
	}
	return false
}

// mend gives up open f-strings and brackets at the end of a line where they cannot be meant (lenient mode): a string
// in single quotes ends with the line, and a statement cannot begin inside brackets.
func (l *lexer) mend() {
	for n := len(l.fstrings); n > 0 && l.fstrings[n-1].size == 1; n-- {
		l.dropFString()
	}
	if len(l.brackets) == 0 || len(l.fstrings) > 0 {
		return
	}
	rest := strings.TrimLeft(l.src[l.pos+1:], " \t\n")
	n := 0
	for n < len(rest) && isNameByte(rest[n]) {
		n++
	}
	switch keywords[rest[:n]] {
	case kwDef, kwClass, kwReturn, kwImport, kwWhile, kwWith, kwTry, kwExcept, kwElif, kwRaise, kwDel, kwAssert, kwGlobal,
		kwNonlocal, kwPass, kwBreak, kwContinue, kwFinally:
		l.brackets = l.brackets[:0]
	}
}

// comment skips to the end of the line.
func (l *lexer) comment() {
	if i := strings.IndexByte(l.src[l.pos:], '\n'); i >= 0 {
		l.pos += i
	} else {
		l.pos = len(l.src)
	}
}

// joinLine passes over a backslash at the end of a line.
func (l *lexer) joinLine() bool {
	l.pos++
	n := 0
	if l.peek() == '\r' {
		n = 1
	}
	if l.pos+n < len(l.src) && l.src[l.pos+n] == '\n' {
		l.pos += n + 1
		if l.pos < len(l.src) {
			l.newline()
			return true
		}
		l.pos--
	} else if l.pos < len(l.src) && !l.lenient {
		pos := l.place(l.pos)
		return l.softFail("SyntaxError", pos, pos, "unexpected character after line continuation character")
	}
	if l.lenient {
		return true
	}
	l.atEnd = true
	if len(l.brackets) > 0 {
		return l.neverClosed()
	}
	pos := l.place(l.pos)
	return l.softFail("SyntaxError", pos, pos, "unexpected EOF while parsing")
}

func (l *lexer) neverClosed() bool {
	b := l.brackets[len(l.brackets)-1]
	return l.softFail("SyntaxError", b.pos, b.pos, "'%c' was never closed", b.c)
}

// end closes the token list: the last newline, which begins at start, the open blocks, the end mark.
func (l *lexer) end(start int) bool {
	if n := len(l.fstrings); n > 0 && !l.lenient && len(l.brackets) == 0 {
		return l.fail("f-string: expecting '}'")
	}
	if len(l.brackets) > 0 && !l.lenient {
		l.atEnd = true
		return l.neverClosed()
	}
	if !l.blankLine() {
		l.emit(kNewline, start)
		l.toks[len(l.toks)-1].stop.Col++
	}
	pos := l.endPlace()
	for len(l.indents) > 1 {
		l.indents = l.indents[:len(l.indents)-1]
		l.emitAt(kDedent, pos)
	}
	l.emitAt(kEOF, pos)
	return false
}

// endPlace is behind the last line.
func (l *lexer) endPlace() Pos {
	if l.pos == l.lineStart && l.pos > 0 {
		start := strings.LastIndexByte(l.src[:l.pos-1], '\n') + 1
		return Pos{l.line - 1, int32(utf8.RuneCountInString(l.src[start : l.pos-1]))}
	}
	return l.place(l.pos)
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\f' || c == '\r' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isNameStart holds for every byte above ASCII too: name decides then.
func isNameStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

func isNameByte(c byte) bool { return isNameStart(c) || isDigit(c) }

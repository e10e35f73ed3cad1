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

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\f' || c == '\r' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isNameStart holds for every byte above ASCII too: name decides then.
func isNameStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

func isNameByte(c byte) bool { return isNameStart(c) || isDigit(c) }

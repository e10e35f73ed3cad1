package pymod

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Regular expressions. Python's syntax has constructs that Go's package regexp leaves out on purpose (lookaround,
// backreferences, conditionals, possessive repeats) and rules of its own for empty matches, so patterns are parsed here
// (re_parse.go), translated into a small program (re_compile.go) and matched by backtracking on an explicit stack
// (re_match.go) that can be interrupted. re.go holds the functions and classes of the module.

// Flags of patterns, with the numbers of CPython.
const (
	reIgnoreCase = 2
	reLocale     = 4
	reMultiline  = 8
	reDotAll     = 16
	reUnicode    = 32
	reVerbose    = 64
	reDebug      = 128
	reASCII      = 256
	reTypeFlags  = reASCII | reLocale | reUnicode
)

const reMaxRepeat = 1<<32 - 1

// reErrorType is re.error.
var reErrorType = runtime.NewExceptionType("re.error", "The pattern is not a regular expression. msg says why and pos where.", py.ExceptionType)

// rnode is a node of the syntax tree of a pattern.
type rnode struct {
	op       rop
	c        rune
	set      *charSet
	subs     []*rnode // parts of a sequence, branches of an alternative, the body of others
	min, max int64
	kind     byte // of a repeat: greedy 0, '?' lazy, '+' possessive; of an assertion its letter
	group    int
	flags    int
	behind   bool
	negate   bool
}

type rop uint8

const (
	rSeq rop = iota
	rAlt
	rLit
	rAny
	rSet
	rAt
	rGroup  // capturing when group > 0
	rRepeat // subs[0] min..max
	rBackref
	rLook
	rAtomic
	rCond
)

// reParser reads one pattern.
type reParser struct {
	src    []rune
	pos    int
	isText bool
	flags  int
	names  map[string]int
	order  []string
	open   map[int]bool
	groups int // groups so far, counting group 0
	widths map[int][2]int64
	refPos map[int]int // conditional references to check at the end
	behind int         // > 0 inside a lookbehind; groups from this number on were opened in it
	depth  int
}

// reFault is a syntax error; parsing stops by panicking with it.
type reFault struct {
	msg string
	pos int
}

// restartVerbose stops a parse that met (?x) at the start, to read the pattern again in verbose mode.
type restartVerbose struct{}

func (p *reParser) fail(offset int, format string, args ...any) {
	panic(reFault{fmt.Sprintf(format, args...), p.pos - offset})
}

// next is the coming token without taking it: a character, or a backslash with the character after it; "" at the end.
func (p *reParser) next() string {
	if p.pos >= len(p.src) {
		return ""
	}
	if p.src[p.pos] == '\\' {
		if p.pos+1 >= len(p.src) {
			panic(reFault{"bad escape (end of pattern)", len(p.src) - 1})
		}
		return string(p.src[p.pos : p.pos+2])
	}
	return string(p.src[p.pos : p.pos+1])
}

func (p *reParser) get() string {
	s := p.next()
	if s != "" {
		p.pos++
		if s[0] == '\\' {
			p.pos++
		}
	}
	return s
}

func (p *reParser) take(s string) bool {
	if p.next() == s {
		p.get()
		return true
	}
	return false
}

func (p *reParser) getWhile(n int, chars string) string {
	var b strings.Builder
	for ; n > 0; n-- {
		c := p.next()
		if c == "" || !strings.Contains(chars, c) {
			break
		}
		b.WriteString(c)
		p.get()
	}
	return b.String()
}

func (p *reParser) until(end, what string) string {
	var b strings.Builder
	for {
		c := p.get()
		switch {
		case c == "" && b.Len() == 0:
			p.fail(0, "missing %s", what)
		case c == "":
			p.fail(len([]rune(b.String())), "missing %s, unterminated name", end)
		case c == end:
			if b.Len() == 0 {
				p.fail(1, "missing %s", what)
			}
			return b.String()
		}
		b.WriteString(c)
	}
}

func (p *reParser) checkName(name string) {
	n := len([]rune(name)) + 1
	if !p.isText {
		for _, c := range name {
			if c > 127 {
				p.fail(n, "bad character in group name %s", runtime.QuoteString(name, true))
			}
		}
	}
	if !runtime.IsIdentifier(name) {
		p.fail(n, "bad character in group name %s", runtime.QuoteString(name, false))
	}
}

const (
	reDigits = "0123456789"
	reOctal  = "01234567"
	reHex    = "0123456789abcdefABCDEF"
)

func isASCIILetter(c byte) bool { return 'a' <= c|32 && c|32 <= 'z' }

func parseNumber(s string, base int64) int64 {
	n := int64(0)
	for _, c := range strings.ToLower(s) {
		d := int64(c - '0')
		if c >= 'a' {
			d = int64(c-'a') + 10
		}
		if n = n*base + d; n > reMaxRepeat {
			return reMaxRepeat
		}
	}
	return n
}

var reSimpleEscapes = map[byte]rune{'a': 7, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': '\\'}

// charEscape reads the rest of an escape that stands for one character; ok is false when it is of another kind.
func (p *reParser) charEscape(esc string) (c rune, ok bool) {
	letter := esc[1]
	if r, ok := reSimpleEscapes[letter]; ok {
		return r, true
	}
	n := 0
	switch {
	case letter == 'x':
		n = 2
	case letter == 'u' && p.isText:
		n = 4
	case letter == 'U' && p.isText:
		n = 8
	}
	if n > 0 {
		digits := p.getWhile(n, reHex)
		if len(digits) != n {
			p.fail(2+len(digits), "incomplete escape %s%s", esc, digits)
		}
		v := parseNumber(digits, 16)
		if v > unicode.MaxRune {
			p.fail(2+n, "bad escape %s%s", esc, digits)
		}
		return rune(v), true
	}
	if letter == 'N' && p.isText {
		p.fail(2, "character names are not supported in patterns: %s", esc)
	}
	return 0, false
}

func (p *reParser) octal(esc string) rune {
	v := parseNumber(esc[1:], 8)
	if v > 0o377 {
		p.fail(len(esc), "octal escape value %s outside of range 0-0o377", esc)
	}
	return rune(v)
}

// classEscape reads an escape inside a set.
func (p *reParser) classEscape(esc string, set *charSet) (c rune, single bool) {
	letter := esc[1]
	if strings.IndexByte("dDsSwW", letter) >= 0 {
		set.addClass(letter)
		return 0, false
	}
	if letter == 'b' {
		return 8, true
	}
	if c, ok := p.charEscape(esc); ok {
		return c, true
	}
	switch {
	case strings.IndexByte(reOctal, letter) >= 0:
		return p.octal(esc + p.getWhile(2, reOctal)), true
	case strings.IndexByte(reDigits, letter) >= 0, isASCIILetter(letter):
		p.fail(len(esc), "bad escape %s", esc)
	}
	return []rune(esc)[1], true
}

// escape reads an escape outside a set.
func (p *reParser) escape(esc string) *rnode {
	letter := esc[1]
	if strings.IndexByte("dDsSwW", letter) >= 0 {
		set := p.newSet()
		set.addClass(letter)
		return &rnode{op: rSet, set: set}
	}
	if strings.IndexByte("AbBZ", letter) >= 0 {
		return &rnode{op: rAt, kind: letter, flags: p.flags}
	}
	if c, ok := p.charEscape(esc); ok {
		return p.literal(c)
	}
	switch {
	case letter == '0':
		return p.literal(p.octal(esc + p.getWhile(2, reOctal)))
	case strings.IndexByte(reDigits, letter) >= 0:
		if c := p.next(); c != "" && strings.Contains(reDigits, c) {
			esc += p.get()
			if c := p.next(); strings.IndexByte(reOctal, esc[1]) >= 0 && strings.IndexByte(reOctal, esc[2]) >= 0 && c != "" && strings.Contains(reOctal, c) {
				return p.literal(p.octal(esc + p.get()))
			}
		}
		g := int(parseNumber(esc[1:], 10))
		if g >= p.groups {
			p.fail(len(esc)-1, "invalid group reference %d", g)
		}
		if p.open[g] {
			p.fail(len(esc), "cannot refer to an open group")
		}
		p.checkBehind(g)
		return &rnode{op: rBackref, group: g, flags: p.flags}
	case isASCIILetter(letter):
		p.fail(len(esc), "bad escape %s", esc)
	}
	return p.literal([]rune(esc)[1])
}

func (p *reParser) checkBehind(g int) {
	if p.behind > 0 && g >= p.behind {
		p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
}

func (p *reParser) newSet() *charSet {
	return &charSet{ascii: p.flags&reASCII != 0 || !p.isText, fold: p.flags&reIgnoreCase != 0}
}

func (p *reParser) literal(c rune) *rnode { return &rnode{op: rLit, c: c, flags: p.flags} }

// alternatives reads branches divided by "|".
func (p *reParser) alternatives(top bool) *rnode {
	if p.depth++; p.depth > 900 {
		p.fail(0, "pattern is nested too deeply")
	}
	defer func() { p.depth-- }()
	first := p.sequence(top)
	if p.next() != "|" {
		return first
	}
	n := &rnode{op: rAlt, subs: []*rnode{first}}
	for p.take("|") {
		n.subs = append(n.subs, p.sequence(false))
	}
	return n
}

func (p *reParser) sequence(top bool) *rnode {
	n := &rnode{op: rSeq}
	saved := p.flags
	for {
		this := p.next()
		if this == "" || this == "|" || this == ")" {
			break
		}
		p.get()
		if p.flags&reVerbose != 0 {
			if this == "#" {
				for p.pos < len(p.src) {
					if p.get() == "\n" {
						break
					}
				}
				continue
			}
			if strings.Contains(" \t\n\r\v\f", this) {
				continue
			}
		}
		switch this[0] {
		case '\\':
			n.subs = append(n.subs, p.escape(this))
		case '[':
			n.subs = append(n.subs, p.set())
		case '*', '+', '?', '{':
			p.repeat(n, this[0])
		case '.':
			n.subs = append(n.subs, &rnode{op: rAny, flags: p.flags})
		case '(':
			p.parenthesis(n, top)
		case '^', '$':
			n.subs = append(n.subs, &rnode{op: rAt, kind: this[0], flags: p.flags})
		default:
			n.subs = append(n.subs, p.literal([]rune(this)[0]))
		}
	}
	if !top {
		p.flags = saved
	}
	return n
}

// set reads a character set after its "[".
func (p *reParser) set() *rnode {
	start := p.pos - 1
	set := p.newSet()
	set.negate = p.take("^")
	unterminated := func() { p.fail(p.pos-start, "unterminated character set") }
	one := func(this string) (rune, bool) {
		if this[0] == '\\' {
			return p.classEscape(this, set)
		}
		return []rune(this)[0], true
	}
	for first := true; ; first = false {
		this := p.get()
		if this == "" {
			unterminated()
		}
		if this == "]" && !first {
			break
		}
		begin := p.pos - len([]rune(this))
		lo, single := one(this)
		loText := string(p.src[begin:p.pos])
		if !p.take("-") {
			if single {
				set.addRange(lo, lo)
			}
			continue
		}
		at := p.pos
		that := p.get()
		if that == "" {
			unterminated()
		}
		if that == "]" {
			if single {
				set.addRange(lo, lo)
			}
			set.addRange('-', '-')
			break
		}
		hi, single2 := one(that)
		hiText := string(p.src[at:p.pos])
		if !single || !single2 || hi < lo {
			p.fail(len([]rune(loText))+1+len([]rune(hiText)), "bad character range %s-%s", loText, hiText)
		}
		set.addRange(lo, hi)
	}
	return &rnode{op: rSet, set: set}
}

// repeat applies a repetition to the last part of a sequence.
func (p *reParser) repeat(n *rnode, op byte) {
	here := p.pos
	lo, hi := int64(0), int64(reMaxRepeat)
	switch op {
	case '?':
		hi = 1
	case '+':
		lo = 1
	case '{':
		if p.next() == "}" {
			n.subs = append(n.subs, p.literal('{'))
			return
		}
		a := p.getWhile(1<<30, reDigits)
		b := a
		if p.take(",") {
			b = p.getWhile(1<<30, reDigits)
		}
		if !p.take("}") {
			n.subs = append(n.subs, p.literal('{'))
			p.pos = here
			return
		}
		if a != "" {
			lo = parseNumber(a, 10)
		}
		if b != "" {
			hi = parseNumber(b, 10)
		}
		if a != "" && lo >= reMaxRepeat || b != "" && hi >= reMaxRepeat {
			panic(runtime.Errorf(py.OverflowError, "the repetition number is too large"))
		}
		if hi < lo {
			p.fail(p.pos-here, "min repeat greater than max repeat")
		}
	}
	if len(n.subs) == 0 || n.subs[len(n.subs)-1].op == rAt {
		p.fail(p.pos-here+1, "nothing to repeat")
	}
	item := n.subs[len(n.subs)-1]
	if item.op == rRepeat {
		p.fail(p.pos-here+1, "multiple repeat")
	}
	r := &rnode{op: rRepeat, subs: []*rnode{item}, min: lo, max: hi}
	if p.take("?") {
		r.kind = '?'
	} else if p.take("+") {
		r.kind = '+'
	}
	n.subs[len(n.subs)-1] = r
}

// parenthesis reads what follows "(".
func (p *reParser) parenthesis(n *rnode, top bool) {
	start := p.pos - 1
	name, capture := "", true
	if p.take("?") {
		c := p.get()
		switch c {
		case "":
			p.fail(0, "unexpected end of pattern")
		case "P":
			switch {
			case p.take("<"):
				name = p.until(">", "group name")
				p.checkName(name)
			case p.take("="):
				name = p.until(")", "group name")
				p.checkName(name)
				size := len([]rune(name)) + 1
				g, ok := p.names[name]
				if !ok {
					p.fail(size, "unknown group name %s", runtime.QuoteString(name, false))
				}
				if p.open[g] {
					p.fail(size, "cannot refer to an open group")
				}
				p.checkBehind(g)
				n.subs = append(n.subs, &rnode{op: rBackref, group: g, flags: p.flags})
				return
			default:
				c := p.get()
				if c == "" {
					p.fail(0, "unexpected end of pattern")
				}
				p.fail(len([]rune(c))+2, "unknown extension ?P%s", c)
			}
		case ":":
			capture = false
		case "#":
			for {
				c := p.get()
				if c == "" {
					p.fail(p.pos-start, "missing ), unterminated comment")
				}
				if c == ")" {
					return
				}
			}
		case "=", "!", "<":
			look := &rnode{op: rLook}
			if c == "<" {
				c = p.get()
				if c == "" {
					p.fail(0, "unexpected end of pattern")
				}
				if c != "=" && c != "!" {
					p.fail(len([]rune(c))+2, "unknown extension ?<%s", c)
				}
				look.behind = true
			}
			look.negate = c == "!"
			saved := p.behind
			if look.behind && p.behind == 0 {
				p.behind = p.groups
			}
			look.subs = []*rnode{p.body(start)}
			if look.behind {
				p.behind = saved
				lo, hi := p.width(look.subs[0])
				if lo != hi {
					panic(reFault{"look-behind requires fixed-width pattern", -1})
				}
				look.min = lo
			}
			n.subs = append(n.subs, look)
			return
		case "(":
			p.conditional(n, start)
			return
		case ">":
			n.subs = append(n.subs, &rnode{op: rAtomic, subs: []*rnode{p.body(start)}})
			return
		default:
			if !strings.Contains("iLmsxau-", c) {
				p.fail(len([]rune(c))+1, "unknown extension ?%s", c)
			}
			add, del, global := p.inlineFlags(c)
			if global {
				if !top || len(n.subs) > 0 {
					p.fail(p.pos-start, "global flags not at the start of the expression")
				}
				if p.flags&reVerbose == 0 && add&reVerbose != 0 {
					panic(restartVerbose{})
				}
				p.flags |= add
				return
			}
			saved := p.flags
			if add&reTypeFlags != 0 {
				p.flags &^= reTypeFlags
			}
			p.flags = p.flags&^del | add
			n.subs = append(n.subs, &rnode{op: rGroup, subs: []*rnode{p.body(start)}})
			p.flags = saved
			return
		}
	}
	group := 0
	if capture {
		group = p.groups
		p.groups++
		if name != "" {
			if was, ok := p.names[name]; ok {
				p.fail(len([]rune(name))+1, "redefinition of group name %s as group %d; was group %d", runtime.QuoteString(name, false), group, was)
			}
			p.names[name] = group
			p.order = append(p.order, name)
		}
		p.open[group] = true
	}
	body := p.body(start)
	if capture {
		delete(p.open, group)
		lo, hi := p.width(body)
		p.widths[group] = [2]int64{lo, hi}
	}
	n.subs = append(n.subs, &rnode{op: rGroup, group: group, subs: []*rnode{body}})
}

// body reads alternatives up to the closing parenthesis.
func (p *reParser) body(start int) *rnode {
	n := p.alternatives(false)
	if !p.take(")") {
		p.fail(p.pos-start, "missing ), unterminated subpattern")
	}
	return n
}

func (p *reParser) conditional(n *rnode, start int) {
	name := p.until(")", "group name")
	size := len([]rune(name)) + 1
	var g int
	if strings.Trim(name, reDigits) != "" {
		p.checkName(name)
		var ok bool
		if g, ok = p.names[name]; !ok {
			p.fail(size, "unknown group name %s", runtime.QuoteString(name, false))
		}
	} else {
		g = int(parseNumber(name, 10))
		if g == 0 {
			p.fail(size, "bad group number")
		}
		if _, ok := p.refPos[g]; !ok {
			p.refPos[g] = p.pos - size
		}
	}
	p.checkBehind(g)
	cond := &rnode{op: rCond, group: g, subs: []*rnode{p.sequence(false)}}
	if p.take("|") {
		cond.subs = append(cond.subs, p.sequence(false))
		if p.next() == "|" {
			p.fail(0, "conditional backref with more than two branches")
		}
	}
	if !p.take(")") {
		p.fail(p.pos-start, "missing ), unterminated subpattern")
	}
	n.subs = append(n.subs, cond)
}

var reFlagLetters = map[byte]int{'i': reIgnoreCase, 'L': reLocale, 'm': reMultiline, 's': reDotAll, 'x': reVerbose, 'a': reASCII, 'u': reUnicode}

func isAlphaText(s string) bool { return unicode.IsLetter([]rune(s)[0]) }

// inlineFlags reads the flags of "(?i)" or "(?i-s:...)" from the first letter c on.
func (p *reParser) inlineFlags(c string) (add, del int, global bool) {
	if c != "-" {
		for {
			f := reFlagLetters[c[0]]
			if p.isText && c == "L" {
				p.fail(0, "bad inline flags: cannot use 'L' flag with a str pattern")
			}
			if !p.isText && c == "u" {
				p.fail(0, "bad inline flags: cannot use 'u' flag with a bytes pattern")
			}
			add |= f
			if f&reTypeFlags != 0 && add&reTypeFlags != f {
				p.fail(0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
			}
			if c = p.get(); c == "" {
				p.fail(0, "missing -, : or )")
			}
			if c == ")" || c == "-" || c == ":" {
				break
			}
			if reFlagLetters[c[0]] == 0 {
				if isAlphaText(c) {
					p.fail(len([]rune(c)), "unknown flag")
				}
				p.fail(len([]rune(c)), "missing -, : or )")
			}
		}
	}
	if c == ")" {
		return add, 0, true
	}
	if c == "-" {
		if c = p.get(); c == "" {
			p.fail(0, "missing flag")
		}
		if reFlagLetters[c[0]] == 0 {
			if isAlphaText(c) {
				p.fail(len([]rune(c)), "unknown flag")
			}
			p.fail(len([]rune(c)), "missing flag")
		}
		for {
			f := reFlagLetters[c[0]]
			if f&reTypeFlags != 0 {
				p.fail(0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
			}
			del |= f
			if c = p.get(); c == "" {
				p.fail(0, "missing :")
			}
			if c == ":" {
				break
			}
			if reFlagLetters[c[0]] == 0 {
				if isAlphaText(c) {
					p.fail(len([]rune(c)), "unknown flag")
				}
				p.fail(len([]rune(c)), "missing :")
			}
		}
	}
	if add&del != 0 {
		p.fail(1, "bad inline flags: flag turned on and off")
	}
	return add, del, false
}

// width tells how many characters a node can match at least and at most.
func (p *reParser) width(n *rnode) (lo, hi int64) {
	limit := func(x int64) int64 { return min(x, reMaxRepeat) }
	switch n.op {
	case rLit, rAny, rSet:
		return 1, 1
	case rSeq, rGroup, rAtomic:
		for _, s := range n.subs {
			a, b := p.width(s)
			lo, hi = limit(lo+a), limit(hi+b)
		}
	case rAlt, rCond:
		for i, s := range n.subs {
			a, b := p.width(s)
			if i == 0 {
				lo, hi = a, b
			} else {
				lo, hi = min(lo, a), max(hi, b)
			}
		}
		if n.op == rCond && len(n.subs) == 1 {
			lo = 0
		}
	case rRepeat:
		a, b := p.width(n.subs[0])
		lo = limit(a * n.min)
		hi = limit(b * n.max)
		if b > 0 && n.max >= reMaxRepeat {
			hi = reMaxRepeat
		}
	case rBackref:
		w := p.widths[n.group]
		return w[0], w[1]
	}
	return lo, hi
}

// parsePattern parses a pattern; flags come back completed.
func parsePattern(src []rune, isText bool, flags int) (p *reParser, tree *rnode, err error) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case reFault:
			err = reError(x.msg, src, isText, x.pos)
		case restartVerbose:
			p, tree, err = parsePattern(src, isText, flags|reVerbose)
		case *runtime.Exception:
			err = x
		default:
			panic(x)
		}
	}()
	p = &reParser{src: src, isText: isText, flags: flags, names: map[string]int{}, open: map[int]bool{}, groups: 1, widths: map[int][2]int64{}, refPos: map[int]int{}}
	tree = p.alternatives(true)
	if isText {
		switch {
		case p.flags&reLocale != 0:
			return nil, nil, runtime.ValueErrorf("cannot use LOCALE flag with a str pattern")
		case p.flags&reASCII != 0 && p.flags&reUnicode != 0:
			return nil, nil, runtime.ValueErrorf("ASCII and UNICODE flags are incompatible")
		case p.flags&reASCII == 0:
			p.flags |= reUnicode
		}
	} else {
		switch {
		case p.flags&reUnicode != 0:
			return nil, nil, runtime.ValueErrorf("cannot use UNICODE flag with a bytes pattern")
		case p.flags&reASCII != 0 && p.flags&reLocale != 0:
			return nil, nil, runtime.ValueErrorf("ASCII and LOCALE flags are incompatible")
		}
	}
	if p.pos < len(src) {
		p.fail(0, "unbalanced parenthesis")
	}
	for g, at := range p.refPos {
		if g >= p.groups {
			panic(reFault{fmt.Sprintf("invalid group reference %d", g), at})
		}
	}
	return p, tree, nil
}

// reError makes a re.error with the place of the fault; pos < 0 when there is none.
func reError(msg string, src []rune, isText bool, pos int) error {
	text := msg
	var pattern object = str(string(src))
	if !isText {
		pattern = bytesOfRunes(src)
	}
	var at, line, col object = none, none, none
	if pos >= 0 {
		text = fmt.Sprintf("%s at position %d", msg, pos)
		ln, cl := 1, pos+1
		for i, c := range src[:min(pos, len(src))] {
			if c == '\n' {
				ln++
				cl = pos - i
			}
		}
		if strings.ContainsRune(string(src), '\n') {
			text += fmt.Sprintf(" (line %d, column %d)", ln, cl)
		}
		at, line, col = num(pos), num(ln), num(cl)
	}
	e := runtime.NewException(reErrorType, str(text))
	d := e.InstanceDict(true)
	d.SetStr("msg", str(msg))
	d.SetStr("pattern", pattern)
	d.SetStr("pos", at)
	d.SetStr("lineno", line)
	d.SetStr("colno", col)
	return e
}

func bytesOfRunes(r []rune) py.Bytes {
	b := make(py.Bytes, len(r))
	for i, c := range r {
		b[i] = byte(c)
	}
	return b
}

package pymod

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// pattern is re.Pattern.
type pattern struct {
	re     *regex
	source object // str or bytes
	isText bool
	flags  int
	names  map[string]int
	order  []string // names in the order of their groups
}

// match is re.Match.
type match struct {
	p           *pattern
	in          *reInput
	text        object
	pos, endpos int
	marks       []int
	last        int
}

var (
	patternType  = newType("re", "Pattern", "A regular expression made by compile(), ready for use.", nil)
	matchType    = newType("re", "Match", "Where and how a regular expression fits a string.", nil)
	findIterType = newType("", "callable_iterator", "", nil)
)

func (p *pattern) Type() *py.Type { return patternType }
func (m *match) Type() *py.Type   { return matchType }

var reFlagNames = []struct {
	bit  int
	name string
}{{reIgnoreCase, "IGNORECASE"}, {reLocale, "LOCALE"}, {reMultiline, "MULTILINE"}, {reDotAll, "DOTALL"}, {reUnicode, "UNICODE"}, {reVerbose, "VERBOSE"}, {reDebug, "DEBUG"}, {reASCII, "ASCII"}}

// Repr is the call that makes the pattern.
func (p *pattern) Repr(t *thread) (string, error) {
	s, err := runtime.Repr(t, p.source)
	if err != nil {
		return "", err
	}
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200])
	}
	flags := p.flags
	if p.isText && flags&(reLocale|reUnicode|reASCII) == reUnicode {
		flags &^= reUnicode
	}
	var names []string
	for _, f := range reFlagNames {
		if flags&f.bit != 0 {
			names = append(names, "re."+f.name)
		}
	}
	if len(names) > 0 {
		s += ", " + strings.Join(names, "|")
	}
	return "re.compile(" + s + ")", nil
}

// CompareOp makes patterns equal that have the same source and flags.
func (p *pattern) CompareOp(t *thread, op runtime.CmpOp, other object) (object, error) {
	o, ok := other.(*pattern)
	if !ok || op != runtime.CmpEq && op != runtime.CmpNe {
		return runtime.NotImplemented, nil
	}
	eq, err := runtime.Equal(t, p.source, o.source)
	eq = eq && p.flags == o.flags && p.isText == o.isText
	return boolean(eq == (op == runtime.CmpEq)), err
}

// Hash agrees with CompareOp.
func (p *pattern) Hash(t *thread) (int64, error) {
	h, err := runtime.Hash(t, p.source)
	return h ^ int64(p.flags), err
}

// Repr shows place and text.
func (m *match) Repr(t *thread) (string, error) {
	r, err := runtime.Repr(t, m.group(0))
	if err != nil {
		return "", err
	}
	if s := []rune(r); len(s) > 50 {
		r = string(s[:50])
	}
	return fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", m.marks[0], m.marks[1], r), nil
}

func (m *match) group(i int) object {
	a, b := m.marks[2*i], m.marks[2*i+1]
	if a < 0 || b < 0 {
		return none
	}
	return m.p.object(m.in.slice(a, b))
}

// object makes a str or bytes of what was found.
func (p *pattern) object(s string) object {
	if p.isText {
		return str(s)
	}
	return py.Bytes(s)
}

// groupNumber finds a group by number or name.
func (m *match) groupNumber(t *thread, o object) (int, error) {
	if s, ok := runtime.Payload(o).(py.String); ok {
		if i, ok := m.p.names[string(s)]; ok {
			return i, nil
		}
	} else if i, err := runtime.AsInt(t, o); err == nil && i >= 0 && i <= m.p.re.groups {
		return i, nil
	}
	return 0, runtime.IndexErrorf("no such group")
}

// GetItem is m[group].
func (m *match) GetItem(t *thread, key object) (object, error) {
	i, err := m.groupNumber(t, key)
	if err != nil {
		return nil, err
	}
	return m.group(i), nil
}

type cacheKey struct {
	source string
	isText bool
	flags  int
}

var (
	patternCache   = map[cacheKey]*pattern{}
	patternCacheMu sync.Mutex
)

const maxCachedPatterns = 512

// compilePattern makes a pattern, or finds one made before.
func compilePattern(t *thread, o, flagsArg object) (*pattern, error) {
	flags := 0
	if flagsArg != nil {
		var err error
		if flags, err = runtime.AsInt(t, flagsArg); err != nil {
			return nil, err
		}
	}
	if p, ok := o.(*pattern); ok {
		if flags != 0 {
			return nil, runtime.ValueErrorf("cannot process flags argument with a compiled pattern")
		}
		return p, nil
	}
	var key cacheKey
	source := runtime.Payload(o)
	switch s := source.(type) {
	case py.String:
		key = cacheKey{string(s), true, flags}
	case py.Bytes:
		key = cacheKey{string(s), false, flags}
	default:
		return nil, runtime.TypeErrorf("first argument must be string or compiled pattern")
	}
	patternCacheMu.Lock()
	p := patternCache[key]
	patternCacheMu.Unlock()
	if p != nil {
		return p, nil
	}
	var runes []rune
	if key.isText {
		runes = []rune(key.source)
	} else {
		for i := range len(key.source) {
			runes = append(runes, rune(key.source[i]))
		}
	}
	parser, tree, err := parsePattern(runes, key.isText, flags)
	if err != nil {
		return nil, err
	}
	if parser.flags&reLocale != 0 {
		return nil, reError("the LOCALE flag is not supported", runes, key.isText, -1)
	}
	p = &pattern{re: compileTree(parser, tree), source: source, isText: key.isText, flags: parser.flags, names: parser.names, order: parser.order}
	patternCacheMu.Lock()
	if len(patternCache) >= maxCachedPatterns {
		clear(patternCache)
	}
	patternCache[key] = p
	patternCacheMu.Unlock()
	return p, nil
}

// input reads the text to search.
func (p *pattern) input(o object) (*reInput, error) {
	if s, ok := runtime.Payload(o).(py.String); ok {
		if !p.isText {
			return nil, runtime.TypeErrorf("cannot use a bytes pattern on a string-like object")
		}
		return newTextInput(string(s)), nil
	}
	if b, ok := runtime.BytesLike(o); ok {
		if p.isText {
			return nil, runtime.TypeErrorf("cannot use a string pattern on a bytes-like object")
		}
		return &reInput{s: string(b), n: len(b)}, nil
	}
	return nil, runtime.TypeErrorf("expected string or bytes-like object, got '%s'", runtime.TypeName(o))
}

// scan is a walk over the matches of a pattern.
type scan struct {
	p          *pattern
	in         *reInput
	text       object
	pos, end   int
	m          *matcher
	start      int
	mustNotEnd int
}

func (p *pattern) scan(t *thread, text, pos, endpos object) (*scan, error) {
	in, err := p.input(text)
	if err != nil {
		return nil, err
	}
	s := &scan{p: p, in: in, text: text, end: in.n, mustNotEnd: -1}
	clip := func(o object, def int) (int, error) {
		if o == nil {
			return def, nil
		}
		i, err := runtime.Index(t, o)
		if err != nil {
			return 0, err
		}
		n, ok := i.(py.Int)
		if z, _ := runtime.AsBig(i); !ok && z != nil && z.Sign() > 0 {
			n = math.MaxInt64
		}
		return int(min(max(n, 0), py.Int(in.n))), nil
	}
	if s.pos, err = clip(pos, 0); err != nil {
		return nil, err
	}
	if s.end, err = clip(endpos, in.n); err != nil {
		return nil, err
	}
	s.start = s.pos
	s.m = newMatcher(t, p.re, in, s.end)
	return s, nil
}

// next finds the next match.
func (s *scan) next() (bool, error) {
	if s.start > s.end {
		return false, nil
	}
	ok, err := s.m.search(s.start, s.mustNotEnd)
	if !ok || err != nil {
		s.start = s.end + 1
		return false, err
	}
	s.start = s.m.marks[1]
	s.mustNotEnd = -1
	if s.m.marks[0] == s.m.marks[1] {
		s.mustNotEnd = s.start
	}
	return true, nil
}

// match makes the Match of what was found.
func (s *scan) match() *match {
	return &match{p: s.p, in: s.in, text: s.text, pos: s.pos, endpos: s.end, marks: append([]int(nil), s.m.marks...), last: s.m.last}
}

// found is a group's text of the present match, empty when it took no part.
func (s *scan) found(i int) object {
	a, b := s.m.marks[2*i], s.m.marks[2*i+1]
	if a < 0 || b < 0 {
		return s.p.object("")
	}
	return s.p.object(s.in.slice(a, b))
}

// once is search, match (at the start) and fullmatch.
func (p *pattern) once(t *thread, how string, text, pos, endpos object) (object, error) {
	s, err := p.scan(t, text, pos, endpos)
	if err != nil {
		return nil, err
	}
	ok := false
	if s.pos <= s.end {
		if how == "search" {
			ok, err = s.next()
		} else {
			s.m.full = how == "fullmatch"
			ok, err = s.m.match(s.pos, -1)
		}
	}
	if !ok || err != nil {
		return none, err
	}
	return s.match(), nil
}

func (p *pattern) findall(t *thread, text, pos, endpos object) (object, error) {
	s, err := p.scan(t, text, pos, endpos)
	if err != nil {
		return nil, err
	}
	var out []object
	for {
		ok, err := s.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			return list(out...), nil
		}
		switch g := p.re.groups; g {
		case 0, 1:
			out = append(out, s.found(g))
		default:
			tup := make(py.Tuple, g)
			for i := range tup {
				tup[i] = s.found(i + 1)
			}
			out = append(out, tup)
		}
		if len(out)&255 == 0 {
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
	}
}

func (p *pattern) finditer(t *thread, text, pos, endpos object) (object, error) {
	s, err := p.scan(t, text, pos, endpos)
	if err != nil {
		return nil, err
	}
	return funcIter(findIterType, func(t *thread) (object, error) {
		s.m.t = t
		ok, err := s.next()
		if !ok || err != nil {
			return nil, err
		}
		return s.match(), nil
	}), nil
}

func (p *pattern) split(t *thread, text object, maxsplit int) (object, error) {
	s, err := p.scan(t, text, nil, nil)
	if err != nil {
		return nil, err
	}
	var out []object
	last := 0
	for n := 0; maxsplit == 0 || n < maxsplit; n++ {
		ok, err := s.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		out = append(out, p.object(s.in.slice(last, s.m.marks[0])))
		for g := 1; g <= p.re.groups; g++ {
			if s.m.marks[2*g+1] < 0 {
				out = append(out, none)
			} else {
				out = append(out, s.found(g))
			}
		}
		last = s.start
	}
	return list(append(out, p.object(s.in.slice(last, s.in.n)))...), nil
}

// piece is a part of a replacement: literal text or a group.
type piece struct {
	text  string
	group int // -1 for text
}

// sub is sub and subn.
func (p *pattern) sub(t *thread, repl, text object, count int) (object, int, error) {
	var pieces []piece
	fn := repl
	if !runtime.IsCallable(repl) {
		fn = nil
		var src string
		switch r := runtime.Payload(repl).(type) {
		case py.String:
			if src = string(r); !p.isText {
				return nil, 0, runtime.TypeErrorf("expected bytes, str found")
			}
		case py.Bytes:
			if src = string(r); p.isText {
				return nil, 0, runtime.TypeErrorf("sequence item 0: expected str instance, bytes found")
			}
		default:
			return nil, 0, runtime.TypeErrorf("decoding to str: need a bytes-like object, %s found", runtime.TypeName(repl))
		}
		var err error
		if pieces, err = p.template(src); err != nil {
			return nil, 0, err
		}
	}
	s, err := p.scan(t, text, nil, nil)
	if err != nil {
		return nil, 0, err
	}
	var b strings.Builder
	last, n, items := 0, 0, 0
	for ; count == 0 || n < count; n++ {
		ok, err := s.next()
		if err != nil {
			return nil, 0, err
		}
		if !ok {
			break
		}
		at, after := s.m.marks[0], s.start
		if at > last {
			b.WriteString(s.in.slice(last, at))
			items++
		}
		if fn == nil {
			s.expand(&b, pieces)
		} else {
			v, err := runtime.Call(t, fn, []object{s.match()}, nil)
			if err != nil {
				return nil, 0, err
			}
			switch x := runtime.Payload(v).(type) {
			case py.String:
				if !p.isText {
					return nil, 0, runtime.TypeErrorf("sequence item %d: expected a bytes-like object, str found", items)
				}
				b.WriteString(string(x))
			case py.Bytes:
				if p.isText {
					return nil, 0, runtime.TypeErrorf("sequence item %d: expected str instance, bytes found", items)
				}
				b.WriteString(string(x))
			default:
				if v != none {
					return nil, 0, runtime.TypeErrorf("sequence item %d: expected str instance, %s found", items, runtime.TypeName(v))
				}
				items--
			}
		}
		items++
		last = after
		if n&255 == 255 {
			if err := t.Alloc(int64(b.Len())); err != nil {
				return nil, 0, err
			}
		}
	}
	if n == 0 {
		return runtime.Payload(text), 0, nil
	}
	b.WriteString(s.in.slice(last, s.in.n))
	return p.object(b.String()), n, nil
}

func (s *scan) expand(b *strings.Builder, pieces []piece) {
	for _, x := range pieces {
		if x.group < 0 {
			b.WriteString(x.text)
		} else if a, e := s.m.marks[2*x.group], s.m.marks[2*x.group+1]; a >= 0 && e >= 0 {
			b.WriteString(s.in.slice(a, e))
		}
	}
}

// template reads a replacement with its references to groups.
func (p *pattern) template(src string) (out []piece, err error) {
	if strings.IndexByte(src, '\\') < 0 {
		return []piece{{src, -1}}, nil
	}
	var runes []rune
	if p.isText {
		runes = []rune(src)
	} else {
		for i := range len(src) {
			runes = append(runes, rune(src[i]))
		}
	}
	defer func() {
		switch x := recover().(type) {
		case nil:
		case reFault:
			err = reError(x.msg, runes, p.isText, x.pos)
		case *runtime.Exception:
			err = x
		default:
			panic(x)
		}
	}()
	r := &reParser{src: runes, isText: p.isText}
	var lit strings.Builder
	write := func(c rune) {
		if p.isText {
			lit.WriteRune(c)
		} else {
			lit.WriteByte(byte(c))
		}
	}
	group := func(i, offset int) {
		if i > p.re.groups {
			r.fail(offset, "invalid group reference %d", i)
		}
		if lit.Len() > 0 {
			out = append(out, piece{lit.String(), -1})
			lit.Reset()
		}
		out = append(out, piece{"", i})
	}
	for {
		this := r.get()
		if this == "" {
			break
		}
		if this[0] != '\\' {
			write([]rune(this)[0])
			continue
		}
		switch c := this[1]; {
		case c == 'g':
			if !r.take("<") {
				r.fail(0, "missing <")
			}
			name := r.until(">", "group name")
			size := len([]rune(name)) + 1
			if strings.Trim(name, reDigits) == "" {
				group(int(parseNumber(name, 10)), size)
				break
			}
			r.checkName(name)
			i, ok := p.names[name]
			if !ok {
				panic(runtime.IndexErrorf("unknown group name %s", runtime.QuoteString(name, false)))
			}
			group(i, size)
		case c == '0':
			write(rune(parseNumber((this + r.getWhile(2, reOctal))[1:], 8) & 0xff))
		case c >= '1' && c <= '9':
			if d := r.next(); d != "" && strings.Contains(reDigits, d) {
				this += r.get()
				if d := r.next(); c < '8' && strings.IndexByte(reOctal, this[2]) >= 0 && d != "" && strings.Contains(reOctal, d) {
					write(r.octal(this + r.get()))
					break
				}
			}
			group(int(parseNumber(this[1:], 10)), len(this)-1)
		default:
			if v, ok := reSimpleEscapes[c]; ok {
				write(v)
			} else if c == 'b' {
				write(8)
			} else if isASCIILetter(c) {
				r.fail(len(this), "bad escape %s", this)
			} else {
				for _, x := range this {
					write(x)
				}
			}
		}
	}
	if lit.Len() > 0 {
		out = append(out, piece{lit.String(), -1})
	}
	return out, nil
}

package pymod

import (
	"errors"
	"strings"
)

var errTooLong = errors.New("the search took too many steps")

// reInput is the text searched: bytes of an ASCII string or of a bytes object, or code points of other strings.
type reInput struct {
	s     string
	runes []rune // nil: s is read byte by byte
	n     int
}

func (in *reInput) at(i int) rune {
	if in.runes != nil {
		return in.runes[i]
	}
	return rune(in.s[i])
}

// slice is the text from i to j.
func (in *reInput) slice(i, j int) string {
	if in.runes != nil {
		return string(in.runes[i:j])
	}
	return in.s[i:j]
}

// newTextInput reads a str.
func newTextInput(s string) *reInput {
	for i := 0; i < len(s); i++ {
		if s[i] >= 128 {
			r := []rune(s)
			return &reInput{s: s, runes: r, n: len(r)}
		}
	}
	return &reInput{s: s, n: len(s)}
}

// Kinds of entries of the backtracking stack.
const (
	bBranch  = iota // go on at pc, pos
	bMark           // slot pc held pos
	bLast           // lastIndex was pos
	bLoop           // loop register pc held pos, aux
	bGreedy         // single repeat: give back one character, from pos down to aux, and go on at pc
	bLazy           // single repeat: take one more character, up to aux more, instruction pc
	bTryLoop        // lazy loop: repeat instruction pc, run its body at pos
)

type backEntry struct {
	kind         int32
	pc           int32
	pos, aux     int
	lastPos, cnt int
}

type loopReg struct {
	count   int
	lastPos int
}

// matcher is one run of a pattern over a text.
type matcher struct {
	t     *thread
	re    *regex
	in    *reInput
	end   int
	marks []int
	last  int // number of the group closed last
	loops []loopReg
	stack []backEntry
	steps int
	// limit, when not 0, ends the search after so many steps; tests set it.
	limit int
	full  bool
	// notEmptyAt is a place where the match may not be empty, -1 for none.
	notEmptyAt int
	start      int
	err        error
}

func newMatcher(t *thread, re *regex, in *reInput, end int) *matcher {
	return &matcher{t: t, re: re, in: in, end: end, marks: make([]int, 2*(re.groups+1)), loops: make([]loopReg, re.loops), notEmptyAt: -1}
}

// search looks for a match from start on; must is as notEmptyAt. It reports whether there is one; the places are in
// marks then.
func (m *matcher) search(start, must int) (bool, error) {
	re := m.re
	for i := start; i <= m.end; i++ {
		if must < 0 || i != must {
			switch {
			case len(re.prefix) > 0:
				if m.in.runes == nil {
					j := strings.Index(m.in.s[i:m.end], re.text)
					if j < 0 {
						return false, nil
					}
					i += j
				} else if i = m.indexRunes(i); i < 0 {
					return false, nil
				}
			case re.first != nil:
				for i < m.end {
					if c := m.in.at(i); c > 255 || re.first.low[c] {
						break
					}
					i++
				}
				if i >= m.end {
					return false, nil
				}
			}
		}
		ok, err := m.match(i, must)
		if ok || err != nil {
			return ok, err
		}
		if re.anchored {
			return false, nil
		}
	}
	return false, nil
}

// indexRunes finds the literal prefix, character by character.
func (m *matcher) indexRunes(from int) int {
	p := m.re.prefix
next:
	for i := from; i+len(p) <= m.end; i++ {
		for k, c := range p {
			if m.in.at(i+k) != c {
				continue next
			}
		}
		return i
	}
	return -1
}

// match tries to match at start.
func (m *matcher) match(start, must int) (bool, error) {
	for i := range m.marks {
		m.marks[i] = -1
	}
	m.last = 0
	m.stack = m.stack[:0]
	m.notEmptyAt = must
	m.start = start
	end, ok := m.run(0, start)
	if m.err != nil {
		return false, m.err
	}
	if ok {
		m.marks[0], m.marks[1] = start, end
	}
	return ok, nil
}

func (m *matcher) push(e backEntry) {
	m.stack = append(m.stack, e)
	if len(m.stack)&0xffff == 0 && m.err == nil {
		m.err = m.t.Alloc(int64(len(m.stack)) * 96)
	}
}

func (m *matcher) setMark(slot, pos int) {
	m.push(backEntry{kind: bMark, pc: int32(slot), pos: m.marks[slot]})
	m.marks[slot] = pos
	if slot&1 == 1 {
		m.push(backEntry{kind: bLast, pos: m.last})
		m.last = slot / 2
	}
}

func (m *matcher) setLoop(reg int, v loopReg) {
	old := m.loops[reg]
	m.push(backEntry{kind: bLoop, pc: int32(reg), cnt: old.count, lastPos: old.lastPos})
	m.loops[reg] = v
}

// undo restores what an entry remembers.
func (m *matcher) undo(e *backEntry) {
	switch e.kind {
	case bMark:
		m.marks[e.pc] = e.pos
	case bLast:
		m.last = e.pos
	case bLoop:
		m.loops[e.pc] = loopReg{e.cnt, e.lastPos}
	}
}

// unwind takes everything off the stack down to base.
func (m *matcher) unwind(base int) {
	for len(m.stack) > base {
		e := &m.stack[len(m.stack)-1]
		m.undo(e)
		m.stack = m.stack[:len(m.stack)-1]
	}
}

// commit drops the alternatives above base and keeps what is needed to undo.
func (m *matcher) commit(base int) {
	kept := m.stack[:base]
	for _, e := range m.stack[base:] {
		if e.kind == bMark || e.kind == bLast || e.kind == bLoop {
			kept = append(kept, e)
		}
	}
	m.stack = kept
}

// run executes from pc at pos until iMatch or iEnd, trying the alternatives it pushed itself.
func (m *matcher) run(pc, pos int) (end int, ok bool) {
	base := len(m.stack)
	prog := m.re.prog
	for {
		if m.steps++; m.steps&1023 == 0 && m.err == nil {
			if m.err = m.t.Tick(); m.err == nil && m.limit > 0 && m.steps > m.limit {
				m.err = errTooLong
			}
		}
		if m.err != nil {
			return 0, false
		}
		i := &prog[pc]
		good := true
		switch i.op {
		case iChar:
			if good = pos < m.end && m.in.at(pos) == i.c; good {
				pos++
				pc++
			}
		case iFold, iAny, iAll, iSet:
			if good = pos < m.end && i.accepts(m.in.at(pos)); good {
				pos++
				pc++
			}
		case iSplit:
			m.push(backEntry{kind: bBranch, pc: int32(i.y), pos: pos})
			pc = i.x
		case iJump:
			pc = i.x
		case iMark:
			m.setMark(i.x, pos)
			pc++
		case iAt:
			good = m.holds(i, pos)
			pc++
		case iRef:
			if pos, good = m.reference(i, pos); good {
				pc++
			}
		case iOne:
			pc, pos, good = m.one(i, pc, pos)
		case iLoop:
			m.setLoop(i.x, loopReg{0, -1})
			pc++
		case iRepeat:
			pc, good = m.repeat(i, pc, pos)
		case iLook:
			good = m.look(i, pc, pos)
			pc = i.x
		case iAtomic:
			at := len(m.stack)
			var e int
			if e, good = m.run(pc+1, pos); good {
				m.commit(at)
				pos, pc = e, i.x
			}
		case iCond:
			if m.marks[2*i.c+1] < 0 {
				pc = i.x
			} else {
				pc++
			}
		case iEnd:
			return pos, true
		case iMatch:
			if good = !(m.full && pos != m.end || pos == m.start && pos == m.notEmptyAt); good {
				return pos, true
			}
		default:
			good = false
		}
		if good {
			continue
		}
		if pc, pos, ok = m.back(base); !ok {
			return 0, false
		}
	}
}

// back takes the newest alternative.
func (m *matcher) back(base int) (pc, pos int, ok bool) {
	for len(m.stack) > base {
		e := &m.stack[len(m.stack)-1]
		switch e.kind {
		case bBranch:
			pc, pos = int(e.pc), e.pos
			m.stack = m.stack[:len(m.stack)-1]
			return pc, pos, true
		case bGreedy:
			pc = int(e.pc)
			// What follows a repeat is often one character: give back until it fits.
			next := &m.re.prog[pc]
			for e.pos > e.aux {
				e.pos--
				if next.op == iChar && m.in.at(e.pos) != next.c {
					continue
				}
				pos = e.pos
				if e.pos == e.aux {
					m.stack = m.stack[:len(m.stack)-1]
				}
				return pc, pos, true
			}
			m.stack = m.stack[:len(m.stack)-1]
		case bLazy:
			i := &m.re.prog[e.pc]
			if e.aux > 0 && e.pos < m.end && m.re.prog[i.x].accepts(m.in.at(e.pos)) {
				e.pos++
				e.aux--
				return i.y, e.pos, true
			}
			m.stack = m.stack[:len(m.stack)-1]
		case bTryLoop:
			i := &m.re.prog[e.pc]
			pos = e.pos
			m.stack = m.stack[:len(m.stack)-1]
			r := m.loops[i.x]
			m.setLoop(i.x, loopReg{r.count + 1, pos})
			return i.y, pos, true
		default:
			m.undo(e)
			m.stack = m.stack[:len(m.stack)-1]
		}
	}
	return 0, 0, false
}

// one repeats a single character.
func (m *matcher) one(i *inst, pc, pos int) (int, int, bool) {
	item := &m.re.prog[i.x]
	limit := m.end - pos
	if i.max < int64(limit) {
		limit = int(i.max)
	}
	if i.min > int64(limit) {
		return pc, pos, false
	}
	want := limit
	if i.kind == '?' {
		want = int(i.min)
	}
	n := 0
	switch {
	case item.op == iAll:
		n = want
	case item.op == iSet && m.in.runes == nil:
		s, low := m.in.s[pos:], &item.set.low
		for n < want && low[s[n]] {
			n++
		}
	default:
		for n < want && item.accepts(m.in.at(pos+n)) {
			n++
		}
	}
	if m.steps += n >> 4; n > 1<<14 {
		m.err = m.t.Tick()
	}
	if int64(n) < i.min {
		return pc, pos, false
	}
	switch i.kind {
	case '?':
		if rest := limit - n; rest > 0 {
			m.push(backEntry{kind: bLazy, pc: int32(pc), pos: pos + n, aux: rest})
		}
	case 0:
		if int64(n) > i.min {
			m.push(backEntry{kind: bGreedy, pc: int32(i.y), pos: pos + n, aux: pos + int(i.min)})
		}
	}
	return i.y, pos + n, true
}

// repeat decides at the end of a loop's body (and before its first run) whether to run it again.
func (m *matcher) repeat(i *inst, pc, pos int) (int, bool) {
	r := m.loops[i.x]
	if int64(r.count) < i.min {
		m.setLoop(i.x, loopReg{r.count + 1, r.lastPos})
		return i.y, true
	}
	more := (int64(r.count) < i.max || i.max >= reMaxRepeat) && pos != r.lastPos
	switch {
	case !more:
		return pc + 1, true
	case i.kind == '?':
		m.push(backEntry{kind: bTryLoop, pc: int32(pc), pos: pos})
		return pc + 1, true
	}
	m.push(backEntry{kind: bBranch, pc: int32(pc + 1), pos: pos})
	m.setLoop(i.x, loopReg{r.count + 1, pos})
	return i.y, true
}

func (m *matcher) look(i *inst, pc, pos int) bool {
	from := pos - int(i.min)
	if from < 0 {
		return i.negate
	}
	at := len(m.stack)
	_, ok := m.run(pc+1, from)
	switch {
	case m.err != nil:
		return false
	case i.negate:
		m.unwind(at)
		return !ok
	case ok:
		m.commit(at)
	}
	return ok
}

// reference matches the text of a group again.
func (m *matcher) reference(i *inst, pos int) (int, bool) {
	a, b := m.marks[2*i.x], m.marks[2*i.x+1]
	if a < 0 || b < a || pos+b-a > m.end {
		return pos, false
	}
	for k := a; k < b; k++ {
		c, d := m.in.at(k), m.in.at(pos+k-a)
		if c != d && !(i.fold && foldRune(c, i.ascii) == foldRune(d, i.ascii)) {
			return pos, false
		}
	}
	return pos + b - a, true
}

// holds tests an assertion about a place.
func (m *matcher) holds(i *inst, pos int) bool {
	switch i.kind {
	case 'A':
		return pos == 0
	case 'm':
		return pos == 0 || m.in.at(pos-1) == '\n'
	case 'Z':
		return pos == m.end
	case '$':
		return pos == m.end || pos == m.end-1 && m.in.at(pos) == '\n'
	case 'M':
		return pos == m.end || m.in.at(pos) == '\n'
	}
	if m.end == 0 {
		return false // an empty text has neither \b nor \B
	}
	before := pos > 0 && isReWord(m.in.at(pos-1), i.ascii)
	after := pos < m.end && isReWord(m.in.at(pos), i.ascii)
	return (before != after) == (i.kind == 'b')
}

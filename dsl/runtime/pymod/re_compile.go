package pymod

import "unicode"

// charSet is a set of characters: ranges and the classes \d \s \w with their opposites.
type charSet struct {
	ranges              [][2]rune
	classes             []byte
	negate, ascii, fold bool
	low                 [256]bool // membership of the first 256 characters, ready made
	sealed              bool
}

func (s *charSet) addRange(lo, hi rune) { s.ranges = append(s.ranges, [2]rune{lo, hi}) }
func (s *charSet) addClass(c byte)      { s.classes = append(s.classes, c) }

// seal computes the table of the first characters.
func (s *charSet) seal() {
	for c := range s.low {
		s.low[c] = s.compute(rune(c))
	}
	s.sealed = true
}

func (s *charSet) has(c rune) bool {
	if c < 256 {
		return s.low[c]
	}
	return s.compute(c)
}

func (s *charSet) compute(c rune) bool {
	in := s.plain(c)
	if !in && s.fold {
		if s.ascii {
			in = c < 128 && isASCIILetter(byte(c)) && s.plain(c^32)
		} else {
			for _, d := range caseVariants(c) {
				in = in || s.plain(d)
			}
		}
	}
	return in != s.negate
}

func (s *charSet) plain(c rune) bool {
	for _, r := range s.ranges {
		if r[0] <= c && c <= r[1] {
			return true
		}
	}
	for _, k := range s.classes {
		if inClass(k, c, s.ascii) {
			return true
		}
	}
	return false
}

func inClass(k byte, c rune, ascii bool) bool {
	switch k {
	case 'd', 'D':
		return isReDigit(c, ascii) == (k == 'd')
	case 's', 'S':
		return isReSpace(c, ascii) == (k == 's')
	}
	return isReWord(c, ascii) == (k == 'w')
}

func isReDigit(c rune, ascii bool) bool {
	if c < 128 || ascii {
		return '0' <= c && c <= '9'
	}
	return unicode.Is(unicode.Nd, c)
}

func isReSpace(c rune, ascii bool) bool {
	if c >= 9 && c <= 13 || c == ' ' {
		return true
	}
	return !ascii && (c >= 0x1c && c <= 0x1f || c > 127 && unicode.IsSpace(c))
}

func isReWord(c rune, ascii bool) bool {
	if c < 128 || ascii {
		return c < 128 && (isASCIILetter(byte(c)) || '0' <= c && c <= '9') || c == '_'
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c)
}

// caseVariants are the characters that differ from c in case only.
func caseVariants(c rune) []rune {
	var v []rune
	for d := unicode.SimpleFold(c); d != c; d = unicode.SimpleFold(d) {
		v = append(v, d)
	}
	// The dotted and dotless i of Turkish count as i.
	switch c {
	case 'i', 'I':
		v = append(v, 0x130, 0x131)
	case 0x130, 0x131:
		v = append(v, 'i', 'I', 0x130^0x131^c)
	}
	return v
}

// foldRune is the representative of the characters that differ from c in case only.
func foldRune(c rune, ascii bool) rune {
	if c < 128 || ascii {
		if 'A' <= c && c <= 'Z' {
			return c + 32
		}
		return c
	}
	if c == 0x130 || c == 0x131 {
		return 'i'
	}
	least := c
	for d := unicode.SimpleFold(c); d != c; d = unicode.SimpleFold(d) {
		least = min(least, d)
	}
	if 'A' <= least && least <= 'Z' {
		least += 32
	}
	return least
}

type iop uint8

const (
	iChar   iop = iota // one character c
	iFold              // one character that folds to c
	iAny               // any character but a newline
	iAll               // any character
	iSet               // a character of set
	iSplit             // try x, then y
	iJump              // go to x
	iMark              // store the position in slot x
	iAt                // assertion kind
	iRef               // the text of group x again
	iOne               // single-character repeat: item x, min, max, kind; goes on at y
	iLoop              // set up loop register x
	iRepeat            // end of a loop body: register x, body at y, min, max, lazy
	iLook              // lookaround: body at pc+1, goes on at x
	iAtomic            // atomic group: body at pc+1, goes on at x
	iCond              // go to x unless group c matched
	iEnd               // end of the body of a lookaround or atomic group
	iMatch             // the end
	iNever             // no match
)

type inst struct {
	op       iop
	kind     byte
	negate   bool
	ascii    bool
	fold     bool
	c        rune
	x, y     int
	min, max int64
	set      *charSet
}

// regex is a compiled pattern.
type regex struct {
	prog   []inst
	groups int // without group 0
	loops  int
	// first is the set of characters that a match can begin with, nil when it can be empty or is not known.
	first *charSet
	// prefix is a literal that every match begins with.
	prefix []rune
	text   string // prefix as a string
	// anchored patterns can match at the start of the text only.
	anchored bool
}

type reCompiler struct {
	regex
}

func (c *reCompiler) emit(i inst) int {
	c.prog = append(c.prog, i)
	return len(c.prog) - 1
}

// single gives the instruction for a node that matches exactly one character.
func single(n *rnode, isText bool) (inst, bool) {
	switch n.op {
	case rLit:
		if n.flags&reIgnoreCase != 0 {
			ascii := n.flags&reASCII != 0 || !isText
			f := foldRune(n.c, ascii)
			if len(caseVariants(n.c)) > 0 && (!ascii || n.c < 128) {
				return inst{op: iFold, c: f, ascii: ascii}, true
			}
		}
		return inst{op: iChar, c: n.c}, true
	case rAny:
		if n.flags&reDotAll != 0 {
			return inst{op: iAll}, true
		}
		return inst{op: iAny}, true
	case rSet:
		if !n.set.sealed {
			n.set.seal()
		}
		return inst{op: iSet, set: n.set}, true
	case rGroup:
		if n.group == 0 && len(n.subs) == 1 {
			return single(n.subs[0], isText)
		}
	case rSeq:
		if len(n.subs) == 1 {
			return single(n.subs[0], isText)
		}
	}
	return inst{}, false
}

func (c *reCompiler) node(n *rnode, isText bool) {
	if i, ok := single(n, isText); ok {
		c.emit(i)
		return
	}
	switch n.op {
	case rSeq:
		for _, s := range n.subs {
			c.node(s, isText)
		}
	case rAlt:
		var ends []int
		for i, s := range n.subs {
			if i == len(n.subs)-1 {
				c.node(s, isText)
				break
			}
			split := c.emit(inst{op: iSplit})
			c.prog[split].x = len(c.prog)
			c.node(s, isText)
			ends = append(ends, c.emit(inst{op: iJump}))
			c.prog[split].y = len(c.prog)
		}
		for _, e := range ends {
			c.prog[e].x = len(c.prog)
		}
	case rAt:
		kind := n.kind
		switch {
		case kind == '^' && n.flags&reMultiline != 0:
			kind = 'm'
		case kind == '^':
			kind = 'A'
		case kind == '$' && n.flags&reMultiline != 0:
			kind = 'M'
		}
		c.emit(inst{op: iAt, kind: kind, ascii: n.flags&reASCII != 0 || !isText})
	case rGroup:
		if n.group > 0 {
			c.emit(inst{op: iMark, x: 2 * n.group})
		}
		c.node(n.subs[0], isText)
		if n.group > 0 {
			c.emit(inst{op: iMark, x: 2*n.group + 1})
		}
	case rRepeat:
		c.repeat(n, isText)
	case rBackref:
		c.emit(inst{op: iRef, x: n.group, fold: n.flags&reIgnoreCase != 0, ascii: n.flags&reASCII != 0 || !isText})
	case rLook, rAtomic:
		op := iLook
		if n.op == rAtomic {
			op = iAtomic
		}
		at := c.emit(inst{op: op, negate: n.negate, min: n.min})
		c.node(n.subs[0], isText)
		c.emit(inst{op: iEnd})
		c.prog[at].x = len(c.prog)
	case rCond:
		at := c.emit(inst{op: iCond, c: rune(n.group)})
		c.node(n.subs[0], isText)
		if len(n.subs) == 1 {
			c.prog[at].x = len(c.prog)
			return
		}
		j := c.emit(inst{op: iJump})
		c.prog[at].x = len(c.prog)
		c.node(n.subs[1], isText)
		c.prog[j].x = len(c.prog)
	}
}

func (c *reCompiler) repeat(n *rnode, isText bool) {
	if _, ok := single(n.subs[0], isText); ok {
		at := c.emit(inst{op: iOne, min: n.min, max: n.max, kind: n.kind})
		c.node(n.subs[0], isText)
		c.prog[at].x, c.prog[at].y = at+1, at+2
		return
	}
	if n.kind == '+' {
		at := c.emit(inst{op: iAtomic})
		c.loop(n, isText, false)
		c.emit(inst{op: iEnd})
		c.prog[at].x = len(c.prog)
		return
	}
	c.loop(n, isText, n.kind == '?')
}

func (c *reCompiler) loop(n *rnode, isText, lazy bool) {
	reg := c.loops
	c.loops++
	kind := byte(0)
	if lazy {
		kind = '?'
	}
	c.emit(inst{op: iLoop, x: reg})
	j := c.emit(inst{op: iJump})
	body := len(c.prog)
	c.node(n.subs[0], isText)
	c.prog[j].x = len(c.prog)
	c.emit(inst{op: iRepeat, x: reg, y: body, min: n.min, max: n.max, kind: kind})
}

// compileTree translates a syntax tree.
func compileTree(p *reParser, tree *rnode) *regex {
	c := &reCompiler{}
	c.groups = p.groups - 1
	c.node(tree, p.isText)
	c.emit(inst{op: iMatch})
	r := &c.regex
	for pc := 0; ; pc++ {
		i := &r.prog[pc]
		if i.op == iChar {
			r.prefix = append(r.prefix, i.c)
			continue
		}
		if i.op == iMark {
			continue
		}
		r.anchored = i.op == iAt && i.kind == 'A' && len(r.prefix) == 0
		break
	}
	r.text = string(r.prefix)
	if !p.isText {
		r.text = string(bytesOfRunes(r.prefix))
	}
	if len(r.prefix) == 0 && !r.anchored {
		f := &charSet{}
		if firstChars(tree, p.isText, f) {
			f.sealed = true
			r.first = f
		}
	}
	return r
}

// firstChars adds the characters below 256 that n can begin with to f.low; larger ones are always let through. It
// reports whether n takes at least one character, so that the set is of use.
func firstChars(n *rnode, isText bool, f *charSet) bool {
	if i, ok := single(n, isText); ok {
		for c := range f.low {
			f.low[c] = f.low[c] || i.accepts(rune(c))
		}
		return true
	}
	switch n.op {
	case rSeq:
		for _, s := range n.subs {
			if firstChars(s, isText, f) {
				return true
			}
		}
		return false
	case rAlt:
		for _, s := range n.subs {
			if !firstChars(s, isText, f) {
				return false
			}
		}
		return true
	case rGroup, rAtomic:
		return firstChars(n.subs[0], isText, f)
	case rRepeat:
		return firstChars(n.subs[0], isText, f) && n.min > 0
	case rAt, rLook:
		return false
	}
	// References and conditionals: anything.
	for c := range f.low {
		f.low[c] = true
	}
	return false
}

// accepts tells whether a single-character instruction matches c.
func (i *inst) accepts(c rune) bool {
	switch i.op {
	case iChar:
		return c == i.c
	case iFold:
		return foldRune(c, i.ascii) == i.c
	case iAny:
		return c != '\n'
	case iAll:
		return true
	case iSet:
		return i.set.has(c)
	}
	return false
}

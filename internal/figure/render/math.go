package render

import (
	"strings"
	"unicode"

	"gonum.org/v1/plot/vg"
)

// layoutMath sets the mathematics that axis labels need: letters in italics, Greek letters and signs by their TeX
// names, sub- and superscripts, fractions, roots, accents, \mathrm, \mathbf and \text. An unknown command is set as
// its name, so that nothing written is lost.
func layoutMath(src string, st TextStyle) box {
	p := &mathParser{src: []rune(src), bold: st.Bold}
	return p.list(st.Size, false)
}

// atom classes decide the space between neighbours.
const (
	ordinary = iota
	operation
	relation
	punctuation
	function
	opening
	closing
)

// script is the size of sub- and superscripts relative to their base.
const script = 0.7

type mathParser struct {
	src   []rune
	pos   int
	roman bool
	bold  bool
	depth int // of braces and commands
}

const maxDepth = 60

// list sets atoms until the end or, inside braces, until the closing brace.
func (p *mathParser) list(size vg.Length, inBraces bool) box {
	var out box
	if p.depth >= maxDepth {
		p.pos = len(p.src)
		return out
	}
	p.depth++
	defer func() { p.depth-- }()
	out.asc, out.desc = xHeight*size, 0
	prev := opening
	for p.pos < len(p.src) {
		r := p.src[p.pos]
		if r == '}' {
			p.pos++
			if inBraces {
				return out
			}
			continue
		}
		if r == ' ' || r == '~' {
			p.pos++
			if r == '~' {
				out.w += 0.25 * size
			}
			continue
		}
		b, class, ok := p.atom(size)
		if !ok {
			continue
		}
		b = p.scripts(b, size, class)
		if class == operation && (prev == opening || prev == operation || prev == relation || prev == punctuation) {
			class = ordinary // a sign, not an operation
		}
		if size > 0 {
			out.w += spaceBetween(prev, class) * size
		}
		out.append(b)
		prev = class
	}
	return out
}

func spaceBetween(a, b int) vg.Length {
	switch {
	case a == relation && b != relation, b == relation && a != opening && a != relation:
		return 0.24
	case a == operation, b == operation && a != opening:
		return 0.18
	case a == punctuation:
		return 0.15
	case a == function && (b == ordinary || b == function), b == function && (a == ordinary || a == closing):
		return 0.15
	}
	return 0
}

// scripts reads any "_x" and "^y" that follow and sets them on b.
func (p *mathParser) scripts(b box, size vg.Length, class int) box {
	var sub, sup *box
	for p.pos < len(p.src) {
		r := p.src[p.pos]
		switch {
		case (r == '_' && sub == nil) || (r == '^' && sup == nil):
			p.pos++
			s := p.argument(size * script)
			if r == '_' {
				sub = &s
			} else {
				sup = &s
			}
			continue
		case r == '\'':
			p.pos++
			s := glyphBox("′", Sans(p.bold, false), size*script)
			sup = &s
			continue
		}
		break
	}
	if sub == nil && sup == nil {
		return b
	}
	gap := 0.04 * size
	w := vg.Length(0)
	if sup != nil {
		y := max(0.38*size, b.asc-0.32*size)
		b.add(*sup, b.w+gap, y)
		w = max(w, sup.w+gap)
	}
	if sub != nil {
		y := -max(0.17*size, b.desc-0.1*size)
		if b.desc >= descent*size-0.01 {
			y = -0.17 * size
		}
		b.add(*sub, b.w+gap*0.5, y)
		w = max(w, sub.w+gap*0.5)
	}
	b.w += w + 0.03*size
	return b
}

// argument is what a command or script takes: a braced list or one atom.
func (p *mathParser) argument(size vg.Length) box {
	if p.depth >= maxDepth { // the rest is left out
		p.pos = len(p.src)
		return box{}
	}
	p.depth++
	defer func() { p.depth-- }()
	for p.pos < len(p.src) && p.src[p.pos] == ' ' {
		p.pos++
	}
	if p.pos < len(p.src) && p.src[p.pos] == '{' {
		p.pos++
		return p.list(size, true)
	}
	if p.pos < len(p.src) && p.src[p.pos] != '}' {
		b, _, _ := p.atom(size)
		return b
	}
	return box{}
}

// raw is the text of a braced argument, unparsed.
func (p *mathParser) raw() string {
	if p.pos >= len(p.src) || p.src[p.pos] != '{' {
		return ""
	}
	depth, start := 0, p.pos+1
	for ; p.pos < len(p.src); p.pos++ {
		switch p.src[p.pos] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				s := string(p.src[start:p.pos])
				p.pos++
				return s
			}
		}
	}
	return string(p.src[start:])
}

// atom reads one atom. It always moves on.
func (p *mathParser) atom(size vg.Length) (b box, class int, ok bool) {
	r := p.src[p.pos]
	p.pos++
	switch {
	case r == '{':
		return p.list(size, true), ordinary, true
	case r == '\\':
		return p.command(size)
	case r == '^' || r == '_': // a script without a base
		p.pos--
		return box{asc: xHeight * size}, ordinary, true
	case unicode.IsDigit(r):
		n := p.pos
		for n < len(p.src) && (unicode.IsDigit(p.src[n]) || p.src[n] == '.' && n+1 < len(p.src) && unicode.IsDigit(p.src[n+1])) {
			n++
		}
		s := string(p.src[p.pos-1 : n])
		p.pos = n
		return glyphBox(s, Sans(p.bold, false), size), ordinary, true
	}
	return p.symbol(r, size)
}

// symbol sets one character with the slope and spacing class that it has in mathematics.
func (p *mathParser) symbol(r rune, size vg.Length) (box, int, bool) {
	class := ordinary
	switch r {
	case '-':
		r, class = '−', operation
	case '*':
		r, class = '∗', operation
	case '+', '−', '∧', '∨', '×', '·', '±', '∓', '÷', '⊗', '⊕', '∘', '∪', '∩', '∗':
		class = operation
	case '=', '<', '>', '≤', '≥', '≠', '≈', '≡', '∈', '∉', '∼', '∝', '→', '←', '↔', '⇒', '⊂', '⊃', '≪', '≫', ':':
		class = relation
	case ',', ';':
		class = punctuation
	case '(', '[', '⟨':
		class = opening
	case ')', ']', '⟩', '!':
		class = closing
	}
	italic := !p.roman && unicode.IsLetter(r) && !(r >= 'Α' && r <= 'Ω') && r < 0x2100
	return glyphBox(string(r), Sans(p.bold, italic), size), class, true
}

// named are the commands that stand for one character.
var named = map[string]rune{
	"alpha": 'α', "beta": 'β', "gamma": 'γ', "delta": 'δ', "epsilon": 'ε', "varepsilon": 'ε', "zeta": 'ζ', "eta": 'η',
	"theta": 'θ', "vartheta": 'ϑ', "iota": 'ι', "kappa": 'κ', "lambda": 'λ', "mu": 'μ', "nu": 'ν', "xi": 'ξ',
	"omicron": 'ο', "pi": 'π', "rho": 'ρ', "varrho": 'ρ', "sigma": 'σ', "varsigma": 'ς', "tau": 'τ', "upsilon": 'υ',
	"phi": 'φ', "varphi": 'φ', "chi": 'χ', "psi": 'ψ', "omega": 'ω',
	"Gamma": 'Γ', "Delta": 'Δ', "Theta": 'Θ', "Lambda": 'Λ', "Xi": 'Ξ', "Pi": 'Π', "Sigma": 'Σ', "Upsilon": 'Υ',
	"Phi": 'Φ', "Psi": 'Ψ', "Omega": 'Ω',
	"times": '×', "cdot": '·', "pm": '±', "mp": '∓', "div": '÷', "ast": '∗', "otimes": '⊗', "oplus": '⊕', "circ": '∘',
	"cup": '∪', "cap": '∩',
	"leq": '≤', "le": '≤', "geq": '≥', "ge": '≥', "neq": '≠', "ne": '≠', "approx": '≈', "equiv": '≡', "sim": '∼',
	"propto": '∝', "in": '∈', "notin": '∉', "subset": '⊂', "supset": '⊃', "ll": '≪', "gg": '≫', "to": '→',
	"rightarrow": '→', "leftarrow": '←', "leftrightarrow": '↔', "Rightarrow": '⇒', "parallel": '∥', "perp": '⊥',
	"uparrow": '↑', "downarrow": '↓', "mid": '∣',
	"infty": '∞', "partial": '∂', "nabla": '∇', "ell": 'ℓ', "hbar": 'ħ', "forall": '∀', "exists": '∃', "emptyset": '∅',
	"sum": '∑', "prod": '∏', "int": '∫', "top": '⊤', "dagger": '†', "degree": '°', "prime": '′', "langle": '⟨',
	"rangle": '⟩', "Vert": '∥', "|": '∥', "vert": '|', "dots": '…', "ldots": '…', "cdots": '⋯', "bullet": '•',
	"star": '∗', "lVert": '∥', "rVert": '∥', "lvert": '|', "rvert": '|', "lbrace": '{', "rbrace": '}', "cong": '≈', "simeq": '≈',
	"leftrightarrows": '↔', "longrightarrow": '→', "mapsto": '→', "gets": '←', "implies": '⇒', "wedge": '∧', "vee": '∨', "setminus": '\\',
	"subseteq": '⊂', "supseteq": '⊃', "varnothing": '∅', "angstrom": 'Å', "euro": '€', "pounds": '£', "S": '§', "dag": '†', "triangle": '△',
	"%": '%', "#": '#', "&": '&', "_": '_', "{": '{', "}": '}', "$": '$',
}

// functions are set upright with a little space around them.
var functions = map[string]bool{
	"sin": true, "cos": true, "tan": true, "sinh": true, "cosh": true, "tanh": true, "arcsin": true, "arccos": true,
	"arctan": true, "exp": true, "log": true, "ln": true, "min": true, "max": true, "inf": true, "sup": true,
	"lim": true, "arg": true, "det": true, "dim": true, "ker": true, "deg": true, "gcd": true, "Pr": true,
	"argmin": true, "argmax": true, "tr": true, "rank": true, "diag": true, "var": true, "cov": true,
}

var spaces = map[string]vg.Length{",": 0.17, ":": 0.22, ";": 0.28, "!": -0.17, " ": 0.28, "quad": 1, "qquad": 2}

var accents = map[string]string{
	"hat": "ˆ", "widehat": "ˆ", "bar": "¯", "tilde": "˜", "widetilde": "˜", "dot": "˙", "ddot": "¨", "vec": "→",
}

var blackboard = map[rune]rune{'R': 'ℝ'}

// command reads what follows a backslash.
func (p *mathParser) command(size vg.Length) (box, int, bool) {
	if p.pos >= len(p.src) {
		return glyphBox("\\", Sans(p.bold, false), size), ordinary, true
	}
	start := p.pos
	for p.pos < len(p.src) && (p.src[p.pos] >= 'a' && p.src[p.pos] <= 'z' || p.src[p.pos] >= 'A' && p.src[p.pos] <= 'Z') {
		p.pos++
	}
	if p.pos == start {
		p.pos++
	}
	name := string(p.src[start:p.pos])
	if w, ok := spaces[name]; ok {
		return box{w: w * size}, ordinary, true
	}
	if r, ok := named[name]; ok {
		b, class, ok := p.symbol(r, size)
		switch r {
		case '∑', '∏', '∫':
			b, class = glyphBox(string(r), Sans(p.bold, false), size*1.15), function
		}
		return b, class, ok
	}
	if functions[name] {
		return glyphBox(name, Sans(p.bold, false), size), function, true
	}
	if a, ok := accents[name]; ok {
		return p.accent(a, size), ordinary, true
	}
	switch name {
	case "frac", "dfrac", "tfrac":
		return p.fraction(size), ordinary, true
	case "sqrt":
		return p.root(size), ordinary, true
	case "mathrm", "text", "rm", "mathsf", "operatorname", "textrm":
		return glyphBox(p.raw(), Sans(p.bold, false), size), ordinary, true
	case "mathbf", "boldsymbol", "textbf", "bm":
		return p.with(func() { p.bold = true; p.roman = name != "boldsymbol" && name != "bm" }, size), ordinary, true
	case "mathit", "textit":
		return p.with(func() { p.roman = false }, size), ordinary, true
	case "mathbb", "mathcal", "mathscr", "mathfrak":
		s := []rune(p.raw())
		for i, r := range s {
			if bb, ok := blackboard[r]; ok && name == "mathbb" {
				s[i] = bb
			}
		}
		return glyphBox(string(s), Sans(name == "mathbb" || p.bold, name == "mathcal"), size), ordinary, true
	case "left", "right", "displaystyle", "limits", "big", "Big", "bigl", "bigr":
		return box{}, ordinary, false
	}
	return glyphBox("\\"+name, Sans(p.bold, false), size), ordinary, true
}

func (p *mathParser) with(set func(), size vg.Length) box {
	bold, roman := p.bold, p.roman
	set()
	b := p.argument(size)
	p.bold, p.roman = bold, roman
	return b
}

func (p *mathParser) accent(a string, size vg.Length) box {
	b := p.argument(size)
	asize, y := size, vg.Length(0)
	tall := false
	for _, r := range b.runs {
		tall = tall || strings.ContainsFunc(r.S, func(r rune) bool {
			return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("bdfhklβδζθλξ", r)
		})
	}
	if tall {
		y = (capHeight - xHeight) * size
	}
	if a == "→" {
		asize, y = size*0.6, y+0.5*size
	}
	g := glyphBox(a, Sans(p.bold, false), asize)
	g.asc, g.desc = capHeight*size, 0
	b.add(g, (b.w-g.w)/2+0.05*size, y)
	return b
}

func (p *mathParser) fraction(size vg.Length) box {
	s := size * 0.78
	num, den := p.argument(s), p.argument(s)
	axis, thick, gap := 0.26*size, 0.05*size, 0.1*size
	w := max(num.w, den.w) + 0.1*size
	var out box
	out.add(num, (w-num.w)/2, axis+thick/2+gap+num.desc)
	out.add(den, (w-den.w)/2, axis-thick/2-gap-den.asc)
	out.rules = append(out.rules, Rule{0, axis - thick/2, w, thick})
	out.w = w + 0.06*size
	return out
}

func (p *mathParser) root(size vg.Length) box {
	if p.pos < len(p.src) && p.src[p.pos] == '[' { // an index is read and left out
		for p.pos < len(p.src) && p.src[p.pos] != ']' {
			p.pos++
		}
		p.pos = min(p.pos+1, len(p.src))
	}
	in := p.argument(size)
	height := max(in.asc, 0.6*size) + 0.12*size
	f := Sans(p.bold, false)
	// The radical sign of the face reaches from -0.15 to about 0.9 em.
	sign := glyphBox("√", f, size*height/(0.9*size))
	thick := 0.05 * size
	var out box
	out.append(sign)
	x := out.w - 0.02*size
	out.add(in, x, 0)
	out.rules = append(out.rules, Rule{x - 0.02*size, height - thick, in.w + 0.06*size, thick})
	out.w = x + in.w + 0.08*size
	out.asc = max(out.asc, height)
	return out
}

package render

import (
	"strings"

	"gonum.org/v1/plot/vg"
)

// TextStyle says how a string is set. The zero value is 10-point regular, left-aligned.
type TextStyle struct {
	Size   vg.Length // 0: 10 points
	Bold   bool
	Italic bool
	Align  float64 // of the lines among themselves: 0 left, 0.5 centre, 1 right
}

// Text is a string that has been set: runs of glyphs and rules at fixed places. Its origin is the left end of the
// first baseline; y grows upwards.
type Text struct {
	Runs  []Run
	Rules []Rule
	// Width is the widest line; Ascent and Descent reach from the first baseline to the top and (as a positive
	// number) to the bottom of the last line.
	Width, Ascent, Descent vg.Length
	// Source is the string as it was given.
	Source string
	// Anchor tells formats whose reader may measure text differently which part of a line should stay in place:
	// 0 its left end, 0.5 its middle, 1 its right end. It does not move the text.
	Anchor float64
}

// Run is a stretch of text in one face and size, starting at (X, Y).
type Run struct {
	S    string
	Face *Face
	Size vg.Length
	X, Y vg.Length

	end vg.Length // X plus the width, while a line is set
}

// Rule is a filled rectangle with lower left corner (X, Y): fraction bars, roots.
type Rule struct{ X, Y, W, H vg.Length }

// Layout sets a string. Line feeds break lines; text between two dollar signs is mathematics (see math.go); "\$" is
// a plain dollar sign, and so is a dollar sign without partner.
func Layout(s string, st TextStyle) *Text {
	if st.Size <= 0 {
		st.Size = 10
	}
	t := &Text{Source: s}
	const leading = 1.25
	lines := strings.Split(s, "\n")
	boxes := make([]box, len(lines))
	for i, l := range lines {
		boxes[i] = layoutLine(l, st)
		if boxes[i].w > t.Width {
			t.Width = boxes[i].w
		}
	}
	y := vg.Length(0)
	for i, b := range boxes {
		if i > 0 {
			step := leading * st.Size
			if need := boxes[i-1].desc + b.asc + 0.15*st.Size; need > step {
				step = need
			}
			y -= step
		}
		dx := (t.Width - b.w) * vg.Length(st.Align)
		for _, r := range b.runs {
			r.X, r.Y = r.X+dx, r.Y+y
			t.Runs = append(t.Runs, r)
		}
		for _, r := range b.rules {
			r.X, r.Y = r.X+dx, r.Y+y
			t.Rules = append(t.Rules, r)
		}
		if i == 0 {
			t.Ascent = b.asc
		}
		t.Descent = b.desc - y
	}
	return t
}

// Bounds is the box of the text with its origin at the given point, turned by rot radians about it.
func (t *Text) Bounds(at vg.Point, rot float64) vg.Rectangle {
	m := identity.translate(at).rotate(rot)
	r := vg.Rectangle{Min: vg.Point{X: inf, Y: inf}, Max: vg.Point{X: -inf, Y: -inf}}
	for _, p := range []vg.Point{{X: 0, Y: -t.Descent}, {X: t.Width, Y: -t.Descent}, {X: 0, Y: t.Ascent}, {X: t.Width, Y: t.Ascent}} {
		r = extend(r, m.apply(p))
	}
	return r
}

// Empty tells whether nothing would be drawn.
func (t *Text) Empty() bool { return t == nil || len(t.Runs) == 0 && len(t.Rules) == 0 }

// Outline appends the outlines of all runs and rules, moved to the point.
func (t *Text) Outline(p *vg.Path, at vg.Point) {
	for _, r := range t.Runs {
		r.Face.Outline(p, r.S, r.Size, vg.Point{X: at.X + r.X, Y: at.Y + r.Y})
	}
	for _, r := range t.Rules {
		min := vg.Point{X: at.X + r.X, Y: at.Y + r.Y}
		*p = append(*p, vg.Rectangle{Min: min, Max: vg.Point{X: min.X + r.W, Y: min.Y + r.H}}.Path()...)
	}
}

// layoutLine splits a line at dollar signs into plain and mathematical stretches.
func layoutLine(s string, st TextStyle) box {
	face := Sans(st.Bold, st.Italic)
	out := box{asc: capHeight * st.Size, desc: descent * st.Size}
	var plain strings.Builder
	flush := func() {
		if plain.Len() > 0 {
			out.append(glyphBox(plain.String(), face, st.Size))
			plain.Reset()
		}
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '$':
			plain.WriteByte('$')
			i++
		case s[i] == '$':
			n := closingDollar(s[i+1:])
			if n < 0 || n > maxMath {
				plain.WriteByte('$')
				continue
			}
			flush()
			out.append(layoutMath(s[i+1:i+1+n], st))
			i += n + 1
		default:
			plain.WriteByte(s[i])
		}
	}
	flush()
	return out
}

// maxMath is the length in bytes beyond which text between dollar signs is plain: nobody reads such a formula.
const maxMath = 4000

func closingDollar(s string) int {
	for i := 0; i < min(len(s), maxMath+1); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i] == '$' {
			return i
		}
	}
	return -1
}

// box is a piece of a line: its origin is the left end of its baseline.
type box struct {
	runs         []Run
	rules        []Rule
	w, asc, desc vg.Length
}

func glyphBox(s string, f *Face, size vg.Length) box {
	w := f.Width(s, size)
	return box{
		runs: []Run{{S: s, Face: f, Size: size, end: w}},
		w:    w, asc: capHeight * size, desc: descent * size,
	}
}

// add places c at (x, y) inside b and grows b's height and depth, not its width.
func (b *box) add(c box, x, y vg.Length) {
	for _, r := range c.runs {
		r.X, r.Y, r.end = r.X+x, r.Y+y, r.end+x
		if n := len(b.runs) - 1; n >= 0 && joins(b.runs[n], r) {
			b.runs[n].S += r.S
			b.runs[n].end = r.end
			continue
		}
		b.runs = append(b.runs, r)
	}
	for _, r := range c.rules {
		r.X, r.Y = r.X+x, r.Y+y
		b.rules = append(b.rules, r)
	}
	b.asc = max(b.asc, c.asc+y)
	b.desc = max(b.desc, c.desc-y)
}

// joins tells whether r continues the run a: the same face, size and line, and no gap beyond kerning.
func joins(a, r Run) bool {
	if a.Face != r.Face || a.Size != r.Size || a.Y != r.Y {
		return false
	}
	gap := r.X - a.end
	return gap > -0.01*a.Size && gap < 0.01*a.Size
}

// append places c to the right of b.
func (b *box) append(c box) {
	b.add(c, b.w, 0)
	b.w += c.w
}

package render

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// FontFamily is the fallback list written into SVG. The faces measured here have the advance widths of Arial and
// Helvetica, so a layout made from them holds on machines that lack Liberation Sans.
const FontFamily = "Liberation Sans,Arial,Helvetica,sans-serif"

// Metrics of the faces as fractions of the em, the same for all four.
const (
	capHeight = 0.729 // top of capitals and digits above the baseline
	xHeight   = 0.528 // top of small letters
	descent   = 0.212 // depth of p, q, y below the baseline
)

// Face is one face of the family that figures are set in. It is safe for concurrent use.
type Face struct {
	Bold, Italic bool

	font  *sfnt.Font
	upem  fixed.Int26_6
	mu    sync.Mutex
	buf   sfnt.Buffer
	glyph map[rune]*glyph
	kern  map[[2]sfnt.GlyphIndex]float64
}

// glyph is an outline in em units, y upwards.
type glyph struct {
	index   sfnt.GlyphIndex // 0 for composed and missing glyphs
	advance float64
	path    vg.Path
}

var faces = func() (f [4]func() *Face) {
	for i, ttf := range [][]byte{liberationsansregular.TTF, liberationsansitalic.TTF, liberationsansbold.TTF, liberationsansbolditalic.TTF} {
		f[i] = sync.OnceValue(func() *Face {
			parsed, err := sfnt.Parse(ttf)
			if err != nil {
				panic("render: embedded font does not parse: " + err.Error())
			}
			return newFace(parsed, i >= 2, i%2 == 1)
		})
	}
	return f
}()

// Sans returns the face of the given weight and slope.
func Sans(bold, italic bool) *Face {
	i := 0
	if bold {
		i += 2
	}
	if italic {
		i++
	}
	return faces[i]()
}

func newFace(f *sfnt.Font, bold, italic bool) *Face {
	return &Face{
		Bold: bold, Italic: italic,
		font: f, upem: fixed.Int26_6(f.UnitsPerEm()),
		glyph: map[rune]*glyph{}, kern: map[[2]sfnt.GlyphIndex]float64{},
	}
}

// Width is the advance width of s.
func (f *Face) Width(s string, size vg.Length) vg.Length {
	w := 0.0
	f.each(s, func(x float64, _ *glyph, adv float64) { w = x + adv })
	return vg.Length(w) * size
}

// Outline appends the outlines of s, baseline starting at the given point, to the path.
func (f *Face) Outline(p *vg.Path, s string, size vg.Length, at vg.Point) {
	f.each(s, func(x float64, g *glyph, _ float64) {
		o := vg.Point{X: at.X + vg.Length(x)*size, Y: at.Y}
		for _, c := range g.path {
			*p = append(*p, placeComp(c, size, o))
		}
	})
}

// each calls fn with the pen position (in em), the glyph and its advance, kerning applied.
func (f *Face) each(s string, fn func(x float64, g *glyph, adv float64)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	x := 0.0
	var prev *glyph
	for _, r := range s {
		g := f.lookup(r)
		if prev != nil && prev.index != 0 && g.index != 0 {
			x += f.kerning(prev.index, g.index)
		}
		fn(x, g, g.advance)
		x += g.advance
		prev = g
	}
}

func (f *Face) kerning(a, b sfnt.GlyphIndex) float64 {
	key := [2]sfnt.GlyphIndex{a, b}
	if k, ok := f.kern[key]; ok {
		return k
	}
	k, err := f.font.Kern(&f.buf, a, b, f.upem, xfont.HintingNone)
	v := float64(k) / float64(f.upem)
	if err != nil {
		v = 0
	}
	f.kern[key] = v
	return v
}

// lookup finds a glyph: in the font, else composed from others, else an empty box.
func (f *Face) lookup(r rune) *glyph {
	if g, ok := f.glyph[r]; ok {
		return g
	}
	g := f.load(r)
	if g == nil {
		g = f.compose(r)
	}
	if g == nil {
		g = missingGlyph(r)
	}
	f.glyph[r] = g
	return g
}

func (f *Face) load(r rune) *glyph {
	i, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || i == 0 {
		return nil
	}
	em := float64(f.upem)
	adv, err := f.font.GlyphAdvance(&f.buf, i, f.upem, xfont.HintingNone)
	if err != nil {
		return nil
	}
	segs, err := f.font.LoadGlyph(&f.buf, i, f.upem, nil)
	if err != nil {
		return nil
	}
	g := &glyph{index: i, advance: float64(adv) / em}
	pt := func(p fixed.Point26_6) vg.Point {
		return vg.Point{X: vg.Length(float64(p.X) / em), Y: vg.Length(-float64(p.Y) / em)}
	}
	open := false
	for _, s := range segs {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if open {
				g.path.Close()
			}
			g.path.Move(pt(s.Args[0]))
			open = true
		case sfnt.SegmentOpLineTo:
			g.path.Line(pt(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			g.path.QuadTo(pt(s.Args[0]), pt(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			g.path.CubeTo(pt(s.Args[0]), pt(s.Args[1]), pt(s.Args[2]))
		}
	}
	if open {
		g.path.Close()
	}
	return g
}

// part places the glyph of another rune inside a composed glyph: scaled by (sx, sy), then moved by (dx, dy) em.
type part struct {
	r              rune
	sx, sy, dx, dy float64
}

// composed lists the mathematical signs that the family lacks, built from glyphs that it has. An advance of 0 takes
// that of the first part.
var composed = map[rune]struct {
	advance float64
	parts   []part
}{
	'∇': {0, []part{{'Δ', 1, -1, 0, capHeight}}},
	'∀': {0, []part{{'A', 1, -1, 0, capHeight}}},
	'∃': {0, []part{{'E', -1, 1, 0.667, 0}}},
	'∈': {0.62, []part{{'ϵ', 1.3, 1.12, 0.02, 0.02}}},
	'∉': {0.62, []part{{'ϵ', 1.3, 1.12, 0.02, 0.02}, {'/', 1, 1, 0.17, -0.06}}},
	'∥': {0.45, []part{{'|', 1, 1, 0, 0}, {'|', 1, 1, 0.19, 0}}},
	'‖': {0.45, []part{{'|', 1, 1, 0, 0}, {'|', 1, 1, 0.19, 0}}},
	'∣': {0, []part{{'|', 1, 1, 0, 0}}},
	'⟨': {0, []part{{'‹', 1, 1.75, 0, -0.22}}},
	'⟩': {0, []part{{'›', 1, 1.75, 0, -0.22}}},
	'∝': {0.62, []part{{'α', -1, 1, 0.6, 0}}},
	'∼': {0, []part{{'~', 1, 1, 0, 0}}},
	'∘': {0, []part{{'°', 1, 1, 0, -0.32}}},
	'∗': {0, []part{{'*', 1, 1, 0, -0.22}}},
	'⊗': {0, []part{{'○', 1, 1, 0, 0}, {'×', 0.8, 0.8, 0.08, 0.06}}},
	'⊕': {0, []part{{'○', 1, 1, 0, 0}, {'+', 0.8, 0.8, 0.08, 0.06}}},
	'⇒': {0.9, []part{{'=', 1, 1, 0, 0}, {'>', 1, 1, 0.3, 0}}},
	'⊂': {0.7, []part{{'C', 0.9, 0.75, 0, 0}}},
	'⊃': {0.7, []part{{'C', -0.9, 0.75, 0.68, 0}}},
	'∪': {0.72, []part{{'U', 0.95, 0.8, 0, 0}}},
	'≪': {0.85, []part{{'<', 1, 1, 0, 0}, {'<', 1, 1, 0.27, 0}}},
	'≫': {0.85, []part{{'>', 1, 1, 0, 0}, {'>', 1, 1, 0.27, 0}}},
	'∧': {0.6, []part{{'Λ', 0.8, 0.75, 0.03, 0}}},
	'∨': {0.6, []part{{'Λ', 0.8, -0.75, 0.03, capHeight * 0.75}}},
	'△': {0, []part{{'Δ', 1, 1, 0, 0}}},
	'∅': {0, []part{{'Ø', 1, 1, 0, 0}}},
	'⊤': {0, []part{{'T', 1, 1, 0, 0}}},
	'⊥': {0, []part{{'T', 1, -1, 0, capHeight}}},
	'ℝ': {0.75, []part{{'R', 1, 1, 0.03, 0}, {'R', 1, 1, 0, 0}}},
	'⋯': {0.9, []part{{'·', 1, 1, 0, 0}, {'·', 1, 1, 0.3, 0}, {'·', 1, 1, 0.6, 0}}},
	'⁰': {0.333, []part{{'0', 0.6, 0.6, 0, 0.3}}},
}

func (f *Face) compose(r rune) *glyph {
	c, ok := composed[r]
	if !ok {
		return nil
	}
	g := &glyph{advance: c.advance}
	for _, p := range c.parts {
		src := f.load(p.r)
		if src == nil {
			return nil
		}
		if g.advance == 0 {
			g.advance = src.advance
		}
		m := func(q vg.Point) vg.Point {
			return vg.Point{X: q.X*vg.Length(p.sx) + vg.Length(p.dx), Y: q.Y*vg.Length(p.sy) + vg.Length(p.dy)}
		}
		var out vg.Path
		for _, comp := range src.path {
			comp.Pos = m(comp.Pos)
			ctl := make([]vg.Point, len(comp.Control))
			for i, q := range comp.Control {
				ctl[i] = m(q)
			}
			comp.Control = ctl
			out = append(out, comp)
		}
		if p.sx*p.sy < 0 {
			out = reversed(out)
		}
		g.path = append(g.path, out...)
	}
	return g
}

// reversed turns every contour round, so that a mirrored glyph keeps the winding of its neighbours.
func reversed(p vg.Path) vg.Path {
	var out vg.Path
	for start := 0; start < len(p); {
		end := start + 1
		for end < len(p) && p[end].Type != vg.MoveComp {
			end++
		}
		var pts []vg.Point // end points of the segments, first the start
		var ctl [][]vg.Point
		for _, c := range p[start:end] {
			switch c.Type {
			case vg.MoveComp:
				pts = append(pts, c.Pos)
			case vg.LineComp, vg.CurveComp:
				pts, ctl = append(pts, c.Pos), append(ctl, c.Control)
			}
		}
		out.Move(pts[len(pts)-1])
		for i := len(ctl) - 1; i >= 0; i-- {
			switch c := ctl[i]; len(c) {
			case 1:
				out.QuadTo(c[0], pts[i])
			case 2:
				out.CubeTo(c[1], c[0], pts[i])
			default:
				out.Line(pts[i])
			}
		}
		out.Close()
		start = end
	}
	return out
}

// missingGlyph is an outlined box, as wide as an em for East Asian scripts and two thirds of it elsewhere.
func missingGlyph(r rune) *glyph {
	w := 0.6
	if r >= 0x1100 {
		w = 1
	}
	g := &glyph{advance: w}
	box := func(in float64, rev bool) {
		x0, x1, y0, y1 := vg.Length(0.08+in), vg.Length(w-0.08-in), vg.Length(in), vg.Length(capHeight-in)
		g.path.Move(vg.Point{X: x0, Y: y0})
		if rev {
			g.path.Line(vg.Point{X: x0, Y: y1})
			g.path.Line(vg.Point{X: x1, Y: y1})
			g.path.Line(vg.Point{X: x1, Y: y0})
		} else {
			g.path.Line(vg.Point{X: x1, Y: y0})
			g.path.Line(vg.Point{X: x1, Y: y1})
			g.path.Line(vg.Point{X: x0, Y: y1})
		}
		g.path.Close()
	}
	box(0, false)
	box(0.05, true)
	return g
}

// placeComp scales a path component given in em and moves it to o.
func placeComp(c vg.PathComp, size vg.Length, o vg.Point) vg.PathComp {
	c.Pos = vg.Point{X: c.Pos.X*size + o.X, Y: c.Pos.Y*size + o.Y}
	if len(c.Control) > 0 {
		ctl := make([]vg.Point, len(c.Control))
		for i, q := range c.Control {
			ctl[i] = vg.Point{X: q.X*size + o.X, Y: q.Y*size + o.Y}
		}
		c.Control = ctl
	}
	return c
}

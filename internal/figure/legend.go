package figure

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// LegendOptions describe a legend. The zero value places it where it hides least.
type LegendOptions struct {
	// Loc is "best", "upper right", "upper left", "lower left", "lower right", "right", "center left",
	// "center right", "lower center", "upper center", "center", or "outside" followed by "right", "right upper",
	// "right lower", "top" or "bottom".
	Loc     string
	Title   string
	Columns int       // 0: 1
	Size    vg.Length // of the text; 0: the theme's
	NoFrame bool
	Alpha   float64 // of the background; 0: 0.85

	Artists []Labelled // nil: those of the axes that have a label
	Labels  []string   // instead of the artists' own
	Reverse bool
	Anchor  *[2]float64 // where Loc's corner of the box goes, in fractions of the axes
}

// Labelled is an artist that can stand in a legend.
type Labelled interface {
	artist
	Label() string
}

// Legend is the key to the artists of axes.
type Legend struct {
	opt     LegendOptions
	entries []legendEntry
	title   *render.Text
	colW    []vg.Length
	rows    int
	w, h    vg.Length
}

type legendEntry struct {
	art  artist
	text *render.Text
}

var legendLocs = []string{
	"best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right",
	"lower center", "upper center", "center",
	"outside right", "outside right upper", "outside right lower", "outside top", "outside bottom",
}

// LegendLocation returns the name of the location with matplotlib's number.
func LegendLocation(code int) (string, error) {
	if code < 0 || code > 10 {
		return "", fmt.Errorf("figure: legend location must lie between 0 and 10, got %d", code)
	}
	return legendLocs[code], nil
}

// SetLegend adds a legend, or replaces it.
func (a *Axes) SetLegend(o LegendOptions) (*Legend, error) {
	if o.Loc == "" {
		o.Loc = "best"
	}
	known := false
	for _, l := range legendLocs {
		known = known || l == o.Loc
	}
	if !known {
		return nil, &palette.NameError{What: "legend location", Name: o.Loc, Near: palette.Near(o.Loc, legendLocs)}
	}
	if o.Columns < 0 || o.Columns > 100 {
		return nil, fmt.Errorf("figure: legend: number of columns must be positive, got %d", o.Columns)
	}
	a.legend = &Legend{opt: o}
	return a.legend, nil
}

// RemoveLegend takes the legend away.
func (a *Axes) RemoveLegend() { a.legend = nil }

// Labels lists the texts of the legend that the axes would have.
func (a *Axes) Labels() []string {
	var out []string
	for _, art := range a.artists {
		if l := art.meta().label; l != "" && !strings.HasPrefix(l, "_") && !art.meta().hidden {
			out = append(out, l)
		}
	}
	return out
}

// Sizes of a legend, in points.
const (
	legendPad    = 5.0
	legendKey    = 20.0
	legendKeyGap = 5.0
	legendColGap = 12.0
	legendInset  = 6.0 // from the sides of the axes
)

// prepare sets the texts and finds the size.
func (l *Legend) prepare(a *Axes) {
	size := l.opt.Size
	if size <= 0 {
		size = a.fig.theme.LegendSize
	}
	l.entries = l.entries[:0]
	var arts []artist
	if l.opt.Artists != nil {
		for _, x := range l.opt.Artists {
			arts = append(arts, x)
		}
	} else {
		for _, art := range a.artists {
			b := art.meta()
			if b.hidden || b.key == nil {
				continue
			}
			if l.opt.Labels == nil && (b.label == "" || strings.HasPrefix(b.label, "_")) {
				continue
			}
			arts = append(arts, art)
		}
	}
	for i, art := range arts {
		s := art.meta().label
		if l.opt.Labels != nil {
			if i >= len(l.opt.Labels) {
				break
			}
			s = l.opt.Labels[i]
		}
		l.entries = append(l.entries, legendEntry{art, render.Layout(s, render.TextStyle{Size: size})})
	}
	if l.opt.Reverse {
		for i, j := 0, len(l.entries)-1; i < j; i, j = i+1, j-1 {
			l.entries[i], l.entries[j] = l.entries[j], l.entries[i]
		}
	}
	cols := min(max(l.opt.Columns, 1), max(len(l.entries), 1))
	l.rows = (len(l.entries) + cols - 1) / cols
	l.colW = make([]vg.Length, cols)
	rowH := size * 1.4
	for i, e := range l.entries {
		c := i / max(l.rows, 1)
		l.colW[c] = max(l.colW[c], legendKey+legendKeyGap+e.text.Width)
		rowH = max(rowH, e.text.Ascent+e.text.Descent+0.3*size)
	}
	l.w, l.h = 2*legendPad, 2*legendPad-0.2*size
	for i, w := range l.colW {
		l.w += w
		if i > 0 {
			l.w += legendColGap
		}
	}
	l.h += rowH * vg.Length(l.rows)
	l.title = nil
	if l.opt.Title != "" {
		l.title = render.Layout(l.opt.Title, render.TextStyle{Size: size, Bold: true})
		l.h += l.title.Ascent + l.title.Descent + 3
		l.w = max(l.w, l.title.Width+2*legendPad)
	}
}

// margin leaves room for a legend outside.
func (l *Legend) margin(a *Axes, m *margins) {
	if l == nil {
		return
	}
	l.prepare(a)
	if len(l.entries) == 0 {
		return
	}
	switch {
	case strings.HasPrefix(l.opt.Loc, "outside right"):
		a.place.legendOff = m.r + barPad
		m.r += barPad + l.w
	case l.opt.Loc == "outside top":
		a.place.legendOff = m.t + titlePad
		m.t += titlePad + l.h
	case l.opt.Loc == "outside bottom":
		a.place.legendOff = m.b + titlePad
		m.b += titlePad + l.h
	}
}

// corner places a box of the legend's size for a fixed location.
func (l *Legend) corner(a *Axes, loc string) vg.Rectangle {
	box := a.place.box
	x0, x1 := box.Min.X+legendInset, box.Max.X-legendInset-l.w
	y0, y1 := box.Min.Y+legendInset, box.Max.Y-legendInset-l.h
	xc, yc := (box.Min.X+box.Max.X-l.w)/2, (box.Min.Y+box.Max.Y-l.h)/2
	var x, y vg.Length
	switch loc {
	case "upper left":
		x, y = x0, y1
	case "lower left":
		x, y = x0, y0
	case "lower right":
		x, y = x1, y0
	case "right", "center right":
		x, y = x1, yc
	case "center left":
		x, y = x0, yc
	case "lower center":
		x, y = xc, y0
	case "upper center":
		x, y = xc, y1
	case "center":
		x, y = xc, yc
	case "outside right":
		x, y = box.Max.X+a.place.legendOff, yc
	case "outside right upper":
		x, y = box.Max.X+a.place.legendOff, box.Max.Y-l.h
	case "outside right lower":
		x, y = box.Max.X+a.place.legendOff, box.Min.Y
	case "outside top":
		x, y = xc, box.Max.Y+a.place.legendOff
	case "outside bottom":
		x, y = xc, box.Min.Y-a.place.legendOff-l.h
	default: // upper right
		x, y = x1, y1
	}
	if l.opt.Anchor != nil && !strings.HasPrefix(loc, "outside") {
		s := box.Size()
		ax, ay := box.Min.X+pt(l.opt.Anchor[0])*s.X, box.Min.Y+pt(l.opt.Anchor[1])*s.Y
		h, v := 1.0, 1.0
		switch {
		case strings.Contains(loc, "left"):
			h = 0
		case strings.HasSuffix(loc, "center"):
			h = 0.5
		}
		switch {
		case strings.HasPrefix(loc, "lower"):
			v = 0
		case strings.HasPrefix(loc, "center"), loc == "right":
			v = 0.5
		}
		x, y = ax-pt(h)*l.w, ay-pt(v)*l.h
	}
	return vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + l.w, Y: y + l.h}}
}

// best tries the usual places in their usual order and takes the first that hides nothing. If all hide something it
// searches the whole inside, and failing that takes the place with the least ink.
func (l *Legend) best(p *pane) vg.Rectangle {
	a := p.axes
	o := newOccupancy(a.place.box)
	for _, b := range a.fig.axes { // twins draw into the same box
		if b == a || b.twin == a || a.twin != nil && (b == a.twin || b.twin == a.twin) {
			q := *p
			q.axes, q.box = b, a.place.box
			for _, art := range b.sorted() {
				art.occupy(o, &q)
			}
		}
	}
	const clear = 3.0 // points kept free around the legend
	grown := func(r vg.Rectangle) vg.Rectangle {
		r.Min.X, r.Min.Y, r.Max.X, r.Max.Y = r.Min.X-clear, r.Min.Y-clear, r.Max.X+clear, r.Max.Y+clear
		return r
	}
	var best vg.Rectangle
	least := math.Inf(1)
	for _, loc := range legendLocs[1:11] {
		r := l.corner(a, loc)
		ink := o.ink(grown(r))
		if ink == 0 {
			return r
		}
		if ink < least*0.98 {
			best, least = r, ink
		}
	}
	r0, r1 := l.corner(a, "lower left"), l.corner(a, "upper right")
	if r1.Min.X <= r0.Min.X || r1.Min.Y <= r0.Min.Y {
		return best
	}
	const n = 40
	for j := n; j >= 0; j-- {
		for i := n; i >= 0; i-- {
			d := vg.Point{X: (r1.Min.X - r0.Min.X) * pt(float64(i)/n), Y: (r1.Min.Y - r0.Min.Y) * pt(float64(j)/n)}
			r := r0.Add(d)
			ink := o.ink(grown(r))
			if ink == 0 && least > 0 || ink < least*0.6 {
				best, least = r, ink
			}
		}
	}
	return best
}

// rect is where the legend stands.
func (l *Legend) rect(p *pane) vg.Rectangle {
	if l.opt.Loc == "best" && l.opt.Anchor == nil {
		return l.best(p)
	}
	return l.corner(p.axes, l.opt.Loc)
}

func (l *Legend) draw(p *pane) {
	l.prepare(p.axes)
	if len(l.entries) == 0 {
		return
	}
	p.c.Open("legend")
	defer p.c.Close()
	th := p.theme
	r := l.rect(p)
	px := p.px()
	if !l.opt.NoFrame {
		alpha := l.opt.Alpha
		if alpha == 0 {
			alpha = 0.85
		}
		bg := th.Panel
		if p.axes.panel != nil {
			bg = *p.axes.panel
		}
		bg.A = 255
		r.Min.X, r.Min.Y, r.Max.X, r.Max.Y = p.snap(r.Min.X), p.snap(r.Min.Y), p.snap(r.Max.X), p.snap(r.Max.Y)
		path := roundedRect(r, 3)
		p.fill(path, withAlpha(bg, alpha))
		edge := palette.Mix(th.Grid, th.Spine, 0.3)
		p.stroke(path, edge, px, nil)
	}
	size := l.opt.Size
	if size <= 0 {
		size = th.LegendSize
	}
	y := r.Max.Y - legendPad + 0.1*size
	if l.title != nil {
		p.text(l.title, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: y}, 0.5, 1, 0, th.Text)
		y -= l.title.Ascent + l.title.Descent + 3
	}
	rowH := (y - r.Min.Y - legendPad + 0.1*size) / vg.Length(max(l.rows, 1))
	x := r.Min.X + legendPad
	for c := range l.colW {
		for i := c * l.rows; i < min((c+1)*l.rows, len(l.entries)); i++ {
			e := l.entries[i]
			mid := y - rowH*(pt(float64(i-c*l.rows))+0.5)
			half := size * 0.36
			key := vg.Rectangle{Min: vg.Point{X: x, Y: mid - half}, Max: vg.Point{X: x + legendKey, Y: mid + half}}
			if k := e.art.meta().key; k != nil {
				k(p, key)
			}
			// optical middle of the text: half the height of small letters and capitals
			h := e.text.Ascent + e.text.Descent
			at := vg.Point{X: x + legendKey + legendKeyGap, Y: mid - size*0.34}
			if h > size*1.3 {
				at.Y = mid + h/2 - e.text.Ascent
			}
			p.c.DrawText(e.text, at, 0, th.Text)
		}
		x += l.colW[c] + legendColGap
	}
}

func roundedRect(r vg.Rectangle, rad vg.Length) vg.Path {
	s := r.Size()
	rad = min(rad, s.X/2, s.Y/2)
	const k = 0.4477 // 1 - 4/3 tan(pi/8)
	var p vg.Path
	at := func(x, y vg.Length) vg.Point { return vg.Point{X: x, Y: y} }
	x0, y0, x1, y1 := r.Min.X, r.Min.Y, r.Max.X, r.Max.Y
	p.Move(at(x0+rad, y0))
	p.Line(at(x1-rad, y0))
	p.CubeTo(at(x1-k*rad, y0), at(x1, y0+k*rad), at(x1, y0+rad))
	p.Line(at(x1, y1-rad))
	p.CubeTo(at(x1, y1-k*rad), at(x1-k*rad, y1), at(x1-rad, y1))
	p.Line(at(x0+rad, y1))
	p.CubeTo(at(x0+k*rad, y1), at(x0, y1-k*rad), at(x0, y1-rad))
	p.Line(at(x0, y0+rad))
	p.CubeTo(at(x0, y0+k*rad), at(x0+k*rad, y0), at(x0+rad, y0))
	p.Close()
	return p
}

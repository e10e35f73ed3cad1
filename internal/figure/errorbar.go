package figure

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot/vg"
)

// ErrorOptions describe points with errors.
type ErrorOptions struct {
	Line    LineOptions
	YLo     []float64 // distances below and above; one for all or one for each
	YHi     []float64
	XLo     []float64
	XHi     []float64
	Color   color.Color // of the bars; nil: that of the line
	Width   vg.Length   // of the bars; 0: 1.2
	Cap     vg.Length   // half the length of the caps; negative: none; 0: 2.5
	EveryNo int         // bars at every n-th point; 0: all
}

// ErrorBars are points with bars that show how uncertain they are.
type ErrorBars struct {
	common
	line               *Line
	ylo, yhi, xlo, xhi []float64
	color              color.NRGBA
	width, cap         vg.Length
	every              int
}

// ErrorBars adds points with error bars.
func (a *Axes) ErrorBars(x, y []float64, o ErrorOptions) (*ErrorBars, error) {
	if err := checkLengths("errorbar", "x", len(x), "y", len(y)); err != nil {
		return nil, err
	}
	e := &ErrorBars{every: max(o.EveryNo, 1), width: o.Width, cap: o.Cap}
	for _, f := range []struct {
		name string
		in   []float64
		out  *[]float64
	}{{"yerr", o.YLo, &e.ylo}, {"yerr", o.YHi, &e.yhi}, {"xerr", o.XLo, &e.xlo}, {"xerr", o.XHi, &e.xhi}} {
		if f.in == nil {
			continue
		}
		v, err := broadcast("errorbar", f.name, f.in, len(x), 0)
		if err != nil {
			return nil, err
		}
		for i, d := range v {
			if d < 0 {
				return nil, fmt.Errorf("figure: errorbar: %s[%d] = %g: errors must not be negative", f.name, i, d)
			}
		}
		*f.out = v
	}
	l, err := a.Line(x, y, o.Line)
	if err != nil {
		return nil, err
	}
	a.artists = a.artists[:len(a.artists)-1] // drawn by e, after the bars
	e.line = l
	e.order, e.label = l.order, l.label
	e.color = l.color
	if o.Color != nil {
		e.color = withAlpha(color.NRGBAModel.Convert(o.Color).(color.NRGBA), o.Line.Alpha)
	}
	if e.width == 0 {
		e.width = 1.2
	}
	if e.cap == 0 {
		e.cap = 2.5
	}
	e.key = e.drawKey
	a.add(e)
	return e, nil
}

// Line returns the curve through the points.
func (e *ErrorBars) Line() *Line { return e.line }

// Color returns the colour of the curve.
func (e *ErrorBars) Color() color.NRGBA { return e.line.color }

func (e *ErrorBars) extents(a *Axes, x, y *extent) {
	e.line.extents(a, x, y)
	for i := range e.line.x {
		if !finite(e.line.x[i]) || !finite(e.line.y[i]) {
			continue
		}
		if e.ylo != nil {
			y.add(e.line.y[i] - e.ylo[i])
		}
		if e.yhi != nil {
			y.add(e.line.y[i] + e.yhi[i])
		}
		if e.xlo != nil {
			x.add(e.line.x[i] - e.xlo[i])
		}
		if e.xhi != nil {
			x.add(e.line.x[i] + e.xhi[i])
		}
	}
}

// bars are the segments of the bars and caps, in points.
func (e *ErrorBars) bars(p *pane) [][]vg.Point {
	var out [][]vg.Point
	add := func(x0, y0, x1, y1 float64) {
		if finite(x0) && finite(y0) && finite(x1) && finite(y1) {
			out = append(out, []vg.Point{{X: pt(x0), Y: pt(y0)}, {X: pt(x1), Y: pt(y1)}})
		}
	}
	c := float64(e.cap)
	for i := 0; i < len(e.line.x); i += e.every {
		dx, dy := e.line.x[i], e.line.y[i]
		x, y := p.x(dx), p.y(dy)
		if e.ylo != nil || e.yhi != nil {
			lo, hi := y, y
			if e.ylo != nil {
				lo = p.edgeY(dy - e.ylo[i])
			}
			if e.yhi != nil {
				hi = p.edgeY(dy + e.yhi[i])
			}
			add(x, lo, x, hi)
			if c > 0 {
				if e.ylo != nil {
					add(x-c, lo, x+c, lo)
				}
				if e.yhi != nil {
					add(x-c, hi, x+c, hi)
				}
			}
		}
		if e.xlo != nil || e.xhi != nil {
			lo, hi := x, x
			if e.xlo != nil {
				lo = p.edgeX(dx - e.xlo[i])
			}
			if e.xhi != nil {
				hi = p.edgeX(dx + e.xhi[i])
			}
			add(lo, y, hi, y)
			if c > 0 {
				if e.xlo != nil {
					add(lo, y-c, lo, y+c)
				}
				if e.xhi != nil {
					add(hi, y-c, hi, y+c)
				}
			}
		}
	}
	return out
}

func (e *ErrorBars) draw(p *pane) {
	p.polylines(e.bars(p), e.color, e.width, nil)
	e.line.draw(p)
}

func (e *ErrorBars) occupy(o *occupancy, p *pane) {
	e.line.occupy(o, p)
	for _, b := range e.bars(p) {
		o.segment(float64(b[0].X), float64(b[0].Y), float64(b[1].X), float64(b[1].Y))
	}
}

func (e *ErrorBars) drawKey(p *pane, box vg.Rectangle) {
	x := (box.Min.X + box.Max.X) / 2
	var path vg.Path
	if e.ylo != nil || e.yhi != nil {
		path.Move(vg.Point{X: x, Y: box.Min.Y - 1})
		path.Line(vg.Point{X: x, Y: box.Max.Y + 1})
		if e.cap > 0 {
			for _, y := range []vg.Length{box.Min.Y - 1, box.Max.Y + 1} {
				path.Move(vg.Point{X: x - e.cap, Y: y})
				path.Line(vg.Point{X: x + e.cap, Y: y})
			}
		}
	}
	p.stroke(path, e.color, e.width, nil)
	e.line.drawKey(p, box)
}

// StemOptions describe stems.
type StemOptions struct {
	Line   LineOptions // its colour and marker; no line joins the heads
	Bottom float64
	Base   color.Color // of the base line; nil: the theme's axis colour
}

// Stem adds thin lines from a base to the points, with markers as heads.
func (a *Axes) Stem(x, y []float64, o StemOptions) (*Line, error) {
	if err := checkLengths("stem", "x", len(x), "y", len(y)); err != nil {
		return nil, err
	}
	c := a.pick(o.Line.Color, o.Line.Alpha)
	lo := make([]float64, len(x))
	for i := range lo {
		lo[i] = o.Bottom
	}
	w := o.Line.Width
	if w == 0 {
		w = 1.2
	}
	if len(x) > 0 {
		if _, err := a.VLines(x, lo, y, RefOptions{Color: c, Width: w, Style: o.Line.Style}); err != nil {
			return nil, err
		}
	}
	base := o.Base
	if base == nil {
		base = a.fig.theme.Spine
	}
	if _, err := a.HLine(o.Bottom, RefOptions{Color: base, Width: 1}); err != nil {
		return nil, err
	}
	opt := o.Line
	opt.Color, opt.Style, opt.Alpha = c, NoLine, 0
	if opt.Marker == "" {
		opt.Marker = "o"
	}
	return a.Line(x, y, opt)
}

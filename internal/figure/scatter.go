package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
)

// ScatterOptions describe a cloud of points.
type ScatterOptions struct {
	Sizes     []float64     // areas in square points, one for all or one for each; nil: 30
	Color     color.Color   // one for all; nil: next of the cycle
	Colors    []color.NRGBA // one for each
	Values    []float64     // numbers shown as colours, one for each
	Scale     ColorOptions  // how Values become colours
	Marker    string        // "": "o"
	Edge      color.Color   // nil: a thin edge in the colour of the paper; transparent: none
	EdgeFace  bool          // the edge has the colour of the inside
	EdgeWidth vg.Length     // 0: 0.6
	Hollow    bool          // no inside
	Alpha     float64
	Label     string
	ZOrder    *float64
}

// Scatter is a cloud of points.
type Scatter struct {
	common
	x, y   []float64
	sizes  []float64
	fills  []color.NRGBA // nil: one colour
	color  color.NRGBA
	mp     mapping
	marker markerStyle
	hollow bool
	edgeIn bool
}

var _ Mappable = (*Scatter)(nil)

// Scatter adds a cloud of points.
func (a *Axes) Scatter(x, y []float64, o ScatterOptions) (*Scatter, error) {
	if err := checkLengths("scatter", "x", len(x), "y", len(y)); err != nil {
		return nil, err
	}
	n := len(x)
	if len(o.Sizes) > 1 && len(o.Sizes) != n {
		return nil, fmt.Errorf("figure: scatter: s must have one size or %d, got %d", n, len(o.Sizes))
	}
	for i, v := range o.Sizes {
		if v < 0 || math.IsInf(v, 0) {
			return nil, fmt.Errorf("figure: scatter: s[%d] = %g: sizes must not be negative", i, v)
		}
	}
	if o.Values != nil && len(o.Values) != n {
		return nil, fmt.Errorf("figure: scatter: c must have %d values, one for each point, got %d", n, len(o.Values))
	}
	if o.Colors != nil && len(o.Colors) != n && len(o.Colors) != 1 {
		return nil, fmt.Errorf("figure: scatter: c must have one colour or %d, got %d", n, len(o.Colors))
	}
	s := &Scatter{x: clone(x), y: clone(y), sizes: clone(o.Sizes), hollow: o.Hollow, edgeIn: o.EdgeFace}
	s.order, s.label = layerPatch, o.Label
	if o.ZOrder != nil {
		s.order = *o.ZOrder
	}
	if len(s.sizes) == 0 {
		d := 30.0
		switch { // many points want small ones
		case n > 20000:
			d = 3
		case n > 5000:
			d = 6
		case n > 1000:
			d = 14
		}
		s.sizes = []float64{d}
	}
	switch {
	case o.Values != nil:
		m, norm, err := o.Scale.scale(a, o.Values)
		if err != nil {
			return nil, err
		}
		s.mp = mapping{cmap: m, norm: norm, alpha: o.Alpha}
		s.fills = make([]color.NRGBA, n)
		for i, v := range o.Values {
			s.fills[i] = withAlpha(m.At(norm.at(v)), o.Alpha)
		}
		s.color = m.At(0.6)
		a.current = s
	case len(o.Colors) == 1:
		s.color = withAlpha(o.Colors[0], o.Alpha)
	case o.Colors != nil:
		s.fills = make([]color.NRGBA, n)
		for i, c := range o.Colors {
			s.fills[i] = withAlpha(c, o.Alpha)
		}
		if n > 0 {
			s.color = s.fills[0]
		}
	default:
		s.color = a.pick(o.Color, o.Alpha)
	}
	name := o.Marker
	if name == "" {
		name = "o"
	}
	if err := CheckMarker(name); err != nil {
		return nil, err
	}
	shape, _ := markerPath(name)
	s.marker = markerStyle{shape: shape, name: name, isOpen: openMarkers[name], width: o.EdgeWidth}
	if s.marker.width == 0 {
		s.marker.width = 0.6
		if s.marker.isOpen || o.Hollow {
			s.marker.width = 1.3
		}
	}
	switch {
	case o.Edge != nil:
		s.marker.edge = withAlpha(color.NRGBAModel.Convert(o.Edge).(color.NRGBA), o.Alpha)
	case s.marker.isOpen || o.Hollow || o.EdgeFace:
		s.marker.edge = s.color
	case n <= 2000:
		s.marker.edge = palette.WithAlpha(a.edgeFor(), 0.9)
	}
	s.key = s.drawKey
	a.add(s)
	return s, nil
}

func (s *Scatter) mapping() mapping { return s.mp }

// HasValues tells whether colours stand for numbers.
func (s *Scatter) HasValues() bool { return s.mp.cmap != nil }

func (s *Scatter) extents(a *Axes, x, y *extent) {
	for i := range s.x {
		if finite(s.x[i]) && finite(s.y[i]) {
			x.add(s.x[i])
			y.add(s.y[i])
		}
	}
	if a.X.scale == Log || a.Y.scale == Log {
		a.maskWarning(s.x, s.y)
	}
}

func (s *Scatter) size(i int) float64 {
	if len(s.sizes) == 1 {
		return s.sizes[0]
	}
	return s.sizes[i]
}

func (s *Scatter) draw(p *pane) {
	uniform := len(s.sizes) == 1
	var at []vg.Point
	var fills []color.NRGBA
	var sizes []float64
	for i := range s.x {
		n := len(at)
		if at = appendVisible(at, p, p.x(s.x[i]), p.y(s.y[i])); len(at) == n {
			continue
		}
		if s.fills != nil {
			fills = append(fills, s.fills[i])
		}
		sizes = append(sizes, s.size(i))
	}
	m := s.marker
	m.fill = s.color
	if s.hollow {
		m.fill = color.NRGBA{}
		if fills != nil {
			m.isOpen = true // drawn by its edge alone, in the colour of each point
		}
	}
	if uniform {
		if len(at) > 0 {
			m.size = pt(math.Sqrt(sizes[0]))
			m.draw(p, at, fills)
		}
		return
	}
	each := func(c canvas) {
		q := *p
		q.c = c
		for i := range at {
			if sizes[i] > 0 {
				m.size = pt(math.Sqrt(sizes[i]))
				var f []color.NRGBA
				if fills != nil {
					f = fills[i : i+1]
				}
				m.draw(&q, at[i:i+1], f)
			}
		}
	}
	if len(at) > maxMarkers {
		p.c.AsBitmap(p.box, each)
		return
	}
	each(p.c)
}

func (s *Scatter) occupy(o *occupancy, p *pane) {
	for i := range s.x {
		x, y := p.x(s.x[i]), p.y(s.y[i])
		o.point(x, y)
		if r := math.Sqrt(s.size(i)) / 2; r > occupancyCell {
			for _, d := range [4][2]float64{{r, 0}, {-r, 0}, {0, r}, {0, -r}} {
				o.point(x+d[0], y+d[1])
			}
		}
	}
}

func (s *Scatter) drawKey(p *pane, box vg.Rectangle) {
	m := s.marker
	m.fill, m.size = s.color, pt(min(math.Sqrt(s.sizes[0]), 8))
	if len(s.sizes) == 0 || m.size < 4 {
		m.size = 5
	}
	if s.hollow {
		m.fill = color.NRGBA{}
	}
	if m.isOpen || s.edgeIn {
		m.edge = s.color
	}
	m.draw(p, []vg.Point{{X: (box.Min.X + box.Max.X) / 2, Y: (box.Min.Y + box.Max.Y) / 2}}, nil)
}

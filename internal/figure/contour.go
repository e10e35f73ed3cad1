package figure

import (
	"fmt"
	"image/color"
	"math"
	"sort"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// ContourOptions describe contours.
type ContourOptions struct {
	Levels    []float64 // nil: about Count round numbers
	Count     int       // 0: 7
	Scale     ColorOptions
	Colors    []color.NRGBA // of the lines or bands, repeated; nil: from the colour map
	Width     vg.Length     // of lines; 0: 1.3
	Widths    []vg.Length   // of each line
	Style     *LineStyle    // nil: solid, and dashed below zero if lines have one colour
	ExtendMin bool          // fill below the first level
	ExtendMax bool          // fill above the last level
	Label     string
	ZOrder    *float64
}

// Contours are lines of equal height, or the bands between them.
type Contours struct {
	common
	f        field
	levels   []float64
	colors   []color.NRGBA
	width    []vg.Length
	style    *LineStyle
	oneColor bool
	filled   bool
	min, max bool
	mp       mapping
	labels   *contourLabels
	cache    [][][]point
}

type contourLabels struct {
	size   vg.Length
	format func(float64) string
	color  *color.NRGBA
}

var _ Mappable = (*Contours)(nil)

// Contour adds lines of equal height of a matrix. x and y hold the coordinates of its columns and rows, or of every
// node; nil stands for whole numbers.
func (a *Axes) Contour(x, y []float64, g Grid, o ContourOptions) (*Contours, error) {
	return a.contours("contour", x, y, g, o, false)
}

// ContourFill adds bands between heights.
func (a *Axes) ContourFill(x, y []float64, g Grid, o ContourOptions) (*Contours, error) {
	return a.contours("contourf", x, y, g, o, true)
}

func (a *Axes) contours(fn string, x, y []float64, g Grid, o ContourOptions, filled bool) (*Contours, error) {
	if err := g.check(fn); err != nil {
		return nil, err
	}
	if g.Rows < 2 || g.Cols < 2 {
		return nil, fmt.Errorf("figure: %s: the matrix must have at least two rows and two columns, got %d x %d", fn, g.Rows, g.Cols)
	}
	c := &Contours{filled: filled, style: o.Style, min: o.ExtendMin, max: o.ExtendMax}
	c.f = field{rows: g.Rows, cols: g.Cols, z: clone(g.V)}
	var err error
	if c.f.x, err = nodes(fn, "x", x, g.Cols, g.Rows*g.Cols); err != nil {
		return nil, err
	}
	if c.f.y, err = nodes(fn, "y", y, g.Rows, g.Rows*g.Cols); err != nil {
		return nil, err
	}
	if n := g.Rows * g.Cols; (len(c.f.x) == n) != (len(c.f.y) == n) && n != g.Cols && n != g.Rows {
		return nil, fmt.Errorf("figure: %s: x and y must both be vectors or both be matrices", fn)
	}
	m, norm, err := o.Scale.scale(a, g.V)
	if err != nil {
		return nil, err
	}
	if c.levels, err = contourLevels(fn, g.V, o, norm, filled); err != nil {
		return nil, err
	}
	c.paint(a, o, m, norm)
	c.width = o.Widths
	if len(c.width) == 0 {
		w := o.Width
		if w == 0 {
			w = 1.3
		}
		c.width = []vg.Length{w}
	}
	c.order, c.label = layerLine, o.Label
	if filled {
		c.order = layerPatch - 0.5
	}
	if o.ZOrder != nil {
		c.order = *o.ZOrder
	}
	c.key = c.drawKey
	if filled {
		a.framed = true
	}
	a.current = c
	a.add(c)
	return c, nil
}

func nodes(fn, name string, v []float64, n, all int) ([]float64, error) {
	if v == nil {
		v = make([]float64, n)
		for i := range v {
			v[i] = float64(i)
		}
		return v, nil
	}
	if len(v) != n && len(v) != all {
		return nil, fmt.Errorf("figure: %s: %s must have %d coordinates or a matrix of %d, got %d", fn, name, n, all, len(v))
	}
	for i, c := range v {
		if !finite(c) {
			return nil, fmt.Errorf("figure: %s: %s[%d] = %g: coordinates must be finite", fn, name, i, c)
		}
	}
	return clone(v), nil
}

func contourLevels(fn string, z []float64, o ContourOptions, norm Norm, filled bool) ([]float64, error) {
	if o.Levels != nil {
		l := clone(o.Levels)
		for i, v := range l {
			if !finite(v) || i > 0 && !(v > l[i-1]) {
				return nil, fmt.Errorf("figure: %s: levels must be finite and increase, but levels[%d] = %g", fn, i, v)
			}
		}
		if filled && len(l) < 2 {
			return nil, fmt.Errorf("figure: %s: filled contours need at least two levels, got %d", fn, len(l))
		}
		return l, nil
	}
	n := o.Count
	if n <= 0 {
		n = 7
	}
	if n > 10000 {
		return nil, fmt.Errorf("figure: %s: at most 10000 levels, got %d", fn, n)
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range z {
		if finite(v) && (!norm.Log || v > 0) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if !(lo < hi) {
		if lo > hi {
			lo, hi = 0, 1
		} else {
			lo, hi = spread(lo, Linear)
		}
	}
	if norm.Log {
		major, minor := logTicks(lo, hi, 10, n)
		l := append(append([]float64{}, major...), minor...)
		if len(major) >= n/2+1 {
			l = major
		}
		sort.Float64s(l)
		if filled {
			e0, e1 := math.Pow10(int(math.Floor(math.Log10(lo)))), math.Pow10(int(math.Ceil(math.Log10(hi))))
			if len(l) == 0 || l[0] > lo {
				if e0 == 0 {
					e0 = lo
				}
				l = append([]float64{e0}, l...)
			}
			if l[len(l)-1] < hi {
				l = append(l, max(min(e1, math.MaxFloat64), math.Nextafter(l[len(l)-1], math.Inf(1))))
			}
		}
		if len(l) > 0 && (!filled || len(l) > 1) {
			return l, nil
		}
	}
	m, e := niceStep(lo, hi, n+1)
	step := scale10(m, e)
	if filled { // cover the data
		k0, k1 := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
		return multiples((k0-0.25)*step, (k1+0.25)*step, m, e), nil
	}
	var l []float64
	for _, v := range multiples(lo, hi, m, e) {
		if v > lo && v < hi {
			l = append(l, v)
		}
	}
	if len(l) == 0 {
		l = []float64{lo/2 + hi/2}
	}
	return l, nil
}

// paint gives each line or band its colour.
func (c *Contours) paint(a *Axes, o ContourOptions, m *palette.Map, norm Norm) {
	n := len(c.levels)
	if c.filled {
		n--
	}
	if o.Scale.Norm == nil || math.IsNaN(o.Scale.Norm.Min) {
		norm.Min = c.levels[0]
	}
	if o.Scale.Norm == nil || math.IsNaN(o.Scale.Norm.Max) {
		norm.Max = c.levels[len(c.levels)-1]
	}
	if norm.Min > norm.Max {
		norm.Min = norm.Max
	}
	for i := range n {
		if len(o.Colors) > 0 {
			c.colors = append(c.colors, withAlpha(o.Colors[i%len(o.Colors)], o.Scale.Alpha))
			continue
		}
		v := c.levels[i]
		if c.filled {
			v = v/2 + c.levels[i+1]/2
			if norm.Log {
				v = math.Sqrt(c.levels[i] * c.levels[i+1])
			}
		}
		t := norm.at(v)
		if !c.filled && o.Scale.Map == nil { // thin lines need to stand out from the paper
			if a.fig.theme.Dark() {
				t = 0.2 + 0.8*t
			} else {
				t *= 0.92
			}
		}
		c.colors = append(c.colors, withAlpha(m.At(t), o.Scale.Alpha))
	}
	c.oneColor = len(o.Colors) == 1
	c.mp = mapping{cmap: m, norm: norm, levels: c.levels, bands: c.colors, lines: !c.filled, alpha: o.Scale.Alpha}
}

// Levels returns the heights.
func (c *Contours) Levels() []float64 { return c.levels }

// Filled tells whether these are bands.
func (c *Contours) Filled() bool { return c.filled }

// SetLabels writes the heights on the lines; size 0 is 8.5 points, format nil the shortest form.
func (c *Contours) SetLabels(size vg.Length, format func(float64) string, col color.Color) {
	if size == 0 {
		size = 8.5
	}
	c.labels = &contourLabels{size: size, format: format}
	if col != nil {
		n := color.NRGBAModel.Convert(col).(color.NRGBA)
		c.labels.color = &n
	}
}

func (c *Contours) mapping() mapping { return c.mp }

func (c *Contours) extents(_ *Axes, x, y *extent) {
	for _, v := range c.f.x {
		x.addEdge(v)
	}
	for _, v := range c.f.y {
		y.addEdge(v)
	}
}

func (c *Contours) draw(p *pane) {
	if c.filled {
		c.drawBands(p)
		return
	}
	c.drawLines(p)
}

// drawBands paints {z >= level} for one level after the other, each without {z > last level}. Bands then meet without
// seams. Transparent bands are painted one by one instead.
func (c *Contours) drawBands(p *pane) {
	n := len(c.levels)
	if c.cache == nil {
		for i, l := range c.levels {
			if i == n-1 {
				l = math.Nextafter(l, math.Inf(1))
			}
			c.cache = append(c.cache, c.f.region(l))
		}
	}
	if c.min {
		p.fill(c.outline(p, c.f.region(math.Inf(-1)), false), c.colors[0])
	}
	opaque := true
	for _, col := range c.colors {
		opaque = opaque && col.A == 255
	}
	for i := range n - 1 {
		path := c.outline(p, c.cache[i], false)
		switch {
		case !opaque:
			path = append(path, c.outline(p, c.cache[i+1], true)...)
		case !c.max:
			path = append(path, c.outline(p, c.cache[n-1], true)...)
		}
		p.fill(path, c.colors[i])
	}
	if c.max && !opaque {
		p.fill(c.outline(p, c.cache[n-1], false), c.colors[n-2])
	}
}

// outline maps closed curves to the canvas; reversed, they cut holes.
func (c *Contours) outline(p *pane, rings [][]point, reverse bool) vg.Path {
	var path vg.Path
	for _, ring := range rings {
		pts := make([]vg.Point, 0, len(ring))
		for _, q := range ring {
			v := vg.Point{X: pt(p.edgeX(q.x)), Y: pt(p.edgeY(q.y))}
			if n := len(pts); n > 0 && pts[n-1] == v {
				continue
			}
			pts = append(pts, v)
		}
		if len(pts) < 4 {
			continue
		}
		pts = dropCollinear(pts, float64(p.c.Pixel())*0.1)
		if reverse {
			for i, j := 0, len(pts)-1; i < j; i, j = i+1, j-1 {
				pts[i], pts[j] = pts[j], pts[i]
			}
		}
		for i, v := range pts[:len(pts)-1] {
			if i == 0 {
				path.Move(v)
			} else {
				path.Line(v)
			}
		}
		path.Close()
	}
	return path
}

func (c *Contours) curves(p *pane, i int) [][]vg.Point {
	if c.cache == nil {
		c.cache = make([][][]point, len(c.levels))
		for k, l := range c.levels {
			c.cache[k] = c.f.lines(l)
		}
	}
	var out [][]vg.Point
	for _, line := range c.cache[i] {
		var cur []vg.Point
		for _, q := range line {
			v := p.at(q.x, q.y)
			if !finite(float64(v.X + v.Y)) {
				if len(cur) > 1 {
					out = append(out, cur)
				}
				cur = nil
				continue
			}
			cur = append(cur, v)
		}
		if len(cur) > 1 {
			out = append(out, cur)
		}
	}
	return out
}

func (c *Contours) drawLines(p *pane) {
	var taken []vg.Rectangle
	for i, level := range c.levels {
		w := c.width[i%len(c.width)]
		style := Solid
		if c.style != nil {
			style = *c.style
		} else if c.oneColor && level < 0 {
			style = Dashed
		}
		lines := c.curves(p, i)
		if c.labels != nil {
			lines = c.inscribe(p, lines, level, c.colors[i], &taken)
		}
		p.polylines(lines, c.colors[i], w, style.dashes(w))
	}
}

// label writes the height on the longest straight-ish stretches and returns the curves with gaps for it.
func (c *Contours) inscribe(p *pane, lines [][]vg.Point, level float64, col color.NRGBA, taken *[]vg.Rectangle) [][]vg.Point {
	s := shortNumber(level)
	if f := c.labels.format; f != nil {
		s = f(level)
	}
	t := render.Layout(s, render.TextStyle{Size: c.labels.size})
	if c.labels.color != nil {
		col = *c.labels.color
	}
	room := float64(t.Width) + 5
	var out [][]vg.Point
	for _, line := range lines {
		line = thin(line, float64(p.c.Pixel()))
		at := make([]float64, len(line)) // arc length
		for i := 1; i < len(line); i++ {
			at[i] = at[i-1] + math.Hypot(float64(line[i].X-line[i-1].X), float64(line[i].Y-line[i-1].Y))
		}
		total := at[len(at)-1]
		if total < 2.5*room {
			out = append(out, line)
			continue
		}
		// candidates along the curve: the chord over the label should be nearly as long as the arc
		best, bestScore := -1.0, math.Inf(1)
		for k := 1; k < 32; k++ {
			m := total * float64(k) / 32
			if m < room/2+4 || m > total-room/2-4 {
				continue
			}
			a, b := along(line, at, m-room/2), along(line, at, m+room/2)
			mid := along(line, at, m)
			box := vg.Rectangle{Min: vg.Point{X: mid.X - pt(room/2), Y: mid.Y - pt(room/2)}, Max: vg.Point{X: mid.X + pt(room/2), Y: mid.Y + pt(room/2)}}
			if box.Min.X < p.box.Min.X || box.Max.X > p.box.Max.X || box.Min.Y < p.box.Min.Y || box.Max.Y > p.box.Max.Y {
				continue
			}
			hit := false
			for _, r := range *taken {
				if box.Min.X < r.Max.X && box.Max.X > r.Min.X && box.Min.Y < r.Max.Y && box.Max.Y > r.Min.Y {
					hit = true
				}
			}
			if hit {
				continue
			}
			chord := math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))
			if chord < 0.8*room { // too bent to carry text
				continue
			}
			score := room/max(chord, 1e-9) + 0.3*math.Abs(float64(k)-16)/16
			if score < bestScore {
				best, bestScore = m, score
			}
		}
		if best < 0 {
			out = append(out, line)
			continue
		}
		a, b, mid := along(line, at, best-room/2), along(line, at, best+room/2), along(line, at, best)
		*taken = append(*taken, vg.Rectangle{Min: vg.Point{X: mid.X - pt(room/2), Y: mid.Y - pt(room/2)}, Max: vg.Point{X: mid.X + pt(room/2), Y: mid.Y + pt(room/2)}})
		angle := math.Atan2(float64(b.Y-a.Y), float64(b.X-a.X))
		if angle > math.Pi/2 {
			angle -= math.Pi
		} else if angle < -math.Pi/2 {
			angle += math.Pi
		}
		p.text(t, mid, 0.5, 0.5, angle, col)
		out = append(out, cutLine(line, at, best-room/2, best+room/2)...)
	}
	return out
}

// along is the point at an arc length.
func along(line []vg.Point, at []float64, s float64) vg.Point {
	i := min(max(sort.SearchFloat64s(at, s), 1), len(line)-1)
	d := at[i] - at[i-1]
	t := 0.0
	if d > 0 {
		t = min(max((s-at[i-1])/d, 0), 1)
	}
	return vg.Point{X: line[i-1].X + (line[i].X-line[i-1].X)*pt(t), Y: line[i-1].Y + (line[i].Y-line[i-1].Y)*pt(t)}
}

func cutLine(line []vg.Point, at []float64, s0, s1 float64) [][]vg.Point {
	var a, b []vg.Point
	for i, q := range line {
		if at[i] < s0 {
			a = append(a, q)
		}
	}
	a = append(a, along(line, at, s0))
	b = append(b, along(line, at, s1))
	for i, q := range line {
		if at[i] > s1 {
			b = append(b, q)
		}
	}
	return [][]vg.Point{a, b}
}

func (c *Contours) occupy(o *occupancy, p *pane) {
	if c.filled {
		o.rect(float64(p.box.Min.X), float64(p.box.Min.Y), float64(p.box.Max.X), float64(p.box.Max.Y), 0.05)
		return
	}
	for i := range c.levels {
		for _, line := range c.curves(p, i) {
			for k := 1; k < len(line); k++ {
				o.segment(float64(line[k-1].X), float64(line[k-1].Y), float64(line[k].X), float64(line[k].Y))
			}
		}
	}
}

func (c *Contours) drawKey(p *pane, box vg.Rectangle) {
	col := c.colors[len(c.colors)/2]
	if c.filled {
		drawSwatch(p, box, col, color.NRGBA{}, 0)
		return
	}
	var path vg.Path
	y := (box.Min.Y + box.Max.Y) / 2
	path.Move(vg.Point{X: box.Min.X, Y: y})
	path.Line(vg.Point{X: box.Max.X, Y: y})
	p.stroke(path, col, c.width[0], nil)
}

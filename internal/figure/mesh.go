package figure

import (
	"fmt"
	"image/color"
	"sort"

	"gonum.org/v1/plot/vg"
)

// MeshOptions describe a matrix over a grid of coordinates.
type MeshOptions struct {
	Scale  ColorOptions
	Label  string
	ZOrder *float64
	Edge   color.Color // lines between the cells; nil: none
}

// Mesh shows a matrix by colours over coordinates of its own.
type Mesh struct {
	common
	rows, cols int
	px         []color.NRGBA
	x, y       []float64 // edges of columns and rows, rising; nil for a bent mesh
	bx, by     []float64 // corners of a bent mesh, (rows+1) x (cols+1)
	flipX      bool
	flipY      bool
	mp         mapping
	edge       color.NRGBA
}

var _ Mappable = (*Mesh)(nil)

// Mesh adds a matrix over coordinates: x and y are edges (one more than there are columns or rows) or middles (as
// many), as vectors or, for a bent mesh, as matrices of (rows+1) x (cols+1) corners. Nil stands for whole numbers.
func (a *Axes) Mesh(x, y []float64, g Grid, o MeshOptions) (*Mesh, error) {
	if err := g.check("pcolormesh"); err != nil {
		return nil, err
	}
	mp, norm, err := o.Scale.scale(a, g.V)
	if err != nil {
		return nil, err
	}
	m := &Mesh{rows: g.Rows, cols: g.Cols}
	m.mp = mapping{cmap: mp, norm: norm, alpha: o.Scale.Alpha}
	m.px = make([]color.NRGBA, len(g.V))
	for i, v := range g.V {
		m.px[i] = withAlpha(mp.At(norm.at(v)), o.Scale.Alpha)
	}
	corners := (g.Rows + 1) * (g.Cols + 1)
	if len(x) == corners && len(y) == corners && corners != g.Cols+1 {
		for i := range x {
			if !finite(x[i]) || !finite(y[i]) {
				return nil, fmt.Errorf("figure: pcolormesh: corner %d is (%g, %g): corners must be finite", i, x[i], y[i])
			}
		}
		m.bx, m.by = clone(x), clone(y)
	} else {
		if m.x, m.flipX, err = cellEdges("x", x, g.Cols); err != nil {
			return nil, err
		}
		if m.y, m.flipY, err = cellEdges("y", y, g.Rows); err != nil {
			return nil, err
		}
	}
	if o.Edge != nil {
		m.edge = color.NRGBAModel.Convert(o.Edge).(color.NRGBA)
	}
	m.order, m.label = layerImage, o.Label
	if o.ZOrder != nil {
		m.order = *o.ZOrder
	}
	a.current = m
	a.framed = true
	a.add(m)
	return m, nil
}

// cellEdges turns middles into edges and checks that edges rise or fall.
func cellEdges(name string, v []float64, n int) (edges []float64, flip bool, err error) {
	switch {
	case v == nil:
		edges = make([]float64, n+1)
		for i := range edges {
			edges[i] = float64(i)
		}
	case len(v) == n+1:
		edges = clone(v)
	case len(v) == n && n == 1:
		edges = []float64{v[0] - 0.5, v[0] + 0.5}
	case len(v) == n:
		edges = make([]float64, n+1)
		for i := 1; i < n; i++ {
			edges[i] = v[i-1]/2 + v[i]/2
		}
		edges[0] = v[0] - (edges[1] - v[0])
		edges[n] = v[n-1] + (v[n-1] - edges[n-1])
	default:
		return nil, false, fmt.Errorf("figure: pcolormesh: %s must have %d edges or %d middles, got %d", name, n+1, n, len(v))
	}
	if edges[0] > edges[n] {
		flip = true
		for i, j := 0, n; i < j; i, j = i+1, j-1 {
			edges[i], edges[j] = edges[j], edges[i]
		}
	}
	for i, e := range edges {
		if !finite(e) || i > 0 && !(e > edges[i-1]) {
			return nil, false, fmt.Errorf("figure: pcolormesh: %s must be finite and strictly monotone", name)
		}
	}
	return edges, flip, nil
}

func (m *Mesh) mapping() mapping { return m.mp }

func (m *Mesh) extents(_ *Axes, x, y *extent) {
	if m.bx != nil {
		for i := range m.bx {
			x.addEdge(m.bx[i])
			y.addEdge(m.by[i])
		}
		return
	}
	for _, v := range m.x {
		x.addEdge(v)
	}
	for _, v := range m.y {
		y.addEdge(v)
	}
}

func (m *Mesh) draw(p *pane) {
	if m.bx != nil {
		q := *p
		p.c.AsBitmap(p.box, func(c canvas) { q.c = c; m.drawBent(&q) })
		return
	}
	find := func(edges []float64, flip bool) func(float64) float64 {
		n := len(edges) - 1
		return func(v float64) float64 {
			k := sort.SearchFloat64s(edges, v) - 1
			if k < 0 {
				k = 0
			}
			if k >= n {
				k = n - 1
			}
			t := float64(k) + (v-edges[k])/(edges[k+1]-edges[k])
			if flip {
				t = float64(n) - t
			}
			return t
		}
	}
	p.drawCells(cellLookup{rows: m.rows, cols: m.cols, px: m.px, col: find(m.x, m.flipX), row: find(m.y, m.flipY)},
		m.x[0], m.x[m.cols], m.y[0], m.y[m.rows])
	if m.edge.A > 0 {
		var path vg.Path
		for _, v := range m.x {
			path.Move(p.at(v, m.y[0]))
			path.Line(p.at(v, m.y[m.rows]))
		}
		for _, v := range m.y {
			path.Move(p.at(m.x[0], v))
			path.Line(p.at(m.x[m.cols], v))
		}
		p.stroke(path, m.edge, 0.6, nil)
	}
}

// drawBent paints the cells as quadrilaterals, each with a hairline of its own colour against seams.
func (m *Mesh) drawBent(p *pane) {
	w := m.cols + 1
	hair := p.c.Pixel()
	for r := range m.rows {
		for c := range m.cols {
			var path vg.Path
			ok := true
			for i, k := range [4]int{r*w + c, r*w + c + 1, (r+1)*w + c + 1, (r+1)*w + c} {
				q := p.at(m.bx[k], m.by[k])
				ok = ok && finite(float64(q.X+q.Y))
				if i == 0 {
					path.Move(q)
				} else {
					path.Line(q)
				}
			}
			if !ok {
				continue
			}
			path.Close()
			col := m.px[r*m.cols+c]
			p.fill(path, col)
			if col.A == 255 {
				p.stroke(path, col, hair, nil)
			}
			p.stroke(path, m.edge, 0.6, nil)
		}
	}
}

func (m *Mesh) occupy(o *occupancy, p *pane) {
	o.rect(float64(p.box.Min.X), float64(p.box.Min.Y), float64(p.box.Max.X), float64(p.box.Max.Y), 0.05)
}

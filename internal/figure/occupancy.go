package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// occupancy is a coarse picture of where the data are: a legend looks for the place with the least of it.
type occupancy struct {
	box    vg.Rectangle
	nx, ny int
	w      []float64 // ink per cell
	sum    []float64 // inclusive two-dimensional prefix sums
}

const occupancyCell = 3.0 // points

func newOccupancy(box vg.Rectangle) *occupancy {
	s := box.Size()
	o := &occupancy{box: box}
	o.nx = min(max(int(float64(s.X)/occupancyCell), 1), 1200)
	o.ny = min(max(int(float64(s.Y)/occupancyCell), 1), 1200)
	o.w = make([]float64, o.nx*o.ny)
	return o
}

func (o *occupancy) col(x float64) float64 {
	return (x - float64(o.box.Min.X)) / float64(o.box.Max.X-o.box.Min.X) * float64(o.nx)
}

func (o *occupancy) row(y float64) float64 {
	return (y - float64(o.box.Min.Y)) / float64(o.box.Max.Y-o.box.Min.Y) * float64(o.ny)
}

// mark puts ink into one cell; a cell holds at most the strongest ink put into it.
func (o *occupancy) mark(i, j int, w float64) {
	if i >= 0 && j >= 0 && i < o.nx && j < o.ny {
		o.w[j*o.nx+i] = max(o.w[j*o.nx+i], w)
	}
}

// point marks a place given in points.
func (o *occupancy) point(x, y float64) {
	if !math.IsNaN(x) && !math.IsNaN(y) {
		c, r := o.col(x), o.row(y)
		if c >= -1 && r >= -1 && c <= float64(o.nx)+1 && r <= float64(o.ny)+1 {
			o.mark(min(int(c), o.nx-1), min(int(r), o.ny-1), 1)
		}
	}
}

// segment marks the cells that a straight line passes.
func (o *occupancy) segment(x0, y0, x1, y1 float64) {
	a, b, ok := clipSegment(
		vg.Point{X: pt(o.col(x0)), Y: pt(o.row(y0))}, vg.Point{X: pt(o.col(x1)), Y: pt(o.row(y1))},
		vg.Rectangle{Max: vg.Point{X: pt(float64(o.nx)), Y: pt(float64(o.ny))}})
	if !ok {
		return
	}
	n := int(max(math.Abs(float64(b.X-a.X)), math.Abs(float64(b.Y-a.Y)))*2) + 1
	for k := 0; k <= n; k++ {
		t := pt(float64(k) / float64(n))
		o.mark(min(int(a.X+(b.X-a.X)*t), o.nx-1), min(int(a.Y+(b.Y-a.Y)*t), o.ny-1), 1)
	}
}

// rect marks a filled rectangle with weaker ink: a legend on a bar hides less than one on a curve.
func (o *occupancy) rect(x0, y0, x1, y1, w float64) {
	if math.IsNaN(x0 + x1 + y0 + y1) {
		return
	}
	lo := func(v, n float64) int { return int(min(max(v, 0), n)) }
	c0, c1 := lo(o.col(min(x0, x1)), float64(o.nx)), lo(math.Ceil(o.col(max(x0, x1))), float64(o.nx))
	r0, r1 := lo(o.row(min(y0, y1)), float64(o.ny)), lo(math.Ceil(o.row(max(y0, y1))), float64(o.ny))
	for j := r0; j < r1; j++ {
		for i := c0; i < c1; i++ {
			o.mark(i, j, w)
		}
	}
}

// ink is the amount in a rectangle given in points.
func (o *occupancy) ink(r vg.Rectangle) float64 {
	if o.sum == nil {
		o.sum = make([]float64, (o.nx+1)*(o.ny+1))
		for j := range o.ny {
			for i := range o.nx {
				o.sum[(j+1)*(o.nx+1)+i+1] = o.w[j*o.nx+i] + o.sum[j*(o.nx+1)+i+1] + o.sum[(j+1)*(o.nx+1)+i] - o.sum[j*(o.nx+1)+i]
			}
		}
	}
	cl := func(v, n float64) int { return int(min(max(v, 0), n)) }
	c0, c1 := cl(math.Floor(o.col(float64(r.Min.X))), float64(o.nx)), cl(math.Ceil(o.col(float64(r.Max.X))), float64(o.nx))
	r0, r1 := cl(math.Floor(o.row(float64(r.Min.Y))), float64(o.ny)), cl(math.Ceil(o.row(float64(r.Max.Y))), float64(o.ny))
	if c1 <= c0 || r1 <= r0 {
		return 0
	}
	at := func(c, r int) float64 { return o.sum[r*(o.nx+1)+c] }
	v := at(c1, r1) - at(c0, r1) - at(c1, r0) + at(c0, r0)
	if v < 1e-9 {
		return 0
	}
	return v
}

// clipSegment cuts a segment to a rectangle (Liang and Barsky).
func clipSegment(a, b vg.Point, r vg.Rectangle) (vg.Point, vg.Point, bool) {
	t0, t1 := 0.0, 1.0
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	for _, e := range [4][2]float64{
		{-dx, float64(a.X - r.Min.X)}, {dx, float64(r.Max.X - a.X)},
		{-dy, float64(a.Y - r.Min.Y)}, {dy, float64(r.Max.Y - a.Y)},
	} {
		p, q := e[0], e[1]
		switch {
		case math.IsNaN(p) || math.IsNaN(q):
			return a, b, false
		case p == 0:
			if q < 0 {
				return a, b, false
			}
		case p < 0:
			t0 = max(t0, q/p)
		default:
			t1 = min(t1, q/p)
		}
	}
	if t0 > t1 {
		return a, b, false
	}
	p, q := a, b
	if t0 > 0 {
		p = vg.Point{X: a.X + pt(t0*dx), Y: a.Y + pt(t0*dy)}
	}
	if t1 < 1 {
		q = vg.Point{X: a.X + pt(t1*dx), Y: a.Y + pt(t1*dy)}
	}
	return p, q, true
}

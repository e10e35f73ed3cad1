package render

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// flattener turns a path into polylines.
type flattener struct {
	lines  [][]vg.Point
	closed []bool
	cur    []vg.Point
	start  vg.Point // of the last closed contour: drawing goes on from there
	tol    float64  // greatest distance between curve and chord
}

func (f *flattener) flush(closed bool) {
	if len(f.cur) > 0 {
		f.lines = append(f.lines, f.cur)
		f.closed = append(f.closed, closed)
		f.start = f.cur[0]
	}
	f.cur = nil
}

func (f *flattener) moveTo(p vg.Point) { f.flush(false); f.cur = []vg.Point{p} }

func (f *flattener) lineTo(p vg.Point) {
	if len(f.cur) == 0 && len(f.lines) > 0 {
		f.cur = append(f.cur, f.start)
	}
	f.cur = append(f.cur, p)
}

func (f *flattener) closePath() { f.flush(true) }

func (f *flattener) quadTo(q, p vg.Point) {
	o := f.from()
	f.cubeTo(
		vg.Point{X: o.X + (q.X-o.X)*2/3, Y: o.Y + (q.Y-o.Y)*2/3},
		vg.Point{X: p.X + (q.X-p.X)*2/3, Y: p.Y + (q.Y-p.Y)*2/3}, p)
}

// from is the current point, made the start of a contour if none is open.
func (f *flattener) from() vg.Point {
	if len(f.cur) == 0 {
		f.cur = append(f.cur, f.start)
	}
	return f.cur[len(f.cur)-1]
}

func (f *flattener) cubeTo(q, r, p vg.Point) {
	o := f.from()
	// The chord error of n pieces is at most max|second difference| * 3/4 / n^2.
	d1 := math.Hypot(float64(o.X-2*q.X+r.X), float64(o.Y-2*q.Y+r.Y))
	d2 := math.Hypot(float64(q.X-2*r.X+p.X), float64(q.Y-2*r.Y+p.Y))
	n := int(math.Ceil(math.Sqrt(0.75 * max(d1, d2) / f.tol)))
	n = min(max(n, 1), 200)
	for i := 1; i <= n; i++ {
		t := vg.Length(i) / vg.Length(n)
		s := 1 - t
		a, b, c, d := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
		f.cur = append(f.cur, vg.Point{X: a*o.X + b*q.X + c*r.X + d*p.X, Y: a*o.Y + b*q.Y + c*r.Y + d*p.Y})
	}
}

// dashes cuts a polyline into the drawn parts of a dash pattern.
func dashes(line []vg.Point, closed bool, pattern []float64, offset float64) [][]vg.Point {
	total := 0.0
	for _, d := range pattern {
		if !(d >= 0) {
			return [][]vg.Point{line}
		}
		total += d
	}
	if !(total > 1e-6) {
		return [][]vg.Point{line}
	}
	if len(pattern)%2 == 1 {
		pattern = append(append([]float64(nil), pattern...), pattern...)
		total *= 2
	}
	if closed {
		line = append(append([]vg.Point(nil), line...), line[0])
	}
	i, left := 0, math.Mod(math.Mod(offset, total)+total, total)
	for left >= pattern[i] {
		left -= pattern[i]
		i = (i + 1) % len(pattern)
	}
	left = pattern[i] - left
	var out [][]vg.Point
	cur := []vg.Point{line[0]}
	for k := 1; k < len(line); k++ {
		a, b := line[k-1], line[k]
		seg := math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))
		pos := 0.0
		for seg-pos > left {
			pos += left
			t := vg.Length(pos / seg)
			p := vg.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
			if i%2 == 0 {
				out = append(out, append(cur, p))
			}
			cur = []vg.Point{p}
			i = (i + 1) % len(pattern)
			left = pattern[i]
			if len(out) > 200000 {
				return out
			}
		}
		left -= seg - pos
		cur = append(cur, b)
	}
	if i%2 == 0 && len(cur) > 1 {
		out = append(out, cur)
	}
	return out
}

// polygonSink receives the polygons whose union is a stroke, all wound the same way.
type polygonSink func(pts ...vg.Point)

// stroke covers a polyline with a rectangle for each segment and a wedge on the outer side of each joint (a round
// join). Neighbouring rectangles share their end edge where the line is straight, so that coverage adds up exactly.
func stroke(line []vg.Point, closed bool, width float64, emit polygonSink) {
	h := width / 2
	pts := line[:0:0]
	for _, p := range line {
		if n := len(pts); n > 0 && math.Abs(float64(p.X-pts[n-1].X)) < 1e-4 && math.Abs(float64(p.Y-pts[n-1].Y)) < 1e-4 {
			continue
		}
		pts = append(pts, p)
	}
	if closed && len(pts) > 2 {
		if a, b := pts[0], pts[len(pts)-1]; math.Abs(float64(a.X-b.X)) < 1e-4 && math.Abs(float64(a.Y-b.Y)) < 1e-4 {
			pts = pts[:len(pts)-1]
		}
		pts = append(pts, pts[0])
	}
	if len(pts) < 2 {
		return
	}
	type vec struct{ x, y float64 }
	normal := func(a, b vg.Point) vec {
		dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
		l := math.Hypot(dx, dy)
		return vec{-dy / l * h, dx / l * h}
	}
	at := func(p vg.Point, n vec, s float64) vg.Point {
		return vg.Point{X: p.X + vg.Length(s*n.x), Y: p.Y + vg.Length(s*n.y)}
	}
	join := func(p vg.Point, n0, n1 vec) {
		cross, dot := n0.x*n1.y-n0.y*n1.x, n0.x*n1.x+n0.y*n1.y
		turn := math.Atan2(cross, dot)
		if math.Abs(turn) < 1e-3 {
			return
		}
		side := -1.0 // a left turn leaves the gap on the right
		if turn < 0 {
			side = 1
		}
		steps := int(math.Ceil(math.Abs(turn) / (2 * math.Acos(1-min(0.1/max(h, 0.2), 0.9)))))
		steps = min(max(steps, 1), 32)
		fan := []vg.Point{p}
		for i := 0; i <= steps; i++ {
			s, c := math.Sincos(turn * float64(i) / float64(steps))
			fan = append(fan, at(p, vec{n0.x*c - n0.y*s, n0.x*s + n0.y*c}, side))
		}
		if turn < 0 { // keep the winding of the rectangles
			for i, j := 1, len(fan)-1; i < j; i, j = i+1, j-1 {
				fan[i], fan[j] = fan[j], fan[i]
			}
		}
		emit(fan...)
	}
	var first, prev vec
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := normal(a, b)
		emit(at(a, n, -1), at(b, n, -1), at(b, n, 1), at(a, n, 1))
		if i == 1 {
			first = n
		} else {
			join(a, prev, n)
		}
		prev = n
	}
	if closed && len(pts) > 3 {
		join(pts[0], prev, first)
	}
}

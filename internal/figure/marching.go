package figure

import "math"

// field is a matrix over node coordinates, for contours.
type field struct {
	rows, cols int
	z          []float64
	x, y       []float64 // cols and rows long, or rows*cols each
}

func (f *field) node(i, j int) (x, y float64) {
	if len(f.x) == f.cols && len(f.y) == f.rows && !(f.rows == 1 && f.cols == 1) {
		return f.x[j], f.y[i]
	}
	return f.x[i*f.cols+j], f.y[i*f.cols+j]
}

type point struct{ x, y float64 }

// Marching squares. Cells lie between four nodes; where a level passes between two nodes of a side it crosses the side
// at the linearly interpolated place. Segments run with the region {z >= level} at their left, so that each crossing
// is left by exactly one segment, and following them gives whole curves.

// lines traces the level through cells whose four nodes are numbers. Curves that do not meet the border or a hole are
// closed: their last point repeats the first.
func (f *field) lines(level float64) [][]point {
	t := tracer{f: f, level: level}
	return t.trace()
}

// region traces the border of {z >= level} as closed outlines, counterclockwise round the region. Outside the matrix,
// and where it is not a number, the region ends at the last node.
func (f *field) region(level float64) [][]point {
	t := tracer{f: f, level: level, pad: true}
	return t.trace()
}

type tracer struct {
	f     *field
	level float64
	pad   bool // a ring of nodes below every level surrounds the matrix
	next  map[int]int
	prev  map[int]bool
	order []int
}

// at is the height above the level; -Inf in the ring and where there is no number.
func (t *tracer) at(i, j int) float64 {
	if i < 0 || j < 0 || i >= t.f.rows || j >= t.f.cols {
		return math.Inf(-1)
	}
	v := t.f.z[i*t.f.cols+j]
	if math.IsNaN(v) {
		return math.Inf(-1)
	}
	return v - t.level
}

// Sides are numbered: twice the number of their low node, plus one for those along i.
func (t *tracer) side(i, j, along int) int { return 2*((i+1)*(t.f.cols+2)+j+1) + along }

func (t *tracer) trace() [][]point {
	t.next, t.prev = map[int]int{}, map[int]bool{}
	i0, i1, j0, j1 := 0, t.f.rows-1, 0, t.f.cols-1
	if t.pad {
		i0, i1, j0, j1 = -1, t.f.rows, -1, t.f.cols
	}
	for i := i0; i < i1; i++ {
		for j := j0; j < j1; j++ {
			t.cell(i, j)
		}
	}
	var out [][]point
	used := map[int]bool{}
	follow := func(s int) {
		var line []point
		for {
			if used[s] {
				break
			}
			used[s] = true
			line = append(line, t.crossing(s))
			n, ok := t.next[s]
			if !ok {
				break
			}
			s = n
			if used[s] {
				line = append(line, t.crossing(s))
				break
			}
		}
		if len(line) > 1 {
			out = append(out, line)
		}
	}
	for _, s := range t.order { // open curves begin where nothing leads
		if !t.prev[s] {
			follow(s)
		}
	}
	for _, s := range t.order {
		if !used[s] {
			follow(s)
		}
	}
	return out
}

func (t *tracer) join(from, to int) {
	t.next[from] = to
	t.prev[to] = true
	t.order = append(t.order, from)
}

// cell adds the segments of the cell between nodes (i, j) and (i+1, j+1).
func (t *tracer) cell(i, j int) {
	a, b, c, d := t.at(i, j), t.at(i, j+1), t.at(i+1, j+1), t.at(i+1, j)
	if !t.pad && (math.IsInf(a, 0) || math.IsInf(b, 0) || math.IsInf(c, 0) || math.IsInf(d, 0)) {
		return
	}
	k := 0
	for n, v := range [4]float64{a, b, c, d} {
		if v >= 0 {
			k |= 1 << n
		}
	}
	// sides: bottom a-b, right b-c, top c-d, left d-a
	bottom, right, top, left := t.side(i, j, 0), t.side(i, j+1, 1), t.side(i+1, j, 0), t.side(i, j, 1)
	switch k {
	case 1:
		t.join(bottom, left)
	case 2:
		t.join(right, bottom)
	case 3:
		t.join(right, left)
	case 4:
		t.join(top, right)
	case 6:
		t.join(top, bottom)
	case 7:
		t.join(top, left)
	case 8:
		t.join(left, top)
	case 9:
		t.join(bottom, top)
	case 11:
		t.join(right, top)
	case 12:
		t.join(left, right)
	case 13:
		t.join(bottom, right)
	case 14:
		t.join(left, bottom)
	case 5, 10:
		// a saddle: the mean of the corners decides which two hang together
		joined := (a+b+c+d)/4 >= 0
		if k == 5 {
			if joined {
				t.join(bottom, right)
				t.join(top, left)
			} else {
				t.join(bottom, left)
				t.join(top, right)
			}
		} else {
			if joined {
				t.join(right, top)
				t.join(left, bottom)
			} else {
				t.join(right, bottom)
				t.join(left, top)
			}
		}
	}
}

// crossing is the place where the level crosses a side.
func (t *tracer) crossing(s int) point {
	n, along := s/2, s%2
	w := t.f.cols + 2
	i, j := n/w-1, n%w-1
	i2, j2 := i, j+1
	if along == 1 {
		i2, j2 = i+1, j
	}
	v, v2 := t.at(i, j), t.at(i2, j2)
	if v < 0 { // from inside to outside
		i, j, i2, j2, v, v2 = i2, j2, i, j, v2, v
	}
	x, y := t.f.node(i, j)
	if math.IsInf(v2, -1) {
		return point{x, y}
	}
	u := 0.0
	if v > 0 {
		u = v / (v - v2)
		if math.IsInf(v, 1) || math.IsNaN(u) {
			u = 1
		}
	}
	x2, y2 := t.f.node(i2, j2)
	return point{x + u*(x2-x), y + u*(y2-y)}
}

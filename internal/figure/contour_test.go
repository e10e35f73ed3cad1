package figure

import (
	"math"
	"testing"
)

// area is twice the signed area of a closed outline, halved.
func area(ring []point) float64 {
	s := 0.0
	for i := range ring {
		j := (i + 1) % len(ring)
		s += ring[i].x*ring[j].y - ring[j].x*ring[i].y
	}
	return s / 2
}

func radial(n int, f func(r float64) float64) field {
	x := linspace(-2, 2, n)
	g := grid2(x, x, func(x, y float64) float64 { return f(math.Hypot(x, y)) })
	return field{rows: n, cols: n, z: g.V, x: x, y: x}
}

// TestContoursOfACone are circles: closed, of the right radius everywhere and the right length.
func TestContoursOfACone(t *testing.T) {
	f := radial(201, func(r float64) float64 { return r })
	for _, level := range []float64{0.5, 1, 1.5} {
		lines := f.lines(level)
		if len(lines) != 1 {
			t.Fatalf("level %g has %d curves", level, len(lines))
		}
		l := lines[0]
		if l[0] != l[len(l)-1] {
			t.Errorf("level %g is not closed", level)
		}
		length := 0.0
		for i, q := range l {
			if d := math.Abs(math.Hypot(q.x, q.y) - level); d > 2e-4 {
				t.Fatalf("level %g: a point is %g off", level, d)
			}
			if i > 0 {
				length += math.Hypot(q.x-l[i-1].x, q.y-l[i-1].y)
			}
		}
		if math.Abs(length-2*math.Pi*level) > 1e-3*length {
			t.Errorf("level %g: length %g, want %g", level, length, 2*math.Pi*level)
		}
	}
}

// TestContoursThatMeetTheBorderAreOpen: circles of radius above 2 leave the square.
func TestContoursThatMeetTheBorderAreOpen(t *testing.T) {
	f := radial(101, func(r float64) float64 { return r })
	lines := f.lines(2.4)
	if len(lines) != 4 {
		t.Fatalf("%d curves, want 4 arcs", len(lines))
	}
	for _, l := range lines {
		if l[0] == l[len(l)-1] {
			t.Error("an arc is closed")
		}
	}
}

// TestRegionsHaveTheRightArea: {z >= level} of a paraboloid is a disc; of the paraboloid turned over, the square less
// a disc.
func TestRegionsHaveTheRightArea(t *testing.T) {
	hill := radial(201, func(r float64) float64 { return 4 - r*r })
	bowl := radial(201, func(r float64) float64 { return r * r })
	for _, level := range []float64{0.5, 1, 2} {
		sum := 0.0
		for _, ring := range hill.region(level) {
			sum += area(ring)
		}
		if want := math.Pi * (4 - level); math.Abs(sum-want) > 2e-3*want {
			// discs of radius below 2 lie inside the square
			if 4-level <= 4 {
				t.Errorf("hill above %g has area %g, want %g", level, sum, want)
			}
		}
		sum = 0
		for _, ring := range bowl.region(level) {
			sum += area(ring)
		}
		if want := 16 - math.Pi*level; math.Abs(sum-want) > 2e-3*want {
			t.Errorf("bowl above %g has area %g, want %g", level, sum, want)
		}
	}
}

// TestRegionsOfRandomFieldsFillTheBox: the region above a level and that below it make up the whole.
func TestRegionsOfRandomFieldsFillTheBox(t *testing.T) {
	r := rng(21)
	for range 200 {
		rows, cols := 2+r.IntN(12), 2+r.IntN(12)
		f := field{rows: rows, cols: cols, x: arangeF(cols), y: arangeF(rows), z: make([]float64, rows*cols)}
		g := f
		g.z = make([]float64, rows*cols)
		for i := range f.z {
			f.z[i] = r.NormFloat64()
			g.z[i] = -f.z[i]
		}
		level := r.NormFloat64() * 0.5
		sum := 0.0
		for _, ring := range f.region(level) {
			if len(ring) < 3 {
				t.Fatal("a ring with less than three points")
			}
			sum += area(ring)
		}
		for _, ring := range g.region(-level) {
			sum += area(ring)
		}
		// saddles are decided by the mean, so the two cover each cell exactly
		if want := float64((rows - 1) * (cols - 1)); math.Abs(sum-want) > 1e-9*want {
			t.Fatalf("areas add up to %g, want %g", sum, want)
		}
	}
}

func arangeF(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = float64(i)
	}
	return x
}

// TestHolesOfNaNAreLeftOut: no contour passes a cell with a missing corner, and the region does not cover it.
func TestHolesOfNaNAreLeftOut(t *testing.T) {
	f := radial(41, func(r float64) float64 { return 1 })
	f.z[20*41+20] = math.NaN()
	sum := 0.0
	for _, ring := range f.region(0.5) {
		sum += area(ring)
	}
	cell := 0.1 * 0.1
	if want := 16 - 2*cell; math.Abs(sum-want) > 1e-9 {
		t.Errorf("area %g, want %g: a missing node takes half of each of its four cells", sum, want)
	}
	g := radial(41, func(r float64) float64 { return r })
	g.z[20*41+25] = math.NaN() // on the circle of radius 0.5
	for _, l := range g.lines(0.5) {
		for i := 1; i < len(l); i++ {
			mx, my := (l[i].x+l[i-1].x)/2, (l[i].y+l[i-1].y)/2
			if math.Abs(mx-0.5) < 0.1 && math.Abs(my) < 0.1 && math.Hypot(l[i].x-l[i-1].x, l[i].y-l[i-1].y) > 1e-9 {
				t.Fatalf("a segment passes (%g, %g), beside the missing node", mx, my)
			}
		}
	}
}

// TestLevelsCoverTheData: automatic levels of filled contours enclose the data, those of lines lie inside.
func TestLevelsCoverTheData(t *testing.T) {
	r := rng(22)
	for range 2000 {
		lo := r.NormFloat64() * math.Pow(10, r.Float64()*12-6)
		hi := lo + math.Abs(r.NormFloat64())*math.Pow(10, r.Float64()*6-3)*math.Abs(lo) + 1e-300
		if !(hi > lo) {
			continue
		}
		z := []float64{lo, hi, lo/2 + hi/2, lo}
		l, err := contourLevels("contourf", z, ContourOptions{}, Norm{Min: lo, Max: hi}, true)
		must(t, err)
		slack := 1e-8 * (hi - lo)
		if len(l) < 2 || l[0] > lo+slack || l[len(l)-1] < hi-slack {
			t.Fatalf("levels %v do not cover [%g, %g]", l, lo, hi)
		}
		l, err = contourLevels("contour", z, ContourOptions{}, Norm{Min: lo, Max: hi}, false)
		must(t, err)
		for _, v := range l {
			if v < lo || v > hi {
				t.Fatalf("level %g outside [%g, %g]", v, lo, hi)
			}
		}
	}
}

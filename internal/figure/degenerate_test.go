package figure

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// hostile makes a series with the numbers that break plots: none, one, equal ones, NaN, infinities, huge and tiny
// magnitudes, zeros and negatives.
func hostile(r *rand.Rand, n int) []float64 {
	v := make([]float64, n)
	kind := r.IntN(9)
	for i := range v {
		switch kind {
		case 0:
			v[i] = r.NormFloat64()
		case 1:
			v[i] = 3
		case 2:
			v[i] = math.NaN()
		case 3:
			v[i] = []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 1, -1, 1e308, -1e308, 5e-324}[r.IntN(9)]
		case 4:
			v[i] = r.NormFloat64() * math.Pow(10, r.Float64()*600-300)
		case 5:
			v[i] = 1e15 + r.Float64()
		case 6:
			v[i] = math.Exp(r.NormFloat64() * 20)
		case 7:
			v[i] = float64(i)
		case 8:
			v[i] = -math.Abs(r.NormFloat64())
		}
	}
	return v
}

// addRandom adds one random artist with hostile data; errors are fine, panics are not.
func addRandom(r *rand.Rand, f *Figure, a *Axes) {
	n := []int{0, 1, 2, 3, 17, 60}[r.IntN(6)]
	x, y := hostile(r, n), hostile(r, n)
	if r.IntN(20) == 0 {
		y = hostile(r, n+1)
	}
	label := []string{"", "label", "_hidden", "$x^{2}_{i}$", "$\\frac{a}{", "very long label that goes on and on and on"}[r.IntN(6)]
	rows, cols := r.IntN(6), r.IntN(6)
	g := Grid{Rows: rows, Cols: cols, V: hostile(r, rows*cols)}
	norm := AutoNorm()
	norm.Log = r.IntN(3) == 0
	sc := ColorOptions{Norm: &norm, Alpha: []float64{0, 0.5}[r.IntN(2)]}
	mark := append([]string{""}, MarkerNames...)[r.IntN(len(MarkerNames)+1)]
	switch r.IntN(19) {
	case 0:
		a.Line(x, y, LineOptions{Label: label, Marker: mark, Style: LineStyle(r.IntN(5)), Steps: Steps(r.IntN(4)), MarkEvery: r.IntN(3)})
	case 1:
		o := ScatterOptions{Label: label, Marker: mark, Scale: sc, Hollow: r.IntN(3) == 0}
		if r.IntN(2) == 0 {
			o.Values = hostile(r, n)
		}
		if r.IntN(2) == 0 {
			o.Sizes = hostile(r, n)
		}
		a.Scatter(x, y, o)
	case 2:
		a.Bars(x, y, BarOptions{Label: label, Horizontal: r.IntN(2) == 0, Widths: hostile(r, []int{0, 1, n}[r.IntN(3)]), Base: hostile(r, []int{0, 1, n}[r.IntN(3)]), Hatch: []string{"", "//", "x.", "+o"}[r.IntN(4)]})
	case 3:
		if e, err := BinEdges(x, []string{"auto", "fd", "doane", "scott"}[r.IntN(4)], math.NaN(), math.NaN()); err == nil && len(e) < 5000 {
			if h, err := Histogram(x, e, nil, r.IntN(2) == 0); err == nil {
				a.Hist(h, e, HistOptions{Step: r.IntN(2) == 0, Filled: r.IntN(3) == 0, Horizontal: r.IntN(2) == 0, Label: label})
			}
		}
	case 4:
		a.Image(g, ImageOptions{Scale: sc, OriginLower: r.IntN(2) == 0, Smooth: r.IntN(2) == 0, FreeAspect: r.IntN(2) == 0})
	case 5:
		var ex, ey []float64
		if r.IntN(2) == 0 {
			ex, ey = hostile(r, cols+1), hostile(r, rows+1)
		}
		if r.IntN(4) == 0 {
			ex, ey = hostile(r, (cols+1)*(rows+1)), hostile(r, (cols+1)*(rows+1))
		}
		a.Mesh(ex, ey, g, MeshOptions{Scale: sc})
	case 6:
		a.Contour(nil, nil, g, ContourOptions{Scale: sc, Count: r.IntN(12)})
	case 7:
		a.ContourFill(nil, nil, g, ContourOptions{Scale: sc, Count: r.IntN(12), ExtendMax: r.IntN(2) == 0, ExtendMin: r.IntN(2) == 0})
	case 8:
		a.ErrorBars(x, y, ErrorOptions{YLo: hostile(r, n), YHi: hostile(r, n), Line: LineOptions{Label: label, Marker: mark}})
	case 9:
		a.FillBetween(x, y, hostile(r, n), FillOptions{Label: label, Sideways: r.IntN(2) == 0, Hatch: []string{"", "/"}[r.IntN(2)], Steps: Steps(r.IntN(4))})
	case 10:
		v := hostile(r, 2)
		a.HLine(v[0], RefOptions{Label: label})
		a.VLine(v[1], RefOptions{})
	case 11:
		v := hostile(r, 2)
		a.HSpan(v[0], v[1], RefOptions{Label: label})
		a.VSpan(v[0], v[1], RefOptions{})
	case 12:
		a.HLines(x, hostile(r, n), hostile(r, n), RefOptions{})
		a.VLines(x, hostile(r, n), hostile(r, n), RefOptions{})
	case 13:
		v := hostile(r, 2)
		a.Text(v[0], v[1], label, TextOptions{Rotation: v[0], Box: &TextBox{Round: true}})
	case 14:
		v := hostile(r, 4)
		a.Annotate(label, v[0], v[1], AnnotateOptions{At: &[2]float64{v[2], v[3]}, Arrow: &Arrow{Head: []string{"->", "-|>", "<->", "fancy"}[r.IntN(4)], Curve: 0.3}})
	case 15:
		o := QuiverOptions{}
		if r.IntN(2) == 0 {
			o.Values = hostile(r, n)
		}
		o.Data = r.IntN(2) == 0
		a.Quiver(x, y, hostile(r, n), hostile(r, n), o)
	case 16:
		a.Boxes([][]float64{x, y}, BoxOptions{Horizontal: r.IntN(2) == 0})
	case 17:
		a.Stem(x, y, StemOptions{})
	case 18:
		v := hostile(r, 3)
		a.SlopeLine(v[0], v[1], v[2], RefOptions{})
	}
	f.AddColorbar(nil, ColorbarOptions{Label: label, Horizontal: r.IntN(2) == 0}, a)
}

// drawHostile makes a whole random figure and renders it in every format.
func drawHostile(t testing.TB, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	opt := Options{Width: 0.5 + 6*r.Float64(), Height: 0.5 + 4*r.Float64(), DPI: 40 + 60*r.Float64()}
	f, err := New(opt)
	must(t, err)
	rows, cols := 1+r.IntN(2), 1+r.IntN(2)
	axes, err := f.Subplots(rows, cols, GridOptions{ShareX: Sharing(r.IntN(4)), ShareY: Sharing(r.IntN(4))})
	must(t, err)
	for _, row := range axes {
		for _, a := range row {
			if r.IntN(3) == 0 {
				a.X.SetScale(Log, []float64{0, 2, math.E}[r.IntN(3)])
			}
			if r.IntN(3) == 0 {
				a.Y.SetScale(Log, 0)
			}
			for range 1 + r.IntN(3) {
				addRandom(r, f, a)
			}
			if r.IntN(3) == 0 {
				v := hostile(r, 4)
				a.X.SetLimits(v[0], v[1])
				a.Y.SetLimits(v[2], v[3])
			}
			if r.IntN(4) == 0 {
				a.SetAspect(math.Abs(r.NormFloat64()), r.IntN(2) == 0)
			}
			if r.IntN(4) == 0 {
				a.X.SetTicks(hostile(r, 4), nil)
			}
			if r.IntN(4) == 0 {
				b := a.TwinX()
				addRandom(r, f, b)
			}
			if r.IntN(2) == 0 {
				a.SetLegend(LegendOptions{Loc: legendLocs[r.IntN(len(legendLocs))], Columns: r.IntN(4)})
			}
			a.SetTitle("title $", "", TextOptions{})
		}
	}
	f.SetTitle("hostile", TextOptions{})
	img, err := f.PNG(1)
	must(t, err)
	if _, err := png.Decode(bytes.NewReader(img)); err != nil {
		t.Fatalf("PNG: %v", err)
	}
	svg := f.SVG()
	parseSVG(t, svg).walk(func(n *node) {
		for k, v := range n.attr {
			if k != "href" && (strings.Contains(v, "NaN") || strings.Contains(v, "Inf")) {
				t.Fatalf("%s %s=%q", n.name, k, v)
			}
		}
	})
	if pdf := f.PDF(); !bytes.HasSuffix(pdf, []byte("%%EOF\n")) {
		t.Fatal("broken PDF")
	}
	f.Warnings()
}

// TestHostileFiguresNeverPanic draws random artists with hostile data.
func TestHostileFiguresNeverPanic(t *testing.T) {
	n := 150
	if testing.Short() {
		n = 30
	}
	for seed := range n {
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("seed %d: %v", seed, p)
					panic(p)
				}
			}()
			drawHostile(t, uint64(seed))
		}()
	}
}

func FuzzHostileFigures(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { drawHostile(t, seed) })
}

// TestGapsDivideCurves: NaN and infinities leave gaps, and do not touch the limits.
func TestGapsDivideCurves(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	l := plot1(t, a, []float64{0, 1, 2, 3, 4, 5}, []float64{0, 1, math.NaN(), 1, math.Inf(1), 0}, LineOptions{})
	f.layout()
	if n := len(l.pieces(f.pane(nil, a))); n != 1 {
		t.Errorf("%d pieces; single points between gaps are not lines", n)
	}
	if lo, hi := a.Y.Limits(); lo < -0.06 || hi > 1.06 {
		t.Errorf("limits (%g, %g)", lo, hi)
	}
}

// TestLogAxesLeaveOutWhatHasNoLogarithm and say so once.
func TestLogAxesLeaveOutWhatHasNoLogarithm(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	must(t, a.Y.SetScale(Log, 10))
	plot1(t, a, []float64{0, 1, 2, 3}, []float64{-1, 0, 10, 100}, LineOptions{})
	f.SVG()
	f.SVG()
	w := f.Warnings()
	if len(w) != 1 || w[0] != "2 of 4 y values are not positive and are left out of the logarithmic axis" {
		t.Errorf("%q", w)
	}
	if lo, hi := a.Y.Limits(); lo > 10 || lo < 5 || hi < 100 || hi > 200 {
		t.Errorf("limits (%g, %g)", lo, hi)
	}
}

// TestFiguresTooLargeAreRefused instead of taking the memory.
func TestFiguresTooLargeAreRefused(t *testing.T) {
	for _, o := range []Options{{Width: 1000, Height: 10}, {Width: -1, Height: 3}, {Width: math.NaN(), Height: 1}, {Width: 100, Height: 100, DPI: 600}} {
		if _, err := New(o); err == nil {
			t.Errorf("%+v is accepted", o)
		}
	}
	f, err := New(Options{})
	must(t, err)
	if _, err := f.Encode("png", 1e5); err == nil {
		t.Error("a bitmap of 10^5 dots per inch is accepted")
	}
	if _, err := f.Encode("bmp", 0); err == nil {
		t.Error("an unknown format is accepted")
	}
	if _, err := f.Subplots(1000, 1000, GridOptions{}); err == nil {
		t.Error("a million subplots are accepted")
	}
}

// TestSVGOfManyPointsStaysSmall: curves are thinned, clouds become bitmaps.
func TestSVGOfManyPointsStaysSmall(t *testing.T) {
	r := rng(51)
	n := 300000
	x, y, w := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], y[i], w[i] = r.NormFloat64(), r.NormFloat64(), float64(i)
	}
	for name, draw := range map[string]func(a *Axes) error{
		"line":     func(a *Axes) error { _, err := a.Line(w, y, LineOptions{}); return err },
		"tangle":   func(a *Axes) error { _, err := a.Line(x, y, LineOptions{}); return err },
		"scatter":  func(a *Axes) error { _, err := a.Scatter(x, y, ScatterOptions{}); return err },
		"coloured": func(a *Axes) error { _, err := a.Scatter(x, y, ScatterOptions{Values: w}); return err },
		"markers": func(a *Axes) error {
			_, err := a.Line(x, y, LineOptions{Style: NoLine, Marker: "o"})
			return err
		},
	} {
		f, err := New(Options{})
		must(t, err)
		must(t, draw(ax(t, f)))
		if size := len(f.SVG()); size > 1500000 {
			t.Errorf("%s: %d bytes", name, size)
		}
	}
}

// TestTransparentFiguresKeepTheirInk: without background, corners are clear and curves are not.
func TestTransparentFiguresKeepTheirInk(t *testing.T) {
	f, err := New(Options{Transparent: true})
	must(t, err)
	plot1(t, ax(t, f), []float64{0, 1}, []float64{0, 1}, LineOptions{})
	img := decodePNG(t, f)
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Error("the corner is not clear")
	}
	ink := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA); c.A == 255 && c.B > c.R+50 {
				ink++
			}
		}
	}
	if ink < 1000 {
		t.Errorf("%d opaque pixels of the curve", ink)
	}
}

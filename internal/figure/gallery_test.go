package figure

import (
	"image/color"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"monge/internal/figure/palette"
)

// A gallery of what the package draws. The tests render all of it in both themes; with FIGURE_GALLERY set to a folder
// the pictures are kept there, to be looked at.
var gallery = []struct {
	name string
	opt  Options
	draw func(t *testing.T, f *Figure)
}{
	{"lines", Options{}, galleryLines},
	{"scatter", Options{}, galleryScatter},
	{"scatter-values", Options{}, galleryScatterValues},
	{"bars", Options{}, galleryBars},
	{"stacked", Options{}, galleryStacked},
	{"hist", Options{}, galleryHist},
	{"imshow", Options{}, galleryImshow},
	{"picture", Options{Width: 8, Height: 3}, galleryPicture},
	{"mesh", Options{}, galleryMesh},
	{"contourf", Options{}, galleryContourf},
	{"contour", Options{}, galleryContour},
	{"errorbar", Options{}, galleryErrorbar},
	{"band", Options{}, galleryBand},
	{"semilogy", Options{}, gallerySemilogy},
	{"loglog", Options{}, galleryLoglog},
	{"subplots", Options{Width: 8, Height: 5.5}, gallerySubplots},
	{"shared", Options{Width: 7, Height: 5}, galleryShared},
	{"annotate", Options{}, galleryAnnotate},
	{"twinx", Options{}, galleryTwin},
	{"quiver", Options{Width: 5, Height: 4.5}, galleryQuiver},
	{"boxes", Options{}, galleryBoxes},
	{"stem", Options{}, galleryStem},
	{"outside", Options{}, galleryOutside},
	{"ranges", Options{Width: 8, Height: 5}, galleryRanges},
	{"styles", Options{}, galleryStyles},
	{"markers", Options{}, galleryMarkers},
	{"barh", Options{}, galleryBarh},
	{"plan", Options{Width: 9, Height: 3.4}, galleryPlan},
	{"colormaps", Options{Width: 7, Height: 7}, galleryColormaps},
	{"million", Options{}, galleryMillion},
	{"math", Options{Width: 6.4, Height: 3}, galleryMath},
	{"empty", Options{}, func(t *testing.T, f *Figure) { ax(t, f) }},
}

func rng(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

func ax(t testing.TB, f *Figure) *Axes {
	t.Helper()
	a, err := f.AddSubplot(1, 1, 1, 1)
	must(t, err)
	return a
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func linspace(lo, hi float64, n int) []float64 { return UniformEdges(lo, hi, n-1) }

func mapf(x []float64, f func(float64) float64) []float64 {
	y := make([]float64, len(x))
	for i, v := range x {
		y[i] = f(v)
	}
	return y
}

func grid2(x, y []float64, f func(x, y float64) float64) Grid {
	g := Grid{Rows: len(y), Cols: len(x)}
	for _, b := range y {
		for _, a := range x {
			g.V = append(g.V, f(a, b))
		}
	}
	return g
}

func plot1(t testing.TB, a *Axes, x, y []float64, o LineOptions) *Line {
	t.Helper()
	l, err := a.Line(x, y, o)
	must(t, err)
	return l
}

func legend(t testing.TB, a *Axes, o LegendOptions) {
	t.Helper()
	_, err := a.SetLegend(o)
	must(t, err)
}

func galleryLines(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 10, 400)
	for k, name := range []string{"$\\sin x$", "$\\sin(x)/x$", "damped", "$e^{-x/3}$"} {
		plot1(t, a, x, mapf(x, func(v float64) float64 {
			switch k {
			case 0:
				return math.Sin(v)
			case 1:
				return math.Sin(v+1e-12) / (v + 1e-12)
			case 2:
				return math.Exp(-v/4) * math.Cos(2*v)
			}
			return math.Exp(-v / 3)
		}), LineOptions{Label: name})
	}
	a.SetTitle("Four curves on one pair of axes", "", TextOptions{})
	a.SetXLabel("time $t$ (s)", TextOptions{})
	a.SetYLabel("amplitude", TextOptions{})
	legend(t, a, LegendOptions{})
}

func galleryScatter(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(1)
	for k, c := range [][2]float64{{0, 0}, {2.4, 1.5}, {0.5, 3}} {
		var x, y []float64
		for range 120 {
			x, y = append(x, c[0]+r.NormFloat64()*0.7), append(y, c[1]+r.NormFloat64()*0.5)
		}
		_, err := a.Scatter(x, y, ScatterOptions{Label: []string{"first", "second", "third"}[k]})
		must(t, err)
	}
	a.SetTitle("Three clusters", "", TextOptions{})
	a.SetXLabel("feature 1", TextOptions{})
	a.SetYLabel("feature 2", TextOptions{})
	legend(t, a, LegendOptions{Title: "cluster"})
}

func galleryScatterValues(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(2)
	var x, y, s, c []float64
	for range 250 {
		u, v := r.Float64(), r.Float64()
		x, y, s, c = append(x, u), append(y, v), append(s, 15+250*r.Float64()*r.Float64()), append(c, math.Hypot(u-0.5, v-0.5))
	}
	sc, err := a.Scatter(x, y, ScatterOptions{Sizes: s, Values: c, Alpha: 0.8})
	must(t, err)
	_, err = f.AddColorbar(sc, ColorbarOptions{Label: "distance to the centre"}, a)
	must(t, err)
	a.SetTitle("Sizes and colours by value", "", TextOptions{})
}

func galleryBars(t *testing.T, f *Figure) {
	a := ax(t, f)
	names := []string{"apples", "pears", "plums", "cherries", "grapes"}
	at := make([]float64, 5)
	for i := range at {
		at[i] = float64(i)
	}
	for k, h := range [][]float64{{12, 7.5, 9, 4, 14}, {10, 9, 6, 6.5, 11}, {8, 3, 10, 9, 9}} {
		off := make([]float64, 5)
		for i := range off {
			off[i] = at[i] + float64(k-1)*0.27
		}
		_, err := a.Bars(off, h, BarOptions{Widths: []float64{0.25}, Label: []string{"2022", "2023", "2024"}[k]})
		must(t, err)
	}
	must(t, a.X.SetTicks(at, names))
	must(t, a.SetGrid(true, "y", false))
	a.SetYLabel("tonnes", TextOptions{})
	a.SetTitle("Grouped bars", "", TextOptions{})
	legend(t, a, LegendOptions{})
}

func galleryStacked(t *testing.T, f *Figure) {
	a := ax(t, f)
	at := []float64{0, 1, 2, 3, 4, 5}
	base := make([]float64, 6)
	for k, h := range [][]float64{{3, 4, 5, 4, 3, 2}, {2, 2.5, 2, 3, 4, 4.5}, {1, 1.5, 1, 2, 1.5, 2}} {
		_, err := a.Bars(at, h, BarOptions{Base: base, Label: []string{"wind", "sun", "water"}[k], Hatch: []string{"", "//", "."}[k]})
		must(t, err)
		for i := range base {
			base[i] += h[i]
		}
	}
	must(t, a.X.SetTicks(at, []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun"}))
	must(t, a.SetGrid(true, "y", false))
	a.SetTitle("Stacked bars with hatches", "", TextOptions{})
	legend(t, a, LegendOptions{})
}

func galleryHist(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(3)
	var u, v []float64
	for range 4000 {
		u = append(u, r.NormFloat64())
		v = append(v, 1.5+0.7*r.NormFloat64())
	}
	e, err := BinEdges(u, "auto", math.NaN(), math.NaN())
	must(t, err)
	h, err := Histogram(u, e, nil, true)
	must(t, err)
	_, err = a.Hist(h, e, HistOptions{Label: "normal", Alpha: 0.85})
	must(t, err)
	e2, _ := BinEdges(v, "auto", math.NaN(), math.NaN())
	h2, _ := Histogram(v, e2, nil, true)
	_, err = a.Hist(h2, e2, HistOptions{Label: "shifted", Step: true})
	must(t, err)
	x := linspace(-4, 4, 200)
	plot1(t, a, x, mapf(x, func(v float64) float64 { return math.Exp(-v*v/2) / math.Sqrt(2*math.Pi) }), LineOptions{Style: Dashed, Label: "density $\\frac{1}{\\sqrt{2\\pi}}e^{-x^2/2}$", Color: f.theme.Text, Width: 1.2})
	a.SetXLabel("$x$", TextOptions{})
	a.SetYLabel("density", TextOptions{})
	legend(t, a, LegendOptions{})
}

func galleryImshow(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 1, 24)
	im, err := a.Image(grid2(x, x, func(x, y float64) float64 { return math.Sin(7*x) * math.Cos(5*y) }), ImageOptions{})
	must(t, err)
	_, err = f.AddColorbar(im, ColorbarOptions{Label: "$\\sin 7x \\cdot \\cos 5y$"}, a)
	must(t, err)
	a.SetTitle("A matrix", "", TextOptions{})
}

func galleryPicture(t *testing.T, f *Figure) {
	axes, err := f.Subplots(1, 3, GridOptions{})
	must(t, err)
	n := 120
	for k, a := range axes[0] {
		px := make([]color.NRGBA, n*n)
		for i := range px {
			x, y := float64(i%n)/float64(n), float64(i/n)/float64(n)
			px[i] = color.NRGBA{uint8(255 * x), uint8(255 * y), uint8(100 + 70*float64(k)), 255}
		}
		_, err := a.Picture(n, n, px, ImageOptions{})
		must(t, err)
		a.SetTitle([]string{"original", "mapped", "difference"}[k], "", TextOptions{})
		if k > 0 {
			a.SetVisible(false)
		}
	}
}

func galleryMesh(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := mapf(linspace(0, 3, 41), func(v float64) float64 { return math.Pow(10, v) })
	y := linspace(0, 2, 31)
	g := grid2(x[:40], y[:30], func(x, y float64) float64 { return math.Exp(-math.Pow(math.Log10(x)-1.5, 2)*2) * (1 + math.Sin(4*y)) })
	m, err := a.Mesh(x, y, g, MeshOptions{})
	must(t, err)
	must(t, a.X.SetScale(Log, 10))
	_, err = f.AddColorbar(m, ColorbarOptions{}, a)
	must(t, err)
	a.SetTitle("Mesh over a logarithmic axis", "", TextOptions{})
	a.SetXLabel("frequency (Hz)", TextOptions{})
}

func peaks(x, y float64) float64 {
	return 3*math.Pow(1-x, 2)*math.Exp(-x*x-math.Pow(y+1, 2)) - 10*(x/5-x*x*x-math.Pow(y, 5))*math.Exp(-x*x-y*y) - math.Exp(-math.Pow(x+1, 2)-y*y)/3
}

func galleryContourf(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(-3, 3, 121)
	g := grid2(x, x, peaks)
	c, err := a.ContourFill(x, x, g, ContourOptions{Count: 12})
	must(t, err)
	_, err = a.Contour(x, x, g, ContourOptions{Levels: c.Levels(), Colors: []color.NRGBA{{255, 255, 255, 110}}, Width: 0.7, Style: new(LineStyle)})
	must(t, err)
	_, err = f.AddColorbar(c, ColorbarOptions{Label: "height"}, a)
	must(t, err)
	a.SetTitle("Filled contours", "", TextOptions{})
}

func galleryContour(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(-3, 3, 121)
	c, err := a.Contour(x, x, grid2(x, x, peaks), ContourOptions{Count: 10})
	must(t, err)
	c.SetLabels(0, nil, nil)
	a.SetTitle("Labelled contours", "", TextOptions{})
	a.SetXLabel("$x_1$", TextOptions{})
	a.SetYLabel("$x_2$", TextOptions{})
}

func galleryErrorbar(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(5)
	x := linspace(1, 10, 10)
	for k := range 2 {
		y := mapf(x, func(v float64) float64 { return math.Sqrt(v)*(1+0.4*float64(k)) + 0.1*r.NormFloat64() })
		e := mapf(x, func(v float64) float64 { return 0.1 + 0.15*r.Float64() })
		_, err := a.ErrorBars(x, y, ErrorOptions{YLo: e, YHi: e, Line: LineOptions{Marker: []string{"o", "s"}[k], Style: []LineStyle{Solid, NoLine}[k], Label: []string{"fit", "measured"}[k]}})
		must(t, err)
	}
	a.SetTitle("Error bars", "", TextOptions{})
	legend(t, a, LegendOptions{})
}

func galleryBand(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 4*math.Pi, 300)
	m := mapf(x, math.Sin)
	lo, hi := mapf(x, func(v float64) float64 { return math.Sin(v) - 0.15 - 0.03*v }), mapf(x, func(v float64) float64 { return math.Sin(v) + 0.15 + 0.03*v })
	l := plot1(t, a, x, m, LineOptions{Label: "mean"})
	_, err := a.FillBetween(x, lo, hi, FillOptions{Color: l.Color(), Alpha: 0.22, Label: "95 % band"})
	must(t, err)
	_, err = a.HLine(0, RefOptions{Color: f.theme.Spine, Width: 1, Style: Dashed})
	must(t, err)
	_, err = a.VSpan(6, 7.5, RefOptions{Color: f.theme.Cycle[1], Alpha: 0.15, Label: "event"})
	must(t, err)
	a.SetTitle("Uncertainty band", "", TextOptions{})
	legend(t, a, LegendOptions{Loc: "lower left"})
}

func gallerySemilogy(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 60, 61)
	for k, rate := range []float64{0.72, 0.6, 0.45} {
		plot1(t, a, x, mapf(x, func(v float64) float64 { return math.Max(math.Pow(rate, v), 2e-16) }), LineOptions{Label: []string{"gradient", "accelerated", "Newton"}[k], Marker: []string{"", "", "o"}[k], MarkEvery: 5})
	}
	must(t, a.Y.SetScale(Log, 10))
	a.SetXLabel("iteration", TextOptions{})
	a.SetYLabel("$\\Vert x_k - x^*\\Vert_2$", TextOptions{})
	a.SetTitle("Convergence", "", TextOptions{})
	legend(t, a, LegendOptions{})
}

func galleryLoglog(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(6)
	n := mapf(linspace(1, 3.4, 13), func(v float64) float64 { return math.Pow(10, v) })
	_, err := a.Scatter(n, mapf(n, func(v float64) float64 { return 2 / math.Sqrt(v) * math.Exp(0.15*r.NormFloat64()) }), ScatterOptions{Label: "Monte Carlo"})
	must(t, err)
	_, err = a.Scatter(n, mapf(n, func(v float64) float64 { return 3 / v * math.Exp(0.15*r.NormFloat64()) }), ScatterOptions{Label: "volume sampling"})
	must(t, err)
	plot1(t, a, n, mapf(n, func(v float64) float64 { return 2 / math.Sqrt(v) }), LineOptions{Style: Dashed, Color: f.theme.Cycle[0], Width: 1, Label: "$n^{-1/2}$"})
	plot1(t, a, n, mapf(n, func(v float64) float64 { return 3 / v }), LineOptions{Style: Dashed, Color: f.theme.Cycle[1], Width: 1, Label: "$n^{-1}$"})
	must(t, a.X.SetScale(Log, 10))
	must(t, a.Y.SetScale(Log, 10))
	must(t, a.SetGrid(true, "both", true))
	a.SetXLabel("samples $n$", TextOptions{})
	a.SetYLabel("error", TextOptions{})
	legend(t, a, LegendOptions{})
}

func gallerySubplots(t *testing.T, f *Figure) {
	axes, err := f.Subplots(2, 2, GridOptions{WidthRatios: []float64{1, 1.4}})
	must(t, err)
	r := rng(7)
	x := linspace(0, 2*math.Pi, 200)
	plot1(t, axes[0][0], x, mapf(x, math.Sin), LineOptions{})
	axes[0][0].SetTitle("sine", "", TextOptions{})
	u := make([]float64, 500)
	for i := range u {
		u[i] = r.ExpFloat64()
	}
	e, _ := CountEdges(u, 20, math.NaN(), math.NaN())
	h, _ := Histogram(u, e, nil, false)
	axes[0][1].Hist(h, e, HistOptions{Color: f.theme.Cycle[1]})
	axes[0][1].SetTitle("exponential", "", TextOptions{})
	axes[0][1].SetYLabel("count", TextOptions{})
	im, err := axes[1][0].Image(grid2(linspace(0, 1, 12), linspace(0, 1, 12), func(a, b float64) float64 { return a * b }), ImageOptions{})
	must(t, err)
	f.AddColorbar(im, ColorbarOptions{}, axes[1][0])
	axes[1][0].SetTitle("outer product", "", TextOptions{})
	y := make([]float64, 300)
	for i := 1; i < len(y); i++ {
		y[i] = y[i-1] + r.NormFloat64()
	}
	plot1(t, axes[1][1], linspace(0, 300, 300), y, LineOptions{Color: f.theme.Cycle[3]})
	axes[1][1].SetTitle("random walk", "", TextOptions{})
	axes[1][1].SetXLabel("step", TextOptions{})
	f.SetTitle("Four views", TextOptions{})
}

func galleryShared(t *testing.T, f *Figure) {
	axes, err := f.Subplots(3, 2, GridOptions{ShareX: ShareAll, ShareY: ShareRow})
	must(t, err)
	x := linspace(0, 10, 200)
	for i := range 3 {
		for j := range 2 {
			plot1(t, axes[i][j], x, mapf(x, func(v float64) float64 { return float64(i+1) * math.Sin(v*float64(j+1)) }), LineOptions{Color: f.theme.Cycle[i]})
		}
	}
	axes[0][0].SetTitle("slow", "", TextOptions{})
	axes[0][1].SetTitle("fast", "", TextOptions{})
	f.SetXLabel("shared time axis", TextOptions{})
	f.SetYLabel("signal", TextOptions{})
}

func galleryAnnotate(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 5, 200)
	plot1(t, a, x, mapf(x, func(v float64) float64 { return math.Exp(-v) * math.Sin(4*v) }), LineOptions{})
	_, err := a.Annotate("first maximum", 0.33, 0.695, AnnotateOptions{At: &[2]float64{1.4, 0.62}, Arrow: &Arrow{}, Text: TextOptions{VAlign: "center"}})
	must(t, err)
	_, err = a.Annotate("minimum\n(two lines)", 1.11, -0.32, AnnotateOptions{At: &[2]float64{2.2, -0.3}, Arrow: &Arrow{Head: "-|>", Curve: 0.25}, Text: TextOptions{HAlign: "left", VAlign: "center", Box: &TextBox{Round: true}}})
	must(t, err)
	_, err = a.Text(0.97, 0.95, "$f(x) = e^{-x}\\sin 4x$", TextOptions{Axes: true, HAlign: "right", VAlign: "top", Size: 12})
	must(t, err)
	a.SetTitle("Annotations", "left", TextOptions{})
}

func galleryTwin(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 24, 100)
	plot1(t, a, x, mapf(x, func(v float64) float64 { return 15 + 6*math.Sin((v-9)/24*2*math.Pi) }), LineOptions{})
	a.SetYLabel("temperature (°C)", TextOptions{Color: f.theme.Cycle[0]})
	a.SetXLabel("hour", TextOptions{})
	b := a.TwinX()
	plot1(t, b, x, mapf(x, func(v float64) float64 { return 1010 + 4*math.Cos(v/5) }), LineOptions{})
	b.SetYLabel("pressure (hPa)", TextOptions{Color: f.theme.Cycle[1]})
	a.SetTitle("Two scales", "", TextOptions{})
}

func galleryQuiver(t *testing.T, f *Figure) {
	a := ax(t, f)
	var x, y, u, v, c []float64
	for _, b := range linspace(-2, 2, 15) {
		for _, d := range linspace(-2, 2, 15) {
			x, y, u, v = append(x, d), append(y, b), append(u, -b), append(v, d)
			c = append(c, math.Hypot(b, d))
		}
	}
	_, err := a.Quiver(x, y, u, v, QuiverOptions{Values: c, Pivot: "mid"})
	must(t, err)
	must(t, a.SetAspect(1, false))
	a.SetTitle("A rotation", "", TextOptions{})
}

func galleryBoxes(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(8)
	var sets [][]float64
	for k := range 5 {
		var v []float64
		for range 120 {
			v = append(v, float64(k)*0.4+r.NormFloat64()*(0.6+0.2*float64(k))*(1+math.Abs(r.NormFloat64())))
		}
		sets = append(sets, v)
	}
	_, err := a.Boxes(sets, BoxOptions{Labels: []string{"A", "B", "C", "D", "E"}, Colors: f.theme.Cycle})
	must(t, err)
	a.SetTitle("Box plots", "", TextOptions{})
}

func galleryStem(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 24, 25)
	_, err := a.Stem(x, mapf(x, func(v float64) float64 { return math.Exp(-v/10) * math.Cos(v/1.7) }), StemOptions{})
	must(t, err)
	a.SetTitle("Stems", "", TextOptions{})
}

func galleryOutside(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 1, 100)
	for k := range 8 {
		plot1(t, a, x, mapf(x, func(v float64) float64 { return math.Pow(v, float64(k)/2+0.5) }), LineOptions{Label: "$x^{" + shortNumber(float64(k)/2+0.5) + "}$"})
	}
	legend(t, a, LegendOptions{Loc: "outside right upper", Title: "power"})
	a.SetTitle("Legend outside", "", TextOptions{})
}

func galleryRanges(t *testing.T, f *Figure) {
	axes, err := f.Subplots(2, 3, GridOptions{})
	must(t, err)
	x := linspace(0, 1, 50)
	for k, fn := range []func(float64) float64{
		func(v float64) float64 { return 1e6 + v },
		func(v float64) float64 { return v * 3e-7 },
		func(v float64) float64 { return v * 4.2e9 },
		func(v float64) float64 { return 3 },
		func(v float64) float64 { return 0.1 + 0.2*v },
		func(v float64) float64 { return -12345 * v },
	} {
		plot1(t, axes[k/3][k%3], mapf(x, func(v float64) float64 { return v * math.Pow(10, float64(k*2-3)) }), mapf(x, fn), LineOptions{})
	}
	f.SetTitle("Numbers of every size", TextOptions{})
}

func galleryStyles(t *testing.T, f *Figure) {
	a := ax(t, f)
	x := linspace(0, 1, 12)
	for k := range 10 {
		plot1(t, a, x, mapf(x, func(v float64) float64 { return v*0.6 + float64(k)*0.35 }), LineOptions{
			Style: LineStyle(k % 4), Marker: MarkerNames[2+k], Label: "C" + shortNumber(float64(k)),
		})
	}
	legend(t, a, LegendOptions{Columns: 2})
	a.SetTitle("Colour cycle, line styles, markers", "", TextOptions{})
}

func galleryMarkers(t *testing.T, f *Figure) {
	a := ax(t, f)
	for i, m := range MarkerNames {
		x, y := float64(i%8), -float64(i/8)
		plot1(t, a, []float64{x}, []float64{y}, LineOptions{Marker: m, MarkerSize: 14, Style: NoLine, Color: f.theme.Cycle[0]})
		_, err := a.Text(x+0.2, y, "'"+m+"'", TextOptions{VAlign: "center"})
		must(t, err)
	}
	must(t, a.X.SetMargin(0.1))
	must(t, a.Y.SetMargin(0.2))
	a.SetVisible(false)
	a.SetTitle("Markers", "", TextOptions{})
}

func galleryBarh(t *testing.T, f *Figure) {
	a := ax(t, f)
	names := []string{"Sinkhorn", "network simplex", "auction", "multiscale", "sliced"}
	var at []float64
	for _, n := range names {
		at = append(at, a.Y.Category(n))
	}
	_, err := a.Bars(at, []float64{0.8, 4.2, 3.1, 0.35, 0.1}, BarOptions{Horizontal: true})
	must(t, err)
	a.Y.Invert()
	must(t, a.SetGrid(true, "x", false))
	a.SetXLabel("seconds", TextOptions{})
	a.SetTitle("Horizontal bars with names", "", TextOptions{})
}

func galleryPlan(t *testing.T, f *Figure) {
	axes, err := f.Subplots(1, 2, GridOptions{WidthRatios: []float64{1, 1.3}})
	must(t, err)
	m, err := palette.Get("magma")
	must(t, err)
	x := linspace(0, 1, 80)
	im, err := axes[0][0].Image(grid2(x, x, func(a, b float64) float64 { return math.Exp(-200 * math.Pow(a-b*b, 2)) }), ImageOptions{Scale: ColorOptions{Map: m}, OriginLower: true, Extent: &[4]float64{0, 1, 0, 1}})
	must(t, err)
	f.AddColorbar(im, ColorbarOptions{}, axes[0][0])
	axes[0][0].SetTitle("Transport plan", "", TextOptions{})
	axes[0][0].SetXLabel("source", TextOptions{})
	axes[0][0].SetYLabel("target", TextOptions{})
	it := linspace(1, 200, 100)
	plot1(t, axes[0][1], it, mapf(it, func(v float64) float64 { return math.Exp(-v / 9) }), LineOptions{Label: "marginal error"})
	plot1(t, axes[0][1], it, mapf(it, func(v float64) float64 { return 0.3 * math.Exp(-v/14) }), LineOptions{Label: "duality gap"})
	must(t, axes[0][1].Y.SetScale(Log, 10))
	axes[0][1].SetTitle("Sinkhorn, $\\epsilon = 10^{-3}$", "", TextOptions{})
	axes[0][1].SetXLabel("iteration", TextOptions{})
	legend(t, axes[0][1], LegendOptions{})
}

func galleryColormaps(t *testing.T, f *Figure) {
	names := []string{"viridis", "plasma", "inferno", "magma", "cividis", "gray", "Blues", "YlGnBu", "coolwarm", "RdBu", "BrBG", "Spectral", "twilight", "turbo", "tab10", "monge"}
	axes, err := f.Subplots(len(names), 1, GridOptions{})
	must(t, err)
	for i, n := range names {
		m, err := palette.Get(n)
		must(t, err)
		a := axes[i][0]
		_, err = a.Image(grid2(linspace(0, 1, 512), []float64{0}, func(x, _ float64) float64 { return x }), ImageOptions{FreeAspect: true, Scale: ColorOptions{Map: m}})
		must(t, err)
		must(t, a.X.SetTicks([]float64{}, nil))
		must(t, a.Y.SetTicks([]float64{}, nil))
		_, err = a.Text(-0.01, 0.5, n, TextOptions{Axes: true, HAlign: "right", VAlign: "center"})
		must(t, err)
	}
}

func galleryMillion(t *testing.T, f *Figure) {
	a, r := ax(t, f), rng(9)
	n := 1000000
	x, y := make([]float64, n), make([]float64, n)
	s := 0.0
	for i := range n {
		s += r.NormFloat64()
		x[i], y[i] = float64(i), s+20*r.NormFloat64()
	}
	plot1(t, a, x, y, LineOptions{Width: 0.8})
	a.SetTitle("A million points", "", TextOptions{})
}

func galleryMath(t *testing.T, f *Figure) {
	a := ax(t, f)
	a.SetVisible(false)
	for i, s := range []string{
		"$\\alpha_{i}^{2} + \\beta \\leq \\gamma$,  $\\nabla f(x) = A^\\top(Ax - b)$,  $\\|x\\|_2 \\in \\mathbb{R}$",
		"$W_2^2(\\mu,\\nu) = \\min_{\\pi\\in\\Pi} \\sum_{ij} c_{ij}\\pi_{ij} - \\epsilon H(\\pi)$",
		"$\\hat{x}, \\bar{y}, \\tilde{K}, \\vec{v}, \\dot{q}$;  $\\sqrt{x^2+y^2}$;  $\\frac{\\partial f}{\\partial x}$;  $10^{-3}$;  $\\mathbf{A}\\mathrm{d}x$;  $\\log\\det K$",
		"plain text with \\$ and 50 % and $\\unknown$ command",
	} {
		_, err := a.Text(0.02, 0.85-0.25*float64(i), s, TextOptions{Axes: true, Size: 15})
		must(t, err)
	}
}

func render1(t testing.TB, opt Options, dark bool, draw func(*testing.T, *Figure)) *Figure {
	t.Helper()
	if dark {
		th := DarkTheme()
		opt.Theme = &th
	}
	f, err := New(opt)
	must(t, err)
	tt, _ := t.(*testing.T)
	draw(tt, f)
	return f
}

func TestGalleryRenders(t *testing.T) {
	dir := os.Getenv("FIGURE_GALLERY")
	for _, g := range gallery {
		for _, dark := range []bool{false, true} {
			name := g.name
			if dark {
				name += "-dark"
			}
			t.Run(name, func(t *testing.T) {
				f := render1(t, g.opt, dark, g.draw)
				png, err := f.PNG(2)
				must(t, err)
				svg := f.SVG()
				pdf := f.PDF()
				if len(svg) > 2<<20 {
					t.Errorf("SVG has %d bytes", len(svg))
				}
				if dir != "" {
					must(t, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644))
					must(t, os.WriteFile(filepath.Join(dir, name+".svg"), svg, 0o644))
					must(t, os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644))
				}
			})
		}
	}
}

package figure

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"monge/internal/figure/palette"
)

// node is an element of a parsed SVG.
type node struct {
	name  string
	attr  map[string]string
	text  string
	nodes []*node
}

func parseSVG(t testing.TB, data []byte) *node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	stack := []*node{root}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("SVG does not parse: %v", err)
		}
		top := stack[len(stack)-1]
		switch x := tok.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.nodes = append(top.nodes, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			for _, n := range stack { // with that of its parts, in order
				n.text += string(x)
			}
		}
	}
	return root.nodes[0]
}

func (n *node) walk(f func(*node)) {
	f(n)
	for _, c := range n.nodes {
		c.walk(f)
	}
}

func (n *node) find(name string) (out []*node) {
	n.walk(func(x *node) {
		if x.name == name {
			out = append(out, x)
		}
	})
	return out
}

func (n *node) class(c string) (out []*node) {
	n.walk(func(x *node) {
		if x.attr["class"] == "mg-"+c {
			out = append(out, x)
		}
	})
	return out
}

// texts are the strings of an SVG, runs of one text joined.
func (n *node) texts() (out []string) {
	for _, x := range n.find("text") {
		out = append(out, x.text)
	}
	return out
}

func TestSVGHoldsWhatWasDrawn(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	plot1(t, a, []float64{0, 1, 2}, []float64{0, 1, 4}, LineOptions{Label: "a & b", Color: rgb(0x123456)})
	a.SetTitle("<title>", "", TextOptions{})
	a.SetXLabel("time $t_0$", TextOptions{})
	legend(t, a, LegendOptions{})
	n := parseSVG(t, f.SVG())
	if n.attr["viewBox"] != "0 0 640 400" || n.attr["width"] != "640" || !strings.Contains(n.attr["font-family"], "Arial") {
		t.Errorf("root: %v", n.attr)
	}
	curves := 0
	for _, p := range n.find("path") {
		if p.attr["stroke"] == "#123456" {
			curves++
		}
	}
	if curves != 2 { // the curve and its sample in the legend
		t.Errorf("%d paths in the colour of the curve", curves)
	}
	all := strings.Join(n.texts(), "|")
	for _, want := range []string{"a & b", "<title>", "time t0", "0.0", "4"} {
		if !strings.Contains(all, want) {
			t.Errorf("text %q is missing in %q", want, all)
		}
	}
	if len(n.class("legend")) != 1 || len(n.class("axes")) != 1 || len(n.class("grid")) != 1 {
		t.Error("structure is missing")
	}
}

// TestSVGNamesAreUniqueAcrossFigures: documents put on one page must not share element names unless they are equal.
func TestSVGNamesAreUniqueAcrossFigures(t *testing.T) {
	ids := map[string]string{}
	for _, g := range gallery {
		if g.name == "million" {
			continue
		}
		f := render1(t, g.opt, false, g.draw)
		svg := string(f.SVG())
		n := parseSVG(t, []byte(svg))
		local := map[string]bool{}
		n.walk(func(x *node) {
			if id := x.attr["id"]; id != "" {
				if local[id] {
					t.Errorf("%s: %s twice", g.name, id)
				}
				local[id] = true
				if old, ok := ids[id]; ok {
					t.Errorf("%s and %s share %s", old, g.name, id)
				}
				ids[id] = g.name
			}
			for _, ref := range []string{x.attr["href"], strings.TrimSuffix(strings.TrimPrefix(x.attr["clip-path"], "url("), ")")} {
				if strings.HasPrefix(ref, "#") && !strings.Contains(svg, "id=\""+ref[1:]+"\"") {
					t.Errorf("%s: reference to %s which is not there", g.name, ref)
				}
			}
		})
	}
}

// TestTheSameFigureGivesTheSameBytes renders everything twice, in two figures and in every format.
func TestTheSameFigureGivesTheSameBytes(t *testing.T) {
	for _, g := range gallery {
		if g.name == "million" {
			continue
		}
		a, b := render1(t, g.opt, false, g.draw), render1(t, g.opt, false, g.draw)
		for _, format := range []string{"svg", "png", "pdf"} {
			x, err := a.Encode(format, 0)
			must(t, err)
			y, err := b.Encode(format, 0)
			must(t, err)
			if !bytes.Equal(x, y) {
				t.Errorf("%s: %s differs between figures", g.name, format)
			}
		}
		if !bytes.Equal(a.SVG(), a.SVG()) {
			t.Errorf("%s: SVG differs between renders", g.name)
		}
	}
}

// TestNothingLeavesThePaper: all text of the gallery lies on the paper, and tick labels do not overlap each other or
// the label of their axis.
func TestNothingLeavesThePaper(t *testing.T) {
	for _, g := range gallery {
		if g.name == "million" {
			continue
		}
		f := render1(t, g.opt, false, g.draw)
		w, h := f.PixelSize()
		n := parseSVG(t, f.SVG())
		for _, x := range n.find("text") {
			box := textBoxOf(t, x)
			if box.Min.X < -1 || box.Min.Y < -1 || box.Max.X > w+1 || box.Max.Y > h+1 {
				t.Errorf("%s: text %q at %v leaves %d x %d", g.name, x.text, box, w, h)
			}
		}
		for _, axes := range n.class("ticks") {
			var boxes []image.Rectangle
			for _, x := range axes.find("text") {
				b := textBoxOf(t, x)
				for _, o := range boxes {
					if in := o.Intersect(b); in.Dx() > 1 && in.Dy() > 3 {
						t.Errorf("%s: tick labels overlap at %v", g.name, in)
					}
				}
				boxes = append(boxes, b)
			}
		}
	}
}

// textBoxOf estimates the box of an SVG text from its attributes, in CSS pixels.
func textBoxOf(t *testing.T, x *node) image.Rectangle {
	t.Helper()
	num := func(m map[string]string, k string) float64 {
		v, _ := strconv.ParseFloat(m[k], 64)
		return v
	}
	parts := append([]*node{x}, x.find("tspan")...)
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range parts {
		size := num(p.attr, "font-size")
		if size == 0 {
			continue
		}
		w := num(p.attr, "textLength")
		if w == 0 {
			w = size * 0.5
		}
		px, py := num(p.attr, "x"), num(p.attr, "y")
		switch p.attr["text-anchor"] {
		case "middle":
			px -= w / 2
		case "end":
			px -= w
		}
		x0, x1 = min(x0, px), max(x1, px+w)
		y0, y1 = min(y0, py-0.72*size), max(y1, py+0.1*size)
	}
	tr := x.attr["transform"]
	if i := strings.Index(tr, "translate("); i >= 0 {
		var dx, dy, rot float64
		f := strings.FieldsFunc(tr, func(r rune) bool { return strings.ContainsRune("(), ", r) })
		for k, s := range f {
			switch s {
			case "translate":
				dx, _ = strconv.ParseFloat(f[k+1], 64)
				dy, _ = strconv.ParseFloat(f[k+2], 64)
			case "rotate":
				rot, _ = strconv.ParseFloat(f[k+1], 64)
			}
		}
		s, c := math.Sincos(rot * math.Pi / 180)
		bx0, by0, bx1, by1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, q := range [][2]float64{{x0, y0}, {x1, y0}, {x0, y1}, {x1, y1}} {
			ux, uy := dx+q[0]*c-q[1]*s, dy+q[0]*s+q[1]*c
			bx0, bx1, by0, by1 = min(bx0, ux), max(bx1, ux), min(by0, uy), max(by1, uy)
		}
		x0, y0, x1, y1 = bx0, by0, bx1, by1
	}
	return image.Rect(int(math.Round(x0)), int(math.Round(y0)), int(math.Round(x1)), int(math.Round(y1)))
}

// TestBestLegendAvoidsData: wherever some place hides nothing, the legend hides no point.
func TestBestLegendAvoidsData(t *testing.T) {
	r := rng(41)
	clear := 0
	for trial := range 60 {
		f, err := New(Options{})
		must(t, err)
		a := ax(t, f)
		n := 5 + r.IntN(60)
		x, y := make([]float64, n), make([]float64, n)
		// points everywhere but in one random window
		cx, cy := r.Float64(), r.Float64()
		for i := range x {
			for {
				x[i], y[i] = r.Float64(), r.Float64()
				if math.Abs(x[i]-cx) > 0.22 || math.Abs(y[i]-cy) > 0.2 {
					break
				}
			}
		}
		_, err = a.Scatter(x, y, ScatterOptions{Label: "points"})
		must(t, err)
		legend(t, a, LegendOptions{})
		f.layout()
		p := f.pane(nil, a)
		a.legend.prepare(a)
		box := a.legend.rect(p)
		hidden := 0
		for i := range x {
			q := p.at(x[i], y[i])
			if q.X > box.Min.X && q.X < box.Max.X && q.Y > box.Min.Y && q.Y < box.Max.Y {
				hidden++
			}
		}
		if hidden == 0 {
			clear++
		} else if cx > 0.25 && cx < 0.75 && cy > 0.25 && cy < 0.75 {
			t.Errorf("trial %d: %d points hidden though a window is free", trial, hidden)
		}
	}
	if clear < 50 {
		t.Errorf("only %d of 60 legends hide nothing", clear)
	}
}

func decodePNG(t testing.TB, f *Figure) image.Image {
	t.Helper()
	b, err := f.PNG(2)
	must(t, err)
	img, err := png.Decode(bytes.NewReader(b))
	must(t, err)
	return img
}

// TestImshowColoursAtCentres: the middle of each cell has exactly the colour of its number, in PNG and in the bitmap
// inside the SVG.
func TestImshowColoursAtCentres(t *testing.T) {
	m, err := palette.Get("viridis")
	must(t, err)
	for _, lower := range []bool{false, true} {
		f, err := New(Options{})
		must(t, err)
		a := ax(t, f)
		g := Grid{Rows: 3, Cols: 4, V: []float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, math.NaN()}}
		_, err = a.Image(g, ImageOptions{OriginLower: lower, Scale: ColorOptions{Map: m}})
		must(t, err)
		img := decodePNG(t, f)
		w, h := f.PixelSize()
		if img.Bounds().Dx() != 2*w || img.Bounds().Dy() != 2*h {
			t.Fatalf("PNG is %v, want twice %d x %d", img.Bounds(), w, h)
		}
		p := f.pane(nil, a)
		for i := range g.V {
			q := p.at(float64(i%4), float64(i/4))
			x, y := int(float64(q.X)*2*100/72), 2*h-1-int(float64(q.Y)*2*100/72)
			got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			want := m.At(g.V[i] / 10)
			if math.IsNaN(g.V[i]) {
				want = f.background
			}
			if got != want {
				t.Errorf("lower %v: cell %d is %v, want %v", lower, i, got, want)
			}
		}
		n := parseSVG(t, f.SVG())
		if len(n.find("image")) != 1 {
			t.Errorf("%d images in the SVG", len(n.find("image")))
		}
	}
}

// TestBarsHaveTheirColourAndHeight looks at pixels of a bar and just above it.
func TestBarsHaveTheirColourAndHeight(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	_, err = a.Bars([]float64{0, 1}, []float64{1, 2}, BarOptions{Color: rgb(0xff0000)})
	must(t, err)
	must(t, a.SetGrid(false, "", false))
	img := decodePNG(t, f)
	p := f.pane(nil, a)
	_, h := f.PixelSize()
	at := func(x, y float64) color.NRGBA {
		q := p.at(x, y)
		return color.NRGBAModel.Convert(img.At(int(float64(q.X)*200/72), 2*h-1-int(float64(q.Y)*200/72))).(color.NRGBA)
	}
	red, white := rgb(0xff0000), rgb(0xffffff)
	for _, c := range []struct {
		x, y float64
		want color.NRGBA
	}{{0, 0.5, red}, {0, 0.97, red}, {0, 1.03, white}, {1, 1.97, red}, {1, 2.03, white}, {0.5, 0.5, white}, {0.37, 0.1, red}, {0.43, 0.1, white}} {
		if got := at(c.x, c.y); got != c.want {
			t.Errorf("pixel at (%g, %g) is %v, want %v", c.x, c.y, got, c.want)
		}
	}
	lo, _ := a.Y.Limits()
	if lo != 0 {
		t.Errorf("bars do not stand on the lower edge: y begins at %g", lo)
	}
}

// TestLimitsLeaveAMargin: five per cent beyond the data, none beyond edges.
func TestLimitsLeaveAMargin(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	plot1(t, a, []float64{0, 10}, []float64{-1, 1}, LineOptions{})
	if lo, hi := a.X.Limits(); lo != -0.5 || hi != 10.5 {
		t.Errorf("x limits (%g, %g)", lo, hi)
	}
	if lo, hi := a.Y.Limits(); math.Abs(lo+1.1) > 1e-12 || math.Abs(hi-1.1) > 1e-12 {
		t.Errorf("y limits (%g, %g)", lo, hi)
	}
	must(t, a.X.SetLimits(10, 0))
	if lo, hi := a.X.Limits(); lo != 10 || hi != 0 {
		t.Errorf("turned limits (%g, %g)", lo, hi)
	}
}

// TestErrorsNameBothLengths checks what is said of series that do not match.
func TestErrorsNameBothLengths(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	_, err = a.Line([]float64{1, 2, 3}, []float64{1, 2}, LineOptions{})
	if err == nil || !strings.Contains(err.Error(), "3 and 2") || !strings.Contains(err.Error(), "plot") {
		t.Errorf("%v", err)
	}
	_, err = a.Scatter([]float64{1, 2, 3}, []float64{1, 2, 3}, ScatterOptions{Sizes: []float64{1, 2}})
	if err == nil || !strings.Contains(err.Error(), "3") || !strings.Contains(err.Error(), "2") {
		t.Errorf("%v", err)
	}
	if len(a.artists) != 0 {
		t.Error("a refused artist was added")
	}
}

// TestThinKeepsThePicture: a thinned curve covers the same pixels of each column.
func TestThinKeepsThePicture(t *testing.T) {
	r := rng(42)
	var line []vg.Point
	y := 0.0
	for i := range 100000 {
		y += r.NormFloat64()
		line = append(line, vg.Point{X: pt(float64(i) * 0.005), Y: pt(y)})
	}
	const px = 0.5
	cut := thinColumns(line, px)
	if len(cut) > 4*1001 {
		t.Errorf("%d points are left", len(cut))
	}
	ranges := func(l []vg.Point) map[int][2]float64 {
		m := map[int][2]float64{}
		for _, q := range l {
			c := int(math.Floor(float64(q.X) / px))
			v, ok := m[c]
			if !ok {
				v = [2]float64{float64(q.Y), float64(q.Y)}
			}
			m[c] = [2]float64{min(v[0], float64(q.Y)), max(v[1], float64(q.Y))}
		}
		return m
	}
	want, got := ranges(line), ranges(cut)
	for c, w := range want {
		g := got[c]
		if g != w {
			t.Fatalf("column %d covers %v, want %v", c, g, w)
		}
	}
	if line[0] != cut[0] || line[len(line)-1] != cut[len(cut)-1] {
		t.Error("an end is missing")
	}
}

// TestDropCollinearStaysWithinTolerance: no dropped point is further from the curve than allowed.
func TestDropCollinearStaysWithinTolerance(t *testing.T) {
	r := rng(43)
	for range 300 {
		var line []vg.Point
		x, y, dir := 0.0, 0.0, 0.0
		for range 200 {
			dir += r.NormFloat64() * 0.05 * float64(r.IntN(5))
			x, y = x+math.Cos(dir)*r.Float64(), y+math.Sin(dir)*r.Float64()
			line = append(line, vg.Point{X: pt(x), Y: pt(y)})
		}
		const tol = 0.05
		cut := dropCollinear(line, tol)
		for _, q := range line {
			best := math.Inf(1)
			for i := 1; i < len(cut); i++ {
				best = min(best, segmentDistance(q, cut[i-1], cut[i]))
			}
			if best > 2.5*tol {
				t.Fatalf("a point is %g from the thinned curve of %d points", best, len(cut))
			}
		}
	}
}

func segmentDistance(q, a, b vg.Point) float64 {
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(max((float64(q.X-a.X)*dx+float64(q.Y-a.Y)*dy)/l, 0), 1)
	}
	return math.Hypot(float64(q.X)-float64(a.X)-t*dx, float64(q.Y)-float64(a.Y)-t*dy)
}

// TestGonumPlottersDrawInside: a plotter of gonum/plot widens the limits and leaves ink; and a figure draws on gonum's
// own canvases.
func TestGonumPlottersDrawInside(t *testing.T) {
	f, err := New(Options{})
	must(t, err)
	a := ax(t, f)
	l, err := plotter.NewLine(plotter.XYs{{X: 0, Y: 0}, {X: 4, Y: 8}})
	must(t, err)
	l.Color = color.NRGBA{R: 255, A: 255}
	a.Plotter(l, "gonum")
	legend(t, a, LegendOptions{})
	if lo, hi := a.Y.Limits(); lo >= 0 || hi <= 8 {
		t.Errorf("limits (%g, %g)", lo, hi)
	}
	if !strings.Contains(string(f.SVG()), "#f00") {
		t.Error("the plotter left no ink")
	}
	c := vgimg.New(6.4*vg.Inch, 4*vg.Inch)
	f.Draw(c)
	dark := 0
	b := c.Image().Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, g, _, _ := c.Image().At(x, y).RGBA(); r > 0xf000 && g < 0x4000 {
				dark++
			}
		}
	}
	if dark < 200 {
		t.Errorf("%d red pixels on gonum's canvas", dark)
	}
}

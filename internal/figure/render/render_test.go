package render

import (
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"gonum.org/v1/plot/vg"
)

func ink(img *image.RGBA) float64 {
	s := 0.0
	for i := 3; i < len(img.Pix); i += 4 {
		s += float64(img.Pix[i]) / 255
	}
	return s
}

// TestCoverageIsArea: the ink of a filled shape is its area in pixels.
func TestCoverageIsArea(t *testing.T) {
	const dpi = 144 // two pixels a point
	for name, c := range map[string]struct {
		path vg.Path
		want float64
	}{
		"circle":    {Circle(20), math.Pi * 400 * 4},
		"rectangle": {vg.Rectangle{Min: vg.Point{X: -10.3, Y: -5.1}, Max: vg.Point{X: 12.6, Y: 7.7}}.Path(), 22.9 * 12.8 * 4},
	} {
		b := NewBitmap(60, 60, dpi)
		b.Translate(vg.Point{X: 30.2, Y: 29.7})
		b.Fill(c.path)
		if got := ink(b.Image()); math.Abs(got-c.want) > 2e-3*c.want {
			t.Errorf("%s: ink %g, want %g", name, got, c.want)
		}
	}
	// arcs as gonum describes them
	b := NewBitmap(60, 60, dpi)
	var p vg.Path
	p.Move(vg.Point{X: 50, Y: 30})
	p.Arc(vg.Point{X: 30, Y: 30}, 20, 0, 2*math.Pi)
	p.Close()
	b.Fill(p)
	if got, want := ink(b.Image()), math.Pi*1600; math.Abs(got-want) > 2e-3*want {
		t.Errorf("arc: ink %g, want %g", got, want)
	}
}

// TestStrokesHaveTheirWidth: the ink of a stroked line is length times width, joints included once.
func TestStrokesHaveTheirWidth(t *testing.T) {
	b := NewBitmap(100, 100, 144)
	b.SetLineWidth(3)
	var p vg.Path
	p.Move(vg.Point{X: 10, Y: 10})
	p.Line(vg.Point{X: 90, Y: 70})
	b.Stroke(p)
	if got, want := ink(b.Image()), 100.0*3*4; math.Abs(got-want) > 3e-3*want {
		t.Errorf("line: ink %g, want %g", got, want)
	}
	b = NewBitmap(100, 100, 144)
	b.SetLineWidth(3)
	b.Translate(vg.Point{X: 50, Y: 50})
	b.Stroke(Circle(30))
	if got, want := ink(b.Image()), 2*math.Pi*30*3*4; math.Abs(got-want) > 1e-2*want {
		t.Errorf("circle: ink %g, want %g", got, want)
	}
	b = NewBitmap(100, 20, 144)
	b.SetLineWidth(2)
	b.SetLineDash([]vg.Length{6, 4}, 0)
	p = nil
	p.Move(vg.Point{X: 0, Y: 10})
	p.Line(vg.Point{X: 100, Y: 10})
	b.Stroke(p)
	if got, want := ink(b.Image()), 60.0*2*4; math.Abs(got-want) > 1e-2*want {
		t.Errorf("dashes: ink %g, want %g", got, want)
	}
}

// TestClipsKeepInkInside, nested ones too.
func TestClipsKeepInkInside(t *testing.T) {
	b := NewBitmap(50, 50, 72)
	b.PushClip(vg.Rectangle{Min: vg.Point{X: 10, Y: 10}, Max: vg.Point{X: 40, Y: 30}})
	b.PushClip(vg.Rectangle{Min: vg.Point{X: 20, Y: 0}, Max: vg.Point{X: 50, Y: 50}})
	b.Fill(Circle(200))
	b.DrawMarkers(Marker{Shape: Circle(100), Fill: color.Black}, []vg.Point{{X: 25, Y: 25}}, nil)
	if got := ink(b.Image()); got != 20*20 {
		t.Errorf("ink %g, want 400", got)
	}
	b.PopClip()
	b.PopClip()
	b.Fill(Circle(200))
	if got := ink(b.Image()); got != 2500 {
		t.Errorf("ink %g after the clips are gone", got)
	}
}

// TestMarkersEqualFills: stamping gives what filling gives, up to the grid of subpixel positions.
func TestMarkersEqualFills(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		at := vg.Point{X: vg.Length(10 + 30*r.Float64()), Y: vg.Length(10 + 30*r.Float64())}
		a, b := NewBitmap(50, 50, 144), NewBitmap(50, 50, 144)
		a.DrawMarkers(Marker{Shape: Circle(4), Fill: color.Black}, []vg.Point{at}, nil)
		b.Translate(at)
		b.Fill(Circle(4))
		worst := 0
		for i := range a.Image().Pix {
			worst = max(worst, int(math.Abs(float64(a.Image().Pix[i])-float64(b.Image().Pix[i]))))
		}
		if worst > 255/6 {
			t.Fatalf("pixels differ by %d", worst)
		}
	}
}

// TestPNGsDecodeToWhatWasEncoded: palettes, opaque and transparent images, rows that repeat.
func TestPNGsDecodeToWhatWasEncoded(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, colors := range []int{1, 7, 256, 257, 5000} {
		for _, alpha := range []bool{false, true} {
			img := image.NewRGBA(image.Rect(0, 0, 83, 61))
			pal := make([]color.NRGBA, colors)
			for i := range pal {
				pal[i] = color.NRGBA{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), 255}
				if alpha {
					pal[i].A = uint8(r.IntN(2) * 255)
				}
			}
			for y := range 61 {
				for x := range 83 {
					img.Set(x, y, pal[r.IntN(colors)])
					if y%3 == 1 {
						img.Set(x, y, img.At(x, y-1))
					}
				}
			}
			got, err := png.Decode(bytes.NewReader(EncodePNG(img, 96)))
			if err != nil {
				t.Fatal(err)
			}
			for y := range 61 {
				for x := range 83 {
					if a, b := color.RGBAModel.Convert(got.At(x, y)), img.RGBAAt(x, y); a != b {
						t.Fatalf("%d colours, alpha %v: pixel (%d, %d) is %v, want %v", colors, alpha, x, y, a, b)
					}
				}
			}
		}
	}
}

// TestPathDataReadsBack: random paths written in relative hundredths give the same places when read.
func TestPathDataReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		var p vg.Path
		var want []vg.Point
		q := func() vg.Point {
			v := vg.Point{X: vg.Length(r.NormFloat64() * 100), Y: vg.Length(r.NormFloat64() * 100)}
			if r.IntN(4) == 0 {
				v.X = 10
			}
			if r.IntN(4) == 0 {
				v.Y = 10
			}
			return v
		}
		for range 1 + r.IntN(4) {
			s := q()
			p.Move(s)
			want = append(want, s)
			for range r.IntN(6) {
				switch e := q(); r.IntN(3) {
				case 0:
					p.Line(e)
					want = append(want, e)
				case 1:
					c := q()
					p.QuadTo(c, e)
					want = append(want, c, e)
				case 2:
					c, d := q(), q()
					p.CubeTo(c, d, e)
					want = append(want, c, d, e)
				}
			}
			if r.IntN(2) == 0 {
				p.Close()
			}
		}
		var buf bytes.Buffer
		walk(p, identity, &pathWriter{buf: &buf})
		got := readPath(t, buf.String())
		if len(got) != len(want) {
			// a line of no length is left out
			if len(got) > len(want) {
				t.Fatalf("%d places, want %d: %s", len(got), len(want), buf.String())
			}
			continue
		}
		for i := range got {
			if math.Abs(float64(got[i].X-want[i].X)) > 0.00501 || math.Abs(float64(got[i].Y-want[i].Y)) > 0.00501 {
				t.Fatalf("place %d is %v, want %v: %s", i, got[i], want[i], buf.String())
			}
		}
	}
}

var pathToken = regexp.MustCompile(`[MmLlhvqcz]|-?(?:\d+\.\d*|\.\d+|\d+)`)

func readPath(t *testing.T, s string) (out []vg.Point) {
	t.Helper()
	toks := pathToken.FindAllString(s, -1)
	var cur, start vg.Point
	cmd := ""
	for i := 0; i < len(toks); {
		num := func() vg.Length {
			v, err := strconv.ParseFloat(toks[i], 64)
			if err != nil {
				t.Fatalf("%s: %v", s, err)
			}
			i++
			return vg.Length(v)
		}
		if strings.ContainsAny(toks[i], "MmLlhvqcz") {
			cmd = toks[i]
			i++
		}
		pair := func() vg.Point { x := num(); return vg.Point{X: cur.X + x, Y: cur.Y + num()} }
		switch cmd {
		case "M":
			cur = vg.Point{}
			cur = pair()
			start = cur
			out = append(out, cur)
		case "l":
			cur = pair()
			out = append(out, cur)
		case "h":
			cur.X += num()
			out = append(out, cur)
		case "v":
			cur.Y += num()
			out = append(out, cur)
		case "q":
			c := pair()
			e := pair()
			out = append(out, c, e)
			cur = e
		case "c":
			c := pair()
			d := pair()
			e := pair()
			out = append(out, c, d, e)
			cur = e
		case "z":
			cur = start
		}
	}
	return out
}

// TestPDFIsWellFormed: offsets lead to their objects, streams inflate, text maps back to Unicode.
func TestPDFIsWellFormed(t *testing.T) {
	p := NewPDF(200, 100)
	p.SetColor(color.NRGBA{255, 0, 0, 128})
	p.Fill(Circle(30))
	p.PushClip(vg.Rectangle{Max: vg.Point{X: 50, Y: 50}})
	p.SetLineDash([]vg.Length{1, 2}, 0)
	p.Stroke(Circle(20))
	p.PopClip()
	p.DrawText(Layout("$\\alpha^2$ text", TextStyle{}), vg.Point{X: 10, Y: 10}, 0.3, color.Black)
	img := image.NewRGBA(image.Rect(0, 0, 2, 2))
	img.Set(0, 0, color.White)
	p.DrawImage(vg.Rectangle{Max: vg.Point{X: 9, Y: 9}}, img)
	var buf bytes.Buffer
	if _, err := p.WriteTo(&buf); err != nil {
		t.Fatal(err)
	}
	data := buf.Bytes()
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(data)
	if m == nil {
		t.Fatal("no startxref")
	}
	at, _ := strconv.Atoi(string(m[1]))
	lines := strings.Split(string(data[at:]), "\n")
	var n int
	if _, err := fmt.Sscanf(lines[1], "0 %d", &n); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < n; i++ {
		off, _ := strconv.Atoi(lines[2+i][:10])
		if want := fmt.Sprintf("%d 0 obj\n", i); !bytes.HasPrefix(data[off:], []byte(want)) {
			t.Errorf("object %d is not at its offset", i)
		}
	}
	var all strings.Builder
	for _, s := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(data, -1) {
		z, err := zlib.NewReader(bytes.NewReader(s[1]))
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	for _, want := range []string{"<03b1>", "/G128 gs", "re W n", "[1 2] 0 d", "BT\n"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// TestMathIsSetRight measures scripts, fractions and roots against their base.
func TestMathIsSetRight(t *testing.T) {
	one := func(s string) *Text { return Layout(s, TextStyle{Size: 10}) }
	find := func(x *Text, s string) Run {
		for _, r := range x.Runs {
			if r.S == s {
				return r
			}
		}
		t.Fatalf("%q is not in %+v", s, x.Runs)
		return Run{}
	}
	x := one("$x^2_i$")
	if sup, sub := find(x, "2"), find(x, "i"); sup.Y <= 2 || sub.Y >= 0 || sup.Size >= 10 || math.Abs(float64(sup.X-sub.X)) > 1 {
		t.Errorf("scripts: %+v %+v", sup, sub)
	}
	if r := find(x, "x"); !r.Face.Italic {
		t.Error("a variable is not in italics")
	}
	if r := find(one("$\\sin x$"), "sin"); r.Face.Italic {
		t.Error("a function is in italics")
	}
	if x := one("$\\frac{a}{b}$"); len(x.Rules) != 1 || find(x, "a").Y <= find(x, "b").Y {
		t.Errorf("fraction: %+v", x)
	}
	if x := one("$\\sqrt{y}$"); len(x.Rules) != 1 || x.Rules[0].Y < 5 {
		t.Errorf("root: %+v", x.Rules)
	}
	for in, out := range map[string]string{
		"costs \\$5 and $6":      "costs $5 and $6",
		"$\\alpha \\leq \\beta$": "α≤β",
		"$10^{-3}$":              "10−3",
		"50 % of a_b":            "50 % of a_b",
		"$\\mathrm{d}x$":         "dx",
		"$\\foo$":                "\\foo",
		"$x'$":                   "x′",
		"$$":                     "",
		"$":                      "$",
		"${{{$":                  "",
		"$}^_\\":                 "$}^_\\",
	} {
		var b strings.Builder
		for _, r := range one(in).Runs {
			b.WriteString(r.S)
		}
		if b.String() != out {
			t.Errorf("%q is set as %q, want %q", in, b.String(), out)
		}
	}
	if a, b := one("two\nlines"), one("two"); a.Descent < b.Descent+10 || a.Width < b.Width {
		t.Error("line feeds do not break lines")
	}
}

// TestLongTextIsSetInTime: no text takes more than a moment.
func TestLongTextIsSetInTime(t *testing.T) {
	start := time.Now()
	for _, s := range []string{
		"$" + strings.Repeat("{", 3000) + "x" + strings.Repeat("}", 900) + "$", "$" + strings.Repeat("x", 200000) + "$", "$" + strings.Repeat("x_", 1900) + "$",
		strings.Repeat("\\frac", 100000), "$" + strings.Repeat("\\hat", 900) + "$", "$" + strings.Repeat("^", 3900) + "$", strings.Repeat("$x$ ", 50000), strings.Repeat("long ", 100000),
	} {
		Layout(s, TextStyle{})
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("%v", d)
	}
}

func FuzzMath(f *testing.F) {
	for _, s := range []string{"$x^2$", "$\\frac{1}{\\sqrt{2}}$", "$\\hat{x}_{i}^{j}$", "$\\mathbf{A", "a\x00b", "$\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := Layout(s, TextStyle{})
		if math.IsNaN(float64(x.Width)) || x.Width < -100 {
			t.Errorf("width %v", x.Width)
		}
		c := NewSVG(100, 100, 100)
		c.DrawText(x, vg.Point{X: 10, Y: 10}, 0.5, color.Black)
		var b bytes.Buffer
		c.WriteTo(&b)
		d := xml.NewDecoder(&b)
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%q: %v", s, err)
			}
		}
	})
}

// TestComposedSignsHaveInk: every sign made of others is there in all four faces, and a sign that is nowhere is a box.
func TestComposedSignsHaveInk(t *testing.T) {
	for r := range composed {
		for _, f := range []*Face{Sans(false, false), Sans(true, false), Sans(false, true), Sans(true, true)} {
			var p vg.Path
			f.Outline(&p, string(r), 20, vg.Point{X: 2, Y: 8})
			if len(p) < 4 {
				t.Errorf("%c has no outline", r)
				continue
			}
			b := NewBitmap(30, 30, 72)
			b.Fill(p)
			if ink(b.Image()) < 3 {
				t.Errorf("%c has no ink", r)
			}
		}
	}
	var p vg.Path
	Sans(false, false).Outline(&p, "漢", 10, vg.Point{})
	if len(p) == 0 {
		t.Error("a missing sign leaves nothing")
	}
}

// TestResampleKeepsMeansAndEdges: growing repeats cells, shrinking averages them.
func TestResampleKeepsMeansAndEdges(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 2, 1))
	img.Set(0, 0, color.RGBA{0, 0, 0, 255})
	img.Set(1, 0, color.RGBA{200, 200, 200, 255})
	big := Resample(img, 10, 4)
	for x := range 10 {
		want := uint8(0)
		if x >= 5 {
			want = 200
		}
		if got := big.RGBAAt(x, 3).R; got != want {
			t.Errorf("pixel %d is %d, want %d", x, got, want)
		}
	}
	if got := Resample(img, 1, 1).RGBAAt(0, 0).R; got != 100 {
		t.Errorf("mean is %d", got)
	}
}

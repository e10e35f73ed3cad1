// Command genlogo draws Monge's logo: mass that is carried from one heap to another, so that the two heaps make an M.
// It writes logo-svg.svg, logo-32x32.png and logo-64x64.png into the directory named on the command line. Picture and
// vector file come from one list of shapes.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/vector"
)

// side is the edge of the square in which the shapes are drawn.
const side = 64.0

type point struct{ x, y float64 }

// shape is a closed polygon of one colour, fine enough to look curved at any size Jupyter uses.
type shape struct {
	fill   color.RGBA
	points []point
}

var (
	night  = color.RGBA{0x1d, 0x27, 0x43, 0xff}
	orange = color.RGBA{0xf2, 0x8e, 0x2b, 0xff}
	teal   = color.RGBA{0x2f, 0xb5, 0xa6, 0xff}
	white  = color.RGBA{0xf6, 0xf4, 0xee, 0xff}
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: genlogo DIRECTORY")
	}
	shapes := logo()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(os.Args[1], name), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	write("logo-svg.svg", svg(shapes))
	for _, n := range []int{32, 64} {
		var b bytes.Buffer
		enc := png.Encoder{CompressionLevel: png.BestCompression}
		if err := enc.Encode(&b, raster(shapes, n)); err != nil {
			log.Fatal(err)
		}
		write(fmt.Sprintf("logo-%dx%d.png", n, n), b.Bytes())
	}
}

func logo() []shape {
	shapes := []shape{{night, roundedSquare(0, 0, side, 14)}}
	const ground = 52
	shapes = append(shapes,
		shape{teal, heap(41.5, 5.9, 21, ground)},
		shape{orange, heap(21.5, 5, 28, ground)},
	)
	// Grains on their way, from the source's colour to the target's.
	const grains = 4
	for i := range grains {
		t := float64(i) / (grains - 1)
		angle := math.Pi * (0.76 - 0.62*t)
		c := point{31 + 17*math.Cos(angle), 28 - 16.5*math.Sin(angle)}
		shapes = append(shapes, shape{mix(orange, teal, t), circle(c, 3)})
	}
	return append(shapes, shape{white, []point{{8, ground}, {56, ground}, {56, ground + 2}, {8, ground + 2}}})
}

// heap is the area under a bell curve of the given centre, width and height that stands on the ground.
func heap(centre, width, height, ground float64) []point {
	pts := []point{}
	for x := centre - 3*width; x <= centre+3*width; x += 0.5 {
		z := (x - centre) / width
		y := ground - height*math.Exp(-z*z/2)
		pts = append(pts, point{min(max(x, 8), 56), y})
	}
	return append(pts, point{min(centre+3*width, 56), ground}, point{max(centre-3*width, 8), ground})
}

func circle(c point, r float64) []point {
	pts := make([]point, 48)
	for i := range pts {
		s, co := math.Sincos(2 * math.Pi * float64(i) / float64(len(pts)))
		pts[i] = point{c.x + r*co, c.y + r*s}
	}
	return pts
}

func roundedSquare(x, y, edge, r float64) []point {
	var pts []point
	corners := []point{{x + edge - r, y + r}, {x + edge - r, y + edge - r}, {x + r, y + edge - r}, {x + r, y + r}}
	for i, c := range corners {
		for k := range 13 {
			s, co := math.Sincos(math.Pi / 2 * (float64(i) - 1 + float64(k)/12))
			pts = append(pts, point{c.x + r*co, c.y + r*s})
		}
	}
	return pts
}

func mix(a, b color.RGBA, t float64) color.RGBA {
	f := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-t) + float64(y)*t)) }
	return color.RGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 0xff}
}

func svg(shapes []shape) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" role="img" aria-label="Monge">`+"\n", side, side)
	for _, s := range shapes {
		var d strings.Builder
		for i, p := range s.points {
			cmd := "L"
			if i == 0 {
				cmd = "M"
			}
			fmt.Fprintf(&d, "%s%.4g %.4g", cmd, p.x, p.y)
		}
		fmt.Fprintf(&b, "<path fill=\"#%02x%02x%02x\" d=\"%sZ\"/>\n", s.fill.R, s.fill.G, s.fill.B, d.String())
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

func raster(shapes []shape, n int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, n, n))
	k := float32(float64(n) / side)
	for _, s := range shapes {
		r := vector.NewRasterizer(n, n)
		for i, p := range s.points {
			x, y := float32(p.x)*k, float32(p.y)*k
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
		r.Draw(img, img.Bounds(), image.NewUniform(s.fill), image.Point{})
	}
	return img
}

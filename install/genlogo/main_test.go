package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"testing"
)

// The checked-in logos are what this program draws; "go generate ./install" makes them anew.
func TestLogosAreCurrent(t *testing.T) {
	shapes := logo()
	if got, err := os.ReadFile("../logos/logo-svg.svg"); err != nil || !bytes.Equal(got, svg(shapes)) {
		t.Errorf("logo-svg.svg differs: %v", err)
	}
	for _, n := range []int{32, 64} {
		data, err := os.ReadFile(fmt.Sprintf("../logos/logo-%dx%d.png", n, n))
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		want := raster(shapes, n)
		off := 0
		b := image.Rect(0, 0, n, n)
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				r1, g1, b1, a1 := img.At(x, y).RGBA()
				r2, g2, b2, a2 := want.At(x, y).RGBA()
				// Rounding of the assembly and the plain rasteriser may differ by one step.
				for _, d := range []int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2), int(a1) - int(a2)} {
					if max(d, -d) > 3*257 {
						off++
					}
				}
			}
		}
		if off > 0 {
			t.Errorf("%d × %d: %d samples differ", n, n, off)
		}
	}
}

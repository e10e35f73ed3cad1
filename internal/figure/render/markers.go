package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// phases is the number of subpixel positions, in each direction, for which a marker is rasterised.
const phases = 8

// stampKey names a rasterised shape: which marker of the current call, fill or edge, and subpixel position.
type stampKey struct {
	edge   bool
	px, py int
}

type stamp struct {
	mask *image.Alpha
	off  image.Point // of the mask's corner from the whole-pixel position
}

// DrawMarkers rasterises the shape once for each subpixel position and stamps it.
func (b *Bitmap) DrawMarkers(m Marker, at []vg.Point, fills []color.NRGBA) {
	b.stamps = map[stampKey]*stamp{}
	dev, clip := b.device(), b.clip()
	k := dev.factor()
	edged := m.Edge != nil && m.Width > 0
	var edge, fill color.NRGBA
	if edged {
		edge = toNRGBA(m.Edge)
	}
	if m.Fill != nil {
		fill = toNRGBA(m.Fill)
	}
	for i, p := range at {
		q := dev.apply(p)
		x, y := float64(q.X), float64(q.Y)
		if !(math.Abs(x) < 1e6) || !(math.Abs(y) < 1e6) {
			continue
		}
		fx, fy := math.Floor(x), math.Floor(y)
		px, py := int((x-fx)*phases), int((y-fy)*phases)
		o := image.Pt(int(fx), int(fy))
		f := fill
		if i < len(fills) {
			f = fills[i]
		}
		if f.A > 0 && (m.Fill != nil || i < len(fills)) {
			b.blend(b.stamp(m, stampKey{false, px, py}, k), o, f, clip)
		}
		if edged {
			b.blend(b.stamp(m, stampKey{true, px, py}, k), o, edge, clip)
		}
	}
}

func (b *Bitmap) stamp(m Marker, key stampKey, k float64) *stamp {
	if s, ok := b.stamps[key]; ok {
		return s
	}
	f := &flattener{tol: 0.05}
	walk(m.Shape, matrix{a: k, d: -k, e: (float64(key.px) + 0.5) / phases, f: (float64(key.py) + 0.5) / phases}, f)
	f.flush(false)
	polys := f.lines
	if key.edge {
		polys = nil
		for i, line := range f.lines {
			stroke(line, f.closed[i], max(float64(m.Width)*k, 0.7), func(pts ...vg.Point) {
				polys = append(polys, append([]vg.Point(nil), pts...))
			})
		}
	}
	s := &stamp{}
	if r := bounds(polys); !r.Empty() && r.Dx() < 4096 && r.Dy() < 4096 {
		b.ras.Reset(r.Dx(), r.Dy())
		for _, pts := range polys {
			for i, p := range pts {
				x, y := float32(float64(p.X)-float64(r.Min.X)), float32(float64(p.Y)-float64(r.Min.Y))
				if i == 0 {
					b.ras.MoveTo(x, y)
				} else {
					b.ras.LineTo(x, y)
				}
			}
			b.ras.ClosePath()
		}
		s.mask = image.NewAlpha(image.Rect(0, 0, r.Dx(), r.Dy()))
		b.ras.Draw(s.mask, s.mask.Bounds(), image.Opaque, image.Point{})
		s.off = r.Min
	}
	b.stamps[key] = s
	return s
}

// blend paints a colour through a mask, source over destination.
func (b *Bitmap) blend(s *stamp, o image.Point, c color.NRGBA, clip image.Rectangle) {
	if s.mask == nil {
		return
	}
	corner := o.Add(s.off)
	r := s.mask.Bounds().Add(corner).Intersect(clip)
	if r.Empty() {
		return
	}
	ca := uint32(c.A)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		at := (y-corner.Y)*s.mask.Stride + r.Min.X - corner.X
		mask := s.mask.Pix[at : at+r.Dx()]
		dst := b.img.Pix[y*b.img.Stride+4*r.Min.X:]
		for x := 0; x < len(mask); x++ {
			if mask[x] == 0 {
				for x+8 < len(mask) && binary.LittleEndian.Uint64(mask[x:]) == 0 { // most of a mask is empty
					x += 8
				}
				if mask[x] == 0 {
					continue
				}
			}
			blendPixel(dst[4*x:4*x+4:4*x+4], c, (uint32(mask[x])*ca+127)/255)
		}
	}
}

// blendPixel puts a colour with opacity a (0 to 255, its own included) over a premultiplied pixel.
func blendPixel(d []uint8, c color.NRGBA, a uint32) {
	switch a {
	case 0:
		return
	case 255:
		d[0], d[1], d[2], d[3] = c.R, c.G, c.B, 255
		return
	}
	inv := 255 - a
	d[0] = uint8((uint32(c.R)*a + uint32(d[0])*inv + 127) / 255)
	d[1] = uint8((uint32(c.G)*a + uint32(d[1])*inv + 127) / 255)
	d[2] = uint8((uint32(c.B)*a + uint32(d[2])*inv + 127) / 255)
	d[3] = uint8((255*a + uint32(d[3])*inv + 127) / 255)
}

package render

import (
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"

	"golang.org/x/image/vector"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Bitmap is a Canvas of pixels. Coverage is computed exactly per pixel; there is no hinting.
type Bitmap struct {
	stack
	img  *image.RGBA
	w, h vg.Length
	dpi  float64
	base matrix // points to pixels, y downwards
	ras  vector.Rasterizer
	mask []uint8 // coverage of the path being painted

	stamps map[stampKey]*stamp
}

var _ Canvas = (*Bitmap)(nil)

// NewBitmap returns a transparent bitmap of the given size and resolution, at least one pixel large.
func NewBitmap(w, h vg.Length, dpi float64) *Bitmap {
	k := dpi / 72
	px := max(int(math.Round(float64(w)*k)), 1)
	py := max(int(math.Round(float64(h)*k)), 1)
	return &Bitmap{
		stack: newStack(),
		img:   image.NewRGBA(image.Rect(0, 0, px, py)),
		w:     w, h: h, dpi: dpi,
		base: matrix{a: k, d: -k, f: float64(py)},
	}
}

// Image is the picture; it is not a copy.
func (b *Bitmap) Image() *image.RGBA { return b.img }

// Size is the size in points.
func (b *Bitmap) Size() (w, h vg.Length) { return b.w, b.h }

// Pixel is the side of a pixel.
func (b *Bitmap) Pixel() vg.Length { return vg.Length(72 / b.dpi) }

// AsBitmap draws on the bitmap itself.
func (b *Bitmap) AsBitmap(_ vg.Rectangle, draw func(Canvas)) { draw(b) }

func (b *Bitmap) PushClip(r vg.Rectangle) { b.pushClip(r) }
func (b *Bitmap) PopClip()                { b.popClip() }

// Open and Close do nothing: pixels have no structure.
func (b *Bitmap) Open(string) {}
func (b *Bitmap) Close()      {}

// clip is the region in force, in whole pixels.
func (b *Bitmap) clip() image.Rectangle {
	r := b.img.Bounds()
	if n := len(b.clips); n > 0 {
		c := b.clips[n-1]
		p, q := b.base.apply(c.Min), b.base.apply(c.Max)
		r = r.Intersect(image.Rect(round(float64(p.X)), round(float64(q.Y)), round(float64(q.X)), round(float64(p.Y))))
	}
	return r
}

func round(x float64) int {
	return int(math.Round(min(max(x, -1e6), 1e6)))
}

func (b *Bitmap) device() matrix { return b.base.mul(b.m) }

// Fill fills a path by the non-zero rule.
func (b *Bitmap) Fill(p vg.Path) {
	f := &flattener{tol: 0.03}
	walk(p, b.device(), f)
	f.flush(true)
	b.paint(f.lines, b.color)
}

// Stroke strokes a path with butt ends and round joins.
func (b *Bitmap) Stroke(p vg.Path) {
	if !(b.width > 0) {
		return
	}
	m := b.device()
	k := m.factor()
	width := float64(b.width) * k
	col := b.color
	if width < 0.7 { // thinner than the grid can show: keep the ink, not the width
		col.A = uint8(math.Round(float64(col.A) * width / 0.7))
		width = 0.7
	}
	f := &flattener{tol: 0.03}
	walk(p, m, f)
	f.flush(false)
	var polys [][]vg.Point
	emit := func(pts ...vg.Point) { polys = append(polys, append([]vg.Point(nil), pts...)) }
	for i, line := range f.lines {
		if len(b.dash) == 0 {
			stroke(line, f.closed[i], width, emit)
			continue
		}
		pattern := make([]float64, len(b.dash))
		for j, d := range b.dash {
			pattern[j] = float64(d) * k
		}
		for _, d := range dashes(line, f.closed[i], pattern, float64(b.offset)*k) {
			stroke(d, false, width, emit)
		}
	}
	b.paint(polys, col)
}

// paint fills polygons, given in pixels, with one colour.
func (b *Bitmap) paint(polys [][]vg.Point, col color.NRGBA) {
	if col.A == 0 {
		return
	}
	box := bounds(polys)
	r := b.clip().Intersect(box)
	if r.Empty() {
		return
	}
	if b.paintRects(polys, col) {
		return
	}
	b.ras.Reset(r.Dx(), r.Dy())
	ox, oy := float64(r.Min.X), float64(r.Min.Y)
	for _, pts := range polys {
		for i, p := range pts {
			x, y := float32(float64(p.X)-ox), float32(float64(p.Y)-oy)
			if i == 0 {
				b.ras.MoveTo(x, y)
			} else {
				b.ras.LineTo(x, y)
			}
		}
		b.ras.ClosePath()
	}
	if n := r.Dx() * r.Dy(); cap(b.mask) < n {
		b.mask = make([]uint8, n)
	}
	mask := &image.Alpha{Pix: b.mask[:r.Dx()*r.Dy()], Stride: r.Dx(), Rect: image.Rect(0, 0, r.Dx(), r.Dy())}
	b.ras.DrawOp = draw.Src
	b.ras.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	b.ras.DrawOp = draw.Over
	b.blend(&stamp{mask: mask}, r.Min, col, r)
}

// paintRects fills rectangles with sides along the axes, whose coverage is a product of two lengths. It declines
// anything else, and overlapping rectangles that are not opaque.
func (b *Bitmap) paintRects(polys [][]vg.Point, col color.NRGBA) bool {
	if len(polys) > 1 && col.A < 255 {
		return false
	}
	for _, p := range polys {
		if len(p) == 5 && p[4] == p[0] {
			p = p[:4]
		}
		if len(p) != 4 || !(p[0].X == p[1].X && p[1].Y == p[2].Y && p[2].X == p[3].X && p[3].Y == p[0].Y ||
			p[0].Y == p[1].Y && p[1].X == p[2].X && p[2].Y == p[3].Y && p[3].X == p[0].X) {
			return false
		}
	}
	clip := b.clip()
	for _, p := range polys {
		x0, x1 := min(float64(p[0].X), float64(p[2].X)), max(float64(p[0].X), float64(p[2].X))
		y0, y1 := min(float64(p[0].Y), float64(p[2].Y)), max(float64(p[0].Y), float64(p[2].Y))
		r := image.Rect(round(math.Floor(x0+1e-4)), round(math.Floor(y0+1e-4)), round(math.Ceil(x1-1e-4)), round(math.Ceil(y1-1e-4))).Intersect(clip)
		full := image.Rect(round(math.Ceil(x0-1e-4)), round(math.Ceil(y0-1e-4)), round(math.Floor(x1+1e-4)), round(math.Floor(y1+1e-4))).Intersect(clip)
		draw.Draw(b.img, full, image.NewUniform(col), image.Point{}, draw.Over)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			cy := min(y1, float64(y+1)) - max(y0, float64(y))
			row := b.img.Pix[y*b.img.Stride:]
			inside := y >= full.Min.Y && y < full.Max.Y
			for x := r.Min.X; x < r.Max.X; x++ {
				if inside && x == full.Min.X && !full.Empty() {
					x = full.Max.X - 1
					continue
				}
				cover := cy * (min(x1, float64(x+1)) - max(x0, float64(x)))
				blendPixel(row[4*x:4*x+4:4*x+4], col, uint32(min(max(cover, 0), 1)*float64(col.A)+0.5))
			}
		}
	}
	return true
}

func bounds(polys [][]vg.Point) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, pts := range polys {
		for _, p := range pts {
			x0, x1 = min(x0, float64(p.X)), max(x1, float64(p.X))
			y0, y1 = min(y0, float64(p.Y)), max(y1, float64(p.Y))
		}
	}
	if !(x0 <= x1) || !(y0 <= y1) {
		return image.Rectangle{}
	}
	return image.Rect(round(math.Floor(x0)), round(math.Floor(y0)), round(math.Ceil(x1)), round(math.Ceil(y1)))
}

// FillString draws text for plotters that come from gonum.
func (b *Bitmap) FillString(f font.Face, pt vg.Point, s string) {
	if p := outlineString(f, pt, s); p != nil {
		b.Fill(p)
	}
}

func outlineString(f font.Face, pt vg.Point, s string) vg.Path {
	if f.Face == nil || !(f.Font.Size > 0) {
		return nil
	}
	var p vg.Path
	newFace(f.Face, false, false).Outline(&p, s, f.Font.Size, pt)
	return p
}

// DrawText fills the outlines of the glyphs.
func (b *Bitmap) DrawText(t *Text, at vg.Point, rot float64, c color.Color) {
	if t.Empty() {
		return
	}
	b.Push()
	b.Translate(at)
	b.Rotate(rot)
	b.SetColor(c)
	var p vg.Path
	t.Outline(&p, vg.Point{})
	b.Fill(p)
	b.Pop()
}

// DrawImage puts img into the rectangle, its pixels as sharp squares, averaged where they are smaller than ours.
func (b *Bitmap) DrawImage(rect vg.Rectangle, img image.Image) {
	m := b.device()
	p, q := m.apply(rect.Min), m.apply(rect.Max)
	x0, y0 := min(float64(p.X), float64(q.X)), min(float64(p.Y), float64(q.Y))
	x1, y1 := max(float64(p.X), float64(q.X)), max(float64(p.Y), float64(q.Y))
	dst := image.Rect(round(x0), round(y0), round(x1), round(y1))
	if dst.Empty() || img.Bounds().Empty() {
		return
	}
	draw.Draw(b.img, dst.Intersect(b.clip()), Resample(img, dst.Dx(), dst.Dy()), dst.Intersect(b.clip()).Min.Sub(dst.Min), draw.Over)
}

// Resample scales an image: nearest neighbour when it grows, box average when it shrinks.
func Resample(img image.Image, w, h int) *image.RGBA {
	src, ok := img.(*image.RGBA)
	sb := img.Bounds()
	if !ok || sb.Min != (image.Point{}) {
		src = image.NewRGBA(image.Rect(0, 0, sb.Dx(), sb.Dy()))
		draw.Draw(src, src.Bounds(), img, sb.Min, draw.Src)
	}
	sw, sh := sb.Dx(), sb.Dy()
	if w == sw && h == sh {
		return src
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	spans := func(n, m int) (lo, hi []int) {
		lo, hi = make([]int, n), make([]int, n)
		for i := range n {
			if n >= m {
				lo[i] = min(int((float64(i)+0.5)*float64(m)/float64(n)), m-1)
				hi[i] = lo[i] + 1
			} else {
				lo[i] = i * m / n
				hi[i] = max((i+1)*m/n, lo[i]+1)
			}
		}
		return lo, hi
	}
	xl, xh := spans(w, sw)
	yl, yh := spans(h, sh)
	for y := range h {
		for x := range w {
			var s [4]int
			for yy := yl[y]; yy < yh[y]; yy++ {
				row := src.Pix[yy*src.Stride+4*xl[x] : yy*src.Stride+4*xh[x]]
				for i, v := range row {
					s[i&3] += int(v)
				}
			}
			n := (yh[y] - yl[y]) * (xh[x] - xl[x])
			o := out.Pix[y*out.Stride+4*x:]
			for i := range 4 {
				o[i] = uint8((s[i] + n/2) / n)
			}
		}
	}
	return out
}

// Paint fills the whole bitmap.
func (b *Bitmap) Paint(c color.Color) {
	draw.Draw(b.img, b.img.Bounds(), image.NewUniform(c), image.Point{}, draw.Src)
}

// WriteTo writes a PNG.
func (b *Bitmap) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(EncodePNG(b.img, b.dpi))
	return int64(n), err
}

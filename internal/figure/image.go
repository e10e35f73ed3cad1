package figure

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// Grid is a matrix, row after row.
type Grid struct {
	Rows, Cols int
	V          []float64
}

func (g Grid) check(fn string) error {
	if g.Rows < 0 || g.Cols < 0 || g.Rows*g.Cols != len(g.V) {
		return fmt.Errorf("figure: %s: %d values do not fill %d x %d", fn, len(g.V), g.Rows, g.Cols)
	}
	if len(g.V) == 0 {
		return fmt.Errorf("figure: %s: the matrix is empty (%d x %d)", fn, g.Rows, g.Cols)
	}
	return nil
}

// ImageOptions describe a matrix or picture shown as an image. The zero value puts the first row at the top, cells of
// unit size round whole numbers, and makes cells square.
type ImageOptions struct {
	Scale       ColorOptions
	Extent      *[4]float64 // left, right, bottom, top of the outer edges
	OriginLower bool
	FreeAspect  bool
	Aspect      float64 // 0: 1
	Smooth      bool    // interpolate between cells
	Label       string
	ZOrder      *float64
}

// Image shows a matrix by colours, or a picture.
type Image struct {
	common
	rows, cols int
	v          []float64     // numbers, or nil
	px         []color.NRGBA // colours of the cells
	ext        [4]float64
	lower      bool
	smooth     bool
	mp         mapping
}

var _ Mappable = (*Image)(nil)

// Image adds a matrix shown by colours.
func (a *Axes) Image(g Grid, o ImageOptions) (*Image, error) {
	if err := g.check("imshow"); err != nil {
		return nil, err
	}
	m, norm, err := o.Scale.scale(a, g.V)
	if err != nil {
		return nil, err
	}
	im := &Image{rows: g.Rows, cols: g.Cols, v: clone(g.V), smooth: o.Smooth}
	im.mp = mapping{cmap: m, norm: norm, alpha: o.Scale.Alpha}
	im.px = make([]color.NRGBA, len(g.V))
	for i, v := range g.V {
		im.px[i] = withAlpha(m.At(norm.at(v)), o.Scale.Alpha)
	}
	a.current = im
	return im, a.addImage(im, o)
}

// Picture adds an image of given colours, row after row.
func (a *Axes) Picture(rows, cols int, px []color.NRGBA, o ImageOptions) (*Image, error) {
	if rows < 1 || cols < 1 || rows*cols != len(px) {
		return nil, fmt.Errorf("figure: imshow: %d pixels do not fill %d x %d", len(px), rows, cols)
	}
	im := &Image{rows: rows, cols: cols, px: append([]color.NRGBA(nil), px...)}
	for i := range im.px {
		im.px[i] = withAlpha(im.px[i], o.Scale.Alpha)
	}
	return im, a.addImage(im, o)
}

func (a *Axes) addImage(im *Image, o ImageOptions) error {
	im.lower = o.OriginLower
	if o.Extent != nil {
		im.ext = *o.Extent
		for _, v := range im.ext {
			if !finite(v) {
				return fmt.Errorf("figure: imshow: extent must be finite, got %v", im.ext)
			}
		}
		if im.ext[0] == im.ext[1] || im.ext[2] == im.ext[3] {
			return fmt.Errorf("figure: imshow: extent must span an area, got %v", im.ext)
		}
	} else {
		im.ext = [4]float64{-0.5, float64(im.cols) - 0.5, float64(im.rows) - 0.5, -0.5}
		a.X.whole, a.Y.whole = true, true
		if o.OriginLower {
			im.ext[2], im.ext[3] = -0.5, float64(im.rows)-0.5
		}
	}
	im.order, im.label = layerImage, o.Label
	if o.ZOrder != nil {
		im.order = *o.ZOrder
	}
	if !o.FreeAspect {
		a.aspect, a.aspectData = 1, false
		if o.Aspect > 0 {
			a.aspect = o.Aspect
		}
	}
	if !a.Y.fixLo && !a.Y.fixHi {
		a.Y.inverted = im.ext[2] > im.ext[3]
	}
	if !a.X.fixLo && !a.X.fixHi {
		a.X.inverted = im.ext[0] > im.ext[1]
	}
	a.framed = true
	a.add(im)
	return nil
}

func (im *Image) mapping() mapping { return im.mp }

// HasValues tells whether colours stand for numbers.
func (im *Image) HasValues() bool { return im.v != nil }

// SetNorm changes the limits of the colours.
func (im *Image) SetNorm(n Norm) error {
	if im.v == nil {
		return errors.New("figure: this image has colours, not numbers")
	}
	n, err := n.fit(im.v)
	if err != nil {
		return err
	}
	im.mp.norm = n
	for i, v := range im.v {
		im.px[i] = withAlpha(im.mp.cmap.At(n.at(v)), im.mp.alpha)
	}
	return nil
}

func (im *Image) extents(_ *Axes, x, y *extent) {
	x.addEdge(im.ext[0])
	x.addEdge(im.ext[1])
	y.addEdge(im.ext[2])
	y.addEdge(im.ext[3])
}

func (im *Image) draw(p *pane) {
	cells := cellLookup{
		rows: im.rows, cols: im.cols, px: im.px,
		col: func(x float64) float64 { return (x - im.ext[0]) / (im.ext[1] - im.ext[0]) * float64(im.cols) },
		row: func(y float64) float64 {
			t := (y - im.ext[3]) / (im.ext[2] - im.ext[3])
			if im.lower {
				t = 1 - t
			}
			return t * float64(im.rows)
		},
	}
	if im.smooth {
		cells.mix = true
	}
	p.drawCells(cells, im.ext[0], im.ext[1], im.ext[2], im.ext[3])
}

// occupy marks the whole image with faint ink: a legend may stand on it if it must.
func (im *Image) occupy(o *occupancy, p *pane) {
	o.rect(p.edgeX(im.ext[0]), p.edgeY(im.ext[2]), p.edgeX(im.ext[1]), p.edgeY(im.ext[3]), 0.05)
}

// cellLookup finds the colour of a place: col and row give fractional cell indices.
type cellLookup struct {
	rows, cols int
	px         []color.NRGBA
	col, row   func(float64) float64
	mix        bool // interpolate
}

// drawCells paints cells between the given data coordinates, pixel by pixel of the canvas.
func (p *pane) drawCells(c cellLookup, x0, x1, y0, y1 float64) {
	r := vg.Rectangle{
		Min: vg.Point{X: pt(min(p.edgeX(x0), p.edgeX(x1))), Y: pt(min(p.edgeY(y0), p.edgeY(y1)))},
		Max: vg.Point{X: pt(max(p.edgeX(x0), p.edgeX(x1))), Y: pt(max(p.edgeY(y0), p.edgeY(y1)))},
	}
	if !finite(float64(r.Min.X + r.Min.Y + r.Max.X + r.Max.Y)) {
		return
	}
	r.Min.X, r.Min.Y = max(r.Min.X, p.box.Min.X), max(r.Min.Y, p.box.Min.Y)
	r.Max.X, r.Max.Y = min(r.Max.X, p.box.Max.X), min(r.Max.Y, p.box.Max.Y)
	// whole pixels of the canvas
	px := p.c.Pixel()
	r.Min.X, r.Max.X = pt(math.Round(float64(r.Min.X/px)))*px, pt(math.Round(float64(r.Max.X/px)))*px
	r.Min.Y, r.Max.Y = pt(math.Round(float64(r.Min.Y/px)))*px, pt(math.Round(float64(r.Max.Y/px)))*px
	s := r.Size()
	w, h := int(math.Round(float64(s.X/px))), int(math.Round(float64(s.Y/px)))
	if w < 1 || h < 1 {
		return
	}
	for w > 4096 || h > 4096 {
		w, h = (w+1)/2, (h+1)/2
	}
	col, row := make([]float64, w+1), make([]float64, h+1) // cell coordinates of the pixel sides
	for i := range col {
		col[i] = c.col(p.axes.X.invert((float64(r.Min.X-p.box.Min.X) + float64(s.X)*float64(i)/float64(w)) / float64(p.box.Size().X)))
	}
	for j := range row {
		row[j] = c.row(p.axes.Y.invert((float64(r.Max.Y-p.box.Min.Y) - float64(s.Y)*float64(j)/float64(h)) / float64(p.box.Size().Y)))
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	dense := math.Abs(col[w]-col[0]) > 1.5*float64(w) || math.Abs(row[h]-row[0]) > 1.5*float64(h)
	switch {
	case dense:
		c.average(img, col, row)
	case c.mix:
		c.smooth(img, col, row)
	default:
		c.nearest(img, col, row)
	}
	p.c.DrawImage(r, img)
}

func (c *cellLookup) nearest(img *image.RGBA, col, row []float64) {
	ci, ri := centres(col, c.cols), centres(row, c.rows)
	for y, r := range ri {
		if y > 0 && r == ri[y-1] { // same row of cells as the row of pixels above
			copy(img.Pix[y*img.Stride:(y+1)*img.Stride], img.Pix[(y-1)*img.Stride:y*img.Stride])
			continue
		}
		for x, k := range ci {
			if r >= 0 && k >= 0 {
				setPremultiplied(img.Pix[y*img.Stride+4*x:], c.px[r*c.cols+k])
			}
		}
	}
}

// centres gives the cell in which the middle of each pixel lies, or -1.
func centres(side []float64, n int) []int {
	out := make([]int, len(side)-1)
	for i := range out {
		v := (side[i] + side[i+1]) / 2
		out[i] = -1
		if v >= 0 && v < float64(n) {
			out[i] = int(v)
		} else if v == float64(n) {
			out[i] = n - 1
		}
	}
	return out
}

func setPremultiplied(dst []byte, c color.NRGBA) {
	if c.A == 255 {
		dst[0], dst[1], dst[2], dst[3] = c.R, c.G, c.B, 255
		return
	}
	a := uint32(c.A)
	dst[0], dst[1], dst[2], dst[3] = byte((uint32(c.R)*a+127)/255), byte((uint32(c.G)*a+127)/255), byte((uint32(c.B)*a+127)/255), c.A
}

// average paints each pixel with the mean of the cells that it covers.
func (c *cellLookup) average(img *image.RGBA, col, row []float64) {
	rng := func(a, b float64, n int) (int, int) {
		lo, hi := min(a, b), max(a, b)
		i := int(math.Floor(lo + 1e-9))
		j := int(math.Ceil(hi - 1e-9))
		if j <= i {
			j = i + 1
		}
		return max(i, 0), min(j, n)
	}
	for y := range len(row) - 1 {
		r0, r1 := rng(row[y], row[y+1], c.rows)
		for x := range len(col) - 1 {
			c0, c1 := rng(col[x], col[x+1], c.cols)
			var s [4]uint32
			n := uint32(0)
			for r := r0; r < r1; r++ {
				for k := c0; k < c1; k++ {
					q := c.px[r*c.cols+k]
					a := uint32(q.A)
					s[0] += uint32(q.R) * a / 255
					s[1] += uint32(q.G) * a / 255
					s[2] += uint32(q.B) * a / 255
					s[3] += a
					n++
				}
			}
			if n > 0 {
				d := img.Pix[y*img.Stride+4*x:]
				for i := range 4 {
					d[i] = byte((s[i] + n/2) / n)
				}
			}
		}
	}
}

// smooth interpolates linearly between the middles of cells.
func (c *cellLookup) smooth(img *image.RGBA, col, row []float64) {
	for y := range len(row) - 1 {
		v := (row[y]+row[y+1])/2 - 0.5
		r0 := min(max(int(math.Floor(v)), 0), c.rows-1)
		r1 := min(r0+1, c.rows-1)
		tv := min(max(v-float64(r0), 0), 1)
		for x := range len(col) - 1 {
			u := (col[x]+col[x+1])/2 - 0.5
			c0 := min(max(int(math.Floor(u)), 0), c.cols-1)
			c1 := min(c0+1, c.cols-1)
			tu := min(max(u-float64(c0), 0), 1)
			top := blend(c.px[r0*c.cols+c0], c.px[r0*c.cols+c1], tu)
			bot := blend(c.px[r1*c.cols+c0], c.px[r1*c.cols+c1], tu)
			setPremultiplied(img.Pix[y*img.Stride+4*x:], blend(top, bot, tv))
		}
	}
}

func blend(a, b color.NRGBA, t float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + t*(float64(y)-float64(x)))) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}

// GrayOrColor makes pixels of numbers between 0 and 1 (or, with bytes, 0 and 255) with 3 or 4 channels.
func GrayOrColor(rows, cols, channels int, v []float64, bytes bool) ([]color.NRGBA, error) {
	if channels != 3 && channels != 4 {
		return nil, fmt.Errorf("figure: imshow: a picture has 3 or 4 channels, got %d", channels)
	}
	if rows*cols*channels != len(v) {
		return nil, fmt.Errorf("figure: imshow: %d values do not fill %d x %d x %d", len(v), rows, cols, channels)
	}
	k := 255.0
	if bytes {
		k = 1
	}
	out := make([]color.NRGBA, rows*cols)
	for i := range out {
		var c [4]uint8
		c[3] = 255
		for j := range channels {
			x := v[i*channels+j] * k
			if math.IsNaN(x) {
				x = 0
			}
			c[j] = uint8(math.Round(min(max(x, 0), 255)))
		}
		out[i] = color.NRGBA{c[0], c[1], c[2], c[3]}
	}
	return out, nil
}

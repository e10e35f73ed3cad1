package render

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"hash/fnv"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// SVG is a Canvas that writes an SVG document in CSS pixels. Coordinates are rounded to a hundredth of a pixel, paths
// use relative commands, and neighbouring opaque paths of the same style become one element.
type SVG struct {
	stack
	w, h vg.Length
	dpi  float64
	base matrix
	buf  bytes.Buffer

	attrs string // style of the path being collected
	data  bytes.Buffer
	defs  map[string]string // definition to element name
	label string
}

var _ Canvas = (*SVG)(nil)

// idMark stands for the name of the document inside element names until the document is complete.
const idMark = "\x00"

// NewSVG returns a canvas of the given size; dpi is the number of CSS pixels per inch.
func NewSVG(w, h vg.Length, dpi float64) *SVG {
	k := dpi / 72
	return &SVG{
		stack: newStack(), w: w, h: h, dpi: dpi,
		base: matrix{a: k, d: -k, f: float64(h) * k},
		defs: map[string]string{},
	}
}

// SetLabel sets the description that screen readers announce.
func (s *SVG) SetLabel(l string) { s.label = l }

func (s *SVG) Size() (w, h vg.Length) { return s.w, s.h }

// Pixel is half a CSS pixel: what a screen of double density shows.
func (s *SVG) Pixel() vg.Length { return vg.Length(36 / s.dpi) }

func (s *SVG) device() matrix { return s.base.mul(s.m) }

func (s *SVG) Open(name string) {
	s.flush()
	fmt.Fprintf(&s.buf, "<g class=\"mg-%s\">", name)
}

func (s *SVG) Close() {
	s.flush()
	s.buf.WriteString("</g>\n")
}

func (s *SVG) PushClip(r vg.Rectangle) {
	s.flush()
	r = s.pushClip(r)
	p, q := s.base.apply(vg.Point{X: r.Min.X, Y: r.Max.Y}), s.base.apply(vg.Point{X: r.Max.X, Y: r.Min.Y})
	rect := fmt.Sprintf("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
		num(float64(p.X)), num(float64(p.Y)), num(float64(q.X-p.X)), num(float64(q.Y-p.Y)))
	id, ok := s.defs[rect]
	if !ok {
		id = fmt.Sprintf("%sc%d", idMark, len(s.defs))
		s.defs[rect] = id
		fmt.Fprintf(&s.buf, "<clipPath id=\"%s\">%s</clipPath>", id, rect)
	}
	fmt.Fprintf(&s.buf, "<g clip-path=\"url(#%s)\">", id)
}

func (s *SVG) PopClip() {
	s.popClip()
	s.Close()
}

func (s *SVG) Stroke(p vg.Path) {
	if !(s.width > 0) || len(p) == 0 || s.color.A == 0 {
		return
	}
	k := s.device().factor()
	a := " stroke=\"" + hex(s.color) + "\""
	if s.color.A < 255 {
		a += " stroke-opacity=\"" + opacity(s.color) + "\""
	}
	if w := num(float64(s.width) * k); w != "1" {
		a += " stroke-width=\"" + w + "\""
	}
	if len(s.dash) > 0 {
		parts := make([]string, len(s.dash))
		for i, d := range s.dash {
			parts[i] = num(float64(d) * k)
		}
		a += " stroke-dasharray=\"" + strings.Join(parts, " ") + "\""
		if s.offset != 0 {
			a += " stroke-dashoffset=\"" + num(float64(s.offset)*k) + "\""
		}
	}
	s.path(a, p, s.color.A == 255)
}

func (s *SVG) Fill(p vg.Path) {
	if len(p) == 0 || s.color.A == 0 {
		return
	}
	a := " fill=\"" + hex(s.color) + "\""
	if s.color.A < 255 {
		a += " fill-opacity=\"" + opacity(s.color) + "\""
	}
	s.path(a, p, false)
}

// path writes or collects a path. Filled paths are never merged: the non-zero rule would see them as one.
func (s *SVG) path(attrs string, p vg.Path, merge bool) {
	if !merge || attrs != s.attrs {
		s.flush()
	}
	s.attrs = attrs
	w := pathWriter{buf: &s.data}
	walk(p, s.device(), &w)
	if !merge {
		s.flush()
	}
}

func (s *SVG) flush() {
	if s.data.Len() > 0 {
		fmt.Fprintf(&s.buf, "<path%s d=\"%s\"/>\n", s.attrs, s.data.Bytes())
	}
	s.data.Reset()
	s.attrs = ""
}

func (s *SVG) FillString(f font.Face, pt vg.Point, str string) {
	if p := outlineString(f, pt, str); p != nil {
		s.Fill(p)
	}
}

func (s *SVG) DrawText(t *Text, at vg.Point, rot float64, c color.Color) {
	if t.Empty() {
		return
	}
	col := toNRGBA(c)
	if col.A == 0 {
		return
	}
	s.Push()
	s.Translate(at)
	s.Rotate(rot)
	s.SetColor(col)
	for _, r := range t.Rules {
		s.Fill(vg.Rectangle{Min: vg.Point{X: r.X, Y: r.Y}, Max: vg.Point{X: r.X + r.W, Y: r.Y + r.H}}.Path())
	}
	m := s.device()
	s.Pop()
	s.flush()
	if len(t.Runs) == 0 {
		return
	}
	k := m.factor()
	angle := math.Atan2(m.b, m.a) * 180 / math.Pi
	upright := math.Abs(angle) < 1e-9
	// Turned text is placed by a transform, so that runs keep coordinates of their own.
	place := func(x, y vg.Length) string {
		if upright {
			p := m.apply(vg.Point{X: x, Y: y})
			return " x=\"" + num(float64(p.X)) + "\" y=\"" + num(float64(p.Y)) + "\""
		}
		return attr0("x", float64(x)*k) + attr0("y", -float64(y)*k)
	}
	fmt.Fprintf(&s.buf, "<text fill=\"%s\"", hex(col))
	if col.A < 255 {
		fmt.Fprintf(&s.buf, " fill-opacity=\"%s\"", opacity(col))
	}
	if !upright {
		fmt.Fprintf(&s.buf, " transform=\"translate(%s %s) rotate(%s)\"", num(m.e), num(m.f), num(angle))
	}
	if len(t.Runs) == 1 {
		r := t.Runs[0]
		x, str := trim(r)
		if t.Anchor > 0 {
			x += vg.Length(t.Anchor) * r.Face.Width(str, r.Size)
			fmt.Fprintf(&s.buf, " text-anchor=\"%s\"", map[bool]string{true: "end", false: "middle"}[t.Anchor == 1])
		}
		fmt.Fprintf(&s.buf, "%s%s%s>%s</text>\n", place(x, r.Y), fontAttrs(r, k), lengthAttrs(r, str, k), escape(str))
		return
	}
	s.buf.WriteString(">")
	for i, r := range t.Runs {
		x, str := trim(r)
		if i > 0 && (strings.HasPrefix(r.S, " ") || strings.HasSuffix(t.Runs[i-1].S, " ")) {
			s.buf.WriteByte(' ') // for readers of the text; the next run has a place of its own
		}
		if str != "" {
			fmt.Fprintf(&s.buf, "<tspan%s%s%s>%s</tspan>", place(x, r.Y), fontAttrs(r, k), lengthAttrs(r, str, k), escape(str))
		}
	}
	s.buf.WriteString("</text>\n")
}

func attr0(name string, v float64) string {
	if n := num(v); n != "0" {
		return " " + name + "=\"" + n + "\""
	}
	return ""
}

// trim moves leading blanks, which SVG drops, into the position, and leaves trailing ones out.
func trim(r Run) (vg.Length, string) {
	str := strings.TrimLeft(r.S, " ")
	x := r.X
	if str != r.S {
		x += r.Face.Width(r.S, r.Size) - r.Face.Width(str, r.Size)
	}
	return x, strings.TrimRight(str, " ")
}

// lengthAttrs tells the reader how long the text was measured, so that a wider face than ours is narrowed instead of
// running into its neighbours.
func lengthAttrs(r Run, str string, k float64) string {
	if len(str) < 2 {
		return ""
	}
	return " textLength=\"" + num(float64(r.Face.Width(str, r.Size))*k) + "\" lengthAdjust=\"spacingAndGlyphs\""
}

func fontAttrs(r Run, k float64) string {
	a := " font-size=\"" + num(float64(r.Size)*k) + "\""
	if r.Face.Bold {
		a += " font-weight=\"bold\""
	}
	if r.Face.Italic {
		a += " font-style=\"italic\""
	}
	return a
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "  ", "\u00a0 ")

// escape makes a string safe inside XML: control characters and invalid UTF-8 become replacement characters.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff || r >= 0xd800 && r <= 0xdfff {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return escaper.Replace(s)
}

// DrawMarkers writes the shape once and refers to it, or, for plain discs, uses circles.
func (s *SVG) DrawMarkers(m Marker, at []vg.Point, fills []color.NRGBA) {
	if len(at) == 0 {
		return
	}
	s.flush()
	dev := s.device()
	lin := dev
	lin.e, lin.f = 0, 0
	var d bytes.Buffer
	walk(m.Shape, lin, &pathWriter{buf: &d})
	key := d.String()
	id, ok := s.defs[key]
	if !ok {
		id = fmt.Sprintf("%sm%d", idMark, len(s.defs))
		s.defs[key] = id
		fmt.Fprintf(&s.buf, "<defs><path id=\"%s\" d=\"%s\"/></defs>", id, key)
	}
	s.buf.WriteString("<g")
	if m.Fill != nil && len(fills) == 0 {
		c := toNRGBA(m.Fill)
		fmt.Fprintf(&s.buf, " fill=\"%s\"", hex(c))
		if c.A < 255 {
			fmt.Fprintf(&s.buf, " fill-opacity=\"%s\"", opacity(c))
		}
	}
	if m.Edge != nil && m.Width > 0 {
		c := toNRGBA(m.Edge)
		fmt.Fprintf(&s.buf, " stroke=\"%s\" stroke-width=\"%s\"", hex(c), num(float64(m.Width)*dev.factor()))
		if c.A < 255 {
			fmt.Fprintf(&s.buf, " stroke-opacity=\"%s\"", opacity(c))
		}
	}
	s.buf.WriteString(">\n")
	for i, p := range at {
		q := dev.apply(p)
		fmt.Fprintf(&s.buf, "<use href=\"#%s\" x=\"%s\" y=\"%s\"", id, num(float64(q.X)), num(float64(q.Y)))
		if i < len(fills) {
			fmt.Fprintf(&s.buf, " fill=\"%s\"", hex(fills[i]))
			if fills[i].A < 255 {
				fmt.Fprintf(&s.buf, " fill-opacity=\"%s\"", opacity(fills[i]))
			}
		}
		s.buf.WriteString("/>\n")
	}
	s.buf.WriteString("</g>\n")
}

func (s *SVG) AsBitmap(r vg.Rectangle, draw func(Canvas)) { embedBitmap(s, r, 2*s.dpi, draw) }

func (s *SVG) DrawImage(rect vg.Rectangle, img image.Image) {
	if img.Bounds().Empty() {
		return
	}
	s.flush()
	m := s.device()
	p, q := m.apply(vg.Point{X: rect.Min.X, Y: rect.Max.Y}), m.apply(vg.Point{X: rect.Max.X, Y: rect.Min.Y})
	data := EncodePNG(toRGBA(img), 0)
	w, h := float64(q.X-p.X), float64(q.Y-p.Y)
	style := ""
	if b := img.Bounds(); float64(b.Dx()) < 1.9*w || float64(b.Dy()) < 1.9*h {
		style = " style=\"image-rendering:pixelated\""
	}
	fmt.Fprintf(&s.buf, "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\"%s href=\"data:image/png;base64,%s\"/>\n",
		num(float64(p.X)), num(float64(p.Y)), num(w), num(h), style, base64.StdEncoding.EncodeToString(data))
}

func toRGBA(img image.Image) *image.RGBA {
	if r, ok := img.(*image.RGBA); ok && r.Rect.Min == (image.Point{}) {
		return r
	}
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Bounds(), img, b.Min, draw.Src)
	return out
}

// WriteTo writes the document.
func (s *SVG) WriteTo(w io.Writer) (int64, error) {
	s.flush()
	k := s.dpi / 72
	width, height := num(float64(s.w)*k), num(float64(s.h)*k)
	var out bytes.Buffer
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" style=\"max-width:100%%;height:auto\" font-family=\"%s\" fill=\"none\" stroke-linejoin=\"round\"",
		width, height, width, height, FontFamily)
	if s.label != "" {
		fmt.Fprintf(&out, " role=\"img\" aria-label=\"%s\"", escape(s.label))
	}
	out.WriteString(">\n")
	body := s.buf.Bytes()
	h := fnv.New64a()
	h.Write(out.Bytes())
	h.Write(body)
	name := "m" + strconv.FormatUint(h.Sum64()>>24, 36)
	out.Write(bytes.ReplaceAll(body, []byte(idMark), []byte(name)))
	out.WriteString("</svg>\n")
	return out.WriteTo(w)
}

// num formats a coordinate with at most two decimals.
func num(v float64) string {
	if !(math.Abs(v) < 1e7) {
		if v > 0 {
			v = 1e7
		} else {
			v = -1e7
		}
	}
	return string(appendHundredths(nil, int64(math.Round(v*100))))
}

// appendHundredths writes n/100 in the shortest form.
func appendHundredths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	if n >= 100 || n == 0 {
		b = strconv.AppendInt(b, n/100, 10)
	}
	if f := n % 100; f != 0 {
		b = append(b, '.', byte('0'+f/10))
		if f%10 != 0 {
			b = append(b, byte('0'+f%10))
		}
	}
	return b
}

func hex(c color.NRGBA) string {
	s := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	if s[1] == s[2] && s[3] == s[4] && s[5] == s[6] {
		s = "#" + s[1:2] + s[3:4] + s[5:6]
	}
	return s
}

func opacity(c color.NRGBA) string { return num(float64(c.A) / 255) }

// pathWriter writes SVG path data in relative commands. Positions are kept in hundredths, so rounding does not add up.
type pathWriter struct {
	buf        *bytes.Buffer
	x, y       int64 // current point
	sx, sy     int64 // start of the contour
	last       byte
	needSpace  bool
	hasDecimal bool
}

func hundredths(v vg.Length) int64 { return int64(math.Round(min(max(float64(v), -1e6), 1e6) * 100)) }

func (w *pathWriter) cmd(c byte) {
	if w.last == c {
		return
	}
	w.buf.WriteByte(c)
	w.last, w.needSpace = c, false
}

// arg writes one number with the separator that it needs.
func (w *pathWriter) arg(n int64) {
	var tmp [16]byte
	b := appendHundredths(tmp[:0], n)
	if w.needSpace && b[0] != '-' && !(b[0] == '.' && w.hasDecimal) {
		w.buf.WriteByte(' ')
	}
	w.buf.Write(b)
	w.needSpace = true
	w.hasDecimal = bytes.IndexByte(b, '.') >= 0
}

func (w *pathWriter) moveTo(p vg.Point) {
	x, y := hundredths(p.X), hundredths(p.Y)
	w.last = 0
	w.cmd('M')
	w.arg(x)
	w.arg(y)
	w.last = 'M'
	w.x, w.y, w.sx, w.sy = x, y, x, y
}

func (w *pathWriter) lineTo(p vg.Point) {
	if w.last == 0 {
		w.moveTo(p)
		return
	}
	x, y := hundredths(p.X), hundredths(p.Y)
	dx, dy := x-w.x, y-w.y
	switch {
	case dx == 0 && dy == 0:
		if w.last != 'M' {
			return
		}
		w.cmd('h')
		w.arg(0)
	case dy == 0:
		w.cmd('h')
		w.arg(dx)
	case dx == 0:
		w.cmd('v')
		w.arg(dy)
	default:
		w.cmd('l')
		w.arg(dx)
		w.arg(dy)
	}
	w.x, w.y = x, y
}

func (w *pathWriter) quadTo(q, p vg.Point) {
	w.cmd('q')
	w.rel(q)
	x, y := w.rel(p)
	w.x, w.y = x, y
}

func (w *pathWriter) cubeTo(q, r, p vg.Point) {
	w.cmd('c')
	w.rel(q)
	w.rel(r)
	x, y := w.rel(p)
	w.x, w.y = x, y
}

func (w *pathWriter) rel(p vg.Point) (x, y int64) {
	x, y = hundredths(p.X), hundredths(p.Y)
	w.arg(x - w.x)
	w.arg(y - w.y)
	return x, y
}

func (w *pathWriter) closePath() {
	w.last = 0
	w.cmd('z')
	w.x, w.y = w.sx, w.sy
}

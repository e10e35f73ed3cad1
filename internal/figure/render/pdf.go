package render

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"sort"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// PDF is a Canvas that writes a PDF document of one page. Fonts are embedded as glyph procedures (Type 3) with a map
// to Unicode, so every sign shows in every reader and text can be searched; the document has no date and no random
// identifier.
type PDF struct {
	stack
	w, h    vg.Length
	content bytes.Buffer
	alphas  map[uint8]bool
	images  []image.Image
	fonts   map[*Face]*pdfFont
	order   []*pdfFont
}

var _ Canvas = (*PDF)(nil)

// pdfFont numbers the characters of one face in order of first use. One Type 3 font holds 255 of them; text with more
// in one face continues in the next.
type pdfFont struct {
	face  *Face
	code  map[rune]int
	runes []rune
	index int // of the first Type 3 font of this face
}

// NewPDF returns a canvas for one page.
func NewPDF(w, h vg.Length) *PDF {
	return &PDF{stack: newStack(), w: w, h: h, alphas: map[uint8]bool{}, fonts: map[*Face]*pdfFont{}}
}

func (p *PDF) Size() (w, h vg.Length) { return p.w, p.h }

// Pixel is that of a good printer.
func (p *PDF) Pixel() vg.Length { return 72.0 / 300 }

func (p *PDF) Open(string) {}
func (p *PDF) Close()      {}

func (p *PDF) PushClip(r vg.Rectangle) {
	r = p.pushClip(r)
	s := r.Size()
	fmt.Fprintf(&p.content, "q %s %s %s %s re W n\n", pnum(r.Min.X), pnum(r.Min.Y), pnum(s.X), pnum(s.Y))
}

func (p *PDF) PopClip() {
	p.popClip()
	p.content.WriteString("Q\n")
}

func (p *PDF) paint(c color.NRGBA, op string) {
	fmt.Fprintf(&p.content, "%s %s %s %s\n", pnum(vg.Length(c.R)/255), pnum(vg.Length(c.G)/255), pnum(vg.Length(c.B)/255), op)
	p.alphas[c.A] = true
	fmt.Fprintf(&p.content, "/G%d gs\n", c.A)
}

func (p *PDF) Stroke(path vg.Path) {
	if !(p.width > 0) || len(path) == 0 || p.color.A == 0 {
		return
	}
	k := vg.Length(p.m.factor())
	p.paint(p.color, "RG")
	fmt.Fprintf(&p.content, "%s w 1 j [", pnum(p.width*k))
	for i, d := range p.dash {
		if i > 0 {
			p.content.WriteByte(' ')
		}
		p.content.WriteString(pnum(d * k))
	}
	fmt.Fprintf(&p.content, "] %s d\n", pnum(p.offset*k))
	walk(path, p.m, &pdfPath{buf: &p.content})
	p.content.WriteString("S\n")
}

func (p *PDF) Fill(path vg.Path) {
	if len(path) == 0 || p.color.A == 0 {
		return
	}
	p.paint(p.color, "rg")
	walk(path, p.m, &pdfPath{buf: &p.content})
	p.content.WriteString("f\n")
}

func (p *PDF) FillString(f font.Face, pt vg.Point, s string) {
	if path := outlineString(f, pt, s); path != nil {
		p.Fill(path)
	}
}

func (p *PDF) DrawText(t *Text, at vg.Point, rot float64, c color.Color) {
	if t.Empty() {
		return
	}
	p.Push()
	defer p.Pop()
	p.Translate(at)
	p.Rotate(rot)
	p.SetColor(c)
	if p.color.A == 0 {
		return
	}
	for _, r := range t.Rules {
		p.Fill(vg.Rectangle{Min: vg.Point{X: r.X, Y: r.Y}, Max: vg.Point{X: r.X + r.W, Y: r.Y + r.H}}.Path())
	}
	p.paint(p.color, "rg")
	p.content.WriteString("BT\n")
	for _, r := range t.Runs {
		p.run(r)
	}
	p.content.WriteString("ET\n")
}

// run writes one run; kerning becomes adjustments between strings.
func (p *PDF) run(r Run) {
	f := p.fonts[r.Face]
	if f == nil {
		f = &pdfFont{face: r.Face, code: map[rune]int{}}
		p.fonts[r.Face] = f
		f.index = len(p.order)
		p.order = append(p.order, f)
	}
	m := p.m.translate(vg.Point{X: r.X, Y: r.Y})
	runes := []rune(r.S)
	i := 0
	r.Face.each(r.S, func(x float64, _ *glyph, _ float64) {
		if i >= len(runes) {
			return
		}
		c, ok := f.code[runes[i]]
		if !ok {
			c = len(f.runes)
			f.code[runes[i]] = c
			f.runes = append(f.runes, runes[i])
		}
		o := m.apply(vg.Point{X: vg.Length(x) * r.Size})
		fmt.Fprintf(&p.content, "/F%d_%d %s Tf %s %s %s %s %s %s Tm <%02x> Tj\n", f.index, c/255, pnum(r.Size),
			pnum(vg.Length(m.a)), pnum(vg.Length(m.b)), pnum(vg.Length(m.c)), pnum(vg.Length(m.d)), pnum(o.X), pnum(o.Y), c%255+1)
		i++
	})
}

func (p *PDF) DrawMarkers(m Marker, at []vg.Point, fills []color.NRGBA) {
	adapted{p}.DrawMarkers(m, at, fills)
}

func (p *PDF) AsBitmap(r vg.Rectangle, draw func(Canvas)) { embedBitmap(p, r, 300, draw) }

func (p *PDF) DrawImage(rect vg.Rectangle, img image.Image) {
	if img.Bounds().Empty() {
		return
	}
	a, b := p.m.apply(rect.Min), p.m.apply(rect.Max)
	p.alphas[255] = true
	fmt.Fprintf(&p.content, "q /G255 gs %s 0 0 %s %s %s cm /I%d Do Q\n", pnum(b.X-a.X), pnum(b.Y-a.Y), pnum(a.X), pnum(a.Y), len(p.images))
	p.images = append(p.images, img)
}

// WriteTo writes the document.
func (p *PDF) WriteTo(w io.Writer) (int64, error) {
	d := &pdfDoc{}
	d.buf.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	const catalog, pages, page, contents = 1, 2, 3, 4
	d.next = 5
	var res strings.Builder
	res.WriteString("<</ProcSet[/PDF/Text/ImageC]/ExtGState<<")
	alphas := make([]int, 0, len(p.alphas))
	for a := range p.alphas {
		alphas = append(alphas, int(a))
	}
	sort.Ints(alphas)
	for _, a := range alphas {
		v := pnum(vg.Length(a) / 255)
		fmt.Fprintf(&res, "/G%d<</ca %s/CA %s>>", a, v, v)
	}
	res.WriteString(">>/XObject<<")
	for i, img := range p.images {
		fmt.Fprintf(&res, "/I%d %d 0 R", i, d.image(img))
	}
	res.WriteString(">>/Font<<")
	for _, f := range p.order {
		for start := 0; start < len(f.runes); start += 255 {
			fmt.Fprintf(&res, "/F%d_%d %d 0 R", f.index, start/255, d.font(f.face, f.runes[start:min(start+255, len(f.runes))]))
		}
	}
	res.WriteString(">>>>")
	d.object(catalog, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
	d.object(pages, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	d.object(page, fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %s/Contents %d 0 R/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>>>",
		pages, pnum(p.w), pnum(p.h), res.String(), contents))
	d.stream(contents, "", p.content.Bytes())
	d.finish(catalog)
	return d.buf.WriteTo(w)
}

// pdfDoc writes numbered objects and the table of their offsets.
type pdfDoc struct {
	buf     bytes.Buffer
	offsets map[int]int
	next    int
}

func (d *pdfDoc) id() int { d.next++; return d.next - 1 }

func (d *pdfDoc) object(id int, body string) {
	if d.offsets == nil {
		d.offsets = map[int]int{}
	}
	d.offsets[id] = d.buf.Len()
	fmt.Fprintf(&d.buf, "%d 0 obj\n%s\nendobj\n", id, body)
}

func (d *pdfDoc) stream(id int, dict string, data []byte) {
	var z bytes.Buffer
	zw := zlib.NewWriter(&z)
	zw.Write(data)
	zw.Close()
	d.object(id, fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, z.Len(), z.Bytes()))
}

func (d *pdfDoc) finish(root int) {
	start := d.buf.Len()
	fmt.Fprintf(&d.buf, "xref\n0 %d\n0000000000 65535 f \n", d.next)
	for i := 1; i < d.next; i++ {
		fmt.Fprintf(&d.buf, "%010d 00000 n \n", d.offsets[i])
	}
	fmt.Fprintf(&d.buf, "trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", d.next, root, start)
}

// image writes colours and, if any pixel is not opaque, a soft mask.
func (d *pdfDoc) image(img image.Image) int {
	b := img.Bounds()
	rgb := make([]byte, 0, 3*b.Dx()*b.Dy())
	alpha := make([]byte, 0, b.Dx()*b.Dy())
	opaque := true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := toNRGBA(img.At(x, y))
			rgb = append(rgb, c.R, c.G, c.B)
			alpha = append(alpha, c.A)
			opaque = opaque && c.A == 255
		}
	}
	dict := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", b.Dx(), b.Dy())
	mask := ""
	if !opaque {
		id := d.id()
		d.stream(id, dict+"/ColorSpace/DeviceGray", alpha)
		mask = fmt.Sprintf("/SMask %d 0 R", id)
	}
	id := d.id()
	d.stream(id, dict+"/ColorSpace/DeviceRGB"+mask, rgb)
	return id
}

// font writes a Type 3 font: one procedure for each character, in thousandths of the em.
func (d *pdfDoc) font(f *Face, runes []rune) int {
	var procs, diffs, widths, cmap strings.Builder
	diffs.WriteString("[1")
	for i, r := range runes {
		f.mu.Lock()
		g := f.lookup(r)
		f.mu.Unlock()
		var proc bytes.Buffer
		adv := math.Round(g.advance * 1000)
		fmt.Fprintf(&proc, "%d 0 -1000 -500 2000 1500 d1\n", int(adv))
		if len(g.path) > 0 {
			walk(g.path, matrix{a: 1000, d: 1000}, &pdfPath{buf: &proc})
			proc.WriteString("f\n")
		}
		id := d.id()
		d.stream(id, "", proc.Bytes())
		fmt.Fprintf(&procs, "/g%d %d 0 R", i+1, id)
		fmt.Fprintf(&diffs, "/g%d", i+1)
		fmt.Fprintf(&widths, "%d ", int(adv))
		fmt.Fprintf(&cmap, "<%02x> <%s>\n", i+1, utf16hex(r))
	}
	diffs.WriteString("]")
	uni := d.id()
	var lines strings.Builder
	entries := strings.SplitAfter(strings.TrimSuffix(cmap.String(), "\n"), "\n")
	for i := 0; i < len(entries); i += 100 {
		part := entries[i:min(i+100, len(entries))]
		fmt.Fprintf(&lines, "%d beginbfchar\n%s\nendbfchar\n", len(part), strings.TrimSuffix(strings.Join(part, ""), "\n"))
	}
	d.stream(uni, "", []byte("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /U def /CMapType 2 def\n"+
		"1 begincodespacerange <00> <ff> endcodespacerange\n"+lines.String()+"endcmap end end\n"))
	id := d.id()
	d.object(id, fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[-1000 -500 2000 1500]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences%s>>/CharProcs<<%s>>/Resources<<>>/ToUnicode %d 0 R>>",
		len(runes), strings.TrimSpace(widths.String()), diffs.String(), procs.String(), uni))
	return id
}

func utf16hex(r rune) string {
	if r < 0x10000 {
		return fmt.Sprintf("%04x", r)
	}
	r -= 0x10000
	return fmt.Sprintf("%04x%04x", 0xd800+r>>10, 0xdc00+r&0x3ff)
}

// pnum formats a length with at most three decimals.
func pnum(v vg.Length) string {
	f := min(max(float64(v), -1e6), 1e6)
	if f != f {
		f = 0
	}
	s := fmt.Sprintf("%.3f", f)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

type pdfPath struct {
	buf    *bytes.Buffer
	cur    vg.Point
	start  vg.Point
	inside bool
}

func (w *pdfPath) moveTo(p vg.Point) {
	fmt.Fprintf(w.buf, "%s %s m\n", pnum(p.X), pnum(p.Y))
	w.cur, w.start, w.inside = p, p, true
}

func (w *pdfPath) lineTo(p vg.Point) {
	if !w.inside {
		w.moveTo(p)
		return
	}
	fmt.Fprintf(w.buf, "%s %s l\n", pnum(p.X), pnum(p.Y))
	w.cur = p
}

func (w *pdfPath) quadTo(q, p vg.Point) {
	o := w.cur
	w.cubeTo(
		vg.Point{X: o.X + (q.X-o.X)*2/3, Y: o.Y + (q.Y-o.Y)*2/3},
		vg.Point{X: p.X + (q.X-p.X)*2/3, Y: p.Y + (q.Y-p.Y)*2/3}, p)
}

func (w *pdfPath) cubeTo(q, r, p vg.Point) {
	if !w.inside {
		w.moveTo(w.start)
	}
	fmt.Fprintf(w.buf, "%s %s %s %s %s %s c\n", pnum(q.X), pnum(q.Y), pnum(r.X), pnum(r.Y), pnum(p.X), pnum(p.Y))
	w.cur = p
}

func (w *pdfPath) closePath() {
	w.buf.WriteString("h\n")
	w.cur = w.start
}

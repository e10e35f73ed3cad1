package figure

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/render"
)

func (f *Figure) points() (w, h vg.Length) { return pt(f.width * 72), pt(f.height * 72) }

// SVG renders the figure as an SVG document in CSS pixels.
func (f *Figure) SVG() []byte {
	w, h := f.points()
	c := render.NewSVG(w, h, f.dpi)
	c.SetLabel(f.describe())
	f.draw(c)
	var b bytes.Buffer
	c.WriteTo(&b) // a buffer does not fail
	return b.Bytes()
}

// describe is what a screen reader says of the figure.
func (f *Figure) describe() string {
	var titles []string
	if f.suptitle != nil {
		titles = append(titles, f.suptitle.text)
	}
	for _, a := range f.axes {
		if t := a.Title(); t != "" {
			titles = append(titles, t)
		}
	}
	s := "Figure"
	if len(titles) > 0 {
		s += ": " + strings.Join(titles, "; ")
	}
	return s
}

// PNG renders the figure with scale bitmap pixels per CSS pixel (0: 2).
func (f *Figure) PNG(scale float64) ([]byte, error) {
	if scale == 0 {
		scale = 2
	}
	if !(scale > 0) || f.width*f.height*f.dpi*f.dpi*scale*scale > maxPixels {
		return nil, fmt.Errorf("figure: %g x %g inches at %g dots per inch is more than a bitmap can hold", f.width, f.height, f.dpi*scale)
	}
	w, h := f.points()
	c := render.NewBitmap(w, h, f.dpi*scale)
	f.draw(c)
	return render.EncodePNG(c.Image(), f.dpi*scale), nil
}

// PDF renders the figure as a document of one page.
func (f *Figure) PDF() []byte {
	w, h := f.points()
	c := render.NewPDF(w, h)
	f.draw(c)
	var b bytes.Buffer
	c.WriteTo(&b)
	return b.Bytes()
}

// Encode renders the figure in the named format: "svg", "png" or "pdf". For PNG, dpi is the number of bitmap pixels
// per inch (0: twice the figure's).
func (f *Figure) Encode(format string, dpi float64) ([]byte, error) {
	switch strings.ToLower(strings.TrimPrefix(format, ".")) {
	case "svg":
		return f.SVG(), nil
	case "png":
		if dpi == 0 {
			return f.PNG(2)
		}
		return f.PNG(dpi / f.dpi)
	case "pdf":
		return f.PDF(), nil
	case "":
		return nil, fmt.Errorf("figure: the format is missing: use .svg, .png or .pdf")
	}
	return nil, fmt.Errorf("figure: format '%s' is not supported: use svg, png or pdf", format)
}

// WriteFile renders the figure into a file, by its extension unless a format is given. The file is complete or not
// there: it is written beside its place and renamed.
func (f *Figure) WriteFile(name, format string, dpi float64) error {
	if format == "" {
		format = filepath.Ext(name)
	}
	data, err := f.Encode(format, dpi)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".figure-*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}

// Formats choose what Bundle holds.
type Formats struct {
	SVG, PNG bool
}

// Bundle renders the figure for display: data by MIME type and metadata by MIME type. text/plain is always there;
// image/png has twice the pixels of its width and height in the metadata, which are CSS pixels.
func (f *Figure) Bundle(want Formats) (data, metadata map[string]any, err error) {
	data = map[string]any{"text/plain": f.String()}
	metadata = map[string]any{}
	if want.SVG {
		data["image/svg+xml"] = string(f.SVG())
	}
	if want.PNG {
		b, err := f.PNG(2)
		if err != nil {
			return data, metadata, err
		}
		w, h := f.PixelSize()
		data["image/png"] = b
		metadata["image/png"] = map[string]any{"width": w, "height": h}
	}
	return data, metadata, nil
}

// Environment is what the variables QUARTO_FIG_WIDTH, QUARTO_FIG_HEIGHT (inches), QUARTO_FIG_DPI and
// QUARTO_FIG_FORMAT ask for. Empty and unusable values are ignored.
func Environment(width, height, dpi, format string) (Options, Formats) {
	o := Options{}
	num := func(s string, lo, hi float64) float64 {
		v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		if err != nil || !(v >= lo && v <= hi) {
			return 0
		}
		return v
	}
	o.Width, o.Height = num(width, 0.5, 100), num(height, 0.5, 100)
	o.DPI = num(dpi, 20, 600)
	switch strings.ToLower(strings.TrimSpace(format)) {
	case "svg":
		return o, Formats{SVG: true}
	case "png", "retina", "jpeg", "jpg":
		return o, Formats{PNG: true}
	}
	return o, Formats{SVG: true, PNG: true}
}

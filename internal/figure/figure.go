package figure

import (
	"fmt"
	"image/color"
	"math"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// Options describe a new figure. The zero value is a light figure of 6.4 by 4 inches at 100 dots per inch.
type Options struct {
	Width, Height float64     // inches; 0: 6.4 and 4
	DPI           float64     // CSS pixels per inch on screen; 0: 100
	Theme         *Theme      // nil: LightTheme
	Background    color.Color // nil: the theme's
	Transparent   bool        // no background at all
}

// Figure is a sheet of paper with axes on it.
type Figure struct {
	width, height, dpi float64
	theme              Theme
	background         color.NRGBA
	transparent        bool

	axes     []*Axes
	grids    []*grid
	suptitle *label
	supx     *label
	supy     *label
	bars     []*Colorbar // that serve several axes
	warnings []string
	warned   map[string]bool
}

// Limits on the size of a figure: what a bitmap can hold.
const (
	maxInches = 120
	maxPixels = 64 << 20 // of the bitmap at double density
)

// New makes an empty figure.
func New(o Options) (*Figure, error) {
	if o.Width == 0 {
		o.Width = 6.4
	}
	if o.Height == 0 {
		o.Height = 4
	}
	if o.DPI == 0 {
		o.DPI = 100
	}
	f := &Figure{width: o.Width, height: o.Height, dpi: o.DPI, warned: map[string]bool{}}
	if err := f.checkSize(o.Width, o.Height, o.DPI); err != nil {
		return nil, err
	}
	f.theme = LightTheme()
	if o.Theme != nil {
		f.theme = *o.Theme
	}
	if len(f.theme.Cycle) == 0 {
		f.theme.Cycle = palette.Light
	}
	f.background = f.theme.Background
	if o.Background != nil {
		f.background = color.NRGBAModel.Convert(o.Background).(color.NRGBA)
	}
	f.transparent = o.Transparent
	return f, nil
}

func (f *Figure) checkSize(w, h, dpi float64) error {
	if !(w > 0.2 && w <= maxInches && h > 0.2 && h <= maxInches) {
		return fmt.Errorf("figure: size must lie between 0.2 and %d inches, got %g x %g", maxInches, w, h)
	}
	if !(dpi >= 10 && dpi <= 2400) || w*h*dpi*dpi*4 > maxPixels {
		return fmt.Errorf("figure: %g x %g inches at %g dots per inch is more than a bitmap can hold", w, h, dpi)
	}
	return nil
}

// SetSize changes the size in inches.
func (f *Figure) SetSize(w, h float64) error {
	if err := f.checkSize(w, h, f.dpi); err != nil {
		return err
	}
	f.width, f.height = w, h
	return nil
}

// SetDPI changes the number of CSS pixels per inch.
func (f *Figure) SetDPI(dpi float64) error {
	if err := f.checkSize(f.width, f.height, dpi); err != nil {
		return err
	}
	f.dpi = dpi
	return nil
}

// DPI is the number of CSS pixels per inch.
func (f *Figure) DPI() float64 { return f.dpi }

// Size returns width and height in inches.
func (f *Figure) Size() (w, h float64) { return f.width, f.height }

// PixelSize returns width and height in CSS pixels.
func (f *Figure) PixelSize() (w, h int) {
	return int(math.Round(f.width * f.dpi)), int(math.Round(f.height * f.dpi))
}

// Theme returns a copy of the look.
func (f *Figure) Theme() Theme { return f.theme }

// SetBackground changes the colour of the paper.
func (f *Figure) SetBackground(c color.Color) {
	f.background = color.NRGBAModel.Convert(c).(color.NRGBA)
}

// SetTransparent leaves the background out.
func (f *Figure) SetTransparent(on bool) { f.transparent = on }

// Axes lists the axes in order of creation.
func (f *Figure) Axes() []*Axes { return f.axes }

// Clear removes all axes and titles.
func (f *Figure) Clear() {
	f.axes, f.grids, f.suptitle, f.supx, f.supy, f.bars = nil, nil, nil, nil, nil, nil
}

// String is "<Figure size 640x400 with 1 Axes>", or "0 Axes", "2 Axes".
func (f *Figure) String() string {
	w, h := f.PixelSize()
	return fmt.Sprintf("<Figure size %dx%d with %d Axes>", w, h, len(f.axes)+f.barCount())
}

func (f *Figure) barCount() int {
	n := len(f.bars)
	for _, a := range f.axes {
		n += len(a.bars)
	}
	return n
}

// SetTitle sets the title above all axes.
func (f *Figure) SetTitle(s string, st TextOptions) { f.suptitle = newLabel(s, st) }

// SetXLabel and SetYLabel set labels shared by all axes.
func (f *Figure) SetXLabel(s string, st TextOptions) { f.supx = newLabel(s, st) }

// SetYLabel sets the label at the left of all axes.
func (f *Figure) SetYLabel(s string, st TextOptions) { f.supy = newLabel(s, st) }

// Warnings returns what was left out while the figure was made or drawn, each message once, and forgets it.
func (f *Figure) Warnings() []string {
	w := f.warnings
	f.warnings = nil
	return w
}

func (f *Figure) warn(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	if !f.warned[s] {
		f.warned[s] = true
		f.warnings = append(f.warnings, s)
	}
}

// GridOptions describe a grid of axes.
type GridOptions struct {
	ShareX, ShareY Sharing
	WidthRatios    []float64 // relative widths of the columns
	HeightRatios   []float64 // relative heights of the rows
}

// Sharing says which axes of a grid have their scale and limits in common.
type Sharing int

const (
	ShareNone Sharing = iota
	ShareAll
	ShareColumn
	ShareRow
)

// grid divides the figure into cells.
type grid struct {
	rows, cols     int
	wRatio, hRatio []float64
	wspace, hspace float64 // extra space between cells in points; negative: default
}

const maxCells = 400

func (f *Figure) newGrid(rows, cols int, o GridOptions) (*grid, error) {
	if rows < 1 || cols < 1 || rows*cols > maxCells {
		return nil, fmt.Errorf("figure: number of rows and columns must be positive and their product at most %d, got %d x %d", maxCells, rows, cols)
	}
	g := &grid{rows: rows, cols: cols, wspace: -1, hspace: -1}
	var err error
	if g.wRatio, err = ratios("width ratios", o.WidthRatios, cols); err != nil {
		return nil, err
	}
	if g.hRatio, err = ratios("height ratios", o.HeightRatios, rows); err != nil {
		return nil, err
	}
	f.grids = append(f.grids, g)
	return g, nil
}

func ratios(what string, r []float64, n int) ([]float64, error) {
	if r == nil {
		r = make([]float64, n)
		for i := range r {
			r[i] = 1
		}
		return r, nil
	}
	if len(r) != n {
		return nil, fmt.Errorf("figure: %d %s for %d cells", len(r), what, n)
	}
	for i, v := range r {
		if !(v > 0) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("figure: %s[%d] = %g: must be positive", what, i, v)
		}
	}
	return append([]float64(nil), r...), nil
}

// Subplots fills a new grid with axes, returned row by row.
func (f *Figure) Subplots(rows, cols int, o GridOptions) ([][]*Axes, error) {
	g, err := f.newGrid(rows, cols, o)
	if err != nil {
		return nil, err
	}
	out := make([][]*Axes, rows)
	for r := range rows {
		for c := range cols {
			a := f.addAxes(cell{grid: g, r0: r, r1: r, c0: c, c1: c})
			out[r] = append(out[r], a)
			first := func(s Sharing) *Axes {
				switch s {
				case ShareAll:
					return out[0][0]
				case ShareColumn:
					return out[0][c]
				case ShareRow:
					return out[r][0]
				}
				return a
			}
			if p := first(o.ShareX); p != a {
				a.shareX(p)
			}
			if p := first(o.ShareY); p != a {
				a.shareY(p)
			}
			if (o.ShareX == ShareAll || o.ShareX == ShareColumn) && r < rows-1 {
				a.hideXLabels = true
			}
			if (o.ShareY == ShareAll || o.ShareY == ShareRow) && c > 0 {
				a.hideYLabels = true
			}
		}
	}
	return out, nil
}

// AddSubplot adds axes in cells first to last (counted from 1, row by row) of a grid that it shares with earlier
// subplots of the same shape. Axes that fill exactly those cells already are returned instead.
func (f *Figure) AddSubplot(rows, cols, first, last int) (*Axes, error) {
	if first < 1 || last < first || last > rows*cols {
		return nil, fmt.Errorf("figure: subplot index must lie between 1 and %d, got %d", rows*cols, first)
	}
	var g *grid
	for _, h := range f.grids {
		if h.rows == rows && h.cols == cols {
			g = h
		}
	}
	if g == nil {
		var err error
		if g, err = f.newGrid(rows, cols, GridOptions{}); err != nil {
			return nil, err
		}
	}
	r0, c0, r1, c1 := (first-1)/cols, (first-1)%cols, (last-1)/cols, (last-1)%cols
	c := cell{grid: g, r0: min(r0, r1), r1: max(r0, r1), c0: min(c0, c1), c1: max(c0, c1)}
	for _, a := range f.axes {
		if a.cell == c && a.twin == nil {
			return a, nil
		}
	}
	return f.addAxes(c), nil
}

// GridSpec is a grid whose cells are filled one by one.
type GridSpec struct {
	f    *Figure
	g    *grid
	Rows int
	Cols int
}

// NewGrid makes a grid without axes.
func (f *Figure) NewGrid(rows, cols int, o GridOptions) (*GridSpec, error) {
	g, err := f.newGrid(rows, cols, o)
	if err != nil {
		return nil, err
	}
	return &GridSpec{f: f, g: g, Rows: rows, Cols: cols}, nil
}

// Add adds axes that span rows r0 to r1 and columns c0 to c1, both inclusive and counted from 0.
func (s *GridSpec) Add(r0, r1, c0, c1 int) (*Axes, error) {
	if r0 < 0 || r1 < r0 || r1 >= s.Rows || c0 < 0 || c1 < c0 || c1 >= s.Cols {
		return nil, fmt.Errorf("figure: cells (%d..%d, %d..%d) are not in a grid of %d x %d", r0, r1, c0, c1, s.Rows, s.Cols)
	}
	return s.f.addAxes(cell{grid: s.g, r0: r0, r1: r1, c0: c0, c1: c1}), nil
}

// AddAxes adds axes whose inside fills the rectangle with lower left corner (left, bottom), in fractions of the
// figure.
func (f *Figure) AddAxes(left, bottom, width, height float64) (*Axes, error) {
	for _, v := range []float64{left, bottom, width, height} {
		if math.IsNaN(v) || math.Abs(v) > 10 {
			return nil, fmt.Errorf("figure: axes rectangle must be fractions of the figure, got (%g, %g, %g, %g)", left, bottom, width, height)
		}
	}
	if width <= 0 || height <= 0 {
		return nil, fmt.Errorf("figure: axes need positive width and height, got %g x %g", width, height)
	}
	return f.addAxes(cell{rect: [4]float64{left, bottom, width, height}}), nil
}

func (f *Figure) addAxes(c cell) *Axes {
	a := &Axes{fig: f, cell: c, gridOn: f.theme.ShowGrid}
	a.X, a.Y = newAxis(true), newAxis(false)
	a.X.owners, a.Y.owners = []*Axes{a}, []*Axes{a}
	a.colors = new(int)
	f.axes = append(f.axes, a)
	return a
}

// RemoveAxes takes axes off the figure.
func (f *Figure) RemoveAxes(a *Axes) {
	for i, b := range f.axes {
		if b == a {
			f.axes = append(f.axes[:i:i], f.axes[i+1:]...)
			a.X.disown(a)
			a.Y.disown(a)
			return
		}
	}
}

// cell is where axes stand: cells of a grid, or a fixed rectangle when grid is nil.
type cell struct {
	grid           *grid
	r0, r1, c0, c1 int
	rect           [4]float64
}

// label is a line of text with its options.
type label struct {
	text string
	TextOptions
}

func newLabel(s string, o TextOptions) *label {
	if s == "" {
		return nil
	}
	return &label{s, o}
}

func (l *label) layout(size float64, bold bool, align float64) *render.Text {
	if l == nil {
		return nil
	}
	if l.Size > 0 {
		size = l.Size
	}
	if l.Weight == "bold" {
		bold = true
	} else if l.Weight == "normal" {
		bold = false
	}
	return render.Layout(l.text, render.TextStyle{Size: pt(size), Bold: bold, Italic: l.Italic, Align: align})
}

func (l *label) color(def color.NRGBA) color.NRGBA {
	c := def
	if l.Color != nil {
		c = color.NRGBAModel.Convert(l.Color).(color.NRGBA)
	}
	if l.Alpha > 0 && l.Alpha < 1 {
		c = palette.WithAlpha(c, l.Alpha)
	}
	return c
}

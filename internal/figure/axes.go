package figure

import (
	"fmt"
	"image/color"
	"math"
	"sort"
	"strings"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
	"monge/internal/figure/render"
)

// Axes is one coordinate system with what is drawn in it.
type Axes struct {
	// X and Y are the two directions; axes made by sharing hold the same pointers.
	X, Y *Axis

	fig     *Figure
	cell    cell
	artists []artist
	colors  *int // how far the colour cycle has gone; twins share it
	twin    *Axes
	twinsY  bool // a twin with a y axis of its own, at the right

	title, titleLeft, titleRight *label
	xlabel, ylabel               *label
	gridOn, gridSet              bool
	gridAxis                     string // "both", "x" or "y"
	gridMinor                    bool
	gridStyle                    GridStyle
	off                          bool
	aspect                       float64 // 0: free
	aspectData                   bool    // the limits give way, not the box
	legend                       *Legend
	bars                         []*Colorbar
	panel                        *color.NRGBA
	framed                       bool // all four sides, for images
	hideXLabels, hideYLabels     bool
	hideSpine                    [4]bool // left, bottom, right, top
	xTop                         bool    // x ticks and labels at the top
	current                      Mappable

	place placement // found by layout
}

// artist is a thing drawn in axes.
type artist interface {
	// extents adds the range of the data; it may look at the axes but not at their limits.
	extents(a *Axes, x, y *extent)
	draw(p *pane)
	occupy(o *occupancy, p *pane)
	meta() *common
}

// common is what artists have in common.
type common struct {
	label  string
	order  float64
	hidden bool
	key    func(p *pane, box vg.Rectangle) // draws the sample of the legend
}

func (c *common) meta() *common { return c }

// Label returns the text for the legend.
func (c *common) Label() string { return c.label }

// SetLabel changes the text for the legend; a label that begins with "_" is not shown.
func (c *common) SetLabel(s string) { c.label = s }

// SetVisible shows or hides the artist.
func (c *common) SetVisible(on bool) { c.hidden = !on }

// SetZOrder changes the layer: higher is nearer to the reader.
func (c *common) SetZOrder(z float64) { c.order = z }

// Layers, from the paper upwards.
const (
	layerImage = 0
	layerPatch = 1
	layerLine  = 2
	layerText  = 3
)

// Figure returns the figure that the axes belong to.
func (a *Axes) Figure() *Figure { return a.fig }

func (a *Axes) add(art artist) {
	a.artists = append(a.artists, art)
}

// Clear removes artists, titles and settings.
func (a *Axes) Clear() {
	keep := *a
	a.X.disown(a)
	a.Y.disown(a)
	*a = Axes{fig: keep.fig, cell: keep.cell, gridOn: a.fig.theme.ShowGrid, colors: new(int)}
	a.X, a.Y = newAxis(true), newAxis(false)
	a.X.owners, a.Y.owners = []*Axes{a}, []*Axes{a}
}

func (x *Axis) disown(a *Axes) {
	for i, o := range x.owners {
		if o == a {
			x.owners = append(x.owners[:i:i], x.owners[i+1:]...)
			return
		}
	}
}

func (a *Axes) shareX(with *Axes) {
	a.X.disown(a)
	a.X = with.X
	a.X.owners = append(a.X.owners, a)
}

func (a *Axes) shareY(with *Axes) {
	a.Y.disown(a)
	a.Y = with.Y
	a.Y.owners = append(a.Y.owners, a)
}

// ShareX makes the axes use the x axis of others.
func (a *Axes) ShareX(with *Axes) { a.shareX(with) }

// ShareY makes the axes use the y axis of others.
func (a *Axes) ShareY(with *Axes) { a.shareY(with) }

// TwinX adds axes on top of these with the same x axis and a y axis of their own at the right.
func (a *Axes) TwinX() *Axes {
	t := a.fig.addAxes(a.cell)
	t.twin, t.twinsY, t.gridOn = a, true, false
	t.shareX(a)
	t.colors = a.colors
	t.aspect, t.aspectData = a.aspect, a.aspectData
	return t
}

// TwinY adds axes on top of these with the same y axis and an x axis of their own at the top.
func (a *Axes) TwinY() *Axes {
	t := a.fig.addAxes(a.cell)
	t.twin, t.xTop, t.gridOn = a, true, false
	t.shareY(a)
	t.colors = a.colors
	return t
}

// SetTitle sets the title; where is "center", "left" or "right".
func (a *Axes) SetTitle(s, where string, o TextOptions) error {
	switch where {
	case "", "center":
		a.title = newLabel(s, o)
	case "left":
		a.titleLeft = newLabel(s, o)
	case "right":
		a.titleRight = newLabel(s, o)
	default:
		return fmt.Errorf("figure: unknown title location '%s'; it is 'center', 'left' or 'right'", where)
	}
	return nil
}

// Title returns the text of the centred title.
func (a *Axes) Title() string {
	if a.title == nil {
		return ""
	}
	return a.title.text
}

// SetXLabel sets the label of the x axis.
func (a *Axes) SetXLabel(s string, o TextOptions) { a.xlabel = newLabel(s, o) }

// SetYLabel sets the label of the y axis.
func (a *Axes) SetYLabel(s string, o TextOptions) { a.ylabel = newLabel(s, o) }

// XLabel returns the label of the x axis.
func (a *Axes) XLabel() string {
	if a.xlabel == nil {
		return ""
	}
	return a.xlabel.text
}

// YLabel returns the label of the y axis.
func (a *Axes) YLabel() string {
	if a.ylabel == nil {
		return ""
	}
	return a.ylabel.text
}

// SetGrid shows or hides the grid lines; axis is "both", "x" or "y", minor adds those of the minor ticks.
func (a *Axes) SetGrid(on bool, axis string, minor bool) error {
	switch axis {
	case "":
		axis = "both"
	case "both", "x", "y":
	default:
		return fmt.Errorf("figure: unknown grid axis '%s'; it is 'both', 'x' or 'y'", axis)
	}
	a.gridOn, a.gridSet, a.gridAxis, a.gridMinor = on, true, axis, minor && on
	return nil
}

// GridStyle is the look of grid lines; its zero value is the theme's.
type GridStyle struct {
	Color color.Color
	Width vg.Length
	Style LineStyle
	Alpha float64
}

// SetGridStyle changes the look of the grid lines.
func (a *Axes) SetGridStyle(s GridStyle) { a.gridStyle = s }

// GridOn tells whether grid lines are shown.
func (a *Axes) GridOn() bool { return a.gridOn && !(a.framed && !a.gridSet) }

// SetVisible shows or hides axis lines, ticks and labels.
func (a *Axes) SetVisible(on bool) { a.off = !on }

// SetAspect makes one unit of y as long as ratio units of x; 0 sets the axes free. With data, the limits give way
// instead of the box.
func (a *Axes) SetAspect(ratio float64, data bool) error {
	if !(ratio >= 0) || math.IsInf(ratio, 0) {
		return fmt.Errorf("figure: aspect must be positive, got %g", ratio)
	}
	a.aspect, a.aspectData = ratio, data
	return nil
}

// SetPanel changes the colour of the inside.
func (a *Axes) SetPanel(c color.Color) {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	a.panel = &n
}

// SetFrame shows all four axis lines, or only those at the left and at the bottom.
func (a *Axes) SetFrame(on bool) { a.framed = on }

// SetSpine shows or hides one axis line: "left", "bottom", "right" or "top".
func (a *Axes) SetSpine(side string, on bool) error {
	for i, s := range []string{"left", "bottom", "right", "top"} {
		if s == side {
			a.hideSpine[i] = !on
			if on && i >= 2 {
				a.framed = true
			}
			return nil
		}
	}
	return fmt.Errorf("figure: unknown axis line '%s'; it is 'left', 'bottom', 'right' or 'top'", side)
}

// SetXTop puts the ticks of the x axis at the top.
func (a *Axes) SetXTop(on bool) { a.xTop = on }

// SetTickLabels shows or hides the tick labels of the x or y axis.
func (a *Axes) SetTickLabels(axis string, on bool) {
	if axis != "y" {
		a.hideXLabels = !on
	}
	if axis != "x" {
		a.hideYLabels = !on
	}
}

// LabelOuter hides tick labels and axis labels that are not at the left or lower side of the grid.
func (a *Axes) LabelOuter() {
	g := a.cell.grid
	if g == nil {
		return
	}
	if a.cell.r1 < g.rows-1 {
		a.hideXLabels, a.xlabel = true, nil
	}
	if a.cell.c0 > 0 {
		a.hideYLabels, a.ylabel = true, nil
	}
}

// LabelledArtists lists the artists that a legend would show.
func (a *Axes) LabelledArtists() []Labelled {
	var out []Labelled
	for _, art := range a.artists {
		m := art.meta()
		if l, ok := art.(Labelled); ok && m.key != nil && !m.hidden && m.label != "" && !strings.HasPrefix(m.label, "_") {
			out = append(out, l)
		}
	}
	return out
}

// Current returns the artist that a colour bar would explain: the last one that shows numbers as colours.
func (a *Axes) Current() Mappable { return a.current }

// NextColor takes the next colour of the cycle.
func (a *Axes) NextColor() color.NRGBA {
	c := a.fig.theme.Cycle[*a.colors%len(a.fig.theme.Cycle)]
	*a.colors++
	return c
}

func (a *Axes) pick(c color.Color, alpha float64) color.NRGBA {
	var n color.NRGBA
	if c == nil {
		n = a.NextColor()
	} else {
		n = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
	return withAlpha(n, alpha)
}

// withAlpha multiplies opacity; 0 stands for 1.
func withAlpha(c color.NRGBA, alpha float64) color.NRGBA {
	if alpha > 0 && alpha < 1 {
		return palette.WithAlpha(c, alpha)
	}
	return c
}

// sorted returns the visible artists from the lowest layer up, in order of creation within a layer.
func (a *Axes) sorted() []artist {
	var out []artist
	for _, art := range a.artists {
		if !art.meta().hidden {
			out = append(out, art)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].meta().order < out[j].meta().order })
	return out
}

// pane is what artists draw on: a canvas, the inside of the axes and the map from numbers to points.
type pane struct {
	c     render.Canvas
	axes  *Axes
	theme *Theme
	box   vg.Rectangle
	dpi   float64
}

func pt(v float64) vg.Length { return vg.Length(v) }

// x maps a number to a horizontal place; NaN where there is none: for infinities, and where the scale has none. Results are kept within a range that every
// canvas can hold.
func (p *pane) x(v float64) float64 {
	return float64(p.box.Min.X) + clampUnit(p.axes.X.unit(v))*float64(p.box.Max.X-p.box.Min.X)
}

func (p *pane) y(v float64) float64 {
	return float64(p.box.Min.Y) + clampUnit(p.axes.Y.unit(v))*float64(p.box.Max.Y-p.box.Min.Y)
}

func clampUnit(t float64) float64 {
	if math.IsNaN(t) || math.IsInf(t, 0) {
		return math.NaN()
	}
	return min(max(t, -1e5), 1e5)
}

func (p *pane) at(x, y float64) vg.Point { return vg.Point{X: vg.Length(p.x(x)), Y: vg.Length(p.y(y))} }

// edgeX and edgeY map the end of something that has an extent, such as a bar: where there is no place (the foot of a bar
// at 0 on a logarithmic scale, a bar of infinite height) it is far beyond the axis.
func (p *pane) edgeX(v float64) float64 { return edgeOf(p.x(v), v, p.axes.X, p.box.Min.X, p.box.Max.X) }
func (p *pane) edgeY(v float64) float64 { return edgeOf(p.y(v), v, p.axes.Y, p.box.Min.Y, p.box.Max.Y) }

func edgeOf(place, v float64, a *Axis, lo, hi vg.Length) float64 {
	if !math.IsNaN(place) || math.IsNaN(v) {
		return place
	}
	span := float64(hi - lo)
	if a.inverted != (v > 0) {
		return float64(hi) + span
	}
	return float64(lo) - span
}

// px is the length of a CSS pixel.
func (p *pane) px() vg.Length { return vg.Length(72 / p.dpi) }

// snap moves a place to the middle of a CSS pixel, where a line one pixel wide is sharp.
func (p *pane) snap(v vg.Length) vg.Length {
	px := p.px()
	return (vg.Length(math.Floor(float64(v/px)+1e-6)) + 0.5) * px
}

func (p *pane) stroke(path vg.Path, c color.NRGBA, w vg.Length, dash []vg.Length) {
	if len(path) == 0 || c.A == 0 || w <= 0 {
		return
	}
	p.c.SetColor(c)
	p.c.SetLineWidth(w)
	p.c.SetLineDash(dash, 0)
	p.c.Stroke(path)
}

func (p *pane) fill(path vg.Path, c color.NRGBA) {
	if len(path) == 0 || c.A == 0 {
		return
	}
	p.c.SetColor(c)
	p.c.Fill(path)
}

func rectPath(x0, y0, x1, y1 float64) vg.Path {
	return vg.Rectangle{Min: vg.Point{X: vg.Length(min(x0, x1)), Y: vg.Length(min(y0, y1))}, Max: vg.Point{X: vg.Length(max(x0, x1)), Y: vg.Length(max(y0, y1))}}.Path()
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// checkLengths refuses series of different length, naming both.
func checkLengths(fn, an string, a int, bn string, b int) error {
	if a != b {
		return fmt.Errorf("figure: %s: %s and %s must have the same length, got %d and %d", fn, an, bn, a, b)
	}
	return nil
}

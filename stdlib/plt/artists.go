package plt

import (
	"fmt"
	"image/color"
	"math"
	"strconv"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// drawn is what artists of package figure have in common.
type drawn interface {
	Label() string
	SetLabel(string)
	SetVisible(bool)
	SetZOrder(float64)
}

// Artist is a thing in axes, as the language sees it: curves, points, areas, images, contours ...
type Artist struct {
	class *bind.Class
	art   drawn
	ax    *Axes
	note  string // for the repr
}

func (a *Artist) Type() *py.Type { return a.class.Type() }

// Repr is the class with a short note.
func (a *Artist) Repr(*runtime.Thread) (string, error) {
	if l := a.art.Label(); l != "" && a.note == "" {
		return "<" + a.class.Name + ": " + l + ">", nil
	}
	if a.note != "" {
		return "<" + a.class.Name + " " + a.note + ">", nil
	}
	return "<" + a.class.Name + ">", nil
}

func artMethod(name string, ps []bind.Param, doc string, fn func(c *bind.Call, a *Artist) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Params: ps, Doc: doc, Fn: func(c *bind.Call) (py.Object, error) {
		a, err := self[*Artist](c)
		if err != nil {
			return nil, err
		}
		return fn(c, a)
	}}
}

// artistMethods are those that every artist has.
func artistMethods(more ...*bind.Func) []*bind.Func {
	return append([]*bind.Func{
		artMethod("get_label", nil, "Text for the legend.", func(c *bind.Call, a *Artist) (py.Object, error) { return str(a.art.Label()), nil }),
		artMethod("set_label", []bind.Param{req("s", labelT, "the text")}, "Change the text for the legend.", func(c *bind.Call, a *Artist) (py.Object, error) {
			a.art.SetLabel(c.Str("s"))
			return py.None, nil
		}),
		artMethod("set_visible", []bind.Param{req("b", bind.Bool, "whether to show it")}, "Show or hide.", func(c *bind.Call, a *Artist) (py.Object, error) {
			a.art.SetVisible(c.Bool("b"))
			return py.None, nil
		}),
		artMethod("set_zorder", []bind.Param{req("level", bind.Float, "higher is nearer to the reader")}, "Change the layer.", func(c *bind.Call, a *Artist) (py.Object, error) {
			a.art.SetZOrder(c.Float("level"))
			return py.None, nil
		}),
		artMethod("remove", nil, "Take it out of its axes.", func(c *bind.Call, a *Artist) (py.Object, error) {
			a.art.SetVisible(false)
			a.art.SetLabel("_removed")
			return py.None, nil
		}),
		artMethod("get_color", nil, "Colour as '#rrggbb'.", func(c *bind.Call, a *Artist) (py.Object, error) {
			if x, ok := a.art.(interface{ Color() color.NRGBA }); ok {
				return str(hex(x.Color())), nil
			}
			return nil, runtime.AttributeErrorf("'%s' object has no single colour", a.class.Name)
		}),
	}, more...)
}

var (
	lineClass = &bind.Class{
		Name: "Line2D", Module: "plt", Doc: "A curve.",
		Example: ">>> line, = plt.plot([1, 2, 4], label='powers')\n... print(line, line.get_ydata())\n<Line2D: powers> [1. 2. 4.]\n<Figure size 640x400 with 1 Axes>",
		Methods: artistMethods(
			artMethod("set_data", []bind.Param{req("x", vectorT, "x"), req("y", vectorT, "y")}, "Replace the points.", func(c *bind.Call, a *Artist) (py.Object, error) {
				return none(refuse(c, a.line().SetData(vec(c, "x"), vec(c, "y"))))
			}),
			artMethod("set_xdata", []bind.Param{req("x", vectorT, "x")}, "Replace x.", func(c *bind.Call, a *Artist) (py.Object, error) {
				_, y := a.line().Data()
				return none(refuse(c, a.line().SetData(vec(c, "x"), y)))
			}),
			artMethod("set_ydata", []bind.Param{req("y", vectorT, "y")}, "Replace y.", func(c *bind.Call, a *Artist) (py.Object, error) {
				x, _ := a.line().Data()
				return none(refuse(c, a.line().SetData(x, vec(c, "y"))))
			}),
			artMethod("get_xdata", nil, "The x of the points.", func(c *bind.Call, a *Artist) (py.Object, error) {
				x, _ := a.line().Data()
				return toArray(x), nil
			}),
			artMethod("get_ydata", nil, "The y of the points.", func(c *bind.Call, a *Artist) (py.Object, error) {
				_, y := a.line().Data()
				return toArray(y), nil
			}),
			artMethod("set_color", []bind.Param{req("color", colorT, "the colour")}, "Change the colour.", func(c *bind.Call, a *Artist) (py.Object, error) {
				a.line().SetColor(bind.Get[color.NRGBA](c, "color"))
				return py.None, nil
			}),
			artMethod("set_linewidth", []bind.Param{req("w", bind.Float, "points")}, "Change the width.", func(c *bind.Call, a *Artist) (py.Object, error) {
				a.line().SetWidth(vg.Length(c.Float("w")))
				return py.None, nil
			}),
			artMethod("set_linestyle", []bind.Param{req("ls", lineStyleT, "'-', '--', ':', '-.' or 'none'")}, "Change how the line is broken.", func(c *bind.Call, a *Artist) (py.Object, error) {
				a.line().SetStyle(bind.Get[lineStyle](c, "ls").style)
				return py.None, nil
			}),
		),
	}
	pathsClass  = &bind.Class{Name: "PathCollection", Module: "plt", Doc: "A cloud of points.", Example: ">>> plt.scatter([1, 2], [3, 4])\n<Figure size 640x400 with 1 Axes>\n<PathCollection>", Methods: artistMethods(normMethods...)}
	polyClass   = &bind.Class{Name: "PolyCollection", Module: "plt", Doc: "A filled area.", Example: ">>> plt.fill_between([1, 2], [3, 4])\n<Figure size 640x400 with 1 Axes>\n<PolyCollection>", Methods: artistMethods()}
	spanClass   = &bind.Class{Name: "Polygon", Module: "plt", Doc: "A polygon or a band across the axes.", Example: ">>> plt.axvspan(1, 2)\n<Figure size 640x400 with 1 Axes>\n<Polygon>", Methods: artistMethods()}
	linesClass  = &bind.Class{Name: "LineCollection", Module: "plt", Doc: "Straight lines.", Example: ">>> plt.hlines([1, 2], 0, 1)\n<Figure size 640x400 with 1 Axes>\n<LineCollection>", Methods: artistMethods()}
	imageClass  = &bind.Class{Name: "AxesImage", Module: "plt", Doc: "A matrix or picture shown as an image.", Example: ">>> plt.imshow([[1, 2], [3, 4]])\n<Figure size 640x400 with 1 Axes>\n<AxesImage size=(2, 2)>", Methods: artistMethods(append(normMethods, setClim)...)}
	meshClass   = &bind.Class{Name: "QuadMesh", Module: "plt", Doc: "A matrix shown over coordinates.", Example: ">>> plt.pcolormesh([[1, 2], [3, 4]])\n<Figure size 640x400 with 1 Axes>\n<QuadMesh>", Methods: artistMethods(normMethods...)}
	quiverClass = &bind.Class{Name: "Quiver", Module: "plt", Doc: "A field of arrows.", Example: ">>> plt.quiver([1, 0], [0, 1])\n<Figure size 640x400 with 1 Axes>\n<Quiver>", Methods: artistMethods()}
	errorClass  = &bind.Class{Name: "ErrorbarContainer", Module: "plt", Doc: "Points with error bars.", Example: ">>> plt.errorbar([1, 2], [3, 4], yerr=0.5)\n<Figure size 640x400 with 1 Axes>\n<ErrorbarContainer>", Methods: artistMethods()}
	stemClass   = &bind.Class{Name: "StemContainer", Module: "plt", Doc: "Stems.", Example: ">>> plt.stem([1, 2, 3])\n<Figure size 640x400 with 1 Axes>\n<StemContainer>", Methods: artistMethods()}
	textClass   = &bind.Class{
		Name: "Text", Module: "plt", Doc: "Text in axes.",
		Example: ">>> plt.text(0.5, 0.5, 'here')\n<Figure size 640x400 with 1 Axes>\nText(0.5, 0.5, 'here')",
		Methods: artistMethods(
			artMethod("set_text", []bind.Param{req("s", labelT, "the text")}, "Change the text.", func(c *bind.Call, a *Artist) (py.Object, error) {
				a.art.(*figure.Text).SetText(c.Str("s"))
				return py.None, nil
			}),
			artMethod("get_text", nil, "The text.", func(c *bind.Call, a *Artist) (py.Object, error) { return str(a.art.(*figure.Text).String()), nil }),
		),
	}
	contourClass = &bind.Class{
		Name: "QuadContourSet", Module: "plt", Doc: "Contours.",
		Example: ">>> cs = plt.contour([[0, 1], [2, 3]], levels=[1, 2]);\n... cs.levels\n<Figure size 640x400 with 1 Axes>\narray([1., 2.])",
		Methods: artistMethods(artMethod("clabel", clabelParams[1:], "Write the heights on the lines.", func(c *bind.Call, a *Artist) (py.Object, error) {
			return contourLabels(c, a)
		})),
		Attrs: []bind.Attr{{Name: "levels", Type: "array", Doc: "the heights", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) {
			return toArray(o.(*Artist).art.(*figure.Contours).Levels()), nil
		}}},
	}
)

func (a *Artist) line() *figure.Line { return a.art.(*figure.Line) }

// normMethods are those of artists that show numbers as colours.
var normMethods = []*bind.Func{
	artMethod("set_cmap", []bind.Param{req("cmap", cmapT, "colour map")}, "Refused: give cmap where the artist is made.", func(c *bind.Call, a *Artist) (py.Object, error) {
		return nil, runtime.AttributeErrorf("set_cmap is not provided by Monge; pass cmap when drawing")
	}),
}

var setClim = artMethod("set_clim", []bind.Param{opt("vmin", bind.Float, "number at the low end"), opt("vmax", bind.Float, "number at the high end")}, "Change the limits of the colours.", func(c *bind.Call, a *Artist) (py.Object, error) {
	n := figure.AutoNorm()
	if v, ok := number(c, "vmin"); ok {
		n.Min = v
	}
	if v, ok := number(c, "vmax"); ok {
		n.Max = v
	}
	return none(refuse(c, a.art.(*figure.Image).SetNorm(n)))
})

// textArtist is a Text whose repr is matplotlib's.
type textArtist struct {
	Artist
	x, y float64
}

// Repr is "Text(0.5, 1.0, 'title')".
func (a *textArtist) Repr(t *runtime.Thread) (string, error) {
	return (&Label{x: a.x, y: a.y, s: a.art.(*figure.Text).String()}).Repr(t)
}

// Label is a title or the label of an axis.
type Label struct {
	x, y float64
	s    string
}

var labelClass = &bind.Class{
	Name: "Text", Module: "plt.text", Doc: "A title or the label of an axis.",
	Example: ">>> plt.title('sales')\n<Figure size 640x400 with 1 Axes>\nText(0.5, 1.0, 'sales')",
	Methods: []*bind.Func{{Name: "get_text", Doc: "The text.", Fn: func(c *bind.Call) (py.Object, error) {
		l, err := self[*Label](c)
		if err != nil {
			return nil, err
		}
		return str(l.s), nil
	}}},
}

func (*Label) Type() *py.Type { return labelClass.Type() }

// Repr is "Text(0.5, 1.0, 'title')".
func (l *Label) Repr(t *runtime.Thread) (string, error) {
	q, err := runtime.Repr(t, py.String(l.s))
	return fmt.Sprintf("Text(%s, %s, %s)", short(l.x), short(l.y), q), err
}

// short writes a number as the language does.
func short(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		if v == 0 {
			return "0"
		}
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// BarContainer is a row of bars; iterating gives the bars.
type BarContainer struct {
	bars *figure.Bars
	ax   *Axes
}

var barsClass = &bind.Class{
	Name: "BarContainer", Module: "plt", Doc: "A row of bars. Iterating gives the single bars.",
	Example: ">>> plt.bar([1, 2, 3], [4, 5, 6])\n<Figure size 640x400 with 1 Axes>\n<BarContainer object of 3 artists>",
	Methods: []*bind.Func{
		{Name: "get_label", Doc: "Text for the legend.", Fn: func(c *bind.Call) (py.Object, error) {
			b, err := self[*BarContainer](c)
			if err != nil {
				return nil, err
			}
			return str(b.bars.Label()), nil
		}},
		{Name: "set_label", Params: []bind.Param{req("s", labelT, "the text")}, Doc: "Change the text for the legend.", Fn: func(c *bind.Call) (py.Object, error) {
			b, err := self[*BarContainer](c)
			if err != nil {
				return nil, err
			}
			b.bars.SetLabel(c.Str("s"))
			return py.None, nil
		}},
	},
	Attrs: []bind.Attr{{Name: "patches", Type: "list of Rectangle", Doc: "the single bars", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) {
		return list(o.(*BarContainer).items()...), nil
	}}},
}

func (*BarContainer) Type() *py.Type { return barsClass.Type() }

// Repr is matplotlib's.
func (b *BarContainer) Repr(*runtime.Thread) (string, error) {
	return fmt.Sprintf("<BarContainer object of %d artists>", b.bars.Len()), nil
}

// Len is the number of bars.
func (b *BarContainer) Len() int { return b.bars.Len() }

func (b *BarContainer) items() []py.Object {
	out := make([]py.Object, b.bars.Len())
	for i := range out {
		out[i] = &Rectangle{b.bars, i}
	}
	return out
}

// Iter goes over the bars.
func (b *BarContainer) Iter(t *runtime.Thread) (runtime.Iterator, error) {
	return runtime.Iter(t, list(b.items()...))
}

// GetItem returns a bar.
func (b *BarContainer) GetItem(t *runtime.Thread, k py.Object) (py.Object, error) {
	return runtime.GetItem(t, list(b.items()...), k)
}

// Rectangle is one bar.
type Rectangle struct {
	bars *figure.Bars
	i    int
}

func rectGet(name, doc string, get func(x0, y0, x1, y1 float64) float64) *bind.Func {
	return &bind.Func{Name: name, Doc: doc, Fn: func(c *bind.Call) (py.Object, error) {
		r, err := self[*Rectangle](c)
		if err != nil {
			return nil, err
		}
		return py.Float(get(r.bars.Rect(r.i))), nil
	}}
}

var rectClass = &bind.Class{
	Name: "Rectangle", Module: "plt", Doc: "One bar.",
	Example: ">>> bars = plt.bar(['a', 'b'], [3, 5]);\n... print([b.get_height() for b in bars])\n[3.0, 5.0]\n<Figure size 640x400 with 1 Axes>",
	Methods: []*bind.Func{
		rectGet("get_height", "Height of the bar.", func(_, y0, _, y1 float64) float64 { return y1 - y0 }),
		rectGet("get_width", "Width of the bar.", func(x0, _, x1, _ float64) float64 { return x1 - x0 }),
		rectGet("get_x", "Left edge.", func(x0, _, _, _ float64) float64 { return x0 }),
		rectGet("get_y", "Lower edge.", func(_, y0, _, _ float64) float64 { return y0 }),
		{Name: "set_color", Params: []bind.Param{req("color", colorT, "the colour")}, Doc: "Change the colour of the bar.", Fn: func(c *bind.Call) (py.Object, error) {
			r, err := self[*Rectangle](c)
			if err != nil {
				return nil, err
			}
			r.bars.SetColor(r.i, bind.Get[color.NRGBA](c, "color"))
			return py.None, nil
		}},
		{Name: "set_facecolor", Params: []bind.Param{req("color", colorT, "the colour")}, Doc: "Change the colour of the bar.", Fn: func(c *bind.Call) (py.Object, error) {
			r, err := self[*Rectangle](c)
			if err != nil {
				return nil, err
			}
			r.bars.SetColor(r.i, bind.Get[color.NRGBA](c, "color"))
			return py.None, nil
		}},
	},
}

func (*Rectangle) Type() *py.Type { return rectClass.Type() }

// Repr shows place and size.
func (r *Rectangle) Repr(*runtime.Thread) (string, error) {
	x0, y0, x1, y1 := r.bars.Rect(r.i)
	return fmt.Sprintf("Rectangle(xy=(%g, %g), width=%g, height=%g)", x0, y0, x1-x0, y1-y0), nil
}

// Simple is a result that can only be held: legends, colour bars.
type Simple struct {
	class  *bind.Class
	bar    *figure.Colorbar
	legend *figure.Legend
	ax     *Axes
}

func (s *Simple) Type() *py.Type { return s.class.Type() }

// Repr is the name of the class.
func (s *Simple) Repr(*runtime.Thread) (string, error) { return "<" + s.class.Name + ">", nil }

var (
	legendClass = &bind.Class{
		Name: "Legend", Module: "plt", Doc: "The key to the artists of axes.",
		Example: ">>> plt.plot([1, 2], label='a')\n... plt.legend()\n<Figure size 640x400 with 1 Axes>\n<Legend>",
		Methods: []*bind.Func{{Name: "remove", Doc: "Take the legend away.", Fn: func(c *bind.Call) (py.Object, error) {
			s, err := self[*Simple](c)
			if err == nil {
				s.ax.ax.RemoveLegend()
			}
			return none(err)
		}}},
	}
	colorbarClass = &bind.Class{
		Name: "Colorbar", Module: "plt", Doc: "The bar that explains colours.",
		Example: ">>> plt.imshow([[1, 2], [3, 4]])\n... plt.colorbar()\n<Figure size 640x400 with 2 Axes>\n<Colorbar>",
		Methods: []*bind.Func{
			{Name: "set_label", Params: params(req("label", labelT, "the text"), key("fontsize", sizeT, "accepted and not used"), key("size", sizeT, "accepted and not used"), key("rotation", bind.Float, "accepted and not used"), key("labelpad", bind.Float, "accepted and not used")), Doc: "Set the label of the bar.", Fn: func(c *bind.Call) (py.Object, error) {
				s, err := self[*Simple](c)
				if err == nil {
					s.bar.SetLabel(c.Str("label"))
				}
				return none(err)
			}},
			{Name: "set_ticks", Params: []bind.Param{req("ticks", vectorT, "where ticks stand"), key("labels", labelsT, "what they say")}, Doc: "Set the ticks of the bar.", Fn: func(c *bind.Call) (py.Object, error) {
				s, err := self[*Simple](c)
				if err != nil {
					return nil, err
				}
				return none(refuse(c, s.bar.Axis().SetTicks(vec(c, "ticks"), bind.Get[[]string](c, "labels"))))
			}},
		},
		Attrs: []bind.Attr{{Name: "ax", Type: "Colorbar", Doc: "the bar itself, for set_ylabel, set_xlabel and set_title", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return o, nil }}},
	}
)

func init() {
	for _, n := range []string{"set_ylabel", "set_xlabel", "set_title"} {
		colorbarClass.Methods = append(colorbarClass.Methods, &bind.Func{
			Name: n, Params: params(req("label", labelT, "the text"), key("rotation", bind.Float, "accepted and not used"), key("labelpad", bind.Float, "accepted and not used"), key("fontsize", sizeT, "accepted and not used")),
			Doc: "Set the label of the bar.", Fn: func(c *bind.Call) (py.Object, error) {
				s, err := self[*Simple](c)
				if err == nil {
					s.bar.SetLabel(c.Str("label"))
				}
				return none(err)
			}})
	}
}

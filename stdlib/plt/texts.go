package plt

import (
	"errors"
	"image/color"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// textParams are the properties of text.
var textParams = []bind.Param{
	key("fontsize", sizeT, "size in points or by name"), key("size", sizeT, "same as fontsize"),
	key("color", colorT, "colour"), key("c", colorT, "same as color"),
	key("fontweight", weightT, "'bold' or 'normal'"), key("weight", weightT, "same as fontweight"),
	key("fontstyle", bind.OneOf("normal", "italic", "oblique"), "slope"), key("style", bind.OneOf("normal", "italic", "oblique"), "same as fontstyle"),
	key("ha", hAlignT, "horizontal alignment"), key("horizontalalignment", hAlignT, "same as ha"),
	key("va", vAlignT, "vertical alignment"), key("verticalalignment", vAlignT, "same as va"),
	key("rotation", rotationT, "degrees, 'vertical' or 'horizontal'"),
	key("alpha", bind.Float, "opacity between 0 and 1"),
	key("bbox", bind.Any, "dict of a frame: facecolor, edgecolor, alpha, boxstyle, pad"),
	key("backgroundcolor", colorT, "colour behind the text"),
	key("fontdict", bind.Any, "dict of these properties"),
	key("fontfamily", bind.Any, "accepted and not used"), key("family", bind.Any, "accepted and not used"), key("fontname", bind.Any, "accepted and not used"),
	key("pad", bind.Float, "accepted and not used"), key("labelpad", bind.Float, "accepted and not used"),
	key("x", bind.Float, "accepted and not used"), key("y", bind.Float, "accepted and not used"),
	key("zorder", bind.Float, "layer"), key("clip_on", bind.Bool, "leave the text out when its place is outside"),
	key("wrap", bind.Bool, "accepted and not used"), key("linespacing", bind.Float, "accepted and not used"), key("usetex", bind.Bool, "accepted and not used"),
}

// placedParams are those of text whose place is given: x and y are arguments of their own there.
var placedParams = func() []bind.Param {
	var out []bind.Param
	for _, p := range textParams {
		if p.Name != "x" && p.Name != "y" && p.Name != "pad" && p.Name != "labelpad" {
			out = append(out, p)
		}
	}
	return out
}()

var (
	hAlignT   = bind.OneOf("left", "center", "right")
	vAlignT   = bind.OneOf("top", "center", "bottom", "baseline", "center_baseline")
	rotationT = bind.Type{Name: "float or str", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		switch o {
		case py.String("vertical"):
			return 90.0, nil
		case py.String("horizontal"):
			return 0.0, nil
		}
		f, err := runtime.AsFloat(t, o)
		if err != nil {
			return nil, errors.New("must be degrees, 'vertical' or 'horizontal'")
		}
		return f, nil
	}}
)

// textOptions reads the properties of text.
func textOptions(c *bind.Call) (o figure.TextOptions, err error) {
	if d, ok := c.Obj("fontdict").(*runtime.Dict); ok {
		if o, err = fontDict(c, d); err != nil {
			return o, err
		}
	}
	if n, err := either(c, "fontsize", "size"); err != nil {
		return o, err
	} else if n != "" {
		o.Size = c.Float(n)
	}
	col, err := pickColor(c, "color", "c")
	if err != nil {
		return o, err
	}
	if col != nil {
		o.Color = col
	}
	for _, n := range []string{"fontweight", "weight"} {
		if c.Has(n) {
			o.Weight = c.Str(n)
		}
	}
	for _, n := range []string{"fontstyle", "style"} {
		if c.Has(n) {
			o.Italic = c.Str(n) != "normal"
		}
	}
	for _, n := range []string{"ha", "horizontalalignment"} {
		if c.Has(n) {
			o.HAlign = c.Str(n)
		}
	}
	for _, n := range []string{"va", "verticalalignment"} {
		if c.Has(n) {
			o.VAlign = c.Str(n)
		}
	}
	if v, ok := number(c, "rotation"); ok {
		o.Rotation = v
	}
	if o.Alpha, err = alphaOf(c); err != nil {
		return o, err
	}
	o.ZOrder = zorder(c)
	o.Clip = c.Bool("clip_on")
	if c.Has("backgroundcolor") {
		o.Box = &figure.TextBox{Fill: bind.Get[color.NRGBA](c, "backgroundcolor"), Edge: color.NRGBA{}}
	}
	if c.Has("bbox") {
		if o.Box, err = textBox(c, c.Obj("bbox")); err != nil {
			return o, err
		}
	}
	return o, nil
}

// fontDict reads a dict of text properties.
func fontDict(c *bind.Call, d *runtime.Dict) (o figure.TextOptions, err error) {
	for k, v := range d.All() {
		name, _ := k.(py.String)
		switch name {
		case "fontsize", "size":
			var f any
			if f, err = sizeT.Convert(c.Thread, v); err == nil {
				o.Size = f.(float64)
			}
		case "color":
			o.Color, err = toColor(c.Thread, v)
		case "fontweight", "weight":
			var w any
			if w, err = weightT.Convert(c.Thread, v); err == nil {
				o.Weight = w.(string)
			}
		case "fontstyle", "style":
			o.Italic = v != py.Object(py.String("normal"))
		case "family", "fontfamily":
		case "rotation":
			o.Rotation, err = runtime.AsFloat(c.Thread, v)
		default:
			return o, runtime.TypeErrorf("%s() got an unexpected key %s in fontdict", c.Func.Name, bind.Short(c.Thread, k))
		}
		if err != nil {
			return o, c.Errorf("fontdict['%s']: %s", name, plainMessage(c.Thread, err))
		}
	}
	return o, nil
}

// textBox reads the dict of a frame.
func textBox(c *bind.Call, o py.Object) (*figure.TextBox, error) {
	d, ok := o.(*runtime.Dict)
	if !ok {
		return nil, runtime.TypeErrorf("%s: bbox must be a dict, not %s", c.Func.QualName(), o.Type().Name)
	}
	b := &figure.TextBox{}
	for k, v := range d.All() {
		name, _ := k.(py.String)
		var err error
		switch name {
		case "facecolor", "fc", "color":
			b.Fill, err = toColor(c.Thread, v)
		case "edgecolor", "ec":
			b.Edge, err = toColor(c.Thread, v)
		case "alpha":
			b.Alpha, err = runtime.AsFloat(c.Thread, v)
		case "pad":
			var f float64
			f, err = runtime.AsFloat(c.Thread, v)
			b.Pad = vg.Length(f)
			if f < 1.5 { // given in em, as boxstyle has it
				b.Pad = vg.Length(f * 10)
			}
		case "boxstyle":
			if s, ok := v.(py.String); ok && len(s) >= 5 && s[:5] == "round" {
				b.Round = true
			}
		case "linewidth", "lw", "linestyle", "ls", "zorder":
		default:
			return nil, runtime.TypeErrorf("%s() got an unexpected key %s in bbox", c.Func.Name, bind.Short(c.Thread, k))
		}
		if err != nil {
			return nil, c.Errorf("bbox['%s']: %s", name, plainMessage(c.Thread, err))
		}
	}
	return b, nil
}

var annotateParams = params(req("text", labelT, "the text"), req("xy", pairT, "the point that it is about"),
	opt("xytext", pairT, "place of the text; at the point when left out"),
	key("xycoords", bind.OneOf("data", "axes fraction"), "coordinates of xy"),
	key("textcoords", bind.OneOf("data", "axes fraction", "offset points"), "coordinates of xytext"),
	key("arrowprops", bind.Any, "dict of an arrow to the point: arrowstyle, color, lw, connectionstyle, shrink"),
	key("annotation_clip", bind.Bool, "accepted and not used"), placedParams)

func annotate(c *bind.Call, a *Axes) (py.Object, error) {
	o, err := textOptions(c)
	if err != nil {
		return nil, err
	}
	xy := bind.Get[[2]float64](c, "xy")
	ao := figure.AnnotateOptions{Text: o}
	axes := c.Str("xycoords") == "axes fraction"
	switch {
	case c.Str("textcoords") == "offset points":
		if c.Has("xytext") {
			t := bind.Get[[2]float64](c, "xytext")
			ao.Offset = vg.Point{X: vg.Length(t[0]), Y: vg.Length(t[1])}
		}
		if axes {
			ao.At, ao.AtAxes = &xy, true
		}
	case c.Has("xytext"):
		t := bind.Get[[2]float64](c, "xytext")
		ao.At = &t
		ao.AtAxes = c.Str("textcoords") == "axes fraction" || !c.Has("textcoords") && axes
	case axes:
		ao.At, ao.AtAxes = &xy, true
	}
	if p := c.Obj("arrowprops"); p != py.None {
		if ao.Arrow, err = arrow(c, p); err != nil {
			return nil, err
		}
	}
	t, err := a.ax.Annotate(c.Str("text"), xy[0], xy[1], ao)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &textArtist{Artist{class: textClass, art: t, ax: a}, xy[0], xy[1]}, nil
}

// arrow reads arrowprops.
func arrow(c *bind.Call, o py.Object) (*figure.Arrow, error) {
	d, ok := o.(*runtime.Dict)
	if !ok {
		return nil, runtime.TypeErrorf("%s: arrowprops must be a dict, not %s", c.Func.QualName(), o.Type().Name)
	}
	ar := &figure.Arrow{}
	if _, ok := d.GetStr("arrowstyle"); !ok {
		ar.Head = "fancy" // matplotlib's broad arrow
	}
	for k, v := range d.All() {
		name, _ := k.(py.String)
		var err error
		f := 0.0
		switch name {
		case "arrowstyle":
			s, _ := v.(py.String)
			for i := range s { // options after a comma are left out
				if s[i] == ',' {
					s = s[:i]
					break
				}
			}
			ar.Head = string(s)
			if ar.Head == "" {
				err = errors.New("must be a string such as '->'")
			}
		case "color", "facecolor", "fc", "ec", "edgecolor":
			ar.Color, err = toColor(c.Thread, v)
		case "lw", "linewidth":
			f, err = runtime.AsFloat(c.Thread, v)
			ar.Width = vg.Length(f)
		case "width":
			f, err = runtime.AsFloat(c.Thread, v)
			ar.Width = vg.Length(min(f, 4))
		case "alpha":
			ar.Alpha, err = runtime.AsFloat(c.Thread, v)
		case "shrinkB":
			f, err = runtime.AsFloat(c.Thread, v)
			ar.Shrink = vg.Length(f)
		case "ls", "linestyle":
			var s any
			if s, err = lineStyleT.Convert(c.Thread, v); err == nil {
				ar.Style = s.(lineStyle).style
			}
		case "connectionstyle":
			s, _ := v.(py.String)
			ar.Curve = curveOf(string(s))
		case "shrink", "shrinkA", "headwidth", "headlength", "frac", "mutation_scale", "relpos", "patchA", "patchB", "zorder":
		default:
			return nil, runtime.TypeErrorf("%s() got an unexpected key %s in arrowprops", c.Func.Name, bind.Short(c.Thread, k))
		}
		if err != nil {
			return nil, c.Errorf("arrowprops['%s']: %s", name, plainMessage(c.Thread, err))
		}
	}
	return ar, nil
}

// curveOf reads the bend of "arc3,rad=0.2".
func curveOf(s string) float64 {
	const key = "rad="
	for i := 0; i+len(key) <= len(s); i++ {
		if s[i:i+len(key)] == key {
			v, sign, scale, dot := 0.0, 1.0, 1.0, false
			for _, r := range s[i+len(key):] {
				switch {
				case r == '-':
					sign = -1
				case r == '.':
					dot = true
				case r >= '0' && r <= '9':
					v = v*10 + float64(r-'0')
					if dot {
						scale *= 10
					}
				case r != ' ' && r != '+':
					return sign * v / scale
				}
			}
			return sign * v / scale
		}
	}
	return 0
}

// title is set_title, and title of plt.
var titleFunc = axMethod("set_title", params(req("label", labelT, "the title"), opt("fontdict", bind.Any, "dict of text properties"),
	bind.Param{Name: "loc", Type: bind.OneOf("center", "left", "right"), Default: "'center'", Help: "place of the title"}, without(textParams, "fontdict")),
	"Text", "Set the title of the axes. Text between dollar signs is mathematics.",
	">>> plt.title('$x^2$ and more')\n<Figure size 640x400 with 1 Axes>\nText(0.5, 1.0, '$x^2$ and more')",
	func(c *bind.Call, a *Axes) (py.Object, error) {
		o, err := textOptions(c)
		if err != nil {
			return nil, err
		}
		x := map[string]float64{"center": 0.5, "left": 0, "right": 1}[c.Str("loc")]
		if err := a.ax.SetTitle(c.Str("label"), c.Str("loc"), o); err != nil {
			return nil, refuse(c, err)
		}
		return &Label{x: x, y: 1, s: c.Str("label")}, nil
	})

func without(ps []bind.Param, names ...string) []bind.Param {
	var out []bind.Param
	for _, p := range ps {
		keep := true
		for _, n := range names {
			keep = keep && p.Name != n
		}
		if keep {
			out = append(out, p)
		}
	}
	return out
}

func axisLabel(name, arg, doc, example string, x, y float64, set func(a *figure.Axes, s string, o figure.TextOptions)) *bind.Func {
	return axMethod(name, params(req(arg, labelT, "the label"), opt("fontdict", bind.Any, "dict of text properties"), opt("labelpad", bind.Float, "accepted and not used"),
		key("loc", bind.OneOf("left", "center", "right", "bottom", "top"), "accepted and not used"), without(textParams, "fontdict", "labelpad")), "Text", doc, example,
		func(c *bind.Call, a *Axes) (py.Object, error) {
			o, err := textOptions(c)
			if err != nil {
				return nil, err
			}
			set(a.ax, c.Str(arg), o)
			return &Label{x: x, y: y, s: c.Str(arg)}, nil
		})
}

var (
	xlabelFunc = axisLabel("set_xlabel", "xlabel", "Set the label of the x axis.", ">>> plt.xlabel('time (s)')\n<Figure size 640x400 with 1 Axes>\nText(0.5, 0, 'time (s)')", 0.5, 0,
		func(a *figure.Axes, s string, o figure.TextOptions) { a.SetXLabel(s, o) })
	ylabelFunc = axisLabel("set_ylabel", "ylabel", "Set the label of the y axis.", ">>> plt.ylabel('height')\n<Figure size 640x400 with 1 Axes>\nText(0, 0.5, 'height')", 0, 0.5,
		func(a *figure.Axes, s string, o figure.TextOptions) { a.SetYLabel(s, o) })
)

var textFuncs = []*bind.Func{
	axMethod("text", params(req("x", bind.Float, "place"), req("y", bind.Float, "place"), req("s", labelT, "the text"),
		key("transform", transformT, "ax.transAxes for fractions of the axes"), placedParams), "Text", "Write text at a place of the data.",
		">>> plt.text(0.5, 0.5, 'here', ha='center')\n<Figure size 640x400 with 1 Axes>\nText(0.5, 0.5, 'here')",
		func(c *bind.Call, a *Axes) (py.Object, error) {
			o, err := textOptions(c)
			if err != nil {
				return nil, err
			}
			o.Axes = bind.Get[*transform](c, "transform") == inAxes
			t, err := a.ax.Text(c.Float("x"), c.Float("y"), c.Str("s"), o)
			if err != nil {
				return nil, refuse(c, err)
			}
			return &textArtist{Artist{class: textClass, art: t, ax: a}, c.Float("x"), c.Float("y")}, nil
		}),
	axMethod("annotate", annotateParams, "Text", "Write text about a point, with an arrow to it.",
		">>> plt.annotate('peak', (1, 2), (2, 3), arrowprops={'arrowstyle': '->'})\n<Figure size 640x400 with 1 Axes>\nText(1.0, 2.0, 'peak')", annotate),
}

package plt

import (
	"errors"
	"fmt"
	"image/color"
	"strings"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
	"monge/internal/figure/palette"
)

// lineStyle is a named style or a pattern of dashes.
type lineStyle struct {
	style  figure.LineStyle
	dashes []vg.Length
}

var lineStyleT = bind.Type{Name: "{'-', '--', ':', '-.', 'none'} or tuple", Values: []string{"-", "--", ":", "-.", "none", "solid", "dashed", "dotted", "dashdot"},
	Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if s, ok := o.(py.String); ok {
			st, err := figure.ParseLineStyle(string(s))
			if err != nil {
				return nil, runtime.ValueErrorf("%s: there are '-', '--', ':', '-.' and 'none'", bind.Short(t, o))
			}
			return lineStyle{style: st}, nil
		}
		// (offset, (on, off, ...))
		if pair, ok := o.(py.Tuple); ok && len(pair) == 2 {
			d, err := toValues(t, pair[1])
			if err == nil && d.names == nil && d.ndim() == 1 {
				l := lineStyle{}
				for _, v := range d.v {
					if !(v >= 0 && v < 1000) {
						return nil, errors.New("lengths of dashes must not be negative")
					}
					l.dashes = append(l.dashes, vg.Length(v))
				}
				return l, nil
			}
		}
		return nil, errors.New("must be '-', '--', ':', '-.', 'none' or (offset, (on, off, ...))")
	}}

var markerT = bind.Type{Name: "str", Values: figure.MarkerNames, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	s, ok := o.(py.String)
	if !ok {
		return nil, errors.New("must be a marker such as 'o', 's', '^' or 'x'")
	}
	if err := figure.CheckMarker(string(s)); err != nil {
		return nil, runtime.ValueErrorf("%s: %s", bind.Short(t, o), err)
	}
	return string(s), nil
}}

// lineParams are the properties of a curve, with matplotlib's short names.
var lineParams = []bind.Param{
	key("color", colorT, "colour; the next of the cycle when left out"), key("c", colorT, "same as color"),
	key("linewidth", bind.Float, "width of the line in points"), key("lw", bind.Float, "same as linewidth"),
	key("linestyle", lineStyleT, "how the line is broken"), key("ls", lineStyleT, "same as linestyle"),
	key("marker", markerT, "shape at the points: 'o', 's', '^', 'x' ..."),
	key("markersize", bind.Float, "size of the markers in points"), key("ms", bind.Float, "same as markersize"),
	key("markerfacecolor", colorT, "colour of the markers' inside"), key("mfc", colorT, "same as markerfacecolor"),
	key("markeredgecolor", colorT, "colour of the markers' edge"), key("mec", colorT, "same as markeredgecolor"),
	key("markeredgewidth", bind.Float, "width of the markers' edge"), key("mew", bind.Float, "same as markeredgewidth"),
	key("markevery", bind.Positive, "a marker at every n-th point"),
	key("fillstyle", bind.OneOf("full", "none"), "'none' for hollow markers"),
	key("alpha", bind.Float, "opacity between 0 and 1"),
	key("label", labelsT, "text for the legend"),
	key("zorder", bind.Float, "layer: higher is nearer to the reader"),
	key("drawstyle", bind.OneOf("default", "steps", "steps-pre", "steps-post", "steps-mid"), "join points by steps"),
	key("clip_on", bind.Bool, "accepted and not used"), key("antialiased", bind.Bool, "accepted and not used"),
	key("rasterized", bind.Bool, "accepted and not used"), key("solid_capstyle", bind.Str, "accepted and not used"),
}

func lineOptions(c *bind.Call) (figure.LineOptions, error) {
	var o figure.LineOptions
	var err error
	if o.Color, err = pickColor(c, "color", "c"); err != nil {
		return o, err
	}
	if o.MarkerFace, err = pickColor(c, "markerfacecolor", "mfc"); err != nil {
		return o, err
	}
	if o.MarkerEdge, err = pickColor(c, "markeredgecolor", "mec"); err != nil {
		return o, err
	}
	if c.Str("fillstyle") == "none" {
		o.MarkerFace = color.NRGBA{}
	}
	for _, f := range []struct {
		long, short string
		dst         *vg.Length
	}{{"linewidth", "lw", &o.Width}, {"markersize", "ms", &o.MarkerSize}, {"markeredgewidth", "mew", &o.EdgeWidth}} {
		n, err := either(c, f.long, f.short)
		if err != nil {
			return o, err
		}
		if n == "" {
			continue
		}
		v := c.Float(n)
		if !(v >= 0 && v < 1000) {
			return o, c.Errorf("%s = %g: must not be negative", n, v)
		}
		*f.dst = vg.Length(max(v, 1e-6))
	}
	n, err := either(c, "linestyle", "ls")
	if err != nil {
		return o, err
	}
	if n != "" {
		s := bind.Get[lineStyle](c, n)
		o.Style = s.style
		w := o.Width
		if w == 0 {
			w = stateOf(c.Thread).rc.theme.LineWidth
		}
		for _, d := range s.dashes {
			o.Dashes = append(o.Dashes, d*w)
		}
	}
	o.Marker = c.Str("marker")
	o.MarkEvery = c.Int("markevery")
	if o.Alpha, err = alphaOf(c); err != nil {
		return o, err
	}
	if l := bind.Get[[]string](c, "label"); len(l) > 0 {
		o.Label = l[0]
	}
	o.ZOrder = zorder(c)
	switch c.Str("drawstyle") {
	case "steps", "steps-pre":
		o.Steps = figure.StepPre
	case "steps-post":
		o.Steps = figure.StepPost
	case "steps-mid":
		o.Steps = figure.StepMid
	}
	return o, nil
}

func zorder(c *bind.Call) *float64 {
	if !c.Has("zorder") {
		return nil
	}
	z := c.Float("zorder")
	return &z
}

// format is what a string such as "r--o" says.
type format struct {
	color  *color.NRGBA
	marker string
	style  *figure.LineStyle
}

// parseFormat reads matplotlib's short notation of colour, marker and line style, in any order.
func parseFormat(s string, cycle []color.NRGBA) (format, error) {
	var f format
	bad := func(why string) (format, error) {
		return format{}, fmt.Errorf("'%s' is not a valid format string (%s)", s, why)
	}
	if len(s) > 1 {
		if c, err := palette.Parse(s, cycle); err == nil && !strings.ContainsAny(s[:1], "0123456789.") {
			f.color = &c
			return f, nil
		}
	}
	setColor := func(c color.NRGBA) bool {
		if f.color != nil {
			return false
		}
		f.color = &c
		return true
	}
	for i := 0; i < len(s); {
		rest := s[i:]
		style := ""
		for _, l := range []string{"--", "-.", "-", ":"} {
			if strings.HasPrefix(rest, l) {
				style = l
				break
			}
		}
		ch := s[i : i+1]
		switch {
		case style != "":
			if f.style != nil {
				return bad("two line styles")
			}
			st, _ := figure.ParseLineStyle(style)
			f.style = &st
			i += len(style)
		case ch == "C" && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			j := i + 1
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			c, err := palette.Parse(s[i:j], cycle)
			if err != nil || !setColor(c) {
				return bad("two colours")
			}
			i = j
		case strings.Contains("bgrcmykw", ch):
			c, _ := palette.Parse(ch, cycle)
			if !setColor(c) {
				return bad("two colours")
			}
			i++
		case figure.CheckMarker(ch) == nil && ch != " ":
			if f.marker != "" {
				return bad("two markers")
			}
			f.marker = ch
			i++
		case ch == " ":
			i++
		default:
			return bad(fmt.Sprintf("unrecognized character '%s'", ch))
		}
	}
	return f, nil
}

// apply adds what the format says to options that keywords have not set.
func (f format) apply(c *bind.Call, o *figure.LineOptions) {
	if f.color != nil && o.Color == nil {
		o.Color = *f.color
	}
	if f.marker != "" && !c.Has("marker") {
		o.Marker = f.marker
	}
	if c.Has("linestyle") || c.Has("ls") {
		return
	}
	if f.style != nil {
		o.Style = *f.style
	} else if f.marker != "" {
		o.Style = figure.NoLine
	}
}

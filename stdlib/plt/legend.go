package plt

import (
	"errors"
	"strings"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// locT is a place of a legend by name or matplotlib's number.
var locT = bind.Type{Name: "str or int", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	if s, ok := o.(py.String); ok {
		return string(s), nil
	}
	n, err := runtime.AsInt(t, o)
	if err != nil {
		return nil, errors.New("must be a place such as 'best' or 'upper right', or its number")
	}
	s, err := figure.LegendLocation(n)
	if err != nil {
		return nil, runtime.ValueErrorf("%d: legend locations are numbered from 0 to 10", n)
	}
	return s, nil
}}

var legendParams = params(bind.Param{Name: "args", Star: true, Help: "labels; or handles and labels"},
	key("handles", bind.Any, "artists to show"), key("labels", labelsT, "texts to show"),
	key("loc", locT, "'best', 'upper right', 'center left', ..., or 'outside right', 'outside bottom', 'outside top'"),
	key("bbox_to_anchor", numbersT, "where the corner named by loc goes, in fractions of the axes"),
	key("ncol", bind.Positive, "number of columns"), key("ncols", bind.Positive, "same as ncol"),
	key("title", labelT, "title of the legend"), key("fontsize", sizeT, "size of the text"),
	key("frameon", bind.Bool, "draw a frame"), key("framealpha", bind.Float, "opacity of the background"), key("reverse", bind.Bool, "last entry first"),
	key("prop", bind.Any, "dict with the size of the text"), key("title_fontsize", sizeT, "accepted and not used"), key("shadow", bind.Bool, "accepted and not used"), key("fancybox", bind.Bool, "accepted and not used"),
	key("facecolor", bind.Any, "accepted and not used"), key("edgecolor", bind.Any, "accepted and not used"), key("markerscale", bind.Float, "accepted and not used"), key("numpoints", bind.Int, "accepted and not used"), key("scatterpoints", bind.Int, "accepted and not used"),
	key("borderaxespad", bind.Float, "accepted and not used"), key("borderpad", bind.Float, "accepted and not used"), key("labelspacing", bind.Float, "accepted and not used"), key("handlelength", bind.Float, "accepted and not used"),
	key("handletextpad", bind.Float, "accepted and not used"), key("columnspacing", bind.Float, "accepted and not used"), key("mode", bind.Str, "accepted and not used"))

func legend(c *bind.Call, a *Axes) (py.Object, error) {
	o := figure.LegendOptions{Loc: c.Str("loc"), Title: c.Str("title"), Reverse: c.Bool("reverse"), NoFrame: c.Has("frameon") && !c.Bool("frameon")}
	if n, err := either(c, "ncol", "ncols"); err != nil {
		return nil, err
	} else if n != "" {
		o.Columns = c.Int(n)
	}
	if v, ok := number(c, "fontsize"); ok {
		o.Size = vg.Length(v)
	}
	if v, ok := number(c, "framealpha"); ok {
		o.Alpha = max(v, 1e-6)
	}
	if d, ok := c.Obj("prop").(*runtime.Dict); ok {
		if v, ok := d.GetStr("size"); ok {
			s, err := sizeT.Convert(c.Thread, v)
			if err != nil {
				return nil, c.Errorf("prop['size']: %s", err)
			}
			o.Size = vg.Length(s.(float64))
		}
	}
	o.Labels = bind.Get[[]string](c, "labels")
	handles := c.Obj("handles")
	switch len(c.Rest) {
	case 0:
	case 1:
		l, err := toLabels(c.Thread, c.Rest[0])
		if err != nil {
			return nil, err
		}
		if hasArtists(c.Thread, c.Rest[0]) {
			handles = c.Rest[0]
		} else {
			o.Labels = l
		}
	case 2:
		l, err := toLabels(c.Thread, c.Rest[1])
		if err != nil {
			return nil, err
		}
		handles, o.Labels = c.Rest[0], l
	default:
		return nil, runtime.TypeErrorf("legend() takes at most 2 positional arguments but %d were given", len(c.Rest))
	}
	if handles != py.None {
		items, err := runtime.Collect(c.Thread, handles)
		if err != nil {
			return nil, runtime.TypeErrorf("legend: handles must be a sequence of artists, not %s", handles.Type().Name)
		}
		o.Artists = []figure.Labelled{}
		for i, it := range items {
			art, ok := labelled(it)
			if !ok {
				return nil, c.Errorf("handles[%d] = %s: cannot stand in a legend", i, bind.Short(c.Thread, it))
			}
			o.Artists = append(o.Artists, art)
		}
	}
	if err := anchorLegend(c, &o); err != nil {
		return nil, err
	}
	l, err := a.ax.SetLegend(o)
	if err != nil {
		return nil, refuse(c, err)
	}
	if o.Artists == nil && o.Labels == nil && len(a.ax.Labels()) == 0 {
		warn(c.Thread, "no artists with labels found to put in legend")
	}
	return &Simple{class: legendClass, legend: l, ax: a}, nil
}

// anchorLegend reads bbox_to_anchor; anchors outside the axes become places outside, for which the layout makes room.
func anchorLegend(c *bind.Call, o *figure.LegendOptions) error {
	b := vec(c, "bbox_to_anchor")
	if b == nil {
		return nil
	}
	if len(b) != 2 && len(b) != 4 {
		return c.Errorf("bbox_to_anchor must hold 2 or 4 numbers, got %d", len(b))
	}
	switch {
	case b[0] >= 0.99 && strings.HasSuffix(o.Loc, "left"):
		o.Loc = map[string]string{"upper left": "outside right upper", "lower left": "outside right lower"}[o.Loc]
		if o.Loc == "" {
			o.Loc = "outside right"
		}
	case b[0] >= 0.99 && o.Loc == "":
		o.Loc = "outside right upper"
	case b[1] >= 0.99 && strings.HasPrefix(o.Loc, "lower"):
		o.Loc = "outside top"
	case b[1] <= 0.01 && strings.HasPrefix(o.Loc, "upper"):
		o.Loc = "outside bottom"
	default:
		o.Anchor = &[2]float64{b[0], b[1]}
		if o.Loc == "" || o.Loc == "best" {
			o.Loc = "upper right"
		}
	}
	return nil
}

// labelled is the artist of package figure inside a value of the language.
func labelled(o py.Object) (figure.Labelled, bool) {
	var d any
	switch x := o.(type) {
	case *Artist:
		d = x.art
	case *textArtist:
		d = x.art
	case *BarContainer:
		d = x.bars
	case *py.List: // what plot returned
		if len(x.Items) > 0 {
			return labelled(x.Items[0])
		}
	case py.Tuple:
		if len(x) > 0 {
			return labelled(x[0])
		}
	}
	l, ok := d.(figure.Labelled)
	return l, ok
}

func hasArtists(t *runtime.Thread, o py.Object) bool {
	if _, ok := o.(py.String); ok {
		return false
	}
	items, err := runtime.Collect(t, o)
	if err != nil || len(items) == 0 {
		return false
	}
	_, ok := labelled(items[0])
	return ok
}

func warn(t *runtime.Thread, s string) {
	if t.Stderr != nil {
		_, _ = t.Stderr.Write([]byte("UserWarning: " + s + "\n"))
	}
}

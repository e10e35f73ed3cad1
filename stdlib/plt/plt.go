// Package plt is the module plt of the language: the names and argument conventions of matplotlib.pyplot for the part
// of it that is provided, over package internal/figure.
//
// Where to read:
//
//	pyplot.go      functions of the module that manage figures
//	axesobj.go     the class Axes; its methods are in lines.go, points.go, images.go, fills.go, texts.go, axesset.go
//	figureobj.go   the class Figure; axesarray.go and gridspec.go for grids of axes
//	artists.go     what drawing functions return
//	values.go, colors.go, lineprops.go   arguments: arrays, colours, line properties
//	rc.go, cmap.go settings and styles; colour maps and norms
//	state.go       open figures of a session, shown when a cell ends
//
// A method of Axes that draws is declared once; the function of the same name in the module applies it to the current
// axes.
package plt

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
)

const missing = "is not provided by Monge's plt"

var module = &bind.Module{
	Name:    "plt",
	Aliases: []string{"matplotlib.pyplot"},
	Doc: `Plots with the names of matplotlib.pyplot.

Figures left open at the end of a cell are shown; a figure as the last value shows itself.`,
	Classes: []*bind.Class{
		figureClass, axesClass, axesArrayClass, gridSpecClass, gridCellClass, lineClass, pathsClass, polyClass, spanClass, linesClass, imageClass, meshClass, quiverClass, errorClass,
		stemClass, textClass, contourClass, barsClass, rectClass, legendClass, colorbarClass, rcParamsClass, contextClass, colormapClass, cmapsClass, transformClass, spinesClass, axisClass,
	},
	Subs:      []*bind.Module{styleModule},
	AfterCell: afterCell,
	Missing:   missing,
}

// colorsModule is matplotlib.colors.
var colorsModule = &bind.Module{
	Name: "matplotlib.colors", Doc: "Norms and colour maps for plt.",
	Classes: []*bind.Class{normClass, logNormClass, listedClass, segmentedClass},
	Missing: "is not provided by Monge's matplotlib.colors",
	Funcs: []*bind.Func{
		{Name: "to_hex", Params: []bind.Param{req("c", colorT, "the colour")}, Returns: "str", Doc: "A colour as '#rrggbb'.", Example: ">>> from matplotlib.colors import to_hex\n>>> to_hex('red')\n'#ff0000'",
			Fn: func(c *bind.Call) (py.Object, error) {
				one, err := pickColor(c, "c")
				if err != nil {
					return nil, err
				}
				return str(hex(nrgba(one))), nil
			}},
		{Name: "to_rgba", Params: []bind.Param{req("c", colorT, "the colour"), opt("alpha", bind.Float, "opacity")}, Returns: "tuple (r, g, b, a)", Doc: "A colour as four numbers between 0 and 1.", Example: ">>> from matplotlib.colors import to_rgba\n>>> to_rgba('white')\n(1.0, 1.0, 1.0, 1.0)",
			Fn: func(c *bind.Call) (py.Object, error) {
				one, err := pickColor(c, "c")
				if err != nil {
					return nil, err
				}
				n := nrgba(one)
				a := float64(n.A) / 255
				if v, ok := number(c, "alpha"); ok {
					a = v
				}
				return py.Tuple(floats([]float64{float64(n.R) / 255, float64(n.G) / 255, float64(n.B) / 255, a})), nil
			}},
	},
}

// matplotlib is the parent of pyplot under its long name.
var matplotlib = &bind.Module{
	Name: "matplotlib", Doc: "The long names of plt: matplotlib.pyplot and matplotlib.colors.",
	Subs:    []*bind.Module{colorsModule},
	Missing: "is not provided by Monge's matplotlib",
	Funcs: []*bind.Func{{
		Name: "use", Params: []bind.Param{req("backend", bind.Str, "accepted and not used"), key("force", bind.Bool, "accepted and not used")}, Returns: "None",
		Doc: "Accepted: figures always show themselves.", Example: ">>> import matplotlib\n>>> matplotlib.use('Agg')",
		Fn: func(c *bind.Call) (py.Object, error) { return py.None, nil },
	}},
	Init: func(t *runtime.Thread, m *runtime.Module) error {
		m.Dict.SetStr("rcParams", &RCParams{})
		m.Dict.SetStr("colormaps", cmaps{})
		m.Dict.SetStr("cm", cmaps{})
		if t.Import == nil {
			return nil
		}
		p, err := t.Import(t, "plt")
		if err == nil {
			m.Dict.SetStr("pyplot", p)
		}
		return err
	},
}

func init() {
	for _, fs := range [][]*bind.Func{lineFuncs, pointFuncs, imageFuncs, fillFuncs, textFuncs, setFuncs} {
		for _, f := range fs {
			axesClass.Methods = append(axesClass.Methods, withoutExample(f))
			if f.Example == "" {
				continue
			}
			name := map[string]string{
				"set_title": "title", "set_xlabel": "xlabel", "set_ylabel": "ylabel", "set_xlim": "xlim", "set_ylim": "ylim", "set_xscale": "xscale", "set_yscale": "yscale",
			}[f.Name]
			module.Funcs = append(module.Funcs, onCurrent(f, name))
		}
	}
	module.Funcs = append(module.Funcs, pyplotFuncs...)
	module.Funcs = append(module.Funcs, rcFuncs...)
	module.Funcs = append(module.Funcs, getCmapFunction())
	module.Init = func(_ *runtime.Thread, m *runtime.Module) error {
		m.Dict.SetStr("rcParams", &RCParams{})
		m.Dict.SetStr("cm", cmaps{})
		m.Dict.SetStr("colormaps", cmaps{})
		return nil
	}
	segmentedClass.Type().Dict["from_list"] = &runtime.StaticMethod{Fn: fromList.Native()}
	bind.Register(module)
	bind.Register(matplotlib)
}

// getCmapFunction is plt.get_cmap; cm.get_cmap is a method of its own.
func getCmapFunction() *bind.Func {
	return &bind.Func{Name: getCmap.Name, Params: getCmap.Params, Returns: getCmap.Returns, Doc: getCmap.Doc, Example: getCmap.Example, Fn: getCmap.Fn}
}

package plt

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// gridSpec is a grid to be filled cell by cell; indexing it gives a gridCell for add_subplot. It is tied to a figure
// at its first use.
type gridSpec struct {
	rows, cols int
	opt        figure.GridOptions
	made       map[*Figure]*figure.GridSpec
}

// gridCell is a part of a gridSpec.
type gridCell struct {
	g              *gridSpec
	r0, r1, c0, c1 int
}

var gridSpecClass = &bind.Class{
	Name: "GridSpec", Module: "plt",
	Doc:     "A grid of cells; parts of it, by index, are places for add_subplot.",
	Example: ">>> fig = plt.figure()\n... gs = fig.add_gridspec(2, 3)\n... top = fig.add_subplot(gs[0, :])\n... left = fig.add_subplot(gs[1, 0]);\n<Figure size 640x400 with 2 Axes>",
	New: &bind.Func{
		Name: "GridSpec", Doc: "A grid of cells.",
		Params: params(
			req("nrows", bind.Positive, "number of rows"), req("ncols", bind.Positive, "number of columns"),
			key("figure", bind.Any, "accepted and not used"), key("width_ratios", numbersT, "relative widths of the columns"),
			key("height_ratios", numbersT, "relative heights of the rows"), key("wspace", bind.Float, "accepted and not used"), key("hspace", bind.Float, "accepted and not used")),
		Fn: func(c *bind.Call) (py.Object, error) { return newGridSpec(c), nil },
	},
}

func newGridSpec(c *bind.Call) *gridSpec {
	return &gridSpec{
		rows: c.Int("nrows"), cols: c.Int("ncols"), made: map[*Figure]*figure.GridSpec{},
		opt: figure.GridOptions{WidthRatios: vec(c, "width_ratios"), HeightRatios: vec(c, "height_ratios")},
	}
}

var gridCellClass = &bind.Class{
	Name: "SubplotSpec", Module: "plt", Doc: "A part of a GridSpec.",
	Example: ">>> plt.GridSpec(2, 2)[0, :]\n<SubplotSpec>",
}

func (*gridSpec) Type() *py.Type { return gridSpecClass.Type() }
func (*gridCell) Type() *py.Type { return gridCellClass.Type() }

// Repr of a grid.
func (*gridSpec) Repr(*runtime.Thread) (string, error) { return "<GridSpec>", nil }

// Repr of a part of a grid.
func (*gridCell) Repr(*runtime.Thread) (string, error) { return "<SubplotSpec>", nil }

// GetItem takes a cell: an index, a slice or a pair of them.
func (g *gridSpec) GetItem(t *runtime.Thread, k py.Object) (py.Object, error) {
	pair, ok := k.(py.Tuple)
	if !ok { // one number counts cells row by row
		idx, _, err := indices(t, k, g.rows*g.cols, 0)
		if err != nil {
			return nil, err
		}
		if len(idx) == 0 {
			return nil, runtime.IndexErrorf("an empty part of a grid")
		}
		a, b := idx[0], idx[len(idx)-1]
		return &gridCell{g, a / g.cols, b / g.cols, a % g.cols, b % g.cols}, nil
	}
	if len(pair) != 2 {
		return nil, runtime.IndexErrorf("a grid has two dimensions, but %d were indexed", len(pair))
	}
	r, _, err := indices(t, pair[0], g.rows, 0)
	if err != nil {
		return nil, err
	}
	c, _, err := indices(t, pair[1], g.cols, 1)
	if err != nil {
		return nil, err
	}
	if len(r) == 0 || len(c) == 0 {
		return nil, runtime.IndexErrorf("an empty part of a grid")
	}
	return &gridCell{g, r[0], r[len(r)-1], c[0], c[len(c)-1]}, nil
}

// place adds axes in a part of a grid.
func (f *Figure) place(c *bind.Call, cell *gridCell) (*Axes, error) {
	spec := cell.g.made[f]
	if spec == nil {
		var err error
		if spec, err = f.fig.NewGrid(cell.g.rows, cell.g.cols, cell.g.opt); err != nil {
			return nil, refuse(c, err)
		}
		cell.g.made[f] = spec
	}
	a, err := spec.Add(cell.r0, cell.r1, cell.c0, cell.c1)
	if err != nil {
		return nil, refuse(c, err)
	}
	return f.dress(c, a)
}

func init() {
	figureClass.Methods = append(figureClass.Methods, figMethod("add_gridspec", params(
		bind.Param{Name: "nrows", Type: bind.Positive, Default: "1", Help: "number of rows"},
		bind.Param{Name: "ncols", Type: bind.Positive, Default: "1", Help: "number of columns"},
		key("width_ratios", numbersT, "relative widths of the columns"), key("height_ratios", numbersT, "relative heights of the rows"),
		key("wspace", bind.Float, "accepted and not used"), key("hspace", bind.Float, "accepted and not used"),
	), "A grid of cells for add_subplot.", func(c *bind.Call, f *Figure) (py.Object, error) { return newGridSpec(c), nil }))
}

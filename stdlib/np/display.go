package np

import (
	"fmt"
	"html"
	"strings"

	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// tableEdge is how many rows and columns of a matrix are shown at most.
const tableEdge = 20

// Display shows a matrix as a table and anything else as text.
func (x *Array) Display() display.Bundle { return show(x.ND(), ndarray.DefaultPrint()) }

// DisplayIn is Display under the print options of a session.
func (x *Array) DisplayIn(t *runtime.Thread) display.Bundle { return show(x.ND(), printOptions(t)) }

func show(a *ndarray.Array, o ndarray.PrintOptions) display.Bundle {
	b := display.Text(a.Repr(o))
	if a.NDim() == 2 && a.Size() > 0 {
		b.Data["text/html"] = table(a, o)
	}
	return b
}

// table is the HTML of a matrix, with the middle left out when it is large.
func table(a *ndarray.Array, o ndarray.PrintOptions) string {
	rows, cols := shown(a.Shape()[0]), shown(a.Shape()[1])
	ri, err1 := ndarray.FromInts(rows)
	ci, err2 := ndarray.FromInts(cols)
	if err1 != nil || err2 != nil {
		return ""
	}
	zero, one := 0, 1
	part, err := ndarray.Take(a, ri, &zero, ndarray.TakeRaise)
	if err == nil {
		part, err = ndarray.Take(part, ci, &one, ndarray.TakeRaise)
	}
	if err != nil {
		return ""
	}
	words := part.Words(o)
	var b strings.Builder
	const cell = `style="text-align:right;font-family:monospace;padding:1px 6px"`
	fmt.Fprintf(&b, `<table class="monge-array"><caption style="text-align:left;caption-side:bottom">%s array, shape %s</caption><tbody>`,
		a.Dtype(), html.EscapeString(ndarray.ShapeTuple(a.Shape())))
	gapRow, gapCol := gap(rows), gap(cols)
	for i := range rows {
		if i == gapRow {
			fmt.Fprintf(&b, `<tr><td colspan="%d" style="text-align:center">⋮</td></tr>`, len(cols)+asInt(gapCol >= 0))
		}
		b.WriteString("<tr>")
		for j := range cols {
			if j == gapCol {
				b.WriteString(`<td>⋯</td>`)
			}
			fmt.Fprintf(&b, `<td %s>%s</td>`, cell, html.EscapeString(words[i*len(cols)+j]))
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</tbody></table>")
	return b.String()
}

// shown lists which of n places are shown.
func shown(n int) []int64 {
	var out []int64
	for i := 0; i < n; i++ {
		if n > tableEdge && i == tableEdge/2 {
			i = n - tableEdge/2
		}
		out = append(out, int64(i))
	}
	return out
}

// gap is the place in a list of shown places where some are left out, -1 when all are there.
func gap(places []int64) int {
	for i := 1; i < len(places); i++ {
		if places[i] != places[i-1]+1 {
			return i
		}
	}
	return -1
}

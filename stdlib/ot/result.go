package ot

import (
	"fmt"
	"html"
	"math"
	"strings"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/gonum/mat"

	"monge/dsl/bind"
	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/solvers/ot"
)

// result is what ot.solve returns. It shows itself without times, so that the same program shows the same bytes.
type result struct {
	*ot.Result
}

var _ display.Displayer = (*result)(nil)

func (r *result) Type() *py.Type { return resultClass.Type() }

// Repr is the summary of one line.
func (r *result) Repr(*runtime.Thread) (string, error) { return r.summary(), nil }

func (r *result) summary() string {
	n, m := r.Dims()
	return fmt.Sprintf("TransportResult(%d×%d, eps=%.4g, cost=%.8g, gap=%.1e, row_err=%.1e, col_err=%.1e, %s, %s)",
		n, m, r.Eps, r.Cost, r.Gap, r.RowErr, r.ColErr, r.Status, r.Stats.Work())
}

var resultClass = &bind.Class{
	Name:   "TransportResult",
	Module: "ot",
	Doc: `The solution of a transport problem with its certificate.

The plan is not stored but computed from the potentials when asked for: plan[i, j] = exp((f[i] + g[j] - C[i, j]) / eps). Values are
proved by a fresh pass: dual <= optimal value <= value of the rounded plan, and gap is their distance.`,
	Example: `>>> C = np.array([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]])
>>> r = ot.solve(C, eps=0.5, bounds=True)
>>> r.row_err < 1e-9 and abs(r.gap) < 1e-9
True
>>> r.lp_lower <= 1/3 <= r.lp_upper
True
>>> np.round(r.plan().sum(axis=0), 6)
array([0.333333, 0.333333, 0.333333])`,
	Attrs: []bind.Attr{
		number("cost", "transport cost <C, P> of the plan", func(r *result) float64 { return r.Cost }),
		number("primal", "cost - eps * entropy of the plan", func(r *result) float64 { return r.Primal }),
		number("dual", "dual value a·f + b·g - eps * sum(P): a lower bound of the optimal value", func(r *result) float64 { return r.Dual }),
		number("gap", "value of the rounded plan minus dual: how far from optimal the result can be", func(r *result) float64 { return r.Gap }),
		number("entropy", "-sum(P * (log(P) - 1))", func(r *result) float64 { return r.Entropy }),
		number("row_err", "L1 error of the row sums, as a fraction of the mass", func(r *result) float64 { return r.RowErr }),
		number("col_err", "L1 error of the column sums, as a fraction of the mass", func(r *result) float64 { return r.ColErr }),
		number("max_err", "largest error of a single row or column sum", func(r *result) float64 { return r.MaxErr() }),
		number("rounded_cost", "transport cost of the plan rounded to exact marginals", func(r *result) float64 { return r.RoundedCost }),
		number("lp_lower", "lower bound of the unregularised cost; nan unless bounds=True", func(r *result) float64 { return r.LPLower }),
		number("lp_upper", "upper bound of the unregularised cost; nan unless bounds=True", func(r *result) float64 { return r.LPUpper }),
		number("eps", "regularisation", func(r *result) float64 { return r.Result.Eps }),
		attr("f", "array", "potential of the rows", func(r *result) py.Object { return fromFloats(r.F, len(r.F)) }),
		attr("g", "array", "potential of the columns", func(r *result) py.Object { return fromFloats(r.G, len(r.G)) }),
		attr("shape", "tuple of int", "shape of the plan", func(r *result) py.Object {
			n, m := r.Dims()
			return py.Tuple{py.Int(n), py.Int(m)}
		}),
		attr("converged", "bool", "whether the tolerance was met, or as nearly as floating point allows", func(r *result) py.Object { return py.NewBool(r.Converged) }),
		attr("status", "str", "why the solver stopped", func(r *result) py.Object { return py.String(r.Status.String()) }),
		attr("method", "str", "the algorithm used", func(r *result) py.Object { return py.String(r.Method.String()) }),
		attr("stats", "dict", "counts of the expensive operations and times in seconds", func(r *result) py.Object { return r.stats() }),
	},
	Methods: []*bind.Func{
		method("plan", nil, "array of shape (n, m)", "The transport plan.", func(c *bind.Call, r *result) (py.Object, error) {
			if err := guard(c.Thread, r); err != nil {
				return nil, err
			}
			return fromDense(r.Plan(nil)), nil
		}),
		method("rounded", nil, "array of shape (n, m)", "The plan changed as little as needed to have exact row and column sums.",
			func(c *bind.Call, r *result) (py.Object, error) {
				if err := guard(c.Thread, r); err != nil {
					return nil, err
				}
				d, _ := r.Rounded(nil)
				return fromDense(d), nil
			}),
		method("sparse", []bind.Param{{Name: "threshold", Type: bind.Float, Default: "1e-12", Help: "entries at or below it are left out"}},
			"tuple (rows, cols, values): arrays of the same length, by rows", "The entries of the plan above a threshold.",
			func(c *bind.Call, r *result) (py.Object, error) {
				return sparse(r.PlanSparse(c.Float("threshold"))), nil
			}),
		method("map", []bind.Param{{Name: "Y", Type: pointsType, Help: "what stands at the columns, one a row"}},
			"array of shape (n, d): where each row goes on average", "Barycentric map: row i becomes the mean of the rows of Y weighted by row i of the plan.",
			func(c *bind.Call, r *result) (py.Object, error) {
				y := matrix(c, "Y")
				if rows, _ := y.Dims(); rows != r.columns() {
					return nil, c.Errorf("Y has %d rows, but the plan has %d columns", rows, r.columns())
				}
				return fromDense(r.BarycentricMap(y)), nil
			}),
		method("history", nil, "dict of arrays: sweep, newton, passes, level, eps, row_err, dual, kept, cg, step, elapsed", "The recorded course of the solve, ready for plotting.",
			func(c *bind.Call, r *result) (py.Object, error) { return r.course(), nil }),
	},
}

func (r *result) columns() int { _, m := r.Dims(); return m }

func attr(name, typ, doc string, get func(r *result) py.Object) bind.Attr {
	return bind.Attr{Name: name, Type: typ, Doc: doc, Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
		r, ok := self.(*result)
		if !ok {
			return nil, runtime.TypeErrorf("%s belongs to TransportResult, not to %s", name, self.Type().Name)
		}
		return get(r), nil
	}}
}

func number(name, doc string, get func(r *result) float64) bind.Attr {
	return attr(name, "float", doc, func(r *result) py.Object { return py.Float(get(r)) })
}

func method(name string, params []bind.Param, returns, doc string, fn func(c *bind.Call, r *result) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Params: params, Returns: returns, Doc: doc, Fn: func(c *bind.Call) (py.Object, error) {
		r, ok := c.Self.(*result)
		if !ok {
			return nil, runtime.TypeErrorf("%s() belongs to TransportResult, not to %s", name, c.Self.Type().Name)
		}
		return fn(c, r)
	}}
}

// guard refuses plans that would not fit the memory limit.
func guard(t *runtime.Thread, r *result) error {
	n, m := r.Dims()
	return t.Alloc(int64(n) * int64(m) * 8)
}

func (r *result) stats() py.Object {
	d := runtime.NewDict()
	s := r.Stats
	for _, kv := range []struct {
		name string
		v    int
	}{{"passes", s.Passes}, {"sweeps", s.Sweeps}, {"levels", s.Levels}, {"kernels", s.Kernels}, {"kept", s.Kept}, {"rescued", s.Rescued},
		{"newton", s.Newton}, {"cg", s.CG}, {"rejected", s.Rejected}} {
		d.SetStr(kv.name, py.Int(kv.v))
	}
	d.SetStr("setup", py.Float(s.Setup.Seconds()))
	d.SetStr("iterate", py.Float(s.Iterate.Seconds()))
	d.SetStr("certify", py.Float(s.Certify.Seconds()))
	d.SetStr("total", py.Float(s.Total.Seconds()))
	return d
}

// course is the history as columns.
func (r *result) course() py.Object {
	h := r.History()
	col := func(get func(ot.Record) float64) py.Object {
		v := make([]float64, len(h))
		for i, rec := range h {
			v[i] = get(rec)
		}
		return fromFloats(v, len(v))
	}
	ints := func(get func(ot.Record) int) py.Object {
		v := make([]int64, len(h))
		for i, rec := range h {
			v[i] = int64(get(rec))
		}
		return fromInts(v)
	}
	d := runtime.NewDict()
	d.SetStr("sweep", ints(func(r ot.Record) int { return r.Sweeps }))
	d.SetStr("newton", ints(func(r ot.Record) int { return r.Newton }))
	d.SetStr("passes", ints(func(r ot.Record) int { return r.Passes }))
	d.SetStr("level", ints(func(r ot.Record) int { return r.Level }))
	d.SetStr("eps", col(func(r ot.Record) float64 { return r.Eps }))
	d.SetStr("row_err", col(func(r ot.Record) float64 { return r.RowErr }))
	d.SetStr("dual", col(func(r ot.Record) float64 { return r.Dual }))
	d.SetStr("kept", ints(func(r ot.Record) int { return r.Kept }))
	d.SetStr("cg", ints(func(r ot.Record) int { return r.CG }))
	d.SetStr("step", col(func(r ot.Record) float64 { return r.Step }))
	d.SetStr("elapsed", col(func(r ot.Record) float64 { return r.Elapsed.Seconds() }))
	return d
}

// sparse is a sparse plan as coordinates.
func sparse(s *ot.CSR) py.Object {
	rows, cols := make([]int64, s.NNZ()), make([]int64, s.NNZ())
	for i := range s.N {
		for k := s.Ptr[i]; k < s.Ptr[i+1]; k++ {
			rows[k], cols[k] = int64(i), int64(s.Idx[k])
		}
	}
	return py.Tuple{fromInts(rows), fromInts(cols), fromFloats(s.Val, len(s.Val))}
}

func fromDense(d *mat.Dense) py.Object {
	raw := d.RawMatrix()
	return fromFloats(raw.Data, raw.Rows, raw.Cols)
}

// Display is the summary, the certificate, the levels of the ladder, and a picture of plan and convergence.
func (r *result) Display() display.Bundle {
	b := display.Text(r.summary())
	var h strings.Builder
	n, m := r.Dims()
	fmt.Fprintf(&h, `<div class="monge-result"><b>Transport plan %d × %d</b>, eps = %s: %s after %s`,
		n, m, short(r.Result.Eps), html.EscapeString(r.Status.String()), r.Stats.Work())
	h.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:1.5em;align-items:flex-start;margin-top:.5em">`)
	table(&h, []string{"certificate", ""}, [][]string{
		{"cost ⟨C, P⟩", fmt.Sprintf("%.10g", r.Cost)},
		{"dual value", fmt.Sprintf("%.10g", r.Dual)},
		{"duality gap", short(r.Gap)},
		{"row error (L1)", short(r.RowErr)},
		{"column error (L1)", short(r.ColErr)},
	}, r.bracketRow())
	head, rows := r.levelRows()
	table(&h, head, rows, nil)
	h.WriteString(`</div>`)
	if uri := r.picture(); uri != "" {
		fmt.Fprintf(&h, `<img src="%s" alt="plan and convergence" style="max-width:100%%;width:%dpx">`, uri, pictureWidth)
	}
	h.WriteString(`</div>`)
	b.Data["text/html"] = h.String()
	return b
}

func (r *result) bracketRow() []string {
	if math.IsNaN(r.LPLower) {
		return nil
	}
	return []string{"unregularised cost", fmt.Sprintf("%.6g … %.6g", r.LPLower, r.LPUpper)}
}

// levelRows has one row per level of the ladder.
func (r *result) levelRows() (head []string, rows [][]string) {
	newton := r.Stats.Newton > 0
	head = []string{"level", "eps", "sweeps", "row error", "dual value"}
	if newton {
		head = []string{"level", "eps", "sweeps", "Newton steps", "kept", "CG", "row error", "dual value"}
	}
	n, m := r.Dims()
	var before ot.Record
	for k, rec := range r.History() {
		if !rec.LevelEnd && k < len(r.History())-1 {
			continue
		}
		row := []string{fmt.Sprint(rec.Level + 1), short(rec.Eps), fmt.Sprint(rec.Sweeps - before.Sweeps)}
		if steps := rec.Newton - before.Newton; newton && steps > 0 {
			row = append(row, fmt.Sprint(steps), fmt.Sprintf("%.3g %%", 100*float64(rec.Kept)/(float64(n)*float64(m))), fmt.Sprint(rec.CG-before.CG))
		} else if newton {
			row = append(row, "", "", "")
		}
		rows = append(rows, append(row, short(rec.RowErr), fmt.Sprintf("%.8g", rec.Dual)))
		before = rec
	}
	return head, rows
}

func short(v float64) string { return fmt.Sprintf("%.3g", v) }

func table(h *strings.Builder, head []string, rows [][]string, last []string) {
	if last != nil {
		rows = append(rows, last)
	}
	h.WriteString(`<table style="margin:0"><thead><tr>`)
	for _, s := range head {
		fmt.Fprintf(h, `<th style="text-align:left">%s</th>`, html.EscapeString(s))
	}
	h.WriteString("</tr></thead><tbody>")
	for _, row := range rows {
		h.WriteString("<tr>")
		for _, s := range row {
			fmt.Fprintf(h, `<td style="text-align:left">%s</td>`, html.EscapeString(s))
		}
		h.WriteString("</tr>")
	}
	h.WriteString("</tbody></table>")
}

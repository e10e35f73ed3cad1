package ot

import (
	"encoding/base64"
	"image/color"
	"math"

	"monge/internal/figure"
)

const (
	pictureWidth  = 700 // CSS pixels
	maxPictured   = 4_000_000
	pictureCells  = 150 // of the heat map in each direction
	pictureDecade = 6   // of the colour scale, below the largest entry
)

// picture is the plan as a heat map beside the row error against iterations, as a data URI; "" when there is nothing to
// draw. Plans of very many entries, which would take noticeable time, are left out.
func (r *result) picture() string {
	n, m := r.Dims()
	pictured := n*m > 1 && n <= maxPictured/m
	curve := len(r.History()) > 1
	panels := 0
	for _, on := range []bool{pictured, curve} {
		if on {
			panels++
		}
	}
	if panels == 0 {
		return ""
	}
	fig, err := figure.New(figure.Options{Width: 3.5 * float64(panels), Height: 3.1})
	if err != nil {
		return ""
	}
	axes, err := fig.Subplots(1, panels, figure.GridOptions{})
	if err != nil {
		return ""
	}
	next := axes[0]
	if pictured {
		if err := r.drawPlan(fig, next[0]); err != nil {
			return ""
		}
		next = next[1:]
	}
	if curve {
		if err := r.drawCourse(next[0]); err != nil {
			return ""
		}
	}
	png, err := fig.PNG(2)
	if err != nil {
		return ""
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(png)
}

// drawPlan shows the plan, with neighbouring entries summed where there are more than the picture resolves.
func (r *result) drawPlan(fig *figure.Figure, ax *figure.Axes) error {
	n, m := r.Dims()
	rows, cols := min(n, pictureCells), min(m, pictureCells)
	v := make([]float64, rows*cols)
	row := make([]float64, m)
	for i := range n {
		r.PlanRow(row, i)
		out := v[i*rows/n*cols:]
		for j, p := range row {
			out[j*cols/m] += p
		}
	}
	top := 0.0
	for _, p := range v {
		top = max(top, p)
	}
	if !(top > 0) {
		top = 1
	}
	low := top * math.Pow(10, -pictureDecade)
	for k, p := range v {
		v[k] = max(p, low)
	}
	im, err := ax.Image(figure.Grid{Rows: rows, Cols: cols, V: v}, figure.ImageOptions{
		Scale:  figure.ColorOptions{Norm: &figure.Norm{Min: low, Max: top, Log: true}},
		Extent: &[4]float64{-.5, float64(m) - .5, float64(n) - .5, -.5}, FreeAspect: float64(max(n, m)) > 3*float64(min(n, m)),
	})
	if err != nil {
		return err
	}
	if err := ax.SetTitle("plan", "", figure.TextOptions{}); err != nil {
		return err
	}
	_, err = fig.AddColorbar(im, figure.ColorbarOptions{}, ax)
	return err
}

// drawCourse shows the row error against iterations on a logarithmic axis, with the tolerance and the ends of levels.
func (r *result) drawCourse(ax *figure.Axes) error {
	var x, y []float64
	grey := color.NRGBA{128, 128, 128, 255}
	for k, rec := range r.History() {
		if rec.RowErr > 0 && !math.IsInf(rec.RowErr, 1) {
			x, y = append(x, float64(rec.Iterations())), append(y, min(rec.RowErr, 2))
		}
		if rec.LevelEnd && k < len(r.History())-1 {
			if _, err := ax.VLine(float64(rec.Iterations()), figure.RefOptions{Color: grey, Width: .5, Alpha: .5}); err != nil {
				return err
			}
		}
	}
	if err := ax.Y.SetScale(figure.Log, 10); err != nil {
		return err
	}
	if _, err := ax.HLine(r.Tol, figure.RefOptions{Color: grey, Style: figure.Dashed, Width: .8}); err != nil {
		return err
	}
	if _, err := ax.Line(x, y, figure.LineOptions{}); err != nil {
		return err
	}
	label := "sweeps"
	if r.Stats.Newton > 0 {
		label = "sweeps and Newton steps"
	}
	ax.SetXLabel(label, figure.TextOptions{})
	return ax.SetTitle("row error", "", figure.TextOptions{})
}

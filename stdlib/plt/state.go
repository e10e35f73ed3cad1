package plt

import (
	"fmt"
	"os"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// state is what pyplot remembers in one session: the open figures, which of them is current, and the settings.
type state struct {
	rc      settings
	formats figure.Formats
	figs    []*Figure
	cur     *Figure
}

func stateOf(t *runtime.Thread) *state {
	if t == nil {
		return newState()
	}
	return t.State("plt", func() any { return newState() }).(*state)
}

func newState() *state {
	s := &state{}
	var o figure.Options
	o, s.formats = figure.Environment(os.Getenv("QUARTO_FIG_WIDTH"), os.Getenv("QUARTO_FIG_HEIGHT"), os.Getenv("QUARTO_FIG_DPI"), os.Getenv("QUARTO_FIG_FORMAT"))
	s.rc = defaultSettings()
	if o.Width > 0 {
		s.rc.width = o.Width
	}
	if o.Height > 0 {
		s.rc.height = o.Height
	}
	if o.DPI > 0 {
		s.rc.dpi = o.DPI
	}
	return s
}

// newFigure makes a figure by the settings and opens it.
func (s *state) newFigure(num int, label string, o figure.Options) (*Figure, error) {
	if o.Width == 0 {
		o.Width = s.rc.width
	}
	if o.Height == 0 {
		o.Height = s.rc.height
	}
	if o.DPI == 0 {
		o.DPI = s.rc.dpi
	}
	if o.Background == nil && s.rc.figureFace != nil {
		o.Background = *s.rc.figureFace
	}
	th := s.rc.theme
	o.Theme = &th
	o.Transparent = o.Transparent || s.rc.transparent
	f, err := figure.New(o)
	if err != nil {
		return nil, err
	}
	if num == 0 {
		num = 1
		for _, g := range s.figs {
			num = max(num, g.num+1)
		}
	}
	g := &Figure{fig: f, num: num, label: label, st: s}
	s.figs = append(s.figs, g)
	s.cur = g
	return g, nil
}

// open returns the open figure of that number or label.
func (s *state) open(num int, label string) *Figure {
	for _, g := range s.figs {
		if label != "" && g.label == label || label == "" && g.num == num {
			return g
		}
	}
	return nil
}

// gcf is the current figure, made when there is none.
func (s *state) gcf() (*Figure, error) {
	if s.cur == nil {
		return s.newFigure(0, "", figure.Options{})
	}
	return s.cur, nil
}

// gca is the current axes of the current figure, made when there are none.
func (s *state) gca() (*Axes, error) {
	f, err := s.gcf()
	if err != nil {
		return nil, err
	}
	return f.gca()
}

// close forgets an open figure; values of the program that hold it stay usable.
func (s *state) close(f *Figure) {
	for i, g := range s.figs {
		if g == f {
			s.figs = append(s.figs[:i:i], s.figs[i+1:]...)
			break
		}
	}
	if s.cur == f {
		s.cur = nil
		if n := len(s.figs); n > 0 {
			s.cur = s.figs[n-1]
		}
	}
}

// showAll displays the open figures and closes them. At the end of a cell, a figure shown here shows itself as text
// only until the cell is over, so that a cell that ends in a figure does not show it twice.
func (s *state) showAll(t *runtime.Thread, atEnd bool) {
	for _, f := range s.figs {
		if t.Host != nil {
			t.Host.Display(f.Display(), "", false)
		}
		f.warn(t)
		f.shown = atEnd
	}
	shown := s.figs
	s.figs, s.cur = nil, nil
	if atEnd && len(shown) > 0 {
		t.AtSafePoint(func() {
			for _, f := range shown {
				f.shown = false
			}
		})
	}
}

// warn prints what drawing had to leave out.
func (f *Figure) warn(t *runtime.Thread) {
	for _, w := range f.fig.Warnings() {
		if t.Stderr != nil {
			fmt.Fprintf(t.Stderr, "UserWarning: %s\n", w)
		}
	}
}

// afterCell is called when a cell has ended: open figures are shown once.
func afterCell(t *runtime.Thread) error {
	s := stateOf(t)
	if len(s.figs) > 0 {
		s.showAll(t, true)
	}
	return nil
}

// self returns the receiver of a method as the type that it must be.
func self[T any](c *bind.Call) (T, error) {
	if x, ok := c.Self.(T); ok {
		return x, nil
	}
	var zero T
	return zero, runtime.TypeErrorf("%s() got a receiver of type '%s'", c.Func.Name, c.Self.Type().Name)
}

// none is the result of functions without one.
func none(err error) (py.Object, error) { return py.None, err }

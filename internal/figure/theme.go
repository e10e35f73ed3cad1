package figure

import (
	"image/color"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
)

// Theme is the look of a figure. Sizes are points.
type Theme struct {
	Name string

	Background color.NRGBA // paper
	Panel      color.NRGBA // inside of the axes
	Text       color.NRGBA // titles and axis labels
	Muted      color.NRGBA // tick labels
	Spine      color.NRGBA // axis lines and ticks
	Grid       color.NRGBA
	Cycle      []color.NRGBA // colours of successive curves

	TitleSize, SuptitleSize, LabelSize, TickSize, LegendSize, TextSize vg.Length

	LineWidth  vg.Length
	MarkerSize vg.Length
	Colormap   string // for numbers shown as colours
	ShowGrid   bool   // of new axes
	TitleBold  bool
	TopRight   bool // draw the top and right axis lines too
}

// LightTheme is dark ink on white.
func LightTheme() Theme {
	return Theme{
		Name:       "light",
		Background: rgb(0xffffff), Panel: rgb(0xffffff),
		Text: rgb(0x24292f), Muted: rgb(0x4a5158), Spine: rgb(0x9aa1a9), Grid: rgb(0xe9ebee),
		Cycle: palette.Light,
	}.sized()
}

// DarkTheme is light ink on near-black.
func DarkTheme() Theme {
	return Theme{
		Name:       "dark",
		Background: rgb(0x16191e), Panel: rgb(0x16191e),
		Text: rgb(0xe6e9ed), Muted: rgb(0xb4bac2), Spine: rgb(0x6b737d), Grid: rgb(0x2a2f37),
		Cycle: palette.Dark,
	}.sized()
}

func (t Theme) sized() Theme {
	t.TitleSize, t.SuptitleSize, t.LabelSize, t.TickSize, t.LegendSize, t.TextSize = 11.5, 13, 10.5, 9.5, 9.5, 10
	t.LineWidth, t.MarkerSize = 1.6, 6
	t.Colormap, t.ShowGrid, t.TitleBold = "viridis", true, true
	return t
}

// Dark tells whether the paper is darker than the ink.
func (t Theme) Dark() bool { return palette.Lightness(t.Background) < palette.Lightness(t.Text) }

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

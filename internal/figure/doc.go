// Package figure draws scientific plots on gonum's vector graphics (gonum.org/v1/plot/vg) and knows nothing of any
// language or notebook.
//
// A Figure holds Axes in grids (New, AddSubplot, Subplots). Axes hold artists, added by methods named after what they
// draw: Line, Scatter, Bars, Hist, Image, Mesh, Contour, ContourFill, ErrorBars, FillBetween, Text, Quiver, Boxes ...
// Each method checks its input, copies it and returns an error that names the argument; nothing is drawn before
// the figure is rendered by SVG, PNG, PDF, WriteFile, Bundle or Draw. Rendering is deterministic: the same figure gives
// the same bytes.
//
// Where to read:
//
//	figure.go, axes.go, axis.go   the tree: figure, axes, one axis with its scale and limits
//	ticks.go, ticklabels.go, tickrow.go
//	                              which numbers stand on an axis, how they are written, and how many fit
//	layout.go, draw.go            places from measured text; the order of drawing
//	line.go, scatter.go, bars.go, hist.go, image.go, mesh.go, contour.go, errorbar.go, fill.go, text.go, quiver.go, box.go
//	                              the artists, one file each
//	legend.go, occupancy.go       legends that keep off the data
//	colorbar.go, norm.go          numbers to colours and the bar that explains them
//	theme.go, render/, palette/   sizes and colours; canvases and text; colour maps
//	gonum.go                      plotters of gonum/plot inside these axes
package figure

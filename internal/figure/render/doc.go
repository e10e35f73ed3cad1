// Package render draws figures on paper: a Canvas is gonum's vg.Canvas with clipping, set text, repeated markers and
// bitmaps beside it, and there are three of them.
//
//   - SVG writes compact paths, text as text, and element names derived from content, so that the same drawing gives
//     the same bytes.
//   - Bitmap rasterises at any resolution with exact area coverage, for PNG.
//   - PDF writes one page with fonts as glyph procedures and a map back to Unicode.
//
// Adapt makes a Canvas of any other vg.Canvas. Text (text.go, math.go, font.go) is measured and set once, with the same
// result on every canvas. All lengths are points; the origin is at the bottom left, as in gonum.
package render

package render

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"math"
)

// EncodePNG compresses an image: by a palette when it has at most 256 colours, without alpha when it is opaque. dpi is
// noted in the file unless it is 0.
//
// Plots are flat areas with thin antialiased lines. For them trying all of PNG's filters on each row, as image/png
// does, costs more time than the compression and makes files larger; here a row is either left as it is or, when it
// repeats the row above, coded as no difference.
func EncodePNG(img *image.RGBA, dpi float64) []byte {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	out := []byte("\x89PNG\r\n\x1a\n")
	head := make([]byte, 13)
	binary.BigEndian.PutUint32(head, uint32(w))
	binary.BigEndian.PutUint32(head[4:], uint32(h))
	head[8] = 8
	pal := palettise(img)
	opaque := img.Opaque()
	channels := 4
	switch {
	case pal != nil:
		channels, head[9] = 1, 3
	case opaque:
		channels, head[9] = 3, 2
	default:
		head[9] = 6
	}
	out = chunk(out, "IHDR", head)
	if dpi > 0 {
		phys := make([]byte, 9)
		n := uint32(math.Round(dpi / 0.0254))
		binary.BigEndian.PutUint32(phys, n)
		binary.BigEndian.PutUint32(phys[4:], n)
		phys[8] = 1
		out = chunk(out, "pHYs", phys)
	}
	if pal != nil {
		var plte, trns []byte
		for _, c := range pal.Palette {
			n := c.(color.NRGBA)
			plte, trns = append(plte, n.R, n.G, n.B), append(trns, n.A)
		}
		out = chunk(out, "PLTE", plte)
		if !opaque {
			out = chunk(out, "tRNS", trns)
		}
	}
	var data bytes.Buffer
	z := zlib.NewWriter(&data)
	row, last := make([]byte, 1+w*channels), make([]byte, 1+w*channels)
	same := make([]byte, 1+w*channels)
	same[0] = 2 // "up", all differences zero
	for y := range h {
		row[0] = 0
		switch src := img.Pix[y*img.Stride : y*img.Stride+4*w]; channels {
		case 1:
			copy(row[1:], pal.Pix[y*pal.Stride:])
		case 3:
			for x := range w {
				copy(row[1+3*x:4+3*x], src[4*x:4*x+3])
			}
		default:
			for x := range w {
				unmultiply(row[1+4*x:5+4*x], src[4*x:4*x+4])
			}
		}
		if y > 0 && bytes.Equal(row[1:], last[1:]) {
			z.Write(same) // a buffer does not fail
		} else {
			z.Write(row)
		}
		row, last = last, row
	}
	z.Close()
	out = chunk(out, "IDAT", data.Bytes())
	return chunk(out, "IEND", nil)
}

func chunk(out []byte, name string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	start := len(out)
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// unmultiply divides a pixel by its opacity.
func unmultiply(dst, src []byte) {
	switch a := uint32(src[3]); a {
	case 0:
		dst[0], dst[1], dst[2], dst[3] = 0, 0, 0, 0
	case 255:
		copy(dst, src)
	default:
		for i := range 3 {
			dst[i] = uint8(min((uint32(src[i])*255+a/2)/a, 255))
		}
		dst[3] = src[3]
	}
}

// palettise returns an indexed copy, or nil when there are more than 256 colours. Indices are given in order of first
// appearance.
func palettise(img *image.RGBA) *image.Paletted {
	b := img.Bounds()
	out := image.NewPaletted(image.Rect(0, 0, b.Dx(), b.Dy()), nil)
	seen := make(map[uint32]uint8, 256)
	var last uint32
	var lastIdx uint8
	first := true
	for y := range b.Dy() {
		row := img.Pix[y*img.Stride : y*img.Stride+4*b.Dx()]
		dst := out.Pix[y*out.Stride:]
		for x := 0; x < len(row); x += 4 {
			v := binary.LittleEndian.Uint32(row[x:])
			if first || v != last {
				i, ok := seen[v]
				if !ok {
					if len(seen) == 256 {
						return nil
					}
					i = uint8(len(seen))
					seen[v] = i
					var c [4]byte
					unmultiply(c[:], row[x:x+4])
					out.Palette = append(out.Palette, color.NRGBA{c[0], c[1], c[2], c[3]})
				}
				last, lastIdx, first = v, i, false
			}
			dst[x/4] = lastIdx
		}
	}
	return out
}

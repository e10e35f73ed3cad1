package main

import (
	"fmt"

	"github.com/mmcloughlin/avo/attr"
	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// gemm writes the kernels of the matrix product: the tiles of 4×12 and 8×24 and the sum of rows.
func gemm(c *build.Context) {
	tile(c, shape{"AVX2", 4, c.YMM, 32, c.VXORPD, 3})
	tile(c, shape{"AVX512", 8, c.ZMM, 64, c.VPXORQ, 3})
	rows(c)
}

// shape is the form of the tile for one instruction set. The sums fill the registers but for one row of b and one
// broadcast entry of a: 12 of 16 for AVX2, 24 of 32 for AVX-512.
type shape struct {
	suffix  string
	rows    int
	vector  func() reg.VecVirtual
	bytes   int // of a vector
	clear   func(...operand.Op)
	vectors int // in a row of the tile
}

func tile(c *build.Context, s shape) {
	c.Function("tile" + s.suffix)
	c.Attributes(attr.NOSPLIT)
	c.SignatureExpr("func(k int, a, b, c *float64, ldc int, fresh bool)")
	c.Doc(fmt.Sprintf("tile%s is tileGo for tiles of %d×%d.", s.suffix, s.rows, s.vectors*s.bytes/8))
	c.Pragma("noescape")
	k := c.Load(c.Param("k"), c.GP64())
	a := operand.Mem{Base: c.Load(c.Param("a"), c.GP64())}
	b := operand.Mem{Base: c.Load(c.Param("b"), c.GP64())}
	d := operand.Mem{Base: c.Load(c.Param("c"), c.GP64())}
	ld := c.Load(c.Param("ldc"), c.GP64())
	c.SHLQ(operand.Imm(3), ld)

	acc := make([][]reg.VecVirtual, s.rows)
	for i := range acc {
		for range s.vectors {
			v := s.vector()
			s.clear(v, v, v)
			acc[i] = append(acc[i], v)
		}
	}
	row := make([]reg.VecVirtual, s.vectors)
	for j := range row {
		row[j] = s.vector()
	}
	entry := s.vector()
	width := s.vectors * s.bytes
	// the tile of c is wanted soon
	p := c.GP64()
	c.MOVQ(d.Base, p)
	for i := range acc {
		for line := 0; line < width; line += 64 {
			c.PREFETCHT0(operand.Mem{Base: p, Disp: line})
		}
		if i+1 < len(acc) {
			c.ADDQ(ld, p)
		}
	}
	step := func(u int) {
		for j := range row {
			c.VMOVUPD(b.Offset(width*u+s.bytes*j), row[j])
		}
		for i := range acc {
			c.VBROADCASTSD(a.Offset(8*(s.rows*u+i)), entry)
			for j := range row {
				c.VFMADD231PD(row[j], entry, acc[i][j])
			}
		}
	}
	const unroll = 4
	advance := func(steps int) {
		c.ADDQ(operand.U32(uint64(8*s.rows*steps)), a.Base)
		c.ADDQ(operand.U32(uint64(width*steps)), b.Base)
	}
	c.SUBQ(operand.Imm(unroll), k)
	c.JLT(operand.LabelRef("rest"))
	c.Label("four")
	c.PREFETCHT0(a.Offset(512))
	for u := range unroll {
		step(u)
	}
	advance(unroll)
	c.SUBQ(operand.Imm(unroll), k)
	c.JGE(operand.LabelRef("four"))
	c.Label("rest")
	c.ADDQ(operand.Imm(unroll), k)
	c.JZ(operand.LabelRef("write"))
	c.Label("one")
	step(0)
	advance(1)
	c.DECQ(k)
	c.JNZ(operand.LabelRef("one"))

	c.Label("write")
	fresh := c.Load(c.Param("fresh"), c.GP8())
	c.TESTB(fresh, fresh)
	c.JNZ(operand.LabelRef("store"))
	for _, add := range []bool{true, false} {
		if !add {
			c.Label("store")
		}
		for i := range acc {
			for j, v := range acc[i] {
				if add {
					c.VADDPD(d.Offset(s.bytes*j), v, v)
				}
				c.VMOVUPD(v, d.Offset(s.bytes*j))
			}
			if i+1 < len(acc) {
				c.ADDQ(ld, d.Base)
			}
		}
		c.VZEROUPPER()
		c.RET()
	}
}

// rows writes dst_j += sum over i of f_i x_ij, fused, in the order of i; 16 columns at a time.
func rows(c *build.Context) {
	c.Function("addRowsAVX2")
	c.Attributes(attr.NOSPLIT)
	c.SignatureExpr("func(dst *float64, n int, f *float64, k int, x *float64, ld int)")
	c.Doc("addRowsAVX2 is addRowsGo for n a multiple of four and k of at least one.")
	c.Pragma("noescape")
	dst := operand.Mem{Base: c.Load(c.Param("dst"), c.GP64())}
	n := c.Load(c.Param("n"), c.GP64())
	f := c.Load(c.Param("f"), c.GP64())
	k := c.Load(c.Param("k"), c.GP64())
	x := operand.Mem{Base: c.Load(c.Param("x"), c.GP64())}
	ld := c.Load(c.Param("ld"), c.GP64())
	c.SHLQ(operand.Imm(3), ld)
	left, at, p := c.GP64(), operand.Mem{Base: c.GP64()}, operand.Mem{Base: c.GP64()}
	for _, width := range []int{8, 1} {
		head, inner, next := fmt.Sprint("columns", width), fmt.Sprint("inner", width), fmt.Sprint("next", width)
		c.Label(head)
		c.CMPQ(n, operand.Imm(uint64(4*width)))
		c.JLT(operand.LabelRef(next))
		acc := make([]reg.VecVirtual, width)
		for j := range acc {
			acc[j] = c.YMM()
			c.VMOVUPD(dst.Offset(32*j), acc[j])
		}
		c.MOVQ(k, left)
		c.MOVQ(x.Base, at.Base)
		c.MOVQ(f, p.Base)
		c.Label(inner)
		factor := c.YMM()
		c.VBROADCASTSD(p, factor)
		for j := range acc {
			c.VFMADD231PD(at.Offset(32*j), factor, acc[j])
		}
		c.ADDQ(operand.Imm(8), p.Base)
		c.ADDQ(ld, at.Base)
		c.DECQ(left)
		c.JNZ(operand.LabelRef(inner))
		for j := range acc {
			c.VMOVUPD(acc[j], dst.Offset(32*j))
		}
		c.ADDQ(operand.U32(uint64(32*width)), dst.Base)
		c.ADDQ(operand.U32(uint64(32*width)), x.Base)
		c.SUBQ(operand.Imm(uint64(4*width)), n)
		c.JMP(operand.LabelRef(head))
		c.Label(next)
	}
	c.VZEROUPPER()
	c.RET()
}

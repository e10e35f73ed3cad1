package main

import (
	"fmt"
	"strings"

	"github.com/mmcloughlin/avo/attr"
	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// elementwise writes the loops over arrays: arithmetic and comparisons of two runs or of a run and a scalar, roots,
// extremes, and the test for finite numbers. All take any length.
func elementwise(c *build.Context) {
	// In the order that Go's assembler uses, an operation has its second operand first.
	type binary struct {
		name   string
		vector func(y, x, d operand.Op)
		single func(y, x, d operand.Op)
	}
	extreme := func(vector, single func(...operand.Op)) (v, s func(y, x, d operand.Op)) {
		// x where it is the larger, where both are equal, and where it is NaN; y where only y is NaN.
		pick := func(op func(...operand.Op), nan reg.Register, y, x, d operand.Op, packed bool) {
			if packed {
				c.VCMPPD(operand.Imm(3), y, y, nan)
				op(x, y, d)
				c.VBLENDVPD(nan, y, d, d)
			} else {
				c.VCMPSD(operand.Imm(3), y, y, nan)
				op(x, y, d)
				c.VBLENDVPD(nan, y, d, d)
			}
		}
		return func(y, x, d operand.Op) { pick(vector, c.YMM(), y, x, d, true) },
			func(y, x, d operand.Op) { pick(single, c.XMM(), y, x, d, false) }
	}
	maxV, maxS := extreme(c.VMAXPD, c.VMAXSD)
	minV, minS := extreme(c.VMINPD, c.VMINSD)
	plain := func(op func(...operand.Op)) func(y, x, d operand.Op) {
		return func(y, x, d operand.Op) { op(y, x, d) }
	}
	for _, op := range []binary{
		{"add", plain(c.VADDPD), plain(c.VADDSD)},
		{"sub", plain(c.VSUBPD), plain(c.VSUBSD)},
		{"mul", plain(c.VMULPD), plain(c.VMULSD)},
		{"div", plain(c.VDIVPD), plain(c.VDIVSD)},
		{"max", maxV, maxS},
		{"min", minV, minS},
	} {
		for _, form := range []string{"VV", "VS", "SV"} {
			loop2(c, op.name+form, form, op.vector, op.single)
		}
	}
	for i, name := range []string{"eq", "ne", "lt", "le"} {
		for _, form := range []string{"VV", "VS", "SV"} {
			compare(c, name+form, form, []uint64{0x00, 0x04, 0x11, 0x12}[i])
		}
	}
	root(c)
	finite(c)
	extremeOf(c, "maxOf", c.VMAXPD)
	extremeOf(c, "minOf", c.VMINPD)
}

// widths are the registers per round: blocks of 16 elements, then of 4, then single ones (0).
var widths = []int{4, 1, 0}

// rounds writes the loops over n elements: body gets the number of registers and the bytes done so far are in at.
func rounds(c *build.Context, n reg.Register, body func(width int), after func(count int)) {
	for _, w := range widths {
		count := max(4*w, 1)
		head, next := fmt.Sprint("by", count), fmt.Sprint("after", count)
		c.Label(head)
		c.CMPQ(n, operand.Imm(uint64(count)))
		c.JLT(operand.LabelRef(next))
		body(w)
		after(count)
		c.SUBQ(operand.Imm(uint64(count)), n)
		c.JMP(operand.LabelRef(head))
		c.Label(next)
	}
}

type input struct {
	at     operand.Mem
	scalar reg.VecVirtual // when it stands still
}

func newInput(c *build.Context, name string, still bool) *input {
	in := &input{at: operand.Mem{Base: c.Load(c.Param(name), c.GP64())}}
	if still {
		in.scalar = c.YMM()
		c.VBROADCASTSD(in.at, in.scalar)
	}
	return in
}

func (in *input) vector(c *build.Context, i int) reg.VecVirtual {
	if in.scalar != nil {
		return in.scalar
	}
	v := c.YMM()
	c.VMOVUPD(in.at.Offset(32*i), v)
	return v
}

func (in *input) single(c *build.Context) reg.Register {
	if in.scalar != nil {
		return in.scalar.AsX()
	}
	v := c.XMM()
	c.VMOVSD(in.at, v)
	return v
}

func (in *input) advance(c *build.Context, count int) {
	if in.scalar == nil {
		c.ADDQ(operand.U32(uint64(8*count)), in.at.Base)
	}
}

func function(c *build.Context, name, signature, doc string) {
	c.Function(name)
	c.Attributes(attr.NOSPLIT)
	c.SignatureExpr(signature)
	c.Doc(doc)
	c.Pragma("noescape")
}

func loop2(c *build.Context, name, form string, vector, single func(y, x, d operand.Op)) {
	function(c, name, "func(dst, x, y *float64, n int)", name+" is dst = x "+name[:3]+" y, S standing for a scalar.")
	dst := operand.Mem{Base: c.Load(c.Param("dst"), c.GP64())}
	x, y := newInput(c, "x", form[0] == 'S'), newInput(c, "y", form[1] == 'S')
	n := c.Load(c.Param("n"), c.GP64())
	rounds(c, n, func(width int) {
		if width == 0 {
			d := c.XMM()
			single(y.single(c), x.single(c), d)
			c.VMOVSD(d, dst)
			return
		}
		for i := range width {
			d := c.YMM()
			vector(y.vector(c, i), x.vector(c, i), d)
			c.VMOVUPD(d, dst.Offset(32*i))
		}
	}, func(count int) {
		x.advance(c, count)
		y.advance(c, count)
		c.ADDQ(operand.U32(uint64(8*count)), dst.Base)
	})
	c.VZEROUPPER()
	c.RET()
}

// compare turns the four sign bits of a comparison into four bytes by a table.
func compare(c *build.Context, name, form string, predicate uint64) {
	if name == "eqVV" {
		t := c.StaticGlobal("nibbles")
		c.DataAttributes(attr.RODATA | attr.NOPTR)
		for m := range 16 {
			v := uint32(0)
			for b := range 4 {
				v |= uint32(m>>b&1) << (8 * b)
			}
			c.AddDatum(4*m, operand.U32(v))
		}
		nibbles = t
	}
	what := map[string]string{"eq": "==", "ne": "!=", "lt": "<", "le": "<="}[name[:2]]
	function(c, name, "func(dst *bool, x, y *float64, n int)", name+" is dst = x "+what+" y, S standing for a scalar.")
	dst := operand.Mem{Base: c.Load(c.Param("dst"), c.GP64())}
	x, y := newInput(c, "x", form[0] == 'S'), newInput(c, "y", form[1] == 'S')
	n := c.Load(c.Param("n"), c.GP64())
	table := c.GP64()
	c.LEAQ(nibbles, table)
	rounds(c, n, func(width int) {
		if width == 0 {
			d, bit := c.XMM(), c.GP32()
			c.VCMPSD(operand.Imm(predicate), y.single(c), x.single(c), d)
			c.VMOVMSKPD(d, bit)
			c.ANDL(operand.Imm(1), bit)
			c.MOVB(bit.As8(), dst)
			return
		}
		for i := range width {
			d, bits := c.YMM(), c.GP32()
			c.VCMPPD(operand.Imm(predicate), y.vector(c, i), x.vector(c, i), d)
			c.VMOVMSKPD(d, bits)
			c.MOVL(operand.Mem{Base: table, Index: bits.As64(), Scale: 4}, bits)
			c.MOVL(bits, dst.Offset(4*i))
		}
	}, func(count int) {
		x.advance(c, count)
		y.advance(c, count)
		c.ADDQ(operand.Imm(uint64(count)), dst.Base)
	})
	c.VZEROUPPER()
	c.RET()
}

var nibbles operand.Mem

func root(c *build.Context) {
	function(c, "sqrtV", "func(dst, x *float64, n int)", "sqrtV is dst = √x.")
	dst := operand.Mem{Base: c.Load(c.Param("dst"), c.GP64())}
	x := newInput(c, "x", false)
	n := c.Load(c.Param("n"), c.GP64())
	rounds(c, n, func(width int) {
		if width == 0 {
			v := x.single(c)
			c.VSQRTSD(v, v, v)
			c.VMOVSD(v, dst)
			return
		}
		for i := range width {
			d := c.YMM()
			c.VSQRTPD(x.at.Offset(32*i), d)
			c.VMOVUPD(d, dst.Offset(32*i))
		}
	}, func(count int) {
		x.advance(c, count)
		c.ADDQ(operand.U32(uint64(8*count)), dst.Base)
	})
	c.VZEROUPPER()
	c.RET()
}

// finite relies on x - x being +0 for finite x and NaN otherwise.
func finite(c *build.Context) {
	function(c, "finiteV", "func(x *float64, n int) bool", "finiteV tells whether all of x are finite.")
	x := newInput(c, "x", false)
	n := c.Load(c.Param("n"), c.GP64())
	var acc [4]reg.VecVirtual
	for i := range acc {
		acc[i] = c.YMM()
		c.VXORPD(acc[i], acc[i], acc[i])
	}
	rounds(c, n, func(width int) {
		if width == 0 {
			v := x.single(c)
			c.VSUBSD(v, v, v) // the upper lanes are zero, as VMOVSD and VSUBSD leave them
			c.VORPD(v.(reg.VecVirtual).AsY(), acc[0], acc[0])
			return
		}
		for i := range width {
			v := x.vector(c, i)
			c.VSUBPD(v, v, v)
			c.VORPD(v, acc[i], acc[i])
		}
	}, func(count int) { x.advance(c, count) })
	c.VORPD(acc[1], acc[0], acc[0])
	c.VORPD(acc[3], acc[2], acc[2])
	c.VORPD(acc[2], acc[0], acc[0])
	r := c.GP8()
	c.VPTEST(acc[0], acc[0])
	c.SETEQ(r)
	c.Store(r, c.ReturnIndex(0))
	c.VZEROUPPER()
	c.RET()
}

// extremeOf has four accumulators and a fifth register that collects NaN.
func extremeOf(c *build.Context, name string, op func(...operand.Op)) {
	function(c, name, "func(x *float64, n int) float64",
		name+" is the "+strings.TrimSuffix(name, "Of")+" of n numbers, a positive multiple of 16, or NaN when there is one; the sign of a zero is any.")
	x := operand.Mem{Base: c.Load(c.Param("x"), c.GP64())}
	n := c.Load(c.Param("n"), c.GP64())
	var acc [4]reg.VecVirtual
	for i := range acc {
		acc[i] = c.YMM()
		c.VMOVUPD(x.Offset(32*i), acc[i])
	}
	nan := c.YMM()
	c.VXORPD(nan, nan, nan)
	c.Label("loop")
	for i := range acc {
		v, q := c.YMM(), c.YMM()
		c.VMOVUPD(x.Offset(32*i), v)
		c.VCMPPD(operand.Imm(3), v, v, q)
		op(v, acc[i], acc[i])
		c.VORPD(q, nan, nan)
	}
	c.ADDQ(operand.U32(128), x.Base)
	c.SUBQ(operand.Imm(16), n)
	c.JNZ(operand.LabelRef("loop"))
	op(acc[1], acc[0], acc[0])
	op(acc[3], acc[2], acc[2])
	op(acc[2], acc[0], acc[0])
	high, low := c.XMM(), acc[0].AsX()
	c.VEXTRACTF128(operand.Imm(1), acc[0], high)
	op(high, low, low)
	c.VUNPCKHPD(low, low, high)
	op(high, low, low)
	bits := c.GP32()
	c.VMOVMSKPD(nan, bits)
	c.TESTL(bits, bits)
	c.JZ(operand.LabelRef("done"))
	// all bits set is a NaN
	c.VCMPSD(operand.Imm(15), low, low, low)
	c.Label("done")
	c.Store(low, c.ReturnIndex(0))
	c.VZEROUPPER()
	c.RET()
}

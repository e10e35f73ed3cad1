#include "textflag.h"

// Constants of exp.go, four times each.
#define QUAD(name, bits) \
	DATA name<>+0(SB)/8, $bits; DATA name<>+8(SB)/8, $bits; DATA name<>+16(SB)/8, $bits; DATA name<>+24(SB)/8, $bits; \
	GLOBL name<>(SB), RODATA|NOPTR, $32

QUAD(invStep4, 0x40771547652b82fe) // 256/ln 2
QUAD(magic4, 0x4338000000000000)   // 1.5·2^52
QUAD(stepHi4, 0x3f662e42fee00000)
QUAD(stepLo4, 0x3d6a39ef35793c76)
QUAD(half4, 0x3fe0000000000000)
QUAD(sixth4, 0x3fc5555555555555)
QUAD(twentyFourth4, 0x3fa5555555555555)
QUAD(most4, 0x4086280000000000) // 709
QUAD(inf4, 0x7ff0000000000000)
QUAD(mask4, 0x00000000000000ff)

// EXP4 turns the exponents in T into their exponentials: 0 where T < floor, +Inf where T > 709. Every step is the one
// of exp in exp.go, without fused operations, so both give the same bits. Y9 holds the floor, R8 the table; the registers
// named after T are clobbered. GE is T >= floor (false for NaN); lanes above 709 are marked by +Inf in T on the way.
#define EXP4(T, GE, R, S, K, P, IDX, ALL) \
	VCMPPD $0x1d, Y9, T, GE \
	VCMPPD $0x1e, most4<>(SB), T, P \
	VMINPD most4<>(SB), T, T \
	VMAXPD Y9, T, T \
	VMULPD invStep4<>(SB), T, S \
	VADDPD magic4<>(SB), S, S \
	VMOVAPD S, K \
	VSUBPD magic4<>(SB), S, S \
	VMULPD stepHi4<>(SB), S, R \
	VSUBPD R, T, R \
	VMULPD stepLo4<>(SB), S, S \
	VSUBPD S, R, R \
	VBLENDVPD P, inf4<>(SB), T, T \
	VPAND mask4<>(SB), K, IDX \
	VPCMPEQQ ALL, ALL, ALL \
	VGATHERQPD ALL, (R8)(IDX*8), S \
	VMULPD twentyFourth4<>(SB), R, P \
	VADDPD sixth4<>(SB), P, P \
	VMULPD P, R, P \
	VADDPD half4<>(SB), P, P \
	VMULPD R, R, IDX \
	VMULPD P, IDX, P \
	VADDPD P, R, P \
	VMULPD P, S, P \
	VADDPD P, S, S \
	VPSRLQ $8, K, K \
	VPSLLQ $52, K, K \
	VPADDQ K, S, S \
	VCMPPD $0x00, inf4<>(SB), T, P \
	VBLENDVPD P, T, S, S \
	VANDPD GE, S, T

// func planRowAVX2(dst, c, beta, pot *float64, n int, f, alpha, eta, floor float64, table *float64) float64
TEXT ·planRowAVX2(SB), NOSPLIT, $0-88
	MOVQ dst+0(FP), DI
	MOVQ c+8(FP), SI
	MOVQ beta+16(FP), DX
	MOVQ pot+24(FP), CX
	MOVQ n+32(FP), BX
	VBROADCASTSD f+40(FP), Y6
	VBROADCASTSD alpha+48(FP), Y7
	VBROADCASTSD eta+56(FP), Y8
	VBROADCASTSD floor+64(FP), Y9
	MOVQ table+72(FP), R8
	VXORPD Y10, Y10, Y10
	VXORPD Y11, Y11, Y11
	XORQ AX, AX

loop:
	CMPQ AX, BX
	JGE done
	VADDPD (CX)(AX*8), Y6, Y0      // f + g
	VMOVUPD (SI)(AX*8), Y1
	VSUBPD Y7, Y1, Y1              // c - alpha
	VSUBPD (DX)(AX*8), Y1, Y1      // - beta
	VSUBPD Y1, Y0, Y0
	VMULPD Y0, Y8, Y0              // t, lanes 0..3
	VADDPD 32(CX)(AX*8), Y6, Y12
	VMOVUPD 32(SI)(AX*8), Y1
	VSUBPD Y7, Y1, Y1
	VSUBPD 32(DX)(AX*8), Y1, Y1
	VSUBPD Y1, Y12, Y12
	VMULPD Y12, Y8, Y12            // t, lanes 4..7
	VCMPPD $0x1d, Y9, Y0, Y1
	VCMPPD $0x1d, Y9, Y12, Y2
	VORPD Y1, Y2, Y1
	VMOVMSKPD Y1, R9
	TESTL R9, R9
	JZ zero
	EXP4(Y0, Y1, Y2, Y3, Y4, Y5, Y13, Y14)
	EXP4(Y12, Y1, Y2, Y3, Y4, Y5, Y13, Y14)
	VMOVUPD Y0, (DI)(AX*8)
	VMOVUPD Y12, 32(DI)(AX*8)
	VADDPD Y0, Y10, Y10
	VADDPD Y12, Y11, Y11
	ADDQ $8, AX
	JMP loop

zero:
	VXORPD Y0, Y0, Y0
	VMOVUPD Y0, (DI)(AX*8)
	VMOVUPD Y0, 32(DI)(AX*8)
	ADDQ $8, AX
	JMP loop

done:
	VADDPD Y11, Y10, Y10
	VEXTRACTF128 $1, Y10, X0
	VADDPD X0, X10, X0
	VUNPCKHPD X0, X0, X1
	VADDSD X1, X0, X0
	VZEROUPPER
	MOVSD X0, ret+80(FP)
	RET

// func dotAVX2(x, y *float64, n int) float64
TEXT ·dotAVX2(SB), NOSPLIT, $0-32
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DX
	MOVQ n+16(FP), BX
	VXORPD Y0, Y0, Y0
	VXORPD Y1, Y1, Y1
	VXORPD Y2, Y2, Y2
	VXORPD Y3, Y3, Y3
	XORQ AX, AX

dotloop:
	CMPQ AX, BX
	JGE dotdone
	VMOVUPD (SI)(AX*8), Y4
	VMOVUPD 32(SI)(AX*8), Y5
	VMOVUPD 64(SI)(AX*8), Y6
	VMOVUPD 96(SI)(AX*8), Y7
	VMULPD (DX)(AX*8), Y4, Y4
	VMULPD 32(DX)(AX*8), Y5, Y5
	VMULPD 64(DX)(AX*8), Y6, Y6
	VMULPD 96(DX)(AX*8), Y7, Y7
	VADDPD Y4, Y0, Y0
	VADDPD Y5, Y1, Y1
	VADDPD Y6, Y2, Y2
	VADDPD Y7, Y3, Y3
	ADDQ $16, AX
	JMP dotloop

dotdone:
	VADDPD Y1, Y0, Y0
	VADDPD Y3, Y2, Y2
	VADDPD Y2, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VADDPD X1, X0, X0
	VUNPCKHPD X0, X0, X1
	VADDSD X1, X0, X0
	VZEROUPPER
	MOVSD X0, ret+24(FP)
	RET

// func axpyAVX2(y *float64, a float64, x *float64, n int)
TEXT ·axpyAVX2(SB), NOSPLIT, $0-32
	MOVQ y+0(FP), DI
	VBROADCASTSD a+8(FP), Y0
	MOVQ x+16(FP), SI
	MOVQ n+24(FP), BX
	XORQ AX, AX

axpyloop:
	CMPQ AX, BX
	JGE axpydone
	VMULPD (SI)(AX*8), Y0, Y1
	VMULPD 32(SI)(AX*8), Y0, Y2
	VADDPD (DI)(AX*8), Y1, Y1
	VADDPD 32(DI)(AX*8), Y2, Y2
	VMOVUPD Y1, (DI)(AX*8)
	VMOVUPD Y2, 32(DI)(AX*8)
	ADDQ $8, AX
	JMP axpyloop

axpydone:
	VZEROUPPER
	RET

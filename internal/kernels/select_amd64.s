#include "textflag.h"

// func aboveAVX2(mask *uint8, row, t *float64, n int, ceiling float64)
TEXT ·aboveAVX2(SB), NOSPLIT, $0-40
	MOVQ mask+0(FP), DI
	MOVQ row+8(FP), SI
	MOVQ t+16(FP), DX
	MOVQ n+24(FP), BX
	VBROADCASTSD ceiling+32(FP), Y0
	XORQ AX, AX

loop:
	CMPQ AX, BX
	JGE done
	VMINPD (DX)(AX*8), Y0, Y1
	VMINPD 32(DX)(AX*8), Y0, Y2
	VMOVUPD (SI)(AX*8), Y3
	VMOVUPD 32(SI)(AX*8), Y4
	VCMPPD $0x1e, Y1, Y3, Y3       // row > limit
	VCMPPD $0x1e, Y2, Y4, Y4
	VMOVMSKPD Y3, R8
	VMOVMSKPD Y4, R9
	SHLL $4, R9
	ORL R9, R8
	MOVB R8, (DI)
	INCQ DI
	ADDQ $8, AX
	JMP loop

done:
	VZEROUPPER
	RET

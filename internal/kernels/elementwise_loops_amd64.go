package kernels

// The vector loops of Arith and Compare: two runs, a scalar on the right, a scalar on the left.
var (
	arithmetic = [...][3]func(dst, x, y *float64, n int){
		Add: {addVV, addVS, addSV},
		Sub: {subVV, subVS, subSV},
		Mul: {mulVV, mulVS, mulSV},
		Div: {divVV, divVS, divSV},
		Max: {maxVV, maxVS, maxSV},
		Min: {minVV, minVS, minSV},
	}
	comparisons = [...][3]func(dst *bool, x, y *float64, n int){
		{eqVV, eqVS, eqSV},
		{neVV, neVS, neSV},
		{ltVV, ltVS, ltSV},
		{leVV, leVS, leSV},
	}
)

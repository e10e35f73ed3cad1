package runtime

import "monge/dsl/runtime/libm"

// The elementary functions that operators need, with the digits of the C library rather than of package math.

func pow(x, y float64) float64   { return libm.Pow(x, y) }
func exp(x float64) float64      { return libm.Exp(x) }
func log(x float64) float64      { return libm.Log(x) }
func sin(x float64) float64      { return libm.Sin(x) }
func cos(x float64) float64      { return libm.Cos(x) }
func atan2(y, x float64) float64 { return libm.Atan2(y, x) }
func hypot(x, y float64) float64 { return libm.Hypot(x, y) }

package runtime

import "math"

func pow(x, y float64) float64   { return math.Pow(x, y) }
func exp(x float64) float64      { return math.Exp(x) }
func log(x float64) float64      { return math.Log(x) }
func sin(x float64) float64      { return math.Sin(x) }
func cos(x float64) float64      { return math.Cos(x) }
func atan2(y, x float64) float64 { return math.Atan2(y, x) }
func hypot(x, y float64) float64 { return math.Hypot(x, y) }

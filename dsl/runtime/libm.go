package runtime

import "math"

// pow is x**y on floats that are neither special nor in error.
func pow(x, y float64) float64 { return math.Pow(x, y) }

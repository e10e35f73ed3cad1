package data

import (
	"github.com/go-python/gpython/py"

	"monge/stdlib/np"
)

func fromFloats(v []float64, shape ...int) py.Object { return np.FromFloats(v, shape...) }

func fromInts(v []int64) py.Object { return np.FromInts(v, len(v)) }

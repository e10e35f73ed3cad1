package ot

import (
	"fmt"
	"math"
	"strings"
)

// Metric is a cost between two points. The zero value is SqEuclidean.
type Metric struct {
	kind metricKind
	name string
	p    float64
	fn   func(x, y []float64) float64
}

type metricKind uint8

const (
	sqEuclidean metricKind = iota
	euclidean
	cityBlock
	chebyshev
	power
	cosine
	custom
)

// The metrics with names. None of them divides by two: SqEuclidean is |x−y|².
var (
	SqEuclidean = Metric{kind: sqEuclidean, name: "sqeuclidean"}
	Euclidean   = Metric{kind: euclidean, name: "euclidean"}
	L1          = Metric{kind: cityBlock, name: "cityblock"}
	Chebyshev   = Metric{kind: chebyshev, name: "chebyshev"}
	Cosine      = Metric{kind: cosine, name: "cosine"} // 1 − x·y/(|x||y|); a zero vector has distance 1 to everything
)

// Power is the cost |x−y|^p with the Euclidean norm, p > 0.
func Power(p float64) Metric { return Metric{kind: power, name: fmt.Sprintf("power(%g)", p), p: p} }

// MetricFunc makes a metric of a function, which must be safe for concurrent use and must not keep its arguments.
func MetricFunc(name string, fn func(x, y []float64) float64) Metric {
	return Metric{kind: custom, name: name, fn: fn}
}

// MetricNames lists what ParseMetric understands.
var MetricNames = []string{"sqeuclidean", "euclidean", "cityblock", "chebyshev", "cosine"}

// ParseMetric finds a metric by its name in MetricNames, or by one of the aliases "l1", "manhattan", "l2", "linf".
func ParseMetric(name string) (Metric, error) {
	switch strings.ToLower(name) {
	case "sqeuclidean":
		return SqEuclidean, nil
	case "euclidean", "l2":
		return Euclidean, nil
	case "cityblock", "l1", "manhattan":
		return L1, nil
	case "chebyshev", "linf":
		return Chebyshev, nil
	case "cosine":
		return Cosine, nil
	}
	return Metric{}, &InputError{Kind: ErrOption, Field: "metric", Value: fmt.Sprintf("%q", name),
		Detail: "must be one of " + strings.Join(MetricNames, ", ")}
}

// String returns the name.
func (m Metric) String() string {
	if m.name == "" {
		return "sqeuclidean"
	}
	return m.name
}

func (m Metric) check() error {
	switch {
	case m.kind == power && !(m.p > 0 && !math.IsInf(m.p, 1)):
		return &InputError{Kind: ErrOption, Field: "metric", Value: m.name, Detail: "the power must be positive and finite"}
	case m.kind == custom && m.fn == nil:
		return &InputError{Kind: ErrOption, Field: "metric", Value: m.name, Detail: "the function is nil"}
	}
	return nil
}

package ndarray

import (
	"fmt"
	"testing"
)

func BenchmarkElementwise(b *testing.B) {
	for _, n := range []int{1000, 1000000} {
		x, y, out := ramp(b, []int{n}), ramp(b, []int{n}), ramp(b, []int{n})
		for _, u := range []*Binary{Add, Multiply, Divide, Maximum} {
			b.Run(fmt.Sprintf("%s/%d", u.Name, n), func(b *testing.B) {
				b.SetBytes(int64(24 * n))
				for b.Loop() {
					_, _, _ = u.Call(x, y, out)
				}
			})
		}
		for _, u := range []*Unary{Exp, Sqrt} {
			b.Run(fmt.Sprintf("%s/%d", u.Name, n), func(b *testing.B) {
				b.SetBytes(int64(16 * n))
				for b.Loop() {
					_, _, _ = u.Call(x, out)
				}
			})
		}
		b.Run(fmt.Sprintf("sum/%d", n), func(b *testing.B) {
			b.SetBytes(int64(8 * n))
			for b.Loop() {
				_, _ = Sum(x, ReduceOpts{})
			}
		})
		b.Run(fmt.Sprintf("max/%d", n), func(b *testing.B) {
			b.SetBytes(int64(8 * n))
			for b.Loop() {
				_, _ = Max(x, ReduceOpts{})
			}
		})
	}
}

func BenchmarkFreshResult(b *testing.B) {
	for _, n := range []int{10, 1000, 100000, 1000000} {
		x, y := ramp(b, []int{n}), ramp(b, []int{n})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(24 * n))
			for b.Loop() {
				_, _, _ = Add.Call(x, y, nil)
			}
		})
	}
}

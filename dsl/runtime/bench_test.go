package runtime_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Operations named in the goals for speed: dict access, sorting, joining.

func randomInts(n int) []py.Object {
	rnd := rand.New(rand.NewPCG(1, 2))
	out := make([]py.Object, n)
	for i := range out {
		out[i] = py.Int(rnd.IntN(1e6))
	}
	return out
}

func toStrings(items []py.Object) []py.Object {
	out := make([]py.Object, len(items))
	for i, v := range items {
		out[i] = py.String(strconv.FormatInt(int64(v.(py.Int)), 10))
	}
	return out
}

func benchDict(b *testing.B, keys []py.Object) {
	t := newEvaluator().t
	b.Run("set", func(b *testing.B) {
		for b.Loop() {
			d := runtime.NewDict()
			for _, k := range keys {
				d.Set(t, k, k)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(keys)), "ns/key")
	})
	b.Run("get", func(b *testing.B) {
		d := runtime.NewDict()
		for _, k := range keys {
			d.Set(t, k, k)
		}
		for b.Loop() {
			for _, k := range keys {
				d.Get(t, k)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(keys)), "ns/key")
	})
}

func BenchmarkDictInt(b *testing.B) { benchDict(b, randomInts(100000)) }
func BenchmarkDictStr(b *testing.B) { benchDict(b, toStrings(randomInts(100000))) }

func BenchmarkSort(b *testing.B) {
	t := newEvaluator().t
	ints := randomInts(100000)
	for name, items := range map[string][]py.Object{"int": ints, "str": toStrings(ints)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				runtime.SortList(t, append([]py.Object(nil), items...), nil, false)
			}
		})
	}
}

func BenchmarkJoin(b *testing.B) {
	t := newEvaluator().t
	list := runtime.NewList(toStrings(randomInts(100000)))
	for b.Loop() {
		if _, err := runtime.CallMethod(t, py.String(","), "join", list); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkConcatenate(b *testing.B) {
	t := newEvaluator().t
	for b.Loop() {
		var s py.Object = py.String("")
		for range 10000 {
			s, _ = runtime.Binary(t, runtime.OpAdd, s, py.String("abc"))
		}
	}
}

package parallel

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

func TestSplitCoversEveryItemOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 63, 64, 65, 1000, 12345} {
		for _, minSize := range []int{0, 1, 3, 100} {
			for _, maxBlocks := range []int{0, 1, 5, 64} {
				b := Split(n, minSize, maxBlocks)
				next := 0
				for k := range b.Len() {
					lo, hi := b.Range(k)
					if lo != next || hi <= lo {
						t.Fatalf("Split(%d,%d,%d): block %d is [%d,%d), want start %d", n, minSize, maxBlocks, k, lo, hi, next)
					}
					next = hi
				}
				if next != n {
					t.Fatalf("Split(%d,%d,%d) covers %d items", n, minSize, maxBlocks, next)
				}
				if b.Len() > max(maxBlocks, 1) {
					t.Fatalf("Split(%d,%d,%d) has %d blocks", n, minSize, maxBlocks, b.Len())
				}
			}
		}
	}
}

func TestEveryBlockRunsExactlyOnce(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		p := NewPool(workers)
		for _, blocks := range []int{0, 1, 2, 5, 100} {
			count := make([]atomic.Int32, blocks)
			err := p.Run(context.Background(), blocks, func(w, k int) {
				if w < 0 || w >= p.Workers() {
					t.Errorf("worker number %d of %d", w, p.Workers())
				}
				count[k].Add(1)
			})
			if err != nil {
				t.Fatal(err)
			}
			for k := range count {
				if c := count[k].Load(); c != 1 {
					t.Errorf("%d workers: block %d of %d ran %d times", workers, k, blocks, c)
				}
			}
		}
		p.Close()
		p.Close()
	}
}

func TestCancellationStopsBetweenBlocks(t *testing.T) {
	for _, workers := range []int{1, 2} {
		p := NewPool(workers)
		ctx, cancel := context.WithCancel(context.Background())
		var ran atomic.Int32
		err := p.Run(ctx, 10_000, func(_, _ int) {
			if ran.Add(1) == 3 {
				cancel()
			}
			time.Sleep(10 * time.Microsecond)
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		if n := ran.Load(); n > 100 {
			t.Errorf("%d blocks ran after cancellation", n)
		}
		if err := p.Run(context.Background(), 5, func(_, _ int) {}); err != nil {
			t.Errorf("pool unusable after cancellation: %v", err)
		}
		p.Close()
	}
}

func TestPanicReachesTheCaller(t *testing.T) {
	p := NewPool(3)
	defer p.Close()
	boom := errors.New("boom")
	func() {
		defer func() {
			failure, ok := recover().(*Panic)
			if !ok || !errors.Is(failure, boom) {
				t.Errorf("recovered %v", failure)
			}
		}()
		_ = p.Run(context.Background(), 50, func(_, k int) {
			if k == 17 {
				panic(boom)
			}
		})
		t.Error("no panic")
	}()
	var ran atomic.Int32
	if err := p.Run(context.Background(), 50, func(_, _ int) { ran.Add(1) }); err != nil || ran.Load() != 50 {
		t.Errorf("pool unusable after a panic: %v, %d blocks", err, ran.Load())
	}
}

func TestRunAllocatesNothing(t *testing.T) {
	p := NewPool(2)
	defer p.Close()
	out := make([]float64, 64)
	body := func(_, k int) { out[k]++ }
	ctx := context.Background()
	if n := testing.AllocsPerRun(200, func() { _ = p.Run(ctx, len(out), body) }); n != 0 {
		t.Errorf("%v allocations per loop", n)
	}
}

func TestSumInOrder(t *testing.T) {
	dst := []float64{9, 9}
	SumInOrder(dst, []float64{1, 2, 10, 20, 100, 200})
	if dst[0] != 111 || dst[1] != 222 {
		t.Errorf("sums %v", dst)
	}
}

func BenchmarkEmptyLoop(b *testing.B) {
	p := NewPool(2)
	defer p.Close()
	ctx := context.Background()
	body := func(_, _ int) {}
	for b.Loop() {
		_ = p.Run(ctx, 16, body)
	}
}

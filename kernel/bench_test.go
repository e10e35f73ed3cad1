package kernel_test

import (
	"context"
	"testing"

	"monge/kernel/client"
)

// Round trips with our own client over loopback: what the kernel and its transport cost, without Python.

func BenchmarkKernelInfo(b *testing.B) {
	r := start(b)
	for b.Loop() {
		r.do(client.Shell, "kernel_info_request", struct{}{})
	}
}

func BenchmarkExecuteToIdle(b *testing.B) {
	r := start(b)
	for b.Loop() {
		if _, err := r.Execute(context.Background(), "value 1", client.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPrint20000Lines(b *testing.B) {
	r := start(b)
	for b.Loop() {
		if _, err := r.Execute(context.Background(), "lines 20000", client.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHeartbeat(b *testing.B) {
	r := start(b)
	for b.Loop() {
		if err := r.Heartbeat(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

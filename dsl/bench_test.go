package dsl_test

import (
	"context"
	"testing"

	"monge/dsl"
)

func BenchmarkNewSession(b *testing.B) {
	for b.Loop() {
		dsl.NewSession()
	}
}

func BenchmarkTrivialCell(b *testing.B) {
	s := dsl.NewSession()
	var p page
	for b.Loop() {
		s.Execute(context.Background(), "1 + 1", &p, dsl.ExecOptions{Count: 1, StoreHistory: true})
	}
}

package main

import (
	"encoding/binary"
	"log"
	"math"
	"os"
)

func read(path string, n int) []float64 {
	raw, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	if len(raw) != 8*n {
		log.Fatalf("%s holds %d bytes, want %d", path, len(raw), 8*n)
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = math.Float64frombits(binary.LittleEndian.Uint64(raw[8*i:]))
	}
	return out
}

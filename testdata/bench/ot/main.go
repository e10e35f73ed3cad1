// Command ot answers timing requests of bench.py: one JSON request a line on standard input, one JSON answer a line on
// standard output. It is not part of the monge binary.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	"gonum.org/v1/gonum/mat"

	"monge/solvers/ot"
)

type problem struct {
	N, M    int
	C, A, B string // files of little-endian float64
	Eta     float64
	Tol     float64
	Threads int
}

type answer struct {
	Seconds float64 `json:"seconds"`
	Error   float64 `json:"error"`
	Cost    float64 `json:"cost"`
	Sweeps  int     `json:"sweeps"`
	Passes  int     `json:"passes"`
	Message string  `json:"message"`
}

func main() {
	log.SetFlags(0)
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	ws := &ot.Workspace{}
	for in.Scan() {
		var p problem
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			log.Fatal(err)
		}
		c, a, b := read(p.C, p.N*p.M), read(p.A, p.N), read(p.B, p.M)
		cost := ot.Dense(mat.NewDense(p.N, p.M, c))
		start := time.Now()
		r, err := ot.Solve(context.Background(), cost, a, b, 1/p.Eta,
			&ot.Options{Tol: p.Tol, MaxPasses: 1_000_000, Threads: p.Threads, Workspace: ws})
		out := answer{Seconds: time.Since(start).Seconds()}
		if err != nil {
			out.Message = err.Error()
		}
		if r != nil {
			out.Error, out.Cost, out.Sweeps, out.Passes = r.RowErr+r.ColErr, r.Cost, r.Stats.Sweeps, r.Stats.Passes
		}
		line, err := json.Marshal(out)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s\n", line)
	}
}

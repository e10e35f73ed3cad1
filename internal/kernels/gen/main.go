// Command gen writes the assembly of package kernels and its Go declarations, one pair of files per kernel family. It is
// a module of its own, so that the assembler library is no dependency of the program.
//
//	go generate ./internal/kernels
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/pass"
	"github.com/mmcloughlin/avo/printer"
)

// family is a set of kernels that share a file.
type family struct {
	folder, name string
	write        func(*build.Context)
}

var families = []family{
	{"..", "gemm", gemm},
	{"..", "elementwise", elementwise},
}

func main() {
	log.SetFlags(0)
	for _, f := range families {
		if err := generate(f); err != nil {
			log.Fatalf("gen: %s: %v", f.name, err)
		}
	}
}

func generate(f family) error {
	c := build.NewContext()
	f.write(c)
	file, err := c.Result()
	if err != nil {
		return err
	}
	if err := pass.Compile.Execute(file); err != nil {
		return err
	}
	cfg := printer.Config{Name: "internal/kernels/gen", Pkg: filepath.Base(must(filepath.Abs(f.folder)))}
	for suffix, p := range map[string]printer.Printer{"_amd64.s": printer.NewGoAsm(cfg), "_amd64.go": printer.NewStubs(cfg)} {
		out, err := p.Print(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(f.folder, f.name+suffix), out, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func must(s string, err error) string {
	if err != nil {
		log.Fatal("gen: ", err)
	}
	return s
}

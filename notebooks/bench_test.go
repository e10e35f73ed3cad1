package notebooks

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"monge/notebooks/evaltest"
)

// largeNotebook is about as large as a notebook with fifty plots and much text.
func largeNotebook() *Notebook {
	nb := New()
	for i := range 50 {
		c := NewCell(Code, fmt.Sprintf("plot(%d)\nshow()", i))
		c.Outputs = []*Output{
			{Fields: NewObject("output_type", StreamOutput, "name", "stdout", "text", strings.Repeat("a line of text, é\n", 2000))},
			{Fields: NewObject("output_type", DisplayOutput, "metadata", &Object{},
				"data", NewObject("text/plain", "<Figure>", "image/png", strings.Repeat("iVBORw0KGgo", 10000)))},
		}
		nb.Cells = append(nb.Cells, c)
	}
	nb.EnsureIDs()
	return nb
}

func BenchmarkRead(b *testing.B) {
	data := largeNotebook().Bytes()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	nb := largeNotebook()
	b.SetBytes(int64(len(nb.Bytes())))
	b.ReportAllocs()
	for b.Loop() {
		nb.Bytes()
	}
}

// BenchmarkRunTrivialCells is the runner's own cost: 20 cells that do next to nothing, saved after each.
func BenchmarkRunTrivialCells(b *testing.B) {
	path := b.TempDir() + "/a.ipynb"
	w, err := NewFileWriter(path)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		nb := cells(strings.Split(strings.Repeat("print x,", 20), ",")...)
		_, err := Run(context.Background(), nb, &evaltest.Evaluator{}, RunOptions{
			Save: func(nb *Notebook, final bool) error { return w.Write(nb.Bytes(), false) },
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

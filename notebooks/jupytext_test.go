package notebooks

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// percent.json holds what jupytext reads; testdata/notebooks/make_percent.py writes it.
func TestPercentScriptsAreReadAsJupytextDoes(t *testing.T) {
	data, err := os.ReadFile("../testdata/notebooks/percent.json")
	if err != nil {
		t.Fatal(err)
	}
	var oracles []struct {
		Text  string
		Cells []struct {
			Type, Source string
			Metadata     map[string]any
		}
		Kernelspec string
	}
	if err := json.Unmarshal(data, &oracles); err != nil {
		t.Fatal(err)
	}
	for _, c := range oracles {
		nb, err := ReadScript(c.Text)
		if err != nil {
			t.Errorf("%q: %v", c.Text, err)
			continue
		}
		if got := nb.Metadata().Obj("kernelspec").Str("name"); got != c.Kernelspec {
			t.Errorf("%q: kernelspec %q, want %q", c.Text, got, c.Kernelspec)
		}
		if len(nb.Cells) != len(c.Cells) {
			t.Errorf("%q: %d cells, want %d: %s", c.Text, len(nb.Cells), len(c.Cells), nb.Bytes())
			continue
		}
		for i, want := range c.Cells {
			got := nb.Cells[i]
			var meta map[string]any
			if err := json.Unmarshal(appendJSON(nil, got.Metadata(), 0), &meta); err != nil {
				t.Fatal(err)
			}
			if got.Type() != want.Type || got.Source() != want.Source || !reflect.DeepEqual(meta, want.Metadata) {
				t.Errorf("%q, cell %d: got %s %q %v, want %s %q %v", c.Text, i+1, got.Type(), got.Source(), meta, want.Type, want.Source, want.Metadata)
			}
		}
	}
}

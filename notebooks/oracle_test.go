package notebooks

import (
	"encoding/json"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// oracles holds what papermill, nbclient and nbformat answer; testdata/notebooks/make_oracles.py writes it.
type oracles struct {
	Parameters []struct{ JSON, Source string }
	Orders     []struct {
		Tags    [][]string
		Sources []string
	}
	Inferred []struct {
		Source string
		Params []struct{ Name, Help string }
	}
	Returns []struct{ Text, Resolved string }
	Lines   []struct {
		Text  string
		Lines []string
	}
	Floats      []struct{ Hex, Text string }
	ErrorLink   string `json:"error_link"`
	ErrorAnchor string `json:"error_anchor"`
}

func readOracles(t *testing.T) oracles {
	t.Helper()
	data, err := os.ReadFile("../testdata/notebooks/oracles.json")
	if err != nil {
		t.Fatal(err)
	}
	var o oracles
	if err := json.Unmarshal(data, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestInjectedSourceIsPapermills(t *testing.T) {
	for _, c := range readOracles(t).Parameters {
		v, err := parseJSON([]byte(c.JSON))
		if err != nil {
			t.Fatal(err)
		}
		var ps Params
		o := v.(*Object)
		for _, k := range o.Keys() {
			x, _ := o.Get(k)
			ps.Set(Param{Name: k, Value: x})
		}
		if got := ps.Source(); got != c.Source {
			t.Errorf("got\n%swant\n%s", got, c.Source)
		}
	}
}

func TestInjectedCellStandsWherePapermillPutsIt(t *testing.T) {
	for _, c := range readOracles(t).Orders {
		nb := New()
		for i, tags := range c.Tags {
			cell := NewCell(Code, "cell "+strconv.Itoa(i))
			if tags != nil {
				list := []any{}
				for _, tag := range tags {
					list = append(list, tag)
				}
				cell.Metadata().Set("tags", list)
			}
			nb.Cells = append(nb.Cells, cell)
		}
		nb.EnsureIDs()
		nb.Inject(Params{{Name: "a", Value: Number("1")}})
		var got []string
		for _, cell := range nb.Cells {
			got = append(got, cell.Source())
		}
		if !reflect.DeepEqual(got, c.Sources) {
			t.Errorf("tags %v: got %q, want %q", c.Tags, got, c.Sources)
		}
	}
}

func TestDeclaredParametersAreThoseOfPapermill(t *testing.T) {
	for _, c := range readOracles(t).Inferred {
		got, _ := cells("#tags parameters\n" + c.Source).DeclaredParams()
		if len(got) != len(c.Params) {
			t.Errorf("%q: %v, want %v", c.Source, got, c.Params)
			continue
		}
		for i, p := range c.Params {
			if got[i].Name != p.Name || got[i].Help != p.Help {
				t.Errorf("%q: %+v, want %+v", c.Source, got[i], p)
			}
		}
	}
}

func TestReturnsAreResolvedAsNbclientDoes(t *testing.T) {
	for _, c := range readOracles(t).Returns {
		if got := resolveReturns(c.Text); got != c.Resolved {
			t.Errorf("%q: got %q, want %q", c.Text, got, c.Resolved)
		}
	}
}

func TestLinesEndWherePythonEndsThem(t *testing.T) {
	for _, c := range readOracles(t).Lines {
		got := []string{}
		for s := c.Text; s != ""; {
			n := lineLength(s)
			got = append(got, s[:n])
			s = s[n:]
		}
		if !reflect.DeepEqual(got, c.Lines) {
			t.Errorf("%q: got %q, want %q", c.Text, got, c.Lines)
		}
	}
}

func TestFloatsAreWrittenAsPythonDoes(t *testing.T) {
	for _, c := range readOracles(t).Floats {
		f, err := strconv.ParseFloat(c.Hex, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(FloatNumber(f)); got != c.Text {
			t.Errorf("%s: got %s, want %s", c.Hex, got, c.Text)
		}
	}
}

func TestErrorMarksReadAsPapermills(t *testing.T) {
	o := readOracles(t)
	nb := cells("print", "print", "raise E e")
	runCells(t, nb, RunOptions{Mark: true})
	if nb.Cells[0].Source() != o.ErrorLink {
		t.Errorf("link\n%s\nwant\n%s", nb.Cells[0].Source(), o.ErrorLink)
	}
	if got := nb.Cells[3].Source(); got != o.ErrorAnchor {
		t.Errorf("anchor\n%s\nwant\n%s", got, strings.TrimSpace(o.ErrorAnchor))
	}
}

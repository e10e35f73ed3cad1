package notebooks

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const emptyCells = `"metadata": {}, "nbformat": 4, "nbformat_minor": 5`

func TestBrokenNotebooksAreRefusedWithTheReason(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty file", "", "line 1, column 1: the file is empty"},
		{"only space", " \n ", "line 2, column 2: the file is empty"},
		{"cut in an object", "{\n \"cells\": [\n", "line 3, column 1: the file ends where a value should follow (is it cut short?)"},
		{"cut in a string", "{\n \"cells", "line 2, column 2: the string that begins here has no end"},
		{"missing comma", "{\"a\": 1\n \"b\": 2}", "line 2, column 2: expected ',' or '}', found '\"'"},
		{"trailing comma", "[1,]", "line 1, column 4: expected a value, found ']'"},
		{"single quotes", "{'a': 1}", "line 1, column 2: expected a key in double quotes, found '\\''"},
		{"columns are characters", "{\"é\": x}", "line 1, column 7: expected a value, found 'x'"},
		{"two values", "{} {}", "line 1, column 4: text after the end"},
		{"tab in a string", "[\"a\tb\"]", "line 1, column 4: control character 0x09"},
		{"unknown escape", `["\x"]`, `line 1, column 3: unknown escape \x`},
		{"short escape", `["\u12"]`, `line 1, column 3: \u needs four`},
		{"not UTF-8", "{\"a\":\n\"\xff\"}", "line 2, column 2: byte 0xff is not UTF-8"},
		{"leading zero", "[012]", "line 1, column 3: expected ',' or ']', found '1'"},
		{"lone minus", "[-]", "line 1, column 3: expected a digit, found ']'"},
		{"no fraction", "[1.]", "expected a digit after the decimal point"},
		{"deep", strings.Repeat("[", 100000), "nested deeper than 512 levels"},
		{"an array", "[]", "the file holds an array where an object is needed"},
		{"no notebook", `{"a": 1}`, `the key "nbformat" is missing: this JSON file is not a notebook`},
		{"version 3", `{"nbformat": 3, "worksheets": []}`, "nbformat 3 is too old; convert the file with: jupyter nbconvert --to notebook --nbformat 4 FILE"},
		{"version 2", `{"worksheets": []}`, "nbformat 3 or older is too old"},
		{"version 5", `{"nbformat": 5, "cells": []}`, "nbformat 5 is newer"},
		{"version text", `{"nbformat": "4"}`, `"nbformat" is the string "4", not an integer`},
		{"version float", `{"nbformat": 4.5}`, `"nbformat" is the number 4.5, not an integer`},
		{"huge version", `{"nbformat": 99999999999999999999}`, `"nbformat" is the number 99999999999999999999, not an integer`},
		{"minor", `{"nbformat": 4, "nbformat_minor": -1, "cells": []}`, `"nbformat_minor" is the number -1`},
		{"no cells", `{` + emptyCells + `}`, `the key "cells" is missing`},
		{"cells object", `{"cells": {}, ` + emptyCells + `}`, `"cells" is an object, not an array`},
		{"cell number", `{"cells": [1], ` + emptyCells + `}`, "cell 1: is the number 1, not an object"},
		{"cell without type", "{\"cells\": [\n\n{}], " + emptyCells + `}`, `cell 1 (line 3): the key "cell_type" is missing`},
		{"cell without source", `{"cells": [{"cell_type": "code"}], ` + emptyCells + `}`, `the key "source" is missing`},
		{"source number", `{"cells": [{"cell_type": "code", "source": 3}], ` + emptyCells + `}`, `"source" is the number 3`},
		{"source mixed", `{"cells": [{"cell_type": "code", "source": ["a", 1]}], ` + emptyCells + `}`, `"source" is an array with something other than strings`},
		{"metadata array", `{"cells": [], "metadata": [], "nbformat": 4}`, `"metadata" of the notebook is an array`},
		{"tags text", `{"cells": [{"cell_type": "code", "source": "", "metadata": {"tags": "x"}}], ` + emptyCells + `}`, `metadata "tags" is the string "x"`},
		{"outputs object", `{"cells": [{"cell_type": "code", "source": "", "outputs": {}}], ` + emptyCells + `}`, `"outputs" is an object`},
		{"output text", `{"cells": [{"cell_type": "code", "source": "", "outputs": ["x"]}], ` + emptyCells + `}`, `output 1: is the string "x"`},
		{"stream without text", `{"cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "stream"}]}], ` + emptyCells + `}`, `output 1: the key "text" is missing`},
		{"data list", `{"cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": []}]}], ` + emptyCells + `}`, `"data" of the output is an array`},
		{"id number", `{"cells": [{"cell_type": "code", "source": "", "id": 1}], ` + emptyCells + `}`, `"id" is the number 1`},
		{"kernelspec text", `{"cells": [], "metadata": {"kernelspec": "monge"}, "nbformat": 4}`, `"kernelspec" of the notebook's metadata is the string "monge"`},
		{"attachment", `{"cells": [{"cell_type": "markdown", "source": "", "attachments": {"a": 1}}], ` + emptyCells + `}`, `"a" of attachments is the number 1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read([]byte(c.text))
			var format *FormatError
			if !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %q", err)
			}
		})
	}
}

func TestOddButUsableNotebooksAreRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"byte order mark", "\ufeff{\"cells\": [], " + emptyCells + "}", ""},
		{"no metadata, no minor", `{"cells": [{"cell_type": "code", "source": "a"}], "nbformat": 4}`, "a"},
		{"later minor, unknown type", `{"cells": [{"cell_type": "slide", "source": ["a\n", "b"]}], "nbformat": 4, "nbformat_minor": 99}`, "a\nb"},
		{"a key twice: the last counts", `{"cells": [{"cell_type": "code", "source": "a", "source": "b"}], ` + emptyCells + `}`, "b"},
		{"outputs null", `{"cells": [{"cell_type": "code", "source": "a", "outputs": null}], ` + emptyCells + `}`, "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			nb, err := Read([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, c := range nb.Cells {
				got += c.Source()
			}
			if got != c.want {
				t.Errorf("source %q, want %q", got, c.want)
			}
			if _, err := Read(nb.Bytes()); err != nil {
				t.Error("not read back:", err)
			}
		})
	}
}

func TestLoneSurrogatesAndNaNSurvive(t *testing.T) {
	text := `{"cells": [{"cell_type": "code", "source": "a\ud800b \ud83d\ude00", "metadata": {"x": NaN, "y": -Infinity, "z": 1E5}}], ` + emptyCells + `}`
	nb, err := Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	out := string(nb.Bytes())
	for _, want := range []string{`"a\ud800b 😀"`, `"x": NaN`, `"y": -Infinity`, `"z": 1E5`} {
		if !strings.Contains(out, want) {
			t.Errorf("%s lacks %s", out, want)
		}
	}
}

func TestFileErrorsAreNotFormatErrors(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{filepath.Join(dir, "none.ipynb"), dir} {
		_, err := ReadFile(path)
		var format *FormatError
		var p *os.PathError
		if errors.As(err, &format) || !errors.As(err, &p) {
			t.Errorf("%s: %v", path, err)
		}
	}
	path := filepath.Join(dir, "x.ipynb")
	if err := os.WriteFile(path, []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFile(path); err == nil || !strings.HasPrefix(err.Error(), path+": not a usable notebook: ") {
		t.Errorf("%v", err)
	}
}

func TestIDsAreAddedAndStable(t *testing.T) {
	make := func() *Notebook {
		nb, err := Read([]byte(`{"cells": [{"cell_type": "code", "source": "a"}, {"cell_type": "code", "source": "a", "id": "x"}, {"cell_type": "code", "source": "b", "id": "x"}], "nbformat": 4, "nbformat_minor": 2}`))
		if err != nil {
			t.Fatal(err)
		}
		nb.EnsureIDs()
		return nb
	}
	a, b := make(), make()
	if string(a.Bytes()) != string(b.Bytes()) || a.Minor() != 5 {
		t.Errorf("not stable:\n%s", a.Bytes())
	}
	seen := map[string]bool{}
	for _, c := range a.Cells {
		if c.ID() == "" || seen[c.ID()] {
			t.Errorf("id %q", c.ID())
		}
		seen[c.ID()] = true
	}
	if a.Cells[1].ID() != "x" {
		t.Error("an id was changed")
	}
	before := string(a.Bytes())
	a.EnsureIDs()
	if string(a.Bytes()) != before {
		t.Error("a second call changes ids")
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("../testdata/notebooks/*.ipynb")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil && len(data) < 5000 {
			f.Add(data)
		}
	}
	f.Add([]byte(`{"cells": [{"cell_type": "code", "source": ["\ud800"], "outputs": [{"output_type": "stream", "text": []}]}], "nbformat": 4}`))
	f.Add([]byte(`{"cells": [{"cell_type": "x", "source": "", "metadata": {"tags": [1, null]}}], "nbformat": 4, "nbformat_minor": 1e2}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		nb, err := Read(data)
		if err != nil {
			return
		}
		once := nb.Bytes()
		back, err := Read(once)
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, once)
		}
		if twice := back.Bytes(); string(once) != string(twice) {
			t.Fatalf("writing is not stable:\n%s\n%s", once, twice)
		}
		nb.EnsureIDs()
		for _, c := range nb.Cells {
			c.Tags()
			c.ExecutionCount()
		}
	})
}

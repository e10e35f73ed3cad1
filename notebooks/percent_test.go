package notebooks

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPercentScripts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // type:source of each cell
	}{
		{"no marks", "a = 1\nprint(a)\n", "code:a = 1\nprint(a)"},
		{"empty", "", ""},
		{"blank", "\n\n", ""},
		{"two cells", "# %%\na\n\n# %%\nb\n", "code:a|code:b"},
		{"without space", "#%%\na\n#%% title\nb", "code:a|code:b"},
		{"before the first mark", "import x\n\n# %%\na", "code:import x|code:a"},
		{"markdown in comments", "# %% [markdown]\n# # Title\n#\n# text\n# %%\na", "markdown:# Title\n\ntext|code:a"},
		{"md", "# %% [md]\n# x", "markdown:x"},
		{"markdown in a string", "# %% [markdown]\n\"\"\"\n# Title\n# %% not a mark\n\"\"\"\n# %%\na", "markdown:# Title\n# %% not a mark|code:a"},
		{"raw", "# %% [raw]\n# x\n", "raw:x"},
		{"a mark inside a string is text", "s = '''\n# %%\n'''\n# %%\nb", "code:s = '''\n# %%\n'''|code:b"},
		{"quotes in comments do not open strings", "# don't '''\n# %%\nb", "code:# don't '''|code:b"},
		{"an empty cell stays", "# %%\n# %%\nb", "code:|code:b"},
		{"magics", "# %%\n# %time f()\n# %%time\n", "code:%time f()\n%%time"},
		{"windows line ends", "# %%\r\na\r\n# %%\r\nb\r\n", "code:a|code:b"},
		{"not a mark", "# %%a\n#  %%\n", "code:%%a\n#  %%"},
	} {
		t.Run(c.name, func(t *testing.T) {
			nb, err := ReadScript(c.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range nb.Cells {
				got = append(got, c.Type()+":"+c.Source())
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %q\nwant %q", s, c.want)
			}
		})
	}
}

func TestPercentMarksCarryMetadata(t *testing.T) {
	nb, err := ReadScript(`# ---
# jupyter:
#   kernelspec:
#     name: monge
#     language: monge
# ---

# %% A title tags=["parameters", "x"] jupyter={"source_hidden": true} n=3
a = 1
# %%%% deeper
b
`)
	if err != nil {
		t.Fatal(err)
	}
	if nb.Language() != "monge" {
		t.Errorf("metadata %s", appendJSON(nil, nb.Metadata(), 0))
	}
	c := nb.Cells[0]
	if c.Source() != "a = 1" || !c.HasTag("parameters") || c.Metadata().Str("title") != "A title" {
		t.Errorf("cell %s", appendJSON(nil, c.Fields, 0))
	}
	if v, _ := c.Metadata().Get("n"); v != Number("3") {
		t.Errorf("n is %v", v)
	}
	if v, _ := nb.Cells[1].Metadata().Get("cell_depth"); v != Number("2") {
		t.Errorf("depth is %v", v)
	}
	for _, bad := range []string{"# %% tags=3\n", "# %% x=[1\n", "# %% a=1 b\n", "# ---\n# : {\n# ---\n"} {
		if _, err := ReadScript(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

func FuzzReadScript(f *testing.F) {
	for _, s := range []string{"# %%\na\n", "# %% [markdown] t=1\n# x\n", "# ---\n# a: 1\n# ---\n# %%\n'''\n# %%", "# %% tags=['a']\n\"\"\"\nx\n\"\"\"\n", "'\\\n# %%\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		nb, err := ReadScript(s)
		if err != nil || !utf8.ValidString(s) {
			return
		}
		if _, err := Read(nb.Bytes()); err != nil {
			t.Fatalf("the notebook of %q is not read: %v", s, err)
		}
	})
}

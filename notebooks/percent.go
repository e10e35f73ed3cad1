package notebooks

import (
	"errors"
	"fmt"
	"strings"
)

// IsScript reports whether a file name is that of a script: .mg or .py.
func IsScript(name string) bool {
	return strings.HasSuffix(name, ".mg") || strings.HasSuffix(name, ".py")
}

// ReadScript makes a notebook of a script in percent format. A line "# %%" begins a cell of code, "# %% [markdown]" (or
// [md]) a cell of Markdown, "# %% [raw]" one that is kept as it is. A title and key=value pairs may follow; "tags" is a
// list of strings, other keys go to the cell's metadata. Text of Markdown and raw cells is commented or stands in a
// triple-quoted string. Text before the first mark is a cell of code; a YAML header between "# ---" lines becomes the
// notebook's metadata. A script without marks is one cell.
func ReadScript(text string) (*Notebook, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	nb := New()
	body, line, err := readHeader(nb, text)
	if err != nil {
		return nil, err
	}
	var mark *cellMark
	var buf []string
	end := func() {
		if c := scriptCell(mark, buf); c != nil {
			nb.Cells = append(nb.Cells, c)
		}
		buf = nil
	}
	var strs stringState
	if body != "" {
		for _, l := range strings.Split(body, "\n") {
			line++
			if !strs.inside() {
				if m, ok, err := parseMark(l); err != nil {
					return nil, fmt.Errorf("line %d: %w", line, err)
				} else if ok {
					end()
					mark = m
					continue
				}
			}
			strs.line(l)
			buf = append(buf, l)
		}
	}
	end()
	nb.EnsureIDs()
	return nb, nil
}

// readHeader takes a leading comment block with YAML off the text. line is the number of lines it takes.
func readHeader(nb *Notebook, text string) (body string, line int, err error) {
	if !strings.HasPrefix(text, "# ---\n") {
		return text, 0, nil
	}
	head, rest, ok := strings.Cut(text[len("# ---\n"):], "\n# ---\n")
	if !ok {
		return text, 0, nil
	}
	var y strings.Builder
	for _, l := range strings.Split(head, "\n") {
		if l != "#" && !strings.HasPrefix(l, "# ") {
			return text, 0, nil // a comment that merely looks like a header
		}
		y.WriteString(strings.TrimPrefix(strings.TrimPrefix(l, "#"), " "))
		y.WriteByte('\n')
	}
	v, err := parseYAML([]byte(y.String()))
	if err != nil {
		return "", 0, fmt.Errorf("header: %w", err)
	}
	if o, ok := v.(*Object); ok {
		meta := o.Obj("jupyter")
		if meta == nil {
			meta = o
		}
		if err := checkNotebookMetadata(meta); err != nil {
			return "", 0, fmt.Errorf("header: %w", err)
		}
		nb.Top.Set("metadata", meta)
	}
	line = strings.Count(head, "\n") + 3
	return strings.TrimPrefix(rest, "\n"), line + strings.Count(rest[:len(rest)-len(strings.TrimPrefix(rest, "\n"))], "\n"), nil
}

// cellMark is a parsed "# %%" line.
type cellMark struct {
	cellType string
	meta     *Object
}

var (
	markLine  = lazy(`^# ?%%(%*)(?:\s+(.*))?$`)
	markType  = lazy(`(?:^|\s)\[(markdown|md|raw|code)\](?:\s|$)`)
	markPairs = lazy(`(?:^|\s)([\pL_][\pL\pN_.\-]*)=`)
)

func parseMark(l string) (*cellMark, bool, error) {
	m := markLine().FindStringSubmatch(strings.TrimRight(l, " \t\r"))
	if m == nil {
		return nil, false, nil
	}
	mark := &cellMark{cellType: Code, meta: &Object{}}
	rest := m[2]
	if depth := len(m[1]); depth > 0 {
		mark.meta.Set("cell_depth", IntNumber(depth))
	}
	if at := markType().FindStringSubmatchIndex(rest); at != nil {
		switch rest[at[2]:at[3]] {
		case "markdown", "md":
			mark.cellType = Markdown
		case "raw":
			mark.cellType = Raw
		}
		rest = rest[:at[0]] + " " + rest[at[1]:]
	}
	title := rest
	if at := markPairs().FindStringIndex(rest); at != nil {
		title = rest[:at[0]]
		if err := parsePairs(rest[at[0]:], mark.meta); err != nil {
			return nil, false, err
		}
	}
	if title = strings.TrimSpace(title); title != "" {
		mark.meta.Set("title", title)
	}
	return mark, true, nil
}

// parsePairs reads key=value pairs with JSON or Python literals as values.
func parsePairs(s string, meta *Object) error {
	for {
		s = strings.TrimSpace(s)
		if s == "" {
			return nil
		}
		at := markPairs().FindStringSubmatchIndex(s)
		if at == nil || at[0] != 0 {
			return fmt.Errorf("cell mark: expected key=value, found %q", clip(s, 30))
		}
		key := s[at[2]:at[3]]
		p := &literalParser{s: s[at[1]:]}
		v, err := p.value(0)
		if err != nil {
			return fmt.Errorf("cell mark: %s=: %w", key, err)
		}
		v = tuplesToLists(v)
		if key == "tags" {
			if one, ok := v.(string); ok {
				v = []any{one}
			}
			if _, ok := v.([]any); !ok {
				return errors.New("cell mark: tags= must be a list of strings")
			}
		}
		if key == "papermill" {
			if _, ok := v.(*Object); !ok {
				return errors.New("cell mark: papermill= must be a dict")
			}
		}
		meta.Set(key, v)
		s = p.s
	}
}

// scriptCell makes a cell of the lines after a mark; nil when there is neither mark nor text.
func scriptCell(mark *cellMark, buf []string) *Cell {
	for len(buf) > 0 && strings.TrimSpace(buf[len(buf)-1]) == "" {
		buf = buf[:len(buf)-1]
	}
	if mark == nil {
		for len(buf) > 0 && strings.TrimSpace(buf[0]) == "" {
			buf = buf[1:]
		}
		if len(buf) == 0 {
			return nil
		}
		mark = &cellMark{cellType: Code, meta: &Object{}}
	}
	if mark.cellType == Code {
		c := NewCell(Code, strings.Join(uncommentMagics(buf), "\n"))
		c.Fields.Set("metadata", mark.meta)
		return c
	}
	c := NewCell(mark.cellType, strings.Join(uncomment(buf), "\n"))
	c.Fields.Set("metadata", mark.meta)
	return c
}

// uncomment takes Markdown out of comments or out of a triple-quoted string.
func uncomment(buf []string) []string {
	if text := strings.TrimSpace(strings.Join(buf, "\n")); len(text) >= 6 {
		for _, quote := range []string{`"""`, `'''`} {
			for _, prefix := range []string{"", "r"} {
				if strings.HasPrefix(text, prefix+quote) && strings.HasSuffix(text, quote) && len(text) >= len(prefix)+6 {
					return strings.Split(strings.Trim(text[len(prefix)+3:len(text)-3], "\n"), "\n")
				}
			}
		}
	}
	out := make([]string, len(buf))
	for i, l := range buf {
		switch {
		case strings.HasPrefix(l, "# "):
			l = l[2:]
		case strings.HasPrefix(l, "#"):
			l = l[1:]
		}
		out[i] = l
	}
	return out
}

var magicComment = lazy(`^# (%{1,2}[A-Za-z]\w*(\s.*)?)$`)

// uncommentMagics gives "# %time f()" back its meaning: percent scripts comment magics, as no other reader of the file
// knows them.
func uncommentMagics(buf []string) []string {
	out := make([]string, len(buf))
	for i, l := range buf {
		if m := magicComment().FindStringSubmatch(l); m != nil {
			l = m[1]
		}
		out[i] = l
	}
	return out
}

// stringState follows triple-quoted strings from line to line, so that a mark inside one is not a mark.
type stringState struct{ quote string }

func (s *stringState) inside() bool { return s.quote != "" }

func (s *stringState) line(l string) {
	for l != "" {
		if s.quote != "" {
			i := strings.Index(l, s.quote)
			if i < 0 {
				return
			}
			if i > 0 && l[i-1] == '\\' {
				l = l[i+1:]
				continue
			}
			l, s.quote = l[i+3:], ""
			continue
		}
		switch {
		case l[0] == '#':
			return
		case strings.HasPrefix(l, `"""`), strings.HasPrefix(l, `'''`):
			s.quote, l = l[:3], l[3:]
		case l[0] == '"' || l[0] == '\'':
			l = l[stringLength(l):]
		default:
			l = l[1:]
		}
	}
}

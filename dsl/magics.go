package dsl

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/go-python/gpython/py"

	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// Notebook conveniences: "name?", "%magic", "%%magic". Line magics become calls of a hidden builtin, so that they work
// inside loops and functions and keep their line numbers; cell magics take the whole cell.

type lineMagic struct {
	help string
	run  func(s *Session, arg string) (py.Object, error)
}

type cellMagic struct {
	help string
	run  func(s *Session, name, arg, body string) (py.Object, error)
}

var (
	lineMagics map[string]lineMagic
	cellMagics map[string]cellMagic
)

func init() {
	lineMagics = map[string]lineMagic{
		"time":       {"%time CODE: run once and tell the time taken", magicTime},
		"timeit":     {"%timeit CODE: run repeatedly and tell the time of one run", magicTimeit},
		"who":        {"%who: list the names of the notebook", magicWho},
		"whos":       {"%whos: list the names with type and value", magicWhos},
		"reset":      {"%reset: forget all names and modules", magicReset},
		"run":        {"%run FILE: run a script in this namespace", magicRun},
		"load":       {"%load FILE: put a file's text into the next cell", magicLoad},
		"history":    {"%history: print the cells run so far", magicHistory},
		"pwd":        {"%pwd: the current directory", magicPwd},
		"matplotlib": {"%matplotlib inline: accepted; plots are always shown inline", magicNothing},
		"lsmagic":    {"%lsmagic: list the magics", magicList},
	}
	cellMagics = map[string]cellMagic{
		"time":      {"%%time: run the cell and tell the time taken", cellTime},
		"timeit":    {"%%timeit: run the cell repeatedly and tell the time of one run", cellTimeit},
		"writefile": {"%%writefile FILE: write the cell's text to a file", cellWritefile},
		"html":      {"%%html: show the cell as HTML", showAs("text/html")},
		"markdown":  {"%%markdown: show the cell as Markdown", showAs("text/markdown")},
		"latex":     {"%%latex: show the cell as LaTeX", showAs("text/latex")},
	}
}

// cellMagic runs a cell that begins with %%.
func (s *Session) cellMagic(name, code string) (handled bool, value py.Object, err error) {
	text := strings.TrimLeft(code, " \t\r\n")
	if !strings.HasPrefix(text, "%%") {
		return false, nil, nil
	}
	head, body, _ := strings.Cut(text[2:], "\n")
	word, arg, _ := strings.Cut(strings.TrimSpace(head), " ")
	m, ok := cellMagics[word]
	if !ok {
		return true, nil, unknownMagic("%%", word, cellMagics)
	}
	// Keep line numbers: the body starts where it stands in the cell.
	lines := strings.Count(code[:len(code)-len(body)], "\n")
	value, err = m.run(s, name, strings.TrimSpace(arg), strings.Repeat("\n", lines)+body)
	return true, value, err
}

func unknownMagic[M any](sign, word string, known map[string]M) error {
	names := make([]string, 0, len(known))
	for n := range known {
		names = append(names, sign+n)
	}
	sort.Strings(names)
	return runtime.Errorf(py.SyntaxError, "there is no magic %s%s; there are %s", sign, word, strings.Join(names, ", "))
}

// expandMagics rewrites magic lines into calls, outside of strings and brackets.
func (s *Session) expandMagics(code string) (string, error) {
	if !strings.ContainsAny(code, "%?!") {
		return code, nil
	}
	lines := strings.Split(code, "\n")
	var sc lineScanner
	for i, line := range lines {
		if sc.open() {
			sc.scan(line)
			continue
		}
		text := strings.TrimSpace(line)
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		call := func(kind, arg string) {
			lines[i] = fmt.Sprintf("%s__magic__(%q, %q)", indent, kind, arg)
		}
		switch {
		case strings.HasPrefix(text, "!"):
			return "", runtime.Errorf(py.SyntaxError, "shell commands (!%s) are not part of the language: notebooks must run the same everywhere",
				strings.TrimSpace(text[1:]))
		case strings.HasSuffix(text, "?") && isQuestion(strings.TrimRight(text, "?")):
			kind := "?"
			if strings.HasSuffix(text, "??") {
				kind = "??"
			}
			call(kind, strings.TrimRight(text, "?"))
		case strings.HasPrefix(text, "?") && isQuestion(strings.TrimLeft(text, "?")):
			kind := "?"
			if strings.HasPrefix(text, "??") {
				kind = "??"
			}
			call(kind, strings.TrimLeft(text, "?"))
		case strings.HasPrefix(text, "%"):
			body, silent := strings.CutSuffix(text[1:], ";")
			word, arg, _ := strings.Cut(body, " ")
			if _, ok := lineMagics[word]; !ok {
				return "", unknownMagic("%", word, lineMagics)
			}
			call(word, strings.TrimSpace(arg))
			if silent {
				lines[i] += ";"
			}
		default:
			sc.scan(line)
		}
	}
	return strings.Join(lines, "\n"), nil
}

// isQuestion accepts dotted names and magics.
func isQuestion(s string) bool {
	s = strings.TrimLeft(s, "%")
	if s == "" {
		return false
	}
	for i, r := range s {
		letter := r == '_' || r == '.' || r >= 0x80 || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// lineScanner knows, between lines, whether a bracket, a triple-quoted string or a continuation is open.
type lineScanner struct {
	depth     int
	quote     string
	continued bool
}

func (sc *lineScanner) open() bool { return sc.depth > 0 || sc.quote != "" || sc.continued }

func (sc *lineScanner) scan(line string) {
	sc.continued = false
	for i := 0; i < len(line); {
		if sc.quote != "" {
			switch {
			case line[i] == '\\':
				i++
			case strings.HasPrefix(line[i:], sc.quote):
				i += len(sc.quote) - 1
				sc.quote = ""
			}
			i++
			continue
		}
		switch c := line[i]; c {
		case '#':
			return
		case '(', '[', '{':
			sc.depth++
		case ')', ']', '}':
			sc.depth = max(0, sc.depth-1)
		case '\'', '"':
			sc.quote = string(c)
			if q := strings.Repeat(string(c), 3); strings.HasPrefix(line[i:], q) {
				sc.quote = q
				i += 2
			}
		case '\\':
			if i == len(line)-1 {
				sc.continued = true
			}
		}
		i++
	}
	if len(sc.quote) == 1 {
		sc.quote = "" // a plain string ends with its line
	}
}

// runMagic is the hidden builtin __magic__.
func (s *Session) runMagic(kind, arg string) (py.Object, error) {
	switch kind {
	case "?", "??":
		return py.None, s.question(arg, len(kind)-1)
	}
	return lineMagics[kind].run(s, arg)
}

// question shows help in the pager.
func (s *Session) question(name string, detail int) error {
	if strings.HasPrefix(name, "%") {
		word := strings.TrimLeft(name, "%")
		var lines []string
		if m, ok := lineMagics[word]; ok {
			lines = append(lines, m.help)
		}
		if m, ok := cellMagics[word]; ok {
			lines = append(lines, m.help)
		}
		if lines == nil {
			return unknownMagic("%", word, lineMagics)
		}
		b := display.Text(strings.Join(lines, "\n"))
		s.payload = append(s.payload, Payload{Source: "page", Data: &b})
		return nil
	}
	b, ok := s.inspectName(name, detail)
	if !ok {
		b = display.Text("Object `" + name + "` not found.")
	}
	s.payload = append(s.payload, Payload{Source: "page", Data: &b})
	return nil
}

// runText runs code in the main namespace and returns the last expression's value.
func (s *Session) runText(name, code string) (py.Object, error) {
	s.sources.add(name, code)
	file, err := syntax.Parse(name, code)
	if err != nil {
		return nil, raised(err)
	}
	v, err := s.runFile(file, s.main.Dict)
	if file.Silent {
		v = nil
	}
	return v, err
}

func timed(s *Session, name, code string) (py.Object, error) {
	start := time.Now()
	v, err := s.runText(name, code)
	s.emit("stdout", "Wall time: "+duration(time.Since(start))+"\n")
	return v, err
}

func magicTime(s *Session, arg string) (py.Object, error) { return timed(s, "<time>", arg) }

func cellTime(s *Session, name, arg, body string) (py.Object, error) { return timed(s, name, body) }

// timeit repeats until a batch takes at least 0.2 s, then takes seven batches.
func timeit(s *Session, name, code string) (py.Object, error) {
	n := 1
	var took time.Duration
	batch := func() (err error) {
		start := time.Now()
		for i := 0; i < n && err == nil; i++ {
			_, err = s.runText(name, code)
		}
		took = time.Since(start)
		return err
	}
	for {
		if err := batch(); err != nil {
			return nil, err
		}
		if took >= 200*time.Millisecond || n >= 1e9 {
			break
		}
		n *= 10
	}
	const batches = 7
	best, sum := took, took
	for i := 1; i < batches; i++ {
		if err := batch(); err != nil {
			return nil, err
		}
		best = min(best, took)
		sum += took
	}
	per := func(d time.Duration, runs int) string { return duration(d / time.Duration(runs)) }
	s.emit("stdout", fmt.Sprintf("%s per run (best of %d batches of %d; mean %s)\n", per(best, n), batches, n, per(sum, n*batches)))
	return py.None, nil
}

func magicTimeit(s *Session, arg string) (py.Object, error) { return timeit(s, "<timeit>", arg) }

func cellTimeit(s *Session, name, arg, body string) (py.Object, error) { return timeit(s, name, body) }

// duration with three digits and a unit that fits.
func duration(d time.Duration) string {
	x, unit := float64(d), "ns"
	for _, u := range []struct {
		size float64
		name string
	}{{1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}} {
		if x >= u.size {
			x, unit = x/u.size, u.name
			break
		}
	}
	return strconv.FormatFloat(x, 'g', 3, 64) + " " + unit
}

func magicWho(s *Session, arg string) (py.Object, error) {
	var names []string
	for _, v := range s.variables() {
		names = append(names, v.Name)
	}
	if names == nil {
		s.emit("stdout", "There are no names yet.\n")
		return py.None, nil
	}
	s.emit("stdout", strings.Join(names, "\t")+"\n")
	return py.None, nil
}

func magicWhos(s *Session, arg string) (py.Object, error) {
	vars := s.variables()
	if len(vars) == 0 {
		s.emit("stdout", "There are no names yet.\n")
		return py.None, nil
	}
	wide := [2]int{8, 4}
	for _, v := range vars {
		wide[0], wide[1] = max(wide[0], len(v.Name)), max(wide[1], len(v.Type))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s   %-*s   %s\n", wide[0], "Variable", wide[1], "Type", "Value")
	b.WriteString(strings.Repeat("-", wide[0]+wide[1]+11) + "\n")
	for _, v := range vars {
		fmt.Fprintf(&b, "%-*s   %-*s   %s\n", wide[0], v.Name, wide[1], v.Type, v.Summary)
	}
	s.emit("stdout", b.String())
	return py.None, nil
}

// magicReset empties the namespace of the running session in place.
func magicReset(s *Session, arg string) (py.Object, error) {
	g := s.main.Dict
	for _, k := range g.Keys() {
		if name, ok := k.(py.String); ok && !strings.HasPrefix(string(name), "__") {
			g.DelStr(string(name))
		}
	}
	s.out = runtime.NewDict()
	for _, k := range s.thread.Modules.Keys() {
		if name, ok := k.(py.String); ok && name != "__main__" {
			s.thread.Modules.DelStr(string(name))
		}
	}
	for name := range prelude {
		s.thread.Builtins.DelStr(name)
	}
	s.loaded = nil
	return py.None, nil
}

func (s *Session) path(arg string) (string, error) {
	arg = strings.Trim(arg, `"'`)
	if arg == "" {
		return "", runtime.ValueErrorf("a file name is missing")
	}
	if !filepath.IsAbs(arg) {
		arg = filepath.Join(s.dir, arg)
	}
	return arg, nil
}

func (s *Session) readFile(arg string) (path, text string, err error) {
	if path, err = s.path(arg); err != nil {
		return "", "", err
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", "", runtime.AsException(err)
	}
	return path, string(raw), nil
}

func magicRun(s *Session, arg string) (py.Object, error) {
	path, text, err := s.readFile(arg)
	if err != nil {
		return nil, err
	}
	_, err = s.runText(path, text)
	return py.None, err
}

func magicLoad(s *Session, arg string) (py.Object, error) {
	_, text, err := s.readFile(arg)
	if err != nil {
		return nil, err
	}
	s.payload = append(s.payload, Payload{Source: "set_next_input", Text: "# %load " + arg + "\n" + text, Replace: true})
	return py.None, nil
}

func magicHistory(s *Session, arg string) (py.Object, error) {
	var b strings.Builder
	for i, it := range s.in.Items {
		if text, ok := it.(py.String); ok && i > 0 && text != "" {
			b.WriteString(string(text) + "\n")
		}
	}
	s.emit("stdout", b.String())
	return py.None, nil
}

func magicPwd(s *Session, arg string) (py.Object, error) {
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		return nil, runtime.AsException(err)
	}
	return py.String(dir), nil
}

func magicNothing(s *Session, arg string) (py.Object, error) { return py.None, nil }

func magicList(s *Session, arg string) (py.Object, error) {
	var lines []string
	for _, m := range lineMagics {
		lines = append(lines, m.help)
	}
	for _, m := range cellMagics {
		lines = append(lines, m.help)
	}
	sort.Strings(lines)
	s.emit("stdout", strings.Join(lines, "\n")+"\n")
	return py.None, nil
}

func cellWritefile(s *Session, name, arg, body string) (py.Object, error) {
	path, err := s.path(arg)
	if err != nil {
		return nil, err
	}
	body = strings.TrimLeft(body, "\n")
	if !strings.HasSuffix(body, "\n") {
		body += "\n"
	}
	if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
		return nil, runtime.AsException(err)
	}
	s.emit("stdout", "Wrote "+arg+"\n")
	return py.None, nil
}

// showAs displays the cell's text under a MIME type.
func showAs(mime string) func(s *Session, name, arg, body string) (py.Object, error) {
	return func(s *Session, name, arg, body string) (py.Object, error) {
		body = strings.TrimLeft(body, "\n")
		b := display.Text(body)
		b.Data[mime] = body
		s.thread.Host.Display(b, "", false)
		return py.None, nil
	}
}

package notebooks

import (
	"strings"
)

// ParamInfo is what the cell tagged "parameters" says about one parameter.
type ParamInfo struct {
	Name    string
	Type    string // of the annotation or type comment, else of the default; "" when unknown
	Default string // text of the default
	Help    string // comment at the end of the line
}

// DeclaredParams lists the assignments of the cell tagged "parameters"; ok reports whether there is one.
func (nb *Notebook) DeclaredParams() (params []ParamInfo, ok bool) {
	at := nb.findTagged("parameters")
	if at < 0 {
		return nil, false
	}
	for _, line := range logicalLines(nb.Cells[at].Source()) {
		if p, ok := parseDeclaration(line); ok {
			params = append(params, p)
		}
	}
	return params, true
}

// logicalLine is a statement that may span several lines, without its comments; comment is the last one.
type logicalLine struct{ text, comment string }

// logicalLines cuts source into top-level statements: it knows brackets, strings and comments and nothing more.
func logicalLines(src string) []logicalLine {
	var out []logicalLine
	var cur strings.Builder
	comment := ""
	depth := 0
	end := func() {
		if text := cur.String(); strings.TrimSpace(text) != "" {
			out = append(out, logicalLine{text, comment})
		}
		cur.Reset()
		comment = ""
	}
	for i := 0; i < len(src); {
		switch c := src[i]; c {
		case '\n':
			if depth == 0 {
				end()
			} else {
				cur.WriteByte(' ')
			}
			i++
		case '\\':
			if strings.HasPrefix(src[i:], "\\\n") {
				cur.WriteByte(' ')
				i += 2
				continue
			}
			cur.WriteByte(c)
			i++
		case '#':
			n := strings.IndexByte(src[i:], '\n')
			if n < 0 {
				n = len(src) - i
			}
			if strings.TrimSpace(cur.String()) != "" {
				comment = strings.TrimSpace(strings.TrimLeft(src[i:i+n], "#"))
			}
			i += n
		case '"', '\'':
			n := stringLength(src[i:])
			cur.WriteString(src[i : i+n])
			i += n
		case '(', '[', '{':
			depth++
			cur.WriteByte(c)
			i++
		case ')', ']', '}':
			depth = max(depth-1, 0)
			cur.WriteByte(c)
			i++
		case ';':
			i++
			if depth == 0 {
				end()
				for i < len(src) && src[i] == ' ' { // what follows is no block
					i++
				}
			}
		default:
			cur.WriteByte(c)
			i++
		}
	}
	end()
	return out
}

// stringLength is the length of the string literal at the start of s, quotes included.
func stringLength(s string) int {
	quote := s[:1]
	if len(s) >= 3 && s[1] == s[0] && s[2] == s[0] {
		quote = s[:3]
	}
	for i := len(quote); i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], quote):
			return i + len(quote)
		case s[i] == '\n' && len(quote) == 1:
			return i
		}
	}
	return len(s)
}

var (
	declaration = lazy(`^([\pL_][\pL\pN_]*)\s*(?::\s*([^=]+?))?\s*=([^=].*)$`)
	typeComment = lazy(`^type:\s*(\S+)\s*(.*)$`)
)

func parseDeclaration(l logicalLine) (ParamInfo, bool) {
	if l.text[0] == ' ' || l.text[0] == '\t' {
		return ParamInfo{}, false // inside a block
	}
	m := declaration().FindStringSubmatch(strings.TrimSpace(l.text))
	if m == nil {
		return ParamInfo{}, false
	}
	p := ParamInfo{Name: m[1], Type: strings.Trim(m[2], `"'`), Default: strings.TrimSpace(m[3]), Help: l.comment}
	if t := typeComment().FindStringSubmatch(l.comment); t != nil {
		p.Help = t[2]
		if p.Type == "" {
			p.Type = t[1]
		}
	}
	if p.Type == "" {
		p.Type = literalType(p.Default)
	}
	return p, true
}

// literalType is the name of the type of a literal, "" when the text is no literal.
func literalType(text string) string {
	v, err := parseLiteral(text)
	if err != nil {
		if text == `float("nan")` || strings.HasPrefix(text, "float(") {
			return "float"
		}
		return ""
	}
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		return "bool"
	case Number:
		if v.IsInt() {
			return "int"
		}
		return "float"
	case string:
		return "str"
	case []any:
		return "list"
	case Tuple:
		return "tuple"
	}
	return "dict"
}

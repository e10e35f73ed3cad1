package notebooks

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Source is the text of the cell that assigns the parameters, in papermill's spelling.
func (ps Params) Source() string {
	var b strings.Builder
	b.WriteString("# Parameters\n")
	for _, p := range ps {
		b.WriteString(p.Name)
		b.WriteString(" = ")
		writeLiteral(&b, p.Value)
		b.WriteByte('\n')
	}
	return b.String()
}

// writeLiteral writes a value as an expression of the language.
func writeLiteral(b *strings.Builder, v any) {
	switch v := v.(type) {
	case nil:
		b.WriteString("None")
	case bool:
		if v {
			b.WriteString("True")
		} else {
			b.WriteString("False")
		}
	case Number:
		switch v {
		case "NaN":
			b.WriteString("float('nan')")
		case "Infinity":
			b.WriteString("float('inf')")
		case "-Infinity":
			b.WriteString("float('-inf')")
		default:
			if v.IsInt() {
				b.WriteString(string(v))
			} else {
				writeLiteralFloat(b, v)
			}
		}
	case string:
		writeLiteralString(b, v)
	case []any:
		b.WriteByte('[')
		writeLiterals(b, v)
		b.WriteByte(']')
	case Tuple:
		b.WriteByte('(')
		writeLiterals(b, v)
		if len(v) == 1 {
			b.WriteByte(',')
		}
		b.WriteByte(')')
	case *Object:
		b.WriteByte('{')
		for i, k := range v.keys {
			if i > 0 {
				b.WriteString(", ")
			}
			writeLiteralString(b, k)
			b.WriteString(": ")
			writeLiteral(b, v.vals[i])
		}
		b.WriteByte('}')
	}
}

// writeLiteralFloat writes a number of a file in Python's own spelling; one that is out of range becomes infinite.
func writeLiteralFloat(b *strings.Builder, n Number) {
	if f := FloatNumber(n.Float()); f == "Infinity" || f == "-Infinity" {
		writeLiteral(b, f)
	} else {
		b.WriteString(string(f))
	}
}

func writeLiterals(b *strings.Builder, list []any) {
	for i, v := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		writeLiteral(b, v)
	}
}

// writeLiteralString writes a string in double quotes with all that is not printable ASCII escaped.
func writeLiteralString(b *strings.Builder, s string) {
	b.WriteByte('"')
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if sur, ok := surrogateAt(s[i:]); ok && r == utf8.RuneError {
			r, n = rune(sur), 3
		}
		i += n
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r >= 0x20 && r < 0x7f:
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(b, `\u%04x`, r)
		default:
			fmt.Fprintf(b, `\U%08x`, r)
		}
	}
	b.WriteByte('"')
}

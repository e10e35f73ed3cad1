package syntax

import "strings"

// indentWidth is what a new block adds to the suggested indentation.
const indentWidth = 4

// Completeness tells a front whether a text is ready to run, as Jupyter's is_complete asks. status is "complete",
// "incomplete", with the indentation that the next line should have, or "invalid".
//
// More text is wanted where a bracket, a triple-quoted string or a backslash leaves the text open, after decorators,
// and where a block is missing. An indented block at the end counts as finished once a newline follows it.
func Completeness(src string) (status, indent string) {
	src = normalise(src)
	if strings.TrimSpace(src) == "" {
		return "complete", ""
	}
	_, err := Parse("", src)
	if err == nil {
		if inBlock(src) && !strings.HasSuffix(src, "\n") {
			return "incomplete", lastIndent(src)
		}
		return "complete", ""
	}
	e := err.(*Error)
	if !e.Incomplete {
		return "invalid", ""
	}
	if opensBlock(src) {
		return "incomplete", lastCodeIndent(src) + strings.Repeat(" ", indentWidth)
	}
	return "incomplete", lastIndent(src)
}

// inBlock reports whether a text that parses ends inside an indented block.
func inBlock(src string) bool {
	lx := newLexer(src)
	lx.run()
	for i := len(lx.toks) - 1; i >= 0; i-- {
		switch lx.toks[i].kind {
		case kEOF:
		case kDedent:
			return true
		default:
			return false
		}
	}
	return false
}

// opensBlock reports whether the last token of code is a colon outside brackets, so that a block must follow.
func opensBlock(src string) bool {
	lx := newLexer(src)
	lx.run()
	for i := len(lx.toks) - 1; i >= 0; i-- {
		switch t := lx.toks[i]; t.kind {
		case kEOF, kDedent, kNewline, kError:
		default:
			return t.kind == kColon && t.level == 0
		}
	}
	return false
}

// lastIndent is the indentation of the last line, with tabs as four spaces.
func lastIndent(src string) string {
	src = strings.TrimSuffix(src, "\n")
	return indentOf(src[strings.LastIndexByte(src, '\n')+1:])
}

// lastCodeIndent is the indentation of the last line that is not blank and no comment.
func lastCodeIndent(src string) string {
	lines := strings.Split(src, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if s := strings.TrimLeft(lines[i], " \t"); s != "" && s[0] != '#' {
			return indentOf(lines[i])
		}
	}
	return ""
}

func indentOf(line string) string {
	n := 0
	for _, c := range line {
		switch c {
		case ' ':
			n++
		case '\t':
			n += indentWidth
		default:
			return strings.Repeat(" ", n)
		}
	}
	return strings.Repeat(" ", n)
}

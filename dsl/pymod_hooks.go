package dsl

import (
	"os"
	"strings"

	"monge/dsl/runtime"
	"monge/dsl/runtime/pymod"
)

// The modules traceback and warnings show source lines and whole tracebacks; the session that runs them has both.
func init() {
	pymod.FormatException = func(t *runtime.Thread, e *runtime.Exception, chain bool) []string {
		h, ok := t.Host.(host)
		if !ok {
			return []string{e.Error()}
		}
		w := &tbWriter{s: h.s}
		if chain {
			w.chain(e, map[*runtime.Exception]bool{})
		} else {
			alone := *e
			alone.Cause, alone.Context = nil, nil
			w.chain(&alone, map[*runtime.Exception]bool{})
		}
		return w.lines
	}
	pymod.FormatEntry = func(t *runtime.Thread, tb *runtime.Traceback) []string {
		h, ok := t.Host.(host)
		if !ok {
			return nil
		}
		w := &tbWriter{s: h.s}
		w.entry(tb)
		return w.lines
	}
	pymod.SourceLine = func(t *runtime.Thread, file string, line int) string {
		if h, ok := t.Host.(host); ok {
			if text, ok := h.s.sources.line(file, int32(line)); ok {
				return text
			}
		}
		b, err := os.ReadFile(file)
		if err != nil || line < 1 {
			return ""
		}
		lines := strings.Split(string(b), "\n")
		if line > len(lines) {
			return ""
		}
		return lines[line-1]
	}
}

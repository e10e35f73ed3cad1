package kernel

// historyContent is the content of history_request.
type historyContent struct {
	Output  bool   `json:"output"`
	Access  string `json:"hist_access_type"`
	Session int    `json:"session"`
	Start   int    `json:"start"`
	Stop    *int   `json:"stop"`
	N       *int   `json:"n"`
	Pattern string `json:"pattern"`
	Unique  bool   `json:"unique"`
}

func (k *Kernel) historyRequest(r *request) {
	var c historyContent
	if !k.decode(r, &c) {
		return
	}
	lines, session := k.history.all()
	switch c.Access {
	case "tail", "":
		lines = lastN(lines, c.N)
	case "range":
		lines = inRange(lines, c, session)
	case "search":
		lines = search(lines, c.Pattern, c.Unique)
		lines = lastN(lines, c.N)
	default:
		k.refuse(r, "ValueError", "history_request: hist_access_type must be tail, range or search")
		return
	}
	entries := make([][3]any, len(lines))
	for i, l := range lines {
		entries[i] = [3]any{l.Session, l.Line, *l.Input}
		if c.Output {
			entries[i][2] = [2]any{*l.Input, l.Output}
		}
	}
	k.reply(r, map[string]any{"status": "ok", "history": entries})
}

func lastN(lines []record, n *int) []record {
	if n == nil || *n < 0 || *n >= len(lines) {
		return lines
	}
	return lines[len(lines)-*n:]
}

// inRange selects lines start to stop, stop excluded, of a session; 0 is this one and -1 the one before.
func inRange(lines []record, c historyContent, current int) []record {
	if c.Session <= 0 {
		c.Session += current
	}
	var out []record
	for _, l := range lines {
		if l.Session == c.Session && l.Line >= c.Start && (c.Stop == nil || l.Line < *c.Stop) {
			out = append(out, l)
		}
	}
	return out
}

// search selects the inputs that match a glob pattern; with unique, of equal inputs only the newest.
func search(lines []record, pattern string, unique bool) []record {
	if pattern == "" {
		pattern = "*"
	}
	seen := map[string]bool{}
	var out []record
	for i := len(lines) - 1; i >= 0; i-- {
		in := *lines[i].Input
		if (unique && seen[in]) || !glob([]rune(pattern), []rune(in)) {
			continue
		}
		seen[in] = true
		out = append(out, lines[i])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// glob matches a whole text against a pattern with * (any text, also none), ? (one character) and [...] or [^...]
// (one of, none of; with ranges), as SQLite's GLOB does, which is what clients expect of IPython's history.
// It runs in time len(p)·len(s): only the last star is ever reconsidered.
func glob(p, s []rune) bool {
	pi, si, star, mark := 0, 0, -1, 0
	for si < len(s) {
		if pi < len(p) && p[pi] == '*' {
			star, mark = pi, si
			pi++
			continue
		}
		if pi < len(p) {
			if n, ok := globOne(p[pi:], s[si]); ok {
				pi, si = pi+n, si+1
				continue
			}
		}
		if star < 0 {
			return false
		}
		mark++
		pi, si = star+1, mark
	}
	for pi < len(p) && p[pi] == '*' {
		pi++
	}
	return pi == len(p)
}

// globOne matches one character against the first element of a pattern and returns the element's length.
func globOne(p []rune, c rune) (int, bool) {
	switch p[0] {
	case '?':
		return 1, true
	case '[':
		i, not := 1, false
		if i < len(p) && p[i] == '^' {
			i, not = 2, true
		}
		hit := false
		for first := i; i < len(p); i++ {
			if p[i] == ']' && i > first {
				return i + 1, hit != not
			}
			if i+2 < len(p) && p[i+1] == '-' && p[i+2] != ']' {
				hit = hit || (p[i] <= c && c <= p[i+2])
				i += 2
				continue
			}
			hit = hit || p[i] == c
		}
		return 1, c == '[' // no closing bracket: an ordinary character
	}
	return 1, p[0] == c
}

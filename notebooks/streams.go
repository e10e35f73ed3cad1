package notebooks

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// resolveReturns applies carriage returns as nbclient does when it joins streams: what stands on a line before a
// return that is followed by more text is dropped. A return at the end of a line or of the text stays.
func resolveReturns(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	var b strings.Builder
	for s != "" {
		line := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			line = s[:i+1]
		}
		s = s[len(line):]
		// The last return that something other than a newline follows.
		for at := len(line) - 2; at >= 0; at-- {
			if line[at] == '\r' && line[at+1] != '\n' {
				line = line[at+1:]
				break
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// streamText collects the text of one stream output and keeps it bounded: a progress line that is rewritten a million
// times costs one line, and of text beyond the limit the head and the tail stay.
type streamText struct {
	head    []byte
	tail    []byte // last bytes once the head is full
	dropped int    // bytes between head and tail
	limit   int    // of the last write
	returns bool   // head may hold returns to resolve
}

// write appends text; limit bounds what is kept, 0 is no limit.
func (s *streamText) write(text string, limit int) {
	if strings.IndexByte(text, '\r') >= 0 {
		s.returns = true
	}
	s.limit = limit
	if limit <= 0 {
		s.head = append(s.head, text...)
		if len(s.head) >= 1<<16 {
			s.compact()
		}
		return
	}
	headMax := limit - limit/4
	if len(s.tail) == 0 && s.dropped == 0 {
		s.head = append(s.head, text...)
		if len(s.head) <= headMax {
			return
		}
		s.compact()
		if len(s.head) <= headMax {
			return
		}
		s.tail = append(s.tail, s.head[headMax:]...)
		s.head = s.head[:headMax:headMax]
	} else {
		s.tail = append(s.tail, text...)
	}
	if tailMax := limit / 4; len(s.tail) > 2*tailMax+64 {
		cut := len(s.tail) - tailMax
		s.dropped += cut
		s.tail = append(s.tail[:0], s.tail[cut:]...)
	}
}

// compact resolves returns. Doing so before the end is safe: what a return drops, later text cannot bring back.
func (s *streamText) compact() {
	if !s.returns {
		return
	}
	s.head = []byte(resolveReturns(string(s.head)))
	s.returns = false
}

// String is the text as it is stored.
func (s *streamText) String() string {
	head, tail, dropped := string(s.head), string(s.tail), s.dropped
	if over := len(tail) - s.limit/4; over > 0 {
		dropped += over
		tail = tail[over:]
	}
	if dropped == 0 {
		return resolveReturns(head + tail)
	}
	lost := len(tail)
	for len(head) > 0 { // do not cut a character
		if r, n := utf8.DecodeLastRuneInString(head); r != utf8.RuneError || n != 1 {
			break
		}
		head = head[:len(head)-1]
	}
	for len(tail) > 0 && !utf8.RuneStart(tail[0]) {
		tail = tail[1:]
	}
	left := dropped + len(s.head) - len(head) + lost - len(tail)
	return fmt.Sprintf("%s\n[… %d bytes of output left out; raise --max-output to keep them …]\n%s",
		resolveReturns(head), left, resolveReturns(tail))
}

package kernel

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

// MemoryHistory as Options.HistoryFile keeps the history of this session only, in memory.
const MemoryHistory = ":memory:"

// DefaultHistoryFile is where inputs are kept between sessions, "" where the user has no home.
func DefaultHistoryFile() string {
	dir := os.Getenv("XDG_DATA_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		switch runtime.GOOS {
		case "windows":
			if dir = os.Getenv("APPDATA"); dir == "" {
				dir = home
			}
		case "darwin":
			dir = filepath.Join(home, "Library", "Application Support")
		default:
			dir = filepath.Join(home, ".local", "share")
		}
	}
	return filepath.Join(dir, "monge", "history.jsonl")
}

// history remembers inputs and the text of their results, by session and line.
//
// The file has one JSON record a line and is only ever appended to, each record in one write, so several kernels may
// share it. A record without text opens a session: it takes the number after the last one, under a lock. A file that
// has grown beyond historyBytes is renamed and a new one begun; those who hold it open go on writing to the old one.
// Where the file cannot be written, all happens in memory.
type history struct {
	path string
	log  *slog.Logger
	own  chan record // to the writer; nil in memory
	done chan struct{}

	mu      sync.Mutex
	session int
	lines   []record // of this session
	closed  bool
}

// record is one line of the file: an input, the output of an input, or the beginning of a session.
type record struct {
	Session int     `json:"s"`
	Line    int     `json:"n,omitempty"`
	Input   *string `json:"in,omitempty"`
	Output  *string `json:"out,omitempty"`
}

const (
	historyBytes = 8 << 20
	historyText  = 64 << 10 // an input or output longer than this is not worth keeping whole
	maxRecord    = 8 * historyText
)

func openHistory(path string, log *slog.Logger) *history {
	h := &history{path: path, log: log, session: 1, done: make(chan struct{})}
	if path == "" {
		h.path = DefaultHistoryFile()
	}
	if path == MemoryHistory || h.path == "" {
		h.path = ""
		close(h.done)
		return h
	}
	h.own = make(chan record, 256)
	h.mu.Lock() // until the session has its number
	go h.write()
	return h
}

// write opens the file, gives the session its number, and appends what comes.
func (h *history) write() {
	defer close(h.done)
	f, err := h.begin()
	h.mu.Unlock()
	if err != nil {
		h.log.Warn("history is kept in memory only", "file", h.path, "err", err)
	}
	for r := range h.own {
		if f == nil {
			continue
		}
		if line, err := json.Marshal(r); err == nil {
			if _, err := f.Write(append(line, '\n')); err != nil {
				h.log.Warn("history is no longer written", "file", h.path, "err", err)
				f.Close()
				f = nil
			}
		}
	}
	if f != nil {
		f.Close()
	}
}

func (h *history) begin() (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(h.path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(h.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	unlock := lockFile(f)
	defer unlock()
	h.session = lastSession(f) + 1
	if info, err := f.Stat(); err == nil && info.Size() > historyBytes {
		if os.Rename(h.path, h.path+".old") == nil {
			if next, err := os.OpenFile(h.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600); err == nil {
				f.Close()
				f = next
			}
		}
	}
	line, _ := json.Marshal(record{Session: h.session})
	_, err = f.Write(append(line, '\n'))
	return f, err
}

// lastSession reads the end of the file back until it finds a record.
func lastSession(f *os.File) int {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return 0
	}
	last := 0
	for back := int64(4 << 10); ; back *= 8 {
		from := max(0, size-back)
		records(io.NewSectionReader(f, from, size-from), func(r record) { last = max(last, r.Session) })
		if last > 0 || from == 0 {
			return last
		}
	}
}

// records calls f for each whole record; lines that are none are passed over.
func records(r io.Reader, f func(record)) {
	br := bufio.NewReaderSize(r, 64<<10)
	for {
		line, err := br.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			long := append([]byte(nil), line...)
			for errors.Is(err, bufio.ErrBufferFull) {
				line, err = br.ReadSlice('\n')
				if len(long) < maxRecord {
					long = append(long, line...)
				}
			}
			line = long
		}
		var rec record
		if len(line) > 0 && json.Unmarshal(line, &rec) == nil && rec.Session > 0 {
			f(rec)
		}
		if err != nil {
			return
		}
	}
}

func clip(s string) string { return cut(s, historyText) }

// input remembers the text of a cell before it runs.
func (h *history) input(line int, code string) {
	code = clip(code)
	h.add(record{Line: line, Input: &code})
}

// output remembers what a cell returned.
func (h *history) output(line int, text string) {
	text = clip(text)
	h.add(record{Line: line, Output: &text})
}

func (h *history) add(r record) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	r.Session = h.session
	h.lines = join(h.lines, r)
	if h.own != nil {
		select {
		case h.own <- r:
		default: // a disk that does not keep up must not hold up cells
		}
	}
}

// join appends an input, or gives the input before it its output.
func join(lines []record, r record) []record {
	switch {
	case r.Input != nil:
		return append(lines, r)
	case r.Output != nil:
		for i := len(lines) - 1; i >= 0 && i >= len(lines)-64; i-- {
			if lines[i].Session == r.Session && lines[i].Line == r.Line {
				lines[i].Output = r.Output
				break
			}
		}
	}
	return lines
}

func (h *history) close() {
	h.mu.Lock()
	if !h.closed && h.own != nil {
		close(h.own)
	}
	h.closed = true
	h.mu.Unlock()
	<-h.done
}

// all returns the lines of earlier sessions, oldest first, and then those of this one.
func (h *history) all() (lines []record, session int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.path != "" {
		for _, path := range []string{h.path + ".old", h.path} {
			f, err := os.Open(path)
			if err != nil {
				continue
			}
			records(f, func(r record) {
				if r.Session != h.session {
					lines = join(lines, r)
				}
			})
			f.Close()
		}
	}
	return append(lines, h.lines...), h.session
}

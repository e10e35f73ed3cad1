package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"monge/notebooks"
)

// Exit codes. Signals end with 128 plus their number.
const (
	exitOK      = 0
	exitFailed  = 1 // a cell or script failed
	exitUsage   = 2 // wrong usage, or a file that cannot be read or written
	exitTimeout = 3
	exitInvalid = 5 // not a usable notebook
)

// exitError ends the program with a code; text is "" when all has been said.
type exitError struct {
	code int
	text string
}

func (e *exitError) Error() string { return e.text }

// usagef is an error about the command line or a file.
func usagef(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Sprintf(format, args...)}
}

// silent ends with a code and prints nothing more.
func silent(code int) error {
	if code == exitOK {
		return nil
	}
	return &exitError{code: code}
}

// errSignal is the cause of a context that a signal cancelled.
type errSignal struct{ os.Signal }

func (e errSignal) Error() string { return e.String() }

func (e errSignal) code() int {
	if s, ok := e.Signal.(syscall.Signal); ok {
		return 128 + int(s)
	}
	return 130
}

// outcome turns any error into an exit code and the line to print.
func outcome(err error) (code int, text string) {
	var exit *exitError
	var format *notebooks.FormatError
	switch {
	case err == nil:
		return exitOK, ""
	case errors.As(err, &exit):
		return exit.code, exit.text
	case errors.As(err, &format):
		return exitInvalid, err.Error()
	}
	return exitUsage, fileError(err).Error()
}

// fileError words errors of the file system for people: the file first, then what is wrong.
func fileError(err error) error {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return err
	}
	switch {
	case errors.Is(p.Err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file", p.Path)
	case errors.Is(p.Err, fs.ErrPermission):
		return fmt.Errorf("%s: permission denied", p.Path)
	}
	return fmt.Errorf("%s: %w", p.Path, p.Err)
}

//go:build unix

package kernel

import (
	"os"
	"syscall"
)

// lockFile holds other kernels off while a session takes its number.
func lockFile(f *os.File) (unlock func()) {
	fd := int(f.Fd())
	if syscall.Flock(fd, syscall.LOCK_EX) != nil {
		return func() {}
	}
	return func() { syscall.Flock(fd, syscall.LOCK_UN) }
}

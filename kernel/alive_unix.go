//go:build unix

package kernel

import (
	"bytes"
	"errors"
	"os"
	"strconv"
	"syscall"
)

// alive tells whether a process runs. One that has ended and waits to be collected does not.
func alive(pid int) bool {
	if err := syscall.Kill(pid, 0); err != nil && !errors.Is(err, syscall.EPERM) {
		return false
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return true // no such file system here
	}
	// The name, in parentheses, may hold anything; the state follows the last one.
	i := bytes.LastIndexByte(stat, ')')
	return i < 0 || i+2 >= len(stat) || (stat[i+2] != 'Z' && stat[i+2] != 'X')
}

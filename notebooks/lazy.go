package notebooks

import (
	"regexp"
	"sync"
)

// lazy compiles a pattern when it is first used: the kernel, which is the same program, should start at once.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

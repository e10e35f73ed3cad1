package runtime

import (
	"os"
	"strconv"
	"strings"
	"sync"
)

// DefaultMemoryLimit is the limit of a thread that sets none, in bytes.
func DefaultMemoryLimit() int64 { return defaultMemoryLimit() }

// defaultMemoryLimit is 80 % of the machine's memory, or of what a container grants, read once; 4 GiB when unknown.
var defaultMemoryLimit = sync.OnceValue(func() int64 {
	total := int64(0)
	if data, err := os.ReadFile("/proc/meminfo"); err == nil {
		for line := range strings.SplitSeq(string(data), "\n") {
			if rest, ok := strings.CutPrefix(line, "MemTotal:"); ok {
				if kb, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")), 10, 64); err == nil {
					total = kb << 10
				}
			}
		}
	}
	for _, path := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		if data, err := os.ReadFile(path); err == nil {
			if n, err := strconv.ParseInt(strings.TrimSpace(string(data)), 10, 64); err == nil && n > 0 && (total == 0 || n < total) {
				total = n
			}
		}
	}
	if total == 0 {
		return 4 << 30
	}
	return total / 5 * 4
})

package kernel

import (
	"os"
	"strconv"
	"time"
)

const parentPoll = 500 * time.Millisecond

// watchParent stops the kernel when the client that started it is gone, so that no orphan stays. Jupyter names its
// process in JPY_PARENT_PID; without that the kernel is meant to outlive whoever started it.
//
// The parent is polled. The signal that Linux can send at the death of a parent comes when the parent's *thread* ends,
// and servers start kernels from threads that do.
func (k *Kernel) watchParent() {
	pid, err := strconv.Atoi(os.Getenv("JPY_PARENT_PID"))
	if err != nil || pid <= 1 {
		return
	}
	direct := os.Getppid() == pid // else something stands between, or the number belongs to another container
	if !direct && !alive(pid) {
		return
	}
	tick := time.NewTicker(parentPoll)
	defer tick.Stop()
	for {
		select {
		case <-k.stopping:
			return
		case <-tick.C:
		}
		if (direct && os.Getppid() != pid) || (!direct && !alive(pid)) {
			k.log.Warn("the process that started this kernel is gone; the kernel ends too", "pid", pid)
			k.Stop()
			return
		}
	}
}

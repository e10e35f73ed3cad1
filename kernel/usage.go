package kernel

import (
	"bufio"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// usageMeter remembers the last measurement: shares of processor time are differences.
type usageMeter struct {
	mu   sync.Mutex
	at   time.Time
	self time.Duration
	busy float64 // of the host, in ticks
	all  float64
}

// usageRequest answers what resource displays of front ends ask for. What this system does not tell is left out.
func (k *Kernel) usageRequest(r *request) {
	host, _ := os.Hostname()
	reply := map[string]any{"status": "ok", "hostname": host, "pid": os.Getpid(), "cpu_count": runtime.NumCPU()}
	if m := processMemory(); m > 0 {
		reply["kernel_memory"] = m
	}
	if m := hostMemory(); m != nil {
		reply["host_virtual_memory"] = m
	}
	u := &k.usage
	u.mu.Lock()
	now, self := time.Now(), processTime()
	if !u.at.IsZero() && now.After(u.at) {
		reply["kernel_cpu"] = 100 * float64(self-u.self) / float64(now.Sub(u.at))
	} else {
		reply["kernel_cpu"] = 0.0
	}
	if busy, all := hostTime(); all > u.all {
		if u.all > 0 {
			reply["host_cpu_percent"] = 100 * (busy - u.busy) / (all - u.all)
		}
		u.busy, u.all = busy, all
	}
	u.at, u.self = now, self
	u.mu.Unlock()
	k.reply(r, reply)
}

// keyed reads "Name: 123 kB" lines, as several files under /proc have them, into bytes.
func keyed(path string) map[string]int64 {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	m := map[string]int64{}
	for s := bufio.NewScanner(f); s.Scan(); {
		name, rest, ok := strings.Cut(s.Text(), ":")
		fields := strings.Fields(rest)
		if !ok || len(fields) == 0 {
			continue
		}
		n, err := strconv.ParseInt(fields[0], 10, 64)
		if err != nil {
			continue
		}
		if len(fields) > 1 && fields[1] == "kB" {
			n *= 1024
		}
		m[name] = n
	}
	return m
}

// processMemory is the memory of this process, shared pages counted in proportion where the system tells.
func processMemory() int64 {
	if m := keyed("/proc/self/smaps_rollup")["Pss"]; m > 0 {
		return m
	}
	return keyed("/proc/self/status")["VmRSS"]
}

func hostMemory() map[string]any {
	m := keyed("/proc/meminfo")
	total, available := m["MemTotal"], m["MemAvailable"]
	if total == 0 {
		return nil
	}
	return map[string]any{
		"total": total, "available": available, "used": total - available, "free": m["MemFree"],
		"percent": 100 * float64(total-available) / float64(total),
	}
}

// hostTime is the processor time of the host since it started, spent and in all, in ticks.
func hostTime() (busy, all float64) {
	data, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0, 0
	}
	line, _, _ := strings.Cut(string(data), "\n")
	for i, field := range strings.Fields(line) {
		v, err := strconv.ParseFloat(field, 64)
		if i == 0 || i > 8 || err != nil { // guest time is part of user time
			continue
		}
		all += v
		if i != 4 && i != 5 { // idle, waiting for input and output
			busy += v
		}
	}
	return busy, all
}

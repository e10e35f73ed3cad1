//go:build !unix

package pymod

import "time"

// processTime falls back to the time since the start.
func processTime() int64 { return int64(time.Since(monotonicStart)) }

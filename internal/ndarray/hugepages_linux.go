package ndarray

import "golang.org/x/sys/unix"

// adviseHugePages is a hint; where it is refused nothing is lost.
func adviseHugePages(b []byte) { _ = unix.Madvise(b, unix.MADV_HUGEPAGE) }

//go:build unix

package wire

import (
	"io/fs"
	"os"
	"syscall"
)

const ownerKnown = true

// foreignOwner is the owner of a file that belongs neither to this user nor to root.
func foreignOwner(info fs.FileInfo) (uid uint32, foreign bool) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok || st.Uid == 0 || int(st.Uid) == os.Geteuid() || os.Geteuid() == 0 {
		return 0, false
	}
	return st.Uid, true
}

package zmtp

import (
	"net"
	"syscall"

	"golang.org/x/sys/unix"
)

// window is how many bytes the peer of a TCP connection is ready to take, always 0 where that is not known. It shrinks
// while the peer's program does not read what its system has received, which our own queue cannot show.
func window(nc net.Conn) (bytes int64) {
	sc, ok := nc.(syscall.Conn)
	if _, tcp := nc.(*net.TCPConn); !ok || !tcp {
		return 0
	}
	raw, err := sc.SyscallConn()
	if err != nil {
		return 0
	}
	raw.Control(func(fd uintptr) {
		if info, err := unix.GetsockoptTCPInfo(int(fd), unix.IPPROTO_TCP, unix.TCP_INFO); err == nil {
			bytes = int64(info.Snd_wnd)
		}
	})
	return bytes
}

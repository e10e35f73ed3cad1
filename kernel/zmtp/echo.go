package zmtp

import (
	"log/slog"
	"time"

	"github.com/go-zeromq/zmq4"
)

// Echo is a REP socket that sends every message back as it came, each connection in its own goroutine, so that it
// answers whatever the rest of the process does. The empty frame that a REQ peer puts first returns with the rest.
type Echo struct{ server }

// NewEcho listens.
func NewEcho(network, address string, limits Limits, log *slog.Logger) (*Echo, error) {
	e := &Echo{}
	e.init(zmq4.Rep, limits.withDefaults(30*time.Second), log, e.read)
	return e, e.listen(network, address)
}

func (e *Echo) read(p *peer) {
	for {
		frames, err := p.recv()
		if err != nil {
			return
		}
		if p.send(frames) != nil || p.flush() != nil {
			return
		}
	}
}

package kernel

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"os/user"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"monge/dsl"
	"monge/kernel/wire"
	"monge/kernel/zmtp"
)

// Options configure a kernel. Only NewEvaluator is required.
type Options struct {
	// NewEvaluator makes the evaluator. It is called once, after the sockets are bound, in a goroutine of its own.
	// Where the evaluator has a method Close() error, it is called at the end.
	NewEvaluator func() dsl.Evaluator
	// Logger receives what happens beside the protocol; nil means warnings to standard error. Keys are never logged.
	Logger *slog.Logger
	// HistoryFile is where inputs are remembered: "" is DefaultHistoryFile(), MemoryHistory keeps them in memory.
	HistoryFile string
	// OutputLimit caps the bytes of stream text that one cell may send; beyond it only the end of the text is kept.
	// 0 means DefaultOutputLimit, negative none.
	OutputLimit int64
	// Version of the program, for kernel_info and the banner.
	Version string
	// Comms holds the comm targets that exist; nil means none.
	Comms *Comms
	// AtShutdown runs before the sockets close; the process may be killed when it takes more than a second.
	AtShutdown func()
	// Limits of the transport; the zero value is good.
	Limits zmtp.Limits
}

// DefaultOutputLimit is far above what a front end shows with ease, and far below what makes it unusable.
const DefaultOutputLimit = 10 << 20

// Times of the end: how long a running cell may take to notice, and how long peers may take to read.
const (
	stopPatience = 500 * time.Millisecond
	linger       = time.Second
)

// Kernel is one running kernel.
type Kernel struct {
	opt   Options
	log   *slog.Logger
	noise quiet // for what strangers can make us log
	codec *wire.Codec

	shell, control, stdin *zmtp.Router
	heartbeat             *zmtp.Echo
	iopub                 *publisher

	shellQueue, controlQueue, sideQueue *queue

	evaluatorOnce sync.Once
	evaluatorMade chan struct{} // closed once evaluator is set
	evaluator     dsl.Evaluator // read through eval()

	executionCount atomic.Int64
	running        running
	current        atomic.Pointer[request] // being served on shell
	input          inputDesk
	history        *history
	comms          *Comms
	usage          usageMeter

	stopOnce sync.Once
	stopping chan struct{}
	loops    sync.WaitGroup
}

// Run serves the kernel of a connection file until a client shuts it down, ctx ends, the parent process is gone, or
// SIGTERM arrives, all of which are an orderly end and return nil.
func Run(ctx context.Context, connectionFile string, opt Options) error {
	if opt.Logger == nil {
		opt.Logger = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	}
	conn, err := wire.ReadConnection(connectionFile, opt.Logger)
	if err != nil {
		return err
	}
	// Whoever reads our standard error may end before us; a log line must not be what ends the kernel.
	signal.Ignore(syscall.SIGPIPE)
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	k, err := New(conn, opt)
	if err != nil {
		return err
	}
	go func() {
		for s := range signals {
			if s == os.Interrupt {
				k.Interrupt()
			} else {
				k.Stop()
			}
		}
	}()
	go k.watchParent()
	return k.Serve(ctx)
}

// New binds the sockets of a connection and announces the kernel; Serve does the rest.
func New(conn wire.Connection, opt Options) (*Kernel, error) {
	if opt.NewEvaluator == nil {
		return nil, fmt.Errorf("kernel: Options.NewEvaluator is nil")
	}
	if opt.Logger == nil {
		opt.Logger = slog.New(slog.DiscardHandler)
	}
	if opt.OutputLimit == 0 {
		opt.OutputLimit = DefaultOutputLimit
	}
	if opt.Version == "" {
		opt.Version = "0"
	}
	if opt.Comms == nil {
		opt.Comms = NewComms()
	}
	codec, err := wire.NewCodec(conn.Key, conn.SignatureScheme, username())
	if err != nil {
		return nil, err
	}
	k := &Kernel{
		opt: opt, log: opt.Logger, codec: codec, comms: opt.Comms,
		shellQueue: newQueue(), controlQueue: newQueue(), sideQueue: newQueue(),
		evaluatorMade: make(chan struct{}), stopping: make(chan struct{}),
	}
	k.noise.log = opt.Logger
	if err := k.bind(conn); err != nil {
		return nil, err
	}
	if conn.Key == "" {
		k.log.Warn("the connection has no key: messages are neither signed nor checked")
	}
	k.comms.attach(k)
	k.history = openHistory(opt.HistoryFile, k.log)
	k.iopub.status(nil, "starting")
	return k, nil
}

// bind opens the sockets, shell last: a client whose first question is heard can rely on the rest.
func (k *Kernel) bind(conn wire.Connection) (err error) {
	var bound []interface{ Close(time.Duration) }
	defer func() {
		if err != nil {
			for _, s := range bound {
				s.Close(0)
			}
		}
	}()
	network, address := conn.Endpoint(conn.HBPort)
	if k.heartbeat, err = zmtp.NewEcho(network, address, k.opt.Limits, k.log); err != nil {
		return err
	}
	bound = append(bound, k.heartbeat)
	network, address = conn.Endpoint(conn.IOPubPort)
	if k.iopub, err = newPublisher(network, address, k.opt.Limits, k.log, k.codec); err != nil {
		return err
	}
	bound = append(bound, k.iopub.pub)
	for _, s := range []struct {
		port    int
		router  **zmtp.Router
		receive func(r *zmtp.Router, id string, frames [][]byte)
	}{
		{conn.StdinPort, &k.stdin, k.receiveStdin},
		{conn.ControlPort, &k.control, k.receiveControl},
		{conn.ShellPort, &k.shell, k.receiveShell},
	} {
		network, address := conn.Endpoint(s.port)
		r, err := zmtp.NewRouter(network, address, k.opt.Limits, k.log, s.receive)
		if err != nil {
			return err
		}
		*s.router, bound = r, append(bound, r)
	}
	return nil
}

// Connection fills in the ports that were chosen when the connection given to New had zeros.
func (k *Kernel) Connection(conn wire.Connection) wire.Connection {
	if conn.Transport == "ipc" {
		return conn
	}
	conn.ShellPort, conn.ControlPort, conn.StdinPort = port(k.shell.Addr()), port(k.control.Addr()), port(k.stdin.Addr())
	conn.IOPubPort, conn.HBPort = port(k.iopub.pub.Addr()), port(k.heartbeat.Addr())
	return conn
}

// Serve answers until the kernel is stopped or ctx ends.
func (k *Kernel) Serve(ctx context.Context) error {
	go k.eval()
	k.loops.Go(func() { k.loop(k.shellQueue, shellHandlers) })
	k.loops.Go(func() { k.loop(k.controlQueue, controlHandlers) })
	k.loops.Go(func() { k.loop(k.sideQueue, shellHandlers) })
	select {
	case <-ctx.Done():
	case <-k.stopping:
	}
	k.Stop()
	k.end()
	return nil
}

// Stop ends Serve.
func (k *Kernel) Stop() { k.stopOnce.Do(func() { close(k.stopping) }) }

func (k *Kernel) end() {
	for _, q := range []*queue{k.shellQueue, k.controlQueue, k.sideQueue} {
		q.close()
	}
	k.running.stop(k.eval)
	if !within(stopPatience, k.loops.Wait) {
		k.log.Warn("the running cell did not stop; it ends with the process")
	}
	if k.opt.AtShutdown != nil && !within(linger, k.opt.AtShutdown) {
		k.log.Warn("the work at shutdown did not end in time")
	}
	select {
	case <-k.evaluatorMade:
		if c, ok := k.evaluator.(interface{ Close() error }); ok {
			within(linger, func() { c.Close() })
		}
	default: // still being made: it has nothing to close
	}
	k.history.close()
	k.iopub.close()
	var wg sync.WaitGroup
	for _, s := range []interface{ Close(time.Duration) }{k.shell, k.control, k.stdin, k.iopub.pub} {
		wg.Go(func() { s.Close(linger) })
	}
	wg.Go(func() { k.heartbeat.Close(0) })
	wg.Wait()
}

// within runs f and tells whether it ended in time.
func within(d time.Duration, f func()) bool {
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
		return true
	case <-time.After(d):
		return false
	}
}

// eval is the evaluator, made at the first call.
func (k *Kernel) eval() dsl.Evaluator {
	k.evaluatorOnce.Do(func() {
		defer close(k.evaluatorMade)
		defer func() {
			if r := recover(); r != nil {
				k.log.Error("the evaluator could not be made", "panic", r, "stack", string(debug.Stack()))
				k.evaluator = broken{fmt.Sprint(r)}
			}
		}()
		k.evaluator = k.opt.NewEvaluator()
	})
	return k.evaluator
}

func username() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "kernel"
}

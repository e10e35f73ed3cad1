package kernel_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"monge/kernel"
	"monge/kernel/client"
	"monge/kernel/wire"
)

func (r *running) ends(within time.Duration) {
	r.t.Helper()
	select {
	case <-r.done:
	case <-time.After(within):
		r.t.Fatal("the kernel did not end")
	}
}

func TestShutdownOnBothChannels(t *testing.T) {
	for _, ch := range []client.Channel{client.Control, client.Shell} {
		for _, restart := range []bool{false, true} {
			closed := make(chan bool, 1)
			r := start(t, func(o *kernel.Options) { o.AtShutdown = func() { closed <- true } })
			call, _ := r.Start(ch, "shutdown_request", map[string]any{"restart": restart})
			res, err := call.Wait(ctxOf(t))
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]any{"status": "ok", "restart": restart}
			equal(t, "reply", content(t, res.Reply), want)
			equal(t, "types", res.Types(), []string{"busy", "shutdown_reply", "idle"})
			equal(t, "iopub", content(t, res.Of("shutdown_reply")[0]), want)
			r.ends(3 * time.Second)
			<-closed
		}
	}
}

func TestShutdownEndsARunningCell(t *testing.T) {
	for _, code := range []string{"sleep 60s", "input ?", "stubborn 60s"} {
		r := start(t)
		r.launch(code, client.Options{Input: func(string, bool) string { select {} }})
		time.Sleep(50 * time.Millisecond)
		if _, err := r.Shutdown(ctxOf(t), false); err != nil {
			t.Fatal(err)
		}
		r.ends(4 * time.Second)
	}
}

func TestLastOutputIsDelivered(t *testing.T) {
	r := start(t)
	call := r.launch("lines 20000\nexit 3")
	res := r.wait(call)
	equal(t, "payload", content(t, res.Reply)["payload"], []any{map[string]any{"source": "ask_exit", "keepkernel": false}})
	equal(t, "end of output", res.Stream("stdout")[108890-6:], "19999\n")
	r.ends(3 * time.Second)
}

// child is the kernel as a process of its own: the test binary runs Run when this variable names a connection file.
const childVariable = "MONGE_KERNEL_TEST_CONNECTION"

func TestMain(m *testing.M) {
	if file := os.Getenv(childVariable); file != "" {
		if err := kernel.Run(context.Background(), file, kernel.Options{NewEvaluator: newFakeEvaluator, HistoryFile: kernel.MemoryHistory}); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// connectionFile writes a connection file with ports that were free a moment ago.
func connectionFile(t testing.TB) (string, wire.Connection) {
	t.Helper()
	conn := wire.Connection{Transport: "tcp", IP: "127.0.0.1", Key: testKey, SignatureScheme: "hmac-sha256"}
	k, err := kernel.New(conn, kernel.Options{NewEvaluator: newFakeEvaluator, HistoryFile: kernel.MemoryHistory})
	if err != nil {
		t.Fatal(err)
	}
	conn = k.Connection(conn)
	k.Stop()
	k.Serve(context.Background())
	file := filepath.Join(t.TempDir(), "kernel.json")
	data, _ := json.Marshal(conn)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file, conn
}

func startProcess(t testing.TB, env ...string) (*exec.Cmd, string) {
	t.Helper()
	file, _ := connectionFile(t)
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(append(os.Environ(), childVariable+"="+file), env...)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd, file
}

func TestProcessSurvivesSIGINTAndEndsWithCodeZero(t *testing.T) {
	cmd, file := startProcess(t)
	c, err := client.Connect(ctxOf(t), file)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	execOn(t, c, "set x 42")
	for range 3 {
		cmd.Process.Signal(os.Interrupt)
		time.Sleep(20 * time.Millisecond)
	}
	equal(t, "after SIGINT while idle", execOn(t, c, "get x").Data("text/plain"), "42")
	call, _ := c.StartExecute("sleep 60s", client.Options{})
	time.Sleep(100 * time.Millisecond)
	cmd.Process.Signal(os.Interrupt)
	res, err := call.Wait(ctxOf(t))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "error", res.Err().Name, "KeyboardInterrupt")
	equal(t, "after SIGINT while busy", execOn(t, c, "get x").Data("text/plain"), "42")
	if _, err := c.Shutdown(ctxOf(t), false); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("exit: %v", err)
	}
}

func TestProcessEndsOrderlyOnSIGTERM(t *testing.T) {
	cmd, file := startProcess(t)
	c, err := client.Connect(ctxOf(t), file)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.KernelInfo(ctxOf(t))
	cmd.Process.Signal(syscall.SIGTERM)
	if err := cmd.Wait(); err != nil {
		t.Errorf("exit: %v", err)
	}
}

func TestKernelEndsWithItsParent(t *testing.T) {
	// The parent is a shell that starts the kernel and is killed.
	file, _ := connectionFile(t)
	pids := filepath.Join(t.TempDir(), "pid")
	shell := exec.Command("/bin/sh", "-c", `JPY_PARENT_PID=$$ "$0" -test.run=^$ & echo $! > "$1.tmp"; mv "$1.tmp" "$1"; wait`, os.Args[0], pids)
	shell.Env = append(os.Environ(), childVariable+"="+file)
	if err := shell.Start(); err != nil {
		t.Skip(err)
	}
	c, err := client.Connect(ctxOf(t), file)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	execOn(t, c, "print x")
	data, err := os.ReadFile(pids)
	if err != nil {
		t.Fatal(err)
	}
	pid, _ := strconv.Atoi(string(data[:len(data)-1]))
	shell.Process.Kill()
	shell.Wait()
	for end := time.Now().Add(4 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if syscall.Kill(pid, 0) != nil || (err == nil && isZombie(stat)) {
			return
		}
		if time.Now().After(end) {
			syscall.Kill(pid, syscall.SIGKILL)
			t.Fatal("the kernel is an orphan")
		}
	}
}

func isZombie(stat []byte) bool {
	for i := len(stat) - 1; i > 0; i-- {
		if stat[i] == ')' {
			return i+2 < len(stat) && stat[i+2] == 'Z'
		}
	}
	return false
}

func TestRunRefusesBadConnectionFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		p := filepath.Join(dir, name)
		os.WriteFile(p, []byte(text), 0o600)
		return p
	}
	for _, file := range []string{filepath.Join(dir, "missing"), dir, write("empty", ""), write("list", "[]"), write("port", `{"shell_port":70000}`),
		write("transport", `{"transport":"udp"}`), write("scheme", `{"signature_scheme":"rot13","key":"k"}`), write("ipc", `{"transport":"ipc"}`)} {
		if err := kernel.Run(context.Background(), file, kernel.Options{NewEvaluator: newFakeEvaluator, HistoryFile: kernel.MemoryHistory}); err == nil {
			t.Errorf("%s: no error", file)
		}
	}
}

func TestRestartOnTheSamePorts(t *testing.T) {
	r := start(t)
	conn := r.conn
	go func() { time.Sleep(300 * time.Millisecond); r.k.Stop() }()
	second := startOn(t, conn) // waits for the ports
	equal(t, "value", second.exec("value 1").Data("text/plain"), "1")
}

package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"monge/dsl"
	"monge/kernel"
	"monge/kernel/client"
	"monge/kernel/wire"
)

// serve runs a kernel with the language in this process and returns its connection file and how to end it.
func serve(dir string) (file string, stop func()) {
	conn := wire.Connection{Transport: "tcp", IP: "127.0.0.1", Key: "secret", SignatureScheme: "hmac-sha256"}
	k, err := kernel.New(conn, kernel.Options{NewEvaluator: func() dsl.Evaluator { return dsl.NewSession() }, HistoryFile: kernel.MemoryHistory})
	if err != nil {
		panic(err)
	}
	done := make(chan struct{})
	go func() { defer close(done); k.Serve(context.Background()) }()
	file = filepath.Join(dir, "kernel.json")
	data, _ := json.Marshal(k.Connection(conn))
	if err := os.WriteFile(file, data, 0o600); err != nil {
		panic(err)
	}
	return file, func() { k.Stop(); <-done }
}

func Example() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)
	file, stop := serve(dir)
	defer stop()

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	c, err := client.Connect(ctx, file)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	res, _ := c.Execute(ctx, "print('hello')\n6 * 7", client.Options{})
	fmt.Print(res.Stream("stdout"))
	fmt.Println(res.Data("text/plain"))
	res, _ = c.Execute(ctx, "1 / 0", client.Options{})
	fmt.Println(res.Status(), res.Err().Name)
	// Output:
	// hello
	// 42
	// error ZeroDivisionError
}

func TestConnectGivesUpWhenNobodyListens(t *testing.T) {
	file, stop := serve(t.TempDir())
	stop()
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if c, err := client.Connect(ctx, file); err == nil {
		c.Close()
		t.Error("connected to nothing")
	}
}

func TestCallsEndWhenTheKernelDoes(t *testing.T) {
	file, stop := serve(t.TempDir())
	c, err := client.Connect(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	call, err := c.Start(client.Control, "no_such_request", map[string]any{}) // is never answered
	if err != nil {
		t.Fatal(err)
	}
	go stop()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if _, err := call.Wait(ctx); !errors.Is(err, client.ErrClosed) {
		t.Error(err)
	}
	if _, err := c.KernelInfo(ctx); err == nil {
		t.Error("a request to a kernel that has ended was answered")
	}
}

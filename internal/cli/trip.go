package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"monge/kernel/client"
	"monge/kernel/wire"
)

// tripPatience bounds a whole conversation with a kernel.
const tripPatience = 20 * time.Second

// RoundTrip starts a kernel as Jupyter would, asks what it is, runs a cell, and shuts it down.
func RoundTrip(ctx context.Context, argv, env []string) (trip Trip, err error) {
	ctx, cancel := context.WithTimeout(ctx, tripPatience)
	defer cancel()
	dir, err := os.MkdirTemp("", "monge-doctor-") // mode 0700: the key is inside
	if err != nil {
		return trip, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "kernel.json")
	if err := writeConnection(file); err != nil {
		return trip, err
	}
	args := make([]string, len(argv))
	for i, a := range argv {
		args[i] = strings.ReplaceAll(a, "{connection_file}", file)
	}
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = &said
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return trip, err
	}
	exited := make(chan error, 1)
	go func() {
		exited <- cmd.Wait()
		cancel() // nothing is left to wait for
	}()
	defer func() {
		if err != nil {
			_ = cmd.Process.Kill()
			<-exited
			if text := strings.TrimSpace(said.String()); text != "" {
				err = fmt.Errorf("%w; it says: %s", err, firstLine(text))
			}
		}
	}()
	if err := converse(ctx, file, began, &trip); err != nil {
		return trip, err
	}
	down := time.Now()
	select {
	case err = <-exited:
		exited <- nil
	case <-time.After(5 * time.Second):
		err = errors.New("the kernel did not end after shutdown_request")
	}
	trip.Shutdown += time.Since(down)
	return trip, err
}

// converse does the talking; it ends with the reply to shutdown_request.
func converse(ctx context.Context, file string, began time.Time, trip *Trip) error {
	c, err := client.Connect(ctx, file)
	if err != nil {
		return fmt.Errorf("connecting: %w", err)
	}
	defer c.Close()
	info, err := c.KernelInfo(ctx)
	if err != nil {
		return fmt.Errorf("kernel_info_request: %w", err)
	}
	trip.Ready = time.Since(began)
	var reply struct {
		Implementation string `json:"implementation"`
		Version        string `json:"implementation_version"`
	}
	if err := info.Decode(&reply); err != nil {
		return err
	}
	trip.Version = reply.Implementation + " " + reply.Version
	// The first cell also waits for the interpreter to be built; the second shows what a cell costs.
	for range 2 {
		sent := time.Now()
		res, err := c.Execute(ctx, doctorCell, client.Options{NoHistory: true})
		if err != nil {
			return fmt.Errorf("execute_request: %w", err)
		}
		trip.Execute = time.Since(sent)
		if e := res.Err(); e.Status != "ok" {
			return fmt.Errorf("the cell %q failed: %s: %s", doctorCell, e.Name, e.Value)
		}
		trip.Result = res.Data("text/plain")
	}
	sent := time.Now()
	_, err = c.Shutdown(ctx, false)
	trip.Shutdown = time.Since(sent)
	if err != nil {
		return fmt.Errorf("shutdown_request: %w", err)
	}
	return nil
}

// writeConnection makes a connection file with free ports of the loopback interface and a new key.
func writeConnection(path string) error {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return err
	}
	conn := wire.Connection{Transport: "tcp", IP: "127.0.0.1", Key: hex.EncodeToString(key), SignatureScheme: "hmac-sha256", KernelName: "monge"}
	for _, port := range []*int{&conn.ShellPort, &conn.IOPubPort, &conn.StdinPort, &conn.ControlPort, &conn.HBPort} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		defer l.Close() // all are held until the last is found, so that they differ
		*port = l.Addr().(*net.TCPAddr).Port
	}
	text, err := json.Marshal(conn)
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o600)
}

// Package kernel is the Jupyter kernel of Monge: it speaks protocol 5.5 with front ends and runs their cells through a
// dsl.Evaluator. It knows messages and sockets, and nothing of the language.
//
// Run is the whole life of the process that Jupyter starts; New and (*Kernel).Serve are the same without the parts that
// belong to a process (signals, the watch on the parent).
//
// One file for each channel or idea:
//
//	kernel.go     options, construction, life and end of a kernel
//	request.go    how a request is received, queued, served and answered; table of handlers
//	iopub.go      the one place that orders and sends what goes to all clients
//	sink.go       what a running cell puts out, and the cap on it
//	execute.go    execute_request, abort of the queue
//	interrupt.go  interrupt_request, SIGINT
//	stdin.go      input_request and its answer
//	ask.go        kernel_info, complete, inspect, is_complete, shutdown
//	comm.go       comms
//	history.go    the store of past inputs
//	recall.go     history_request
//	usage.go      usage_request
//	parent.go     exit with the parent process
//
// Below it: kernel/zmtp (sockets), kernel/wire (message format). Beside it: kernel/client (the other end).
//
// Who runs where: each connection has a reader and a writer goroutine in zmtp; a reader verifies and decodes its
// messages and puts requests into the queue of shell or control. One goroutine each serves shell and control, one
// answers questions that need not wait for a running cell, one owns the order on iopub. The evaluator is made in a
// goroutine of its own once the sockets are bound.
package kernel

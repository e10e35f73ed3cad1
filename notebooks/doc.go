// Package notebooks reads, writes and runs Jupyter notebooks (nbformat 4) without Jupyter.
//
// Where to start reading:
//
//   - value.go, jsonread.go, jsonwrite.go: JSON that keeps what encoding/json loses (order of keys, spelling of numbers,
//     lone surrogates) and knows where in the file a mistake is.
//   - notebook.go: Notebook, Cell and Output. They wrap the JSON objects of the file, so unknown keys survive.
//   - read.go, write.go, atomic.go: files. What nbformat wrote is written back byte for byte; a file on disk is replaced
//     by a rename, never truncated.
//   - percent.go: scripts whose cells are marked by "# %%".
//   - bundle.go, recorder.go, streams.go: a dsl.Sink that turns what a cell puts out into stored outputs.
//   - params.go, paramsource.go, paramsinfer.go, inject.go: parameters of a run.
//   - run.go, policy.go, papermill.go: the runner: limits, errors, tags, times.
//
// The package runs cells through dsl.Evaluator in its own process: no sockets, no kernelspec, no Python. It prints
// nothing; the command line does.
package notebooks

// Package install puts Monge where Jupyter looks for kernels and takes it away again.
//
//   - paths.go: Jupyter's data directories per operating system.
//   - kernelspec.go: writing, finding and removing kernelspecs.
//   - logos/: the pictures, made by genlogo.
//
// It imports nothing of Monge and writes only below the directory that it is given.
package install

import "embed"

//go:generate go run ./genlogo logos

// logos holds the files that Jupyter shows in its launcher.
//
//go:embed logos/logo-32x32.png logos/logo-64x64.png logos/logo-svg.svg
var logos embed.FS

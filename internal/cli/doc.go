// Package cli is the command line of Monge: one file per command. Start at Program, which says what the commands need
// from the world, and root.go, which puts them together.
//
// Conventions: results go to standard output, all else to standard error; an error is one line that ends with the
// remedy; exit codes are those of exit.go. The commands hold no logic of their own where a package has it: they read
// flags, call notebooks, install or kernel, and word the outcome.
package cli

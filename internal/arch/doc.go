// Package arch holds the test that keeps the rooms of this repository apart: which folder may import which. The table
// is in arch_test.go.
package arch

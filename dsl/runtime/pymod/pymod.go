// Package pymod holds modules in the manner of Python's standard library, one file each. A module is built once per
// session, when it is first imported.
package pymod

import (
	"sort"

	"monge/dsl/runtime"
)

// RunSource runs the text of a module that is written in the language itself; the session sets it.
var RunSource func(t *runtime.Thread, name, src string) (*runtime.Module, error)

var builders = map[string]func(t *runtime.Thread) *runtime.Module{}

// register adds a module; the files of this package call it from init.
func register(name string, build func(t *runtime.Thread) *runtime.Module) { builders[name] = build }

// Lookup returns the function that builds a module, nil when there is no such module.
func Lookup(name string) func(t *runtime.Thread) *runtime.Module { return builders[name] }

// Names lists the modules.
func Names() []string {
	names := make([]string, 0, len(builders))
	for n := range builders {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

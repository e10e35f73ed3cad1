package pymod

import "embed"

// Parts of modules that are clearest in the language itself are files of folder lib, compiled when the module is
// imported. Names with one underscore in front are Go-made modules that such files build on.

//go:embed lib/*.py
var libraryFiles embed.FS

// library is the text of a module written in the language.
func library(name string) string {
	b, err := libraryFiles.ReadFile("lib/" + name + ".py")
	if err != nil {
		panic(err)
	}
	return string(b)
}

func init() {
	for name, doc := range map[string]string{
		"datetime":   "Concrete date/time and related types.",
		"statistics": "Basic statistics module.",
		"textwrap":   "Text wrapping and filling.",
		"fractions":  "Fraction, infinite-precision, rational numbers.",
		"csv":        "Reading and writing of comma-separated values.",
		"warnings":   "Warnings that programs show without stopping.",
		"traceback":  "Extract, format and print information about Python stack traces.",
		"heapq":      "Heap queue algorithm (a.k.a. priority queue).",
		"bisect":     "Bisection algorithms.",
		"numbers":    "Abstract Base Classes (ABCs) for numbers, according to PEP 3141.",
		"contextlib": "Utilities for with-statement contexts.",
		"pathlib":    "Object-oriented filesystem paths.",
		"tempfile":   "Temporary files and directories.",
	} {
		if _, err := libraryFiles.Open("lib/" + name + ".py"); err == nil {
			newModule(name, doc).source = library(name)
		}
	}
}

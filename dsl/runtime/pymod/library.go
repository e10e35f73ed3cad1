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
		"datetime":   "Dates, times, differences between them and time zones.",
		"statistics": "Averages, spread and other numbers that describe data.",
		"textwrap":   "Break text into lines, indent it and take indents away.",
		"fractions":  "Exact fractions.",
		"csv":        "Read and write tables as text with commas or other separators.",
		"warnings":   "Warnings that programs show without stopping.",
		"traceback":  "Show where an exception came from.",
		"heapq":      "Lists kept as heaps: the smallest item is always first.",
		"bisect":     "Find the place of an item in a sorted list.",
		"numbers":    "Abstract classes for kinds of numbers: Complex, Real, Rational, Integral.",
		"contextlib": "Helpers for the with statement.",
		"pathlib":    "Paths of files and folders as objects.",
		"tempfile":   "Files and folders for the time being, removed after use.",
	} {
		if _, err := libraryFiles.Open("lib/" + name + ".py"); err == nil {
			newModule(name, doc).source = library(name)
		}
	}
}

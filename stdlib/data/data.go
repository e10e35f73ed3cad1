// Package data is the module data of the language: small data sets that ship with Monge, and readers for pictures and
// tables of numbers.
//
// sets.go holds what ships (embedded from assets, whose README names sources and licences), image.go the pictures,
// csv.go the tables, array.go the conversion to arrays. make_images.go painted the pictures.
package data

import "monge/dsl/bind"

var module = &bind.Module{
	Name: "data",
	Doc: `Data sets that ship with Monge, and readers for files.

digits and image need no files. load_image reads PNG, JPEG and GIF, load_csv tables of numbers.`,
	Funcs:   []*bind.Func{digitsFunc, imageFunc, loadImageFunc, loadCSVFunc},
	Missing: "is not provided by Monge's data",
}

func init() { bind.Register(module) }

// Package fmath has the elementary functions of arrays: exp, log, log2, log10, log1p, pow, sin and cos at the speed of
// table lookups and with errors just above half a unit in the last place, so that results nearly always equal the
// correctly rounded ones, and with them those of the C library. Package math is less accurate in several of them.
//
// Method: argument reduction by tables of 128 entries, a short Taylor polynomial, and a last addition of a small
// correction to a large part, which is where the half unit comes from. Logarithms for pow carry twenty more bits.
package fmath

//go:generate go run ./tablegen

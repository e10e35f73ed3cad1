package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// numbered is a row of tick labels with what they have in common written once: the numbers are
// label * 10^exponent + offset.
type numbered struct {
	labels []string
	common string // "×10^6" and "+1.5" parts as math text; "" when there are none
}

const minusSign = "−"

// formatLinear writes numbers with the same count of decimals, just enough to tell the step. Large and small numbers
// share a power of ten; numbers that differ only in late digits share an offset.
func formatLinear(vs []float64, plain bool) numbered {
	out := numbered{labels: make([]string, len(vs))}
	if len(vs) == 0 {
		return out
	}
	lo, hi := vs[0], vs[0]
	step := math.Inf(1)
	for i, v := range vs {
		lo, hi = min(lo, v), max(hi, v)
		if i > 0 {
			step = min(step, math.Abs(v-vs[i-1]))
		}
	}
	big := max(math.Abs(lo), math.Abs(hi))
	if !(step > 0) || math.IsInf(step, 0) {
		step = math.Abs(lo)
		if step == 0 {
			step = 1
		}
	}
	offset := 0.0
	if !plain && big > 0 && step < big*1e-4 && lo*hi > 0 && significant(vs, step) > 5 {
		// keep the digits above the range as offset
		p := math.Pow10(int(math.Ceil(math.Log10((hi - lo) * 1.001))))
		offset = math.Floor(math.Abs(lo)/p) * p
		if lo < 0 {
			offset = -math.Floor(math.Abs(hi)/p) * p
		}
		big = max(math.Abs(lo-offset), math.Abs(hi-offset))
	}
	exp := 0
	if big > 0 && !plain {
		if e := int(math.Floor(math.Log10(big * (1 + 1e-12)))); e >= 6 || e <= -4 {
			exp = e
		}
	}
	dec := decimals(scale10(step, -exp))
	if e := int(math.Floor(math.Log10(step))) - exp; e < -12 {
		dec = 12
	}
	for i, v := range vs {
		out.labels[i] = fixed(scale10(v-offset, -exp), dec)
	}
	if exp != 0 {
		out.common = fmt.Sprintf("×$10^{%d}$", exp)
	}
	if offset != 0 {
		out.common += signed(offset)
	}
	return out
}

// significant is the greatest count of significant digits among numbers that are multiples of the step.
func significant(vs []float64, step float64) int {
	e := int(math.Floor(math.Log10(step) + 1e-9))
	last := e - decimals(scale10(step, -e)) // place of the last digit
	n := 0
	for _, v := range vs {
		if v != 0 {
			n = max(n, int(math.Floor(math.Log10(math.Abs(v))))-last+1)
		}
	}
	return n
}

// decimals is the least count of decimals that writes the step exactly (to one part in a million).
func decimals(step float64) int {
	for d := range 13 {
		s := step * math.Pow10(d)
		if r := math.Round(s); r >= 1 && math.Abs(s-r) < 1e-6*s {
			return d
		}
	}
	return max(0, min(12, 2-int(math.Floor(math.Log10(step)))))
}

// fixed writes v with dec decimals, a true minus sign, and no negative zero.
func fixed(v float64, dec int) string {
	s := strconv.FormatFloat(v, 'f', dec, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", minusSign, 1)
}

func signed(v float64) string {
	s := shortNumber(math.Abs(v))
	if m, e, ok := strings.Cut(strconv.FormatFloat(math.Abs(v), 'e', -1, 64), "e"); ok && math.Abs(v) >= 1e5 && len(m) <= 4 {
		n, _ := strconv.Atoi(e)
		s = fmt.Sprintf("%s×$10^{%d}$", m, n)
		if m == "1" {
			s = fmt.Sprintf("$10^{%d}$", n)
		}
	}
	if v < 0 {
		return " " + minusSign + " " + s
	}
	return " + " + s
}

// shortNumber writes a number in as few characters as carry its value to ten digits.
func shortNumber(v float64) string {
	if v == 0 {
		return "0"
	}
	s := strconv.FormatFloat(v, 'g', 10, 64)
	if m, e, ok := strings.Cut(s, "e"); ok {
		n, _ := strconv.Atoi(e)
		if m == "1" {
			return fmt.Sprintf("$10^{%d}$", n)
		}
		if m == "-1" {
			return fmt.Sprintf("$-10^{%d}$", n)
		}
		return fmt.Sprintf("%s×$10^{%d}$", strings.Replace(m, "-", minusSign, 1), n)
	}
	return strings.Replace(s, "-", minusSign, 1)
}

// formatLog writes the labels of a logarithmic axis: plain numbers when all lie between 0.001 and 10000, powers
// otherwise.
func formatLog(vs []float64, base float64) []string {
	out := make([]string, len(vs))
	plain := true
	for _, v := range vs {
		if v < 0.99e-3 || v > 1.01e4 {
			plain = false
		}
	}
	if len(vs) > 0 && vs[len(vs)-1]/vs[0] > 1.01e4 {
		plain = false
	}
	for i, v := range vs {
		if base != 10 {
			e := math.Log(v) / math.Log(base)
			if base == math.Trunc(base) && math.Abs(e-math.Round(e)) < 1e-9 && v > 1.01e4 {
				out[i] = fmt.Sprintf("$%g^{%d}$", base, int(math.Round(e)))
				continue
			}
			if base == math.E && math.Abs(e-math.Round(e)) < 1e-9 {
				out[i] = fmt.Sprintf("$e^{%d}$", int(math.Round(e)))
				continue
			}
			out[i] = shortNumber(v)
			continue
		}
		if plain {
			out[i] = shortNumber(v)
			continue
		}
		e := math.Floor(math.Log10(v) + 1e-9)
		m := scale10(v, -int(e))
		switch {
		case math.Abs(m-1) < 1e-9:
			out[i] = fmt.Sprintf("$10^{%d}$", int(e))
		default:
			out[i] = fmt.Sprintf("%s×$10^{%d}$", strconv.FormatFloat(m, 'g', 6, 64), int(e))
		}
	}
	return out
}

// plainPowers turns math text into what a plain text handler can show.
func plainPowers(in []string) []string {
	sup := strings.NewReplacer("$", "", "10^{", "1e", "}", "", "×", "·")
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = sup.Replace(s)
	}
	return out
}

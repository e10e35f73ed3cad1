package syntax

import (
	"strings"
	"unicode/utf8"
)

// piece is one literal of a run of adjacent ones.
type piece struct {
	span  Span
	bytes bool
	value string // of a plain literal
	parts []Expr // of an f-string
	f     bool
}

// strings is a run of adjacent string literals, joined into one node.
func (p *parser) strings() Expr {
	return remember(p, ruleStrings, (*parser).stringsRaw)
}

func (p *parser) stringsRaw() Expr {
	start := p.i
	if p.at(kString) && p.ahead() != kString && p.ahead() != kFStart {
		pc, ok := p.plainString()
		if !ok {
			return nil
		}
		if pc.bytes {
			return &Bytes{Span: pc.span, Value: pc.value}
		}
		return &Str{Span: pc.span, Value: pc.value}
	}
	var pieces []piece
	var anyF, anyStr, anyBytes bool
	for {
		var pc piece
		ok := false
		switch p.kind() {
		case kString:
			pc, ok = p.plainString()
		case kFStart:
			m := p.i
			pc, ok = p.fstring()
			if !ok {
				p.reset(m)
			}
		}
		if !ok {
			break
		}
		anyF = anyF || pc.f
		anyBytes = anyBytes || pc.bytes
		anyStr = anyStr || !pc.bytes
		pieces = append(pieces, pc)
	}
	if len(pieces) == 0 || p.err != nil {
		return nil
	}
	span := p.span(start)
	switch {
	case anyBytes && anyStr:
		p.raiseFar("cannot mix bytes and nonbytes literals")
		return nil
	case anyF:
		return &FString{Span: span, Parts: mergeParts(pieces)}
	}
	var b strings.Builder
	for _, pc := range pieces {
		b.WriteString(pc.value)
	}
	if anyBytes {
		return &Bytes{Span: span, Value: b.String()}
	}
	return &Str{Span: span, Value: b.String()}
}

// mergeParts joins neighbouring literal texts and drops empty ones.
func mergeParts(pieces []piece) []Expr {
	var flat []Expr
	for _, pc := range pieces {
		if pc.f {
			flat = append(flat, pc.parts...)
		} else {
			flat = append(flat, &Str{Span: pc.span, Value: pc.value})
		}
	}
	return joinText(flat)
}

func joinText(flat []Expr) []Expr {
	var parts []Expr
	for i := 0; i < len(flat); i++ {
		s, ok := flat[i].(*Str)
		if !ok {
			parts = append(parts, flat[i])
			continue
		}
		text, end := s.Value, s.End
		for i+1 < len(flat) {
			next, ok := flat[i+1].(*Str)
			if !ok {
				break
			}
			text += next.Value
			end = next.End
			i++
		}
		if text != "" {
			parts = append(parts, &Str{Span: Span{s.Start, end}, Value: text})
		}
	}
	return parts
}

// plainString gives a string or bytes literal its value.
func (p *parser) plainString() (piece, bool) {
	at := p.i
	text := p.text(at)
	p.advance()
	pc := piece{span: p.span(at)}
	raw := false
	for text[0] != '\'' && text[0] != '"' {
		switch text[0] {
		case 'b', 'B':
			pc.bytes = true
		case 'r', 'R':
			raw = true
		}
		text = text[1:]
	}
	if len(text) >= 6 && text[0] == text[1] && text[0] == text[2] {
		text = text[3 : len(text)-3]
	} else {
		text = text[1 : len(text)-1]
	}
	if pc.bytes {
		for i := 0; i < len(text); i++ {
			if text[i] >= utf8.RuneSelf {
				p.raiseTok(at, "bytes can only contain ASCII literal characters")
				return pc, false
			}
		}
	}
	pc.value = text
	if !raw {
		var msg string
		if pc.bytes {
			pc.value, msg = unescapeBytes(text)
		} else {
			pc.value, msg = unescape(text)
		}
		if msg != "" {
			p.raiseTok(at, msg)
			return pc, false
		}
	}
	return pc, true
}

// fstring reads one f-string.
func (p *parser) fstring() (piece, bool) {
	if !p.deeper() {
		return piece{}, false
	}
	defer func() { p.nest-- }()
	start := p.i
	prefix := p.text(start)
	raw := strings.ContainsAny(prefix, "rR")
	p.advance()
	pc := piece{f: true}
	bad := ""
	for {
		switch p.kind() {
		case kFMiddle:
			s, msg := p.literalText(raw)
			if msg != "" && bad == "" {
				bad = msg
			}
			pc.parts = append(pc.parts, s)
		case kLBrace:
			parts, ok := p.field(raw)
			if !ok {
				return pc, false
			}
			pc.parts = append(pc.parts, parts...)
		case kFEnd:
			if bad != "" {
				p.raiseTok(p.i, bad)
				return pc, false
			}
			p.advance()
			pc.span = p.span(start)
			return pc, true
		default:
			return pc, false
		}
	}
}

// literalText gives the text between fields its value, or a message.
func (p *parser) literalText(raw bool) (*Str, string) {
	at := p.i
	text := p.text(at)
	p.advance()
	s := &Str{Span: p.span(at), Value: text}
	if raw || strings.IndexByte(text, '\\') < 0 {
		return s, ""
	}
	// A backslash before a brace stands for itself.
	if strings.HasSuffix(text, "\\") && !strings.HasSuffix(text, "\\\\") {
		text += "\\"
	}
	v, msg := unescape(text)
	s.Value = v
	return s, msg
}

// field reads one replacement field: the value, and before it the text of "{x=}".
func (p *parser) field(raw bool) ([]Expr, bool) {
	start := p.i
	p.advance()
	v := &FValue{X: p.annotatedRHS()}
	if v.X != nil {
		debug := -1
		if p.at(kAssign) {
			debug = p.i
			p.advance()
		}
		ok := true
		conv := false
		if p.at(kExclaim) {
			v.Conv, ok = p.conversion()
			conv = true
		}
		debugEnd := p.i
		if conv {
			debugEnd -= 2
		}
		if ok && p.at(kColon) {
			v.Spec, ok = p.formatSpec(raw)
		}
		if ok && p.accept(kRBrace) {
			v.Span = p.span(start)
			if debug < 0 {
				return []Expr{v}, true
			}
			if v.Conv == 0 && v.Spec == nil {
				v.Conv = 'r'
			}
			// The text runs on over blanks after "=".
			s := &Str{Value: p.textWithoutComments(start, debugEnd)}
			s.Span = Span{p.t[start].stop, p.t[debugEnd].pos}
			return []Expr{s, v}, true
		}
	}
	if p.invalid {
		p.reset(start)
		p.invalidField()
	}
	return nil, false
}

// textWithoutComments is the source between token i and token j.
func (p *parser) textWithoutComments(i, j int) string {
	from, to := p.t[i].end, p.t[j].start
	text := p.src[from:to]
	if strings.IndexByte(text, '#') < 0 {
		return text
	}
	var b strings.Builder
	for ; i < j; i++ {
		if p.t[i].start >= from {
			b.WriteString(p.src[p.t[i].start:p.t[i].end])
		}
		// Comments stand between tokens.
		gap := p.src[p.t[i].end:p.t[i+1].start]
		for {
			n := strings.IndexByte(gap, '#')
			if n < 0 {
				break
			}
			b.WriteString(gap[:n])
			gap = gap[n:]
			if n = strings.IndexByte(gap, '\n'); n < 0 {
				n = len(gap)
			}
			gap = gap[n:]
		}
		b.WriteString(gap)
	}
	return b.String()
}

// conversion reads "!r", "!s" or "!a".
func (p *parser) conversion() (byte, bool) {
	bang := p.i
	p.advance()
	if !p.at(kName) {
		return 0, false
	}
	at := p.i
	text := p.text(at)
	p.advance()
	if p.t[bang].end != p.t[at].start {
		p.raiseToks(bang, at, "f-string: conversion type must come right after the exclamanation mark")
		return 0, false
	}
	if text != "r" && text != "s" && text != "a" {
		p.raiseTok(at, "f-string: invalid conversion character '"+text+"': expected 's', 'r', or 'a'")
		return 0, false
	}
	return text[0], true
}

// formatSpec reads ":" and the format specification, which may hold fields.
func (p *parser) formatSpec(raw bool) (*FString, bool) {
	start := p.i
	p.advance()
	var parts []Expr
	for {
		switch p.kind() {
		case kFMiddle:
			at := p.i
			s, msg := p.literalText(raw)
			if msg != "" {
				p.raiseTok(at, msg)
				return nil, false
			}
			parts = append(parts, s)
			continue
		case kLBrace:
			m := p.i
			fs, ok := p.field(raw)
			if ok {
				parts = append(parts, fs...)
				continue
			}
			p.reset(m)
		}
		break
	}
	return &FString{Span: p.span(start), Parts: joinText(parts)}, true
}

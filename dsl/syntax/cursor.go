package syntax

import (
	"sort"
	"strings"
)

// TokenKind is a coarse sort of token, enough for completion, inspection and colouring.
type TokenKind uint8

const (
	NameToken TokenKind = iota
	KeywordToken
	NumberToken
	StringToken // also the pieces of an f-string: its opening, its texts, its closing
	OpToken
	CommentToken
	NewlineToken
	IndentToken
	DedentToken
	ErrorToken // a character that belongs to no token
)

// Token is one token of a text that need not be right. Start and End are byte offsets of its Text, Span its place.
type Token struct {
	Kind       TokenKind
	Text       string
	Start, End int
	Span
}

// Tokens cuts any text into tokens. It never fails: an unterminated string reaches to the end of its line (or of the
// text, when triple-quoted), brackets need not match, indentation need not fit.
func Tokens(src string) []Token {
	lx := lenientLexer(src)
	list := make([]Token, 0, len(lx.toks))
	for _, t := range lx.toks {
		if t.kind == kEOF {
			continue
		}
		list = append(list, Token{
			Kind: coarse(t.kind), Text: src[t.start:t.end], Start: int(t.start), End: int(t.end), Span: Span{t.pos, t.stop},
		})
	}
	return list
}

func lenientLexer(src string) *lexer {
	lx := newLexer(src)
	lx.lenient = true
	lx.run()
	return lx
}

func coarse(k kind) TokenKind {
	switch {
	case k == kName:
		return NameToken
	case k >= kwFalse:
		return KeywordToken
	case k == kNumber:
		return NumberToken
	case k == kString || k == kFStart || k == kFMiddle || k == kFEnd:
		return StringToken
	case k == kComment:
		return CommentToken
	case k == kNewline:
		return NewlineToken
	case k == kIndent:
		return IndentToken
	case k == kDedent:
		return DedentToken
	case k == kError || k == kOther:
		return ErrorToken
	}
	return OpToken
}

// byteOffset turns a cursor counted in code points into a byte offset.
func byteOffset(src string, cursor int) int {
	for i := range src {
		if cursor <= 0 {
			return i
		}
		cursor--
	}
	return len(src)
}

// Place tells what stands before a cursor.
type Place struct {
	// InString and InComment: the cursor is inside a string literal (not inside a field of an f-string) or a comment.
	InString, InComment bool
	// Prefix is the part before the cursor of the name that the cursor is in or behind, Start and End its byte range
	// with the part behind the cursor.
	Prefix     string
	Start, End int
	// Expr is the expression before the dot in front of the name, "" when there is no dot. It may hold calls and
	// subscripts: "a.b(1)[2]".
	Expr string
	// Import is the text of the line up to the name when the line is an import.
	Import string
}

// At describes the place of a cursor, counted in code points, for completion.
func At(src string, cursor int) Place {
	off := byteOffset(src, cursor)
	lx := lenientLexer(src)
	toks := lx.toks
	// i is the first token that begins at or behind the cursor.
	i := sort.Search(len(toks), func(i int) bool { return int(toks[i].start) >= off })
	p := Place{Start: off, End: off}
	if i > 0 {
		t := toks[i-1]
		inside := int(t.start) < off && off <= int(t.end)
		switch {
		case inside && (t.kind == kName || t.kind >= kwFalse):
			p.Start, p.End = int(t.start), int(t.end)
			p.Prefix = src[t.start:off]
			i--
		case t.kind == kComment && int(t.start) < off && off <= int(t.end):
			p.InComment = true
			return p
		case inside && (t.kind == kString || t.kind == kFMiddle || t.kind == kFStart):
			p.InString = off < int(t.end) || t.kind != kString || openString(src[t.start:t.end])
			if p.InString {
				return p
			}
		}
	}
	if i > 0 && toks[i-1].kind == kDot {
		p.Expr = expressionBefore(src, toks, i-1)
	}
	line := i
	for line > 0 && toks[line-1].kind != kNewline && toks[line-1].kind != kIndent && toks[line-1].kind != kDedent && toks[line-1].kind != kSemi {
		line--
	}
	if line < len(toks) && (toks[line].kind == kwImport || toks[line].kind == kwFrom) && int(toks[line].start) < p.Start {
		p.Import = src[toks[line].start:p.Start]
	}
	return p
}

// openString reports whether a string literal lacks its closing quote.
func openString(s string) bool {
	body := strings.TrimLeft(s, "rRbBuUfF")
	if body == "" {
		return false
	}
	q := body[:1]
	if triple := q + q + q; strings.HasPrefix(body, triple) {
		return len(body) < 6 || !strings.HasSuffix(body, triple)
	}
	if len(body) < 2 || !strings.HasSuffix(body, q) {
		return true
	}
	back := 0
	for j := len(body) - 2; j > 0 && body[j] == '\\'; j-- {
		back++
	}
	return back%2 == 1
}

// ExpressionAt returns the dotted expression that the cursor is in or directly behind, for inspection: in "np.dot(x)"
// with the cursor in "dot" it is "np.dot". Inside the parentheses of a call, where no name is at the cursor, it is the
// function called. start is its byte offset.
func ExpressionAt(src string, cursor int) (expr string, start int) {
	off := byteOffset(src, cursor)
	toks := lenientLexer(src).toks
	for i, t := range toks {
		if t.kind == kName && int(t.start) <= off && off <= int(t.end) {
			head := i
			if i > 0 && toks[i-1].kind == kDot {
				head = primaryStart(toks, i-1)
				if head < 0 {
					head = i
				}
			}
			return src[toks[head].start:t.end], int(toks[head].start)
		}
	}
	if c, ok := CallAt(src, cursor); ok {
		return c.Fun, c.Start
	}
	return "", off
}

// expressionBefore is the text of the primary that ends before the dot at index dot, "" when there is none.
func expressionBefore(src string, toks []token, dot int) string {
	head := primaryStart(toks, dot)
	if head < 0 {
		return ""
	}
	return src[toks[head].start:toks[dot-1].end]
}

// primaryStart goes back over "a.b(...)[...]" from the token before index end, and returns the index of its first
// token, or -1.
func primaryStart(toks []token, end int) int {
	i := end - 1
	for i >= 0 {
		switch toks[i].kind {
		case kRParen, kRBracket, kRBrace:
			open := matching(toks, i)
			if open < 0 {
				return -1
			}
			braces := toks[i].kind == kRBrace
			i = open
			if braces || i == 0 || !endsPrimary(toks[i-1].kind) {
				return i // a display or a group
			}
			i--
			continue
		case kName, kNumber, kwTrue, kwFalse, kwNone, kEllipsis:
		case kString:
			for i > 0 && toks[i-1].kind == kString {
				i--
			}
			return i
		case kFEnd:
			for depth := 0; i >= 0; i-- {
				if toks[i].kind == kFEnd {
					depth++
				} else if toks[i].kind == kFStart {
					if depth--; depth == 0 {
						return i
					}
				}
			}
			return -1
		default:
			return -1
		}
		if i == 0 || toks[i-1].kind != kDot {
			return i
		}
		if i == 1 || !endsPrimary(toks[i-2].kind) && toks[i-2].kind != kString && toks[i-2].kind != kFEnd && toks[i-2].kind != kRBrace {
			return i
		}
		i -= 2
	}
	return -1
}

// endsPrimary tells whether a bracket after this token calls or subscripts it.
func endsPrimary(k kind) bool { return k == kName || k == kRParen || k == kRBracket || k == kString }

// matching is the index of the bracket that the one at index i closes.
func matching(toks []token, i int) int {
	depth := 0
	for ; i >= 0; i-- {
		switch toks[i].kind {
		case kRParen, kRBracket, kRBrace:
			depth++
		case kLParen, kLBracket, kLBrace:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// CallPlace is an unfinished call around a cursor.
type CallPlace struct {
	Fun   string   // the expression called: "np.linalg.solve"
	Start int      // byte offset of Fun
	Arg   int      // index of the argument that the cursor is in, from 0
	Name  string   // the keyword of that argument, when it has one already
	Names []string // all keywords given in the call
}

// CallAt finds the innermost call whose parentheses the cursor, counted in code points, is in.
func CallAt(src string, cursor int) (CallPlace, bool) {
	off := byteOffset(src, cursor)
	toks := lenientLexer(src).toks
	n := sort.Search(len(toks), func(i int) bool { return int(toks[i].start) >= off })
	depth := 0
	var c CallPlace
	named := false // the "name =" of the cursor's argument was seen
	for i := n - 1; i >= 0; i-- {
		switch toks[i].kind {
		case kRParen, kRBracket, kRBrace:
			depth++
		case kLBracket, kLBrace:
			if depth--; depth < 0 {
				// Inside a display that is an argument: what was counted were its elements.
				depth, c, named = 0, CallPlace{}, false
			}
		case kLParen:
			if depth--; depth >= 0 {
				continue
			}
			if i > 0 && endsPrimary(toks[i-1].kind) && toks[i-1].kind != kString {
				head := primaryStart(toks, i)
				if head >= 0 && !(head > 0 && (toks[head-1].kind == kwDef || toks[head-1].kind == kwClass)) {
					c.Fun = src[toks[head].start:toks[i-1].end]
					c.Start = int(toks[head].start)
					c.Names = append(c.Names, keywordsAfter(src, toks, n)...)
					return c, true
				}
				return CallPlace{}, false
			}
			depth, c, named = 0, CallPlace{}, false
		case kComma:
			if depth == 0 {
				c.Arg++
			}
		case kAssign:
			if depth == 0 && i > 0 && toks[i-1].kind == kName && i > 1 && (toks[i-2].kind == kComma || toks[i-2].kind == kLParen) {
				name := src[toks[i-1].start:toks[i-1].end]
				c.Names = append(c.Names, name)
				if c.Arg == 0 && !named {
					c.Name, named = name, true
				}
			}
		case kNewline:
			return CallPlace{}, false
		}
	}
	return CallPlace{}, false
}

// keywordsAfter collects the keywords of the same call behind the cursor.
func keywordsAfter(src string, toks []token, from int) []string {
	var names []string
	depth := 0
	for i := from; i < len(toks); i++ {
		switch toks[i].kind {
		case kLParen, kLBracket, kLBrace:
			depth++
		case kRParen, kRBracket, kRBrace:
			if depth--; depth < 0 {
				return names
			}
		case kAssign:
			if depth == 0 && i > 1 && toks[i-1].kind == kName && toks[i-2].kind == kComma {
				names = append(names, src[toks[i-1].start:toks[i-1].end])
			}
		case kNewline, kEOF:
			return names
		}
	}
	return names
}

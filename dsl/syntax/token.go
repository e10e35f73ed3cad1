package syntax

// kind is what the parser distinguishes: every operator and every keyword has its own.
type kind uint8

const (
	kEOF kind = iota
	kError
	kNewline
	kIndent
	kDedent
	kName
	kNumber
	kString
	kFStart  // opening quote of an f-string with its prefix
	kFMiddle // literal text inside an f-string
	kFEnd    // closing quote

	kLParen
	kRParen
	kLBracket
	kRBracket
	kLBrace
	kRBrace
	kComma
	kColon
	kSemi
	kDot
	kEllipsis
	kArrow
	kColonEq
	kExclaim
	kAssign
	kPlus
	kMinus
	kStar
	kSlash
	kDSlash
	kPercent
	kDStar
	kAt
	kLShift
	kRShift
	kAmp
	kBar
	kCaret
	kTilde
	kEq
	kNotEq
	kLt
	kLtE
	kGt
	kGtE
	// The augmented assignments stand in the order of BinaryOp.
	kPlusEq
	kMinusEq
	kStarEq
	kSlashEq
	kDSlashEq
	kPercentEq
	kDStarEq
	kAtEq
	kLShiftEq
	kRShiftEq
	kAmpEq
	kBarEq
	kCaretEq
	kComment // lenient lexer only
	kOther   // a character that starts no token of the language: $ ? `

	kwFalse
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield

	nKinds
)

// keywords are the reserved words; match, case, type and _ are ordinary names that some rules look at.
var keywords = map[string]kind{
	"False": kwFalse, "None": kwNone, "True": kwTrue, "and": kwAnd, "as": kwAs, "assert": kwAssert,
	"async": kwAsync, "await": kwAwait, "break": kwBreak, "class": kwClass, "continue": kwContinue, "def": kwDef,
	"del": kwDel, "elif": kwElif, "else": kwElse, "except": kwExcept, "finally": kwFinally, "for": kwFor,
	"from": kwFrom, "global": kwGlobal, "if": kwIf, "import": kwImport, "in": kwIn, "is": kwIs, "lambda": kwLambda,
	"nonlocal": kwNonlocal, "not": kwNot, "or": kwOr, "pass": kwPass, "raise": kwRaise, "return": kwReturn,
	"try": kwTry, "while": kwWhile, "with": kwWith, "yield": kwYield,
}

// Keywords lists the reserved words and the soft keywords that the language uses, in no order, for completion.
func Keywords() []string {
	words := make([]string, 0, len(keywords)+2)
	for w, k := range keywords {
		if k != kwAsync && k != kwAwait {
			words = append(words, w)
		}
	}
	return append(words, "match", "case")
}

// token is one token as the parser sees it. start and end are byte offsets into the lexer's text.
type token struct {
	kind       kind
	level      int16 // bracket depth after the token
	start, end int32
	pos, stop  Pos
}

// oneChar, and the tables of longer operators below it, say which kind an operator has.
var oneChar = [128]kind{
	'(': kLParen, ')': kRParen, '[': kLBracket, ']': kRBracket, '{': kLBrace, '}': kRBrace, ',': kComma, ':': kColon,
	';': kSemi, '.': kDot, '=': kAssign, '+': kPlus, '-': kMinus, '*': kStar, '/': kSlash, '%': kPercent, '@': kAt,
	'&': kAmp, '|': kBar, '^': kCaret, '~': kTilde, '<': kLt, '>': kGt, '!': kExclaim,
}

// twoChars returns the kind of the operator made of a and b, or 0.
func twoChars(a, b byte) kind {
	if b == '=' {
		switch a {
		case '=':
			return kEq
		case '!':
			return kNotEq
		case '<':
			return kLtE
		case '>':
			return kGtE
		case ':':
			return kColonEq
		case '+':
			return kPlusEq
		case '-':
			return kMinusEq
		case '*':
			return kStarEq
		case '/':
			return kSlashEq
		case '%':
			return kPercentEq
		case '@':
			return kAtEq
		case '&':
			return kAmpEq
		case '|':
			return kBarEq
		case '^':
			return kCaretEq
		}
		return 0
	}
	switch {
	case a == '*' && b == '*':
		return kDStar
	case a == '/' && b == '/':
		return kDSlash
	case a == '<' && b == '<':
		return kLShift
	case a == '>' && b == '>':
		return kRShift
	case a == '-' && b == '>':
		return kArrow
	case a == '<' && b == '>':
		return kOther // the old spelling of !=
	}
	return 0
}

// threeChars returns the kind of the operator made of two (as twoChars says) and c, or 0.
func threeChars(two kind, c byte) kind {
	if c != '=' {
		return 0
	}
	switch two {
	case kDStar:
		return kDStarEq
	case kDSlash:
		return kDSlashEq
	case kLShift:
		return kLShiftEq
	case kRShift:
		return kRShiftEq
	}
	return 0
}

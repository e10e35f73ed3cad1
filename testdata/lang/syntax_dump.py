"""CPython's syntax trees and syntax errors in the form that dsl/syntax prints them.

dump(source) gives what syntax.Dump gives; error(source) gives (kind, message, line, column, end line, end column) or
None. Columns count code points from 0; where CPython names no end, the end is the beginning. Column -1 is CPython's offset 0:
the line as a whole.
"""

import ast
import struct
import warnings

BINARY = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@",
    "LShift": "<<", "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^",
}
UNARY = {"UAdd": "+", "USub": "-", "Invert": "~", "Not": "not"}
COMPARE = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "In": "in", "NotIn": "not in",
    "Is": "is", "IsNot": "is not",
}


class Unsupported(Exception):
    """The program uses what the language leaves out."""


def quote(text):
    out = ['"']
    for c in text:
        n = c if isinstance(c, int) else ord(c)
        out.append(chr(n) if 32 <= n < 127 and chr(n) not in '"\\' else "\\{%x}" % n)
    return "".join(out) + '"'


def bits(x):
    return struct.pack(">d", x).hex()


class Dumper:
    def __init__(self, source):
        self.lines = [line.encode("utf-8", "surrogatepass") for line in source.split("\n")]

    def column(self, line, col):
        text = self.lines[line - 1][:col] if line <= len(self.lines) else b""
        return col if text.isascii() else len(text.decode("utf-8", "replace"))

    def span(self, n):
        return "%d:%d-%d:%d" % (
            n.lineno, self.column(n.lineno, n.col_offset), n.end_lineno, self.column(n.end_lineno, n.end_col_offset))

    def make(self, name, n, *parts):
        return "(" + " ".join([name, self.span(n), *parts]) + ")"

    def many(self, xs):
        return "[" + " ".join(map(self.node, xs)) + "]"

    def node(self, n):
        if n is None:
            return "-"
        method = getattr(self, "do_" + type(n).__name__, None)
        if method is None:
            raise Unsupported(type(n).__name__)
        return method(n)

    # expressions

    def do_Name(self, n):
        return self.make("Name", n, n.id)

    def do_Constant(self, n):
        v = n.value
        if v is None or v is True or v is False:
            return self.make("Const", n, str(v))
        if v is ...:
            return self.make("Const", n, "Ellipsis")
        if isinstance(v, int):
            return self.make("Int", n, str(v))
        if isinstance(v, float):
            return self.make("Float", n, bits(v))
        if isinstance(v, complex):
            return self.make("Imag", n, bits(v.imag))
        if isinstance(v, bytes):
            return self.make("Bytes", n, quote(v))
        return self.make("Str", n, quote(v))

    def parts(self, values):
        for v in values:
            if isinstance(v, ast.JoinedStr):
                yield from self.parts(v.values)
            else:
                yield v

    def do_JoinedStr(self, n):
        # Neighbouring texts inside a format spec stay apart in CPython; they mean the same joined.
        flat = []
        for v in self.parts(n.values):
            if isinstance(v, ast.Constant) and flat and isinstance(flat[-1], ast.Constant):
                a = flat[-1]
                flat[-1] = ast.Constant(a.value + v.value, lineno=a.lineno, col_offset=a.col_offset,
                                        end_lineno=v.end_lineno, end_col_offset=v.end_col_offset)
            elif not (isinstance(v, ast.Constant) and v.value == ""):
                flat.append(v)
        return self.make("FString", n, self.many(flat))

    def do_FormattedValue(self, n):
        conv = "-" if n.conversion < 0 else chr(n.conversion)
        return self.make("FValue", n, self.node(n.value), conv, self.node(n.format_spec))

    def do_Tuple(self, n):
        return self.make("Tuple", n, self.many(n.elts))

    def do_List(self, n):
        return self.make("List", n, self.many(n.elts))

    def do_Set(self, n):
        return self.make("Set", n, self.many(n.elts))

    def do_Dict(self, n):
        return self.make("Dict", n, self.many(n.keys), self.many(n.values))

    def do_Starred(self, n):
        return self.make("Starred", n, self.node(n.value))

    def do_UnaryOp(self, n):
        return self.make("Unary", n, UNARY[type(n.op).__name__], self.node(n.operand))

    def do_BinOp(self, n):
        return self.make("Binary", n, BINARY[type(n.op).__name__], self.node(n.left), self.node(n.right))

    def do_BoolOp(self, n):
        return self.make("BoolOp", n, "and" if isinstance(n.op, ast.And) else "or", self.many(n.values))

    def do_Compare(self, n):
        parts = [self.node(n.left)]
        for op, x in zip(n.ops, n.comparators):
            parts += [COMPARE[type(op).__name__], self.node(x)]
        return self.make("Compare", n, *parts)

    def do_IfExp(self, n):
        return self.make("IfExp", n, self.node(n.test), self.node(n.body), self.node(n.orelse))

    def do_Lambda(self, n):
        return self.make("Lambda", n, self.node(n.args), self.node(n.body))

    def do_NamedExpr(self, n):
        return self.make("NamedExpr", n, self.node(n.target), self.node(n.value))

    def do_Attribute(self, n):
        return self.make("Attribute", n, self.node(n.value), n.attr)

    def do_Subscript(self, n):
        return self.make("Subscript", n, self.node(n.value), self.node(n.slice))

    def do_Slice(self, n):
        return self.make("Slice", n, self.node(n.lower), self.node(n.upper), self.node(n.step))

    def do_Call(self, n):
        return self.make("Call", n, self.node(n.func), self.many(n.args), self.many(n.keywords))

    def do_keyword(self, n):
        return self.make("Keyword", n, n.arg or "-", self.node(n.value))

    def comp(self, name, n, key, value=None):
        return self.make(name, n, self.node(key), self.node(value), self.many(n.generators))

    def do_ListComp(self, n):
        return self.comp("ListComp", n, n.elt)

    def do_SetComp(self, n):
        return self.comp("SetComp", n, n.elt)

    def do_GeneratorExp(self, n):
        return self.comp("GenExp", n, n.elt)

    def do_DictComp(self, n):
        return self.comp("DictComp", n, n.key, n.value)

    def do_comprehension(self, n):
        if n.is_async:
            raise Unsupported("async for")
        return "(For %s %s %s)" % (self.node(n.target), self.node(n.iter), self.many(n.ifs))

    def do_Yield(self, n):
        return self.make("Yield", n, self.node(n.value))

    def do_YieldFrom(self, n):
        return self.make("YieldFrom", n, self.node(n.value))

    def do_arguments(self, a):
        def param(p, default):
            return self.make("Param", p, p.arg, self.node(p.annotation), self.node(default))

        both = a.posonlyargs + a.args
        defaults = [None] * (len(both) - len(a.defaults)) + a.defaults
        ps = [param(p, d) for p, d in zip(both, defaults)]
        n = len(a.posonlyargs)
        kw = [param(p, d) for p, d in zip(a.kwonlyargs, a.kw_defaults)]
        star = param(a.vararg, None) if a.vararg else "-"
        double = param(a.kwarg, None) if a.kwarg else "-"
        return "(Args [%s] [%s] %s [%s] %s)" % (" ".join(ps[:n]), " ".join(ps[n:]), star, " ".join(kw), double)

    # statements

    def do_Module(self, n):
        return "(File %s)" % self.many(n.body)

    def do_Expression(self, n):
        return self.node(n.body)

    def do_Expr(self, n):
        return self.make("Expr", n, self.node(n.value))

    def do_Assign(self, n):
        return self.make("Assign", n, self.many(n.targets), self.node(n.value))

    def do_AugAssign(self, n):
        return self.make("AugAssign", n, self.node(n.target), BINARY[type(n.op).__name__], self.node(n.value))

    def do_AnnAssign(self, n):
        return self.make("AnnAssign", n, self.node(n.target), self.node(n.annotation), self.node(n.value),
                         "simple" if n.simple else "-")

    def do_Return(self, n):
        return self.make("Return", n, self.node(n.value))

    def do_Raise(self, n):
        return self.make("Raise", n, self.node(n.exc), self.node(n.cause))

    def do_Delete(self, n):
        return self.make("Delete", n, self.many(n.targets))

    def do_Pass(self, n):
        return self.make("Pass", n)

    def do_Break(self, n):
        return self.make("Break", n)

    def do_Continue(self, n):
        return self.make("Continue", n)

    def do_Global(self, n):
        return self.make("Global", n, "[%s]" % " ".join(n.names))

    def do_Nonlocal(self, n):
        return self.make("Nonlocal", n, "[%s]" % " ".join(n.names))

    def do_Assert(self, n):
        return self.make("Assert", n, self.node(n.test), self.node(n.msg))

    def do_Import(self, n):
        return self.make("Import", n, self.many(n.names))

    def do_ImportFrom(self, n):
        return self.make("ImportFrom", n, n.module or "-", self.many(n.names), str(n.level))

    def do_alias(self, n):
        return self.make("Alias", n, n.name, n.asname or "-")

    def do_If(self, n):
        return self.make("If", n, self.node(n.test), self.many(n.body), self.many(n.orelse))

    def do_While(self, n):
        return self.make("While", n, self.node(n.test), self.many(n.body), self.many(n.orelse))

    def do_For(self, n):
        return self.make("For", n, self.node(n.target), self.node(n.iter), self.many(n.body), self.many(n.orelse))

    def do_With(self, n):
        return self.make("With", n, self.many(n.items), self.many(n.body))

    def do_withitem(self, n):
        return "(Item %s %s)" % (self.node(n.context_expr), self.node(n.optional_vars))

    def do_Try(self, n):
        return self.make("Try", n, self.many(n.body), self.many(n.handlers), self.many(n.orelse),
                         self.many(n.finalbody))

    def do_ExceptHandler(self, n):
        return self.make("Except", n, self.node(n.type), n.name or "-", self.many(n.body))

    def do_FunctionDef(self, n):
        if n.type_params:
            raise Unsupported("type parameters")
        return self.make("FuncDef", n, n.name, self.node(n.args), self.node(n.returns), self.many(n.body),
                         self.many(n.decorator_list))

    def do_ClassDef(self, n):
        if n.type_params:
            raise Unsupported("type parameters")
        return self.make("ClassDef", n, n.name, self.many(n.bases), self.many(n.keywords), self.many(n.body),
                         self.many(n.decorator_list))

    def do_Match(self, n):
        return self.make("Match", n, self.node(n.subject), self.many(n.cases))

    def do_match_case(self, n):
        return "(Case %s %s %s)" % (self.node(n.pattern), self.node(n.guard), self.many(n.body))

    # patterns

    def do_MatchValue(self, n):
        return self.make("MatchValue", n, self.node(n.value))

    def do_MatchSingleton(self, n):
        return self.make("MatchSingleton", n, str(n.value))

    def do_MatchAs(self, n):
        return self.make("MatchAs", n, self.node(n.pattern), n.name or "-")

    def do_MatchOr(self, n):
        return self.make("MatchOr", n, self.many(n.patterns))

    def do_MatchSequence(self, n):
        return self.make("MatchSequence", n, self.many(n.patterns))

    def do_MatchStar(self, n):
        return self.make("MatchStar", n, n.name or "-")

    def do_MatchMapping(self, n):
        return self.make("MatchMapping", n, self.many(n.keys), self.many(n.patterns), n.rest or "-")

    def do_MatchClass(self, n):
        return self.make("MatchClass", n, self.node(n.cls), self.many(n.patterns), "[%s]" % " ".join(n.kwd_attrs),
                         self.many(n.kwd_patterns))


def normal(source):
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def dump(source, mode="exec"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Dumper(normal(source)).node(ast.parse(source, mode=mode))


def error(source, mode="exec"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "<test>", mode, dont_inherit=True)
        except SyntaxError as e:
            line, col = e.lineno or 1, (1 if e.offset is None else e.offset) - 1
            eline, ecol = e.end_lineno or line, e.end_offset
            if ecol is None or ecol <= 0 or (eline, ecol - 1) < (line, col):
                eline, ecol = line, col
            else:
                ecol -= 1
            return [type(e).__name__, e.msg, line, col, eline, ecol]
    return None

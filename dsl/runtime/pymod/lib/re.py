from _re import (error, Pattern, Match, compile, match, fullmatch, search, findall, finditer, sub, subn, split, escape, purge)
import enum as _enum

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
           "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
           "UNICODE", "NOFLAG", "RegexFlag"]


class RegexFlag(_enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        value = int(self)
        known = [m for m in RegexFlag if int(m) & value]
        names = ["re." + m.name for m in known]
        rest = value
        for m in known:
            rest &= ~int(m)
        if rest:
            names.append(hex(rest))
        return "|".join(names) or "re.NOFLAG"

    __str__ = object.__str__


for _name, _flag in RegexFlag.__members__.items():
    globals()[_name] = _flag
del _name, _flag

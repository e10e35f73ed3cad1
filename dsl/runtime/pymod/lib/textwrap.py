import re as _re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_blanks = "\t\n\x0b\x0c\r "


class TextWrapper:
    "Wraps text to lines of a given width, and fills paragraphs."

    _letter = r"[^\d\W]"
    # A word may break after its hyphens and before dashes; blanks are chunks of their own.
    _chunk = _re.compile(r"""([\t\n\x0b\x0c\r ]+
        | (?<=[\w!"'&.,?])-{2,}(?=\w)
        | [^\t\n\x0b\x0c\r ] (?: [^\t\n\x0b\x0c\r ]*? (?: -(?: (?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-)) (?= [^\d\W] -? [^\d\W])
            | (?=[\t\n\x0b\x0c\r ]|\Z)
            | (?<=[\w!"'&.,?])(?=-{2,}\w) )))""", _re.X)
    _simple = _re.compile(r"([\t\n\x0b\x0c\r ]+)")
    _sentence_end = _re.compile(r"[a-z][.!?][\"']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split_chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _blanks})
        parts = self._chunk.split(text) if self.break_on_hyphens else self._simple.split(text)
        chunks = [c for c in parts if c]
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and self._sentence_end.search(chunks[i]):
                    chunks[i + 1] = "  "
        return chunks

    def _long_word(self, chunks, line, used, width):
        room = 1 if width < 1 else width - used
        if self.break_long_words:
            end = room
            word = chunks[-1]
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        "Wrap the single paragraph in text and return a list of lines."
        chunks = self._split_chunks(text)
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        lines = []
        while chunks:
            line, used = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line[-1])
                line.pop()
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and used <= width):
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and used + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                used -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    "Wrap a single paragraph of text, returning a list of wrapped lines."
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    "Fill a single paragraph of text, returning a new string."
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    "Collapse and truncate the given text to fit in the given width."
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    "Remove any common leading whitespace from every line in text."
    lines = [l if l.strip(" \t") else "" for l in text.split("\n")]
    margin = None
    for l in lines:
        if not l:
            continue
        indent = l[:len(l) - len(l.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    if margin:
        lines = [l[len(margin):] for l in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    "Adds prefix to the beginning of selected lines in text."
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + l if predicate(l) else l for l in text.splitlines(True)])

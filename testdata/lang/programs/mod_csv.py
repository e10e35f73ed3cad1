import csv, io
def rows(text, *a, **k): return list(csv.reader(io.StringIO(text, newline=""), *a, **k))
def tries(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__module__, type(e).__name__, e)
print(rows('a,b,c\n1,"x, y",3\n'), rows('"q""r",""\n\n,\n'), rows('a;b', delimiter=";"), rows("a\tb\n", "excel-tab"), rows('"line\nbreak",2\r\n3,4'), rows("a, b,  c", skipinitialspace=True), rows("'a,b',c", quotechar="'"), rows('a\\,b,c', escapechar="\\"), rows('"a\\"b"', escapechar="\\", doublequote=False), rows('a"b,c"d'), rows('"a"b,c'), rows("a,b", quoting=csv.QUOTE_NONE), rows('"a",b', quoting=csv.QUOTE_NONE), rows('1,"2",x' if False else '1,"2"', quoting=csv.QUOTE_NONNUMERIC), rows(""), rows("\n"), rows(","), rows("a\rb\r\n") if False else "", rows(" a ,b"), rows('"unfinished'))
r = csv.reader(["a,b", "c,d"]); print(next(r), r.line_num, next(r), r.line_num, list(r), r.dialect.delimiter, list(csv.reader(["x", "", "y,z"])))
def out(rows, *a, **k):
    f = io.StringIO(); w = csv.writer(f, *a, **k); n = [w.writerow(r) for r in rows]; return f.getvalue(), n
R = [["a", "b,c", 'd"e', "f\ng", "", None, 1, 2.5, True, " s"], ["x"], [""], []]
print(out(R), out(R, quoting=csv.QUOTE_ALL), out(R, quoting=csv.QUOTE_NONNUMERIC), out(R, delimiter=";", lineterminator="\n"), out(R, "unix"), out(R, "excel-tab"), out([["a'b", "c"]], quotechar="'"), out([['a"b', "c,d"]], quoting=csv.QUOTE_NONE, escapechar="\\"), out([['a"b']], doublequote=False, escapechar="\\"), out([(1, 2)]), out([range(3)]), out(["abc"]), out([[1e20, 0.1, 10 ** 20, 1j]]), out(R[:1], quoting=csv.QUOTE_STRINGS), out(R[:1], quoting=csv.QUOTE_NOTNULL), sep="\n")
f = io.StringIO(); w = csv.writer(f); w.writerows([[1, 2], [3, 4]]); print(repr(f.getvalue()))
d = csv.DictReader(io.StringIO("k,v\na,1\n\nb,2,extra,more\nc\n")); print(d.fieldnames, list(d), d.line_num); print(list(csv.DictReader(io.StringIO("1,2\n"), fieldnames=["x", "y", "z"], restval="-")), list(csv.DictReader(io.StringIO("a,b\n1,2,3\n"), restkey="rest")), list(csv.DictReader(io.StringIO(""))))
f = io.StringIO(); w = csv.DictWriter(f, ["p", "q"], restval="?", extrasaction="ignore"); w.writeheader(); w.writerow({"p": 1, "z": 5}); w.writerows([{"p": 1, "q": 2}, {}]); print(repr(f.getvalue()))
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL); print(sorted(csv.list_dialects()), out([["a", 1]], "pipes"), rows("a|b", "pipes"), csv.get_dialect("pipes").delimiter); csv.unregister_dialect("pipes")
class D(csv.excel): delimiter = ":"; lineterminator = "\n"
print(out([["a:b", "c"]], D), rows("a:b", D), out([["a", "b"]], dialect=D, delimiter="!"), csv.field_size_limit(), csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
tries(lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1, "b": 2}), lambda: csv.get_dialect("zz"), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.writer(5), lambda: list(csv.reader([b"a"])), lambda: csv.reader("a", delimiter="ab"), lambda: csv.reader("a", delimiter=5), lambda: csv.reader("a", bogus=1), lambda: out([["a,b"]], quoting=csv.QUOTE_NONE), lambda: rows('"a"b', strict=True), lambda: rows('"a', strict=True), lambda: csv.reader(5), lambda: csv.DictWriter(io.StringIO(), [], extrasaction="x"), lambda: csv.writer(io.StringIO(), quotechar=None, quoting=csv.QUOTE_ALL), lambda: rows("a,b", quoting=csv.QUOTE_NONNUMERIC), lambda: csv.reader("", quoting=9))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter)

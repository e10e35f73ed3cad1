import json
d = {"name": "Ann \"q\" é\n", "n": [1, 2.5, -0.0, 1e20, True, False, None], "o": {"k": []}, "e": {}, "t": (1, 2), 5: "int key", None: 0, True: 1}
s = json.dumps(d); print(s); print(json.loads(s)); print(json.dumps(d, indent=2)); print(json.dumps({"b": 1, "a": [1, {"z": 0}]}, sort_keys=True, separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps([]), json.dumps({}), json.dumps([], indent=2), json.dumps([[], {}, [1]], indent=1), json.dumps(float("inf")), json.dumps(float("nan")), json.dumps(10 ** 30), json.dumps("\u2028\x00/\\"), json.dumps(1.0), json.dumps(1e-7))
print(json.loads('[1, 2.0, "a\\u00e9\\n", true, null, {"x": {"y": []}}, 1e3, -0, 12345678901234567890]'), json.loads(" 5 "), json.loads('"\\ud83d\\ude00"'), json.loads("NaN"), json.loads("-Infinity"), json.loads("{}"), json.loads('{"a": 1, "a": 2}'))
for bad in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "[1 2]", "nul", '"abc', "01", "[1]x", '{"a": }', '"\\x"', "\t[\n1,\n x]", "{1: 2}", '"a\nb"', "--1", "[", "1.e5", "tru"):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
for v in ({1, 2}, object, b"x", {(1, 2): 3}, 1j):
    try: print(json.dumps(v))
    except TypeError as e: print(e)
print(json.dumps({"s": {3, 1}}, default=sorted), json.dumps([1, [2, [3]]], indent="--"), json.loads('{"a": 1.5}', parse_float=str), json.loads('{"a": 1}', object_hook=lambda o: list(o.items())))
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)

s = 'a\ud800b\udc80é'
print(len(s), repr(s), ascii(s), [hex(ord(c)) for c in s], s[1] == '\ud800', s[1:3] == '\ud800b', s[::-1][0], s.find('b'), s.index('\udc80'), '\ud800' in s, s.upper()[2], s.split('b')[0] == 'a\ud800', chr(0xd800) == '\ud800', ord('\udfff'))
for e in ('strict', 'ignore', 'replace', 'surrogatepass', 'surrogateescape', 'backslashreplace', 'xmlcharrefreplace'):
    for enc in ('utf-8', 'ascii', 'latin-1'):
        try: print(e, enc, s.encode(enc, e))
        except UnicodeEncodeError as x: print(e, enc, x)
print(repr(b'a\xed\xa0\x80b'.decode('utf-8', 'surrogatepass')), repr(b'a\xffb'.decode('utf-8', 'surrogateescape')), repr(b'\xed\xa0\x80'.decode('utf-8', 'replace')))
try: b'\xed\xa0\x80'.decode()
except UnicodeDecodeError as x: print(x)
try: print('x\ud800y')
except UnicodeEncodeError as x: print(x)
import json
print(json.dumps('\ud800x'), repr(json.loads('"\\ud800"')), repr(json.loads('"\\udc00\\ud83d\\ude00"')))
print(s.isalpha(), s.isprintable(), s.title() == 'A\ud800B\udc80É', s.ljust(8, '.').endswith('...'), '%s|%5s' % (len(s), 'é'), f'{s:>7}'.startswith('  a'), s.replace('\ud800', 'X')[1], s < 'b', {s: 1}[s], s.translate({0xd800: 'q'})[:2], sorted('\udfff\ud800a')[0])

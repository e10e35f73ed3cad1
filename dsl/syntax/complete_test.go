package syntax

import "testing"

func TestCompleteness(t *testing.T) {
	for _, c := range []struct{ src, status, indent string }{
		{"", "complete", ""},
		{"   \n", "complete", ""},
		{"# only a comment", "complete", ""},
		{"a = 1", "complete", ""},
		{"a = 1; b = 2;", "complete", ""},
		{"for a in range(5):", "incomplete", "    "},
		{"for a in range(5):\n", "incomplete", "    "},
		{"for a in range(5):\n    if a > 0:", "incomplete", "        "},
		{"for a in range(5):\n    print(a)", "incomplete", "    "},
		{"for a in range(5):\n    print(a)\n", "complete", ""},
		{"for a in range(5):\n    print(a)\n\n", "complete", ""},
		{"for a in b: print(a)", "complete", ""},
		{"def f():\n    # nothing yet", "incomplete", "    "},
		{"if a: # why", "incomplete", "    "},
		{"if a:\n    b\nelse:", "incomplete", "    "},
		{"if a:\n\tb", "incomplete", "    "},
		{"raise = 2", "invalid", ""},
		{"a = ", "invalid", ""},
		{"a = [1,\n2,", "incomplete", ""},
		{"a = f(\n    1,", "incomplete", "    "},
		{"(\n))", "invalid", ""},
		{"(]", "invalid", ""},
		{"\\\r\n", "incomplete", ""},
		{"a = 1 + \\", "incomplete", ""},
		{"a = 1 + \\\n", "incomplete", ""},
		{"a \\ ", "invalid", ""},
		{"1\\\n+2", "complete", ""},
		{"a = '''\n   hi", "incomplete", "   "},
		{"a = '''\n   hi'''", "complete", ""},
		{"a = f'''\n  {x", "incomplete", "  "},
		{"a = 'hi", "invalid", ""},
		{"@decorator", "incomplete", ""},
		{"@decorator\n", "incomplete", ""},
		{"@decorator\ndef f(): pass", "complete", ""},
		{"try:\n    a", "incomplete", "    "},
		{"try:\n    a\n", "incomplete", "    "},
		{"try:\n    a\nexcept E:", "incomplete", "    "},
		{"def a():\n x=1\n global x", "invalid", ""},
		{"return 1", "invalid", ""},
		{"class A:\n    def f(self):\n        return 1", "incomplete", "        "},
		{"class A:\n    def f(self):\n        return 1\n", "complete", ""},
		{"match x:\n    case 1:", "incomplete", "        "},
		{"match x:", "incomplete", "    "},
		{"{'a': 1,", "incomplete", ""},
		{"print(f'{x", "incomplete", ""},
		{"x = {1: 2}[", "incomplete", ""},
		{"if True:\n  a\n b", "invalid", ""},
		{"async def f():", "invalid", ""},
		{")", "invalid", ""},
		{"x = lambda:", "invalid", ""},
		{"d[a:", "incomplete", ""},
	} {
		status, indent := Completeness(c.src)
		if status != c.status || indent != c.indent {
			t.Errorf("Completeness(%q) = %s %q, want %s %q", c.src, status, indent, c.status, c.indent)
		}
	}
}

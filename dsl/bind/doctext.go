package bind

import (
	"fmt"
	"html"
	"strings"
)

// Text is the help text of a function: signature, summary, parameters, returns, example.
func (f *Func) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s\n\n%s\n", f.QualName(), f.Signature(), strings.TrimSpace(f.Doc))
	if len(f.Params) > 0 {
		b.WriteString("\nParameters\n")
		for _, p := range f.Params {
			b.WriteString("  " + p.title() + "\n")
			b.WriteString("      " + p.Help + "\n")
		}
	}
	section := func(title, text string) {
		if text == "" {
			return
		}
		b.WriteString("\n" + title + "\n")
		for _, l := range strings.Split(strings.TrimSpace(text), "\n") {
			b.WriteString("  " + l + "\n")
		}
	}
	section("Returns", f.Returns)
	section("Raises", f.Raises)
	section("Example", f.Example)
	section("Source", f.Source)
	section("See also", strings.Join(f.SeeAlso, ", "))
	return strings.TrimRight(b.String(), "\n")
}

// Summary is the first line of the documentation.
func (f *Func) Summary() string {
	s, _, _ := strings.Cut(strings.TrimSpace(f.Doc), "\n")
	return s
}

func (p *Param) title() string {
	name := p.Name
	switch {
	case p.Star:
		return "*" + name
	case p.StarStar:
		return "**" + name
	}
	ty := p.Type.Name
	if ty == "" {
		ty = Any.Name
	}
	s := name + " : " + ty
	if p.Default != "" {
		s += ", default " + p.Default
	}
	if p.KwOnly {
		s += ", keyword only"
	}
	return s
}

// HTML is Text for rich front ends.
func (f *Func) HTML() string {
	e := html.EscapeString
	var b strings.Builder
	fmt.Fprintf(&b, "<pre><b>%s</b>%s</pre>", e(f.QualName()), e(f.Signature()))
	for _, par := range strings.Split(strings.TrimSpace(f.Doc), "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>", e(par))
	}
	if len(f.Params) > 0 {
		b.WriteString("<p><b>Parameters</b></p><dl>")
		for _, p := range f.Params {
			fmt.Fprintf(&b, "<dt><code>%s</code></dt><dd>%s</dd>", e(p.title()), e(p.Help))
		}
		b.WriteString("</dl>")
	}
	for _, s := range []struct{ title, text string }{{"Returns", f.Returns}, {"Raises", f.Raises}, {"Source", f.Source}} {
		if s.text != "" {
			fmt.Fprintf(&b, "<p><b>%s</b></p><p>%s</p>", s.title, e(s.text))
		}
	}
	if f.Example != "" {
		fmt.Fprintf(&b, "<p><b>Example</b></p><pre>%s</pre>", e(strings.TrimSpace(f.Example)))
	}
	return b.String()
}

// Text is the help text of a class.
func (c *Class) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "class %s", c.QualName())
	if c.New != nil {
		b.WriteString(c.New.Signature())
	}
	b.WriteString("\n\n" + strings.TrimSpace(c.Doc) + "\n")
	if len(c.Attrs) > 0 {
		b.WriteString("\nAttributes\n")
		for _, a := range c.Attrs {
			fmt.Fprintf(&b, "  %s : %s\n      %s\n", a.Name, a.Type, a.Doc)
		}
	}
	if len(c.Methods) > 0 {
		b.WriteString("\nMethods\n")
		for _, m := range c.Methods {
			fmt.Fprintf(&b, "  %s%s\n      %s\n", m.Name, m.Signature(), m.Summary())
		}
	}
	if c.Example != "" {
		b.WriteString("\nExample\n")
		for _, l := range strings.Split(strings.TrimSpace(c.Example), "\n") {
			b.WriteString("  " + l + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}

// Text is the help text of a module: what it holds, a line each.
func (m *Module) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "module %s\n\n%s\n", m.Name, strings.TrimSpace(m.Doc))
	m.outline(&b)
	return strings.TrimRight(b.String(), "\n")
}

func (m *Module) outline(b *strings.Builder) {
	if len(m.Funcs) > 0 {
		fmt.Fprintf(b, "\nFunctions of %s\n", m.Name)
		for _, f := range m.Funcs {
			fmt.Fprintf(b, "  %s%s\n      %s\n", f.QualName(), f.Signature(), f.Summary())
		}
	}
	if len(m.Classes) > 0 {
		fmt.Fprintf(b, "\nClasses of %s\n", m.Name)
		for _, c := range m.Classes {
			s, _, _ := strings.Cut(strings.TrimSpace(c.Doc), "\n")
			fmt.Fprintf(b, "  %s\n      %s\n", c.QualName(), s)
		}
	}
	for _, s := range m.Subs {
		s.outline(b)
	}
}

// Markdown is the module's reference page.
func (m *Module) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Module `%s`\n\n%s\n", m.Name, strings.TrimSpace(m.Doc))
	m.markdown(&b)
	return b.String()
}

func (m *Module) markdown(b *strings.Builder) {
	for _, f := range m.Funcs {
		f.markdown(b, "##")
	}
	for _, c := range m.Classes {
		fmt.Fprintf(b, "\n## class `%s`\n\n%s\n", c.QualName(), strings.TrimSpace(c.Doc))
		if len(c.Attrs) > 0 {
			b.WriteString("\n| attribute | type | meaning |\n| --- | --- | --- |\n")
			for _, a := range c.Attrs {
				fmt.Fprintf(b, "| `%s` | %s | %s |\n", a.Name, cell(a.Type), cell(a.Doc))
			}
		}
		if c.Example != "" {
			fmt.Fprintf(b, "\n```python\n%s\n```\n", strings.TrimSpace(c.Example))
		}
		for _, f := range c.Methods {
			f.markdown(b, "###")
		}
	}
	for _, s := range m.Subs {
		fmt.Fprintf(b, "\n# Module `%s`\n\n%s\n", s.Name, strings.TrimSpace(s.Doc))
		s.markdown(b)
	}
}

func (f *Func) markdown(b *strings.Builder, level string) {
	fmt.Fprintf(b, "\n%s `%s%s`\n\n%s\n", level, f.QualName(), f.Signature(), strings.TrimSpace(f.Doc))
	if len(f.Params) > 0 {
		b.WriteString("\n| parameter | meaning |\n| --- | --- |\n")
		for _, p := range f.Params {
			fmt.Fprintf(b, "| `%s` | %s |\n", cell(p.title()), cell(p.Help))
		}
	}
	if f.Returns != "" {
		fmt.Fprintf(b, "\n**Returns** %s\n", strings.TrimSpace(f.Returns))
	}
	if f.Raises != "" {
		fmt.Fprintf(b, "\n**Raises** %s\n", strings.TrimSpace(f.Raises))
	}
	if f.Source != "" {
		fmt.Fprintf(b, "\n**Source** %s\n", strings.TrimSpace(f.Source))
	}
	if f.Example != "" {
		fmt.Fprintf(b, "\n```python\n%s\n```\n", strings.TrimSpace(f.Example))
	}
}

func cell(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "|", "\\|"), "\n", " ") }

package dsl

import (
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/display"
	"monge/dsl/runtime"
)

// addBuiltins adds to the language's builtins those that need the session: display and its kin, help, and the hidden
// target of magics.
func (s *Session) addBuiltins() {
	b := s.thread.Builtins
	for _, f := range []*bind.Func{s.displayFunc(), s.updateDisplayFunc(), s.clearOutputFunc(), s.helpFunc()} {
		b.SetStr(f.Name, f.Native())
	}
	b.SetStr("__magic__", runtime.NewNative("__magic__", "", func(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
		if len(args) != 2 {
			return nil, runtime.TypeErrorf("__magic__() takes 2 arguments but %d were given", len(args))
		}
		kind, ok1 := args[0].(py.String)
		arg, ok2 := args[1].(py.String)
		if !ok1 || !ok2 {
			return nil, runtime.TypeErrorf("__magic__() takes strings")
		}
		if _, ok := lineMagics[string(kind)]; !ok && kind != "?" && kind != "??" {
			return nil, unknownMagic("%", string(kind), lineMagics)
		}
		return s.runMagic(string(kind), string(arg))
	}))
}

var displayCount atomic.Int64

func (s *Session) displayFunc() *bind.Func {
	return &bind.Func{
		Name: "display",
		Params: []bind.Param{
			{Name: "objects", Star: true, Help: "values to show, each as its own output"},
			{Name: "display_id", Type: bind.Any, Default: "None", KwOnly: true, Help: "a name for later update_display; True makes one up"},
			{Name: "raw", Type: bind.Bool, Default: "False", KwOnly: true, Help: "the values are dicts from MIME type to data"},
		},
		Returns: "str or None: the display_id when there is one",
		Doc:     "Show values in the front end, each in its richest form.",
		Example: ">>> display(1 + 1)\n2",
		Fn: func(c *bind.Call) (py.Object, error) {
			id := ""
			switch v := c.Obj("display_id").(type) {
			case py.String:
				id = string(v)
			case py.Bool:
				if v {
					id = "display-" + strconv.FormatInt(displayCount.Add(1), 10)
				}
			case py.NoneType:
			default:
				return nil, runtime.TypeErrorf("display: display_id = %s: must be a string or True", bind.Short(c.Thread, v))
			}
			if err := s.show(c.Rest, c.Bool("raw"), id, false); err != nil {
				return nil, err
			}
			if id == "" {
				return py.None, nil
			}
			return py.String(id), nil
		},
	}
}

func (s *Session) updateDisplayFunc() *bind.Func {
	return &bind.Func{
		Name: "update_display",
		Params: []bind.Param{
			{Name: "object", Type: bind.Any, Help: "the new value"},
			{Name: "display_id", Type: bind.Str, KwOnly: true, Help: "the id that display() was given or returned"},
		},
		Doc:     "Replace an output that display() made under a display_id, wherever it stands in the notebook.",
		Example: ">>> i = display('first', display_id='x')\n'first'\n>>> update_display('second', display_id='x')\n'second'",
		Fn: func(c *bind.Call) (py.Object, error) {
			return py.None, s.show([]py.Object{c.Obj("object")}, false, c.Str("display_id"), true)
		},
	}
}

func (s *Session) clearOutputFunc() *bind.Func {
	return &bind.Func{
		Name:    "clear_output",
		Params:  []bind.Param{{Name: "wait", Type: bind.Bool, Default: "False", Help: "clear only when the next output comes"}},
		Doc:     "Remove the outputs that the cell has shown so far.",
		Example: ">>> clear_output(wait=True)",
		Fn: func(c *bind.Call) (py.Object, error) {
			c.Thread.Host.ClearOutput(c.Bool("wait"))
			return py.None, nil
		},
	}
}

func (s *Session) show(objects []py.Object, raw bool, id string, update bool) error {
	for _, o := range objects {
		var b display.Bundle
		var err error
		if raw {
			b = display.Bundle{Data: map[string]any{}, Metadata: map[string]any{}}
			err = s.mergeBundle(b, o)
		} else {
			b, err = s.bundle(o)
		}
		if err != nil {
			return err
		}
		s.thread.Host.Display(b, id, update)
	}
	return nil
}

func (s *Session) helpFunc() *bind.Func {
	return &bind.Func{
		Name:    "help",
		Params:  []bind.Param{{Name: "object", Type: bind.Any, Default: "None", PosOnly: true, Help: "a value, or a name as a string"}},
		Doc:     "Print the documentation of a function, class, module or value.",
		Example: ">>> help('nothing')\nnothing: there is no such name",
		Fn: func(c *bind.Call) (py.Object, error) {
			o := c.Obj("object")
			if !c.Given("object") {
				s.emit("stdout", "help(x) prints the documentation of x; in notebooks x? shows it in the pager.\n")
				return py.None, nil
			}
			var text string
			if name, ok := o.(py.String); ok {
				b, found := s.inspectName(string(name), 0)
				text = b.Plain()
				if !found {
					text = string(name) + ": there is no such name"
				}
			} else {
				text = s.describeValue(o, "", 0).Plain()
			}
			s.emit("stdout", strings.TrimRight(text, "\n")+"\n")
			return py.None, nil
		},
	}
}

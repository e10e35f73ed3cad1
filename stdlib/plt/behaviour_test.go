package plt_test

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestErrorsNameWhatIsWrong: class and words of the error for each program.
func TestErrorsNameWhatIsWrong(t *testing.T) {
	for _, c := range [][3]string{
		{"plt.plot([1, 2, 3], [1, 2])", "ValueError", "plt.plot: x and y must have same first dimension, but have lengths 3 and 2"},
		{"plt.plot([1, 2], colour='red')", "TypeError", "plot() got an unexpected keyword argument 'colour'. Did you mean 'color'?"},
		{"plt.plot([1, 2], color='rde')", "ValueError", "did you mean 'red'"},
		{"plt.plot([1, 2], 'r--q')", "ValueError", "unrecognized character 'q'"},
		{"plt.plot([1, 2], c='r', color='b')", "TypeError", "'color' and 'c'"},
		{"plt.plot([1, 2], marker='oo')", "ValueError", "marker"},
		{"plt.plot([1, 2], ls='~')", "ValueError", "'--'"},
		{"plt.plot('abc')", "ValueError", "format string follows"},
		{"plt.plot([1, 'a'])", "ValueError", "[1] = 'a'"},
		{"plt.plot([[1, 2], [3]])", "ValueError", "rows must have equal lengths"},
		{"plt.plot([1, 2], alpha=2)", "ValueError", "alpha = 2"},
		{"plt.plot({'a': 1})", "ValueError", "not a dict"},
		{"plt.scatter([1, 2, 3], [1, 2])", "ValueError", "got 3 and 2"},
		{"plt.scatter([1, 2, 3], [1, 2, 3], c=[1, 2])", "ValueError", "2 numbers"},
		{"plt.scatter([1, 2], [1, 2], s=[-1, 1])", "ValueError", "s[0] = -1"},
		{"plt.bar([1, 2], [1, 2, 3])", "ValueError", "got 2 and 3"},
		{"plt.hist([1, 2], bins=0)", "ValueError", "number of bins"},
		{"plt.hist([1, 2], bins='atuo')", "ValueError", "did you mean 'auto'"},
		{"plt.hist([1, 2], bins=[2, 1])", "ValueError", "bins must increase"},
		{"plt.imshow([1, 2])", "TypeError", "invalid shape (2,)"},
		{"plt.imshow([[1, 2]], cmap='virdis')", "ValueError", "did you mean 'viridis'"},
		{"plt.imshow([[1, 2]], vmin=3, vmax=1)", "ValueError", "vmin must not be greater"},
		{"plt.contour([[1, 2]])", "ValueError", "two rows"},
		{"plt.contourf([[1, 2], [3, 4]], levels=[2, 1])", "ValueError", "levels[1] = 1"},
		{"plt.colorbar()", "RuntimeError", "shows numbers as colours"},
		{"plt.errorbar([1, 2], [1, 2], yerr=-1)", "ValueError", "yerr[0] = -1"},
		{"plt.subplot(2, 2, 5)", "ValueError", "between 1 and 4, got 5"},
		{"plt.subplots(0, 1)", "ValueError", "nrows"},
		{"plt.subplots(100, 100)", "ValueError", "at most 400"},
		{"plt.xlim(float('inf'), 1)", "ValueError", "finite"},
		{"plt.yscale('symlog')", "ValueError", "'linear' and 'log'"},
		{"plt.legend(loc='uper left')", "ValueError", "did you mean 'upper left'"},
		{"plt.figure(figsize=(1000, 1))", "ValueError", "120 inches"},
		{"plt.figure(figsize=3)", "TypeError", "pair of numbers"},
		{"plt.style.use('ggplott')", "OSError", "did you mean 'ggplot'"},
		{"plt.rcParams['figure.figsiz'] = 1", "KeyError", "did you mean 'figure.figsize'"},
		{"plt.rcParams['figure.dpi'] = 'x'", "ValueError", "must be a number"},
		{"plt.savefig('x.bmp')", "ValueError", "use svg, png or pdf"},
		{"plt.savefig('no/such/dir/x.png')", "FileNotFoundError", "cannot write"},
		{"plt.violinplot([1, 2])", "AttributeError", "is not provided by Monge"},
		{"plt.gca().violinplot([1, 2])", "AttributeError", "violinplot"},
		{"plt.subplots(2, 2)[1][2, 0]", "IndexError", "out of bounds"},
		{"plt.text(0, 0, 'a', ha='middle')", "ValueError", "'center'"},
		{"plt.annotate('a', (0, 0), (1, 1), arrowprops={'arrowstyle': '=>>'})", "ValueError", "arrow style"},
		{"plt.xticks([1, 2], ['a'])", "ValueError", "1 tick labels for 2 ticks"},
		{"plt.axis('eqal')", "ValueError", "unrecognized string 'eqal'"},
		{"plt.fill_between([1, 2], [1, 2, 3])", "ValueError", "got 2 and 3"},
		{"import matplotlib.patches", "ModuleNotFoundError", "matplotlib.patches"},
		{"plt.plot(np.array([1j]))", "ValueError", "real numbers"},
		{"plt.loglog([1, 2], base=1)", "ValueError", "greater than 1"},
	} {
		t.Run(c[0], func(t *testing.T) {
			t.Chdir(t.TempDir())
			res, _ := run(t, c[0])
			switch {
			case res.Err == nil:
				t.Error("no error")
			case res.Err.Name != c[1] || !strings.Contains(res.Err.Value, c[2]):
				t.Errorf("%s: %s\nwant %s: ... %s", res.Err.Name, res.Err.Value, c[1], c[2])
			}
		})
	}
}

// TestProgramsAsPeopleWriteThem run without error or warning and show what they should.
func TestProgramsAsPeopleWriteThem(t *testing.T) {
	for name, src := range map[string]string{
		"formats":    "x = np.linspace(0, 1)\nplt.plot(x, x, 'r--o', x, x**2, 'C1^:', x, x**3, 'k-', lw=2, ms=4)",
		"matrix":     "plt.plot(np.random.default_rng(0).normal(size=(10, 3)), label=['a', 'b', 'c']); plt.legend()",
		"iterables":  "plt.plot(range(4), (i**2 for i in range(4))); plt.plot({1, 2, 3}, [1, None, 3])",
		"names":      "plt.bar(['a', 'b'], [1, 2]); plt.plot(['b', 'c'], [3, 4], 'o')",
		"stacked":    "plt.hist([[1, 2, 2], [2, 3]], bins=[0, 1, 2, 3, 4], stacked=True, density=True, label=['u', 'v']); plt.legend()",
		"image":      "im = plt.imshow(np.eye(5), vmin=0, vmax=2, extent=(0, 1, 0, 1), origin='lower', aspect='auto', interpolation='bilinear'); plt.colorbar(im, shrink=.8, label='x', orientation='horizontal')",
		"rgb":        "plt.imshow(np.zeros((4, 5, 3))); plt.axis('off')",
		"bytes":      "plt.imshow((np.ones((4, 5, 4)) * 255).astype(int))",
		"meshgrid":   "X, Y = np.meshgrid(np.linspace(0, 1, 8), np.linspace(0, 2, 9)); plt.pcolormesh(X, Y, X * Y, shading='auto', cmap='RdBu_r'); cs = plt.contour(X, Y, X * Y, levels=[.5, 1], colors='w'); plt.clabel(cs, fmt='%.1f', fontsize=8)",
		"bent":       "r, th = np.meshgrid(np.linspace(0, 1, 8), np.linspace(0, 6, 9)); plt.pcolormesh(r * np.cos(th), r * np.sin(th), np.ones((8, 7)))",
		"quiver":     "X, Y = np.meshgrid(range(4), range(3)); plt.quiver(X, Y, Y, X, X + Y, cmap='plasma', angles='xy', scale_units='xy', scale=5)",
		"errorbars":  "plt.errorbar([1, 2], [3, 4], yerr=[[.1, .2], [.3, .4]], xerr=.1, fmt='none', ecolor='r', capsize=3)",
		"axes":       "fig, ax = plt.subplots(layout='constrained'); ax.set(xlabel='x', ylabel='y', title='t', xlim=(0, 1), yscale='log', xticks=[0, 1]); ax.tick_params(axis='x', labelrotation=45, labelsize=8); ax.spines[['top', 'right']].set_visible(True); ax.spines['left'].set_color('none')",
		"grid":       "fig, axs = plt.subplots(2, 2, sharex=True, sharey='row', gridspec_kw={'width_ratios': [1, 2], 'wspace': .1})\nfor i, ax in enumerate(axs.flat): ax.plot([i, 2])\naxs[0, 0].set_title('a'); axs[-1, -1].legend(['z']); [ax.label_outer() for ax in axs.ravel()]",
		"unpacking":  "f, (a, b) = plt.subplots(1, 2); f, ((a, b), (c, d)) = plt.subplots(2, 2, num=5); a.plot([1]); plt.close(5)",
		"twins":      "ax = plt.gca(); ax.plot([1, 2]); b = ax.twinx(); b.plot([3, 1], color='C1'); b.set_ylabel('b'); c = ax.twiny(); c.set_xlim(0, 9)",
		"formatter":  "plt.plot([0, 1]); plt.gca().yaxis.set_major_formatter(lambda v, p: f'{v:.0%}'); plt.gca().xaxis.set_major_formatter('{x:.2f}s'); plt.xticks(rotation=45)",
		"gridspec":   "fig = plt.figure(); gs = fig.add_gridspec(2, 2); a = fig.add_subplot(gs[0, :]); b = fig.add_subplot(gs[1, 1]); c = fig.add_subplot(gs[1, 0], sharex=b)",
		"annotate":   "plt.plot([0, 1]); plt.annotate(r'$\\epsilon$', xy=(.5, .5), xytext=(10, -20), textcoords='offset points', arrowprops=dict(arrowstyle='-|>', connectionstyle='arc3,rad=-.2', color='C2'), bbox=dict(boxstyle='round,pad=0.3', fc='w', ec='0.5'), fontsize='small')",
		"legend":     "l1, = plt.plot([1, 2]); l2, = plt.plot([2, 1]); plt.legend([l1, l2], ['a', 'b'], loc='upper left', bbox_to_anchor=(1.02, 1), frameon=False, ncol=1)",
		"colors":     "plt.scatter([1, 2, 3], [1, 2, 3], c=['r', '#00ff00', (0, 0, 1)], edgecolors='k', linewidths=.5); plt.scatter(1, 1, c='none', edgecolor='b'); plt.plot([1, 2], color=('red', .3)); plt.axvspan(1, 2, color='0.9', zorder=-1)",
		"cmaps":      "c = plt.cm.viridis(np.linspace(0, 1, 4)); [plt.plot([i, i + 1], color=k) for i, k in enumerate(c)]; plt.get_cmap('Blues', 5)(2)",
		"norm":       "from matplotlib.colors import LogNorm, ListedColormap\nplt.imshow([[1, 10], [100, 1000]], norm=LogNorm(vmin=1)); plt.colorbar(ticks=[1, 10, 100], format='{x:.0f}')",
		"style":      "with plt.style.context('dark_background'):\n    plt.plot([1, 2])\nplt.rcParams.update({'font.size': 12, 'axes.grid': False}); plt.rc('lines', linewidth=3); plt.figure(); plt.plot([1])",
		"update":     "l, = plt.plot([1, 2]); l.set_data([1, 2, 3], [3, 2, 1]); l.set_color('k'); l.set_linewidth(3); l.set_label('new'); l.set_linestyle(':'); plt.legend(); l.get_xdata() + 1",
		"stem":       "plt.stem([1, 2], [3, 4], 'C1-') if False else plt.stem([1, 2], [3, 4], linefmt='C1-', markerfmt='D', basefmt=' ')",
		"fill":       "x = np.linspace(0, 1); plt.fill_between(x, x, x**2, where=x > .5, color='C3', alpha=.4, label='w'); plt.stackplot(x, x, x, labels=['p', 'q']); plt.fill([0, 1, 1], [0, 0, 1], 'g')",
		"box":        "plt.boxplot([np.arange(10), np.arange(20)], labels=['a', 'b'], vert=False, showmeans=True, patch_artist=True)",
		"reference":  "plt.axline((0, 0), slope=1, color='k', ls='--'); plt.axhline(y=.5, xmin=.2, xmax=.8); plt.vlines([1, 2], [0, 0], [1, 2], colors=['r', 'b'], linestyles='dashed'); plt.margins(.1)",
		"empty":      "plt.plot([], []); plt.scatter([], []); plt.bar([], []); plt.hist([]); plt.legend(['a'])",
		"nothing":    "plt.plot([np.nan, np.inf]); plt.imshow([[np.nan]]); plt.colorbar()",
		"mosaic":     "fig, ax = plt.subplot_mosaic([['a', 'a'], ['b', 'c']]); ax['a'].plot([1]); fig.suptitle('s')",
		"subclasses": "from matplotlib import pyplot as p2\nimport matplotlib as mpl\nmpl.rcParams['lines.linewidth'] = 2; p2.plot([1, 2]); mpl.pyplot.title('x')",
	} {
		t.Run(name, func(t *testing.T) {
			res, k := run(t, src)
			if res.Err != nil {
				t.Fatalf("%s: %s\n%s", res.Err.Name, res.Err.Value, strings.Join(res.Err.Traceback, "\n"))
			}
			if len(k.shown) == 0 {
				t.Error("nothing is shown")
			}
			if s := k.errors.String(); s != "" {
				t.Errorf("stderr: %s", s)
			}
			for _, b := range k.shown {
				svg, _ := b.Data["image/svg+xml"].(string)
				img, _ := b.Data["image/png"].([]byte)
				if !strings.HasPrefix(svg, "<svg") {
					t.Error("no SVG")
				}
				pic, err := png.Decode(bytes.NewReader(img))
				if err != nil {
					t.Fatal(err)
				}
				meta, _ := b.Metadata["image/png"].(map[string]any)
				if w, _ := meta["width"].(int); 2*w != pic.Bounds().Dx() {
					t.Errorf("metadata %v for %v pixels", meta, pic.Bounds())
				}
			}
		})
	}
}

// TestFiguresAreShownOnce: at the end of the cell that opened them, by show, or as values, never twice.
func TestFiguresAreShownOnce(t *testing.T) {
	res, k := run(t, "plt.plot([1, 2])")
	if len(k.shown) != 1 || res.Value.Plain() != "[<Line2D>]" {
		t.Errorf("%d shown, value %q", len(k.shown), res.Value.Plain())
	}
	res, k = run(t, "fig, ax = plt.subplots()\nax.plot([1, 2])\nfig")
	if len(k.shown) != 1 || res.Value == nil || len(res.Value.Data) != 1 {
		t.Errorf("a figure as last value: %d shown, value %v", len(k.shown), res.Value)
	}
	res, k = run(t, "fig, ax = plt.subplots()", "ax.plot([1, 2])\nfig")
	if len(k.shown) != 0 || res.Value == nil || res.Value.Data["image/png"] == nil {
		t.Errorf("a closed figure as value: %d shown, value %v", len(k.shown), res.Value)
	}
	_, k = run(t, "plt.plot([1, 2]); plt.show(); plt.plot([3, 4]); plt.show()")
	if len(k.shown) != 2 {
		t.Errorf("show: %d shown", len(k.shown))
	}
	_, k = run(t, "plt.plot([1, 2])\nplt.close()")
	if len(k.shown) != 0 {
		t.Errorf("close: %d shown", len(k.shown))
	}
	_, k = run(t, "plt.figure(1); plt.plot([1]); plt.figure(2); plt.plot([2]); plt.figure(1); plt.plot([3]); print(plt.get_fignums())")
	if len(k.shown) != 2 || k.text.String() != "[1, 2]\n" {
		t.Errorf("two figures: %d shown, %q", len(k.shown), k.text.String())
	}
}

// TestSessionsDoNotShareFigures.
func TestSessionsDoNotShareFigures(t *testing.T) {
	run(t, "plt.style.use('dark'); plt.rcParams['lines.linewidth'] = 9; plt.plot([1]); 1/0")
	_, k := run(t, "print(plt.get_fignums(), plt.rcParams['lines.linewidth'], plt.rcParams['figure.facecolor'])")
	if got := k.text.String(); got != "[] 1.6 #ffffff\n" {
		t.Errorf("%q", got)
	}
}

// TestTheSameProgramGivesTheSameBytes in two sessions.
func TestTheSameProgramGivesTheSameBytes(t *testing.T) {
	const src = "x = np.linspace(0, 1, 50); plt.scatter(x, x**2, c=x); plt.colorbar(); plt.title('a'); plt.legend(['b'])"
	_, a := run(t, src)
	_, b := run(t, src)
	if len(a.shown) != 1 || a.shown[0].Data["image/svg+xml"] != b.shown[0].Data["image/svg+xml"] ||
		!bytes.Equal(a.shown[0].Data["image/png"].([]byte), b.shown[0].Data["image/png"].([]byte)) {
		t.Error("bytes differ")
	}
}

// TestReturnedNumbers are NumPy arrays as matplotlib returns them.
func TestReturnedNumbers(t *testing.T) {
	for src, want := range map[string]string{
		"n, e, p = plt.hist([1, 2, 2, 3], bins=2); print(n, e, p)":                                 "[1. 3.] [1. 2. 3.] <BarContainer object of 2 artists>\n",
		"print(plt.xlim(), plt.plot([0, 10]), plt.ylim())":                                         "(0.0, 1.0) [<Line2D>] (-0.5, 10.5)\n",
		"ax = plt.gca(); ax.set_xlim(2, 1); print(ax.get_xlim(), ax.get_title() == '')":            "(2.0, 1.0) True\n",
		"fig, axs = plt.subplots(2, 3); print(axs.shape, axs[:, 1].shape, axs[1, 1] is axs[1][1])": "(2, 3) (2,) True\n",
		"print(plt.title('a'), plt.xlabel('b'), plt.ylabel('c'))":                                  "Text(0.5, 1.0, 'a') Text(0.5, 0, 'b') Text(0, 0.5, 'c')\n",
		"print([b.get_height() for b in plt.bar([1, 2], [3, 4])])":                                 "[3.0, 4.0]\n",
		"print(plt.contour([[0, 1], [1, 2]], levels=3).levels)":                                    "[0.5 1.  1.5]\n",
		"plt.plot([1, 2], label='a'); print(plt.gca().get_legend_handles_labels()[1])":             "['a']\n",
		"print(plt.xticks([0, 1], ['a', 'b']))":                                                    "(array([0., 1.]), ['a', 'b'])\n",
		"print(plt.cm.gray(0.0), plt.cm.gray(np.array([0., 1.])).shape)":                           "(0.0, 0.0, 0.0, 1.0) (2, 4)\n",
		"print(plt.gcf().get_size_inches(), plt.figure(figsize=(5, 2)))":                           "[6.4 4. ] <Figure size 500x200 with 0 Axes>\n",
	} {
		if res, k := run(t, src); res.Err != nil || k.text.String() != want {
			t.Errorf("%s: %v %q, want %q", src, res.Err, k.text.String(), want)
		}
	}
}

// TestSavedFiles are what their names say, and a failed save leaves nothing.
func TestSavedFiles(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	res, _ := run(t, "plt.plot([1, 2]); plt.savefig('a.png', dpi=50); plt.savefig('b.svg', transparent=True); plt.savefig('c.pdf', bbox_inches='tight'); plt.savefig('d')")
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	for name, magic := range map[string]string{"a.png": "\x89PNG", "b.svg": "<svg", "c.pdf": "%PDF", "d.png": "\x89PNG"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.HasPrefix(b, []byte(magic)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	b, _ := os.ReadFile("a.png")
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil || img.Bounds().Dx() != 320 || img.Bounds().Dy() != 200 {
		t.Errorf("a.png: %v %v", err, img.Bounds())
	}
	run(t, "plt.plot([1, 2]); plt.savefig('x/y.png')")
	if files, _ := os.ReadDir(dir); len(files) != 4 {
		t.Errorf("%d files", len(files))
	}
}

// TestQuartoVariablesSetTheDefaults: size, resolution and format come from the environment.
func TestQuartoVariablesSetTheDefaults(t *testing.T) {
	t.Setenv("QUARTO_FIG_WIDTH", "5")
	t.Setenv("QUARTO_FIG_HEIGHT", "2.5")
	t.Setenv("QUARTO_FIG_DPI", "80")
	t.Setenv("QUARTO_FIG_FORMAT", "svg")
	_, k := run(t, "plt.plot([1, 2]);")
	b := k.shown[0]
	if b.Plain() != "<Figure size 400x200 with 1 Axes>" || b.Data["image/png"] != nil || b.Data["image/svg+xml"] == nil {
		t.Errorf("%q %v", b.Plain(), len(b.Data))
	}
}

// TestWarningsReachStandardError: what a logarithmic axis leaves out is told once.
func TestWarningsReachStandardError(t *testing.T) {
	_, k := run(t, "plt.semilogy([0, -1, 10, 100]);")
	if got := k.errors.String(); strings.Count(got, "UserWarning") != 1 || !strings.Contains(got, "2 of 4") {
		t.Errorf("%q", got)
	}
}

// TestOddArgumentsNeverPanic calls every function and method with arguments of every kind: errors are fine, but none
// may be an internal one.
func TestOddArgumentsNeverPanic(t *testing.T) {
	t.Chdir(t.TempDir())
	values := []string{"", "None", "'a'", "1", "-1", "10**400", "[]", "[1, 2]", "[1, 2], [3, 4]", "[[1, 2], [3, 4]]", "[1, 2], [3, 4], [[1, 2], [3, 4]]", "float('nan')", "[float('nan')], [float('inf')]",
		"'a', 'b'", "{}", "{'a': 1}", "object()", "(1, 2)", "(1, 2), (3, 4)", "1, 2, 3, 4", "np.zeros((2, 2, 2))", "np.zeros((0, 3))", "np.ones(3), 1, 2", "lambda x: x", "'a', 1, [2]", "True", "b'x'", "1j", "''"}
	var b strings.Builder
	b.WriteString("import matplotlib.colors\nfig, ax = plt.subplots()\n")
	b.WriteString("bad = []\ndef attempt(what, f):\n    try:\n        f()\n    except SystemError as e:\n        bad.append(what + ': ' + str(e))\n    except Exception:\n        pass\n")
	for _, v := range values {
		b.WriteString("for name in dir(plt):\n    f = getattr(plt, name)\n    if callable(f) and name not in ('show', 'close') and not name.startswith('_'):\n        attempt('plt.' + name + '(" + strings.NewReplacer("'", "\\'").Replace(v) + ")', lambda: f(" + v + "))\n")
		b.WriteString("plt.close('all')\nfig, ax = plt.subplots()\n")
		b.WriteString("for o in (ax, fig, plt.cm, plt.rcParams, ax.plot([1, 2])[0], plt.bar([1], [2]), ax.xaxis, ax.spines):\n    for name in dir(o):\n        if name.startswith('__') or name == 'show': continue\n        attempt(str(type(o)) + name + '(" + strings.NewReplacer("'", "\\'").Replace(v) + ")', lambda: getattr(o, name)(" + v + "))\n")
		b.WriteString("attempt('draw', lambda: fig.savefig('x.svg'))\nplt.close('all'); plt.rcdefaults()\n")
	}
	b.WriteString("print('\\n'.join(bad))\n")
	res, k := run(t, b.String())
	if res.Err != nil {
		t.Fatalf("%s: %s", res.Err.Name, res.Err.Value)
	}
	if s := strings.TrimSpace(k.text.String()); s != "" {
		t.Error(s)
	}
}

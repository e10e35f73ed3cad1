package notebooks

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"monge/notebooks/evaltest"
)

// cells makes a notebook of code cells; a first line "#tags a b" gives tags.
func cells(sources ...string) *Notebook {
	nb := New()
	for _, src := range sources {
		c := NewCell(Code, src)
		if first, rest, _ := strings.Cut(src, "\n"); strings.HasPrefix(first, "#tags ") {
			var tags []any
			for _, tag := range strings.Fields(first)[1:] {
				tags = append(tags, tag)
			}
			c.Metadata().Set("tags", tags)
			c.SetSource(rest)
		}
		nb.Cells = append(nb.Cells, c)
	}
	return nb
}

func runCells(t *testing.T, nb *Notebook, opt RunOptions) *Report {
	t.Helper()
	rep, err := Run(context.Background(), nb, &evaltest.Evaluator{}, opt)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// outline writes the outputs of a cell on one line.
func outline(c *Cell) string {
	var parts []string
	for _, o := range c.Outputs {
		switch o.Type() {
		case StreamOutput:
			parts = append(parts, o.Name()+":"+o.Text())
		case ErrorOutput:
			parts = append(parts, "error:"+o.Fields.Str("ename")+":"+o.Fields.Str("evalue"))
		default:
			parts = append(parts, o.Type()+":"+o.Data().Str("text/plain"))
		}
	}
	return strings.Join(parts, "|")
}

func TestOutputsAreStoredInProgramOrder(t *testing.T) {
	for _, c := range []struct{ name, code, want string }{
		{"streams of one name join", "print a\nprint b\nwrite c", "stdout:a\nb\nc"},
		{"streams keep their order", "print a\nerr b\nprint c", "stdout:a\n|stderr:b\n|stdout:c\n"},
		{"a display divides a stream", "print a\ndisplay d\nprint b", "stdout:a\n|display_data:d|stdout:b\n"},
		{"the value comes last", "print a\nvalue 42", "stdout:a\n|execute_result:42"},
		{"update changes in place", "display#i one\nprint x\nupdate#i two", "display_data:two|stdout:x\n"},
		{"a second display of an id changes the first", "display#i one\ndisplay#i two", "display_data:two|display_data:two"},
		{"update of an unknown id is dropped", "update#no two\nprint x", "stdout:x\n"},
		{"clear at once", "print a\nclear\nprint b", "stdout:b\n"},
		{"clear and nothing after", "print a\nclear", ""},
		{"waiting clear clears at the next output", "print a\nclearwait\nprint b", "stdout:b\n"},
		{"waiting clear without output clears nothing", "print a\nclearwait", "stdout:a\n"},
		{"a cleared display is not updated", "display#i one\nclear\nupdate#i two\nprint x", "stdout:x\n"},
		{"the result counts as output for a waiting clear", "print a\nclearwait\nvalue 1", "execute_result:1"},
		{"returns keep the last text of a line", `write 10%\r20%\r100%\n`, "stdout:100%\n"},
		{"a return at the end stays", `write 10%\r20%\r`, "stdout:20%\r"},
		{"returns in pieces", "write a\\r\nwrite b\nprint", "stdout:b\n"},
		{"windows line ends stay", `write a\r\nb\r\n`, "stdout:a\r\nb\r\n"},
		{"backspaces stay", `write ab\bc`, "stdout:ab\bc"},
		{"an exception comes after what was put out", "print a\nraise ValueError bad", "stdout:a\n|error:ValueError:bad"},
		{"a defect is an exception of the cell", "print a\npanic index out of range", "stdout:a\n|error:InternalError:index out of range"},
		{"input is refused with the remedy", "input name?", "error:RuntimeError:input() has nobody to ask in a batch run; pass values as parameters: -p name=value"},
	} {
		t.Run(c.name, func(t *testing.T) {
			nb := cells(c.code)
			runCells(t, nb, RunOptions{})
			if got := outline(nb.Cells[0]); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDisplaysOfEarlierCellsAreUpdated(t *testing.T) {
	nb := cells("display#a one", "print x", "update#a two")
	runCells(t, nb, RunOptions{})
	if got := outline(nb.Cells[0]); got != "display_data:two" {
		t.Errorf("first cell shows %q", got)
	}
	if len(nb.Cells[2].Outputs) != 0 {
		t.Errorf("the updating cell has outputs: %s", outline(nb.Cells[2]))
	}
}

func TestOutputAfterTheCellsEndStaysWithItsCell(t *testing.T) {
	nb := cells("print a\nlater 20ms b", "sleep 200ms")
	runCells(t, nb, RunOptions{})
	if got := outline(nb.Cells[0]); got != "stdout:a\n|stdout:b\n" {
		t.Errorf("got %q", got)
	}
}

func TestPicturesAreStoredAsNbformatWantsThem(t *testing.T) {
	nb := cells("png")
	runCells(t, nb, RunOptions{NoTiming: true})
	back, err := Read(nb.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	data := back.Cells[0].Outputs[0].Data()
	want := base64.StdEncoding.EncodeToString(evaltest.PNG)
	if got := data.Str("image/png"); got != want {
		t.Errorf("png is %q, want %q", got, want)
	}
	if !strings.Contains(string(nb.Bytes()), "\"image/svg+xml\": [\n") {
		t.Errorf("svg is not a list of lines:\n%s", nb.Bytes())
	}
	size := back.Cells[0].Outputs[0].Fields.Obj("metadata").Obj("image/png")
	if w, _ := size.Get("width"); w != Number("6") {
		t.Errorf("width is %v", w)
	}
}

func TestExecutionCountsAndHistory(t *testing.T) {
	ev := &evaltest.Evaluator{}
	nb := cells("print a", "", "# nothing\n", "#tags skip-execution\nprint b", "value 1")
	nb.Cells = append(nb.Cells, NewCell(Markdown, "text"))
	if _, err := Run(context.Background(), nb, ev, RunOptions{}); err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, c := range nb.Cells {
		n, ok := c.ExecutionCount()
		if !ok {
			n = 0
		}
		got = append(got, n)
	}
	want := []int{1, 0, 2, 0, 3, 0}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("counts %v, want %v", got, want)
		}
	}
	if len(ev.Ran) != 3 || ev.Ran[2].Count != 3 || !ev.Ran[0].StoreHistory {
		t.Errorf("evaluator saw %+v", ev.Ran)
	}
}

func TestErrorsStopTheRunUnlessAllowed(t *testing.T) {
	bad := "raise ValueError no"
	for _, c := range []struct {
		name   string
		nb     *Notebook
		opt    RunOptions
		status Status
		ran    int
	}{
		{"an error stops", cells("print a", bad, "print b"), RunOptions{}, Failed, 2},
		{"allow errors", cells("print a", bad, "print b"), RunOptions{AllowErrors: true}, Passed, 3},
		{"allow by name", cells(bad, "print b"), RunOptions{AllowErrorNames: []string{"ValueError"}}, Passed, 2},
		{"allow another name", cells(bad, "print b"), RunOptions{AllowErrorNames: []string{"KeyError"}}, Failed, 1},
		{"tag raises-exception", cells("#tags raises-exception\n"+bad, "print b"), RunOptions{}, Passed, 2},
		{"the tag without an exception passes", cells("#tags raises-exception\nprint", "print b"), RunOptions{}, Passed, 2},
		{"unless it is required", cells("#tags raises-exception\nprint", "print b"), RunOptions{RequireRaises: true}, Failed, 1},
		{"required and raised", cells("#tags raises-exception\n"+bad, "print b"), RunOptions{RequireRaises: true}, Passed, 2},
		{"metadata allows errors", withMeta(cells(bad, "print b"), "allow_errors", true), RunOptions{}, Passed, 2},
		{"exit 0 ends the run well", cells("exit 0", "print b"), RunOptions{}, Passed, 1},
		{"exit 3 is a failure", cells("exit 3", "print b"), RunOptions{}, Failed, 1},
		{"exit 3 is a failure with errors allowed", cells("exit 3", "print b"), RunOptions{AllowErrors: true}, Failed, 1},
		{"a limit for the cell", cells("sleep 1m", "print b"), RunOptions{CellTimeout: 20 * time.Millisecond, AllowErrors: true}, TimedOut, 1},
		{"a limit in the metadata", withMeta(cells("sleep 1m", "print b"), "timeout", Number("0.02")), RunOptions{}, TimedOut, 1},
		{"a limit by tag", cells("#tags timeout=0.02\nsleep 1m"), RunOptions{CellTimeout: time.Hour}, TimedOut, 1},
		{"a tag lifts the limit", cells("#tags timeout=0\nsleep 50ms"), RunOptions{CellTimeout: time.Millisecond}, Passed, 1},
		{"a cell that swallows the interrupt", cells("catch 1m", "print b"), RunOptions{CellTimeout: 20 * time.Millisecond}, TimedOut, 1},
		{"a limit for the run", cells("sleep 1ms", "sleep 1m"), RunOptions{TotalTimeout: 50 * time.Millisecond}, TimedOut, 2},
		{"fast cells under limits", cells("print a", "print b"), RunOptions{CellTimeout: time.Minute, TotalTimeout: time.Minute}, Passed, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep := runCells(t, c.nb, c.opt)
			if rep.Status != c.status || len(rep.Cells) != c.ran {
				t.Errorf("status %v after %d cells, want %v after %d", rep.Status, len(rep.Cells), c.status, c.ran)
			}
			if (rep.Failed != nil) != (c.status != Passed) {
				t.Errorf("failed cell is %v", rep.Failed)
			}
		})
	}
}

func withMeta(nb *Notebook, key string, v any) *Notebook {
	nb.Metadata().subObject("execution").Set(key, v)
	return nb
}

func TestACellDeafToInterruptsIsGivenUp(t *testing.T) {
	nb := cells("print a\nhang", "print b")
	rep := runCells(t, nb, RunOptions{CellTimeout: 10 * time.Millisecond, Grace: 30 * time.Millisecond})
	if !rep.Stuck || rep.Status != TimedOut {
		t.Fatalf("report %+v", rep)
	}
	want := "stdout:a\n|error:TimeoutError:the cell took longer than 10ms and did not end within 30ms of the interrupt"
	if got := outline(nb.Cells[0]); got != want {
		t.Errorf("got %q", got)
	}
}

func TestCancellationInterruptsAndIsNotAFailure(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(30*time.Millisecond, cancel)
	nb := cells("print a", "print b\nsleep 1m", "print c")
	saved := 0
	rep, err := Run(ctx, nb, &evaltest.Evaluator{}, RunOptions{Mark: true, Save: func(*Notebook, bool) error { saved++; return nil }})
	if err != nil || rep.Status != Interrupted || len(rep.Cells) != 2 {
		t.Fatalf("%+v, %v", rep, err)
	}
	if got := outline(nb.Cells[1]); got != "stdout:b\n|error:KeyboardInterrupt:" {
		t.Errorf("got %q", got)
	}
	if saved != 3 { // before, after the first cell, at the end
		t.Errorf("saved %d times", saved)
	}
}

func TestStaleOutputsAreClearedAndSkippedCellsKeepTheirs(t *testing.T) {
	nb := cells("raise E x", "print late", "#tags skip-execution\nprint kept")
	for _, c := range nb.Cells {
		c.Outputs = []*Output{{Fields: NewObject("output_type", StreamOutput, "name", "stdout", "text", "old")}}
		c.Fields.Set("execution_count", Number("9"))
	}
	runCells(t, nb, RunOptions{})
	if got := outline(nb.Cells[1]); got != "" {
		t.Errorf("a cell that did not run shows %q", got)
	}
	if got := outline(nb.Cells[2]); got != "stdout:old" {
		t.Errorf("the skipped cell shows %q", got)
	}
}

func TestTimesAreRecordedAsNbclientDoes(t *testing.T) {
	nb := cells("print a", "#tags skip-execution\nprint b")
	runCells(t, nb, RunOptions{})
	exec := nb.Cells[0].Metadata().Obj("execution")
	for _, key := range []string{"iopub.status.busy", "iopub.execute_input", "shell.execute_reply", "iopub.status.idle"} {
		if _, err := time.Parse("2006-01-02T15:04:05.000000Z", exec.Str(key)); err != nil {
			t.Errorf("%s: %v", key, err)
		}
	}
	runCells(t, nb, RunOptions{NoTiming: true})
	first := string(nb.Bytes())
	runCells(t, nb, RunOptions{NoTiming: true})
	if second := string(nb.Bytes()); first != second || strings.Contains(first, "iopub") {
		t.Errorf("without times two runs differ:\n%s\n%s", first, second)
	}
}

func TestOutputLimitKeepsHeadAndTail(t *testing.T) {
	nb := cells("print first\nrepeat 5000 0123456789\nprint last")
	runCells(t, nb, RunOptions{MaxOutput: 4096})
	text := nb.Cells[0].Outputs[0].Text()
	if len(text) > 4096+200 || !strings.HasPrefix(text, "first\n") || !strings.HasSuffix(text, "last\n") {
		t.Errorf("%d bytes: %q ... %q", len(text), text[:20], text[len(text)-20:])
	}
	if !strings.Contains(text, "bytes of output left out") {
		t.Error("no notice")
	}
	nb = cells("repeat 5000 0123456789")
	runCells(t, nb, RunOptions{})
	if got := len(nb.Cells[0].Outputs[0].Text()); got != 5000*11 {
		t.Errorf("without a limit %d bytes are kept", got)
	}
}

func TestOutputLimitHoldsForAlternatingStreams(t *testing.T) {
	nb := cells(strings.Repeat("print 0123456789\nerr 0123456789\n", 2000))
	runCells(t, nb, RunOptions{MaxOutput: 2000})
	if n := len(nb.Bytes()); n > 200000 {
		t.Errorf("the notebook has %d bytes", n)
	}
	last := nb.Cells[0].Outputs[len(nb.Cells[0].Outputs)-1]
	if !strings.Contains(last.Text(), "left out") {
		t.Errorf("last output is %q", last.Text())
	}
}

func TestProgressLinesDoNotGrow(t *testing.T) {
	nb := cells(`repeat 20000 \rstep of a long loop with a long line`)
	nb.Cells[0].SetSource(strings.Repeat(`write \r12345678901234567890`+"\n", 20000))
	runCells(t, nb, RunOptions{MaxOutput: 4096})
	if got := nb.Cells[0].Outputs[0].Text(); got != "12345678901234567890" {
		t.Errorf("%d bytes stored: %.80q", len(got), got)
	}
}

func TestProgressDisplaysAreReportedAndHoldTimes(t *testing.T) {
	for _, noTiming := range []bool{false, true} {
		var heard string
		nb := cells("progress 3 of 10\nprint x")
		runCells(t, nb, RunOptions{NoTiming: noTiming, Progress: func(text string) { heard = text }})
		want := map[bool]string{false: "display_data:3 of 10|stdout:x\n", true: "stdout:x\n"}[noTiming]
		if got := outline(nb.Cells[0]); got != want || heard != "3 of 10" {
			t.Errorf("stored %q, reported %q", got, heard)
		}
	}
}

func TestErrorMarksAreAddedOnceAndRemoved(t *testing.T) {
	nb := cells("print a", "raise ValueError no")
	for range 2 {
		runCells(t, nb, RunOptions{Mark: true})
		if len(nb.Cells) != 4 || !nb.Cells[0].HasTag(tagErrorMark) || !nb.Cells[2].HasTag(tagErrorMark) {
			t.Fatalf("cells:\n%s", nb.Bytes())
		}
		if !strings.Contains(nb.Cells[0].Source(), "In [2]") {
			t.Errorf("link says %q", nb.Cells[0].Source())
		}
	}
	nb.Cells[3].SetSource("print fine")
	runCells(t, nb, RunOptions{Mark: true})
	if len(nb.Cells) != 2 {
		t.Errorf("marks stay after a good run:\n%s", nb.Bytes())
	}
}

func TestPapermillRecord(t *testing.T) {
	nb := cells("print a", "raise ValueError no", "print c")
	runCells(t, nb, RunOptions{Papermill: true, Version: "v", InputPath: "in", OutputPath: "out"})
	m := nb.Metadata().Obj("papermill")
	if v, _ := m.Get("exception"); v != true || m.Str("input_path") != "in" || m.Str("start_time") == "" || m.Str("end_time") == "" {
		t.Errorf("notebook record %s", appendJSON(nil, m, 0))
	}
	for i, want := range []string{"completed", "failed", "pending"} {
		if got := nb.Cells[i].Metadata().Obj("papermill").Str("status"); got != want {
			t.Errorf("cell %d is %q, want %q", i, got, want)
		}
	}
}

func TestMetadataOfTheWrongKindIsRefusedBeforeTheRun(t *testing.T) {
	for _, nb := range []*Notebook{
		withMeta(cells("print"), "timeout", "soon"),
		withMeta(cells("print"), "allow_errors", Number("1")),
	} {
		if _, err := Run(context.Background(), nb, &evaltest.Evaluator{}, RunOptions{}); err == nil {
			t.Error("no error")
		}
	}
}

func TestReportsFollowTheCells(t *testing.T) {
	var log []string
	nb := cells("print a", "", "raise KeyError k", "print b")
	runCells(t, nb, RunOptions{AllowErrors: true,
		CellStart: func(c CellReport) { log = append(log, "start") },
		CellEnd:   func(c CellReport) { log = append(log, c.Status.String()) }})
	if got := strings.Join(log, " "); got != "start ok start ok start ok" {
		t.Error(got)
	}
}

func TestASaveThatIsPutOffComesDuringTheNextCell(t *testing.T) {
	var saved []string
	nb := cells("print a", "sleep 300ms")
	runCells(t, nb, RunOptions{Save: func(nb *Notebook, final bool) error {
		time.Sleep(5 * time.Millisecond)
		saved = append(saved, outline(nb.Cells[0]))
		return nil
	}})
	if len(saved) != 3 || saved[0] != "" || saved[1] != "stdout:a\n" {
		t.Errorf("saves hold %q", saved)
	}
}

func TestFailingSavesAreReportedAndDoNotStopTheRun(t *testing.T) {
	var warned int
	nb := cells("print a", "sleep 5ms", "print b")
	rep := runCells(t, nb, RunOptions{
		Save: func(*Notebook, bool) error { return errors.New("no space") },
		Warn: func(string) { warned++ },
	})
	if rep.SaveErr == nil || len(rep.Cells) != 3 || warned == 0 {
		t.Errorf("%v, %d cells, %d warnings", rep.SaveErr, len(rep.Cells), warned)
	}
}

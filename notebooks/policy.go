package notebooks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// policy says what a run does about one notebook's cells: which run, how long, and which errors stop it. Options of the
// run come first, then tags of the cell, then the notebook's metadata "execution".
type policy struct {
	allowErrors bool
	allowNames  []string
	timeout     time.Duration
}

func newPolicy(nb *Notebook, opt RunOptions) (policy, error) {
	p := policy{allowErrors: opt.AllowErrors, allowNames: opt.AllowErrorNames, timeout: opt.CellTimeout}
	exec := nb.Metadata().Obj("execution")
	if v, ok := exec.Get("allow_errors"); ok {
		b, ok := v.(bool)
		if !ok {
			return p, fmt.Errorf(`metadata execution.allow_errors is %s, not true or false`, describe(v))
		}
		p.allowErrors = p.allowErrors || b
	}
	if v, ok := exec.Get("timeout"); ok && v != nil && p.timeout == 0 {
		n, ok := v.(Number)
		d, err := ParseSeconds(string(n))
		if !ok || err != nil {
			return p, fmt.Errorf(`metadata execution.timeout is %s, not a number of seconds`, describe(v))
		}
		p.timeout = d
	}
	return p, nil
}

// runs reports whether a cell is to be executed: cells of code with text and without the tag "skip-execution".
func (p policy) runs(c *Cell) bool {
	return c.IsCode() && !c.HasTag(tagSkip) && strings.TrimSpace(c.Source()) != ""
}

var timeoutTag = lazy(`^timeout[=:](.+)$`)

// limit is the time a cell may take, 0 for any. A tag "timeout=30" of the cell overrides the limit of the run.
func (p policy) limit(c *Cell) time.Duration {
	for _, tag := range c.Tags() {
		if m := timeoutTag().FindStringSubmatch(tag); m != nil {
			if d, err := ParseSeconds(m[1]); err == nil {
				return d
			}
		}
	}
	return p.timeout
}

// allows reports whether the run goes on after an exception of this class in this cell.
func (p policy) allows(c *Cell, class string) bool {
	return p.allowErrors || c.HasTag(tagRaises) || slices.Contains(p.allowNames, class)
}

// ParseSeconds reads a limit of time: a number of seconds or a duration as in "1m30s". Zero and negative numbers mean
// no limit.
func ParseSeconds(s string) (time.Duration, error) {
	s = strings.TrimSpace(s)
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		switch {
		case f != f:
			return 0, fmt.Errorf("%q is no time", s)
		case f <= 0:
			return 0, nil
		case f > 1e9:
			f = 1e9 // decades are as good as for ever, and fit
		}
		return max(time.Duration(f*float64(time.Second)), 1), nil
	}
	d, err := time.ParseDuration(s)
	if err != nil {
		return 0, fmt.Errorf(`%q is no time; write seconds ("90") or a duration ("1m30s")`, clip(s, 40))
	}
	return max(d, 0), nil
}

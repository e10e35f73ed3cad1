package ot

import "time"

// Record is one point of a solve's history.
type Record struct {
	Level    int     // of the ladder, from 0
	Eps      float64 // regularisation of the level
	Passes   int     // passes over the cost so far
	Sweeps   int     // sweeps so far
	RowErr   float64 // L1 error of the row sums before the last sweep, as a fraction of the mass
	Dual     float64 // dual value at the level's regularisation
	LevelEnd bool    // the level was left here
	Newton   int     // Newton steps so far
	CG       int     // iterations of their linear solves so far
	Kept     int     // entries of the Hessian's sparse part at the last Newton step; 0 before the first
	Step     float64 // length of the last Newton step, as a fraction of the full one
	Elapsed  time.Duration
}

// Iterations is the number of sweeps and Newton steps so far.
func (r Record) Iterations() int { return r.Sweeps + r.Newton }

// Records are taken at every sweep at first and then at growing distances. maxHistory bounds the number of records that
// are not ends of levels; when it is reached every other one is dropped and the interval doubles, so a long run keeps an
// even sample and allocates nothing.
const maxHistory = 512

type recorder struct {
	records  []Record
	interval int
	next     int // iteration at which a record is due
	last     time.Time
}

func newRecorder(buf []Record) *recorder {
	if cap(buf) < maxHistory+64 {
		buf = make([]Record, 0, maxHistory+64)
	}
	return &recorder{records: buf[:0], interval: 1}
}

func (r *recorder) due(iterations int) bool { return iterations >= r.next }

func (r *recorder) add(rec Record) {
	if len(r.records) >= maxHistory {
		kept := r.records[:0]
		for k, old := range r.records {
			if old.LevelEnd || k%2 == 0 {
				kept = append(kept, old)
			}
		}
		r.records = kept
		r.interval *= 2
	}
	r.records = append(r.records, rec)
	r.next = rec.Iterations() + max(r.interval, rec.Iterations()/16)
}

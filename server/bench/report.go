package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// line is one row of the report: times of one request, the median of the rounds.
type line struct {
	what             string
	ours, bare, pgx  []time.Duration // one for each round
	statements, trip int
	aim              float64
}

func median(d []time.Duration) time.Duration {
	if len(d) == 0 {
		return 0
	}
	s := slices.Clone(d)
	slices.Sort(s)
	return s[len(s)/2]
}

// ratio is the median of the rounds' own ratios: what disturbs a round disturbs both sides of it.
func (l line) ratio() float64 {
	var r []float64
	for i := range l.ours {
		if i < len(l.bare) && l.ours[i] > 0 {
			r = append(r, float64(l.bare[i])/float64(l.ours[i]))
		}
	}
	if len(r) == 0 {
		return 0
	}
	slices.Sort(r)
	return r[len(r)/2]
}

func printTable(w io.Writer, lines []line) {
	fmt.Fprintln(w, "| what | ours | bare Gin + pgx | statements alone | statements (trips) | bare / ours | aim |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|---|")
	for _, l := range lines {
		aim := "-"
		if l.aim > 0 {
			aim = fmt.Sprintf("%.1f", l.aim)
			if l.ratio() < l.aim {
				aim += " missed"
			}
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s | %d (%d) | %.2f | %s |\n", l.what, ms(median(l.ours)), ms(median(l.bare)), ms(median(l.pgx)), l.statements, l.trip, l.ratio(), aim)
	}
}

func ms(d time.Duration) string {
	if d == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f ms", float64(d)/float64(time.Millisecond))
}

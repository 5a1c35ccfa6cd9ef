package web

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// meters are what the program says of itself (监测数据): times of requests, and measures that are
// taken when somebody asks. No label holds a reference, a name or an address.
type meters struct {
	registry *prometheus.Registry
	seconds  *prometheus.HistogramVec
}

func newMeters(desk *casework.Desk, log *slog.Logger, more []prometheus.Collector) *meters {
	m := &meters{registry: prometheus.NewRegistry(), seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "tiaocai_request_seconds", Help: "Time to answer, by route, method and status.",
		Buckets: []float64{.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5},
	}, []string{"route", "method", "status"})}
	m.registry.MustRegister(m.seconds, newTaken(desk, log))
	m.registry.MustRegister(more...)
	return m
}

// Metrics serves the measures. It belongs on an address that the public cannot reach.
func (s *Server) Metrics() http.Handler {
	return promhttp.HandlerFor(s.meters.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4})
}

// fresh is for how long measures are given out again: many who look must not make work for the database.
const fresh = 15 * time.Second

// taken takes the desk's measures when they are asked for.
type taken struct {
	desk  *casework.Desk
	log   *slog.Logger
	descs map[string]*prometheus.Desc

	mu   sync.Mutex
	at   time.Time
	last casework.Measures
}

func newTaken(desk *casework.Desk, log *slog.Logger) *taken {
	t := &taken{desk: desk, log: log, descs: map[string]*prometheus.Desc{}}
	for _, m := range measures {
		t.descs[m.name] = prometheus.NewDesc(m.name, m.help, m.labels, nil)
	}
	return t
}

func (t *taken) Describe(to chan<- *prometheus.Desc) {
	for _, d := range t.descs {
		to <- d
	}
}

func (t *taken) Collect(to chan<- prometheus.Metric) {
	now := t.take()
	for _, m := range measures {
		if m.rows && now.Database != nil {
			continue // unknown is not zero
		}
		m.read(now, func(v float64, labels ...string) {
			to <- prometheus.MustNewConstMetric(t.descs[m.name], prometheus.GaugeValue, v, labels...)
		})
	}
}

func (t *taken) take() casework.Measures {
	t.mu.Lock()
	defer t.mu.Unlock()
	if now := time.Now(); now.Sub(t.at) >= fresh { // wall time of the program itself
		t.last, t.at = t.desk.Measure(context.Background()), now
		for part, err := range map[string]error{"database": t.last.Database, "evidence": t.last.Store} {
			if err != nil {
				t.log.Warn("measures", "part", part, "error", err.Error())
			}
		}
	}
	return t.last
}

// measure is one row of the list; docs/operations.md says what to do about each.
type measure struct {
	name, help string
	labels     []string
	rows       bool // read from the database
	read       func(m casework.Measures, say func(v float64, labels ...string))
}

func bit(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func each(list []string, of map[string]int, say func(float64, ...string)) {
	for _, k := range list {
		say(float64(of[k]), k)
	}
}

var measures = []measure{
	{"tiaocai_database_up", "1 if the numbers could be read from the database.", nil, false,
		func(m casework.Measures, say func(float64, ...string)) { say(bit(m.Database == nil)) }},
	{"tiaocai_store_up", "1 if the evidence store would take a file now.", nil, false,
		func(m casework.Measures, say func(float64, ...string)) { say(bit(m.Store == nil)) }},
	{"tiaocai_store_sealed", "1 if a real lock was tried and held: nobody can remove evidence before its time.", nil, false,
		func(m casework.Measures, say func(float64, ...string)) { say(bit(m.Lock.Sealed)) }},
	{"tiaocai_day_table_days_left", "Days until the end of the last year whose holidays are known.", nil, false,
		func(m casework.Measures, say func(float64, ...string)) { say(float64(m.DaysLeft)) }},
	{"tiaocai_jobs", "Background jobs by state; discarded ones were given up.", []string{"state"}, true,
		func(m casework.Measures, say func(float64, ...string)) {
			each([]string{"available", "running", "retryable", "discarded"}, m.Jobs, say)
		}},
	{"tiaocai_job_oldest_seconds", "How long the oldest background job has been waiting.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) { say(m.OldestJob) }},
	{"tiaocai_messages", "Messages that are not out yet, by state.", []string{"state"}, true,
		func(m casework.Measures, say func(float64, ...string)) {
			each([]string{"queued", "failed"}, m.Messages, say)
		}},
	{"tiaocai_message_oldest_seconds", "How long the oldest queued message has been waiting.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) { say(m.OldestMessage) }},
	{"tiaocai_clocks_overdue", "Periods of the commission and the mediation organisations that are past their last day, by period.", []string{"period"}, true,
		func(m casework.Measures, say func(float64, ...string)) {
			for _, t := range workflows.Terms() {
				if t.For != workflows.Applicant && t.For != workflows.Respondent {
					say(float64(m.Late(t)), string(t.Period))
				}
			}
		}},
	{"tiaocai_clocks_provisional", "Running periods that were counted without a year's holidays.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) { say(float64(m.Provisional)) }},
	{"tiaocai_cases_open", "Open cases by state.", []string{"state"}, true,
		func(m casework.Measures, say func(float64, ...string)) {
			for _, s := range workflows.States() {
				say(float64(m.Open[string(s)]), string(s))
			}
		}},
	{"tiaocai_backup_age_seconds", "Time since the last backup was finished; -1 if there was none.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) { say(age(m.Since(m.Backup))) }},
	{"tiaocai_backup_faults", "Files that the last backup found damaged or missing in the store.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) {
			if m.Backup != nil {
				say(float64(m.Backup.Faults))
			} else {
				say(0)
			}
		}},
	{"tiaocai_chain_check_age_seconds", "Time since the chains were last checked; -1 if never.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) { say(age(m.Since(m.Check))) }},
	{"tiaocai_chain_breaks", "Places that did not hold together at the last check.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) {
			if m.Check != nil {
				say(float64(m.Check.Faults))
			} else {
				say(0)
			}
		}},
	{"tiaocai_schema_version", "Newest migration of the database.", nil, true,
		func(m casework.Measures, say func(float64, ...string)) { say(float64(m.Schema)) }},
}

func age(seconds float64, ok bool) float64 {
	if !ok {
		return -1
	}
	return seconds
}

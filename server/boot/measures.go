package boot

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"tiaocai/server/config"
	"tiaocai/server/evidence"
)

// measures serves the measures on an address of their own, so that the public one never has them.
func (p *Program) measures(h http.Handler) error {
	if p.cfg.MetricsAddr == "" {
		return nil
	}
	l, err := net.Listen("tcp", p.cfg.MetricsAddr)
	if err != nil {
		return fmt.Errorf("TIAOCAI_METRICS_ADDR: 这个地址不能用 cannot listen: %w", err)
	}
	if !config.Loopback(p.cfg.MetricsAddr) {
		p.log.Warn("the measures can be fetched from other machines; let a firewall admit only the one that watches", "setting", "TIAOCAI_METRICS_ADDR")
	}
	p.Figures = l.Addr().String()
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", h)
	p.gauges = &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, WriteTimeout: time.Minute}
	go func(s *http.Server) {
		if err := s.Serve(l); err != nil && !errors.Is(err, http.ErrServerClosed) {
			p.log.Error("measures ended", "error", err.Error())
		}
	}(p.gauges)
	return nil
}

// alarmKinds are what an administrator must look at; each is counted from zero.
var alarmKinds = []string{"evidence-mismatch", "evidence-missing", "evidence-not-sealed", evidence.CodeRefused, "chain-break", "clock", "bundle-mismatch", "bundle-failed"}

func (p *Program) alarm(what string, err error) {
	p.log.Error("ALARM", "what", what, "error", err.Error())
	p.alarms.WithLabelValues(what).Inc()
}

// newAlarms counts alarms.
func newAlarms() *prometheus.CounterVec {
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tiaocai_alarms_total", Help: "Alarms raised since the start, by kind."}, []string{"what"})
	for _, k := range alarmKinds {
		c.WithLabelValues(k)
	}
	return c
}

// collectors are the measures of the program's own parts.
func (p *Program) collectors() []prometheus.Collector {
	return []prometheus.Collector{p.alarms, pooled{p.pool}, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{})}
}

// pooled measures the pool of database connections.
type pooled struct{ pool *pgxpool.Pool }

var (
	connectionsNow = prometheus.NewDesc("tiaocai_database_connections", "Connections to the database: in use, idle, and the most there may be.", []string{"kind"}, nil)
	connectionWait = prometheus.NewDesc("tiaocai_database_waits_total", "How often somebody had to wait for a connection.", nil, nil)
)

func (pooled) Describe(to chan<- *prometheus.Desc) { to <- connectionsNow; to <- connectionWait }

func (c pooled) Collect(to chan<- prometheus.Metric) {
	s := c.pool.Stat()
	for kind, n := range map[string]int32{"used": s.AcquiredConns(), "idle": s.IdleConns(), "most": s.MaxConns()} {
		to <- prometheus.MustNewConstMetric(connectionsNow, prometheus.GaugeValue, float64(n), kind)
	}
	to <- prometheus.MustNewConstMetric(connectionWait, prometheus.CounterValue, float64(s.EmptyAcquireCount()))
}

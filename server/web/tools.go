package web

import (
	"math"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"tiaocai/server/casework"
	"tiaocai/server/web/problem"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// The tools are for anybody, so that anybody can check the machine: nobody need be signed in, and
// no case is read.

const (
	toolsPrefix = "/api/v1/tools/"
	toolRate    = 100 // requests of one address in a second, in one process
	mostCallers = 10_000
)

func (s *Server) tools() {
	open(s, toolsPrefix+"period", "count-period", "期限计算 Count a period", func(c ctx, q casework.PeriodQuestion) (*casework.PeriodAnswer, error) {
		return s.desk.CountPeriod(c.Request.Context(), q)
	})
	open(s, toolsPrefix+"award-clock", "count-award-period", "审限计算 Count the award period", func(c ctx, q casework.AwardQuestion) (*casework.AwardAnswer, error) {
		return s.desk.CountAwardPeriod(c.Request.Context(), q)
	})
	s.claimTools()
}

// callers holds a bucket for each address that asked within the last second.
type callers struct {
	mu      sync.Mutex
	buckets map[netip.Prefix]*rate.Limiter
	swept   time.Time
}

// wait is how long the address must wait before its next request is taken; zero if it is taken now.
func (c *callers) wait(now time.Time, address string) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now.Sub(c.swept) >= time.Second || len(c.buckets) >= mostCallers {
		c.sweep(now)
	}
	who := callerOf(address)
	b := c.buckets[who]
	if b == nil {
		b = rate.NewLimiter(toolRate, toolRate)
		c.buckets[who] = b
	}
	if b.AllowN(now, 1) {
		return 0
	}
	return time.Duration((1 - b.TokensAt(now)) / toolRate * float64(time.Second))
}

// sweep forgets who has a full bucket again: a new one is the same.
func (c *callers) sweep(now time.Time) {
	kept := map[netip.Prefix]*rate.Limiter{}
	for who, b := range c.buckets {
		if b.TokensAt(now) < toolRate && len(kept) < mostCallers/2 {
			kept[who] = b
		}
	}
	c.buckets, c.swept = kept, now
}

// callerOf is an address, or the network of 64 bits that one household or firm has in IPv6.
func callerOf(address string) netip.Prefix {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return netip.Prefix{}
	}
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, _ := a.Prefix(bits)
	return p
}

// limited are the addresses that anybody may ask, and as often as they like but for this limit.
var limited = []string{toolsPrefix, feedsPrefix, "/hearings", "/api/v1/hearings"}

// limitTools turns away who asks the tools, a feed or the announced hearings too often, before a body is read.
func (s *Server) limitTools(c ctx) {
	if !slices.ContainsFunc(limited, func(prefix string) bool { return strings.HasPrefix(c.Request.URL.Path, prefix) }) {
		return
	}
	if wait := s.callers.wait(s.desk.Now(), c.ClientIP()); wait > 0 {
		f := fault.New(fault.TooMany, "too-fast", law.Text{ZH: "请求太快，每个地址每秒最多 " + strconv.Itoa(toolRate) + " 次。请稍后再试。",
			EN: "Too fast: one address may ask " + strconv.Itoa(toolRate) + " times a second. Please try again in a moment."})
		f.RetryAfter = time.Duration(math.Ceil(wait.Seconds())) * time.Second
		problem.Write(c.Writer, f, lang(c), s.note(c, f)) // programs ask here
		c.Abort()
	}
}

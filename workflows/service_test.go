package workflows

import (
	"math/rand/v2"
	"strings"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// imagineService plays what a step of service may say.
func imagineService(f Facts, e Event, r *rand.Rand) Serving {
	s := Serving{Way: Ways()[r.IntN(len(ways))].Way, Paper: papers[r.IntN(len(papers))].Paper, State: ServiceQueued, Outcome: Arrived,
		Employer: r.IntN(2) == 0, Consent: r.IntN(2) == 0, Ground: []string{GroundRefused, GroundClosed, GroundUnknown, GroundFailed}[r.IntN(4)],
		Explained: r.IntN(2) == 0, Failed: r.IntN(2) == 0, Filed: r.IntN(2) == 0, Put: f.On.Next(-r.IntN(40))}
	switch e {
	case SendDocument:
		s.Outcome = WentOut
	case RecordDelivery:
		s.State, s.Outcome = ServiceSent, Outcomes()[r.IntN(len(Outcomes()))]
	case PublishNotice:
		s.Way, s.Outcome = ByNotice, WentOut
	case DeemServed:
		s.Way, s.State, s.Outcome = LeftAtDoor, ServiceDelivered, RanOut
	}
	return s
}

// The state machine of service, whole: every way, every state, every outcome. What is not here does not happen.
func TestEveryWayThroughService(t *testing.T) {
	t.Parallel()
	want := map[Way]string{
		ByHand:      "queued>sent=sent queued>delivered=served sent>delivered=served sent>refused=refused sent>undeliverable=undeliverable",
		LeftProven:  "queued>delivered=served",
		LeftAtDoor:  "queued>delivered=delivered delivered>deemed=served",
		ByPost:      "queued>sent=sent queued>delivered=served sent>delivered=served sent>refused=refused sent>undeliverable=undeliverable",
		Entrusted:   "queued>sent=sent queued>delivered=served sent>delivered=served sent>refused=refused sent>undeliverable=undeliverable",
		Electronic:  "queued>sent=sent queued>delivered=served sent>delivered=served sent>undeliverable=undeliverable",
		ByNotice:    "queued>sent=sent sent>deemed=served",
		SimpleMeans: "queued>sent=sent queued>confirmed=served sent>delivered=delivered sent>confirmed=served sent>undeliverable=undeliverable delivered>confirmed=served delivered>undeliverable=undeliverable",
		ThroughUnit: "queued>sent=sent queued>delivered=served sent>delivered=served sent>refused=refused sent>undeliverable=undeliverable",
	}
	for _, w := range Ways() {
		var got []string
		for _, s := range ServiceStates() {
			for _, o := range Outcomes() {
				to, ok := w.Way.After(s, o)
				if ok {
					got = append(got, string(s)+">"+string(o)+"="+string(to))
				}
				if ok && s.Ended() {
					t.Errorf("%s: %s is ended, and yet %s leads on to %s", w.Way, s, o, to)
				}
				f := acceptedCase()
				f.Act.Serving = Serving{Way: w.Way, State: s, Outcome: o}
				if ServiceMoves.Holds(f) != ok {
					t.Errorf("the guard and the table differ: %s, %s, %s", w.Way, s, o)
				}
			}
		}
		if strings.Join(got, " ") != want[w.Way] {
			t.Errorf("%s goes\n%s, want\n%s", w.Way, strings.Join(got, " "), want[w.Way])
		}
	}
}

// Every way with every paper: what must be signed for is handed over against a signature, and simple
// means carry neither that nor an award.
func TestWhichPaperMayGoWhichWay(t *testing.T) {
	t.Parallel()
	for _, k := range Papers() {
		for _, w := range Ways() {
			f := acceptedCase()
			f.Handling.Simple = day("2026-03-04")
			f.Act.Serving = Serving{Way: w.Way, Paper: k.Paper, State: ServiceQueued, Outcome: WentOut, Consent: true, Ground: GroundRefused, Filed: true}
			award := k.Paper == AwardFinalPaper || k.Paper == AwardNonFinalPaper
			signed := w.Way == ByHand || w.Way == ByPost || w.Way == Entrusted || w.Way == ThroughUnit
			may := !(k.Signed && !signed) && !(award && w.Way == SimpleMeans)
			if got := SignatureOnly.Holds(f) && SimpleAllowed.Holds(f) && EServiceAgreed.Holds(f); got != may || w.Carries(k.Paper) != may {
				t.Errorf("%s by %s: %v, want %v", k.Paper, w.Way, got, may)
			}
		}
	}
	for _, signer := range []string{"", "self", "representative", "agent", "named", "family", "mail-clerk"} {
		f := closed()
		f.Act.Serving = Serving{Way: ByHand, Paper: MediationDocument, State: ServiceQueued, Outcome: Arrived, Signer: signer}
		if may := signer != "family" && signer != "mail-clerk"; SignatureOnly.Holds(f) != may {
			t.Errorf("a mediation document signed for by %q: %v, want %v", signer, !may, may)
		}
	}
}

// The edges of the conditions, each with its code.
func TestServiceAtItsEdges(t *testing.T) {
	t.Parallel()
	at := func(s Serving) func(*Facts) {
		return func(f *Facts) {
			if s.State == "" {
				s.State, s.Outcome = ServiceQueued, Arrived
			}
			f.Act.Serving = s
		}
	}
	ten := func(s Serving) func(*Facts) { return func(f *Facts) { f.Workers = 10; at(s)(f) } }
	sent := func(s Serving) Serving { s.State, s.Outcome = ServiceQueued, WentOut; return s }
	for _, tt := range []struct {
		event  Event
		change func(*Facts)
		want   string
	}{
		{ServeDocument, at(Serving{Way: ByHand, Paper: NoticeToRespond}), ""},
		{ServeDocument, at(Serving{Way: Electronic, Paper: NoticeToRespond, Consent: true}), ""},
		{ServeDocument, at(Serving{Way: Electronic, Paper: NoticeToRespond}), "e-service-needs-consent"},
		{ServeDocument, at(Serving{Way: LeftAtDoor, Ground: GroundRefused, Filed: true}), ""},
		{ServeDocument, at(Serving{Way: LeftAtDoor, Ground: GroundRefused, Witness: true}), "left-needs-proof"},
		{ServeDocument, at(Serving{Way: LeftProven, Ground: GroundRefused, Witness: true}), ""},
		{ServeDocument, at(Serving{Way: LeftProven, Ground: GroundRefused}), "left-needs-proof"},
		{ServeDocument, at(Serving{Way: LeftAtDoor, Filed: true}), "left-needs-refusal"},
		{ServeDocument, at(Serving{Way: LeftAtDoor, Ground: GroundClosed, Filed: true}), "left-needs-refusal"},
		{ServeDocument, ten(Serving{Way: LeftAtDoor, Ground: GroundClosed, Filed: true}), ""},
		{ServeDocument, ten(Serving{Way: LeftProven, Ground: GroundClosed, Filed: true}), "left-needs-refusal"},
		{ServeDocument, at(Serving{Way: SimpleMeans, Paper: NoticeToRespond}), "simple-means-not-allowed"},
		{ServeDocument, func(f *Facts) { f.Handling.Simple = day("2026-03-04"); at(Serving{Way: SimpleMeans})(f) }, "service-not-in-that-state"}, // not confirmed
		{ServeDocument, at(Serving{Way: ByHand, State: ServiceServed, Outcome: Arrived}), "service-not-in-that-state"},
		{SendDocument, at(sent(Serving{Way: ByPost})), ""},
		{SendDocument, at(sent(Serving{Way: ByPost, Paper: MediationDocument})), ""},
		{SendDocument, at(Serving{Way: ByPost, State: ServiceSent, Outcome: WentOut}), "service-not-in-that-state"},
		{RecordDelivery, at(Serving{Way: ByPost, State: ServiceSent, Outcome: TurnedBy}), ""},
		{RecordDelivery, at(Serving{Way: Electronic, State: ServiceSent, Outcome: TurnedBy}), "service-not-in-that-state"},
		{RecordDelivery, at(Serving{Way: ByPost, State: ServiceUndeliverable, Outcome: Arrived}), "service-not-in-that-state"},
		{PublishNotice, at(sent(Serving{Way: ByNotice, Ground: GroundUnknown, Explained: true})), ""},
		{PublishNotice, at(sent(Serving{Way: ByNotice, Ground: GroundUnknown})), "notice-too-early"},
		{PublishNotice, at(sent(Serving{Way: ByNotice, Ground: GroundFailed, Explained: true})), "notice-too-early"},
		{PublishNotice, at(sent(Serving{Way: ByNotice, Ground: GroundFailed, Explained: true, Failed: true})), ""},
		{PublishNotice, at(sent(Serving{Way: ByNotice, Ground: GroundUnknown, Explained: true, Paper: MediationDocument})), "paper-needs-signature"},
	} {
		f := acceptedCase()
		tt.change(&f)
		_, err := Decide(f, tt.event)
		code := ""
		if k := fault.As(err); k != nil {
			code = k.Code
		}
		if code != tt.want {
			t.Errorf("%s with %+v: %q, want %q", tt.event, f.Act.Serving, code, tt.want)
		}
	}
}

// V11 and V20: what was left or announced counts as served on its day, which does not move off a rest day.
func TestDeemedService(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		way      Way
		workers  int
		employer bool
		put      string
		want     string
	}{
		{LeftAtDoor, 1, true, "2026-04-02", "2026-04-08"},
		{ByNotice, 1, true, "2026-03-10", "2026-04-09"},
		{ByNotice, 10, true, "2026-03-10", "2026-03-20"},
		{ByNotice, 10, false, "2026-03-10", "2026-04-09"},
		{ByNotice, 9, true, "2026-03-10", "2026-04-09"},
		{ByNotice, 1, true, "2026-03-05", "2026-04-04"}, // a Saturday and a holiday: nobody has to do anything
		{ByPost, 1, true, "2026-03-05", ""},
	} {
		f := acceptedCase()
		f.Workers = tt.workers
		got := f.DeemedOn(tt.way, tt.employer, day(tt.put)).Statutory
		if got.String() != tt.want {
			t.Errorf("%s on %s, %d workers: %s, want %s", tt.way, tt.put, tt.workers, got, tt.want)
		}
		if tt.want == "" {
			continue
		}
		f.Act.Serving = Serving{Way: tt.way, Employer: tt.employer, Put: day(tt.put), State: ServiceSent, Outcome: RanOut}
		if tt.way == LeftAtDoor {
			f.Act.Serving.State = ServiceDelivered
		}
		on(&f, got.Next(-1))
		if _, err := Decide(f, DeemServed); fault.As(err) == nil || fault.As(err).Code != "deemed-service-not-yet" {
			t.Errorf("deemed served a day early: %v", err)
		}
		on(&f, got)
		if _, err := Decide(f, DeemServed); err != nil {
			t.Errorf("not deemed served on its day: %v", err)
		}
	}
}

// The defence runs from the deemed day, and its arithmetic says how the copy was served.
func TestClocksStartFromService(t *testing.T) {
	t.Parallel()
	f := acceptedCase()
	f.Services = []ServiceAt{{Party: "被1", Employer: true, Paper: NoticeToRespond, Way: LeftAtDoor, State: ServiceDelivered, Put: day("2026-04-02")}}
	f.CopyServed = []Served{{Party: "被1"}}
	waiting := clockOf(Clocks(f), DoorPeriod)
	if waiting.Due != day("2026-04-08") || waiting.For != Clock || clockOf(Clocks(f), DefencePeriod).Period != "" {
		t.Errorf("waiting: %+v; nothing is sent that runs", waiting)
	}
	f.CopyServed = []Served{{Party: "被1", On: day("2026-04-08"), Way: LeftAtDoor, Put: day("2026-04-02")}}
	f.Services[0].State = ServiceServed
	c := clockOf(Clocks(f), DefencePeriod)
	if len(c.Working) < 4 || c.Working[0].Date != day("2026-04-02") || c.Working[1].Add != "+3 working days" || c.Working[1].Date != day("2026-04-08") || c.Due != day("2026-04-22") {
		t.Errorf("the defence: %+v", c)
	}
	f.CopyServed[0].Way, f.CopyServed[0].Put = ByPost, calendar.Date{}
	if c := clockOf(Clocks(f), DefencePeriod); c.Working[0].Says.ZH != "副本送达之日，邮寄送达（当日不计）" {
		t.Errorf("by post: %+v", c.Working[0])
	}
}

// A public notice stops the award clock from its issue to deemed service, or until the recipient was reached.
func TestPublicNoticeStopsTheAwardClock(t *testing.T) {
	t.Parallel()
	f := acceptedCase() // accepted 2026-03-03
	before := f.AwardReckoning().Natural
	f.Services = []ServiceAt{{Party: "被1", Employer: true, Way: ByNotice, State: ServiceSent, Put: day("2026-03-10")}}
	r := f.AwardReckoning()
	if r.Stopped != 30 || r.Natural != before.Next(30) {
		t.Errorf("stopped %d days, due %s; want 30 and %s", r.Stopped, r.Natural, before.Next(30))
	}
	f.Workers = 10
	if r := f.AwardReckoning(); r.Stopped != 10 {
		t.Errorf("collective: stopped %d days, want 10", r.Stopped)
	}
	f.Services[0].State, f.Services[0].Ended = ServiceOvertaken, day("2026-03-12")
	if r := f.AwardReckoning(); r.Stopped != 2 {
		t.Errorf("reached on the second day: stopped %d days, want 2", r.Stopped)
	}
	f.Services[0].Put, f.Closed = day("2026-05-10"), day("2026-05-08")
	if r := f.AwardReckoning(); r.Stopped != 0 {
		t.Errorf("the award itself announced: stopped %d days, want none", r.Stopped)
	}
}

func TestNextWay(t *testing.T) {
	t.Parallel()
	failed := func(w ...Way) (list []Attempt) {
		for _, x := range w {
			list = append(list, Attempt{x, ServiceUndeliverable})
		}
		return list
	}
	for _, tt := range []struct {
		paper   Paper
		tried   []Attempt
		consent bool
		want    Way
	}{
		{NoticeToRespond, nil, true, Electronic},
		{NoticeToRespond, nil, false, ByPost},
		{NoticeToRespond, failed(ByPost), false, ByHand},
		{NoticeToRespond, failed(Electronic), true, ByPost},
		{NoticeToRespond, failed(ByPost, ByHand), false, ByNotice},
		{NoticeToRespond, failed(ByPost, ByHand, ByNotice), false, ""},
		{AwardFinalPaper, []Attempt{{ByHand, ServiceRefused}}, true, LeftAtDoor},
		{MediationDocument, nil, true, ByPost},
		{MediationDocument, failed(ByPost, ByHand), true, ""},
		{MediationDocument, []Attempt{{ByHand, ServiceRefused}}, true, ""},
	} {
		got, ok := NextWay(tt.paper, tt.tried, tt.consent)
		if !ok {
			got = ""
		}
		if got != tt.want {
			t.Errorf("after %v: %q, want %q", tt.tried, got, tt.want)
		}
	}
}

func clockOf(list []ClockAt, p Period) ClockAt {
	for _, c := range list {
		if c.Period == p {
			return c
		}
	}
	return ClockAt{}
}

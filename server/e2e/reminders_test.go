package e2e

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// reminded is how many reminders there are, as "remind-5d 3".
func (s *story) reminded(t *testing.T, ref string) string {
	t.Helper()
	return one(t, s.Kit, `select coalesce(string_agg(name || ' ' || n, ', ' order by name), '') from
		(select m.name, count(*) n from messages m join cases c on c.commission_id = m.commission_id and c.id = m.case_id where c.ref = $1 and m.hearing_id is not null group by 1) x`, ref)
}

// at lets the program's own round of reminders run at a moment, and says how many went out.
func (s *story) remindAt(moment string) int {
	s.T.Helper()
	s.Clock.At(moment)
	n, err := s.P.Desk.Remind(context.Background(), s.P.Actors.Clock)
	if err != nil {
		s.T.Fatalf("%s: %v", moment, err)
	}
	return n
}

// withPhones is a case whose respondent has a phone and an agent with one, whose worker has an account.
func (s *story) withPhones(name, hearing string) string {
	s.T.Helper()
	ref := s.claimant(name, wages())
	s.joins()
	s.intake.Step(ref, "confirm-address", j{"party": "被1", "address": "浙江省仙居县福应街道环城路 1 号", "phone": "0576-87770011"})
	s.intake.Step(ref, "add-agent", j{"party": "被1", "name": "金律师", "kind": "lawyer", "special": true, "proof": "授权委托书", "phone": "0576-87770088"})
	s.arbitrator.Step(ref, "schedule-hearing", j{"hearing_on": hearing, "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-02")
	return ref
}

// Party and agent are reminded five days, one day and two hours before the hearing, each once of each kind, by the way on
// record: in the box of an account, else by phone. The message says when, where and what to bring.
func TestRemindersOfAHearing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	ref := s.withPhones("马可名", "2026-03-16")
	if n := s.remindAt("2026-03-10 10:00"); n != 0 {
		t.Errorf("six days before: %d", n)
	}
	for _, moment := range []string{"2026-03-11 07:50", "2026-03-11 08:00", "2026-03-11 08:10", "2026-03-12 10:00", "2026-03-15 09:00", "2026-03-15 12:00", "2026-03-16 06:50", "2026-03-16 07:00", "2026-03-16 07:10", "2026-03-16 09:00"} {
		want := map[string]int{"2026-03-11 08:00": 3, "2026-03-15 09:00": 3, "2026-03-16 07:00": 3}[moment]
		if n := s.remindAt(moment); n != want {
			t.Errorf("%s: %d reminders, want %d", moment, n, want)
		}
	}
	if got := s.reminded(t, ref); got != "remind-1d 3, remind-2h 3, remind-5d 3" {
		t.Errorf("in all: %s", got)
	}
	if got := one(t, s.Kit, `select string_agg(channel || ' ' || (agent_id is not null)::text || ' ' || (account_id is not null)::text, ', ' order by id) from messages where name = 'remind-1d'`); got != "box false true, sms false false, sms true false" {
		t.Errorf("how they went: %s", got)
	}
	if got := one(t, s.Kit, `select count(*) - (select count(*) from messages) from river_job where kind = 'deliver'`); got != "0" {
		t.Errorf("jobs less messages: %s", got)
	}
	var box []casework.MessageView
	s.worker.Get("/api/v1/messages", &box)
	if m := box[0]; m.Name != "remind-2h" || !strings.Contains(m.Body, "09:00") || !strings.Contains(m.Body, "第一仲裁庭") || !strings.Contains(m.Body, "证据原件") || strings.Contains(m.Body, "马可名") {
		t.Errorf("the last: %+v", m)
	}
	verify(t, s.Kit)
}

// Nobody is reminded of a day that was put off, of a case that ended, or of one that stands still; the new day has reminders
// of its own. Whoever was told of the day today is not told again today.
func TestNoReminderOfWhatIsOff(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	off, ended, still := s.withPhones("马可名", "2026-03-16"), s.withPhones("张三", "2026-03-16"), s.withPhones("李四", "2026-03-16")
	if n := s.remindAt("2026-03-11 09:00"); n != 9 {
		t.Errorf("five days before: %d", n)
	}
	s.arbitrator.Step(off, "schedule-hearing", j{"hearing_on": "2026-03-18", "starts": "14:00", "place": "第二仲裁庭"})
	if n := s.remindAt("2026-03-11 10:00"); n != 0 {
		t.Errorf("on the day it was put off: %d", n)
	}
	s.intake.Step(ended, "ask-withdrawal", j{"settled": true})
	s.arbitrator.Step(ended, "propose-allow-withdrawal", nil)
	s.head.Step(ended, "allow-withdrawal", nil)
	s.arbitrator.Step(still, "propose-suspend", j{"ground": "appraisal", "reason": "等待劳动能力鉴定结论"})
	s.director.Step(still, "suspend", nil)
	if n := s.remindAt("2026-03-13 09:00"); n != 3 {
		t.Errorf("five days before the new day: %d", n)
	}
	for _, moment := range []string{"2026-03-15 09:00", "2026-03-16 07:30"} {
		if n := s.remindAt(moment); n != 0 {
			t.Errorf("%s: %d reminders of what is off", moment, n)
		}
	}
	if n := s.remindAt("2026-03-17 09:00"); n != 3 {
		t.Errorf("the day before the new day: %d", n)
	}
	if n := s.remindAt("2026-03-18 12:00"); n != 3 {
		t.Errorf("two hours before the new hour: %d", n)
	}
	for ref, want := range map[string]string{off: "remind-1d 3, remind-2h 3, remind-5d 6", ended: "remind-5d 3", still: "remind-5d 3"} {
		if got := s.reminded(t, ref); got != want {
			t.Errorf("of %s: %s, want %s", ref, got, want)
		}
	}
}

// Two processes try at once, and are cut off in between: each reminder is there once, with one job.
func TestRemindersAreWrittenOnce(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	var refs []string
	for i := range 6 {
		refs = append(refs, s.withPhones(fmt.Sprintf("马可%d", i), "2026-03-16"))
	}
	other := s.Program(nil)
	defer other.Close()
	s.Clock.At("2026-03-15 10:00")
	for round := range 6 {
		ctx, cut := context.WithTimeout(t.Context(), time.Duration(round+1)*8*time.Millisecond)
		var both sync.WaitGroup
		for _, d := range []*casework.Desk{s.P.Desk, other.Desk} {
			both.Go(func() { _, _ = d.Remind(ctx, s.P.Actors.Clock) }) // cut off: what it says is of no interest
		}
		both.Wait()
		cut()
	}
	for _, d := range []*casework.Desk{s.P.Desk, other.Desk} {
		if _, err := d.Remind(t.Context(), s.P.Actors.Clock); err != nil {
			t.Fatal(err)
		}
	}
	for _, ref := range refs {
		if got := s.reminded(t, ref); got != "remind-1d 3" {
			t.Errorf("of %s: %s", ref, got)
		}
	}
	if got := one(t, s.Kit, `select count(*) - (select count(*) from messages) from river_job where kind = 'deliver'`); got != "0" {
		t.Errorf("jobs less messages: %s", got)
	}
	if n, err := s.P.Desk.Remind(t.Context(), s.P.Actors.Postman); err == nil {
		t.Errorf("the postman reminds: %d", n)
	}
}

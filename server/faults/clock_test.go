//go:build linux

package faults

import (
	"context"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// The wall clock jumps back. On record, time goes on; who is signed in stays so; a request sent
// again is still the same request; nobody is locked out by a count from the future; and the
// administrator is told.
func TestClockRunsBackwards(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-10"})
	in := k.As("lian")
	var d casework.Done
	in.Want(200, in.Do("POST", "/api/v1/cases", application("张三")), &d)
	in.Step(d.Ref, "ask-correction", testkit.J{"items": []string{"身份证明"}})
	for range 9 { // somebody forgot a password
		k.Nobody().Do("POST", "/api/v1/tokens", testkit.J{"login": "shuji", "password": "wrong password"})
	}
	k.Clock.Back(3 * time.Hour)
	key := []string{"Idempotency-Key", "sent-before-and-after"}
	first := in.Do("POST", "/api/v1/cases/"+d.Ref+"/complete-correction", testkit.J{}, key...)
	in.Want(200, first, nil)
	k.Clock.Back(20 * time.Minute)
	if again := in.Do("POST", "/api/v1/cases/"+d.Ref+"/complete-correction", testkit.J{}, key...); string(again.Body) != string(first.Body) {
		t.Errorf("sent again: %d %s, want %s", again.Status, again.Body, first.Body)
	}
	k.As("shuji") // the count of wrong passwords is of a time that is not yet
	k.Clock.Back(24 * time.Hour)
	if a := in.Try(d.Ref, "ask-correction", testkit.J{"items": []string{"另一份"}}); a.Status != 422 || !strings.Contains(string(a.Body), "2026-03-10") {
		t.Errorf("on the day before its own application: %d %s, want a refusal naming the day", a.Status, a.Body)
	}
	inOrder(t, k, d.Ref)
	if log := k.Log.String(); !strings.Contains(log, "ALARM") || !strings.Contains(log, "校准") {
		t.Error("nobody was told that the clock runs behind")
	}
}

// inOrder wants the record of a case to go forward in time, and its chain to hold.
func inOrder(t *testing.T, k *testkit.Kit, ref string) {
	t.Helper()
	err := k.P.DB.Reading(context.Background(), k.Clock.Now(), func(tx *models.Tx) error {
		var at []time.Time
		err := tx.Raw(`select e.recorded_at from case_events e join cases c on c.commission_id = e.commission_id and c.id = e.case_id where c.ref = ? order by e.no`, ref).Scan(&at).Error
		if err != nil || len(at) < 3 {
			t.Errorf("%d events, %v", len(at), err)
		}
		for i := 1; i < len(at); i++ {
			if !at[i].After(at[i-1]) {
				t.Errorf("event %d was recorded at %s, after one at %s", i+1, at[i], at[i-1])
			}
		}
		_, _, err = models.VerifyChains(tx, func(b models.Break) { t.Errorf("broken: %+v", b) })
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// A machine whose clock is not the database's is told so when the program starts.
func TestClockFarFromTheDatabases(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Idle: true})
	skew, err := k.P.DB.Skew(context.Background(), func() time.Time { return time.Now().Add(-2 * time.Hour) })
	if err != nil || skew > -119*time.Minute || skew < -121*time.Minute {
		t.Errorf("two hours behind is %s, %v", skew, err)
	}
	for skew, told := range map[time.Duration]bool{2 * time.Second: false, -3 * time.Hour: true, time.Hour: true} {
		if says := boot.SkewSays(skew); (says != "") != told || told && (!strings.Contains(says, "校准") || !strings.Contains(says, "NTP")) {
			t.Errorf("%s: %q", skew, says)
		}
	}
}

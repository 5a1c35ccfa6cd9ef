package pages

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// sampleExpected is an estimate, or the word that there are too few cases.
func sampleExpected(few bool) *casework.Expected {
	says := law.Text{ZH: "这是估计，不是期限。", EN: "This is an estimate, not a time limit."}
	if few {
		return &casework.Expected{TooFew: true, Cases: 3, Says: says}
	}
	return &casework.Expected{Cases: 120, Median: 38, Most: 44, Likely: on("2026-11-16"), Latest: on("2026-11-22"), Says: says, Shown: []law.Text{says, says}}
}

// sampleMyCase is a case as the worker sees it, with a hearing to come and something to mend.
func sampleMyCase(few bool) *casework.CaseView {
	v := sampleCase(true, workflows.Applicant)
	v.Means, v.Next.Says, v.Expected = workflows.Scheduled.Means().Worker, workflows.HoldHearing.Says().Worker, sampleExpected(few)
	v.Hearing = &casework.HearingView{Coming: true, No: 1, On: on("2026-11-25"), Starts: "09:00", Place: "仙居县南峰街道环城南路 288 号，第二仲裁庭"}
	v.Queue = sampleQueue()
	v.Application = &casework.ApplicationView{ReceivedOn: on("2026-09-29"), Correcting: true, AskedOn: on("2026-09-30"), MendBy: on("2026-10-15"),
		Defects: []casework.DefectView{{Of: "申1", Name: law.Text{ZH: "住址", EN: "Address"}, Missing: "没有写门牌号"}}}
	return v
}

// The calendar file has the hearing's hour in UTC and breaks no line within a character.
func TestHearingCalendar(t *testing.T) {
	v := sampleMyCase(false)
	v.Hearing.Place += "；三楼,东侧，从北门进，过安检以后上电梯到三楼"
	file, ok := HearingCalendar(v, "zh")
	if !ok || !strings.Contains(file, "\r\nDTSTART:20261125T010000Z\r\n") {
		t.Fatalf("%v\n%s", ok, file)
	}
	for _, l := range strings.Split(file, "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) {
			t.Errorf("%d bytes: %q", len(l), l)
		}
	}
	if whole := strings.ReplaceAll(file, "\r\n ", ""); !strings.Contains(whole, `第二仲裁庭；三楼\,东侧`) {
		t.Error(whole)
	}
	v.Hearing.Coming = false
	if _, ok := HearingCalendar(v, "zh"); ok {
		t.Error("a hearing that nobody comes to is still announced")
	}
}

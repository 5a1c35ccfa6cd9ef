package pages

import (
	"testing"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

func sampleQueue() *casework.QueueView {
	return &casework.QueueView{State: casework.DayWaiting, StateName: casework.DayWaiting.Says(), Place: 3, Planned: "14:00", About: "14:30", Room: "第二仲裁庭", Says: law.Text{ZH: "您排第 3，大约 14:30。", EN: "You are third, about 14:30."}}
}

func samplePublic(starts string, s casework.DayState) casework.PublicHearing {
	cause, name := law.Text{ZH: "追索劳动报酬", EN: "Labor pay"}, s.Says()
	return casework.PublicHearing{Starts: starts, Place: "第一仲裁庭", Public: true, Number: "仙劳人仲案〔2026〕123号", Cause: &cause, State: s, StateName: &name}
}

func sampleHearings() []sample {
	shut := casework.PublicHearing{Starts: "10:30", Place: "第二仲裁庭"}
	unnumbered := samplePublic("15:30", casework.DayCancelled)
	unnumbered.Number = ""
	list := &casework.Announcement{Today: on("2026-11-20"), Until: on("2026-12-04"), N: 6, Days: []casework.PublicDay{
		{On: on("2026-11-20"), Hearings: []casework.PublicHearing{samplePublic("09:00", casework.DayOver), samplePublic("10:30", casework.DayOpen), shut, samplePublic("14:30", casework.DayPutOff), unnumbered}},
		{On: on("2026-11-23"), Hearings: []casework.PublicHearing{samplePublic("09:00", casework.DayWaiting)}}}}
	lobby := &casework.Lobby{Today: on("2026-11-20"), At: "10:42", Rooms: []casework.LobbyRoom{
		{Place: "第一仲裁庭", Now: []casework.LobbyTurn{{PublicHearing: samplePublic("09:00", casework.DayOpen)}}, Next: []casework.LobbyTurn{{PublicHearing: samplePublic("10:30", casework.DayWaiting), Turn: 1, About: "11:05"}},
			Then: []casework.LobbyTurn{{PublicHearing: samplePublic("14:30", casework.DayWaiting), Turn: 2, About: "14:30"}, {PublicHearing: shut, Turn: 3, About: "16:00"}}, Off: []casework.PublicHearing{samplePublic("16:00", casework.DayPutOff), unnumbered}, Over: 1},
		{Place: "第二仲裁庭", Next: []casework.LobbyTurn{{PublicHearing: shut, Turn: 1, About: "10:45"}}}}}
	return []sample{visitor("hearings", Hearings, list), visitor("hearings-none", Hearings, &casework.Announcement{Today: on("2026-11-20"), Until: on("2026-12-04")}),
		visitor("lobby", LobbyPage, LobbyBody{Lobby: lobby}), visitor("lobby-still", LobbyPage, LobbyBody{Lobby: &casework.Lobby{Today: on("2026-11-22"), At: "08:00"}, Still: true}),
		staff("docket-print", PackPage, samplePack()), staff("docket-print-empty", PackPage, &casework.Pack{Day: on("2026-11-23"), Today: on("2026-11-20"), For: "周立民", Made: "2026-11-20 17:00", Before: on("2026-11-20"), After: on("2026-11-24")})}
}

func samplePack() *casework.Pack {
	v := sampleCase(false, workflows.Tribunal)
	sheet := casework.PackCase{Sheet: "K7M2Q9XH4T3W-1", Ref: v.Ref, Number: v.Number, Starts: "09:00", Place: "第二仲裁庭", Held: workflows.ClosedForTrade.Says(), CauseName: v.CauseName, Tribunal: v.Tribunal,
		Applicants: []casework.PackParty{{Mark: "申1", Name: "林小芬"}}, Respondents: []casework.PackParty{{Mark: "被1", Name: longName, LegalRepresentative: "张某，总经理", Agents: []casework.AgentView{{ID: 5, Name: "金某", Kind: "lawyer", Special: true}, {ID: 6, Name: "潘某", Kind: "staff"}}}, {Mark: "被1", Name: longName, Role: "third"}},
		Claims: []casework.PackClaim{{No: 1, Title: v.Claims[0].Title, Money: true, Amount: v.Claims[0].Amount}, {No: 2, Applicant: "申1", Title: v.Claims[2].Title}, {No: 3, Title: v.Claims[1].Title, Money: true, Amount: v.Claims[1].Amount, Counter: true}}, ClaimTotal: claims.Yuan(62560),
		Exhibits:  []casework.PackExhibit{{Mark: "申1", Title: "劳动合同", Proves: "劳动关系", Examined: []casework.ExaminationView{{Party: "被1", On: on("2026-11-10"), Authentic: true, Lawful: true, Remark: "与本案无关。"}, {Party: "申1", On: on("2026-11-11"), Authentic: true, Lawful: true, Relevant: true}}}, {Mark: "被1", Title: "考勤表", Proves: "未加班"}},
		Preparing: true, Lacks: workflows.Readiness{Served: true}.Lacks(on("2026-11-20")), Clocks: []casework.PackClock{{Name: v.Clocks[0].Name, Parties: []string{"申1", "被1"}, Due: on("2026-11-18"), Late: true, Law: law.Arbitration(30)}, {Name: v.Clocks[1].Name, Due: on("2026-11-30"), Law: law.Arbitration(43)}, {Name: v.Clocks[0].Name, Stopped: true, Law: law.Arbitration(43)}}, Joint: &casework.JointView{Cases: 3}}
	bare := casework.PackCase{Sheet: "A7M2Q9XH4T3W-2", Ref: "A7M2Q9XH4T3W", Starts: "14:30", Place: "第一仲裁庭", Held: workflows.PublicHearing.Says(), CauseName: v.CauseName, Opened: true}
	return &casework.Pack{Day: on("2026-11-23"), Today: on("2026-11-20"), For: "周立民", Made: "2026-11-20 17:00", Before: on("2026-11-20"), After: on("2026-11-24"), Cases: []casework.PackCase{sheet, bare, {Sheet: "B-1", Ref: "B7M2Q9XH4T3W", Starts: "16:00", Place: "第一仲裁庭", Preparing: true}}}
}

// A box is sorted by day and, within a day, by case; nothing is lost and the newest stays first.
func TestABoxByDayAndCase(t *testing.T) {
	t.Parallel()
	b := Box([]casework.MessageView{{ID: 9, Ref: "A", At: "2026-11-20 11:00", Unread: true}, {ID: 8, Ref: "B", At: "2026-11-20 10:00"}, {ID: 7, Ref: "A", At: "2026-11-20 09:00", Unread: true}, {ID: 3, Ref: "A", At: "2026-11-18 09:00"}})
	if b.Unread != 2 || b.Last != 9 || len(b.Days) != 2 || len(b.Days[0].Cases) != 2 || b.Days[1].On != on("2026-11-18") {
		t.Fatalf("the box: %+v", b)
	}
	if a := b.Days[0].Cases[0]; a.Ref != "A" || len(a.List) != 2 || a.List[1].ID != 7 || hourIn(a.List[1].At) != "09:00" {
		t.Errorf("the first case: %+v", a)
	}
	for n, want := range map[int]string{0: "消息", 3: "消息 3", 100: "消息 99+"} {
		if got := tongue("zh").inbox(&casework.Me{UnreadCount: casework.UnreadCount{Unread: n, Many: n >= 100}}); got != want {
			t.Errorf("the menu with %d unread = %q, want %q", n, got, want)
		}
	}
	if got := shortNumber("仙劳人仲案〔2026〕123号"); got != "〔2026〕123号" {
		t.Errorf("shortNumber = %s", got)
	}
}

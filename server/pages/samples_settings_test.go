package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
	"tiaocai/workflows/settings"
)

func sampleSettings() sample {
	day := calendar.Must("2027-01-01")
	wage := law.Text{ZH: "最低月工资标准", EN: "Minimum monthly wage"}
	v := &casework.SettingsView{MayPropose: true, MayApprove: true, Waiting: []casework.SettingView{
		{ID: 3, Name: settings.HolidayNotice, Says: law.Text{ZH: "放假通知", EN: "Holiday notice"}, From: day, Value: "2027-01-01,rest\n2027-02-13,work", Source: "国办发明电〔2026〕10号", State: "waiting", Proposer: "应小芳", ProposedOn: calendar.Must("2026-11-20")},
		{ID: 4, Name: "minimum_wage", Says: wage, From: day, Value: "2260", Source: "浙政发〔2026〕1号", State: "waiting", Proposer: "王建国", ProposedOn: calendar.Must("2026-11-20"), Own: true}},
		Decided: []casework.SettingView{{ID: 1, Name: settings.DayReading, Says: law.Text{ZH: "日期读法", EN: "Days"}, From: day, Value: "natural_day", Source: "会议纪要2号", State: "declined", Proposer: "应小芳", Decider: "王建国", Reason: "条文没有变。"}},
		Log:     []casework.SettingEvent{{No: 1, Event: "propose-setting", Says: law.Text{ZH: "报请变更", EN: "Proposed"}, On: day, By: "应小芳", Hash: "00"}}}
	for _, k := range settings.Kinds() {
		value, from, source := settings.Default().Now(k.Name, day)
		v.Now = append(v.Now, casework.SettingNow{Name: k.Name, Says: k.Says, Value: value, Unit: k.Unit, From: from, Source: source})
	}
	s := staff("settings", Settings, v)
	s.Page.URL = "/settings"
	s.Page.Me.Settings = true
	return s
}

func sampleNewSetting() sample {
	s := staff("new-setting", NewSetting, nil)
	s.Page.URL = "/settings/propose"
	return s
}

func sampleNewNotice() sample {
	s := staff("new-notice", NewNotice, nil)
	s.Page.URL = "/settings/holidays"
	return s
}

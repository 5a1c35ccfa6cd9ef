package pages

import (
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// sampleBundles are a bundle that was never made, one under way, and one that is there while a later try failed.
func sampleBundles() []sample {
	at := time.Date(2026, 11, 20, 9, 12, 0, 0, models.Zone)
	left := []models.LeftOut{{Mark: "申3", Says: law.Text{ZH: "录音", EN: "a recording"}}, {Mark: "申5", Says: law.Text{ZH: "Office 文件", EN: "an Office file"}}}
	fresh := &casework.BundlePage{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕128号", Listed: 23, LeftOut: left}
	making := *fresh
	making.Making = &casework.BundleView{ID: 4, State: "working", Done: 7, Listed: 23, AskedAt: at, By: "周立民", Stopped: true, Said: law.Text{ZH: "暂时做不下去，稍后自动再试。", EN: "It cannot go on just now and will be tried again by itself."}}
	ready := *fresh
	ready.Ready = &casework.BundleView{ID: 3, State: "done", Done: 22, Listed: 22, AskedAt: at, FinishedAt: &at, ExpiresAt: at.AddDate(0, 0, 7), Side: law.Text{ZH: "对方", EN: "the other side"}, Pages: 318, Size: 41 << 20, Hash: strings.Repeat("9f86d081", 8), LeftOut: left}
	ready.Later = law.Text{ZH: "这份证据卷是在 申4 提交之前制作的，里面没有它。请重新制作。", EN: "This bundle was made before 申4 was filed. Please make it anew."}
	ready.Failed = &casework.BundleView{ID: 5, State: "failed", Listed: 23, AskedAt: at, By: "周立民", Said: law.Text{ZH: "申2 与提交时的内容不一致，所以没有制作证据卷。已通知管理员。", EN: "申2 is no longer what was handed over, so no bundle was made. The administrators have been alerted."}}
	list := []sample{staff("bundle", BundlePage, fresh), staff("bundle-making", BundlePage, &making), party("bundle-ready", BundlePage, &ready)}
	for i := range list {
		list[i].Page.URL = "/cases/K7M2Q9XH4T3W/bundle"
	}
	return list
}

package world

import (
	"bytes"
	"image"
	"image/png"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows/calendar"
)

// rareApply is an application that was filled in on a phone, so that its statements are looked at too.
var rareApply = []story{{"an application from a phone", 0, func(t *Teller) {
	d := t.P.Desk
	begun, err := d.BeginDraft(t.ctx, policies.Actor{}, "192.0.2.7")
	t.must(err)
	_, err = d.ResumeDraft(t.ctx, "192.0.2.7", casework.DraftCode{Code: begun.Code})
	t.must(err)
	for _, a := range []struct {
		step string
		in   any
	}{{"who", &casework.AnswerWho{Name: "林小芬"}}, {"reach", &casework.AnswerReach{Phone: "13857612345", Address: "仙居县"}}, {"employer", &casework.AnswerEmployer{Name: "仙居某某有限公司"}},
		{"started", &casework.AnswerStarted{On: calendar.Must("2023-05-10")}}, {"ended", &casework.AnswerEnded{Still: true}}, {"job", &casework.AnswerJob{Place: "仙居县"}},
		{"wanted", &casework.AnswerWanted{Kinds: []string{"M01"}}}, {"sum-M01", &casework.AnswerSum{Amount: 1860000}}, {"known", &casework.AnswerKnown{}}, {"facts", &casework.AnswerFacts{Facts: "没发工资。"}}} {
		t.must(d.SaveAnswer(t.ctx, begun.ID, a.step, a.in))
	}
	no, err := d.AddExhibit(t.ctx, begun.ID, casework.DraftExhibit{Title: "工资条", Proves: "拖欠工资"})
	t.must(err)
	var photo bytes.Buffer
	t.must(png.Encode(&photo, image.NewGray(image.Rect(0, 0, 40, 30))))
	t.must(d.AddPhoto(t.ctx, begun.ID, no, "工资条.png", &photo))
	t.must(d.LookedAt(t.ctx, begun.ID))
	_, err = d.SeeDraft(t.ctx, begun.ID)
	t.must(err)
	who := t.people["lian"] // at the counter, for somebody without a phone of their own
	_, err = d.MyDraft(t.ctx, who)
	t.must(err)
	out, err := d.SendDraft(t.ctx, who, begun.ID, casework.SendDraft{Agreed: true})
	t.must(err)
	_, err = d.SeeApplication(t.ctx, who, out.Ref)
	t.must(err)
	_, err = d.ForgetDrafts(t.ctx)
	t.must(err)
	asked, err := d.AskBundle(t.ctx, who, out.Ref, t.options("bundle"))
	t.must(err)
	t.must(d.MakeBundle(t.ctx, t.P.Actors.Clock, 1, asked.Making.ID, false))
	_, err = d.OpenBundle(t.ctx, who, out.Ref)
	t.must(err)
	_, err = d.ForgetBundles(t.ctx)
	t.must(err)
}}}

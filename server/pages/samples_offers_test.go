package pages

import (
	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

func sampleOffer(id int64, side models.Side, state models.OfferState) casework.OfferView {
	o := casework.OfferView{ID: id, Side: side, Mine: side == models.ApplicantSide, Amount: claims.Yuan(38000), PayBy: on("2026-12-10"), Terms: "分两次付，每次一半。\n付清后就本争议再无其他请求。",
		MadeOn: on("2026-11-18"), Until: on("2026-11-22"), State: state, Light: workflows.Amber, Left: 2}
	if state != models.OfferOpen {
		o.EndedOn, o.Light = on("2026-11-19"), ""
	}
	return o
}

// sampleSettling is a case with offers of all kinds, and what the parties phone.
func sampleSettling() *casework.CaseView {
	v := sampleMyCase(false)
	v.Contact = &casework.Contact{Office: "仙居县劳动人事争议仲裁委员会", Phone: "0576-87770000", Person: "应晓燕", As: law.Text{ZH: "书记员", EN: "Recorder"}, Say: v.Number}
	v.Offers = &casework.OffersView{May: true, Open: []casework.OfferView{sampleOffer(4, models.RespondentSide, models.OfferOpen), sampleOffer(5, models.ApplicantSide, models.OfferOpen)},
		Past: []casework.OfferView{sampleOffer(3, models.ApplicantSide, models.OfferReplaced), sampleOffer(2, models.RespondentSide, models.OfferLapsed)},
		Agreed: &casework.AgreedView{OfferView: sampleOffer(1, models.RespondentSide, models.OfferAccepted), Next: law.Text{ZH: "接受方案不会自己结案。", EN: "Accepting it does not close the case."},
			Document: "请仲裁庭据此制作调解书。", Withdraw: "申请人请求撤回仲裁申请。"}}
	return v
}

// samplePerformance is a settled case whose agreement is not kept.
func samplePerformance(pack bool) *casework.CaseView {
	v := sampleMyCase(true)
	v.State = workflows.Settled
	p := &casework.Performance{Amount: claims.Yuan(30000), PayBy: on("2026-11-30"), Light: workflows.Black, Left: -2, BrokenOn: on("2026-11-19"), MayReport: true, MayConfirm: true, Worker: true, Court: law.Text{ZH: "基层人民法院", EN: "The basic court"}, CourtLaw: law.Arbitration(51),
		Instalments: []casework.InstalmentView{{No: 1, Due: on("2026-10-31"), Amount: claims.Yuan(10000), Paid: claims.Yuan(10000), PaidOn: on("2026-10-31")}, {No: 2, Due: on("2026-11-18"), Amount: claims.Yuan(20000), Light: workflows.Black, Left: -2}},
		Unsure:      []casework.PaymentView{{No: 3, Result: "part", Amount: claims.Yuan(500), On: on("2026-11-19"), By: law.Text{ZH: "被申请人", EN: "Respondent"}}}}
	if pack {
		p.Pack = []casework.PackLine{{Name: law.Text{ZH: "裁决书", EN: "Award"}, Document: 3, On: on("2026-11-01")}, {Name: law.Text{ZH: "生效证明", EN: "Proof of effect"}, Note: law.Text{ZH: "向仲裁委要。", EN: "Ask the commission."}}}
	}
	v.Performance = p
	return v
}

func offerSamples() []sample {
	page := func(o casework.OfferView, may bool) *casework.OfferPage {
		return &casework.OfferPage{Ref: "K7M2Q9XH4T3W", Offer: o, Applicant: "林小芬", Respondent: longName, May: may, Mediating: !may}
	}
	shut := page(sampleOffer(4, models.RespondentSide, models.OfferOpen), true)
	shut.Accept = &law.Text{ZH: "还有人没有同意。", EN: "Somebody's consent is missing."}
	asked := sampleCase(false, workflows.Tribunal)
	asked.DocumentAsked = &casework.DocumentAsked{On: on("2026-11-19"), Side: models.ApplicantSide, Text: "双方已经自行和解。\n请仲裁庭据此制作调解书。", Terms: "付清。"}
	mediator := sampleCase(false, workflows.Mediator)
	mediator.Offers = sampleSettling().Offers
	unsettled := sampleMyCase(true)
	unsettled.State, unsettled.Options = workflows.Unsettled, []workflows.Option{{Event: workflows.FileApplication, Name: law.Text{ZH: "申请仲裁", EN: "Apply for arbitration"}, Law: law.Arbitration(28), Open: true}}
	return []sample{
		party("my-case-offers", MyCase, sampleSettling()), party("my-case-paid", MyCase, samplePerformance(false)), party("my-case-pack", MyCase, samplePerformance(true)), party("my-case-apply", MyCase, unsettled),
		staff("case-asked", Case, asked), staff("case-offers", Case, mediator),
		party("offer", OfferPage, page(sampleOffer(4, models.RespondentSide, models.OfferOpen), true)), party("offer-mine", OfferPage, page(sampleOffer(5, models.ApplicantSide, models.OfferOpen), true)),
		party("offer-shut", OfferPage, shut), staff("offer-ended", OfferPage, page(sampleOffer(2, models.RespondentSide, models.OfferLapsed), false)),
		party("filing", FilingPage, &casework.Filing{Ref: "K7M2Q9XH4T3W", Text: "劳动人事争议仲裁申请书\n\n申请人：林小芬。\n", On: on("2026-11-20"), Open: true, Failed: &law.Text{ZH: "调解没有达成协议。", EN: "The mediation ended without agreement."}}),
		party("filing-shut", FilingPage, &casework.Filing{Ref: "K7M2Q9XH4T3W", Text: "劳动人事争议仲裁申请书\n\n申请人：林小芬。\n", On: on("2026-11-20"), Shut: &law.Text{ZH: "申请书应当写明被申请人。", EN: "An application names the respondent."}}),
	}
}

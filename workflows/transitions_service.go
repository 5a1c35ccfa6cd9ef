package workflows

import "tiaocai/workflows/law"

// everywhere is where papers are on their way: also after closing, for that is when the award goes out.
var everywhere = in(Advised, Mediating, Settled, Unsettled, Filed, NotAccepted, Referred, Accepted, Scheduled, Hearing, Deliberating, Closed)

// service are the steps of service; service.go has the ways and their states.
var service = []Row{
	{ // 记录送达
		Event: ServeDocument, Name: text("记录送达", "Record service"),
		From: everywhere, To: Same, By: by(Registry, Recorder, Mediator),
		When: when(SignatureOnly, EServiceAgreed, SimpleAllowed, LeftWithGround, LeftProved, ServiceMoves),
		Law:  law.CivilProcedure(87), AfterClosing: true, RestsOn: anyDay,
	},
	{ // 送出文书
		Event: SendDocument, Name: text("送出文书", "Send a paper out"),
		From: everywhere, To: Same, By: by(Registry, Recorder, Mediator),
		When: when(SignatureOnly, EServiceAgreed, SimpleAllowed, ServiceMoves),
		Law:  law.CivilProcedure(91), AfterClosing: true, RestsOn: anyDay,
	},
	{ // 记录送达结果
		Event: RecordDelivery, Name: text("记录送达结果", "Record what came of it"),
		From: everywhere, To: Same, By: by(Registry, Recorder, Mediator),
		When: when(SignatureOnly, ServiceMoves),
		Law:  law.CivilProcedure(91), AfterClosing: true, RestsOn: anyDay,
	},
	{ // 公告送达
		Event: PublishNotice, Name: text("公告送达", "Serve by public notice"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Registry, Recorder),
		When: when(OrdinaryForNotice, SignatureOnly, NoticeLast, ServiceMoves),
		Then: then(Draft(PublicNoticePaper)),
		Law:  law.CivilProcedure(95), RestsOn: anyDay,
	},
	{ // 公告送达
		Event: PublishNotice, Name: text("公告送达", "Serve by public notice"),
		From: in(Filed, NotAccepted, Deliberating, Closed), To: Same, By: by(Registry, Recorder),
		When: when(SignatureOnly, NoticeLast, ServiceMoves),
		Then: then(Draft(PublicNoticePaper)),
		Law:  law.CivilProcedure(95), AfterClosing: true, RestsOn: anyDay,
	},
	{ // 视为送达
		Event: DeemServed, Name: text("视为送达", "Deemed served"),
		From: everywhere, To: Same, By: by(Clock),
		When: when(ServiceMoves, DeemedDayCome),
		Law:  law.Zhejiang(35), AfterClosing: true, RestsOn: anyDay,
	},
}

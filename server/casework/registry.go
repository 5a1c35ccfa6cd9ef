package casework

import (
	"reflect"

	"tiaocai/workflows"
)

// commands are all steps with particulars, in the order of a case's life. The web makes one path
// for each from this list; a row of the table that is not here takes no particulars.
var commands = []Command{
	AmendApplication{}, EnterGroup{}, KeepCalculation{}, GiveAdvice{}, SettleInConsultation{}, AskMediation{},
	AssignMediator{}, ConsentToMediation{}, RefuseMediation{}, HoldSession{}, ExtendMediation{}, FailMediation{}, ExpireMediation{},
	AskTalks{}, AnswerTalks{}, ExtendTalks{}, FailTalks{}, LapseTalks{}, MakeOffer{}, WithdrawOffer{}, AcceptOffer{}, DeclineOffer{}, LapseOffer{}, AskDocument{}, DraftAgreement{}, SignAgreement{},
	AskReview{}, AllowLateReview{}, AcceptReview{}, RefuseReview{}, ExtendReview{}, ReplaceAgreement{}, RejectAgreement{}, WithdrawReview{}, RecordConfirmation{}, RecordPaymentOrder{},
	EntrustMediation{}, EndEntrusted{},
	FileApplication{}, AskCorrection{}, CompleteCorrection{}, HoldForMediation{}, Accept{}, RefuseAcceptance{}, Refer{}, WithdrawApplication{},
	RecordInterruption{}, CertifyNoDecision{}, CertifyNoAward{}, TakeOver{}, DisputeTransfer{}, RecordDesignation{},
	FormTribunal{}, ReplaceSeat{}, FileDefence{}, AddAgent{}, EndAgency{}, ObjectToJurisdiction{}, DismissObjection{}, NameRepresentatives{}, ConfirmAddress{},
	ServeDocument{}, SendDocument{}, RecordDelivery{}, PublishNotice{}, DeemServed{}, ScheduleHearing{}, ConsentShortNotice{},
	AskRecusal{}, DecideRecusal{}, SetEvidencePeriod{}, ChangeClaims{}, AcceptChange{}, DeclineChange{},
	HandleSimply{}, ConvertToOrdinary{}, AskPostponement{}, GrantPostponement{}, RefusePostponement{}, RecordConsents{}, JoinHearing{}, LeaveJoint{}, NotifyAtOnce{},
	OpenHearing{}, AdjournHearing{}, AttemptMediation{}, CloseHearing{}, ReopenHearing{}, CounterApply{}, JoinCounter{}, DeclineCounter{}, AnswerCounter{}, JoinParty{}, AskEvidenceTaking{}, AnswerEvidenceTaking{}, ExchangeEvidence{}, RecordInquiry{}, SendInquiry{},
	EntrustAppraisal{}, ReceiveOpinion{}, CommentRecord{}, ExamineExhibit{}, AskRestoration{}, AnswerRestoration{}, RecordLeaving{}, RecordAppraisalCost{}, HearInDefault{},
	WriteMinutes{}, SignMinutes{}, NoteUnsigned{}, AskMinutesCorrection{}, AnswerMinutesCorrection{},
	StopClock{}, EndStop{}, Suspend{}, Resume{}, ExtendAwardPeriod{},
	CastVote{}, MakeAward{}, SignAward{}, CloseByMediation{}, AskWithdrawal{}, AnswerWithdrawal{}, AllowWithdrawal{}, DeemWithdrawn{}, Terminate{}, Transfer{}, Cancel{},
	PartialAward{}, PreliminaryExecution{}, ForwardPreservation{}, RecordRuling{}, TakeEffect{}, ProveEffect{}, ConfirmPayment{}, ApproveDisposal{}, Rehear{},
	CorrectAward{}, RecordSuit{}, RevokeAward{}, RecordEnforcement{}, RecordPayment{}, Archive{},
	CorrectEntry{}, DeclineProposal{},
}

var types = func() map[workflows.Event]reflect.Type {
	m := map[workflows.Event]reflect.Type{}
	for _, c := range commands {
		m[c.Event()] = reflect.TypeOf(c)
	}
	return m
}()

// Blank makes an empty command for an event, as a pointer to fill; nil if the event has none of
// its own (an opening step, an upload, a proposal).
func Blank(e workflows.Event) Command {
	t, ok := types[e]
	if !ok {
		return nil
	}
	return reflect.New(t).Interface().(Command)
}

// BodyOf is the type of what a person sends for a row of the table: the particulars of the step;
// for a step that was proposed, only the day; for a proposal, the particulars of its step. ok is
// false for rows that have a door of their own: opening a case, and handing in a file.
func BodyOf(r workflows.Row) (t reflect.Type, ok bool) {
	if of, is := r.Event.Proposes(); is {
		t, ok = types[of]
		return t, ok
	}
	if len(r.Proposers) > 0 {
		return reflect.TypeOf(Approving{}), true
	}
	t, ok = types[r.Event]
	return t, ok
}

// CommandOf makes the command of a row from a filled body of the type that BodyOf named.
func CommandOf(r workflows.Row, body any) Command {
	if _, is := r.Event.Proposes(); is {
		return Proposing{body.(Command)}
	}
	if ap, is := body.(*Approving); is {
		ap.Of = r.Event
		return ap
	}
	return body.(Command)
}

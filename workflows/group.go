package workflows

import "tiaocai/workflows/law"

// ConsentAbout is what workers who are represented consent to (须经被代表人同意的事项).
type ConsentAbout string

const (
	ConsentSettle   ConsentAbout = "settle"   // 和解、调解
	ConsentWithdraw ConsentAbout = "withdraw" // 撤回
	ConsentChange   ConsentAbout = "change"   // 变更、放弃请求
)

// GroupFacts say who speaks for a group, and who has not consented.
type GroupFacts struct {
	Representatives int
	SettleSilent    int // represented workers without consent to settle
	WithdrawSilent  int // and to withdraw
	ChangeSilent    int // and to the change of claims that waits
}

var (
	// GroupRepresented: without representatives everybody acts for themselves.
	GroupRepresented = Guard{
		Code:  "no-representatives",
		Says:  text("本案没有代表人，每个人自己决定，不用登记同意。", "Nobody represents in this case: everybody decides for themselves, and no consents are entered."),
		Law:   law.Arbitration(7),
		Holds: func(f Facts) bool { return f.Group.Representatives > 0 },
	}
	// SettleConsented: representatives settle only with the consent of those they speak for (和解须经被代表人同意).
	SettleConsented = Guard{
		Code:  "group-settle-consent",
		Says:  text("代表人和解、调解要经被代表的每一个人同意；还有人没有同意，请先登记各人的同意。", "Representatives settle only with the consent of everybody they speak for; somebody's is missing: enter each worker's consent first."),
		Law:   law.Zhejiang(40),
		Holds: func(f Facts) bool { return f.Group.SettleSilent == 0 },
	}
	// WithdrawConsented: the same for withdrawing (放弃请求、撤回须经被代表人同意).
	WithdrawConsented = Guard{
		Code:  "group-withdraw-consent",
		Says:  text("代表人撤回申请要经被代表的每一个人同意；还有人没有同意，请先登记各人的同意。", "Representatives withdraw only with the consent of everybody they speak for; somebody's is missing: enter each worker's consent first."),
		Law:   law.Zhejiang(40),
		Holds: func(f Facts) bool { return f.Group.WithdrawSilent == 0 },
	}
	// ChangeConsented: and for changing or dropping claims (变更、放弃请求须经被代表人同意).
	ChangeConsented = Guard{
		Code:  "group-change-consent",
		Says:  text("代表人变更、放弃请求要经被代表的每一个人同意；还有人没有同意，请先登记各人的同意，或者不受理变更。", "Representatives change or drop claims only with the consent of everybody they speak for; somebody's is missing: enter each worker's consent first, or decline the change."),
		Law:   law.Arbitration(7),
		Holds: func(f Facts) bool { return f.Group.ChangeSilent == 0 },
	}
)

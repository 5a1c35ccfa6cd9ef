package workflows

import "tiaocai/workflows/law"

// ClosedFor is why a hearing is not public; "" for a public one (不公开开庭的原因).
type ClosedFor string

// The grounds of the law; there is no other.
const (
	PublicHearing   ClosedFor = ""
	ClosedAgreed    ClosedFor = "both-agreed"  // 当事人协议不公开
	ClosedForState  ClosedFor = "state-secret" // 国家秘密
	ClosedForTrade  ClosedFor = "trade-secret" // 商业秘密
	ClosedForPerson ClosedFor = "privacy"      // 个人隐私
)

// Says is how the hearing is held, in words, as papers and pages say it.
func (c ClosedFor) Says() law.Text {
	switch c {
	case ClosedAgreed:
		return text("不公开（双方协议）", "not public: the parties agreed")
	case ClosedForState:
		return text("不公开（涉及国家秘密）", "not public: a state secret")
	case ClosedForTrade:
		return text("不公开（涉及商业秘密）", "not public: a trade secret")
	case ClosedForPerson:
		return text("不公开（涉及个人隐私）", "not public: privacy")
	}
	return text("公开", "public")
}

// ClosedByBoth: hearings are public but for secrets and privacy, or where the parties agree (公开开庭).
var ClosedByBoth = Guard{
	Code:  "closed-hearing-not-agreed",
	Says:  text("仲裁公开进行。以双方协议为由不公开的，须双方都同意；否则只有涉及国家秘密、商业秘密或者个人隐私才可以不公开。", "Hearings are public. They are closed by agreement only if both sides agree; else only for a state secret, a trade secret or privacy."),
	Law:   law.Arbitration(26),
	Holds: func(f Facts) bool { return f.Act.ClosedFor != ClosedAgreed || f.Act.BothAgree },
}

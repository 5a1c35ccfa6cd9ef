package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Restoration is a party's request that a period it missed runs on, and the decision (期限的顺延).
type Restoration struct {
	Child
	PartyID   int64
	Period    workflows.Period // defence or evidence
	Missed    calendar.Date    // its last day
	Obstacle  string           `gorm:"serializer:sealed;type:bytea"`
	EndedOn   calendar.Date    // the obstacle ended
	AskedOn   calendar.Date
	DecidedOn calendar.Date
	Until     calendar.Date // the new last day; none: refused
	Answer    string        `gorm:"serializer:sealed;type:bytea"`
}

// EvidenceTaking is what a party asks the tribunal to take, and the decision (申请调查取证、鉴定、证人出庭).
type EvidenceTaking struct {
	Child
	PartyID   int64
	Kind      workflows.Taking
	AskedOn   calendar.Date
	Subject   string `gorm:"serializer:sealed;type:bytea"`
	DecidedOn calendar.Date
	Granted   *bool
	Answer    string `gorm:"serializer:sealed;type:bytea"`
}

// The kinds of records.
const (
	RecordOfInquiry   = "inquiry"   // 调查记录
	RecordOfExchange  = "exchange"  // 证据交换记录
	RecordOfAppraisal = "appraisal" // 鉴定
)

// InquiryRecord is what the tribunal took itself: a record of an inquiry by two, of an exchange of
// evidence, or an appraisal and its opinion. It belongs to the main volume.
type InquiryRecord struct {
	Child
	No        int // 调1, 调2
	Kind      string
	MadeOn    calendar.Date // of an appraisal: the day it was entrusted
	AccountID int64
	SecondID  *int64 // who else inquired
	Source    string `gorm:"serializer:sealed;type:bytea"` // who was asked; the agency
	Text      string `gorm:"serializer:sealed;type:bytea"` // the record; the opinion
	Agreed    *bool  // the agency is both sides' choice; else the tribunal's
	OpinionOn calendar.Date
}

// RecordComment is what a side says about a record (书面质证意见).
type RecordComment struct {
	Child
	RecordID int64
	PartyID  int64
	MadeOn   calendar.Date
	Text     string `gorm:"serializer:sealed;type:bytea"`
}

// ExhibitExamination is what a side says about another's exhibit (质证意见): whether it is what it seems, was come by
// lawfully, and is to the point. A later one of the same side takes the place of an earlier one; both stay.
type ExhibitExamination struct {
	Child
	ExhibitID int64
	PartyID   int64
	MadeOn    calendar.Date
	Authentic bool
	Lawful    bool
	Relevant  bool
	Remark    string `gorm:"serializer:sealed;type:bytea"`
}

// WaitingRestoration is the request that nobody has decided yet; nil if there is none.
func (c *Case) WaitingRestoration() *Restoration {
	for i := range c.Restorations {
		if r := &c.Restorations[i]; r.DecidedOn.IsZero() {
			return r
		}
	}
	return nil
}

// WaitingTaking is the request that nobody has decided yet; nil if there is none.
func (c *Case) WaitingTaking() *EvidenceTaking {
	for i := range c.Takings {
		if t := &c.Takings[i]; t.DecidedOn.IsZero() {
			return t
		}
	}
	return nil
}

// RunningAppraisal is the appraisal whose opinion is waited for; nil if there is none.
func (c *Case) RunningAppraisal() *InquiryRecord {
	for i := range c.Records {
		if r := &c.Records[i]; r.Kind == RecordOfAppraisal && r.OpinionOn.IsZero() {
			return r
		}
	}
	return nil
}

// RecordNo finds a record that both sides can comment on; nil if there is none of that number.
func (c *Case) RecordNo(no int) *InquiryRecord {
	for i := range c.Records {
		if r := &c.Records[i]; r.No == no && r.whole() {
			return r
		}
	}
	return nil
}

// whole says that there is something to read: an appraisal without an opinion is none yet.
func (r *InquiryRecord) whole() bool { return r.Kind != RecordOfAppraisal || !r.OpinionOn.IsZero() }

// inquiryFacts are what the law asks about evidence that the tribunal takes, and about missed periods.
func (c *Case) inquiryFacts(f *workflows.Facts) {
	if r := c.WaitingRestoration(); r != nil {
		f.Restoration.Asked = r.AskedOn
	}
	for _, r := range c.Restorations {
		if !r.Until.IsZero() {
			f.Restoration.Granted = append(f.Restoration.Granted, workflows.Restored{Period: r.Period, Party: c.PartyByID(r.PartyID).Mark(), Until: r.Until, On: r.DecidedOn})
		}
	}
	if t := c.WaitingTaking(); t != nil {
		f.Inquiry.Asked = t.AskedOn
	}
	if r := c.RunningAppraisal(); r != nil {
		f.Inquiry.Appraisal = r.MadeOn
	}
	for i := range c.Records {
		if c.Records[i].whole() {
			f.Inquiry.Records++
		}
	}
	f.DefenceForward = c.served(workflows.DefenceCopy, ApplicantSide, 0)
}

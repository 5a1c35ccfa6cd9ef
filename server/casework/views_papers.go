package casework

import (
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// DocumentView is a paper and whom it was served on.
type DocumentView struct {
	ID    int64           `json:"id"`
	Paper workflows.Paper `json:"paper"`
	Name  law.Text        `json:"name"`
	On    calendar.Date   `json:"on"`
	Hash  string          `json:"hash"`
	To    []ServedView    `json:"to"`

	Number string `json:"number,omitempty" doc:"文号 The paper's own number"`
}

// ServedView is one recipient of a paper; On is none while it is not served.
type ServedView struct {
	ID       int64         `json:"id,omitempty" doc:"送达记录的编号，已送达的 The record by which it was served"`
	Party    string        `json:"party"`
	Name     string        `json:"name"`
	On       calendar.Date `json:"on"`
	Method   string        `json:"method,omitempty"`
	Proof    string        `json:"proof,omitempty"`
	Services []ServiceView `json:"services,omitempty" doc:"每一种方式的送达记录 One record for each way that was tried"`
}

// ExhibitView is one exhibit.
type ExhibitView struct {
	ID        int64         `json:"id"`
	Mark      string        `json:"mark"`
	Title     string        `json:"title"`
	Proves    string        `json:"proves"`
	Claim     int           `json:"claim,omitempty"`
	FileName  string        `json:"file_name"`
	MediaType string        `json:"media_type"`
	Size      int64         `json:"size" doc:"字节 Bytes"`
	Hash      string        `json:"hash" doc:"SHA-256"`
	FiledOn   calendar.Date `json:"filed_on"`
	FiledAt   time.Time     `json:"filed_at"`
	Late      string        `json:"late,omitempty"`

	RetainedUntil calendar.Date `json:"retained_until" doc:"封存至 Nobody can remove it before the end of this day; empty if it is not sealed"`
	VerifiedAt    *time.Time    `json:"verified_at,omitempty" doc:"最近一次核对无误 Last found to be what was handed over"`

	Originals []OriginalView    `json:"originals,omitempty" doc:"合成这份证据的照片，按提交时的原样保存 The photos it was made of, kept as they were handed over"`
	Examined  []ExaminationView `json:"examined,omitempty" doc:"各方最近的质证意见 What each party said of it last"`
}

// OriginalView is a photo that an exhibit was made of; it is read as exhibits are.
type OriginalView struct {
	ID        int64  `json:"id"`
	Mark      string `json:"mark" doc:"如 申3-1 As 申3-1"`
	FileName  string `json:"file_name"`
	MediaType string `json:"media_type"`
	Size      int64  `json:"size" doc:"字节 Bytes"`
	Hash      string `json:"hash" doc:"SHA-256"`
}

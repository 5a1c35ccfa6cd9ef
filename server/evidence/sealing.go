package evidence

import (
	"errors"
	"time"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Seal is how well a store keeps what was handed over from being changed (封存能力).
type Seal string

const (
	SealUnknown  Seal = "unknown"  // the store hasn't answered yet
	SealNone     Seal = "none"     // whoever has the key, or the disk, can remove or replace
	SealVersions Seal = "versions" // nothing is overwritten, but a version can be removed
	SealLocked   Seal = "locked"   // a version under a lock can't be removed by anybody before its day
)

// Sealing is what a store can promise, as it was found by trying, with a sentence for people.
type Sealing struct {
	Kind Seal     `json:"kind" enum:"unknown,none,versions,locked" doc:"封存能力 What the store can promise"`
	Says law.Text `json:"says" doc:"说明 In words"`
}

// Locks says whether the store was seen to hold a lock.
func (s Sealing) Locks() bool { return s.Kind == SealLocked }

// The sentences. A store is called sealed only after a lock was tried on it and held.
var (
	sealUnknown = Sealing{SealUnknown, law.Text{
		ZH: "证据库尚未应答，能否封存还不知道。",
		EN: "The evidence store has not answered yet; whether it can seal is not known.",
	}}
	sealDisk = Sealing{SealNone, law.Text{
		ZH: "未封存：本机磁盘不能锁定文件。文件的 SHA-256 已记录在案，改动会被发现，但不能被阻止。",
		EN: "Not sealed: a local disk cannot lock. The SHA-256 is on record, so a change is noticed, but not prevented.",
	}}
	sealPlain = Sealing{SealNone, law.Text{
		ZH: "未封存：对象存储没有版本，也不能锁定。文件的 SHA-256 已记录在案，改动会被发现，但不能被阻止。",
		EN: "Not sealed: the object store has neither versions nor locks. The SHA-256 is on record, so a change is noticed, but not prevented.",
	}}
	sealVersions = Sealing{SealVersions, law.Text{
		ZH: "未封存：对象存储保留每个版本，但试锁没有成功，版本仍可能被删除。文件的 SHA-256 已记录在案。",
		EN: "Not sealed: the object store keeps every version, but the lock that was tried did not hold, so a version could be removed. The SHA-256 is on record.",
	}}
	sealLocked = Sealing{SealLocked, law.Text{
		ZH: "可以封存：对象存储保留每个版本，试锁成功；材料入卷后锁定，到期前任何人不能删除或改动。",
		EN: "Can seal: the object store keeps every version and held the lock that was tried. What is admitted to the file is locked; nobody can remove or change it before its day.",
	}}
)

// ErrNoLock says that a store can't lock what it was asked to.
var ErrNoLock = errors.New("evidence: the store cannot lock")

// CodeRefused is the fault when the store itself turns our key away: an administrator must look.
const CodeRefused = "evidence-store-refuses"

// refused is for a store that answers, but not to us.
func refused(cause error) error {
	f := fault.New(fault.Unavailable, CodeRefused, law.Text{
		ZH: "证据库拒绝了本系统的密钥，材料暂时无法存取；已通知管理员。请稍后再试。",
		EN: "The store refuses our key, so evidence can be neither kept nor read just now. The administrators have been alerted; please try again later.",
	})
	f.RetryAfter = 10 * time.Minute
	return &caused{f, cause}
}

// Refused says whether err is a store that turned our key away.
func Refused(err error) bool {
	f := fault.As(err)
	return f != nil && f.Code == CodeRefused
}

package workflows

import "tiaocai/workflows/law"

// Volume is a part of the file with readers of its own (卷).
type Volume string

const (
	MainVolume   Volume = "main"   // 正卷: parties and agents read it
	SecretVolume Volume = "secret" // 副卷: approvals, deliberation, drafts; the commission's own
)

// Volumes in their order.
func Volumes() []Volume { return []Volume{MainVolume, SecretVolume} }

// Name is the volume in words.
func (v Volume) Name() law.Text {
	if v == SecretVolume {
		return text("副卷", "Secret volume")
	}
	return text("正卷", "Main volume")
}

// secretPapers lie in the secret volume; all others in the main one (办案规则第二十二条).
var secretPapers = map[Paper]bool{}

// VolumeOfPaper says where a paper lies.
func VolumeOfPaper(p Paper) Volume {
	if secretPapers[p] {
		return SecretVolume
	}
	return MainVolume
}

// SecretRecords are what the secret volume holds beside papers: what the record of the case has and no
// party reads.
func SecretRecords() []law.Text {
	return []law.Text{
		text("立案审批记录", "the approval of filing"), text("延期、中止审批记录", "approvals of extension and suspension"),
		text("评议笔录和不同意见", "deliberation, with dissents"), text("结案审批记录", "the approval of closing"), text("文书底稿", "drafts"),
	}
}

package backup

import (
	"errors"
	"fmt"
	"syscall"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// refuse makes a fault with its sentence and, for the log, its cause.
func refuse(code, zh, en string, cause error) error {
	f := fault.New(fault.Refused, code, law.Text{ZH: zh, EN: en})
	if cause == nil {
		return f
	}
	return fmt.Errorf("%w: %w", f, cause)
}

// written puts an error of writing the archive into words; nil stays nil.
func written(err error) error {
	for _, full := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if errors.Is(err, full) {
			return refuse("backup-disk-full", "磁盘已满，备份没有完成，未完成的文件已删除；原有数据和以前的备份都没有改动。请换一个有足够空间的位置再做一次。",
				"The disk is full: the backup was not finished and its unfinished file was removed; the data and earlier backups are unchanged. Choose a place with more room and run it again.", err)
		}
	}
	return err
}

func cutShort(cause error) error {
	return refuse("backup-cut-short", "这份备份不完整（中途断了），没有恢复任何内容，本机没有改动。请用另一份备份，或重新复制这一份再试。",
		"This backup was cut short; nothing was restored and nothing here was changed. Use another backup, or copy this one again.", cause)
}

func damagedArchive(cause error) error {
	return refuse("backup-damaged", "这份备份的内容与写入时不同（已损坏或被改动），没有恢复任何内容，本机没有改动。请用另一份备份。",
		"This backup is not what was written (it is damaged or was changed); nothing was restored and nothing here was changed. Use another backup.", cause)
}

func noArchive(cause error) error {
	return refuse("backup-unknown", "这个文件不是调裁的备份，没有恢复任何内容。请核对文件名。",
		"This file is no backup of Tiaocai; nothing was restored. Please check its name.", cause)
}

func newerArchive(m Manifest) error {
	return refuse("backup-newer", fmt.Sprintf("这份备份由更新的程序写成（格式 %d，数据库结构 %d），没有恢复任何内容。请先安装该版本（%s）的程序。", m.Format, m.Schema, m.Program),
		fmt.Sprintf("This backup was written by a newer program (format %d, schema %d); nothing was restored. Install that version (%s) first.", m.Format, m.Schema, m.Program), nil)
}

func wrongKeys(theirs, ours string) error {
	return refuse("backup-wrong-keys", fmt.Sprintf("密钥文件不对：备份用的是指纹为 %s 的密钥，TIAOCAI_KEYSET 所指的是 %s。没有恢复任何内容。请取来与备份相配的密钥文件。", theirs, ours),
		fmt.Sprintf("Wrong key set: the backup belongs to the keys with the fingerprint %s, TIAOCAI_KEYSET names %s. Nothing was restored. Fetch the key file that belongs to the backup.", theirs, ours), nil)
}

func databaseInUse(n int) error {
	return refuse("restore-database-not-empty", fmt.Sprintf("目标数据库不是空的（已有 %d 张表），没有恢复任何内容。请新建一个空数据库，再在 TIAOCAI_DATABASE_URL 中指定它。", n),
		fmt.Sprintf("The target database is not empty (it has %d tables); nothing was restored. Make a new, empty one and name it in TIAOCAI_DATABASE_URL.", n), nil)
}

func storeInUse() error {
	return refuse("restore-store-not-empty", "目标证据库中已有别的文件，没有恢复任何内容。请指定一个空的存储桶（TIAOCAI_S3_BUCKET）或空的数据文件夹（TIAOCAI_DATA_DIR）。",
		"The target evidence store holds other files; nothing was restored. Name an empty bucket (TIAOCAI_S3_BUCKET) or an empty data folder (TIAOCAI_DATA_DIR).", nil)
}

func undone(cause error) error {
	return refuse("restore-undone", "恢复没有成功，已全部撤销：数据库仍是空的，已放入的文件已取出。请按下面的原因处理后再试一次。",
		"The restore did not succeed and was undone: the database is empty still, and the files put in were taken out again. See to the cause below and run it again.", cause)
}

func halfDone(cause error) error {
	return refuse("restore-unknown", "恢复时与数据库或证据库断了联系，结果不明。备份没有改动。请新建空数据库和空存储桶，再恢复一次。",
		"The database or the store went away during the restore, and its outcome is unknown. The backup is unchanged. Make a new empty database and bucket and restore again.", cause)
}

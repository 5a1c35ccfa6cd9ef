package boot

import (
	"context"
	"path/filepath"
	"syscall"

	"tiaocai/models"
	"tiaocai/server/evidence"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// onDisk is the name of a store on the local disk; one on S3 is named after its bucket.
const onDisk = "disk"

// vaults are the evidence stores of a program beside the one that is in force.
type vaults struct {
	storeName string         // of the store in force
	target    evidence.Store // where a move goes; nil otherwise
	moving    bool
}

func (p *Program) nameOfStore() string {
	if p.cfg.OnDisk() {
		return onDisk
	}
	return "s3:" + p.cfg.S3.Bucket
}

// vault opens the store that the settings name, if it is the one in force.
func (p *Program) vault(ctx context.Context) (err error) {
	p.storeName = p.nameOfStore()
	if p.moving {
		return p.bothVaults(ctx)
	}
	if err := p.inForce(ctx, p.storeName); err != nil {
		return err
	}
	if p.cfg.OnDisk() {
		p.store, err = p.diskVault()
		return err
	}
	if p.store, err = p.s3Vault(); err != nil {
		return err
	}
	if err := p.store.Check(ctx); err != nil {
		p.say("证据库暂时连不上，页面可以打开，提交证据要等它恢复。The evidence store does not answer yet; pages work, uploads wait for it.")
		p.storeFailed(err)
	}
	return nil
}

func (p *Program) diskVault() (*evidence.Disk, error) {
	disk, err := evidence.NewDisk(filepath.Join(p.cfg.DataDir, "evidence"))
	if err == nil {
		p.closers = append(p.closers, disk.Close)
	}
	return disk, err
}

func (p *Program) s3Vault() (*evidence.S3, error) {
	s3 := p.cfg.S3
	store, err := evidence.NewS3(evidence.S3Config{Endpoint: s3.Endpoint, AccessKey: s3.AccessKey, SecretKey: string(s3.SecretKey), Bucket: s3.Bucket, Secure: s3.TLS})
	if err == nil {
		p.closers = append(p.closers, store.Close)
	}
	return store, err
}

// inForce refuses to start on another store than the one that the database names: exhibits would
// seem to be lost, and the sweep would take those of the other store for orphans.
func (p *Program) inForce(ctx context.Context, name string) error {
	var force string
	err := p.DB.InTx(ctx, p.now(), func(tx *models.Tx) (err error) {
		force, err = models.FirstStore(tx, name)
		return err
	})
	if err != nil || force == name {
		return err
	}
	return fault.New(fault.Conflict, "evidence-store", law.Text{
		ZH: "案件的证据存于 " + force + "，而设置指向 " + name + "；程序没有启动。请改回原来的设置；要把本机磁盘上的证据搬到对象存储，请运行 server evidence move。",
		EN: "The evidence of this database lies in " + force + ", but the settings name " + name + "; nothing was started. Please set what was set before; to bring evidence from the local disk to an object store, run: server evidence move.",
	})
}

// bothVaults opens the disk that is in force and the S3 store of the settings.
func (p *Program) bothVaults(ctx context.Context) error {
	if p.cfg.OnDisk() {
		return fault.New(fault.Invalid, "evidence-move", law.Text{
			ZH: "请先设置 TIAOCAI_S3_ENDPOINT 等，写明证据要搬到哪里。", EN: "Please set TIAOCAI_S3_ENDPOINT and its companions: where the evidence is to go."})
	}
	var force string
	err := p.DB.InTx(ctx, p.now(), func(tx *models.Tx) (err error) {
		force, err = models.FirstStore(tx, onDisk)
		return err
	})
	switch {
	case err != nil:
		return err
	case force == p.storeName:
		return fault.New(fault.Conflict, "evidence-moved", law.Text{
			ZH: "证据已经存于 " + force + "，没有要搬的。", EN: "The evidence lies in " + force + " already; there is nothing to move."})
	case force != onDisk:
		return p.inForce(ctx, p.storeName)
	}
	disk, err := p.diskVault()
	if err != nil {
		return err
	}
	target, err := p.s3Vault()
	if err != nil {
		return err
	}
	p.store, p.target, p.storeName = disk, target, onDisk
	return nil
}

// Move is the disk in force and the store to which its evidence goes, with its name.
func (p *Program) Move() (from *evidence.Disk, to evidence.Store, name string) {
	from, _ = p.store.(*evidence.Disk)
	return from, p.target, p.nameOfStore()
}

// probe tries a real lock and says what it found.
func (p *Program) probe(ctx context.Context) {
	if err := p.store.Probe(ctx); err != nil {
		p.storeFailed(err)
	}
	s := p.store.Sealing()
	p.say(s.Says.ZH + s.Says.EN)
	p.log.Info("evidence store", "store", p.storeName, "sealing", string(s.Kind))
}

// checkStore says whether the store would take a file, and tries the lock if it couldn't at the start.
func (p *Program) checkStore(ctx context.Context) error {
	if err := p.store.Check(ctx); err != nil {
		return err
	}
	if p.store.Sealing().Kind == evidence.SealUnknown {
		return p.store.Probe(ctx)
	}
	return nil
}

// storeFailed notes that the store doesn't answer, or answers somebody else.
func (p *Program) storeFailed(err error) {
	if evidence.Refused(err) {
		p.say(fault.As(err).Says.ZH + fault.As(err).Says.EN)
		p.alarm(evidence.CodeRefused, err)
		return
	}
	p.log.Warn("evidence store", "error", err.Error())
}

// failPoint ends the process where a test asks for it: at once, with nothing put in order.
func (p *Program) failPoint() func(string) {
	if p.cfg.FailAt == "" {
		return nil
	}
	p.say("TIAOCAI_FAIL_AT：仅供测试，本进程会突然结束自己。For tests only: this process will end itself at " + p.cfg.FailAt + ".")
	return func(point string) {
		if point == p.cfg.FailAt {
			_ = syscall.Kill(syscall.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
}

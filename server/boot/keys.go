package boot

import (
	"context"
	"errors"
	"os"

	"tiaocai/models"
)

// keys reads the key set. The default mode writes one into the data folder the first time and says
// so; with a database of its own the program never makes keys by itself.
func (p *Program) keys(context.Context) error {
	path := p.cfg.Keyset
	_, err := os.Stat(path)
	if p.cfg.OwnPostgres() && errors.Is(err, os.ErrNotExist) {
		if err := models.NewKeyFile(path); err != nil {
			return err
		}
		p.say("已生成密钥文件 A key file was made: " + path + "（请妥善备份，丢失后加密的内容无法打开 keep a copy; without it sealed data cannot be opened）")
	}
	keys, err := models.ReadKeyFile(path)
	if err != nil {
		return err
	}
	if p.DB, err = models.Open(p.sql, keys); err == nil {
		p.DB.DoorRole = p.cfg.DoorRole
	}
	return err
}

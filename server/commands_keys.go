package main

import (
	"context"
	"fmt"
	"io"

	"tiaocai/models"
	"tiaocai/server/config"
)

// keys makes a key file, or says which key set a file holds. An existing file is never overwritten.
func keys(_ context.Context, cfg config.Config, args []string, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "create":
		if err := models.NewKeyFile(args[1]); err != nil {
			return err
		}
		fmt.Fprintln(out, "已生成密钥文件 A key file was made:", args[1])
		fmt.Fprintln(out, "请立即另存一份，与备份分开保管；丢失后加密的内容无法打开。\nCopy it now and keep the copy apart from the backups: without it sealed data cannot be opened.")
		return fingerprint(args[1], out)
	case len(args) == 1 && args[0] == "show":
		return fingerprint(cfg.Keyset, out)
	}
	return usage("server keys create 文件，或 server keys show", "server keys create FILE, or server keys show")
}

func fingerprint(path string, out io.Writer) error {
	k, err := models.ReadKeyFile(path)
	if err == nil {
		fmt.Fprintln(out, "指纹 fingerprint:", k.Fingerprint())
	}
	return err
}

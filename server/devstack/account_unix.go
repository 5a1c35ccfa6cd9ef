//go:build unix

package devstack

import (
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the low user as whom PostgreSQL runs when we are root, which PostgreSQL refuses to be.
// A nil account means that it runs as ourselves.
type account struct {
	name     string
	uid, gid int
}

// lowUser picks the account: the owner of the data folder if there is one, so that a user named
// postgres who appears later doesn't lock us out of it; else postgres, else nobody.
func lowUser(data string) (*account, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	if uid, gid, ok := owner(data); ok && uid != 0 {
		return &account{"#" + strconv.Itoa(uid), uid, gid}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if uid > 0 {
			return &account{name, uid, gid}, nil
		}
	}
	return nil, &Trouble{
		ZH: "PostgreSQL 不能以 root 运行，而本机没有 postgres 或 nobody 用户。请改用普通用户启动。",
		EN: "PostgreSQL refuses to run as root, and this machine has no user postgres or nobody. Please start as an ordinary user.",
	}
}

func owner(path string) (uid, gid int, ok bool) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, 0, false
	}
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, false
	}
	return int(st.Uid), int(st.Gid), true
}

// give hands a folder and all that is in it to the account; links are changed, never followed.
func (a *account) give(dir string) error {
	if a == nil {
		return nil
	}
	return filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Lchown(path, a.uid, a.gid)
	})
}

// reaches says plainly which folder above path keeps the account out, if one does. set names the
// setting with which to choose another place.
func (a *account) reaches(path, set, example string) error {
	if a == nil {
		return nil
	}
	for dir := filepath.Clean(path); ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() && !a.mayEnter(info) {
			return &Trouble{
				ZH: "PostgreSQL 不能以 root 运行，而它所用的用户 " + a.name + " 无法进入文件夹 " + dir + "。请换一个位置，例如 " + set + "=" + example + "。",
				EN: "PostgreSQL refuses to run as root, and the user " + a.name + " as whom it runs can't enter the folder " + dir + ". Please choose another place, for example " + set + "=" + example + ".",
			}
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// mayEnter reads the execute bits as the kernel does: the first class that fits decides.
func (a *account) mayEnter(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return true
	}
	bit := fs.FileMode(0o001)
	switch {
	case int(st.Uid) == a.uid:
		bit = 0o100
	case int(st.Gid) == a.gid:
		bit = 0o010
	}
	return info.Mode().Perm()&bit != 0
}

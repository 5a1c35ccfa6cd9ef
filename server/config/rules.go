package config

import (
	"os"
	"path/filepath"
	"strings"

	"tiaocai/workflows/fault"
)

// together checks the settings that only make sense with one another, and fills in the one default
// that depends on another setting.
func together(c *Config) []fault.Field {
	problems := append(wholeS3(*c), failAtHome(*c)...)
	if c.OwnPostgres() {
		if c.Keyset == "" {
			c.Keyset = keysetBeside(c.DataDir)
		}
		if !isLoopback(c.Addr) {
			problems = append(problems, about("TIAOCAI_ADDR", text(
				"在未设置 TIAOCAI_DATABASE_URL 时只能是本机地址（如 127.0.0.1:8080）：自带的数据库仅供试用",
				"must be an address of this machine only (such as 127.0.0.1:8080) while TIAOCAI_DATABASE_URL is not set: the database that comes along is for trying out")))
		}
		return problems
	}
	if c.Keyset == "" {
		problems = append(problems, about("TIAOCAI_KEYSET", text(
			"必须与 TIAOCAI_DATABASE_URL 一起设置：没有密钥就无法读出加密的证件号码",
			"must be set together with TIAOCAI_DATABASE_URL: without the keys, encrypted identity numbers can't be read")))
	}
	if c.OnDisk() && !c.Single {
		problems = append(problems, about("TIAOCAI_DATABASE_URL", text(
			"须与 TIAOCAI_S3_ENDPOINT 等对象存储设置一起使用，否则其他进程看不到存于本机磁盘的证据；若确实只运行一个进程，请设 TIAOCAI_SINGLE=1",
			"needs the object store of TIAOCAI_S3_ENDPOINT and its companions, because other processes can't see evidence on this machine's disk; if this is the only process, set TIAOCAI_SINGLE=1")))
	}
	return problems
}

// wholeS3 wants all settings of the object store or none of them.
func wholeS3(c Config) []fault.Field {
	any := c.from["TIAOCAI_S3_TLS"]
	needed := []string{"TIAOCAI_S3_ENDPOINT", "TIAOCAI_S3_ACCESS_KEY", "TIAOCAI_S3_SECRET_KEY", "TIAOCAI_S3_BUCKET"}
	var missing []string
	for _, name := range needed {
		if c.from[name] {
			any = true
		} else {
			missing = append(missing, name)
		}
	}
	if !any {
		return nil
	}
	var problems []fault.Field
	for _, name := range missing {
		problems = append(problems, about(name, text(
			"没有设置：对象存储的设置须全部给出或全部不给",
			"is not set: give all settings of the object store, or none")))
	}
	return problems
}

// repositoryAbove is the folder of our own source code that holds path; empty if none does. Links
// are followed as far as the path exists, so that no link leads in by the back door.
func repositoryAbove(path string) string {
	for dir := resolved(path); ; dir = filepath.Dir(dir) {
		if isOurs(filepath.Join(dir, "go.mod")) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// resolved follows the links of the part of the path that exists.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if path == filepath.Dir(path) {
		return path
	}
	return filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path))
}

// isOurs says whether the file is the go.mod of this program.
func isOurs(path string) bool {
	file, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(file)) {
		if words := strings.Fields(line); len(words) >= 2 && words[0] == "module" {
			return strings.Trim(words[1], `"`) == "tiaocai"
		}
	}
	return false
}

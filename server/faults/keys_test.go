//go:build linux

package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/models"
)

// A process with a wrong, a missing or a damaged key set does not start, says what to do in both
// languages, and changes nothing; the others go on.
func TestWrongKeySet(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 1)
	var d done
	c.people.worker.must("POST", "/api/v1/cases", application("张三"), &d)
	other, damaged := filepath.Join(c.dir, "other.json"), filepath.Join(c.dir, "damaged.json")
	if err := models.NewKeyFile(other); err != nil {
		t.Fatal(err)
	}
	ours, err := os.ReadFile(c.keys())
	if err != nil || os.WriteFile(damaged, ours[:len(ours)/2], 0o600) != nil {
		t.Fatal(err)
	}
	before := c.fingerprint()
	for file, says := range map[string][2]string{
		other:                               {"不是加密这个数据库的那一份", "not the key set that this database was sealed with"},
		damaged:                             {"已经损坏", "is damaged"},
		filepath.Join(c.dir, "nobody.json"): {"没有密钥文件", "There is no key file"},
	} {
		for _, command := range []string{"serve", "migrate", "verify"} {
			cmd := exec.Command(binary, command)
			cmd.Env = append(c.environ("wrong"), "TIAOCAI_KEYSET="+file)
			out, err := cmd.CombinedOutput()
			if err == nil || !strings.Contains(string(out), says[0]) || !strings.Contains(string(out), says[1]) || !strings.Contains(string(out), "TIAOCAI_KEYSET") {
				t.Errorf("%s with %s: %v\n%s", command, filepath.Base(file), err, out)
			}
		}
	}
	if after := c.fingerprint(); after != before {
		t.Errorf("the database changed: %s, before %s", after, before)
	}
	c.people.worker.must("GET", "/api/v1/cases/"+d.Ref, nil, nil)
}

// fingerprint tells whether anything was written.
func (c *cluster) fingerprint() (s string) {
	c.t.Helper()
	err := c.db().QueryRow(`select (select fingerprint from keyset_fingerprint) || ' ' || (select count(*) from goose_db_version) || ' ' || (select count(*) from case_events)
		|| ' ' || (select count(*) from accounts)`).Scan(&s)
	if err != nil {
		c.t.Fatal(err)
	}
	return s
}

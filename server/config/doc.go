// Package config reads the settings of the program from the environment.
//
// There is one table, in table.go: each setting has a name, a default, a meaning in both languages
// and a function that understands its value. What the program does with a setting is elsewhere;
// here is only what may be set, and which settings make no sense together. A wrong value is never
// passed over: the program says which variable is wrong and stops, because a registry that runs
// with a mistyped setting finds out too late.
//
// With nothing set at all the program runs by itself: its own PostgreSQL, files on the local disk,
// and only for this machine.
package config

import (
	"net/netip"

	"tiaocai/workflows/law"
)

// Config is what was set, checked, with defaults filled in.
type Config struct {
	Addr           string // host:port to listen on
	DataDir        string // what must never be lost, absolute
	CacheDir       string // what can be fetched again, absolute
	PGBin          string // folder of postgres and initdb; empty: look for them
	DatabaseURL    Secret // empty: run a PostgreSQL of our own
	S3             S3     // Endpoint empty: evidence lies on the local disk
	Single         bool   // the operator says that this is the only process
	Keyset         string // file with the keys of encrypted columns, absolute
	PublicURL      string // how people reach us, without a slash at the end; empty: by Addr
	TrustedProxies []netip.Prefix
	DoorRole       string
	UploadLimit    int64  // bytes of one file
	StaffFactor    bool   // staff sign in with a second factor
	MetricsAddr    string // where measures can be fetched; empty: nowhere
	FailAt         string // for tests only: where the process ends itself; empty in all earnest

	from map[string]bool // which variables were set
}

// S3 is the object store (对象存储) for evidence.
type S3 struct {
	Endpoint  string // host or host:port, without scheme
	AccessKey string
	SecretKey Secret
	Bucket    string
	TLS       bool
}

// OwnPostgres says that the program runs a PostgreSQL of its own.
func (c Config) OwnPostgres() bool { return c.DatabaseURL == "" }

// OnDisk says that evidence is kept on the local disk.
func (c Config) OnDisk() bool { return c.S3.Endpoint == "" }

// Secret is a value that must not be shown: formatting it in any way gives stars.
// Convert it to a string where it is used.
type Secret string

const stars = "********"

func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return stars
}

// GoString hides it from %#v.
func (s Secret) GoString() string { return s.String() }

// MarshalText hides it from JSON and from structured logs.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Setting is one row of the table.
type Setting struct {
	Name    string
	Default string // as it would be written; empty for none
	Means   law.Text
	Secret  bool

	parse func(*Config, string) *law.Text // says what is wrong; nil when nothing is
	show  func(Config) string
}

// Settings lists the table: names, defaults and meanings, in the order of the documentation.
func Settings() []Setting { return append([]Setting(nil), table()...) }

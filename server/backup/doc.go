// Package backup keeps the record safe (备份): it writes the database and the evidence into one
// archive, brings an archive back on an empty machine, and checks that what is there is what was
// recorded.
//
// An archive is a tar file that ordinary tools can open:
//
//	manifest.json          what this is: format, program, schema, snapshot, key set, when
//	database/00000 …       the database as pg_dump writes it (custom format), cut into pieces
//	evidence/<key>         every file that a row of the snapshot names, version by version
//	complete.json          the end: how many entries, a digest of all, and a seal by the key set
//
// The database is dumped from one exported snapshot, and the list of files is read in the same one;
// a file that a row names is never removed, so the two belong together however busy the office is.
// Each file is hashed while it is copied. An archive without its end is no backup and is refused.
//
// The keys are not in it. Whoever has the archive cannot read the encrypted columns; whoever loses
// the key file cannot read them either. So the key file is kept apart, and as carefully.
package backup

import "time"

// Format is the version of the archive's layout.
const Format = 1

// Names of the entries.
const (
	manifestName   = "manifest.json"
	databasePrefix = "database/"
	evidencePrefix = "evidence/"
	completeName   = "complete.json"
)

// What each entry carries in its tar header, besides its name and size.
const (
	paxDigest  = "TIAOCAI.sha256"
	paxVersion = "TIAOCAI.version"
	paxType    = "TIAOCAI.type"
)

// Manifest says what an archive is. It is the first entry.
type Manifest struct {
	Format   int       `json:"format"`
	Says     string    `json:"says"`
	Program  string    `json:"program"`  // version of the program that wrote it
	Schema   int       `json:"schema"`   // newest migration
	Postgres int       `json:"postgres"` // major version of the server
	Tools    int       `json:"tools"`    // major version of pg_dump
	Snapshot string    `json:"snapshot"`
	TakenAt  time.Time `json:"taken_at"`
	Keys     string    `json:"keys"` // fingerprint of the key set; the keys themselves are not here
	Objects  int       `json:"objects"`
	Bytes    int64     `json:"bytes"` // of the objects
	Cases    int64     `json:"cases"`
	Events   int64     `json:"events"`
}

const manifestSays = "调裁备份。密钥不在其中，请另行保管密钥文件；没有它，加密的内容无法打开。 " +
	"A backup of Tiaocai. THE KEYS ARE NOT IN IT: keep the key file apart; without it the encrypted columns cannot be opened."

// Complete is the last entry: without it an archive was cut short.
type Complete struct {
	Entries    int       `json:"entries"` // before this one
	Bytes      int64     `json:"bytes"`   // of their contents
	Digest     string    `json:"digest"`  // SHA-256 over a line for each: name, size, SHA-256
	Seal       string    `json:"seal"`    // the digest under the key set: nobody else can write such an archive
	FinishedAt time.Time `json:"finished_at"`
	Damaged    []Damage  `json:"damaged,omitempty"`
}

// Damage is a file that was no longer what a row says when the backup was made.
type Damage struct {
	Key     string `json:"key"`
	Version string `json:"version,omitempty"`
	Missing bool   `json:"missing,omitempty"`
}

// Report is what a backup, a restore or a check found.
type Report struct {
	Manifest
	Archive  string // bytes of the whole archive are Size
	Size     int64
	Damaged  []Damage
	Breaks   int // of chains
	Verified bool
	Took     time.Duration
}

package models

import "strings"

// Object is a stored object that a row names: where it lies, and what it must be.
type Object struct {
	Key       string
	Version   string
	Size      int64
	Digest    []byte // SHA-256
	MediaType string
}

// ObjectTables are the tables whose rows name stored objects, all by the same columns: object_key,
// object_version, size, digest, media_type. Backup, restore and verification read this list; a test
// finds a table that is missing here.
var ObjectTables = []string{"exhibits", "draft_files"}

// MadeAnew are the tables whose rows name stored objects that can be made again at any time, with the same bytes: their
// rows and their objects are in no backup.
var MadeAnew = []string{"bundles"}

// AfterRestore are the statements that follow when files were put into another store: its locks and
// its name are not the old one's. What is not locked is locked again by the night's round.
var AfterRestore = []string{
	"delete from public.evidence_store",
	"update public.exhibits set retained_until = null, sealed_at = null, verified_at = null, copied_to = ''",
}

// Objects lists every object that a row names, each version once, in the order of the keys.
func Objects(tx *Tx) ([]Object, error) {
	parts := make([]string, len(ObjectTables))
	for i, table := range ObjectTables {
		parts[i] = "select object_key, object_version, size, digest, media_type from " + table
	}
	var list []Object
	err := tx.Raw(`select distinct on (object_key, object_version) object_key as key, object_version as version, size, digest, media_type
		from (` + strings.Join(parts, " union all ") + `) o order by object_key, object_version`).Scan(&list).Error
	return list, err
}

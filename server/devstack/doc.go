// Package devstack brings the servers that Tiaocai needs, when nobody has set any up.
//
// A registry that wants to try the program types one command. If no database is configured,
// FindPostgres looks for a real PostgreSQL on the machine (or fetches one, once), and Start runs
// it as a child of ours: on a Unix socket that only we can open, in a folder of our own, and
// stopped when we stop. If we are killed, the kernel stops it for us; if it is killed, the next
// Start recovers every committed row.
//
// What goes wrong here goes wrong on the first day, before anyone knows the program. So every
// error that somebody can do something about is a Trouble: a sentence that says what to do.
//
// The package uses the standard library only.
package devstack

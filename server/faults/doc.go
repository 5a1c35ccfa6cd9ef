// Package faults holds no code, only tests of what happens when things break (故障): real server
// processes on a real PostgreSQL that syncs and a real MinIO, under load, while one of them is
// killed, frozen, filled up or replaced.
//
// A client writes every answer of success into a journal. Afterwards each entry is compared with the
// database and the object store: nothing acknowledged is missing, nothing is half done, nothing is
// done twice. Everything listens on a Unix socket or on 127.0.0.1 with port 0, is bounded in time,
// and ends with the test process. Linux only: processes are frozen, limited and found as that kernel does it.
package faults

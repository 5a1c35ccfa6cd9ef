// Prepare builds the object stores that the tests run against into the cache folder, outside the
// time limit of any test: go run ./server/devstack/prepare. What is already there is kept.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"tiaocai/server/devstack"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := prepare(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// prepare finds or builds each program and says where it is.
func prepare(ctx context.Context) error {
	_, cache := devstack.Folders()
	for _, find := range []func(context.Context, string) (string, error){
		devstack.FindVersityGW, devstack.FindMinIO,
	} {
		bin, err := find(ctx, cache)
		if err != nil {
			return err
		}
		fmt.Println(bin)
	}
	return nil
}

package boot

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// compareClocks raises an alarm if this machine and the database don't agree on the time.
func (p *Program) compareClocks(ctx context.Context) {
	skew, err := p.DB.Skew(ctx, p.now)
	if err != nil {
		return // whatever needs the database next will say so
	}
	if says := SkewSays(skew); says != "" {
		p.say(says)
		p.alarm("clock", errors.New(skew.String()))
	}
}

// SkewSays is what an administrator is told about two clocks that differ by more than a minute; ""
// if they don't. Days are counted by the clock of the machine that the program runs on.
func SkewSays(skew time.Duration) string {
	if skew.Abs() <= time.Minute {
		return ""
	}
	return fmt.Sprintf("本机时钟与数据库相差 %s，请校准时间（NTP）：期限按本机日期计算。This machine's clock and the database's differ by %[1]s. Please set the time (NTP): periods are counted by this machine's date.", skew.Round(time.Second))
}

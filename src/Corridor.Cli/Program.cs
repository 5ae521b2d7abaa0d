using System.Runtime.InteropServices;
using Corridor.Cli.Commands;
using Corridor.Cli.Screen;

// The first Ctrl-C (or SIGTERM, or the end of the terminal) asks a command that heeds it to stop between two days; a second one, or another command,
// it ends as usual.
using var stop = new CancellationTokenSource();
var isHeeded = false;
void Stop(PosixSignalContext signal)
{
    signal.Cancel = isHeeded && !stop.IsCancellationRequested;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

return CommandTable.Invoke(args, Terminal.OfProcess(), () =>
{
    isHeeded = true;
    return stop.Token;
});

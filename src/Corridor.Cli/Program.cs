using System.Runtime.InteropServices;
using Corridor.Cli.Commands;
using Corridor.Cli.Screen;

// The first Ctrl-C (or SIGTERM) asks to stop between two days; a second one ends the process as usual.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

return CommandTable.Invoke(args, Terminal.OfProcess(), stop.Token);

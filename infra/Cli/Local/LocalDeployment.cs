using Infra.Local;
using Infra.Local.Deploy;
using Infra.Settings;

namespace Infra.Cli.Local;

/// <summary>Runs a deployer on the local Bedrock and prints what it does, for <c>up</c> and <c>destroy</c>.</summary>
internal static class LocalDeployment
{
    /// <summary>Runs the deployer, then prints the totals.</summary>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="stack">The stack; its settings are null when its file has been deleted.</param>
    /// <param name="work">The work for the deployer.</param>
    /// <param name="cancel">Stops between two operations.</param>
    public static async Task Run(
        Host host,
        string folder,
        (string Name, StackSettings? Settings) stack,
        Func<Deployer, Task> work,
        CancellationToken cancel)
    {
        var report = new DeployReport(host.Error);
        var session = await LocalSession.Open(folder, new LocalOptions(), cancel).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var (deployer, state) = session.Deployer(stack.Name, stack.Settings, report.Tell);
            using (state)
            {
                foreach (var damage in new[] { session.Damage, state.Damage }.OfType<string>())
                {
                    await host.Error.WriteLineAsync($"prompts: {damage}").ConfigureAwait(false);
                }

                await work(deployer).ConfigureAwait(false);
                report.WriteSums();
            }
        }
    }
}

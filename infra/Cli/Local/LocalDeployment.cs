using Infra.Local;
using Infra.Local.Deploy;
using Infra.Settings;

namespace Infra.Cli.Local;

/// <summary>What <c>up</c> and <c>destroy</c> share:
/// a deployer on the local Bedrock, and people who see what it does.</summary>
internal static class LocalDeployment
{
    /// <summary>Lets somebody deploy, then tells the sums.</summary>
    /// <param name="host">Who is told.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="stack">The stack; its settings are absent when its file is gone.</param>
    /// <param name="work">What to do with the deployer.</param>
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

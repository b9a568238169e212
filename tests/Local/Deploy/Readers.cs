namespace Infra.Tests.Local.Deploy;

/// <summary>An application that reads in a loop.</summary>
internal static class Readers
{
    /// <summary>Everything that was read while something was going on, at least once.</summary>
    public static async Task<IReadOnlySet<T>> During<T>(Task step, Func<Task<T>> read)
    {
        var seen = new HashSet<T>();
        do
        {
            seen.Add(await read());
        }
        while (!step.IsCompleted);

        await step;
        return seen;
    }
}

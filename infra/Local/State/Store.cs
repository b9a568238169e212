using Infra.Local.Protocol.Wire;

namespace Infra.Local.State;

/// <summary>The only mutable state: the current world. Readers never wait; writers take turns.</summary>
/// <param name="journal">The file for the world; null to keep it in memory only.</param>
internal sealed class Store(Journal? journal)
{
    private readonly Lock turn = new();
    private readonly Repeats repeats = new();
    private volatile World now = journal?.World ?? World.Empty;

    /// <summary>The current world.</summary>
    public World Now => now;

    /// <summary>Runs an operation. Its changes become visible all at once, and a repeated request changes
    /// nothing.</summary>
    public Reply Run(Service service, string operation, Request request)
    {
        if (!service.IsChange(operation))
        {
            return service.Run(now, operation, request).Reply;
        }

        lock (turn)
        {
            var key = Repeats.Key(service, operation, request);
            if (repeats.Earlier(key, service) is { } earlier)
            {
                return earlier;
            }

            var (next, answer) = service.Run(now, operation, request);
            try
            {
                journal?.Append(next);
            }
            catch (IOException full)
            {
                return new Fault("LocalStorageException", $"The local Bedrock cannot keep a change: {full.Message}");
            }

            now = next with { Unsaved = [] };
            repeats.Remember(key, answer);
            return answer;
        }
    }
}

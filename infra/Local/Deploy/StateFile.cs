using System.Text;
using System.Text.Json;
using Infra.Local.State;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>What the deployer has made, on disk after every operation: a kill at any moment loses nothing.</summary>
/// <remarks>
/// A journal: one line for each change, the last line of a name counts, a line that was cut short is left out. It is
/// rewritten whole (temporary file, then move) when it is opened, so it does not grow with its age.
/// </remarks>
internal sealed class StateFile : IDisposable
{
    private readonly Dictionary<string, DeployedResource> _resources;
    private readonly FileStream _file;
    private readonly Lock _lock = new();

    private readonly FileStream _guard;

    private StateFile(string path, FileStream guard)
    {
        _guard = guard;
        _resources = Read(path);
        var temporary = $"{path}.tmp";
        File.WriteAllLines(temporary, _resources.Values.Select(resource => CanonicalJson.Compact(resource.ToValue())));
        File.Move(temporary, path, overwrite: true);
        _file = new FileStream(path, FileMode.Append, FileAccess.Write);
    }

    /// <summary>The resources that exist or may exist, in ordinal order of their names.</summary>
    public IReadOnlyList<DeployedResource> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _resources.Values.OrderBy(resource => resource.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Opens the state of a stack, or starts one; while it is open no other deployer can.</summary>
    /// <exception cref="DeployException">Another deployer has it open.</exception>
    public static StateFile Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(path, FileGuard.Take($"{path}.lock") ?? throw new DeployException(
            "Another command is deploying this stack. Wait until it is done."));
    }

    /// <summary>The resource of a name, or null.</summary>
    public DeployedResource? Find(string name)
    {
        lock (_lock)
        {
            return _resources.GetValueOrDefault(name);
        }
    }

    /// <summary>Remembers a resource as it is now.</summary>
    public void Put(DeployedResource resource)
    {
        lock (_lock)
        {
            _resources[resource.Name] = resource;
            Append(resource.ToValue());
        }
    }

    /// <summary>Forgets a resource that is gone.</summary>
    public void Remove(string name)
    {
        lock (_lock)
        {
            _resources.Remove(name);
            Append(Shorthand.Map(("gone", name)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _guard.Dispose();
    }

    private void Append(Value line)
    {
        _file.Write(Encoding.UTF8.GetBytes(CanonicalJson.Compact(line) + "\n"));
        _file.Flush();
    }

    private static Dictionary<string, DeployedResource> Read(string path)
    {
        var resources = new Dictionary<string, DeployedResource>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            switch (Parse(line))
            {
                case null:
                    break;
                case { } gone when gone["gone"] is Value.Text { Content: var name }:
                    resources.Remove(name);
                    break;
                case { } present:
                    var resource = DeployedResource.Of(present);
                    resources[resource.Name] = resource;
                    break;
            }
        }

        return resources;
    }

    private static Value.Map? Parse(string line)
    {
        try
        {
            return JsonValue.Parse(line) as Value.Map;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using Infra.Local.State;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>The state of a stack: what the deployer has made or is making, on disk before and after every
/// operation.</summary>
/// <remarks>
/// It records which resources belong to the stack, never their current properties: these are read from the world. So a
/// process that is killed, a damaged line or a lost file only costs more reading. It belongs to one world and does not
/// apply to any other.
/// </remarks>
internal sealed class StateFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly LineFile _file;
    private readonly StateContent _content;

    private StateFile(string path, string world)
    {
        _path = path;
        _file = new(path, new DeployException("Another command is deploying this stack. Wait until it is done."));
        _content = StateContent.Of(_file.Lines, world);
        IsComplete = _content.IsComplete && _file.Damaged is null;
        Damage = _file.Damaged is not { } line ? null
            : $"{path}({line}) was damaged. It is kept as {Path.GetFileName(_file.Kept)}, and the stack's resources "
                + "are looked up. If others are left over, delete .local/ and deploy again.";
        _file.Rewrite(_content.Lines(IsComplete));
    }

    /// <summary>Whether everything that was made is recorded; otherwise, anything that the plan declares may exist as
    /// well.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>A message about damage to the file; null for none.</summary>
    public string? Damage { get; }

    /// <summary>The resources that exist or may exist, in ordinal order of their names.</summary>
    public IReadOnlyList<DeployedResource> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _content.Resources.Values.OrderBy(resource => resource.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Opens the state of a stack, or creates one; no other deployer can open it at the same time.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="world">The name of the world that it belongs to.</param>
    /// <exception cref="DeployException">Another deployer has it open.</exception>
    public static StateFile Open(string path, string world = "") => new(path, world);

    /// <summary>The resource with a name, or null.</summary>
    public DeployedResource? Find(string name)
    {
        lock (_lock)
        {
            return _content.Resources.GetValueOrDefault(name);
        }
    }

    /// <summary>Whether another resource of this stack has an identifier.</summary>
    public bool IsAnothers(string identifier, DeployedResource resource)
    {
        lock (_lock)
        {
            return _content.HasOther(resource, identifier);
        }
    }

    /// <summary>Whether a resource of another stack, whose state is in the same folder, has an identifier.</summary>
    public bool IsOfAnotherStack(string identifier, DeployedResource resource) =>
        Beside().Any(state => state.HasOther(resource with { Name = "" }, identifier));

    /// <summary>Records a resource as it is now.</summary>
    public void Put(DeployedResource resource)
    {
        lock (_lock)
        {
            _content.Resources[resource.Name] = resource;
            _file.Append(CanonicalJson.Compact(resource.ToValue()));
        }
    }

    /// <summary>Removes the record of a deleted resource.</summary>
    public void Remove(string name)
    {
        lock (_lock)
        {
            _content.Resources.Remove(name);
            _file.Append(StateContent.Gone(name));
        }
    }

    /// <summary>Records that the state is complete: everything that a plan declares has been deployed or looked
    /// up.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            if (!IsComplete)
            {
                IsComplete = true;
                _file.Append(StateContent.Complete);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private IEnumerable<StateContent> Beside() => Directory
        .EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(_path))!, "*.state.jsonl")
        .Where(path => Path.GetFileName(path) != Path.GetFileName(_path))
        .Select(path => StateContent.Of(LineFile.Read(path).Lines, _content.World));
}

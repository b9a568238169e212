using Infra.Local.State;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>What the deployer has made or is making, on disk before and after every operation.</summary>
/// <remarks>
/// It says whose a resource is, and never what it is: that is looked at in the world. So a kill at any moment, a
/// damaged line and a lost file cost nothing but looking. It belongs to one world: of another it says nothing.
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

    /// <summary>Whether everything that was made is known: else what the plan declares may be there as well.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What people should know about the file; null for nothing.</summary>
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

    /// <summary>Opens the state of a stack, or starts one; while it is open no other deployer can.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="world">The name of the world it is about.</param>
    /// <exception cref="DeployException">Another deployer has it open.</exception>
    public static StateFile Open(string path, string world = "") => new(path, world);

    /// <summary>The resource of a name, or null.</summary>
    public DeployedResource? Find(string name)
    {
        lock (_lock)
        {
            return _content.Resources.GetValueOrDefault(name);
        }
    }

    /// <summary>Whether another resource of this stack is called so.</summary>
    public bool IsAnothers(string identifier, DeployedResource resource)
    {
        lock (_lock)
        {
            return _content.HasOther(resource, identifier);
        }
    }

    /// <summary>Whether a resource of a stack whose state lies beside is called so.</summary>
    public bool IsOfAnotherStack(string identifier, DeployedResource resource) =>
        Beside().Any(state => state.HasOther(resource with { Name = "" }, identifier));

    /// <summary>Remembers a resource as it is now.</summary>
    public void Put(DeployedResource resource)
    {
        lock (_lock)
        {
            _content.Resources[resource.Name] = resource;
            _file.Append(CanonicalJson.Compact(resource.ToValue()));
        }
    }

    /// <summary>Forgets a resource that is gone.</summary>
    public void Remove(string name)
    {
        lock (_lock)
        {
            _content.Resources.Remove(name);
            _file.Append(StateContent.Gone(name));
        }
    }

    /// <summary>Remembers that all is known: what a plan declares was brought or looked up.</summary>
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

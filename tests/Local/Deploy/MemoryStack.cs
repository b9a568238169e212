using Infra.Local.Deploy;
using Infra.Local.State;
using Infra.Tests.Support;
using Infra.Values;

namespace Infra.Tests.Local.Deploy;

/// <summary>A stack whose cloud is in memory.</summary>
internal sealed class MemoryStack : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _told = [];

    public MemoryStack()
    {
        State = StateFile.Open(_folder.File("prod.state.jsonl"));
        Operations = new(Cloud.Client(), State, "us-east-1");
        Deployer = new(Cloud.Client(), State, "us-east-1", done => _told.Add(
            done.Message is null ? $"{done.Action} {done.Name}" : $"{done.Action} {done.Name}: {done.Message}"));
    }

    public MemoryCloud Cloud { get; } = new();

    public StateFile State { get; }

    public ResourceOperations Operations { get; }

    public Deployer Deployer { get; }

    /// <summary>What the deployer told, as in <c>Create greeting</c>.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    /// <summary>The names in the state, each with its identifier.</summary>
    public IReadOnlyList<string> Recorded =>
        [.. State.Resources.Select(resource => $"{resource.Name} {resource.Identifier}".TrimEnd())];

    /// <summary>The lines of the state's file.</summary>
    public IReadOnlyList<string> Lines => LineFile.Read(_folder.File("prod.state.jsonl")).Lines;

    /// <summary>A resource that exists and is recorded.</summary>
    public DeployedResource Has(string name, string type, string identifier, Value.Map properties)
    {
        var resource = new DeployedResource
        {
            Name = name,
            Type = type,
            Identifier = identifier,
            Region = DeployedResource.RegionOf(type, "us-east-1"),
            Properties = properties,
        };
        Cloud.Put(type, identifier, properties);
        State.Put(resource);
        return resource;
    }

    /// <summary>The parameter <c>/name</c>, which exists and is recorded.</summary>
    public DeployedResource HasParameter(string name, string value) => Has(
        name, "AWS::SSM::Parameter", $"/{name}", Shorthand.Map(("Name", $"/{name}"), ("Value", value)));

    /// <summary>Another stack, whose state is in the same folder, has a resource.</summary>
    public void AnotherStackHas(DeployedResource resource)
    {
        using var other = StateFile.Open(_folder.File("other.state.jsonl"));
        other.Put(resource);
    }

    public void Dispose()
    {
        State.Dispose();
        Cloud.Dispose();
        _folder.Dispose();
    }
}

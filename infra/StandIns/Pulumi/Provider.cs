using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi
{
    /// <summary>The unique name of a resource.</summary>
    public readonly struct Urn(string value)
    {
        public override string ToString() => value;
    }
}

namespace Pulumi.Experimental
{
    /// <summary>The engine that a provider reports to.</summary>
    public interface IEngine;

    /// <summary>A value in the form in which programs in any language send it.</summary>
    public sealed class PropertyValue
    {
        public static readonly PropertyValue Null = new((object?)null);
        public static readonly PropertyValue Computed = new(new object());

        private readonly object? _value;

        public PropertyValue(string value) : this((object?)value)
        {
        }

        public PropertyValue(ImmutableDictionary<string, PropertyValue> value) : this((object?)value)
        {
        }

        private PropertyValue(object? value) => _value = value;

        public bool TryGetString([NotNullWhen(true)] out string? value) => (value = _value as string) is not null;

        public bool TryGetMap([NotNullWhen(true)] out ImmutableDictionary<string, PropertyValue>? value) =>
            (value = _value as ImmutableDictionary<string, PropertyValue>) is not null;
    }
}

namespace Pulumi.Experimental.Provider
{
    /// <summary>Provides components to programs in other languages.</summary>
    public abstract class Provider
    {
        public abstract Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct);

        public abstract Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct);

        public static async Task Serve(
            string[] args, string? version, Func<IEngine, Provider> factory, CancellationToken cancellationToken)
        {
            await Console.Error.WriteLineAsync(Deployment.Reason).ConfigureAwait(false);
            Environment.ExitCode = 2;
        }
    }

    /// <summary>A request for the schema.</summary>
    public sealed class GetSchemaRequest(int version, string? subpackageName, string? subpackageVersion)
    {
        public int Version { get; } = version;
        public string? SubpackageName { get; } = subpackageName;
        public string? SubpackageVersion { get; } = subpackageVersion;
    }

    /// <summary>The schema.</summary>
    public sealed class GetSchemaResponse
    {
        public string? Schema { get; set; }
    }

    /// <summary>A request for a component.</summary>
    public sealed class ConstructRequest(
        string type, string name, ImmutableDictionary<string, PropertyValue> inputs, ComponentResourceOptions options)
    {
        public string Type { get; init; } = type;
        public string Name { get; init; } = name;
        public ImmutableDictionary<string, PropertyValue> Inputs { get; init; } = inputs;
        public ComponentResourceOptions Options { get; init; } = options;
    }

    /// <summary>The component.</summary>
    public sealed class ConstructResponse(
        Urn urn,
        IDictionary<string, PropertyValue> outputs,
        IDictionary<string, ISet<Urn>> outputDependencies)
    {
        public Urn Urn { get; init; } = urn;
        public IDictionary<string, PropertyValue> Outputs { get; init; } = outputs;
        public IDictionary<string, ISet<Urn>> OutputDependencies { get; init; } = outputDependencies;
    }
}

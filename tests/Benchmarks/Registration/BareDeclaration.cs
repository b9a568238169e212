using System.Collections.Immutable;
using Infra.Planning;
using Infra.Targets;

namespace Infra.Benchmarks.Registration;

/// <summary>A resource as a program by hand states it: nothing is left to decide when it is registered.</summary>
internal sealed record BareDeclaration
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The provider's type.</summary>
    public required string Type { get; init; }

    /// <summary>The component above it.</summary>
    public required string Owner { get; init; }

    /// <summary>Its inputs, in the provider's spelling.</summary>
    public required Func<BareOutputs, ImmutableDictionary<string, object?>> Inputs { get; init; }

    /// <summary>Resources that come first.</summary>
    public required ImmutableArray<string> DependsOn { get; init; }

    /// <summary>Whether it is protected.</summary>
    public required bool Protect { get; init; }

    /// <summary>Inputs whose changes are left alone.</summary>
    public required ImmutableArray<string> IgnoreChanges { get; init; }

    /// <summary>Inputs whose changes replace it.</summary>
    public required ImmutableArray<string> ReplaceOnChanges { get; init; }

    /// <summary>The provider's version.</summary>
    public required string Version { get; init; }

    /// <summary>A resource of a plan, written down.</summary>
    public static BareDeclaration Of(DeclaredResource resource)
    {
        var target = PulumiResource.Of(resource);
        return new()
        {
            Name = resource.Name,
            Type = target.Token,
            Owner = resource.Owner,
            Inputs = BareInput.Of(target.Inputs),
            DependsOn = resource.DependsOn,
            Protect = resource.Protect,
            IgnoreChanges = target.IgnoreChanges,
            ReplaceOnChanges = target.ReplaceOnChanges,
            Version = ProviderVersions.Of(target.Package),
        };
    }
}

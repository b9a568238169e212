using BedrockPrompts;
using Infra.Values;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Benchmarks.Registration;

/// <summary>What a program registers: inputs as the cloud gets them, and the options, which it does not get.</summary>
internal sealed class Seen
{
    private readonly ConcurrentBag<string> _inputs = [];
    private readonly List<(Resource Resource, ResourceOptions Options)> _options = [];

    /// <summary>Who is looking; null while time is taken.</summary>
    public static Seen? Current { get; private set; }

    /// <summary>What a stack is given so that options are seen.</summary>
    public static StackOptions? Options =>
        Current is { } seen ? new() { ResourceTransformations = { seen.Record } } : null;

    /// <summary>Everything that a run registers, a line for each, in ordinal order.</summary>
    public static async Task<ImmutableArray<string>> Lines(Func<Task> run)
    {
        var seen = new Seen();
        Current = seen;
        await run().ConfigureAwait(false);
        Current = null;
        var options = await Task.WhenAll(seen._options.Select(Line)).ConfigureAwait(false);
        return [.. seen._inputs.Concat(options).Order(StringComparer.Ordinal)];
    }

    /// <summary>A resource as the cloud sees it.</summary>
    public void Record(MockResourceArgs args) =>
        _inputs.Add($"{args.Type} {args.Name} inputs {CanonicalJson.Compact(PulumiValues.Back(args.Inputs))}");

    private ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        _options.Add((args.Resource, args.Options));
        return null;
    }

    private static async Task<string> Line((Resource Resource, ResourceOptions Options) registered)
    {
        var (resource, options) = registered;
        Output<ImmutableArray<Resource>> dependsOn = options.DependsOn;
        return string.Join(
            ' ',
            [
                resource.GetResourceType(),
                resource.GetResourceName(),
                "options",
                options.Parent?.GetResourceName(),
                .. (await OutputUtilities.GetValueAsync(dependsOn).ConfigureAwait(false)).Select(Name),
                options.Protect,
                .. options.IgnoreChanges,
                .. options.ReplaceOnChanges,
                (options as CustomResourceOptions)?.DeleteBeforeReplace,
                options.Version,
            ]);

        static string Name(Resource resource) => resource.GetResourceName();
    }
}

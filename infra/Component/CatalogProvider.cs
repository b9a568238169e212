using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using Pulumi.Utilities;

namespace BedrockPrompts;

/// <summary>Provides <see cref="PromptCatalog"/> to Pulumi programs in TypeScript, Python, Go, Java and YAML.</summary>
public sealed class CatalogProvider : Provider
{
    private static readonly Assembly Assembly = typeof(CatalogProvider).Assembly;

    private static readonly string Version = Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs the provider until Pulumi ends it.</summary>
    /// <param name="args">The arguments with which Pulumi starts the plugin.</param>
    public static Task Serve(string[] args) =>
        Serve(args, Version, _ => new CatalogProvider(), CancellationToken.None);

    /// <summary>The schema from which SDKs for other languages are generated.</summary>
    public override async Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream("PackageSchema.json")!);
        var schema = await reader.ReadToEndAsync(ct).ConfigureAwait(false);
        return new() { Schema = schema.Replace("$version$", Version, StringComparison.Ordinal) };
    }

    /// <summary>Makes a catalog for a program in another language.</summary>
    /// <exception cref="RunException">Another type is asked for, or the catalog has errors.</exception>
    public override async Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct)
    {
        if (request.Type != PromptCatalog.TypeToken)
        {
            throw new RunException($"There is no '{request.Type}' here, only {PromptCatalog.TypeToken}.");
        }

        // A plugin does not get the path of the project, but it runs in the same folder as Pulumi.
        var folder = Path.GetFullPath(Text(request.Inputs, "folder") ?? ".", Environment.CurrentDirectory);
        var catalog = new PromptCatalog(
            request.Name, new() { Folder = folder, Settings = Texts(request.Inputs, "settings") }, request.Options);
        return new(
            new Urn(await OutputUtilities.GetValueAsync(catalog.Urn).ConfigureAwait(false)),
            new Dictionary<string, PropertyValue>
            {
                ["aliases"] = await Sent(catalog.Aliases).ConfigureAwait(false),
                ["policies"] = await Sent(catalog.Policies).ConfigureAwait(false),
            },
            ImmutableDictionary<string, ISet<Urn>>.Empty);
    }

    private static string? Text(IReadOnlyDictionary<string, PropertyValue> inputs, string name) =>
        inputs.TryGetValue(name, out var value) && value.TryGetString(out var text) ? text : null;

    private static ImmutableDictionary<string, string>? Texts(
        IReadOnlyDictionary<string, PropertyValue> inputs, string name) =>
        inputs.TryGetValue(name, out var value) && value.TryGetMap(out var map)
            ? map.ToImmutableDictionary(entry => entry.Key, entry => Text(map, entry.Key) ?? throw new RunException(
                $"'{name}.{entry.Key}' should be a text. Write what is structured as JSON."))
            : null;

    private static async Task<PropertyValue> Sent(Output<ImmutableDictionary<string, object?>> output)
    {
        if (!await OutputUtilities.GetIsKnownAsync(output).ConfigureAwait(false))
        {
            return PropertyValue.Computed;
        }

        var entries = ImmutableDictionary.CreateBuilder<string, PropertyValue>();
        foreach (var (key, value) in await OutputUtilities.GetValueAsync(output).ConfigureAwait(false))
        {
            entries.Add(key, await Sent(value).ConfigureAwait(false));
        }

        return new(entries.ToImmutable());
    }

    private static async Task<PropertyValue> Sent(object? value) => value switch
    {
        null => PropertyValue.Null,
        Output<ImmutableDictionary<string, object?>> map => await Sent(map).ConfigureAwait(false),
        Output<string> text => await OutputUtilities.GetIsKnownAsync(text).ConfigureAwait(false)
            ? new(await OutputUtilities.GetValueAsync(text).ConfigureAwait(false))
            : PropertyValue.Computed,
        ImmutableDictionary<string, object?> map => await Sent(Output.Create(map)).ConfigureAwait(false),
        _ => new(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}

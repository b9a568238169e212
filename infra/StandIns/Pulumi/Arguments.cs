using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The inputs of a resource or a call.</summary>
public abstract class InputArgs
{
    internal virtual ImmutableDictionary<string, object?> Entries => ImmutableDictionary<string, object?>.Empty;
}

/// <summary>The inputs of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty);
}

/// <summary>Inputs as a dictionary; at the top level it refuses the types that the SDK refuses.</summary>
public sealed class DictionaryResourceArgs : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> _entries;

    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var (key, value) in dictionary)
        {
            Check(key, value?.GetType() ?? typeof(object));
        }

        _entries = dictionary;
    }

    internal override ImmutableDictionary<string, object?> Entries => _entries;

    private static void Check(string key, Type type)
    {
        if (type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(string)
            || type == typeof(object) || type == typeof(JsonElement))
        {
            return;
        }

        var generic = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(Output<>) || generic == typeof(ImmutableArray<>))
        {
            Check(key, type.GenericTypeArguments[0]);
        }
        else if (generic == typeof(ImmutableDictionary<,>) && type.GenericTypeArguments[0] == typeof(string))
        {
            Check(key, type.GenericTypeArguments[1]);
        }
        else
        {
            throw new InvalidOperationException($"{key}: the SDK takes no {type} here.");
        }
    }
}

/// <summary>The arguments of a call to a provider.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new NoArguments();

    private sealed class NoArguments : InvokeArgs;
}

/// <summary>The options of a call to a provider.</summary>
public class InvokeOptions
{
    public Resource? Parent { get; set; }
    public string? Version { get; set; }
}

/// <summary>A property that the cloud sets.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

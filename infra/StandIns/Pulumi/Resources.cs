using System.Reflection;

namespace Pulumi;

/// <summary>Anything registered with the engine.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly List<ResourceTransformation> _transformations;

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        (_type, _name) = (type, name);
        var deployment = Deployment.Current ?? throw new InvalidOperationException("No deployment is running.");
        var parent = options.Parent ?? deployment.Root;
        Ancestry = parent is null ? [this] : [this, .. parent.Ancestry];
        _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
        var sources = OutputSource.Of(this);
        foreach (var transformation in _transformations)
        {
            if (transformation(new(this, args, options)) is { } result)
            {
                (args, options) = (result.Args, result.Options);
            }
        }

        deployment.Track(deployment.RegisterAsync(this, args, options, sources));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>This resource, its parent, and so on up to the stack.</summary>
    internal IReadOnlyList<Resource> Ancestry { get; }

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;
}

/// <summary>A resource managed by a provider.</summary>
public class CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
    : Resource(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
{
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>A group of resources.</summary>
public class ComponentResource(string type, string name, ComponentResourceOptions? options = null)
    : Resource(type, name, ResourceArgs.Empty, options ?? new ComponentResourceOptions())
{
    protected void RegisterOutputs()
    {
        // The engine marks a component as finished; there is nothing to mark here.
    }

    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs();
}

/// <summary>The root of all resources.</summary>
public class Stack : ComponentResource
{
    public Stack(StackOptions? options = null)
        : base("pulumi:pulumi:Stack", Deployment.Instance.StackName, Options(options)) =>
        Deployment.Current!.Root = this;

    private static ComponentResourceOptions Options(StackOptions? options) =>
        new() { ResourceTransformations = options?.ResourceTransformations ?? [] };
}

/// <summary>Sets one <see cref="OutputAttribute"/> property when its resource is registered.</summary>
internal abstract class OutputSource(string name)
{
    internal string Name { get; } = name;

    internal static IReadOnlyList<OutputSource> Of(Resource resource) =>
    [
        .. from property in resource.GetType().GetProperties()
           let attribute = property.GetCustomAttribute<OutputAttribute>()
           where attribute is not null && (resource is CustomResource || property.DeclaringType == typeof(Resource))
           select Of(resource, property, attribute.Name ?? property.Name),
    ];

    internal abstract void Fill(object? value, bool isKnown);

    internal abstract void Fail(Exception exception);

    private static OutputSource Of(Resource resource, PropertyInfo property, string name)
    {
        var source = typeof(OutputSource<>).MakeGenericType(property.PropertyType.GenericTypeArguments[0]);
        return (OutputSource)Activator.CreateInstance(
            source, BindingFlags.Instance | BindingFlags.NonPublic, null, [resource, property, name], null)!;
    }
}

internal sealed class OutputSource<T> : OutputSource
{
    private readonly TaskCompletionSource<Known<T>> _data = new();

    internal OutputSource(Resource resource, PropertyInfo property, string name) : base(name) =>
        property.DeclaringType!.GetProperty(property.Name)!.SetValue(resource, new Output<T>(_data.Task));

    internal override void Fill(object? value, bool isKnown) =>
        _data.SetResult(new(value is null ? default! : (T)value, isKnown));

    internal override void Fail(Exception exception) => _data.SetException(exception);
}

namespace Pulumi;

/// <summary>The options of a resource.</summary>
public abstract class ResourceOptions
{
    public Resource? Parent { get; set; }
    public InputList<Resource> DependsOn { get; set; } = new();
    public bool? Protect { get; set; }
    public List<string> IgnoreChanges { get; set; } = [];
    public string? Version { get; set; }
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
    public List<string> ReplaceOnChanges { get; set; } = [];
}

/// <summary>The options of a provider's resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }
}

/// <summary>The options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions;

/// <summary>The options of the stack.</summary>
public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}

/// <summary>Receives, and may change, a resource's inputs before it is registered.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>The arguments of a transformation.</summary>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

/// <summary>The result of a transformation.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

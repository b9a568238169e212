namespace Pulumi;

/// <summary>How a resource is to be handled.</summary>
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

/// <summary>How a resource of a provider is to be handled.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }
}

/// <summary>How a component is to be handled.</summary>
public sealed class ComponentResourceOptions : ResourceOptions;

/// <summary>How the stack is to be handled.</summary>
public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}

/// <summary>Sees, and may change, what a resource is given before it is registered.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>What a transformation sees.</summary>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

/// <summary>What a transformation answers.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

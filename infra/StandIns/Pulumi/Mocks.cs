using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Stands in for the cloud in tests.</summary>
public interface IMocks
{
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    Task<object> CallAsync(MockCallArgs args);
}

/// <summary>A resource that is being registered.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }
    public string? Name { get; set; }
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;
}

/// <summary>A call to a provider.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }
    public ImmutableDictionary<string, object> Args { get; set; } = null!;
}

/// <summary>The options of a test run.</summary>
public class TestOptions
{
    public string? ProjectName { get; set; }
    public string? RootDirectory { get; set; }
    public string? StackName { get; set; }
    public bool? IsPreview { get; set; }
}

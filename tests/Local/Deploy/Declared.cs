using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Local.Deploy;

/// <summary>Declarations of which only what a test is about is said.</summary>
internal static class Declared
{
    public static DeclaredResource Resource(string name, string type, Value.Map properties) =>
        new() { Name = name, Type = type, Properties = properties, Owner = "greeting", Because = "a test" };

    /// <summary>The parameter <c>/name</c>.</summary>
    public static DeclaredResource Parameter(string name, Value value) =>
        Resource(name, ResourceTypes.Parameter, Shorthand.Map(("Name", $"/{name}"), ("Value", value)));

    public static Plan Plan(params IEnumerable<DeclaredResource> resources) =>
        new() { Stack = "prod", Resources = [.. resources], Aliases = [], Policies = [] };
}

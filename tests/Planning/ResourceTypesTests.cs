using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Planning;

/// <summary>A type that plans declare is known wherever it must be; a failure names what is missing.</summary>
public sealed partial class ResourceTypesTests
{
    private const string Table = "infra/Core/Planning/ResourceTypes.cs";

    private static readonly DeclaredResource[] Declared =
    [
        .. from folder in (string[])[Repository.Samples, Repository.Path("tests", "Samples", "everything")]
           let project = Project.Read(new WorkingTree(folder)).Value!
           from stack in project.Stacks.Values
           from resource in Planner.Plan(project, stack).Value!.Resources
           select resource,
    ];

    public static TheoryData<string> Types => [.. ResourceTypes.All.Select(type => type.Name)];

    [Fact]
    public void The_samples_declare_every_type_and_no_other() =>
        Declared.Select(resource => resource.Type).Distinct().Should()
            .BeEquivalentTo(ResourceTypes.All.Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_type_has_the_deployers_rights_a_Pulumi_type_and_a_place_in_the_local_Bedrock(string type)
    {
        await using var local = await LocalStack.Start();

        DeploymentPermissions.Of(type).Should().NotBeEmpty();
        OfficialSchema.Outputs(ResourceTypes.Of(type).Token).Should().NotBeEmpty();
        (await local.Read(type, "nothing")).Should().BeNull("nothing is deployed, but the type is known");
    }

    /// <summary>
    /// Our plans contain definitions instead of having them fetched from S3, refer to guardrails without creating them,
    /// and have separate statements for keys; CloudFormation's schemas also name actions without effect.
    /// </summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void A_right_that_the_deployer_is_not_given_is_one_that_no_plan_of_ours_needs(string type)
    {
        var every = ResourceTypes.All.Select(known => known.Name).ToHashSet(StringComparer.Ordinal);
        var dev = Project.Read(new WorkingTree(Repository.Samples)).Value!.Stacks["dev"];
        var settings = dev with { PermissionsBoundary = "arn" };

        DeploymentPermissions.Of(type)
            .Where(action => DeployerScope.Of(action, settings, every) is null)
            .Where(action => !action.Contains("Guardrail", StringComparison.Ordinal)
                && !action.StartsWith("kms:", StringComparison.Ordinal)
                && action is not "noservice:NoAction"
                && !action.StartsWith("s3:", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Create_only_properties_and_names_are_those_of_the_official_schema(string name)
    {
        var type = ResourceTypes.Of(name);
        var schema = OfficialSchema.OfType(name);

        type.CreateOnly.Should().BeEquivalentTo(Names(schema, "createOnlyProperties"));
        if (!type.NamedBy.IsEmpty)
        {
            type.NamedBy.Should().Equal(Names(schema, "primaryIdentifier"));
        }

        if (type.Identifier is { } identifier)
        {
            Names(schema, "primaryIdentifier").Should().Equal(identifier);
        }
    }

    [Fact]
    public void Tags_are_written_in_the_style_of_the_type()
    {
        foreach (var resource in Declared)
        {
            var style = resource.Properties["Tags"] switch
            {
                null => TagStyle.None,
                Value.List => TagStyle.List,
                _ => TagStyle.Map,
            };

            style.Should().Be(ResourceTypes.Of(resource.Type).Tags, resource.Type);
        }
    }

    [Fact]
    public void No_type_is_spelt_outside_the_table() =>
        Directory.EnumerateFiles(Repository.Path("infra"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => file != Table && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(Repository.Path(file))
                .Where(line => Literal().IsMatch(line))
                .Select(line => $"{file}: {line.Trim()}"))
            .Should().BeEmpty();

    private static IEnumerable<string> Names(JsonElement schema, string list) =>
        schema.TryGetProperty(list, out var paths)
            ? paths.EnumerateArray().Select(path => path.GetString()!["/properties/".Length..])
            : [];

    [GeneratedRegex("^(?! *///).*\"[^\"]*AWS::[A-Za-z]+::")]
    private static partial Regex Literal();
}

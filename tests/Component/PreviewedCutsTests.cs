using System.Collections.Immutable;
using FluentAssertions;
using Infra.Tests.Support;
using Infra.Values;
using Pulumi;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>A preview knows what is deployed, whatever git says: a deployment may have been skipped.</summary>
[Collection(nameof(StackRun))]
public sealed class PreviewedCutsTests
{
    private static readonly SampleProject Three =
        new() { Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}."] };

    [Fact]
    public async Task Two_promotions_deployed_at_once_are_refused_before_anything_is()
    {
        var preview = () => Preview("[1, 2, 3]", "greeting", "greeting-r1");

        (await preview.Should().ThrowAsync<RunException>()).Which.Message.Should().StartWith(
            "Pulumi.prod.yaml(1,1): error PRM161: Releases 2, 3 of 'greeting' are added in one step");
    }

    [Fact]
    public async Task A_version_that_an_earlier_deployment_left_out_is_refused_too()
    {
        var preview = () => Preview("[1, 2, 3]", "greeting", "greeting-r1", "greeting-r3");

        (await preview.Should().ThrowAsync<RunException>()).Which.Message.Should().Contain("PRM161");
    }

    [Theory]
    [InlineData("[1, 2, 3]", "greeting", "greeting-r1", "greeting-r2")]
    [InlineData("{ kept: [1, 2, 3], live: 2 }", "greeting", "greeting-r1", "greeting-r2", "greeting-r3")]
    [InlineData("[3]")]
    [InlineData("[1, 2, 3]")]
    public async Task A_promotion_a_rollback_and_a_new_environment_go_on(string target, params string[] deployed)
    {
        var preview = () => Preview(target, deployed);

        await preview.Should().NotThrowAsync();
    }

    [Fact]
    public async Task What_is_deployed_as_another_kind_of_resource_is_not_made_a_second_time()
    {
        var sends = Three with { Prompt = $"{Three.Prompt}\nadditionalModelRequestFields: {{ top_k: 5 }}" };

        var preview = () => Preview(sends, "[1]", "greeting-callers", "greeting-live");

        (await preview.Should().ThrowAsync<RunException>()).Which.Message.Should().StartWith(
            "Pulumi.prod.yaml(1,1): error PRM165: 'greeting' starts sending additional model fields");
        await Preview(sends, "[1]", "greeting", "greeting-live");
        await Preview(sends, "[1]");
    }

    private static Task Preview(string target, params string[] deployed) => Preview(Three, target, deployed);

    private static async Task Preview(SampleProject project, string target, params string[] deployed)
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Pulumi.prod.yaml"), "config: {}\n");
        var run = new StackRun(isPreview: true, ImmutableDictionary<string, Value>.Empty)
        {
            Plan = () => (project with { Target = target }).Plan().Value!,
            Deployed = deployed.ToHashSet(StringComparer.Ordinal),
        };
        await run.Run(folder.FullName, "prod");
        folder.Delete(recursive: true);
    }
}

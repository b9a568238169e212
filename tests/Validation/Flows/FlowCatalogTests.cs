using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Rendering;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Validation.Flows;

/// <summary>The flows of the sample project.</summary>
public sealed class FlowCatalogTests
{
    private static readonly string[] Folders =
    [
        Path.Combine(Repository.Samples, "prompts"),
        Path.Combine(Repository.Samples, "prompts", "partials"),
    ];

    private static readonly MemoryTree Tree = new(
        from folder in Folders
        from file in Directory.EnumerateFiles(folder)
        select (Path.GetFileName(folder) is "partials"
            ? $"prompts/partials/{Path.GetFileName(file)}"
            : $"prompts/{Path.GetFileName(file)}", File.ReadAllText(file)));

    public static TheoryData<string> Flows() =>
        [.. Catalog.Read(Tree).Value!.Definitions.Values.OfType<Flow>().Select(flow => flow.Name)];

    [Fact]
    public void Nothing_is_wrong_with_any_of_them() =>
        ProjectChecks.Definitions(Project.Read(Tree)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_flow_satisfies_the_official_schema(string name)
    {
        var values = new Placeholders("test", new Dictionary<string, Located<string>>
        {
            ["orderLookupFunction"] = new("arn:aws:lambda:us-east-1:123456789012:function:order-lookup:live", default),
            ["returnsPolicy"] = new("ABCDEFGHIJ", default),
        });
        var flow = values.Resolve((Flow)Catalog.Read(Tree).Value!.Definitions[name], []);

        OfficialSchema.CloudFormation("AWS::Bedrock::Flow", Shorthand.Map(
            ("Name", name),
            ("ExecutionRoleArn", "arn:aws:iam::123456789012:role/flow"),
            ("Definition", FlowDefinition.Render(flow, prompt => new Value.Ref(prompt.Name, "Arn")))))
            .Should().BeEmpty();
    }

    [Fact]
    public void A_file_of_many_nodes_is_read_and_checked_in_one_pass()
    {
        var nodes = string.Concat(Enumerable.Range(1, 8_000).Select(i =>
            $"  N{i}: {{ type: LambdaFunction, lambdaArn: x, inputs: {{ x1: N{i - 1}.text, x2: A.x }} }}\n"));

        var project = Project.Read(new MemoryTree(("prompts/chain.yaml", $"kind: flow\nnodes:\n{nodes}")));

        project.Diagnostics.Should().Contain(problem => problem.Code == "PRM021");
    }
}

using FluentAssertions;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Infra.Values;
using Infra.Workspace;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Targets;

public sealed class PulumiResourceTests
{
    private static readonly string[] Types =
    [
        "AWS::Bedrock::Prompt", "AWS::Bedrock::PromptVersion", "AWS::Bedrock::Flow", "AWS::Bedrock::FlowVersion",
        "AWS::Bedrock::FlowAlias", "AWS::IAM::ManagedPolicy", "AWS::IAM::Role", "AWS::IAM::RolePolicy",
    ];

    [Fact]
    public void Every_property_of_every_stack_passes_the_official_schemas()
    {
        var findings =
            from plan in Plans()
            from resource in plan.Resources
            let target = PulumiResource.Of(resource)
            from finding in OfficialSchema.CloudFormation(resource.Type, resource.Properties)
                .Concat(OfficialSchema.Pulumi(target.Token, target.Inputs))
            select $"{plan.Stack}/{resource.Name}: {finding}";

        findings.Should().BeEmpty();
        Assert.NotEmpty(Plans().SelectMany(plan => plan.Resources));
    }

    [Fact]
    public void Changes_that_replace_are_those_of_the_typed_sdk()
    {
        var native = Types
            .Select(type => PulumiResource.Of(Declared(type)))
            .Where(target => target.Package is "aws-native");

        foreach (var target in native)
        {
            target.ReplaceOnChanges.Should().Equal(OfficialSchema.ReplaceOnChanges(target.Token), target.Token);
        }
    }

    [Theory]
    [InlineData("AWS::Bedrock::Prompt", "Arn", "id")]
    [InlineData("AWS::Bedrock::Prompt", "Id", "awsId")]
    [InlineData("AWS::Bedrock::PromptVersion", "Arn", "id")]
    [InlineData("AWS::Bedrock::PromptVersion", "Version", "version")]
    [InlineData("AWS::Bedrock::Flow", "Arn", "id")]
    [InlineData("AWS::Bedrock::FlowVersion", "Version", "version")]
    [InlineData("AWS::Bedrock::FlowAlias", "Arn", "arn")]
    [InlineData("AWS::IAM::ManagedPolicy", "PolicyArn", "arn")]
    [InlineData("AWS::IAM::Role", "Arn", "arn")]
    [InlineData("AWS::IAM::Role", "RoleName", "name")]
    public void An_attribute_comes_back_as_an_output_that_the_type_has(string type, string attribute, string output)
    {
        var target = PulumiResource.Of(Declared(type));

        Assert.Equal(output, target.Output(attribute));
        Assert.Contains(output, OfficialSchema.Outputs(target.Token).Append("id"));
    }

    [Fact]
    public void A_prompt_with_additional_fields_is_sent_as_CloudFormation_spells_it()
    {
        var fields = Map(("Name", "x"), ("Variants", List(Map(
            ("AdditionalModelRequestFields", Document(Map(("top_k", 1))))))));

        var target = PulumiResource.Of(Declared("AWS::Bedrock::Prompt") with { Properties = fields });

        Assert.Equal("aws-native:index:ExtensionResource", target.Token);
        Assert.Equal("id", target.Output("Arn"));
        Assert.Equal(
            """
            {
              "properties": {
                "Name": "x",
                "Variants": [
                  {
                    "AdditionalModelRequestFields": {
                      "top_k": 1
                    }
                  }
                ]
              },
              "tagsProperty": "Tags",
              "tagsStyle": "stringMap",
              "type": "AWS::Bedrock::Prompt"
            }
            """,
            CanonicalJson.Indented(target.Inputs));
    }

    [Fact]
    public void A_policy_is_one_text_and_its_tags_a_map()
    {
        var role = Map(
            ("AssumeRolePolicyDocument", Document(Map(("Version", "2012-10-17")))),
            ("RoleName", "runner"),
            ("Tags", List(Map(("Key", "S3Id"), ("Value", "1")))));

        var target = PulumiResource.Of(Declared("AWS::IAM::Role") with { Properties = role });

        Assert.Equal(
            """{"assumeRolePolicy":"{\"Version\":\"2012-10-17\"}","name":"runner","tags":{"S3Id":"1"}}""",
            CanonicalJson.Compact(target.Inputs));
        Assert.Empty(OfficialSchema.Pulumi(target.Token, target.Inputs));
    }

    [Fact]
    public void Ignored_changes_are_spelt_as_inputs()
    {
        var version = Declared("AWS::Bedrock::PromptVersion") with { IgnoreChanges = ["Description", "Tags"] };

        Assert.Equal(["description", "tags"], PulumiResource.Of(version).IgnoreChanges.AsEnumerable());
    }

    private static IEnumerable<Plan> Plans() =>
        from folder in (string[])[Repository.Samples, Repository.Path("tests", "Samples", "everything")]
        let project = Project.Read(new WorkingTree(folder)).Value!
        from stack in project.Stacks.Values
        select Planner.Plan(project, stack).Value!;

    private static DeclaredResource Declared(string type) => new()
    {
        Name = "x",
        Type = type,
        Properties = Map(),
        Owner = "x",
        Because = "a test needs it",
    };
}

using System.Collections.Immutable;
using BedrockPrompts;
using FluentAssertions;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace Infra.Tests.Component;

[Collection(nameof(StackRun))]
public sealed class PromptStackTests
{
    private static readonly string Everything = Repository.Path("tests", "Samples", "everything");

    public static TheoryData<string, string> Stacks => new()
    {
        { Repository.Samples, "dev" },
        { Repository.Samples, "prod" },
        { Everything, "dev" },
        { Everything, "prod" },
    };

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_program_registers_what_the_plan_declares(string folder, string stack)
    {
        var plan = PlanOf(folder, stack);

        var run = await StackRun.Run(folder, stack, Contents(plan));

        var registered = run.Inputs.Where(entry => entry.Key.Type.StartsWith("aws", StringComparison.Ordinal));
        Assert.Equal(Expected(plan), Shown(registered));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Options_are_those_of_the_declaration(string folder, string stack)
    {
        var plan = PlanOf(folder, stack);

        var run = await StackRun.Run(folder, stack, Contents(plan));

        foreach (var declared in plan.Resources)
        {
            var target = PulumiResource.Of(declared);
            var options = run.Options[(target.Token, declared.Name)].Should().BeOfType<CustomResourceOptions>().Subject;
            options.Parent!.GetResourceName().Should()
                .Be(declared.Owner is DeclaredResource.OfStack ? PromptCatalog.DefaultName : declared.Owner);
            options.Version.Should().Be(VersionInPackagesFile(target.Package));
            options.Protect.Should().Be(declared.Protect);
            options.DeleteBeforeReplace.Should().BeFalse();
            options.IgnoreChanges.Should().Equal(target.IgnoreChanges);
            options.ReplaceOnChanges.Should().Equal(target.ReplaceOnChanges);
            (await Names(options.DependsOn)).Should().Equal(declared.DependsOn);
        }
    }

    [Fact]
    public async Task Stack_outputs_say_what_applications_look_up()
    {
        var run = await StackRun.Run(Everything, "prod", Contents(PlanOf(Everything, "prod")));

        Recorded.Equal("everything/outputs.json", CanonicalJson.Indented(run.Outputs) + "\n");
    }

    [Fact]
    public async Task In_a_preview_what_the_cloud_will_assign_stays_unknown()
    {
        var run = await StackRun.Run(Everything, "dev", Contents(), isPreview: true);

        var alias = run.Inputs.Single(entry => entry.Key == ("aws:ssm/parameter:Parameter", "chat-live")).Value;
        alias["name"].Should().Be((Value)"/bedrock-prompts/dev/chat/live");
        alias["insecureValue"].Should().BeNull();
        var outputs = (Value.Map)((Value.Map)run.Outputs["aliases"]!)["chat"]!;
        outputs["arn"].Should().Be(new Value.Null());
        outputs["parameter"].Should().Be((Value)"/bedrock-prompts/dev/chat/live");
    }

    [Fact]
    public async Task Broken_input_ends_the_program_with_every_problem_and_no_resource()
    {
        var folder = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "prompts"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "Pulumi.dev.yaml"), "config: { bedrock-prompts:default: draft }\n");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "prompts", "a.yaml"), "modle: x\ntext: hello\n");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "prompts", "b.yaml"), "model: x\ntext: [1]\n");

        var run = () => StackRun.Run(folder.FullName, "dev", Contents());

        (await run.Should().ThrowAsync<RunException>()).Which.Message
            .Should().Contain("prompts/a.yaml(1,1): error").And.Contain("\nprompts/b.yaml(2,7): error");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_live_version_with_other_content_stops_the_deployment_before_the_alias_moves()
    {
        var contents = Contents(PlanOf(Everything, "prod")).SetItem("chat-r1", "something else");
        var run = new StackRun(isPreview: false, contents);

        var up = () => run.Run(Everything, "prod");

        (await up.Should().ThrowAsync<RunException>()).Which.Message
            .Should().StartWith("release 1 of chat differs from its version on AWS: Variants is not the same");
        run.Inputs.Keys.Should().Contain(("aws-native:bedrock:PromptVersion", "chat-r1"))
            .And.NotContain(("aws:ssm/parameter:Parameter", "chat-live"));
    }

    [Fact]
    public async Task A_kept_version_with_other_content_does_not_stop_it()
    {
        var contents = Contents(PlanOf(Everything, "prod")).SetItem("chat-r2", "something else");

        var run = await StackRun.Run(Everything, "prod", contents);

        run.Inputs.Keys.Should().Contain(("aws:ssm/parameter:Parameter", "chat-live"));
    }

    private static ImmutableDictionary<string, Value> Contents(params IEnumerable<Plan> plans) => plans
        .SelectMany(plan => plan.Resources)
        .Where(resource => resource.Postcondition is not null)
        .ToImmutableDictionary(resource => resource.Name, resource => resource.Postcondition!.Expected);

    private static Plan PlanOf(string folder, string stack)
    {
        var project = Project.Read(new WorkingTree(folder)).Value!;
        return Planner.Plan(project, project.Stacks[stack]).Value!;
    }

    private static string Expected(Plan plan)
    {
        var targets = plan.Resources.ToDictionary(resource => resource.Name, PulumiResource.Of, StringComparer.Ordinal);
        return Shown(targets.Select(target => KeyValuePair.Create(
            (target.Value.Token, target.Key), (Value.Map)Resolved(target.Value.Inputs, targets))));
    }

    private static string Shown(IEnumerable<KeyValuePair<(string Type, string Name), Value.Map>> registrations) =>
        string.Join('\n', registrations
            .Select(entry => $"{entry.Key.Type} {entry.Key.Name} {CanonicalJson.Indented(entry.Value)}")
            .Order(StringComparer.Ordinal));

    private static Value Resolved(Value value, Dictionary<string, PulumiResource> targets) => value switch
    {
        Value.Ref reference =>
            StackRun.Answer(targets[reference.Resource].Output(reference.Attribute), reference.Resource),
        Value.Pseudo pseudo => StackRun.Place[pseudo.Parameter],
        Value.Join join => string.Concat(join.Parts.Select(part => ((Value.Text)Resolved(part, targets)).Content)),
        Value.Document document => Resolved(document.Content, targets),
        Value.List list => Shorthand.List(list.Items.Select(item => Resolved(item, targets))),
        Value.Map map =>
            Shorthand.Map(map.Entries.Select(entry => (entry.Key, (Value?)Resolved(entry.Value, targets)))),
        _ => value,
    };

    private static async Task<IEnumerable<string>> Names(Output<ImmutableArray<Resource>> resources) =>
        (await OutputUtilities.GetValueAsync(resources)).Select(resource => resource.GetResourceName());

    private static string VersionInPackagesFile(string package)
    {
        var property = package is "aws" ? "PulumiAwsVersion" : "PulumiAwsNativeVersion";
        return File.ReadAllText(Repository.Path("Directory.Packages.props")).Split($"<{property}>")[1].Split('<')[0];
    }
}

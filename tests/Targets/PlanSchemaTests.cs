using System.Text.Json;
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

public sealed class PlanSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(PlanSchema.OfPlans()).RootElement;

    public static TheoryData<string, string> Stacks()
    {
        var stacks = new TheoryData<string, string>();
        foreach (var folder in new[] { Repository.Samples, Repository.Path("tests", "Samples", "everything") })
        {
            foreach (var stack in Project.Read(new WorkingTree(folder)).Value!.Stacks.Keys)
            {
                stacks.Add(folder, stack);
            }
        }

        return stacks;
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Every_plan_fits(string folder, string stack) => Findings(Plan(folder, stack)).Should().BeEmpty();

    [Fact]
    public void What_a_policy_would_rely_on_is_not_left_open()
    {
        var plan = (Value.Map)Plan(Repository.Samples, "prod");
        var resource = (Value.Map)((Value.List)plan["resources"]!).Items[0];

        Findings(With(plan, "formatVersion", 2)).Should().NotBeEmpty();
        Findings(With(plan, "more", "x")).Should().NotBeEmpty();
        Findings(With(plan, "stack", null)).Should().NotBeEmpty();
        Findings(With(plan, "resources", List(With(resource, "type", "AWS::S3::Bucket")))).Should().NotBeEmpty();
        Findings(With(plan, "resources", List(With(resource, "properties", "x")))).Should().NotBeEmpty();
        Findings(With(plan, "resources", List(resource))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_command_prints_it()
    {
        (await PromptsConsole.Run(Repository.Samples, "schema", "plan"))
            .Should().Be(new ConsoleRun(0, PlanSchema.OfPlans(), ""));
        (await PromptsConsole.Run(Repository.Samples, "schema", "definitions"))
            .Output.Should().Be(DefinitionSchema.OfDefinitions());
        (await PromptsConsole.Run(Repository.Samples, "schema", "plans")).Exit.Should().Be(2);
    }

    private static Value Plan(string folder, string stack)
    {
        var project = Project.Read(new WorkingTree(folder)).Value!;
        using var text = new StringWriter();
        PlanJson.Write(Planner.Plan(project, project.Stacks[stack]).Value!, text);
        return JsonValue.Parse(text.ToString());
    }

    private static Value.Map With(Value.Map map, string key, Value? value) => Map(
        map.Entries.Keys.Union([key]).Select(name => (name, name == key ? value : map[name])));

    private static IEnumerable<string> Findings(Value plan) =>
        new Checker(Schema, ClosedObjects: false, ExactlyOne: true).Check(plan, Schema, "$");
}

using FluentAssertions;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class ReadBeforeTests
{
    private const string Stack = "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n";

    [Fact]
    public void What_is_the_same_is_taken_over_and_what_changed_is_read()
    {
        var after = Project.Read(Tree(greeting: "Hello.", reminder: "Pay, please.", style: "Be kind.")).Value!;

        var before = after.ReadBefore(
            Tree(greeting: "Good morning.", reminder: "Pay, please.", style: "Be kind."),
            new HashSet<string> { "prompts/payment-reminder.yaml", "prompts/partials/style.md", "Pulumi.dev.yaml" });

        before.Catalog.Definitions["payment-reminder"]
            .Should().BeSameAs(after.Catalog.Definitions["payment-reminder"]);
        Plans(before).Should().Be(Plans(Project.Read(before.Catalog.Tree).Value!)).And.NotBe(Plans(after));
    }

    [Fact]
    public void Where_a_shared_text_changed_everything_is_read_again()
    {
        var after = Project.Read(Tree(greeting: "{{> style}}", reminder: "Pay.", style: "Be kind.")).Value!;

        var before = after.ReadBefore(
            Tree(greeting: "{{> style}}", reminder: "Pay.", style: "Be brief."),
            new HashSet<string> { "prompts/payment-reminder.yaml", "prompts/customer-greeting.yaml",
                "Pulumi.dev.yaml" });

        Plans(before).Should().Contain("Be brief.").And.NotContain("Be kind.");
    }

    private static string Plans(Project project)
    {
        using var json = new StringWriter();
        PlanJson.Write(Planner.Plan(project, project.Stacks["dev"]).Value!, json);
        return json.ToString();
    }

    private static MemoryTree Tree(string greeting, string reminder, string style) => new(
        ("Pulumi.dev.yaml", Stack),
        ("prompts/customer-greeting.yaml", $"model: amazon.nova-micro-v1:0\ntext: \"{greeting}\"\n"),
        ("prompts/payment-reminder.yaml", $"model: amazon.nova-micro-v1:0\ntext: \"{reminder}\"\n"),
        ("prompts/partials/style.md", style));
}

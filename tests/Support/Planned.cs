using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;

namespace Infra.Tests.Support;

/// <summary>A plan of files that a test writes itself.</summary>
internal static class Planned
{
    /// <summary>The plan of stack dev, which must be sound.</summary>
    public static Plan Sound(params (string Path, string Text)[] files)
    {
        var plan = Of(files);
        plan.Diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error).Should().BeEmpty();
        return plan.Value!;
    }

    /// <summary>The plan of stack dev, and what is wrong.</summary>
    public static Checked<Plan> Of(params (string Path, string Text)[] files)
    {
        var project = Project.Read(new MemoryTree(files));
        var plan = Planner.Plan(project.Value!, project.Value!.Stacks["dev"]);
        return new(plan.Value, [.. project.Diagnostics, .. plan.Diagnostics]);
    }

    /// <summary>The plan of a stack, and its settings.</summary>
    public static (Plan Plan, StackSettings Settings) In(string stack, params (string Path, string Text)[] files)
    {
        var project = Project.Read(new MemoryTree(files)).Value!;
        return (Planner.Plan(project, project.Stacks[stack]).Value!, project.Stacks[stack]);
    }

    /// <summary>The settings of stack dev in us-east-1, where every draft is served.</summary>
    public static (string Path, string Text) Dev(params string[] settings) => ("Pulumi.dev.yaml", string.Join('\n',
    [
        "config:",
        "  aws:region: us-east-1",
        "  bedrock-prompts:default: draft",
        .. settings.Select(setting => $"  bedrock-prompts:{setting}"),
        "",
    ]));

    /// <summary>A prompt with one variable.</summary>
    public static (string Path, string Text) Prompt(string name, string model) => ($"prompts/{name}.yaml", $$$"""
        description: Says hello
        model: {{{model}}}
        inference: { maxTokens: 100 }
        text: Hello {{who}}
        variables: { who: Whom to greet }

        """);
}

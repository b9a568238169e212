using System.Globalization;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases;

namespace Infra.Tests.Support;

/// <summary>A project in memory of four prompts and a flow that uses two of them; two releases of each.</summary>
internal sealed record FlowProject
{
    private static readonly string[] Prompts = ["answer", "apology", "summary", "topic"];

    /// <summary>What the stack lists, as in <c>topic: [1, 2]</c>; what is not listed is at release 1.</summary>
    public IReadOnlyList<string> Live { get; init; } = [];

    /// <summary>More settings of the stack, one a line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The plan of stack prod, which must be sound.</summary>
    public Plan Plan()
    {
        var project = Project.Read(Tree());
        var plan = Planner.Plan(project.Value!, project.Value!.Stacks["prod"]);
        var problems = project.Diagnostics.Concat(plan.Diagnostics).ToList();
        return problems.HasErrors() ? throw new InvalidOperationException(string.Join('\n', problems)) : plan.Value!;
    }

    private MemoryTree Tree() => new(
    [
        ("Pulumi.prod.yaml", Stack()),
        .. Working(2),
        .. from name in Prompts.Append("triage")
           from number in (int[])[1, 2]
           select (Release.Path(name, number), Frozen(name, number)),
    ]);

    private string Stack() => string.Join('\n',
    [
        "config:",
        "  aws:region: us-east-1",
        .. Settings.Select(setting => $"  bedrock-prompts:{setting}"),
        "  bedrock-prompts:live:",
        .. Live.Select(line => $"    {line}"),
        .. Prompts.Append("triage")
            .Where(name => !Live.Any(line => line.StartsWith($"{name}:", StringComparison.Ordinal)))
            .Select(name => $"    {name}: [1]"),
        "",
    ]);

    private static string Frozen(string name, int number)
    {
        var catalog = Catalog.Read(new MemoryTree([.. Working(number)])).Value!;
        return ReleaseFile.Write(number, $"Note {number}", catalog.Definitions[name], catalog);
    }

    private static IEnumerable<(string Path, string Text)> Working(int number) =>
        Prompts.Select(name => ($"prompts/{name}.yaml", Prompt(name, number)))
            .Append(("prompts/triage.yaml", Flow(number)));

    private static string Prompt(string name, int number) => string.Create(CultureInfo.InvariantCulture, $$$"""
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: 100 }
        text: "{{{name}}} {{{number}}}: {{text}}"
        variables: { text: What a customer wrote }

        """);

    private static string Flow(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        kind: flow
        nodes:
          Message: { type: Input, output: String }
          Topic: { type: Prompt, prompt: topic, inputs: { text: Message.document } }
          Answer: { type: Prompt, prompt: answer, inputs: { text: Topic.modelCompletion } }
          Answer{{number}}: { type: Output, inputs: { document: Answer.modelCompletion } }

        """);
}

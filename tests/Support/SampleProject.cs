using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases;
using Infra.Workspace;

namespace Infra.Tests.Support;

/// <summary>A small project that lives in memory: one prompt, releases of it, one stack.</summary>
internal sealed record SampleProject
{
    /// <summary>The text of the working file.</summary>
    public string Text { get; init; } = "Hello {{name}}.";

    /// <summary>The texts of the releases, from 1 on.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];

    /// <summary>The stack's target of <c>greeting</c>; null when it is not listed.</summary>
    public string? Target { get; init; }

    /// <summary>Where the stack is deployed to.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>More settings of the stack, one a line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>More lines of every prompt file and release.</summary>
    public string Prompt { get; init; } = "model: amazon.nova-lite-v1:0";

    public MemoryTree Tree() => new(
    [
        ("Pulumi.prod.yaml", Stack()),
        ("prompts/greeting.yaml", Definition(Text)),
        .. Releases.Select((text, i) => (Release.Path("greeting", i + 1), ReleaseText(i + 1, text))),
    ]);

    public Project Read() => Project.Read(Tree()).Value!;

    public Checked<Plan> Plan()
    {
        var project = Read();
        return Planner.Plan(project, project.Stacks["prod"]);
    }

    /// <summary>What a step from another project to this one must not do.</summary>
    public IEnumerable<string> Since(SampleProject before)
    {
        return ProjectChecks
            .Step((before.Read(), before.Plan().Value), (Read(), Plan().Value!), "prod", new(2026, 11, 27))
            .Select(problem => $"{problem.Severity} {problem.Code}");
    }

    private string Stack() => string.Join('\n',
    [
        "config:",
        $"  aws:region: {Region}",
        .. Target is null ? Array.Empty<string>() : ["  bedrock-prompts:live:", $"    greeting: {Target}"],
        .. Settings.Select(setting => $"  bedrock-prompts:{setting}"),
        "",
    ]);

    private string Definition(string text) => $"{Prompt}\ntext: \"{text}\"\nvariables: {{ name: Who }}\n";

    private string ReleaseText(int number, string text)
    {
        var tree = new MemoryTree(("prompts/greeting.yaml", Definition(text)));
        var catalog = Catalog.Read(tree).Value!;
        return ReleaseFile.Write(number, $"Note {number}", catalog.Definitions["greeting"], catalog);
    }
}

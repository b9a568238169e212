using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Infra.Benchmarks.Catalogs;
using Infra.Changes;
using Infra.Planning;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Benchmarks.Stages;

/// <summary>What people can write that takes longest, within the limits that AWS and we have.</summary>
[MemoryDiagnoser]
public class WorstCases
{
    /// <summary>The most characters that a prompt may have, a sign in every second place.</summary>
    private readonly (Value Before, Value After) _rewritten = (Variant("a,"), Variant("b."));

    private readonly ImmutableArray<(string Name, Target.Pinned Target)> _moves =
    [
        .. Enumerable.Range(0, 1_500).Select(number => ($"prompt-{number}", new Target.Pinned([1, 2], 2, default))),
    ];

    private readonly string _listed = "config:\n  bedrock-prompts:live:\n"
        + string.Concat(Enumerable.Range(0, 1_500).Select(number => $"    prompt-{number}: 1\n"));

    private readonly MemoryTree _chain = new(Enumerable.Range(0, 2_000)
        .ToDictionary(
            number => $"prompts/partials/p{number}.md",
            number => $"Line {number}.\n{(number < 1_999 ? $"{{{{> p{number + 1}}}}}\n" : "")}")
        .Append(new("prompts/chain-of-partials.yaml", "model: amazon.nova-lite-v1:0\ntext: \"{{> p0}}\"\n"))
        .ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>A text of 200,000 characters that becomes another with nothing in common.</summary>
    [Benchmark]
    public object Rewrite() => ContentChanges.Between(_rewritten.Before, _rewritten.After);

    /// <summary>1,500 names promoted in one file.</summary>
    [Benchmark]
    public object PromoteAll() => StackFileEdit.Serve(ProjectConfig.None, "Pulumi.prod.yaml", _listed, _moves);

    /// <summary>2,000 partials, each in the one before it.</summary>
    [Benchmark]
    public object PartialsInPartials() => Project.Read(_chain);

    private static Value.Map Variant(string pair) => Map(
        ("TemplateConfiguration", Map(("Text", Map(("Text", string.Concat(Enumerable.Repeat(pair, 100_000))))))),
        ("TemplateType", "TEXT"));
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Reading;

/// <summary>Finds the text of a partial; null when there is none, which is reported at the place given.</summary>
internal delegate SourceText? PartialSource(string name, Location at, ICollection<Diagnostic> report);

/// <summary>Expands <c>{{> name}}</c>.</summary>
/// <remarks>
/// Each partial is expanded once, whoever uses it, and what is wrong inside it is reported once. One that contains
/// itself, however far down, is never expanded: so the work is bounded by the files, not by the paths through them.
/// </remarks>
internal sealed class Partials(PartialSource source)
{
    private readonly PartialCircle _circles = new(source);

    private readonly ConcurrentDictionary<string, Expansion> _expansions = new(StringComparer.Ordinal);

    /// <summary>A text with its partials expanded.</summary>
    public TracedText Expand(TracedText text, ICollection<Diagnostic> report)
    {
        var (expanded, problems) = Expand(text);
        foreach (var problem in problems)
        {
            report.Add(problem);
        }

        return expanded;
    }

    private Expansion Expand(TracedText text)
    {
        var uses = PartialUse.In(text.Content);
        if (uses.IsEmpty)
        {
            return new(text, []);
        }

        var problems = ImmutableHashSet.CreateBuilder<Diagnostic>();
        var parts = new List<TracedText>();
        var done = 0;
        foreach (var use in uses)
        {
            parts.Add(text.Slice(done, use.Start));
            parts.Add(Partial(use.Name, text.Locate(use.Start), problems));
            done = use.End;
        }

        parts.Add(text.Slice(done, text.Content.Length));
        if (parts.Sum(part => (long)part.Content.Length) <= SourceText.LargestFile)
        {
            return new(TracedText.Concat(text.At, parts), problems.ToImmutable());
        }

        problems.Add(Problems.FileTooLarge(text.At, SourceText.LargestFile));
        return new(TracedText.Missing(text.At), problems.ToImmutable());
    }

    private TracedText Partial(string name, Location at, ImmutableHashSet<Diagnostic>.Builder report)
    {
        var problems = new List<Diagnostic>();
        var file = source(name, at, problems);
        report.UnionWith(problems);
        if (file is null)
        {
            return TracedText.Missing(at);
        }

        var expansion = _expansions.TryGetValue(name, out var known)
            ? known
            : _expansions.GetOrAdd(name, Expand(name, file));
        if (!expansion.Problems.IsEmpty)
        {
            report.UnionWith(expansion.Problems);
        }

        return expansion.Text;
    }

    private Expansion Expand(string name, SourceText file)
    {
        var start = Location.StartOf(file.File);
        if (_circles.Through(name) is { } circle)
        {
            return new(TracedText.Missing(start), [circle]);
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return new(TracedText.Missing(start), [Problems.PartialsTooDeep(start)]);
        }

        // An editor ends a file with a line end; where the partial is used, the line goes on.
        var content = TracedText.Of(file, start);
        return Expand(content.Slice(0, content.Content.Length - (content.Content.EndsWith('\n') ? 1 : 0)));
    }

    private sealed record Expansion(TracedText Text, ImmutableHashSet<Diagnostic> Problems);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Reading;

/// <summary>Finds the text of a partial; null when there is none, which is reported at the given place.</summary>
internal delegate SourceText? PartialSource(string name, Location at, ICollection<Diagnostic> report);

/// <summary>Expands <c>{{> name}}</c>.</summary>
/// <remarks>
/// Each partial is expanded once, however often it is used, and its problems are reported once. A partial that contains
/// itself, directly or not, is never expanded. So the work grows with the files, not with the paths through them.
/// </remarks>
internal sealed class Partials(PartialSource source)
{
    private readonly PartialCircle _circles = new(source);

    private readonly ConcurrentDictionary<string, Expansion> _expansions = new(StringComparer.Ordinal);

    /// <summary>A text with its partials expanded.</summary>
    public TracedText Expand(TracedText text, ICollection<Diagnostic> report)
    {
        var expansion = Expand(text);
        foreach (var problem in expansion.Problems)
        {
            report.Add(problem);
        }

        return expansion.Whole(text.At);
    }

    private Expansion Expand(TracedText text)
    {
        var uses = PartialUse.In(text.Content);
        var problems = ImmutableHashSet.CreateBuilder<Diagnostic>();
        var parts = new List<Part>();
        var done = 0;
        foreach (var use in uses)
        {
            parts.Add(new(text.Slice(done, use.Start), null));
            parts.Add(new(null, Partial(use.Name, text.Locate(use.Start), problems)));
            done = use.End;
        }

        parts.Add(new(done == 0 ? text : text.Slice(done, text.Content.Length), null));
        if (parts.Sum(part => part.Length) <= SourceText.LargestFile)
        {
            return Expansion.Of(parts, problems.ToImmutable());
        }

        problems.Add(Problems.FileTooLarge(text.At, SourceText.LargestFile));
        return Expansion.Of([new(TracedText.Missing(text.At), null)], problems.ToImmutable());
    }

    private Expansion Partial(string name, Location at, ImmutableHashSet<Diagnostic>.Builder report)
    {
        var problems = new List<Diagnostic>();
        var file = source(name, at, problems);
        report.UnionWith(problems);
        if (file is null)
        {
            return Expansion.Of([new(TracedText.Missing(at), null)], []);
        }

        var expansion = _expansions.TryGetValue(name, out var known)
            ? known
            : _expansions.GetOrAdd(name, Expand(name, file));
        if (!expansion.Problems.IsEmpty)
        {
            report.UnionWith(expansion.Problems);
        }

        return expansion;
    }

    private Expansion Expand(string name, SourceText file)
    {
        var start = Location.StartOf(file.File);
        if (_circles.Through(name) is { } circle)
        {
            return Expansion.Of([new(TracedText.Missing(start), null)], [circle]);
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Expansion.Of([new(TracedText.Missing(start), null)], [Problems.PartialsTooDeep(start)]);
        }

        // Editors end a file with a line end, but a line goes on after a partial that is used inside it.
        var content = TracedText.Of(file, start);
        return Expand(content.Slice(0, content.Content.Length - (content.Content.EndsWith('\n') ? 1 : 0)));
    }

    /// <summary>A stretch of a file, or a whole partial.</summary>
    private readonly record struct Part(TracedText? Own, Expansion? Inner)
    {
        public long Length => Own?.Content.Length ?? Inner!.Length;

        public bool IsComplete => Own?.IsComplete ?? Inner!.IsComplete;
    }

    /// <summary>An expanded text that refers to the texts of its partials: these are joined once, where a definition
    /// uses the text, and not at each level of nesting.</summary>
    private sealed record Expansion(
        ImmutableArray<Part> Parts, long Length, bool IsComplete, ImmutableHashSet<Diagnostic> Problems)
    {
        public static Expansion Of(IReadOnlyCollection<Part> parts, ImmutableHashSet<Diagnostic> problems) => new(
            [
                .. parts.Where(part => part.Length > 0)
                    .Select(part => part.Inner is { Parts: [var only] } ? only : part),
            ],
            parts.Sum(part => part.Length),
            parts.All(part => part.IsComplete),
            problems);

        public TracedText Whole(Location at)
        {
            var texts = new List<TracedText>();
            var open = new Stack<Part>([new(null, this)]);
            while (open.TryPop(out var part))
            {
                if (part.Own is { } own)
                {
                    texts.Add(own);
                    continue;
                }

                for (var index = part.Inner!.Parts.Length - 1; index >= 0; index--)
                {
                    open.Push(part.Inner.Parts[index]);
                }
            }

            return TracedText.Concat(at, texts) with { IsComplete = IsComplete };
        }
    }
}

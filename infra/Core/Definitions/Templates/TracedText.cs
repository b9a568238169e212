using System.Collections.Immutable;
using System.Text;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Templates;

/// <summary>A text, with the place in a file of each of its characters.</summary>
/// <param name="Content">The text as deployed: includes read, partials expanded.</param>
/// <param name="Pieces">The pieces that it consists of, in order.</param>
/// <param name="At">Its place in the definition.</param>
public sealed record TracedText(string Content, ImmutableArray<TracedPiece> Pieces, Location At)
{
    /// <summary>Whether everything that it includes could be read; if not, that has been reported, and nothing that
    /// follows from it is.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The text of a YAML scalar.</summary>
    public static TracedText Of(YamlNode.Scalar scalar) => new(scalar.Text, [new(0, new(scalar, 0))], scalar.At);

    /// <summary>A whole file.</summary>
    public static TracedText Of(SourceText file, Location at) => new(file.Text, [new(0, new(file, 0))], at);

    /// <summary>The place of a character of <see cref="Content"/>.</summary>
    public Location Locate(int offset)
    {
        var at = SortedStarts.IndexAt(Pieces, piece => piece.Start, offset);
        return at < 0 ? At : Pieces[at].Origin.Locate(offset - Pieces[at].Start);
    }

    /// <summary>A stand-in for a text that could not be read.</summary>
    internal static TracedText Missing(Location at) => new("", [], at) { IsComplete = false };

    /// <summary>Several texts joined together.</summary>
    internal static TracedText Concat(Location at, IReadOnlyCollection<TracedText> parts)
    {
        var content = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<TracedPiece>();
        foreach (var part in parts.Where(part => part.Content.Length > 0))
        {
            pieces.AddRange(part.Pieces.Select(piece => piece with { Start = piece.Start + content.Length }));
            content.Append(part.Content);
        }

        return new(content.ToString(), pieces.DrainToImmutable(), at)
        {
            IsComplete = parts.All(part => part.IsComplete),
        };
    }

    /// <summary>A part of this text.</summary>
    internal TracedText Slice(int start, int end)
    {
        var pieces = Pieces
            .Where((piece, i) => piece.Start < end && (i + 1 == Pieces.Length || Pieces[i + 1].Start > start))
            .Select(piece => piece.Start >= start
                ? piece with { Start = piece.Start - start }
                : new TracedPiece(0, piece.Origin.Skip(start - piece.Start)));
        return new(Content[start..end], [.. pieces], At);
    }
}

/// <summary>A piece of a text that comes from one place.</summary>
/// <param name="Start">Its start in the whole text.</param>
/// <param name="Origin">Its origin.</param>
public sealed record TracedPiece(int Start, TextOrigin Origin);

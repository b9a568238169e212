using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Infra.Workspace.Git;

/// <summary>A line of <c>git ls-tree</c>.</summary>
/// <param name="Mode">Git's mode: <c>100644</c> for a file, <c>120000</c> for a link.</param>
/// <param name="Type"><c>blob</c>, <c>tree</c> or <c>commit</c> (a submodule).</param>
/// <param name="Id">The object's id.</param>
/// <param name="Path">The path from the project's folder.</param>
internal sealed record GitEntry(string Mode, string Type, string Id, string Path)
{
    /// <summary>Reads <c>mode type id TAB path</c>.</summary>
    public static GitEntry Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var facts = line[..tab].Split(' ');
        return new(facts[0], facts[1], facts[2], line[(tab + 1)..]);
    }
}

/// <summary>An object in git.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type"><c>blob</c>, <c>tree</c>, <c>commit</c> or <c>tag</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record GitObject(string Id, string Type, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads the output of <c>git cat-file --batch</c>: <c>id type size</c>, the bytes, a line end.</summary>
    public static ImmutableArray<GitObject?> ParseBatch(ReadOnlyMemory<byte> output, int count)
    {
        var objects = ImmutableArray.CreateBuilder<GitObject?>(count);
        while (objects.Count < count)
        {
            var end = output.Span.IndexOf((byte)'\n');
            var facts = Encoding.UTF8.GetString(output.Span[..end]).Split(' ');
            output = output[(end + 1)..];
            if (facts[^1] is "missing" or "ambiguous")
            {
                objects.Add(null);
                continue;
            }

            var size = int.Parse(facts[^1], CultureInfo.InvariantCulture);
            objects.Add(new(facts[0], facts[1], output[..size]));
            output = output[(size + 1)..];
        }

        return objects.MoveToImmutable();
    }
}

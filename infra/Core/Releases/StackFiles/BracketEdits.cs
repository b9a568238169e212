using System.Collections.Immutable;
using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>Removes items from a list or mapping in brackets, or adds some, and keeps its layout.</summary>
/// <param name="File">The file.</param>
/// <param name="Items">The places of the items.</param>
/// <param name="Brackets">The part from the opening to the closing bracket.</param>
internal sealed record BracketEdits(EditableText File, ImmutableArray<SourceSpan> Items, SourceSpan Brackets)
{
    private string Text => File.Text;

    /// <summary>Whether each item and the closing bracket are on lines of their own.</summary>
    private bool IsOnePerLine =>
        File.LineEnd(Items[^1].End) < Brackets.End
        && Items.All(item => File.IsFirstInLine(item.Start) && IsAloneAfter(item.End));

    /// <summary>The edits; null if there is something between the items that cannot be identified.</summary>
    /// <param name="goes">Whether the item at an index is removed; at least one must stay.</param>
    /// <param name="added">What is added after the last item that stays.</param>
    public ImmutableArray<TextEdit>? Edits(Func<int, bool> goes, params ImmutableArray<string> added)
    {
        var last = Enumerable.Range(0, Items.Length).Last(i => !goes(i));
        return IsOnePerLine ? Lines(goes, last, added) : InLine(goes, last, added);
    }

    private ImmutableArray<TextEdit> Lines(Func<int, bool> goes, int last, ImmutableArray<string> added)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var item = Items[last];
        if (!added.IsEmpty)
        {
            if (CommaAfter(item.End) is null)
            {
                edits.Add(TextEdit.Insert(item.End, ","));
            }

            var comma = CommaAfter(Items[^1].End) is null ? "" : ",";
            var before = Text[File.LineStart(item.Start)..item.Start];
            edits.Add(File.InsertLineAfter(item.End, before + string.Join($",\n{before}", added) + comma));
        }

        edits.AddRange(Enumerable.Range(0, Items.Length)
            .Where(goes)
            .Select(i => File.DeleteLines(Items[i].Start, Items[i].End)));
        return edits.ToImmutable();
    }

    private ImmutableArray<TextEdit>? InLine(Func<int, bool> goes, int last, ImmutableArray<string> added)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        if (!added.IsEmpty)
        {
            edits.Add(TextEdit.Insert(
                Items[last].End, string.Concat(added.Select(item => Separator + item))));
        }

        for (var i = 0; i < Items.Length; i++)
        {
            if (goes(i) && i > last)
            {
                edits.Add(TextEdit.Delete(Items[i - 1].End, Items[i].End));
            }
            else if (goes(i))
            {
                if (CommaAfter(Items[i].End) is not { } comma)
                {
                    return null;
                }

                edits.Add(TextEdit.Delete(Items[i].Start, comma + 1 + BlanksAfter(comma + 1)));
            }
        }

        return edits.ToImmutable();
    }

    private string Separator =>
        Items.Length > 1 && Text[Items[0].End..Items[1].Start] is var between && between.Trim(' ') == ","
            ? between
            : ", ";

    /// <summary>The comma after an item, on the same or a later line.</summary>
    private int? CommaAfter(int index)
    {
        while (index < Brackets.End)
        {
            switch (Text[index])
            {
                case ',':
                    return index;
                case ' ' or '\t' or '\n':
                    index++;
                    break;
                case '#':
                    index = File.LineEnd(index);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>How many spaces are removed with a comma; those before a comment stay, since a comment needs
    /// one.</summary>
    private int BlanksAfter(int index)
    {
        var rest = Text.AsSpan(index);
        var blanks = rest.Length - rest.TrimStart(' ').Length;
        return blanks < rest.Length && rest[blanks] is '#' or '\n' ? 0 : blanks;
    }

    private bool IsAloneAfter(int index)
    {
        var rest = Text.AsSpan(index..File.LineEnd(index)).TrimStart(' ');
        return (rest is [',', .. var after] ? after : rest).TrimStart(' ') is [] or ['#', ..];
    }
}

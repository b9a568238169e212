using System.Text;
using Infra.Definitions.Format;
using Infra.Releases;
using Infra.Settings;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Settings;

/// <summary>Every key that a stack's settings and a release may have, recorded: a change shows in review.</summary>
public sealed class SettingsShapeTests
{
    [Fact]
    public void What_a_stacks_file_may_say_is_as_recorded() =>
        Recorded.Equal("settings/stack.txt", Text(SettingsShape.Shape) + string.Concat(SettingsShape.All
            .Where(setting => setting.Default is not null)
            .Select(setting => $"{setting.Field.Key} is {setting.Default} if absent\n")));

    [Fact]
    public void What_a_release_may_say_is_as_recorded() =>
        Recorded.Equal("settings/release.txt", Text(ReleaseShape.Release));

    private static string Text(Shape shape)
    {
        var text = new StringBuilder();
        Write(text, shape, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Shape shape, int depth)
    {
        Line(text, depth, $"{shape.Name}: {shape.Summary}");
        foreach (var field in shape.Fields)
        {
            Line(text, depth + 1, $"{field.Key}{(field.Required ? " (required)" : "")}: {field.Summary}");
            Write(text, field.Kind, depth + 2);
        }

        foreach (var foreign in shape.Foreign)
        {
            Line(text, depth + 1, $"not {foreign.Key}: {foreign.Advice} {string.Join(' ', foreign.Means)}".TrimEnd());
        }
    }

    private static void Write(StringBuilder text, Kind kind, int depth)
    {
        switch (kind)
        {
            case Kind.Keys keys:
                Write(text, keys.Shape, depth);
                break;
            case Kind.Either either:
                either.Kinds.ToList().ForEach(one => Write(text, one, depth));
                break;
            case Kind.ListOf list:
                Line(text, depth, "a list of");
                Write(text, list.Item, depth + 1);
                break;
            case Kind.MapOf map:
                Line(text, depth, "by name");
                Write(text, map.Item, depth + 1);
                break;
            case Kind.Word word:
                Line(text, depth, string.Join(" | ", word.Choices));
                break;
            case Kind.Number number:
                Line(text, depth, $"{(number.Whole ? "a whole number" : "a number")} {number.Least}..{number.Most}");
                break;
            default:
                Line(text, depth, $"{kind}");
                break;
        }
    }

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', 2 * depth).Append(line).Append('\n');
}

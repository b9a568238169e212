using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>
/// One setting of a stack: all that is known about it. How it may be quoted, its range, its default, the schema and the
/// README's row follow from here.
/// </summary>
/// <param name="Field">Its key, what may stand there, and what it is for.</param>
/// <param name="Default">
/// What its absence says, written as in a file; <c>&lt;stack&gt;</c> stands for the stack's name. Null where absence
/// says nothing.
/// </param>
/// <param name="Take">The settings with its value; a value of the wrong kind changes nothing.</param>
public sealed record Setting(Field Field, string? Default, Func<StackSettings, YamlNode, StackSettings> Take)
{
    /// <summary>What is wrong with a value of the right kind.</summary>
    public Func<YamlNode, IEnumerable<Diagnostic>> Check { get; init; } = _ => [];

    /// <summary>The settings with what its absence says.</summary>
    internal StackSettings TakeDefault(StackSettings settings) => Default is null
        ? settings
        : Take(settings, YamlNodes.Plain(Default.Replace("<stack>", settings.Stack, StringComparison.Ordinal)));

    /// <summary>Everything wrong with a value of the right kind, its range included (PRM101).</summary>
    internal IEnumerable<Diagnostic> Judge(YamlNode value) =>
        Field.Kind is Kind.Number { Least: { } least, Most: { } most }
        && value.Number() is { } number && (number.Value < least || number.Value > most)
            ? [Problems.SettingOutOfRange(number.At, Field.Key, $"{number.Value}", $"{least}", $"{most}")]
            : Check(value);
}

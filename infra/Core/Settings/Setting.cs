using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>
/// A setting of a stack, with everything that is known about it: from this follow its quoted forms, its range, its
/// default, the schema and its row in the README.
/// </summary>
/// <param name="Field">Its key, its kind of value, and its purpose.</param>
/// <param name="Default">
/// The default, written as in a file; <c>&lt;stack&gt;</c> is replaced by the stack's name. Null for none.
/// </param>
/// <param name="Take">Sets its value in the settings; a value of the wrong kind changes nothing.</param>
public sealed record Setting(Field Field, string? Default, Func<StackSettings, YamlNode, StackSettings> Take)
{
    /// <summary>Finds problems in a value of the right kind.</summary>
    public Func<YamlNode, IEnumerable<Diagnostic>> Check { get; init; } = _ => [];

    /// <summary>The settings with its default.</summary>
    internal StackSettings TakeDefault(StackSettings settings) => Default is null
        ? settings
        : Take(settings, YamlNodes.Plain(Default.Replace("<stack>", settings.Stack, StringComparison.Ordinal)));

    /// <summary>All problems of a value of the right kind, including its range (PRM101).</summary>
    internal IEnumerable<Diagnostic> Judge(YamlNode value) =>
        Field.Kind is Kind.Number { Least: { } least, Most: { } most }
        && value.Number() is { } number && (number.Value < least || number.Value > most)
            ? [Problems.SettingOutOfRange(number.At, Field.Key, $"{number.Value}", $"{least}", $"{most}")]
            : Check(value);
}

using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Smoke.Cases;

/// <summary>The values of a prompt's variables in a case.</summary>
internal static class PromptInput
{
    /// <summary>Every declared variable with the given value or its example; null when a variable has
    /// neither.</summary>
    public static SmokeInput.Variables? Read(Prompt prompt, TestCase test, ICollection<Diagnostic> report)
    {
        var names = prompt.Variables.Select(variable => variable.Name.Value).ToImmutableArray();
        var sound = ReportGiven(test, names, report);
        var given = test.Given.ToImmutableSortedDictionary(
            value => value.Name.Value, value => value.Value.Text()?.Value, StringComparer.Ordinal);
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var variable in prompt.Variables)
        {
            var name = variable.Name.Value;
            if ((given.GetValueOrDefault(name) ?? variable.Example?.Value) is { } value)
            {
                values[name] = value;
            }
            else if (!given.ContainsKey(name))
            {
                report.Add(Problems.GivenMissing(test.Name.At, test.Name.Value, name));
                sound = false;
            }
        }

        return sound ? new(values.ToImmutable()) : null;
    }

    private static bool ReportGiven(TestCase test, ImmutableArray<string> names, ICollection<Diagnostic> report)
    {
        var wrong = test.Given.Where(given => !names.Contains(given.Name.Value)).ToArray();
        foreach (var given in wrong)
        {
            var advice = names.IsEmpty ? "It takes none." : DidYouMean.Advice(given.Name.Value, names);
            report.Add(Problems.GivenUndeclared(given.Name.At, given.Name.Value, advice));
        }

        var noTexts = test.Given.Where(given => given.Value.Text() is null).ToArray();
        foreach (var given in noTexts)
        {
            report.Add(Problems.GivenIsNoText(given.Value.At, given.Name.Value));
        }

        return wrong.Length + noTexts.Length == 0;
    }
}

using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Templates;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <content>Reports.</content>
internal sealed partial class ImportedPart
{
    /// <summary>Marks members that do not belong to a definition: ids, dates, states.</summary>
    public void Ignore(params IEnumerable<string> keys) => _taken.UnionWith(keys);

    /// <summary>Reports a member that means the same as its absence.</summary>
    public void ReportEmpty(string key) => report.Add(Problems.ImportedEmpty(AtOf(key), PlaceOf(key)));

    /// <summary>Reports the names that occur more than once in a member.</summary>
    public void ReportTwice(string key, IEnumerable<string> names)
    {
        foreach (var (name, _) in names.CountBy(name => name, StringComparer.Ordinal).Where(name => name.Value > 1))
        {
            report.Add(Problems.ImportedTwice(AtOf(key), name, PlaceOf(key)));
        }
    }

    /// <summary>Reports a word that the service does not know.</summary>
    public void ReportWord(string key, string word, string known) =>
        report.Add(Problems.ImportedWord(AtOf(key), PlaceOf(key), word, known));

    /// <summary>A member that the API requires; if it is missing, the assumed value is reported.</summary>
    public string Expected(string key, string otherwise)
    {
        if (Text(key) is { } stated)
        {
            return stated;
        }

        report.Add(Problems.ImportAssumes(AtOf(key), PlaceOf(key), otherwise));
        return otherwise;
    }

    /// <summary>Reports a member that is stated elsewhere.</summary>
    public void Elsewhere(string key, string advice)
    {
        if (Take(key) is not null)
        {
            report.Add(Problems.ImportedElsewhere(AtOf(key), PlaceOf(key), advice));
        }
    }

    /// <summary>Reports the members that were not used.</summary>
    public void Finish()
    {
        foreach (var key in map.Entries.Keys.Where(key => Has(key) && !_taken.Contains(key)))
        {
            report.Add(Problems.CannotImport(AtOf(key), PlaceOf(key)));
        }
    }

    private ImmutableArray<Value>? NotList(string key)
    {
        report.Add(NotOf(AtOf(key), PlaceOf(key), map[key], "a list"));
        return null;
    }

    /// <summary>The problem of a value of the wrong kind: a function that cannot be evaluated from the file, or a
    /// mistake.</summary>
    private static Diagnostic NotOf(Location at, string place, Value? value, string expected) =>
        CloudFormationFunctions.Of(value) is null
            ? Problems.ImportedKind(at, place, expected)
            : Problems.ImportedFunction(
                at, place, CloudFormationFunctions.Spell(value!), CloudFormationFunctions.Advice(value!));

    private T? Wrong<T>(string key, string expected)
        where T : class
    {
        report.Add(NotOf(AtOf(key), PlaceOf(key), map[key], expected));
        return null;
    }
}

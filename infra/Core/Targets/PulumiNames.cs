using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>The aws-native provider's names for CloudFormation's.</summary>
/// <remarks>Source: pulumi-aws-native 1.79.0, provider/pkg/naming and provider/pkg/schema, read 2026-11-21.</remarks>
public static partial class PulumiNames
{
    /// <summary>Every name seen so far: there are few of them, and thousands of resources use them.</summary>
    private static readonly ConcurrentDictionary<string, string> Spelt = new(StringComparer.Ordinal);

    /// <summary>A property of a resource; <c>Id</c> becomes <c>awsId</c>, because <c>id</c> is reserved by
    /// Pulumi.</summary>
    public static string Property(string name) => Nested(name) is var nested && nested is "id" ? "awsId" : nested;

    /// <summary>A property of an object, as in <c>modelId</c>; acronyms become lower case, as in <c>okActions</c> or
    /// <c>s3</c>.</summary>
    public static string Nested(string name) => Spelt.GetOrAdd(name, Spell);

    private static string Spell(string name)
    {
        var lowered = Acronym().Replace(name, acronym => acronym.Value[0] + acronym.Value[1..].ToLowerInvariant());
        return FirstLetter.Lower(lowered);
    }

    /// <summary>Capitals and digits; the last one starts the next word, unless the name or a plural s ends
    /// there.</summary>
    [GeneratedRegex("[A-Z0-9]+(?=$|s$|s[A-Z0-9]|[A-Z0-9][^A-Z0-9])")]
    private static partial Regex Acronym();
}

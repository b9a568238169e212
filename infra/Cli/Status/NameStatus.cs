using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Cli.Status;

/// <summary>What is there of one prompt or flow, beside what the stack's file says.</summary>
/// <param name="Alias">What should be there.</param>
/// <param name="Served">What callers get: <c>release 2</c>, <c>draft</c>, or what stands in their way.</param>
/// <param name="Version">AWS's version of it; null where there is none.</param>
/// <param name="Arn">What the alias leads to; null where there is no alias.</param>
/// <param name="Differences">Where both differ, as sentences; none where they agree.</param>
internal sealed record NameStatus(
    DeclaredAlias Alias, string Served, string? Version, string? Arn, ImmutableArray<string> Differences)
{
    /// <summary>Since when the file says what it says, by git; null when it does not know.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What the experiment's parameter holds; null where there is none.</summary>
    public string? Experiment { get; init; }

    /// <summary>Who answers for it; null when nobody says.</summary>
    public string? Owner { get; init; }

    /// <summary>The models that it calls, and when each ends.</summary>
    public ImmutableArray<(string Model, DateOnly? End)> Models { get; init; } = [];

    /// <summary>What the stack's file says: <c>release 2</c> or <c>draft</c>.</summary>
    public string Said => Named(Alias.Release);

    /// <summary>Whether AWS and the file agree.</summary>
    public bool IsEqual => Differences.IsEmpty;

    /// <summary>A release, or the draft.</summary>
    public static string Named(int? release) => release is { } number ? $"release {number}" : "draft";
}

/// <summary>Something under the stack's names that is in no plan.</summary>
/// <param name="Kind"><c>prompt</c>, <c>flow</c> or <c>parameter</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its ARN, or its name again.</param>
internal sealed record Orphan(string Kind, string Name, string Identifier);

/// <summary>What is there of a stack.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Names">In ordinal order.</param>
/// <param name="Orphans">In ordinal order.</param>
internal sealed record StackStatus(
    string Stack, ImmutableArray<NameStatus> Names, ImmutableArray<Orphan> Orphans)
{
    /// <summary>Whether AWS holds what the files say, and nothing else.</summary>
    public bool IsEqual => Orphans.IsEmpty && Names.All(name => name.IsEqual);
}
